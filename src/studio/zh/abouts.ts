/**
 * What the shipped scenarios say of their plans and of the firms that their sentences are most often about, in Simplified
 * Chinese, by the text in the file. Every plan is here; a firm that is not stands without a sentence.
 */

/** Text in the file -> Chinese. */
export const ABOUTS: Readonly<Record<string, string>> = {
  // a firm whose danger has to be explained
  'Sells to firms. Its revenue is a tenth of what it spends, as in 2023-2024, and does not grow for all 84 months, so it lives by its next round; many of its cash-outs come after month 36, where the story ends.':
    '面向企业销售。收入是支出的十分之一，如 2023–2024 年，并且 84 个月内不增长，因此靠下一轮融资生存；耗尽现金的世界里有许多发生在第 36 个月之后，而故事只讲到那时。',
  // plans
  'The usual climate from the start, for the funnel.': '从一开始就是平常的融资气候，用来看融资漏斗。',
  'The generic labs have state or corporate backers.': '一般实验室有国家或企业靠山。',
  'Talkie serves a distilled model from month 7 on, at three tenths of the cost.':
    'Talkie 从第 7 个月起使用蒸馏模型，成本降到三成。',
  'Nobody cuts what free users may say.': '没有人削减免费用户的用量。',
  'Everybody takes Talkie in month 1 and nobody leaves, so all users have the same tenure.':
    '所有人都在第 1 个月使用 Talkie 且无人离开，因此所有用户的使用时长相同。',
  'The window for a listing is open.': '上市窗口打开。',
  "Zhipu's customers pay after 112 days from 2024 on, two months later than before.":
    '从 2024 年起，智谱的客户 112 天后付款，比之前晚两个月。',
  'Zhipu only delivers on premise.': '智谱只做本地部署。',
  'Zhipu only serves from the cloud.': '智谱只提供云服务。',
  'Nobody goes out of business, so that orders can be divided by deals.':
    '没有公司退出，这样可以把订单额除以单数。',
  'The same with every order worth a million, so that orders are deals.':
    '同上，每单都是一百万，这样订单额就是单数。',
  'Only state firms buy.': '只有国有企业采购。',
  'Only state firms buy, and do not look at who owns the vendor.': '只有国有企业采购，且不看供应商归谁所有。',
  'DeepSeek charges everybody from month 6 on.': 'DeepSeek 从第 6 个月起向所有人收费。',
  'All five charge at once.': '五家同时收费。',
  'DeepSeek keeps a free tier with a small quota and sells a larger one.':
    'DeepSeek 保留小额度的免费档，出售大额度的付费档。',
  'It charges, with no switching cost.': '它收费，且没有切换成本。',
  'It charges, with twice the switching cost.': '它收费，切换成本为两倍。',
  'It charges, with four times the switching cost.': '它收费，切换成本为四倍。',
  'Kimi buys no ads; everybody else spends what it spent in the base world.':
    'Kimi 不投广告；其他公司的广告支出与原来的世界相同。',
  'All advertising ends in July 2024.': '所有广告投放在 2024 年 7 月停止。',
  'The economics of the internet, all three parts.': '互联网的经济规律，三个部分全部采用。',
  'Internet economics, but a call costs what it costs in AI.':
    '互联网的经济规律，但一次调用的成本与 AI 相同。',
  'Internet economics without the network effect.': '互联网的经济规律，但没有网络效应。',
  'Internet economics without strong ads and harvest.': '互联网的经济规律，但没有强广告与用户变现。',
  'AI economics, but a call costs almost nothing.': 'AI 的经济规律，但一次调用几乎没有成本。',
  'AI economics with a network effect.': 'AI 的经济规律，加上网络效应。',
  'AI economics with strong ads and harvest.': 'AI 的经济规律，加上强广告与用户变现。',
  'A land-grab with 100 M.': '用一亿现金圈地。',
  'Cost falls to a tenth in two years.': '成本在两年内降到十分之一。',
  'Cost falls to a tenth in five years.': '成本在五年内降到十分之一。',
  'Cost falls to nothing.': '成本降到零。',
  'Cost stays above a tenth.': '成本始终高于十分之一。',
  'AI economics in markets of very different size; the mix is held, all use the free tier and use it alike.':
    '在规模差别很大的市场里采用 AI 的经济规律；构成不变，所有人都用免费档，用量相同。',
  'AI economics and twice as many people.': 'AI 的经济规律，人数为两倍。',
  'Internet economics and twice as many people.': '互联网的经济规律，人数为两倍。',
  'Nobody enters.': '没有巨头进入。',
  'Giants enter, and Kimi has much cash.': '巨头进入，而 Kimi 现金充裕。',
  'Nobody enters, and Kimi has much cash.': '没有巨头进入，且 Kimi 现金充裕。',
  'No new money after the round of October 2024.': '2024 年 10 月那一轮之后不再有新资金。',
  'Firms may go on with debts, so that every world has a loss for the whole plan.':
    '公司可以负债继续经营，这样每个世界都有整个计划期的亏损。',
  'As debts, with another growth of tokens per use.': '同“负债继续”，但每次使用的 token 增长不同。',
  'As debts, with another pull of the paid tier, so another part of the users stays free.':
    '同“负债继续”，但付费档的吸引力不同，因此留在免费档的用户比例不同。',
  'As debts, with another price plan.': '同“负债继续”，但价格计划不同。',
  'Replika must take its intimate features away in month 12.': 'Replika 在第 12 个月必须取消亲密功能。',
  'The student team is never taken out of the store.': '学生团队从未被应用商店下架。',
  'It is taken out in month 12 and stays out.': '它在第 12 个月被下架，且不再恢复。',
  'The team is out of the store from month 1 on, and nobody looks around.':
    '学生团队从第 1 个月起就不在商店里，且没有人另作选择。',
  'The team with an edginess of 0.': '学生团队的大胆程度为 0。',
  'The team with an edginess of 0.5.': '学生团队的大胆程度为 0.5。',
  'The team with an edginess of 1.5.': '学生团队的大胆程度为 1.5。',
  'The team with an edginess of 10.': '学生团队的大胆程度为 10。',
  'Replika pays 15 % to the store, not 30.': 'Replika 付给商店 15%，而不是 30%。',
  'DeepSeek keeps its price.': 'DeepSeek 不降价。',
  "No war; Tongyi's list price falls from 20 to 0.5 in month 4.":
    '没有价格战；通义的标价在第 4 个月从 20 降到 0.5。',
  'Dalin sells nothing and raises nothing, so its cash is a walk that is watched once a month.':
    '大林没有收入也没有融资，现金只是每月观察一次的随机游走。',
  'No giant gives a model away, and writers have hardly met AI tools before the start.':
    '没有巨头免费提供模型，写作者在开始之前几乎没有接触过 AI 工具。',
  'The giant gives its model away from month 1, as in the base world.':
    '巨头从第 1 个月起免费提供模型，与原来的世界相同。',
  'Ruien never judges itself and goes on until its money is gone.': '瑞恩从不评估自己，一直做到钱花光。',
  'Dalin sells nothing, has three times its money and always looks for more.':
    '大林没有收入，资金是原来的三倍，并且一直在找钱。',
  'Ruien launches with a year of advertising and harvests for a year; the price of attention, contacts and its own price vary. Nobody comes by talk, so that each user was bought.':
    '瑞恩以一年广告启动，再用一年变现；注意力价格、触达和自身价格各不相同。没有人因口碑而来，因此每个用户都是买来的。',
  'The same, but it ends after a quarter of a year.': '同上，但三个月后结束。',
  'OpenAI sells tokens and never launches a product.': 'OpenAI 只卖 token，从不推出自己的产品。',
  'All writers look at Wawa in month 4, none before and none later.':
    '所有写作者都在第 4 个月看到蛙蛙，之前和之后都没有。',
  'The supplier keeps its price of 20 USD.': '供应商保持 20 美元的价格。',
  "The supplier's price falls by 97 % in month 5.": '供应商的价格在第 5 个月下降 97%。',
  // firms
  'Thirty labs with some customers; some sell below cost.': '三十家有一些客户的实验室；有的低于成本出售。',
  '300 firms after their first round, followed like the 1,098 of CB Insights; they live in the arm `cycle` only.':
    '完成首轮融资的 300 家公司，像 CB Insights 的 1,098 家那样跟踪；只在“平常的融资气候”方案中出现。',
  'Firms that raise with five per cent a month whatever happens.':
    '无论发生什么，每月都以 5% 的概率融到资的公司。',
  'Firms that raise with 2.5 per cent a month whatever happens.':
    '无论发生什么，每月都以 2.5% 的概率融到资的公司。',
  'Fund-backed, no advertising, known to everybody since 2025; the one that charges.':
    '有基金支持，不投广告，2025 年起人人皆知；收费的就是它。',
  'Free for everybody; spends an eighteenth of its cash a month on users, raises on the growth.':
    '对所有人免费；每月用十八分之一的现金买用户，凭增长融资。',
  'A small free quota, two paid tiers, advertising only while the runway is above two years.':
    '小额免费，两个付费档，只有现金够用两年以上时才投广告。',
  'Buys users on ads and raises on their growth.': '靠广告买用户，凭增长融资。',
  'Buys users on ads and raises on their growth; the richest bidder of 2024.':
    '靠广告买用户，凭增长融资；2024 年最有钱的出价者。',
  'ChatGPT, free and by subscription; contracts with developers and firms; pays Microsoft a share.':
    'ChatGPT，免费与订阅并行；与开发者和企业签约；向微软付分成。',
  'Some thirty people and one round of money; projects for businesses on top of models.':
    '三十人左右，只融过一轮；在模型之上为企业做项目。',
  'Twenty million yuan raised, dissolved after little more than a year; almost no order for half a year.':
    '融资两千万元，一年多后解散；半年几乎没有订单。',
  'Three founders, pivots from fine-tuning to a community to marketing tools; never dared to scale.':
    '三位创始人，从微调转到社区再转到营销工具；始终不敢扩张。',
  'Paid writing tool, "ROI positive"; payers\' month-1 retention 60 %.':
    '付费写作工具，“ROI 为正”；付费用户首月留存 60%。',
  'Stands for Baidu, ByteDance, Alibaba and iFlytek, which let everybody use their models for nothing.':
    '代表百度、字节跳动、阿里巴巴和科大讯飞：它们让所有人免费使用模型。',
  "A page of prompts over the supplier's model, sold at the markup that twenty of them leave each other.":
    '在供应商的模型上做一页提示词，以二十家同类彼此留出的加价出售。',
};

/**
 * The declared sentences of fields and of parameters of strategies in Simplified Chinese, by the English sentence: one that
 * is changed loses its translation, and a test names it. Longer than a page because it is a list.
 */

/** English sentence -> Chinese. */
export const SENTENCES: Readonly<Record<string, string>> = {
  // the run
  'Length of a world.': '一个世界的长度。',
  'Everybody who could use an app.': '所有可能使用应用的人。',
  'Simulated users; each stands for people / agents of her cell. At most 20 M unless they are simulated as cohorts.':
    '模拟用户；每一个代表其所在格子的“人数 / 模拟用户数”。最多 2000 万，按群组模拟时除外。',

  // the world
  'Converts the price weights and research scale, which are given per USD.':
    '换算按美元给出的价格权重和研发规模。',
  'Cost of serving in month 1; 0 is allowed.': '第 1 个月的推理成本；可以为 0。',
  'Plateau that energy and hardware leave.': '能源和硬件决定的成本底线。',
  'Time in which the part above the floor falls to a tenth.': '高于底线的部分降到十分之一所需的时间。',
  'Cost after each doubling of all tokens ever served; 1 is no experience curve.':
    '累计词元每翻一番后的成本；1 表示没有经验曲线。',
  'Tokens ever served before month 1, for the experience curve.':
    '第 1 个月之前累计服务的词元，用于经验曲线。',
  'Growth of the tokens that the same use takes.': '同样的使用所需词元的增长。',
  'mu: the frontier moves away from everybody by this.': 'μ：前沿每月把所有人甩开这么多。',
  'Quality of open models lies this far below the frontier and is a floor for all.':
    '开源模型的质量低于前沿这么多，也是所有公司的质量下限。',
  '1 (all above 0): a firm below its minimum cash is out; 0: it goes on with debts (to see what cash decides).':
    '1（大于 0 均同）：现金低于下限的公司退出；0：负债继续经营（用来看现金起多大作用）。',
  "Part of the serving cost of free users that is paid; 0 gives the internet's free ride.":
    '免费用户的推理成本中实际支付的部分；0 相当于互联网式的免费。',
  'Quality that is lost in the end.': '最终损失的质量。',
  'Cut at which half of it is lost.': '损失一半质量时的裁减幅度。',
  'How steep the cliff is.': '悬崖有多陡。',
  'Tokens that developers buy at the prices of month 1, beside the wrappers of the scenario.':
    '开发者按第 1 个月的价格购买的词元，不含场景中的套壳公司。',
  'Tokens bought rise by this per cent for a per cent off the mean price.':
    '平均价格每降 1%，购买的词元增加的百分比。',
  'Growth of tokens bought at constant price.': '价格不变时购买词元的增长。',
  'How strongly developers prefer a lower price; below 1 % of the first mean list price all are the same to them.':
    '开发者多看重低价；低于最初平均标价的 1% 后，对他们都一样。',
  'Part of the developers who stay with their supplier this month.': '本月留在原供应商的开发者比例。',
  'rho_R of ln(1 + R/scale).': 'ln(1 + R/规模) 的系数 ρ_R。',
  'R0.': '规模 R0。',
  'Data flywheel of ln(1 + MAU/10 M).': '数据飞轮：ln(1 + 月活/1000 万) 的系数。',
  'Generated text among the feedback.': '反馈中生成文本的比例。',
  'Share of generated text at which feedback stops helping; beyond, it harms.':
    '生成文本达到这一比例时反馈不再有益；超过则有害。',
  'Product flywheel of sqrt(payers/1 M).': '产品飞轮：√(付费用户/100 万) 的系数。',
  'What quality loses without work.': '不投入时质量的流失。',
  'a0.': '融资概率的常数项 a0。',
  'a1: 3-month growth, between -1 and 1.': 'a1：三个月增长的系数，增长限于 -1 到 1。',
  'a2 of ln(1 + MAU/1 M).': 'a2：ln(1 + 月活/100 万) 的系数。',
  'a3: hot (+1) or cold (-1) climate.': 'a3：资本市场冷热（热 +1，冷 -1）的系数。',
  'a4: subtracted when runway is under 6 months.': 'a4：现金可撑不足 6 个月时减去。',
  'Lasting luck of a firm with investors.': '公司在投资人那里的长期运气。',
  'Cap of the hazard after six months without growth.': '六个月没有增长后融资概率的上限。',
  'Median size of a round.': '一轮融资的中位规模。',
  'Part of the firm that a round sells; the valuation follows.': '一轮融资出让的股份；估值由此得出。',
  'Spread of the size of rounds.': '融资规模的离散度。',
  'Mean stay of a capital climate.': '一种资本冷热平均持续的时间。',
  'The climate of month 1 is hot.': '第 1 个月资本市场为热的概率。',

  // segments
  'Part of the people who belong to the segment; the shares add to 1.':
    '属于该人群的人口比例；各比例之和为 1。',
  'Median of alpha, the weight of the price.': '价格权重 α 的中位数。',
  'Spread of alpha over users: it carries the spread of willingness to pay.':
    'α 在用户间的离散度：体现支付意愿的差异。',
  'Mean of gamma, the weight of quality.': '质量权重 γ 的均值。',
  'Spread of gamma over users.': 'γ 在用户间的离散度。',
  'Median of delta, the weight of ads.': '广告权重 δ 的中位数。',
  'Spread of delta over users.': 'δ 在用户间的离散度。',
  'Median of sigma, the effort of leaving an app at tenure 0.': '刚开始使用时离开应用的代价 σ 的中位数。',
  'Spread of sigma over users.': 'σ 在用户间的离散度。',
  'What habit adds to the switching cost in the end.': '习惯最终给转换成本增加的部分。',
  'rho of H = 1 - rho^tenure.': 'H = 1 − ρ^使用月数 中的 ρ。',
  'If > 0 habit grows in a straight line over this many months instead.':
    '大于 0 时，习惯改为在这么多个月内直线增长。',
  'Effort of taking up a first app.': '开始使用第一个应用的代价。',
  'Part of the leaving cost that also holds against having no app.':
    '离开成本中在不用任何应用时也要付出的部分。',
  'Charm that wears off: in the end it lowers the cost of leaving by this.':
    '会消退的新鲜感：最终使离开成本降低这么多。',
  'Time constant of the fading.': '新鲜感消退的时间常数。',
  'Extra appeal of a price of exactly zero.': '价格恰好为零带来的额外吸引力。',
  'Weight of the share of her use that a quota leaves unserved.': '因配额得不到满足的用量比例的权重。',
  'Network effect eta of ln(1 + scale x share).': '网络效应：ln(1 + 规模 × 份额) 的系数 η。',
  'Scale inside the logarithm.': '对数内的规模。',
  'Appeal of having no app.': '不用任何应用的吸引力。',
  'A user of an app looks at the whole market again.': '用户重新比较整个市场的概率。',
  'Bass p: first look without an example.': 'Bass 模型 p：没有榜样时第一次关注。',
  'Bass q: first look by imitation.': 'Bass 模型 q：因模仿而第一次关注。',
  'A lapsed user looks again.': '流失的用户再次关注。',
  'A user whose app died looks again in the next month.': '应用退出的用户在下个月重新选择。',
  'A new user gets past her first month.': '新用户留过第一个月。',
  'First parameter of the lapse rate of free users (sBG).': '免费用户流失率的第一个参数（sBG）。',
  'Second parameter of the lapse rate of free users.': '免费用户流失率的第二个参数。',
  'First parameter of the lapse rate of paying users.': '付费用户流失率的第一个参数。',
  'Second parameter of the lapse rate of paying users.': '付费用户流失率的第二个参数。',
  'Spread of the persistent match of a user with the character of an app (traits), so that loyalty is not all switching cost.':
    '用户与应用性格（特质）长期匹配度的离散度，使忠诚不全来自转换成本。',
  'Appeal of daring content: times the edginess of the app.': '大胆内容的吸引力：乘以应用的大胆程度。',
  'Part of the users who look around after a price rise, a quota cut, a lost feature or a blocked month; 0 switches it off.':
    '在涨价、削减配额、失去功能或服务受阻后重新比较的用户比例；0 表示关闭。',
  'A user who reviews keeps a second app.': '重新比较的用户保留第二个应用。',
  'What the second app gets, unpaid, on its cheapest tier.': '第二个应用在其最便宜档位上得到的用量，不付费。',
  'Mean use of a new user.': '新用户的平均用量。',
  'Spread of the lognormal use over users.': '用量（对数正态）在用户间的离散度。',
  'Of use and price sensitivity over users.': '用量与价格敏感度在用户间的相关。',
  'If > 0, use is counted from conversations: conversations x (turns x turnTokens + turnGrowth x turns x (turns - 1) / 2).':
    '大于 0 时，用量按对话计算：对话数 ×（轮数 × 每轮词元 + 每轮增长 × 轮数 ×（轮数 − 1）/ 2）。',
  'Turns of a conversation.': '一次对话的轮数。',
  'Tokens of the first turn; a knowledge base takes 9,000 to 10,000.':
    '第一轮的词元；带知识库时为 9,000 到 10,000。',
  'What each turn adds to the next: the context that is read again.':
    '每一轮给下一轮增加的词元：要重新读取的上下文。',
  'The longer she stays the more context she costs, up to 24 months.': '使用越久上下文越贵，最多计 24 个月。',
  'People who have an app before the first month.': '第一个月之前就有应用的人。',
  'People who ever had an app before the first month; at least withApp.':
    '第一个月之前曾经用过应用的人；不少于已有应用的人。',
  'Awareness won by advertising is forgotten at this rate.': '广告带来的知名度的遗忘速度。',
  'Acquaintance is forgotten at this rate.': '自然知名度的遗忘速度。',
  'Awareness that one user spreads.': '一个用户传播的知名度。',

  // firms
  'Cash before the first month.': '第一个月之前的现金。',
  'Below this the firm is out of cash.': '低于此数，公司即耗尽现金。',
  'Cloud credits: pay inference and research compute only, used first.':
    '云额度：只能支付推理和研发算力，优先使用。',
  'Month in which the firm appears.': '公司出现的月份。',
  'Payroll, rent and everything that does not depend on users.': '工资、房租以及一切不随用户变化的开支。',
  'Research, training and data.': '研究、训练和数据。',
  'Standard deviation of the monthly surprise in payments.': '每月意外支出的标准差。',
  'Serving cost relative to the market.': '相对市场的推理成本。',
  'Part of the serving cost that distillation cuts away; the quality it costs is given by world.distillation.':
    '蒸馏削减的推理成本比例；付出的质量由 world.distillation 给出。',
  'Parallel servers that share the capacity: Erlang B loss; 0 is the fluid limit of very many.':
    '分担容量的并行服务器：按 Erlang B 计损失；0 为服务器极多时的极限。',
  'Part of the tokens bought from the supplier; the rest is served at own cost.':
    '向供应商购买的词元比例；其余按自己的成本提供。',
  'What stands of the features that users came for; a fall is an event that they feel.':
    '用户看重的功能还剩多少；下降时用户会感受到。',
  'How daring the content is: pulls users (edgePull) and raises the hazard of being delisted.':
    '内容有多大胆：吸引用户（edgePull），也提高被下架的风险。',
  'Character of the app, first dimension: users match it with a spread of matchSpread.':
    '应用性格的第一维：用户与它的匹配离散度为 matchSpread。',
  'Character of the app, second dimension.': '应用性格的第二维。',
  'Most that can be served; 0 is no limit.': '最多能服务的量；0 表示不限。',
  'What the app store keeps.': '应用商店的抽成。',
  'Months until the app store pays.': '应用商店回款所需月数。',
  'What advertisers pay for a thousand impressions.': '广告主为一千次展示支付的价格。',
  'Part of the usual ad revenue that brands pay on this content.':
    '品牌在这类内容上支付的广告收入占通常水平的比例。',
  'Users who buy cards and chances in a month.': '一个月内购买卡牌和抽奖的用户。',
  'Mean spending of such a user, after what the app store keeps.': '这类用户的平均消费，已扣除应用商店抽成。',
  'Tail of spending: the largest spenders move the month.': '消费的长尾：大额消费者左右当月收入。',
  'New users who come through an app store.': '通过应用商店到来的新用户。',
  'Hazard of being taken out of the store, times edginess times mobile.':
    '被商店下架的风险，再乘以大胆程度和移动端比例。',
  'How long the app stays out of the store.': '被下架多久。',
  'Payers on annual plans, paid in advance and not paid back.': '购买年度套餐的付费用户，预付且不退。',
  'What an annual plan costs less.': '年度套餐便宜多少。',
  'Reserved compute: at least this part of the largest serving cost of the notice period is paid.':
    '预留算力：至少支付通知期内最大推理成本的这一比例。',
  'Notice period of reserved compute.': '预留算力的通知期。',
  'What a cut of fixed cost costs at once.': '裁减固定成本需要立即支付的补偿。',
  'Poisson rate of sudden payments.': '突发支出的泊松率。',
  'Mean of their exponential size.': '突发支出规模（指数分布）的均值。',
  'Autocorrelation of growth.': '增长的自相关。',
  'Stationary standard deviation of growth over time; with `mean`, `firmSpread` 0 too the firm is judged by its orders.':
    '增长随时间的平稳标准差；`mean` 与 `firmSpread` 也为 0 时，公司按订单评判。',
  'Mean growth.': '平均增长。',
  'Spread of the lasting growth between firms.': '公司之间长期增长的离散度。',
  'So many firms of this kind, `<id>-1`, `<id>-2` ...; formulas name them all by `<id>`.':
    '这类公司的数量，`<id>-1`、`<id>-2`……；公式用 `<id>` 统称它们。',
  'If > 0 the copies arrive by a Poisson process of this rate from entersAt on; those that have not arrived by the end stay absent. Later changes need a rate above 0 in month 1 (1e-9: nobody yet).':
    '大于 0 时，副本从 entersAt 起按此速率的泊松过程到来；到结束仍未到来的视为缺席。之后的改动要求第 1 个月速率大于 0（1e-9：暂无）。',
  'Extra revenue per user once the share is above harvestShare.':
    '份额高于 harvestShare 后每个用户的额外收入。',
  'Share of the people from which users are harvested.': '开始收割用户的人口份额。',
  'Quality at the start, relative to the frontier of month 1.': '开始时的质量，相对第 1 个月的前沿。',
  'Net drift of quality that research and feedback do not explain.': '研发和反馈解释不了的质量净漂移。',
  'How well the app fits a segment.': '应用与人群的契合程度。',
  'Acquaintance A^o before the first month.': '第一个月之前的自然知名度 A^o。',
  'Acquaintance by press and own surfaces; 1 makes everybody know the app.':
    '媒体和自有渠道带来的知名度；1 使人人都知道。',
  'f: multiplies the lapse rate of its users; 0 switches lapsing off.':
    'f：乘以其用户的流失率；0 表示不流失。',
  'Monthly active users before the first month; splits those who have an app.':
    '第一个月之前的月活用户；用来划分已有应用的人。',
  'Price of a subscription; 0 is free.': '订阅价格；0 为免费。',
  'Use beyond this is not served.': '超出此量的用量不予服务。',
  'Quality of the tier over the app.': '该档位高于应用本身的质量。',
  'How many ads a user sees; 1 is the usual load, multiplied by the ad aversion.':
    '用户看到多少广告；1 为通常水平，乘以广告厌恶。',
  'Advertising revenue a month, besides that of counted impressions.': '每月广告收入，不含按展示计费的部分。',
  'Ads that a user sees in a month at the declared load of the tier; each earns the eCPM of the firm.':
    '用户在该档位的广告水平下每月看到的广告；每次按公司的 eCPM 计收入。',
  'Below this runway the firm looks for money.': '现金可撑低于此数时公司寻求融资。',
  'Log odds of a round, added for this firm; -50 closes the market.':
    '为该公司加上的融资对数几率；-50 等于关闭融资。',
  'State or corporate money while seeking, whatever the growth.':
    '寻求融资时获得国家或企业资金，与增长无关。',
  'Part of state and corporate money that comes as cloud credits.':
    '国家和企业资金中以云额度形式到来的部分。',
  'Payments in which the cash of a round comes, three months apart while the firm lives.':
    '一轮资金分几次到账，公司存活时每三个月一次。',
  'Sale or acqui-hire while runway is under 12 months.': '现金可撑不足 12 个月时被出售或人才收购。',
  'Sale whatever the runway.': '无论现金可撑多久都可能出售。',
  'Median of what investors get for each unit of money raised.': '投资人每投入一单位资金所得的中位数。',
  'Spread of the multiple.': '该倍数的离散度。',
  'Poisson rate of tenders the firm bids for.': '公司参与投标的泊松率。',
  'Log odds of winning a tender.': '中标的对数几率。',
  'Lowers the log odds while a rival with a parent gives its model away.':
    '有母公司的对手免费开放模型时降低的对数几率。',
  'Median size of an order.': '订单金额的中位数。',
  'Spread of the size of orders.': '订单金额的离散度。',
  'What is left of an order after delivery.': '交付后订单剩下的部分。',
  'Months from delivery to payment.': '从交付到回款的月数。',
  'Part of the orders that is served from the cloud; the rest is delivered on premise at `margin`.':
    '从云端提供的订单比例；其余按 `margin` 在客户本地交付。',
  'Margin of cloud orders in month 1; it moves with the serving cost and with the market price of tokens.':
    '第 1 个月云订单的毛利率；随推理成本和词元市价变化。',
  'Log odds lost for every e-fold by which the market price of tokens has fallen since month 1: customers serve themselves.':
    '词元市价自第 1 个月起每降到 1/e 损失的对数几率：客户改为自建。',
  'State background in public tenders, 0 to 1.': '公开招标中的国资背景，0 到 1。',
  "Can deliver on the customer's own machines, 0 to 1.": '能否在客户自己的机器上交付，0 到 1。',
  'Appeal of the firm in public tenders of these buyers; who is not named here does not bid.':
    '公司在这些买方公开招标中的吸引力；未列出者不参与投标。',
  'List price of tokens; policies may change it.': '词元标价；策略可以改变它。',
  'Appeal to developers beside the price.': '价格之外对开发者的吸引力。',
  'Most that the parent pays in a month.': '母公司每月最多支付的金额。',
  'The parent fills cash up to this.': '母公司把现金补足到此数。',
  'The parent stops paying for good.': '母公司永久停止支付。',
  'Revenue of the last twelve months from which the firm can be listed.': '可以上市的最近十二个月收入门槛。',
  'Listing in a month of hot climate, once the revenue is there.': '收入达标后，在资本热的月份上市的概率。',
  'Money raised.': '募集的资金。',

  // strategies
  'Advertising a month.': '每月广告。',
  'Full months before the firm judges itself.': '公司评判自己之前的完整月数。',
  'Lifetime value must be at least this multiple of the acquisition cost.':
    '用户终身价值至少是获客成本的这一倍数。',
  'Cuts research below this runway.': '现金可撑低于此数时削减研发。',
  'Part of the research plan that is cut in a month.': '每月削减的研发计划比例。',
  'Part of the research plan that comes back in a month.': '每月恢复的研发计划比例。',
  'Research never falls below this.': '研发支出的下限。',
  'Part of the receivables that the firm counts as cash when it looks at its runway.':
    '公司计算现金可撑时把应收账款的多少计为现金。',
  'Advertising a month while it pays.': '划算时的每月广告。',
  'Advertises only with at least this runway.': '现金可撑至少达到此数才投广告。',
  'Most that a free tier serves: a trial.': '免费档最多提供的量：试用。',
  'Own advertising a month while the runway is long.': '现金充裕时自己的每月广告。',
  'Load of ads in the first month.': '第一个月的广告量。',
  'The load never falls below this.': '广告量的下限。',
  'The load never rises above this.': '广告量的上限。',
  'Part of the load by which it moves in a month.': '广告量每月变动的比例。',
  'Below this runway the load rises.': '现金可撑低于此数时广告量上升。',
  'With a long runway the load falls while more than this leave.':
    '现金充裕时，离开的用户超过此数则广告量下降。',
  'Advertising a month while the runway is long.': '现金充裕时的每月广告。',
  'Months between two moves of the free quota.': '两次调整免费配额之间的月数。',
  'How far the free quota moves.': '免费配额每次调整的幅度。',
  'The free quota grows again while free users cost less than this.':
    '免费用户成本低于此数时，免费配额再次增加。',
  'The free quota never falls below this.': '免费配额的下限。',
  'The free quota never rises above this.': '免费配额的上限。',
  'Smallest cut of a rival that is answered.': '会作出回应的对手最小降价幅度。',
  'Chance that a cut is answered.': '对降价作出回应的概率。',
  'Months between seeing the cut and answering it.': '看到降价到回应之间的月数。',
  'How much of the cut is followed.': '跟随降价的程度。',
  'No price is cut below this; 0 goes to zero, 1 to cost.': '降价的下限；0 可降到零，1 降到成本。',
  'Month of the first cut, at the earliest.': '首次降价最早的月份。',
  'How far subscriptions are cut; 0 leaves them.': '订阅降价幅度；0 表示不变。',
  'How far the price of tokens is cut; 0 leaves it.': '词元降价幅度；0 表示不变。',
  'Months until the next cut if a rival has followed; 0 cuts once.':
    '有对手跟随时到下次降价的月数；0 表示只降一次。',
  'Cuts only with at least this runway.': '现金可撑至少达到此数才降价。',
  'No price falls below this part of its serving cost; 1 is cost.':
    '价格不低于其推理成本的这一比例；1 即成本。',
  'Advertising in the first month.': '第一个月的广告。',
  'What multiplies the budget every month in which users grow and the runway is long.':
    '用户增长且现金充裕的月份里预算的倍数。',
  'Users must have grown by more than this for the budget to rise.': '用户增长超过此数预算才上升。',
  'The budget rises only with at least this runway.': '现金可撑至少达到此数预算才上升。',
  'What multiplies the budget in a month with less runway than the floor; 1 keeps spending.':
    '现金可撑低于下限的月份里预算的倍数；1 表示照常支出。',
  'Most that is spent on advertising in a month.': '每月广告支出的上限。',
  'If above 0 the budget is the cash divided by this instead: the land-grab.':
    '大于 0 时，预算改为现金除以此数：抢地盘。',
  'Looks for money below this runway as long as users grow.': '只要用户在增长，现金可撑低于此数就寻求融资。',
  'Part of the advertising that never changes.': '始终不变的那部分广告。',
  'Part of the advertising that grows, in its first month.': '会增长的那部分广告在首月的数额。',
  'What multiplies the growing part every month.': '增长部分每月的倍数。',
  'Most that the growing part reaches.': '增长部分的上限。',
  'First month with advertising.': '开始投广告的月份。',
  "Part of the leader's advertising of last month that is answered.": '按领先者上月广告的多大比例跟进。',
  'Own advertising in the first month.': '第一个月自己的广告。',
  'What multiplies the own part every month.': '自己部分每月的倍数。',
  'No advertising below this runway; 0 never stops.': '现金可撑低于此数时不投广告；0 表示从不停止。',
  'Cuts research below this runway; 0 never cuts.': '现金可撑低于此数时削减研发；0 表示从不削减。',
  'Advertises only with more than this runway.': '现金可撑超过此数才投广告。',
  'Price of a tier over the cost of its full quota, at least.': '档位价格与其满额配额成本之比的下限。',
  'Planned advertising a month.': '计划的每月广告。',
  'Cuts advertising below this runway.': '现金可撑低于此数时削减广告。',
  'Cuts fixed cost below this runway.': '现金可撑低于此数时削减固定成本。',
  'Part of the plan that is cut in a month.': '每月削减的计划比例。',
  'Part of the plan that comes back in a month.': '每月恢复的计划比例。',
  'Fixed cost never falls below this.': '固定成本的下限。',
  'Runway under which prices rise.': '现金可撑低于此数时涨价。',
  'What multiplies prices while the runway is short.': '现金紧张时价格的倍数。',
  'What multiplies prices after a month in which the share fell.': '份额下降的月份之后价格的倍数。',
  'What a price of zero is raised to.': '零价格提高到的数额。',
  'What the firm takes for the price weight of its users.': '公司认定的用户价格权重。',
  'A price closer than this to the rule stays: every rise makes users look around.':
    '与规则相差小于此数的价格不变：每次涨价都会让用户重新比较。',

  // channels and buyers
  'X0: what all other advertisers spend there.': 'X0：其他所有广告主在该渠道的支出。',
  'kappa: contacts per head if one buyer bought everything.': 'κ：若一个买方买下全部，每人被触达的次数。',
  "How much rivals' money raises the price of a contact; 0 switches the auction off.":
    '对手的资金多大程度抬高触达价格；0 表示关闭竞价。',
  'If > 0, contacts x reach x^n / (x^n + halfAt^n) of the audience instead of 1 - e^-x.':
    '大于 0 时，x 次触达覆盖受众的 x^n / (x^n + halfAt^n)，而不是 1 − e^−x。',
  'Contacts that reach half of the audience, with hill > 0.': 'hill > 0 时，覆盖一半受众所需的触达次数。',
  'Part of a segment that the channel can reach.': '渠道能触达的人群比例。',
  'What the owner pays of the price that others pay.': '渠道所有者支付他人价格的多大比例。',
  'Poisson rate of public tenders in month 1.': '第 1 个月公开招标的泊松率。',
  'Growth of the number of tenders.': '招标数的增长。',
  'Appeal of awarding the tender to nobody of the market.': '不把标授予市场中任何公司的吸引力。',
  'Weight of ln(1 + MAU/1 M): a large base of consumers helps.':
    'ln(1 + 月活/100 万) 的权重：消费者多有帮助。',
  'Bonus of a state background; odds of 2 are .69.': '国资背景的加分；几率 2 对应 0.69。',
  'Tenders that only firms that deliver on premise can win.': '只有能本地交付的公司才能赢得的招标。',
};

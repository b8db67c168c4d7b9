/** Titles and questions of the shipped scenarios in Simplified Chinese, by id. */

/** What a card of the gallery says. */
export interface ScenarioWords {
  readonly title: string;
  readonly question: string;
}

/** Id -> Chinese. */
export const SCENARIOS: Readonly<Record<string, ScenarioWords>> = {
  'acquihire-and-funding-drought': {
    title: '人才收购与融资寒冬',
    question: '投资人转冷时，哪些实验室被收购，哪些饿死，靠山救得了吗？',
  },
  'ai-companions': {
    title: 'AI 陪伴，2024–2025',
    question: '哪些 AI 陪伴能靠爱它们的人活下去，爱又要花多少钱？',
  },
  'b2b-landing': {
    title: '面向企业落地',
    question: '企业和政府的订单养得起一家实验室吗？词元不要钱时，还剩下什么？',
  },
  'charging-shock': {
    title: '免费应用开始收费',
    question: '一个人人免费的应用开始收费，多少用户会留下，谁为其余的人付账？',
  },
  'china-traffic-war-2024': {
    title: '2024 年中国流量大战',
    question: '2024 年中国 AI 流量大战中，哪些公司会耗尽现金，何时，为什么？',
  },
  'free-vs-value-internet-logic': {
    title: '免费还是价值，互联网还是 AI',
    question: '白送产品、买用户，是不是在调用不花钱时取胜，在要花钱时致命？',
  },
  'giants-enter': {
    title: '巨头入场',
    question: '巨头带着母公司的钱入场时，哪些独立应用流失用户，哪些耗尽现金？',
  },
  'openai-subscription-2024-2029': {
    title: 'OpenAI 的订阅计划，2024–2029',
    question: '免费用户每次调用都要花钱，上涨的订阅养得起一家实验室、撑得到那时吗？',
  },
  'policy-and-store-shock': {
    title: '政策冲击与应用商店把关',
    question: '禁止功能或被商店下架会让一个陪伴应用付出什么代价，它该有多大胆？',
  },
  'price-war-0-yuan': {
    title: '降到零元的价格战',
    question: '一家有钱的实验室把词元价格降到十分之一，谁跟进，谁买单，谁因此死去？',
  },
  'six-app-benchmark': {
    title: '六应用基准',
    question: '这个引擎给出的份额和退出月份，与十一个独立实现一致吗？',
  },
  'startup-20m': {
    title: '两千万元的创业公司',
    question: '两千万元能撑多久，决定成败的是巨头的免费模型吗？',
  },
  'wrapper-squeeze': {
    title: '被供应商挤压的套壳公司',
    question: '供应商推出自己的免费产品时，转售其模型的公司里谁能活下来？',
  },
};

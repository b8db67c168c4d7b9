/**
 * Names of fields for the rail: the keys of the scenario's own path, in words. In Chinese the common ones are translated;
 * a key without a translation stays as the file has it, which is also what the filter and the command line know.
 */
import type { Scenario } from '../../sim/index.js';
import { plainText } from '../report/plain-text.js';
import type { Field } from './fields.js';
import type { Language, Words } from './words.js';

const ZH: Readonly<Record<string, string>> = {
  ads: '广告投放',
  adRevenue: '广告收入',
  adShare: '广告份额',
  agents: '模拟用户数',
  api: 'API',
  attention: '注意力',
  awareness: '知名度',
  base: '基准',
  budget: '预算',
  business: '企业业务',
  cash: '初始现金',
  channels: '渠道',
  cloudMargin: '云部署毛利率',
  cloudShare: '云部署占比',
  contacts: '触达价格',
  elasticity: '弹性',
  entersAt: '进入月份',
  exchangeRate: '汇率',
  fit: '契合度',
  fixedCost: '固定成本',
  flat: '无增长时的融资',
  floor: '下限',
  freeRivalHit: '免费对手的冲击',
  funding: '融资',
  growth: '增长',
  imitation: '模仿系数',
  inferenceCost: '推理成本',
  innovation: '创新系数',
  lapse: '流失率倍数',
  margin: '毛利率',
  month: '月份',
  months: '月数',
  otherSpend: '其他广告支出',
  paidAfter: '回款月数',
  parent: '母公司',
  people: '人数',
  policy: '策略',
  press: '媒体曝光',
  price: '价格',
  priceSensitivity: '价格敏感度',
  quality: '质量',
  qualityDrift: '质量漂移',
  quota: '配额',
  reach: '覆盖率',
  research: '研发支出',
  review: '重新选择的概率',
  share: '份额',
  shift: '偏移',
  shock: '支出波动',
  size: '订单金额',
  sizeSpread: '订单金额的离散度',
  start: '起始值',
  storeFee: '应用商店费率',
  strategic: '战略资本',
  tenders: '招标数',
  tenfold: '降至十分之一的月数',
  tiers: '档位',
  tokenDrift: '用量漂移',
  use: '用量',
  users: '初始用户',
  win: '中标对数几率',
  zeroPrice: '免费效应',
};

/** `fixedCost` -> `fixed cost`. */
function inWords(key: string): string {
  return key.replace(/([a-z])([A-Z])/g, (_, a: string, b: string) => `${a} ${b.toLowerCase()}`);
}

/** The field below its owner: `Fixed cost`, `Tiers 1: price`. */
export function fieldName({ keys }: Pick<Field, 'keys'>, language: Language): string {
  const words = keys.map((key) => (language === 'zh' && Object.hasOwn(ZH, key) ? ZH[key] : inWords(key)));
  const text = words.reduce(
    (all, word) => (/^\d+$/.test(word) ? `${all} ${word}` : all && `${all}: ${word}`) || word,
    '',
  );
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Whose number it is, as a heading: the name of the firm, segment or channel, else the world or the run. */
export function ownerName({ owner }: Pick<Field, 'owner'>, scenario: Scenario, words: Words): string {
  const [root, id] = owner.split('.');
  if (root === '') return words.ex.theRun;
  if (id === undefined) return words.ex.theWorld;
  if (root === 'firms') return plainText(firmNamed(scenario, id)) || id;
  const named = (scenario as unknown as Record<string, Record<string, { name?: string }>>)[root]?.[id];
  return plainText(named?.name ?? id) || id;
}

/** Copies of a firm have the name of their family's first. */
function firmNamed({ firms }: Scenario, id: string): string {
  const own = Object.hasOwn(firms, id) ? firms[id] : Object.values(firms).find(({ family }) => family === id);
  return own?.name ?? id;
}

/** Words of the debrief, in both languages; a part of words.ts. */
import type { Status } from '../../../sim/index.js';
import type { MoneyLine } from './money.js';

const EN_STATUS: Readonly<Record<Status, string>> = {
  absent: 'absent',
  alive: 'alive',
  'cash-out': 'out of cash',
  acquired: 'acquired',
  'wound-down': 'wound down',
  paused: 'suspended',
};

/** English. */
export const DEBRIEF_EN = {
  survived: (firm: string, months: number): readonly [string, string, string] => [
    `${firm} is `,
    'still there',
    ` after ${months} months.`,
  ],
  ended: (firm: string, status: Status, month: number): readonly [string, string, string] => {
    const how: Record<string, string> = {
      'cash-out': 'ran out of cash',
      acquired: 'was acquired',
      'wound-down': 'was wound down',
      paused: 'was suspended',
    };
    return [`${firm} ${how[status] ?? 'ended'} in `, `month ${month}`, '.'];
  },
  twinSays: (status: Status, lived: number, months: number) =>
    status === 'alive'
      ? ` Your twin, on the scenario’s own strategy, lives through all ${months} months.`
      : ` Your twin, on the scenario’s own strategy, ended in month ${lived} (${EN_STATUS[status]}).`,
  endCash: (cash: string, twin: string, unit: string) =>
    `You end with ${cash} ${unit}, your twin with ${twin} ${unit}, in the same world with the same luck.`,
  endRaised: (yours: string, sold: string, twins: string) =>
    `From outside came ${yours}${sold === '' ? '' : `, for ${sold} of the firm`}; to your twin ${twins}.`,
  turning: (month: number, steps: string) => `The turning point was month ${month}: ${steps}.`,
  turningStep: (name: string, before: string, now: string) => `${name} from ${before} to ${now}`,
  turningMore: (steps: readonly string[], more: number) =>
    [...steps, ...(more > 0 ? [`${more} more`] : [])].join(', '),
  asPlanned: 'as planned',
  turningEnd: (status: Status, lived: number, money: string) =>
    `Undo that one decision, and the same firm, in the same world with the same luck, ${
      status === 'alive' ? `ends month ${lived} with ${money}` : `is ${EN_STATUS[status]} in month ${lived}`
    }.`,
  turningNone: 'No single decision turned the game: undo any one of yours and the end is the same.',
  markMonth: (month: number) => `month ${month}`,
  twinTitle: 'Your cash and your twin’s',
  twinHow: (unit: string) =>
    `${unit}. The twin is the same firm in the same world, played by the scenario’s own strategy.`,
  twin: 'twin',
  moneyTitle: 'Where the money went',
  moneyHow: (unit: string) => `${unit}, month 1 to the end.`,
  opening: 'Opening cash',
  closing: 'Cash at the end',
  unpaid: 'Unpaid at the end',
  lines: {
    users: 'From users',
    business: 'From businesses',
    serving: 'Serving users',
    advertising: 'Advertising',
    research: 'R&D',
    fixedCost: 'Fixed cost and severance',
    chance: 'Luck: shocks and jolts',
    rounds: 'Rounds of money',
    listing: 'Going public',
    parent: 'From the parent',
  } as Readonly<Record<MoneyLine, string>>,
  scoreTitle: 'Your seat, every strategy',
  scoreHow: (unit: string) =>
    `Same world, same luck, money in ${unit}. Richest first; those out of cash last, the longest-lived of them first. One world is one luck, not a ranking.`,
  scoreBudget: (money: string) =>
    ` Strategies that advertise begin with ${money} a month, this firm’s budget in the scenario; all else is at their defaults. What then was spent stands under Ads.`,
  sold: (share: string) => `${share} sold`,
  spentHead: 'Ads',
  strategyName: (id: string) => {
    const words = id
      .replace(/([a-z0-9])([A-Z])/g, (_, a: string, b: string) => `${a} ${b.toLowerCase()}`)
      .replace(/^b2b/, 'B2B');
    return words.charAt(0).toUpperCase() + words.slice(1);
  },
  inOneRow: (names: readonly string[]) => names.join(', '),
  raisedHead: 'Raised',
  strategy: 'Strategy',
  ending: 'Ends',
  endsWith: 'Cash',
  peopleEnd: 'Users',
  twinRow: (policy: string) => `${policy} (with this scenario’s numbers)`,
  defaultRow: (policy: string) => `${policy} (with its default numbers)`,
  refused: (policies: string) =>
    `Cannot sit here without more being said (parameters, channels): ${policies}.`,
  scoring: 'The other strategies are being lived.',
  status: (status: Status, lived: number) =>
    status === 'alive' ? 'alive' : `${EN_STATUS[status]}, month ${lived}`,
  result: 'Result of your world',
  gameLink: 'The link holds your whole game: world, luck and every decision.',
  twinCommand: 'Your twin on the command line:',
  again: 'Play again on the same luck',
  newLuck: 'Play on new luck',
};

const ZH_STATUS: Readonly<Record<Status, string>> = {
  absent: '未进入',
  alive: '存活',
  'cash-out': '耗尽现金',
  acquired: '被收购',
  'wound-down': '清盘',
  paused: '暂停',
};

const ZH_STRATEGY: Readonly<Record<string, string>> = {
  steady: '稳步',
  blitzscale: '闪电扩张',
  bigTechSubsidy: '大厂补贴',
  freemium: '免费增值',
  subscriptionFirst: '订阅优先',
  meteredValue: '按量计价',
  runwayGuard: '守住现金',
  priceWarFollower: '价格战跟随',
  adFollower: '广告跟随',
  b2bLanding: '企业落地',
  stopEarly: '及早止损',
  runwayPricing: '按现金定价',
  adsAndGacha: '广告加抽卡',
  priceWarLeader: '价格战发起',
  bargainThenHarvest: '低价后收割',
  wrapper: '套壳',
};

/** Simplified Chinese. */
export const DEBRIEF_ZH: typeof DEBRIEF_EN = {
  survived: (firm, months) => [`${months} 个月后，${firm}`, '依然存活', '。'],
  ended: (firm, status, month) => [`${firm}在`, `第 ${month} 个月`, `${ZH_STATUS[status]}。`],
  twinSays: (status, lived, months) =>
    status === 'alive'
      ? `你的孪生公司沿用场景原有的策略，度过了全部 ${months} 个月。`
      : `你的孪生公司沿用场景原有的策略，在第 ${lived} 个月${ZH_STATUS[status]}。`,
  endCash: (cash, twin, unit) =>
    `在同一个世界、同样的运气下，你最后有 ${cash}${unit}，孪生公司有 ${twin}${unit}。`,
  endRaised: (yours, sold, twins) =>
    `你从外部得到 ${yours}${sold === '' ? '' : `，出让公司的 ${sold}`}；孪生公司得到 ${twins}。`,
  turning: (month, steps) => `转折点是第 ${month} 个月：${steps}。`,
  turningStep: (name, before, now) => `${name}由 ${before} 改为 ${now}`,
  turningMore: (steps, more) => [...steps, ...(more > 0 ? [`另有 ${more} 处`] : [])].join('，'),
  asPlanned: '按计划',
  turningEnd: (status, lived, money) =>
    `只撤回这一个决定，同一家公司在同一个世界、同样的运气下，${
      status === 'alive' ? `到第 ${lived} 个月末有 ${money}` : `在第 ${lived} 个月${ZH_STATUS[status]}`
    }。`,
  turningNone: '没有哪一个决定单独扭转了这一局：撤回其中任何一个，结局都一样。',
  markMonth: (month) => `第 ${month} 个月`,
  twinTitle: '你与孪生公司的现金',
  twinHow: (unit) => `${unit}。孪生公司是同一世界里的同一家公司，由场景原有的策略经营。`,
  twin: '孪生',
  moneyTitle: '钱去了哪里',
  moneyHow: (unit) => `${unit}，从第 1 个月到结束。`,
  opening: '期初现金',
  closing: '期末现金',
  unpaid: '期末欠款',
  lines: {
    users: '来自用户',
    business: '来自企业',
    serving: '服务用户',
    advertising: '广告',
    research: '研发',
    fixedCost: '固定成本与补偿',
    chance: '运气：冲击',
    rounds: '融资',
    listing: '上市',
    parent: '来自母公司',
  },
  scoreTitle: '你的席位，每一种策略',
  scoreHow: (unit) =>
    `同一个世界，同样的运气，金额单位为${unit}。现金多的在前；耗尽现金的在后，其中撑得久的在前。一个世界只是一种运气，不是排名。`,
  scoreBudget: (money) =>
    `做广告的策略起初每月有 ${money}，即场景给这家公司的预算；其余参数为默认值。实际花费见“广告”一栏。`,
  sold: (share) => `出让 ${share}`,
  spentHead: '广告',
  strategyName: (id) => (Object.hasOwn(ZH_STRATEGY, id) ? ZH_STRATEGY[id] : id),
  inOneRow: (names) => names.join('、'),
  raisedHead: '外部资金',
  strategy: '策略',
  ending: '结局',
  endsWith: '现金',
  peopleEnd: '用户',
  twinRow: (policy) => `${policy}（用这个场景的参数）`,
  defaultRow: (policy) => `${policy}（用默认参数）`,
  refused: (policies) => `缺少必要的设定（参数、渠道），不能坐在这里：${policies}。`,
  scoring: '其他策略正在运行。',
  status: (status, lived) => (status === 'alive' ? '存活' : `第 ${lived} 个月${ZH_STATUS[status]}`),
  result: '你的世界的结果',
  gameLink: '链接里有你的整局游戏：世界、运气和每一个决定。',
  twinCommand: '在命令行上运行你的孪生公司：',
  again: '用同样的运气再玩一次',
  newLuck: '换一种运气',
};

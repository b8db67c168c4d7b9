/**
 * Every word of Play the CEO, in English and Simplified Chinese, loaded with the game. A key that one language lacks does
 * not compile. Names of firms, channels and strategies stay as their files have them. Longer than a page because it is a
 * list, twice.
 */
import type { Status } from '../../../sim/index.js';
import { bounds, intervalText, percent, scaled, signed, significant } from '../../report/numbers.js';
import type { Language } from '../words.js';
import type { MoneyLine } from './money.js';

/** Money or people in the units of a language: `1.20 B`, `12.0亿`. */
export function amount(value: number, language: Language): string {
  if (language === 'en') return scaled(value);
  const size = Math.abs(value);
  const sign = value < 0 ? '−' : '';
  if (size >= 99.95e6) return `${sign}${significant(size / 1e8)}亿`;
  if (size >= 9995) return `${sign}${significant(size / 1e4)}万`;
  return scaled(value);
}

/** The same with its sign. */
export function change(value: number, language: Language): string {
  return signed(value, (size) => amount(size, language));
}

const EN = {
  title: 'Play the CEO',
  intro: 'Take a firm and decide month by month. The others are played by their built-in strategies.',
  introSeen:
    'You see what your firm sees: its own books and last month’s public facts of its rivals. The luck is fixed before you begin and nobody shows it to you.',
  pickScenario: 'First open a scenario',
  pickScenarioHint: 'Any scenario with apps can be played.',
  toGallery: 'To the gallery',
  scenario: 'Scenario',
  firm: 'Your firm',
  luck: 'World (which luck)',
  luckHint: 'Same number, same luck.',
  begin: 'Take the seat',
  noSeats: 'No firm of this scenario has an app from the first month, so there is no seat to take.',
  startCash: 'Cash at the start, about',
  youRun: (firm: string) => `You run ${firm}`,
  cash: 'Cash',
  runway: 'Runway',
  users: 'Users',
  place: 'Place',
  monthsUnit: 'months',
  placeOf: (place: number, of: number): readonly [string, string] => [`${place} of ${of}`, 'apps'],
  noBurn: 'earns',
  track: (lived: number, months: number) => `${lived} of ${months} months lived`,
  decideMonth: (month: number) => `Decide month ${month}`,
  decideHint: 'You see what your firm sees: your own books and last month’s public facts.',
  price: (tier: string) => `Price, ${tier}`,
  quota: (tier: string) => `Quota, ${tier}`,
  tier: (k: number) => `tier ${k}`,
  free: 'free tier',
  aMonth: 'a month',
  quotaUnit: 'M tokens a month',
  noLimit: 'no limit',
  notSold: 'not sold',
  ads: (channel: string) => `Ads, ${channel}`,
  research: 'R&D',
  fixedCost: 'Fixed cost',
  apiPrice: 'Price of tokens',
  apiUnit: 'per M tokens',
  seek: 'Look for money',
  yes: 'Yes',
  no: 'No',
  range: (name: string) => `${name}, slider`,
  sumIncome: 'Income, as last month at these prices',
  sumServing: 'Serving users, as last month',
  sumAds: 'Ads',
  sumResearch: 'R&D',
  sumFixed: 'Fixed cost',
  sumSeverance: 'Severance for the cut',
  sumChange: 'Change of cash',
  sumKnown: 'Change of cash, before what users bring and cost',
  live: (month: number) => `Live through month ${month}`,
  living: (month: number) => `Living through month ${month}`,
  stop: 'Stop while there is money left',
  stopSure: 'Wind the firm down this month',
  stopBack: 'Go on',
  leave: 'Leave the game',
  cashTitle: 'Your cash, and where it leads',
  cashHow: (unit: string, forks: number) =>
    `${unit}. Line: what happened. Bands: 50% and 90% of ${forks} futures from here.`,
  cashLabel: (cash: string) => `Cash at the end of each month; now ${cash}.`,
  usersTitle: 'Users',
  usersHow: 'People a month, last month’s public count.',
  usersLabel: (rows: string) => `Users by app: ${rows}.`,
  now: 'now',
  month: 'month',
  median: 'median',
  you: 'You',
  newsTitle: 'What everybody knows',
  noNews: 'Nothing yet. Prices, advertising, entries and exits of rivals appear here a month later.',
  newsMonth: (month: number) => `Month ${month}`,
  enters: (firm: string) => `${firm} enters the market.`,
  leaves: (firm: string) => `${firm} is gone.`,
  passes: (firm: string) => `${firm} passes you in users.`,
  passed: (firm: string) => `You pass ${firm} in users.`,
  priceNews: (firm: string, from: string, to: string, up: boolean) =>
    `${firm} ${up ? 'raises' : 'cuts'} a price from ${from} to ${to}.`,
  sellsNews: (firm: string, price: string) => `${firm} begins to sell a tier at ${price}.`,
  sellsNoMore: (firm: string) => `${firm} no longer sells one of its tiers.`,
  tokenNews: (firm: string, from: string, to: string, up: boolean) =>
    `${firm} ${up ? 'raises' : 'cuts'} its price of tokens from ${from} to ${to}.`,
  adNews: (firm: string, from: string, to: string, up: boolean) =>
    `${firm} ${up ? 'raises' : 'cuts'} its advertising from ${from} to ${to}.`,
  advisers: 'Advisers',
  runwayBy: 'finance',
  runwayText: (months: number) =>
    Number.isFinite(months)
      ? `At the pace of the last three months the cash lasts ${months.toFixed(1)} months.`
      : 'At the pace of the last three months the firm earns money.',
  runwayForm: (months: number) =>
    Number.isFinite(months)
      ? `With the month on the form: ${months.toFixed(1)} months.`
      : 'With the month on the form it lasts.',
  userTitle: 'One user',
  userBy: 'unit economics',
  userText: (brings: string, costs: string, unit: string) =>
    `A user brought ${brings} ${unit} last month and cost ${costs} ${unit} to serve.`,
  userBad: 'Every new user makes the hole deeper.',
  userGood: 'Every new user helps to pay the rest.',
  userCac: (cac: string, unit: string) => `Winning one by advertising cost ${cac} ${unit}.`,
  userNone: 'Not known before the first month has been lived.',
  brings: 'brings',
  costs: 'costs',
  oddsTitle: 'Odds',
  oddsBy: (forks: number) => `${forks} forks of this world`,
  oddsText: (share: string, span: string) =>
    `If nothing changes you run out of cash ${span} in ${share} of futures. `,
  oddsInterval: (low: number, high: number) => `95% interval ${intervalText(low, high)}.`,
  oddsFew: (low: number, high: number, n: number) =>
    `${intervalText(low, high)} of futures end without cash; ${n} so far.`,
  oddsSpan: (ahead: number, whole: boolean) =>
    whole ? `before the world ends in ${ahead} months` : `within ${ahead} months`,
  oddsWait: 'The first futures are on their way.',
  thenLabel: 'In these futures',
  thenHold: 'you keep this month’s decision',
  thenPolicy: 'your firm’s own strategy takes over',
  oddsNote: 'Each future has a luck of its own from this month on: nobody sees what will happen.',
  problem: 'The game cannot go on',
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
    raised: 'Rounds, listing, parent',
  } as Readonly<Record<MoneyLine, string>>,
  scoreTitle: 'Your seat, every strategy',
  scoreHow: 'Same world, same luck, parameters at their defaults. One world is one luck, not a ranking.',
  strategy: 'Strategy',
  ending: 'Ends',
  endsWith: (unit: string) => `Cash, ${unit}`,
  peopleEnd: 'Users',
  twinRow: (policy: string) => `${policy} (as in the scenario)`,
  refused: (policies: string) =>
    `Cannot sit here without more being said (parameters, channels): ${policies}.`,
  scoring: 'The other strategies are being lived.',
  status: (status: Status, lived: number) =>
    status === 'alive' ? 'alive' : `${EN_STATUS[status]}, month ${lived}`,
  again: 'Play again on the same luck',
  newLuck: 'Play on new luck',
  table: 'Table',
  chart: 'Chart',
  share: percent,
};

const EN_STATUS: Readonly<Record<Status, string>> = {
  absent: 'absent',
  alive: 'alive',
  'cash-out': 'out of cash',
  acquired: 'acquired',
  'wound-down': 'wound down',
  paused: 'suspended',
};

/** The words of one language. */
export type PlayWords = typeof EN;

const ZH_STATUS: Readonly<Record<Status, string>> = {
  absent: '未进入',
  alive: '存活',
  'cash-out': '耗尽现金',
  acquired: '被收购',
  'wound-down': '清盘',
  paused: '暂停',
};

function zhInterval(low: number, high: number): string {
  const [a, b] = bounds(low, high);
  return `${a}% 至 ${b}%`;
}

const ZH: PlayWords = {
  title: '当 CEO',
  intro: '接手一家公司，逐月决策。其他公司由内置策略经营。',
  introSeen:
    '你看到的就是公司看到的：自己的账目和对手上个月的公开信息。运气在开始前已经确定，谁也不会提前告诉你。',
  pickScenario: '请先打开一个场景',
  pickScenarioHint: '任何有应用的场景都可以玩。',
  toGallery: '前往场景列表',
  scenario: '场景',
  firm: '你的公司',
  luck: '世界（哪一种运气）',
  luckHint: '数字相同，运气相同。',
  begin: '就任',
  noSeats: '这个场景里没有公司从第一个月起就拥有应用，因此没有可以接手的席位。',
  startCash: '期初现金约为',
  youRun: (firm) => `你经营${firm}`,
  cash: '现金',
  runway: '现金可撑',
  users: '用户',
  place: '名次',
  monthsUnit: '个月',
  placeOf: (place, of) => [`第 ${place} 名`, `共 ${of} 个应用`],
  noBurn: '盈利',
  track: (lived, months) => `${months} 个月中已过 ${lived} 个月`,
  decideMonth: (month) => `决定第 ${month} 个月`,
  decideHint: '你看到的就是公司看到的：自己的账目和上个月的公开信息。',
  price: (tier) => `价格，${tier}`,
  quota: (tier) => `额度，${tier}`,
  tier: (k) => `第 ${k} 档`,
  free: '免费档',
  aMonth: '每月',
  quotaUnit: '百万词元每月',
  noLimit: '不限',
  notSold: '不出售',
  ads: (channel) => `广告，${channel}`,
  research: '研发',
  fixedCost: '固定成本',
  apiPrice: '词元价格',
  apiUnit: '每百万词元',
  seek: '寻求融资',
  yes: '是',
  no: '否',
  range: (name) => `${name}，滑块`,
  sumIncome: '收入，按上月用量和这些价格',
  sumServing: '服务用户，同上月',
  sumAds: '广告',
  sumResearch: '研发',
  sumFixed: '固定成本',
  sumSeverance: '裁减的补偿',
  sumChange: '现金变化',
  sumKnown: '现金变化，未计用户的收入与成本',
  live: (month) => `度过第 ${month} 个月`,
  living: (month) => `正在度过第 ${month} 个月`,
  stop: '趁还有钱时停下',
  stopSure: '本月清盘',
  stopBack: '继续经营',
  leave: '离开游戏',
  cashTitle: '你的现金，以及它的去向',
  cashHow: (unit, forks) => `${unit}。实线：已发生。色带：从现在起 ${forks} 个未来的 50% 与 90%。`,
  cashLabel: (cash) => `每月末的现金；现在为 ${cash}。`,
  usersTitle: '用户',
  usersHow: '每月人数，上个月的公开数字。',
  usersLabel: (rows) => `各应用的用户：${rows}。`,
  now: '现在',
  month: '月',
  median: '中位数',
  you: '你',
  newsTitle: '众所周知',
  noNews: '暂无消息。对手的价格、广告、进入和退出会在一个月后出现在这里。',
  newsMonth: (month) => `第 ${month} 个月`,
  enters: (firm) => `${firm}进入市场。`,
  leaves: (firm) => `${firm}已退出。`,
  passes: (firm) => `${firm}的用户数超过了你。`,
  passed: (firm) => `你的用户数超过了${firm}。`,
  priceNews: (firm, from, to, up) => `${firm}${up ? '涨价' : '降价'}，由 ${from} 到 ${to}。`,
  sellsNews: (firm, price) => `${firm}开始以 ${price} 出售一档套餐。`,
  sellsNoMore: (firm) => `${firm}停售一档套餐。`,
  tokenNews: (firm, from, to, up) => `${firm}${up ? '上调' : '下调'}词元价格，由 ${from} 到 ${to}。`,
  adNews: (firm, from, to, up) => `${firm}${up ? '增加' : '减少'}广告，由 ${from} 到 ${to}。`,
  advisers: '顾问',
  runwayBy: '财务',
  runwayText: (months) =>
    Number.isFinite(months)
      ? `按最近三个月的速度，现金可撑 ${months.toFixed(1)} 个月。`
      : '按最近三个月的速度，公司在盈利。',
  runwayForm: (months) =>
    Number.isFinite(months)
      ? `按表单上的这个月：${months.toFixed(1)} 个月。`
      : '按表单上的这个月，现金不会用完。',
  userTitle: '一个用户',
  userBy: '单位经济',
  userText: (brings, costs, unit) => `上个月一个用户带来 ${brings} ${unit}，服务成本为 ${costs} ${unit}。`,
  userBad: '每多一个用户，窟窿就更深。',
  userGood: '每多一个用户，都有助于支付其余开支。',
  userCac: (cac, unit) => `靠广告赢得一个用户花费 ${cac} ${unit}。`,
  userNone: '第一个月过去之前还不知道。',
  brings: '带来',
  costs: '花费',
  oddsTitle: '胜算',
  oddsBy: (forks) => `这个世界的 ${forks} 个分叉`,
  oddsText: (share, span) => `如果一切不变，在 ${share} 的未来里，你${span}耗尽现金。`,
  oddsInterval: (low, high) => `95% 区间 ${zhInterval(low, high)}。`,
  oddsFew: (low, high, n) => `${zhInterval(low, high)} 的未来会耗尽现金；目前有 ${n} 个。`,
  oddsSpan: (ahead, whole) => (whole ? `在世界结束前的 ${ahead} 个月内` : `在 ${ahead} 个月内`),
  oddsWait: '第一批未来正在运行。',
  thenLabel: '在这些未来里',
  thenHold: '你一直沿用本月的决定',
  thenPolicy: '由公司原有的策略接手',
  oddsNote: '每个未来从本月起各有自己的运气：谁也看不到将要发生的事。',
  problem: '游戏无法继续',
  survived: (firm, months) => [`${months} 个月后，${firm}`, '依然存活', '。'],
  ended: (firm, status, month) => [`${firm}在`, `第 ${month} 个月`, `${ZH_STATUS[status]}。`],
  twinSays: (status, lived, months) =>
    status === 'alive'
      ? `你的孪生公司沿用场景原有的策略，度过了全部 ${months} 个月。`
      : `你的孪生公司沿用场景原有的策略，在第 ${lived} 个月${ZH_STATUS[status]}。`,
  endCash: (cash, twin, unit) =>
    `在同一个世界、同样的运气下，你最后有 ${cash} ${unit}，孪生公司有 ${twin} ${unit}。`,
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
    raised: '融资、上市、母公司',
  },
  scoreTitle: '你的席位，每一种策略',
  scoreHow: '同一个世界，同样的运气，参数为默认值。一个世界只是一种运气，不是排名。',
  strategy: '策略',
  ending: '结局',
  endsWith: (unit) => `现金，${unit}`,
  peopleEnd: '用户',
  twinRow: (policy) => `${policy}（场景原有）`,
  refused: (policies) => `缺少必要的设定（参数、渠道），不能坐在这里：${policies}。`,
  scoring: '其他策略正在运行。',
  status: (status, lived) => (status === 'alive' ? '存活' : `第 ${lived} 个月${ZH_STATUS[status]}`),
  again: '用同样的运气再玩一次',
  newLuck: '换一种运气',
  table: '表格',
  chart: '图',
  share: percent,
};

export const PLAY_WORDS = { en: EN, zh: ZH } as const satisfies Record<Language, PlayWords>;

/** The words of Explore: the rail, the changes, and the charts of before and after. */

import type { Status } from '../../sim/index.js';
import { counted } from '../report/counted.js';
import { intervalText, percent, points } from '../report/numbers.js';
import type { Change } from './compare.js';
import { intervalZh } from './headline-zh.js';

/** A probability with its interval. */
interface Share {
  readonly estimate: number;
  readonly low: number;
  readonly high: number;
}

/** What the sentence of a comparison needs. `few`: too few worlds for a single number. */
export interface Compared {
  readonly firm: string;
  readonly share: Share;
  readonly n: number;
  readonly change: Change;
  readonly few: boolean;
  readonly isZero: boolean;
}

/** A sentence in parts: the middle one is the number, the last one the interval of the change. */
export interface Sentence {
  readonly before: string;
  readonly mark: string;
  readonly after: string;
  readonly aside: string;
}

/** Whole points of the size of a difference, rounded once. */
function size(difference: number): string {
  return Math.abs(difference * 100).toFixed(0);
}

function changeEn({ difference, low, high }: Change, isZero: boolean, few: boolean): string {
  const zero = isZero ? '; the change could be zero' : '';
  const range = `(${points(low)} to ${points(high)} points)`;
  if (few) return `change ${range}${zero}`;
  if (size(difference) === '0') return `as many as before ${range}${zero}`;
  const more = difference > 0 ? 'more' : 'fewer';
  const unit = size(difference) === '1' ? 'point' : 'points';
  return `${size(difference)} ${unit} ${more} than before ${range}${zero}`;
}

function compareEn({ firm, share, n, change, few, isZero }: Compared): Sentence {
  const before = `${firm} runs out of cash in `;
  const interval = intervalText(share.low, share.high);
  const mark = few ? `${interval} of worlds` : `${percent(share.estimate)} of ${counted(n, 'world')}`;
  const after = few ? ` so far, ${n} are too few for a single number; ` : ` (${interval}), `;
  return { before, mark, after, aside: `${changeEn(change, isZero, few)}.` };
}

function changeZh({ difference, low, high }: Change, isZero: boolean, few: boolean): string {
  const range = `（${points(low)} 至 ${points(high)}）`;
  const zero = isZero ? '；变化可能为零' : '';
  if (few) return `变化${range}个百分点${zero}`;
  if (size(difference) === '0') return `与之前相同${range}${zero}`;
  return `比之前${difference > 0 ? '高' : '低'} ${size(difference)} 个百分点${range}${zero}`;
}

function compareZh({ firm, share, n, change, few, isZero }: Compared): Sentence {
  const interval = intervalZh(share.low, share.high);
  const mark = few ? interval : percent(share.estimate);
  const after = few
    ? ` 的世界里，${firm}耗尽现金；${n} 个世界太少，不足以给出单个数字；`
    : ` 的世界里，${firm}耗尽现金（${interval}，共 ${n} 个世界），`;
  return { before: '在 ', mark, after, aside: `${changeZh(change, isZero, few)}。` };
}

/** English. */
export const EXPLORE_EN = {
  change: 'Change the world',
  changes: 'What was changed',
  unchanged: 'Nothing is changed yet. Move a slider: the same 200 worlds are lived again with it.',
  changeBack: (name: string) => `Take back: ${name}`,
  undo: 'Undo',
  redo: 'Redo',
  reset: 'Reset',
  filter: 'Find a number',
  more: (n: number) => `${n} more`,
  less: 'Only the important ones',
  tooMany: (shown: number, of: number) => `${shown} of ${of} shown. Type above to find the others.`,
  noField: 'No number has these words.',
  all: (n: number) => `All ${n}`,
  done: 'To the worlds',
  theWorld: 'The world',
  theRun: 'Settings of the run',
  range: (low: string, high: string) => `${low} to ${high}`,
  source: (tag: string) => `source ${tag}`,
  tag: {
    S: 'S, an article',
    P: 'P, a public page',
    L: 'L, a textbook',
    C: 'C, computed',
    A: 'A, an assumption',
  } as Readonly<Record<string, string>>,
  silent: 'default',
  unsure: (low: string, high: string) => `uncertain: ${low} to ${high}; a slider makes it certain`,
  law: (kind: string) => `uncertain (${kind}); a slider makes it certain`,
  was: (value: string) => `was ${value}`,
  changed: 'changed',
  outside: (low: string, high: string) => `Give a number from ${low} to ${high}.`,
  whole: 'Whole numbers only.',
  valueOf: (name: string, unit: string) => (unit === '' ? `${name}, value` : `${name}, in ${unit}`),
  focus: 'Firms in focus',
  compare: compareEn,
  mostChanged: (firm: string, change: string, low: string, high: string) =>
    `Most changed, in points: ${firm}, ${change} (${low} to ${high}).`,
  dead: 'No world has changed, to the last bit: here nothing depends on this number, or the firm’s strategy sets it by itself.',
  paired: (n: number, of: number) =>
    n < of
      ? `Compared with the scenario as it stands on the ${counted(n, 'world')} that both have so far.`
      : `Compared with the scenario as it stands on the same luck in ${counted(n, 'world')}.`,
  grid: (firm: string) => `200 worlds of ${firm}`,
  gridHow: 'One square is one world, always in its place.',
  gridHowChanged: 'One square is one world, always in its place. Outlined: it ended differently before.',
  gridLabel: 'Worlds, arrow keys move between them',
  world: (n: number) => `World ${n}`,
  worldHead: 'World',
  worldNote: 'Every firm in this world, one luck. In brackets: what drained the cash most.',
  because: (fate: string, cause: string) => `${fate} (${cause})`,
  cause: {
    'unit-cost': 'serving users',
    advertising: 'advertising',
    research: 'research',
    'fixed-cost': 'fixed cost',
    'bad-luck': 'bad luck',
    'parent-stopped': 'the parent stopped',
  } as Readonly<Record<string, string>>,
  toMarket: 'See it month by month',
  notYet: 'not ended yet',
  fate: {
    absent: 'never entered',
    alive: 'alive',
    'cash-out': 'cash-out',
    acquired: 'acquired',
    'wound-down': 'wound down',
    paused: 'paused',
  } as Readonly<Record<Status, string>>,
  inMonth: (fate: string, month: number) => `${fate}, month ${month}`,
  wasCount: (n: string) => `was ${n}`,
  same: 'the same',
  before: 'Before',
  after: 'After',
  now: 'Now',
  outcome: 'Outcome',
  forestBefore: 'Hollow: before. Last column: change in points, on the same luck.',
  pointsHead: 'Change, points',
  survival: 'Still operating',
  survivalHow: '% of worlds in which the firm still operates, by month since it entered. Band: 95% interval.',
  dashed: (firm: string) => `Dashed: ${firm} before.`,
  survivalLabel: (rows: string) => `Share of worlds in which the firm still operates: ${rows}.`,
  survivalNote: (n: number) =>
    `Kaplan–Meier with Greenwood's log-log 95% interval, ${counted(n, 'world')}; any exit counts.`,
  atRisk: 'At risk',
  beforeLabel: 'before',
  cash: (firm: string) => `Cash of ${firm}`,
  cashHow: (currency: string) => `${currency}. Bands: 50% and 90% of worlds; line: the median.`,
  cashLabel: (firm: string, row: string) => `Cash of ${firm} at the end: ${row}.`,
  cashEnds: (median: string, low: string, high: string) =>
    `median ${median}, 90% of worlds ${low} to ${high}`,
  cashNote: (n: number) =>
    `Quantiles over ${counted(n, 'world')}; a firm that has ended counts with its last cash.`,
  median: 'median',
  middle: '50% of worlds',
  most: '90% of worlds',
  month: 'month',
  monthHead: 'Month',
};

/** The words of Explore in one language. */
export type ExploreWords = typeof EXPLORE_EN;

/** Simplified Chinese. */
export const EXPLORE_ZH: ExploreWords = {
  change: '改变世界',
  changes: '改动',
  unchanged: '还没有改动。移动滑块，同样的 200 个世界会随之重新运行。',
  changeBack: (name) => `撤回：${name}`,
  undo: '撤销',
  redo: '重做',
  reset: '重置',
  filter: '查找参数',
  more: (n) => `另外 ${n} 个`,
  less: '只看重要的',
  tooMany: (shown, of) => `显示 ${of} 个中的 ${shown} 个。在上方输入文字可查找其余参数。`,
  noField: '没有参数含有这些文字。',
  all: (n) => `全部 ${n} 个`,
  done: '查看世界',
  theWorld: '整个市场',
  theRun: '运行设置',
  range: (low, high) => `${low} 至 ${high}`,
  source: (tag) => `来源 ${tag}`,
  tag: { S: 'S 文章', P: 'P 公开网页', L: 'L 教科书', C: 'C 计算', A: 'A 假设' },
  silent: '默认值',
  unsure: (low, high) => `不确定：${low} 至 ${high}；移动滑块后为确定值`,
  law: (kind) => `不确定（${kind} 分布）；移动滑块后为确定值`,
  was: (value) => `之前为 ${value}`,
  changed: '已改动',
  outside: (low, high) => `请输入 ${low} 至 ${high} 之间的数。`,
  whole: '只能是整数。',
  valueOf: (name, unit) => (unit === '' ? `${name}，数值` : `${name}，单位 ${unit}`),
  focus: '关注的公司',
  compare: compareZh,
  mostChanged: (firm, change, low, high) => `变化最大的（百分点）：${firm}，${change}（${low} 至 ${high}）。`,
  dead: '没有一个世界发生变化，精确到最后一位：这里没有任何事情取决于这个数，或者由公司的策略自行设定。',
  paired: (n, of) =>
    n < of ? `在目前两边都有的 ${n} 个世界中与场景原样比较。` : `在 ${n} 个世界中以相同运气与场景原样比较。`,
  grid: (firm) => `${firm}的 200 个世界`,
  gridHow: '一个方格是一个世界，位置始终不变。',
  gridHowChanged: '一个方格是一个世界，位置始终不变。有边框：之前的结局不同。',
  gridLabel: '各个世界，用方向键移动',
  world: (n) => `世界 ${n}`,
  worldHead: '世界',
  worldNote: '这个世界里的每家公司，同一种运气。括号内：最消耗现金的原因。',
  because: (fate, cause) => `${fate}（${cause}）`,
  cause: {
    'unit-cost': '服务用户',
    advertising: '广告',
    research: '研发',
    'fixed-cost': '固定成本',
    'bad-luck': '运气不好',
    'parent-stopped': '母公司停止支持',
  },
  toMarket: '逐月查看',
  notYet: '尚未结束',
  fate: {
    absent: '从未进入',
    alive: '存活',
    'cash-out': '耗尽现金',
    acquired: '被收购',
    'wound-down': '停止运营',
    paused: '暂停',
  },
  inMonth: (fate, month) => `${fate}，第 ${month} 个月`,
  wasCount: (n) => `之前 ${n}`,
  same: '相同',
  before: '之前',
  after: '之后',
  now: '现在',
  outcome: '结局',
  forestBefore: '空心：之前。最后一列：相同运气下的变化，百分点。',
  pointsHead: '变化（百分点）',
  survival: '仍在运营',
  survivalHow: '公司仍在运营的世界所占百分比，按进入后的月份。色带：95% 区间。',
  dashed: (firm) => `虚线：${firm}之前。`,
  survivalLabel: (rows) => `公司仍在运营的世界所占比例：${rows}。`,
  survivalNote: (n) => `Kaplan–Meier 估计，Greenwood log-log 95% 区间，${n} 个世界；任何退出都计入。`,
  atRisk: '在险数',
  beforeLabel: '之前',
  cash: (firm) => `${firm}的现金`,
  cashHow: (currency) => `单位：${currency}。色带：50% 与 90% 的世界；线：中位数。`,
  cashLabel: (firm, row) => `${firm}期末现金：${row}。`,
  cashEnds: (median, low, high) => `中位数 ${median}，90% 的世界在 ${low} 至 ${high} 之间`,
  cashNote: (n) => `${n} 个世界的分位数；已结束的公司以最后的现金计入。`,
  median: '中位数',
  middle: '50% 的世界',
  most: '90% 的世界',
  month: '月',
  monthHead: '月份',
};

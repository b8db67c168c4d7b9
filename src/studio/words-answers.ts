/** Words of what answers a question besides cash-out: plans of the scenario, endings, causes, users, copies. */

import type { Status } from '../../sim/index.js';
import { counted } from '../report/counted.js';
import type { Sentence } from './words-explore.js';

/** What the sentence about users needs; numbers are written already. */
export interface UsersTold {
  readonly firm: string;
  readonly users: string;
  readonly payers: string;
  readonly month: number;
  readonly n: number;
  /** Missing while nothing is changed. */
  readonly change?: {
    readonly size: string;
    readonly isMore: boolean;
    /** Both ends with their signs; equal to the word for none if nothing changed. */
    readonly low: string;
    readonly high: string;
    readonly isZero: boolean;
    readonly payersWere: string;
  };
}

const nobody = (payers: string) => (payers === '0' ? 'nobody' : payers);
const pay = (payers: string) => (payers === '0' ? 'nobody pays' : `${payers} of them pay`);

function usersEn({ firm, users, payers, month, n, change }: UsersTold): Sentence {
  const [before, mark] = [`${firm} has ${change ? 'on average ' : ''}`, `${users} users`];
  const at = ` at month ${month}`;
  if (!change)
    return { before, mark, after: `${at}, ${pay(payers)}`, aside: `; the mean of ${counted(n, 'world')}.` };
  const { size, isMore, low, high, isZero, payersWere } = change;
  const moved = isZero
    ? `, which could be no change (${low} to ${high})`
    : `, ${size} ${isMore ? 'more' : 'fewer'} than before (${low} to ${high})`;
  return { before, mark, after: at + moved, aside: `; ${pay(payers)}, ${nobody(payersWere)} did.` };
}

const payZh = (payers: string) => (payers === '0' ? '无人付费' : `其中 ${payers} 付费`);

function usersZh({ firm, users, payers, month, n, change }: UsersTold): Sentence {
  const before = `第 ${month} 个月，${firm}${change ? '平均' : ''}有 `;
  const mark = `${users} 用户`;
  if (!change) return { before, mark, after: `，${payZh(payers)}`, aside: `；${n} 个世界的平均值。` };
  const { size, isMore, low, high, isZero, payersWere } = change;
  const moved = isZero
    ? `，变化可能为零（${low} 至 ${high}）`
    : `，比之前${isMore ? '多' : '少'} ${size}（${low} 至 ${high}）`;
  return {
    before,
    mark,
    after: moved,
    aside: `；${payZh(payers)}，之前${payersWere === '0' ? '无人' : ` ${payersWere}`}。`,
  };
}

/** What the sentence about one firm needs; shares are written already. */
export interface LineTold {
  readonly firm: string;
  /** With its percent sign; empty if worlds are too few for a single number. */
  readonly share: string;
  readonly interval: string;
  readonly n: number;
  /** True if it counts copies, not worlds. */
  readonly isCopies: boolean;
  /** Median month of those that do; empty if none does. */
  readonly month: string;
}

function lineEn({ firm, share, interval, n, isCopies, month }: LineTold): Sentence {
  const before = `${firm} runs out of cash in `;
  const unit = isCopies ? 'cases' : 'worlds';
  if (share === '')
    return {
      before,
      mark: `${interval} of ${unit}`,
      after: `; ${n} worlds are too few for a single number.`,
      aside: '',
    };
  const after =
    month === '' ? ` (${interval}).` : ` (${interval}); when it does, the median month is ${month}.`;
  return { before, mark: `${share} of ${unit}`, after, aside: '' };
}

function lineZh({ firm, share, interval, n, isCopies, month }: LineTold): Sentence {
  const unit = isCopies ? '案例' : '世界';
  if (share === '') {
    const after = ` 的${unit}里，${firm}耗尽现金；${n} 个世界太少，不足以给出单个数字。`;
    return { before: '在 ', mark: interval, after, aside: '' };
  }
  const when = month === '' ? '。' : `；中位时间是第 ${month} 个月。`;
  return {
    before: '在 ',
    mark: share,
    after: ` 的${unit}里，${firm}耗尽现金（${interval}）${when}`,
    aside: '',
  };
}

/** What stands under a sentence about users: the interval of its mean; `high` is empty where there is none. */
interface UsersLead {
  readonly low: string;
  readonly high: string;
  readonly n: number;
  readonly months: number;
  readonly copies: number;
}

export const ANSWERS_EN = {
  whatIf: 'What if',
  asItStands: 'The scenario as it stands',
  planCount: (n: number) => counted(n, 'plan'),
  planHow: 'Plans of the scenario itself, lived on the same luck. Sliders are laid on top.',
  fewer: 'Fewer',
  planTaken: 'What if:',
  tryPlan: 'What the question is about:',
  setBy: {
    policy: 'The policy of this firm sets this number itself, so moving it here changes nothing.',
    plan: 'A dated change of the scenario sets this number in month 1, so moving it here changes nothing.',
    redrawn: 'A plan of this scenario needs this number to be uncertain, so it cannot be made certain here.',
  },
  usersSentence: usersEn,
  otherwise: (share: string, range: string, fate: string) => `${share} (${range}) ${fate}`,
  causes: (rows: string) => `What drained those that ran out of cash most, over their lives: ${rows}.`,
  earlier:
    'This world ends sooner than before on the same luck. A firm with another runway looks for money in other months and decides otherwise, and so do its rivals; one world can end sooner while fewer worlds do.',
  lineSentence: lineEn,
  lineLead: (n: number, months: number, copies: number) =>
    `95% interval, from ${counted(n, 'world')} of ${counted(months, 'month')}${copies > 1 ? ` with ${copies} copies each` : ''}.`,
  usersLead: ({ low, high, n, months, copies }: UsersLead) =>
    `${high === '' ? 'From' : `95% interval of this mean ${low} to ${high}, from`} ${counted(n, 'world')} of ${counted(months, 'month')}${copies > 1 ? ` with ${copies} copies each` : ''}.`,
  firstPay: 'Only those whose first app it is pay; who uses it as a second one pays nothing.',
  mostOften: (firm: string, share: string, interval: string) =>
    `Most often out of cash: ${firm}, ${share} (${interval}).`,
  copies: (name: string) => `A copy of “${name}”`,
  copiesHow: (n: number) =>
    `One square is one world with ${n} copies of the firm; its number says how many ran out of cash.`,
  copiesFate: (n: number, of: number) => `${n} of ${of} ran out of cash`,
  copiesUnit: 'copies',
  parent: (firm: string) =>
    `${firm} has a parent company: it runs out of cash when the parent stops, or when what the parent may give in a month is not enough.`,
  measure: 'Measure',
  cash: 'Cash',
  people: { users: 'Users', payers: 'Payers', share: 'Share of users' },
  peopleTitle: (month: number) => `Users and payers at month ${month}`,
  peopleHow:
    'Mean over worlds; 0 after the end of a firm. Its table has the medians, which the command line prints.',
  meanOf: (name: string) => `${name}, mean`,
  medianOf: (name: string) => `${name}, median`,
  peopleBefore: 'Hollow: before. Below: the change on the same luck with its 95% interval.',
  peopleNote: (n: number) => `Student's 95% interval of the paired difference, ${counted(n, 'world')}.`,
  peoplePlain: (n: number) =>
    `Means of ${counted(n, 'world')}. Who uses two apps counts at both, and pays at the first only.`,
  peopleLabel: (what: string, rows: string) => `${what} at the end by firm, means over worlds: ${rows}.`,
  changeHead: 'Change',
  changeOf: (change: string, range: string) => `${change} (${range})`,
  fanUsers: (firm: string) => `Users of ${firm}`,
  fanPayers: (firm: string) => `Payers of ${firm}`,
  fanNote: (n: number) => `Quantiles over ${counted(n, 'world')}; 0 after the end of the firm.`,
  fanHow: 'People. Bands: 50% and 90% of worlds; line: the median.',
  together:
    '“Before” has neither the plan nor your changes. The command line leaves your changes in both and takes only the plan away, so its difference is another.',
  alone:
    'This hash covers the worlds of this plan with your changes. The command line runs a plan beside the scenario as it stands, and its line covers both.',
  pasteLink: 'Or paste a link of a studio',
  noLink: 'This holds no link of a studio: the part from #world= on is missing.',
};

/** Words of this block in one language. */
export type AnswerWords = typeof ANSWERS_EN;

export const ANSWERS_ZH: AnswerWords = {
  whatIf: '如果……会怎样',
  asItStands: '场景原样',
  planCount: (n) => `${n} 个方案`,
  planHow: '场景自带的方案，以相同运气运行；滑块的改动叠加其上。',
  fewer: '收起',
  planTaken: '方案：',
  tryPlan: '问题所问的方案：',
  setBy: {
    policy: '这家公司的策略自己设定这个数，在这里移动不会改变任何结果。',
    plan: '场景在第 1 个月就设定了这个数，在这里移动不会改变任何结果。',
    redrawn: '场景的某个方案需要这个数保持不确定，因此不能在这里定为确定值。',
  },
  usersSentence: usersZh,
  otherwise: (share, range, fate) => `${share}（${range}）${fate}`,
  causes: (rows) => `耗尽现金的公司一生中最大的消耗：${rows}。`,
  earlier:
    '运气相同，这个世界却比之前结束得早。现金可撑的月数不同，公司找钱的月份和决定就不同，对手也一样；单个世界可能更早结束，而总体上结束的世界更少。',
  lineSentence: lineZh,
  lineLead: (n, months, copies) =>
    `95% 区间，共 ${n} 个世界，每个 ${months} 个月${copies > 1 ? `，各有 ${copies} 家同类公司` : ''}。`,
  usersLead: ({ low, high, n, months, copies }) =>
    `${high === '' ? '' : `这个平均值的 95% 区间为 ${low} 至 ${high}，`}共 ${n} 个世界，每个 ${months} 个月${copies > 1 ? `，各有 ${copies} 家同类公司` : ''}。`,
  firstPay: '只有把它当第一应用的人付费；把它当第二应用的人不付费。',
  mostOften: (firm, share, interval) => `最常耗尽现金的：${firm}，${share}（${interval}）。`,
  copies: (name) => `“${name}”这类公司中的一家`,
  copiesHow: (n) => `一个方格是一个世界，其中有 ${n} 家同类公司；数字表示其中几家耗尽现金。`,
  copiesFate: (n, of) => `${of} 家中有 ${n} 家耗尽现金`,
  copiesUnit: '家',
  parent: (firm) => `${firm}有母公司：母公司停止出资，或每月可给的钱不够时，它才会耗尽现金。`,
  measure: '指标',
  cash: '现金',
  people: { users: '用户', payers: '付费用户', share: '用户份额' },
  peopleTitle: (month) => `第 ${month} 个月的用户与付费用户`,
  peopleHow: '各世界的平均值；公司结束后为 0。表格里有中位数，即命令行打印的数。',
  meanOf: (name) => `${name}，平均`,
  medianOf: (name) => `${name}，中位数`,
  peopleBefore: '空心：之前。下方：相同运气下的变化及其 95% 区间。',
  peopleNote: (n) => `配对差的 Student 95% 区间，${n} 个世界。`,
  peoplePlain: (n) => `${n} 个世界的平均值。使用两个应用的人在两边都计入，只在第一应用付费。`,
  peopleLabel: (what, rows) => `各公司期末${what}，各世界的平均值：${rows}。`,
  changeHead: '变化',
  changeOf: (change, range) => `${change}（${range}）`,
  fanUsers: (firm) => `${firm}的用户`,
  fanPayers: (firm) => `${firm}的付费用户`,
  fanNote: (n) => `${n} 个世界的分位数；公司结束后为 0。`,
  fanHow: '单位：人。色带：50% 与 90% 的世界；线：中位数。',
  together: '“之前”既没有方案，也没有你的改动。命令行在两边都保留改动，只去掉方案，所以它给出的差不同。',
  alone: '这个哈希涵盖该方案加上你的改动的各个世界。命令行会同时运行场景原样与方案，那一行结果涵盖两者。',
  pasteLink: '或粘贴工作室的链接',
  noLink: '其中没有工作室的链接：缺少从 #world= 开始的部分。',
};

/** Endings that are told beside cash-out, in this order. */
export const OTHER_ENDS = ['acquired', 'wound-down', 'paused'] as const satisfies readonly Status[];

/** Words of the advisers, in both languages; a part of words.ts. */

import { counted } from '../../report/counted.js';
import { intervalText } from '../../report/numbers.js';
import { intervalZh } from '../headline-zh.js';
import { runwayDigits } from './digits.js';

/** Over which months, at whose pace a firm has gone so far. */
const paceEn = (lived: number) =>
  lived === 0
    ? 'At the planned outgo'
    : `At the pace of ${lived === 1 ? 'last month' : `the last ${Math.min(3, lived)} months`}`;
const spanZh = (lived: number) => (lived === 1 ? '上个月' : `最近 ${Math.min(3, lived)} 个月`);
const paceZh = (lived: number) => (lived === 0 ? '按计划支出' : `按${spanZh(lived)}的速度`);

/** English. */
export const ADVISERS_EN = {
  advisers: 'Advisers',
  runwayBy: 'finance',
  runwayText: (months: number, lived: number) =>
    Number.isFinite(months)
      ? `${paceEn(lived)} the cash lasts ${runwayDigits(months)} months.`
      : `${paceEn(lived)} the firm earns money.`,
  runwayOrders: (months: number, lived: number) =>
    Number.isFinite(months)
      ? `${paceEn(lived)} and without a new order, cash and what is owed last ${runwayDigits(months)} months.`
      : `${paceEn(lived)} the firm earns money even without a new order.`,
  paceSpan: (lived: number) =>
    lived === 0 ? 'as planned' : lived === 1 ? 'last month' : `last ${Math.min(3, lived)} months`,
  runwayLuck: (money: string) => `Luck made ${money} a month of that.`,
  runwayForm: (months: number) =>
    Number.isFinite(months)
      ? `With the month on the form: ${runwayDigits(months)} months.`
      : 'With the month on the form it lasts.',
  runwayFormOrders: (months: number) =>
    Number.isFinite(months)
      ? `With the month on the form and no new order: ${runwayDigits(months)} months.`
      : 'With the month on the form it lasts, even without a new order.',
  userTitle: 'One user',
  userBy: 'unit economics',
  userText: (brings: string, costs: string, unit: string) =>
    `A user brought ${brings} ${unit} last month and cost ${costs} ${unit} to serve.`,
  userBad: 'Every new user makes the hole deeper.',
  userStays: (churn: string, months: string, worth: string, unit: string) =>
    `${churn} of the users left; at that churn one stays ${months} months and leaves ${worth} ${unit}.`,
  userGood: 'That pays back.',
  userLoss: 'That does not pay back: every user who is bought makes the hole deeper.',
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
  oddsSpan: (ahead: number, whole: boolean) => {
    const months = counted(ahead, 'month');
    return whole ? `before the world ends in ${months}` : `within ${months}`;
  },
  oddsWait: 'The first futures are on their way.',
  thenLabel: 'In these futures',
  thenHold: 'you keep this month’s decision',
  thenPolicy: 'your firm’s own strategy takes over',
  oddsNote: 'Each future has a luck of its own from this month on: nobody sees what will happen.',
};

/** Simplified Chinese. */
export const ADVISERS_ZH: typeof ADVISERS_EN = {
  advisers: '顾问',
  runwayBy: '财务',
  runwayText: (months, lived) =>
    Number.isFinite(months)
      ? `${paceZh(lived)}，现金可撑 ${runwayDigits(months)} 个月。`
      : `${paceZh(lived)}，公司在盈利。`,
  runwayOrders: (months, lived) =>
    Number.isFinite(months)
      ? `${paceZh(lived)}且没有新订单，现金加应收账款可撑 ${runwayDigits(months)} 个月。`
      : `${paceZh(lived)}，即使没有新订单，公司也在盈利。`,
  paceSpan: (lived) => (lived === 0 ? '按计划' : spanZh(lived)),
  runwayLuck: (money) => `其中运气每月占 ${money}。`,
  runwayForm: (months) =>
    Number.isFinite(months)
      ? `按表单上的这个月：${runwayDigits(months)} 个月。`
      : '按表单上的这个月，现金不会用完。',
  runwayFormOrders: (months) =>
    Number.isFinite(months)
      ? `按表单上的这个月且没有新订单：${runwayDigits(months)} 个月。`
      : '按表单上的这个月，即使没有新订单，现金也不会用完。',
  userTitle: '一个用户',
  userBy: '单位经济',
  userText: (brings, costs, unit) => `上个月一个用户带来 ${brings}${unit}，服务成本为 ${costs}${unit}。`,
  userBad: '每多一个用户，窟窿就更深。',
  userStays: (churn, months, worth, unit) =>
    `上个月有 ${churn} 的用户离开；按这个流失率，一个用户停留 ${months} 个月，留下 ${worth}${unit}。`,
  userGood: '这笔钱赚得回来。',
  userLoss: '这笔钱赚不回来：每买一个用户，窟窿就更深。',
  userCac: (cac, unit) => `靠广告赢得一个用户花费 ${cac}${unit}。`,
  userNone: '第一个月过去之前还不知道。',
  brings: '带来',
  costs: '花费',
  oddsTitle: '胜算',
  oddsBy: (forks) => `这个世界的 ${forks} 个分叉`,
  oddsText: (share, span) => `如果一切不变，在 ${share} 的未来里，你${span}耗尽现金。`,
  oddsInterval: (low, high) => `95% 区间 ${intervalZh(low, high)}。`,
  oddsFew: (low, high, n) => `${intervalZh(low, high)} 的未来会耗尽现金；目前有 ${n} 个。`,
  oddsSpan: (ahead, whole) => (whole ? `在世界结束前的 ${ahead} 个月内` : `在 ${ahead} 个月内`),
  oddsWait: '第一批未来正在运行。',
  thenLabel: '在这些未来里',
  thenHold: '你一直沿用本月的决定',
  thenPolicy: '由公司原有的策略接手',
  oddsNote: '每个未来从本月起各有自己的运气：谁也看不到将要发生的事。',
};

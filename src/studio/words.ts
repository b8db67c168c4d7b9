/**
 * Every word of the studio, in English and Simplified Chinese. `Words` is the type of the English ones, so a key that
 * one language lacks does not compile. Names and questions of scenarios stay as their files have them.
 */

import { counted } from '../report/counted.js';
import { intervalText } from '../report/numbers.js';
import { intervalZh } from './headline-zh.js';
import { spaced } from './spaced.js';
import { ANSWERS_EN, ANSWERS_ZH } from './words-answers.js';
import { EXPLORE_EN, EXPLORE_ZH } from './words-explore.js';
import { MARKET_EN, MARKET_ZH } from './words-market.js';
import { SHARE_EN, SHARE_ZH } from './words-share.js';

const EN = {
  answers: ANSWERS_EN,
  market: MARKET_EN,
  sharing: SHARE_EN,
  language: '中文',
  switchLanguage: '切换为中文',
  colon: () => ': ',
  /** Between two sentences. */
  gap: () => ' ',
  inBrackets: (text: string) => ` (${text})`,
  shareInterval: intervalText,
  skip: 'Skip to the results',
  main: 'Main',
  gallery: 'Gallery',
  explore: 'Explore',
  play: 'Play the CEO',
  dark: 'Dark theme',
  light: 'Light theme',
  hero: 'In a market where every call costs money, who runs out of cash first?',
  heroLead:
    'Two hundred worlds of a market, lived in this tab with the same engine as on the command line. Nothing is sent anywhere.',
  start: 'Start with the traffic war',
  steps: [
    ['Pick a question', 'Each scenario is a market with its numbers and where they come from.'],
    ['Watch the answer sharpen', 'One world is one luck. Two hundred say how often a firm runs out of cash.'],
    ['Check it', 'The result hash is the one of the command line, to the last bit.'],
  ] as readonly (readonly [string, string])[],
  scenarios: (n: number) => counted(n, 'scenario'),
  firmsMonths: (firms: number, months: number) => `${counted(firms, 'firm')}, ${counted(months, 'month')}`,
  startHere: 'start here',
  dropHere: 'Drop a scenario file here',
  orChoose: 'or choose a file',
  dropHint: 'A YAML file as for the command line. It stays in this tab.',
  notLoaded: (problems: number, file: string) => `Not loaded: ${counted(problems, 'problem')} in ${file}`,
  sameWords: 'The same words as the command line, at their lines. What you had open stays as it was.',
  problem: (expected: string, received: string, hint: string) =>
    `expected ${expected}, got ${received}${hint && `; ${hint}`}`,
  copyProblems: 'Copy problems',
  copied: 'Copied',
  close: 'Close',
  scenario: 'Scenario',
  pickOne: 'Nothing is open yet.',
  pickOneHint: 'Open a scenario from the gallery, or drop a file of your own.',
  toGallery: 'To the gallery',
  agents: 'Simulated users',
  firms: 'Firms',
  months: 'Months',
  seed: 'Seed',
  worldsOf: (done: number, of: number) => `${done} of ${counted(of, 'world')}`,
  plusMinus: (points: string) => `interval ± ${points} ${points === '1' ? 'point' : 'points'}`,
  waiting: 'The first worlds are on their way.',
  stopHere: 'Stop here',
  stopped: 'stopped',
  failed: (n: number) => `${counted(n, 'world')} failed and left out`,
  cannotRun: 'These worlds could not be run',
  forest: 'Probability of cash-out',
  forestHow: (unit: 'worlds' | 'cases', months: number) =>
    `% of ${unit} by month ${months}. Line: 95% interval.`,
  forestLabel: (rows: string) => `Probability of cash-out by firm with its 95% interval: ${rows}.`,
  forestRow: (firm: string, share: string, interval: string) => `${firm} ${share}, ${interval}`,
  method: (worlds: number, copies: boolean) =>
    `Wilson 95% interval, ${counted(worlds, 'world')}, the same luck for every firm.${
      copies ? ' A case is one copy of a firm in one world; copies of one world share its luck.' : ''
    }`,
  asTable: 'Table',
  asChart: 'Chart',
  firm: 'Firm',
  share: 'P(cash-out)',
  interval: '95% interval',
  medianMonth: 'Median month',
  resultHash: 'Result',
  sameBytes: 'same bytes as the command line',
  otherBytes: 'not the bytes of the command line',
  compare: 'Compare with the line “Result” of',
  hashing: 'follows when all worlds have ended',
  seconds: (s: string) => `${s} s in this tab`,
  ex: EXPLORE_EN,
};

/** The words of one language. */
export type Words = typeof EN;

/** A text behind Chinese: digits and quotes keep a space. */
function afterHan(text: string): string {
  return /^\p{Script=Han}/u.test(text) ? text : ` ${text}`;
}

const ZH: Words = {
  answers: ANSWERS_ZH,
  market: MARKET_ZH,
  sharing: SHARE_ZH,
  language: 'English',
  switchLanguage: 'Switch to English',
  colon: () => '：',
  gap: () => '',
  inBrackets: (text) => `（${text}）`,
  shareInterval: intervalZh,
  skip: '跳到结果',
  main: '主导航',
  gallery: '场景',
  explore: '探索',
  play: '当 CEO',
  dark: '深色主题',
  light: '浅色主题',
  hero: '每次调用都要花钱的市场里，谁会先耗尽现金？',
  heroLead: '一个市场的两百个世界，就在这个标签页里运行，引擎与命令行相同。任何数据都不会发送出去。',
  start: '从流量战争开始',
  steps: [
    ['选一个问题', '每个场景都是一个市场，带有数字及其来源。'],
    ['看答案逐渐清晰', '一个世界是一种运气，两百个世界说明一家公司多常耗尽现金。'],
    ['核对', '结果哈希与命令行的一致，精确到最后一位。'],
  ],
  scenarios: (n) => `${n} 个场景`,
  firmsMonths: (firms, months) => `${firms} 家公司，${months} 个月`,
  startHere: '从这里开始',
  dropHere: '把场景文件拖到这里',
  orChoose: '或选择文件',
  dropHint: '与命令行所用相同的 YAML 文件。它只留在这个标签页里。',
  notLoaded: (problems, file) => `未载入：${file} 中有 ${problems} 个问题`,
  sameWords: '问题标在各自的行上；复制出来的是命令行的英文原文。之前打开的内容保持不变。',
  problem: (expected, received, hint) =>
    `应为${afterHan(expected)}，实际为${afterHan(received)}${hint && `；${hint}`}`,
  copyProblems: '复制问题',
  copied: '已复制',
  close: '关闭',
  scenario: '场景',
  pickOne: '还没有打开任何场景。',
  pickOneHint: '从场景列表中打开一个，或拖入自己的文件。',
  toGallery: '前往场景列表',
  agents: '模拟用户',
  firms: '公司',
  months: '月数',
  seed: '种子',
  worldsOf: (done, of) => `${of} 个世界中的 ${done} 个`,
  plusMinus: (points) => `区间 ± ${points} 个百分点`,
  waiting: '第一批世界正在运行。',
  stopHere: '到此为止',
  stopped: '已停止',
  failed: (n) => `${n} 个世界失败，未计入`,
  cannotRun: '这些世界无法运行',
  forest: '耗尽现金的概率',
  forestHow: (unit, months) =>
    `${unit === 'cases' ? '案例' : '世界'}中到第 ${months} 个月为止的百分比。线段：95% 区间。`,
  forestLabel: (rows) => `各公司耗尽现金的概率及其 95% 区间：${rows}。`,
  forestRow: (firm, share, interval) => `${firm} ${share}，${interval}`,
  method: (worlds, copies) =>
    `Wilson 95% 区间，${worlds} 个世界，每家公司运气相同。${
      copies ? '一个案例是一个世界中公司的一个副本；同一世界的副本共享运气。' : ''
    }`,
  asTable: '表格',
  asChart: '图',
  firm: '公司',
  share: '耗尽现金的概率',
  interval: '95% 区间',
  medianMonth: '中位月份',
  resultHash: '结果',
  sameBytes: '与命令行逐字节相同',
  otherBytes: '与命令行的字节不同',
  compare: '可与下列命令的 “Result” 一行核对：',
  hashing: '所有世界结束后给出',
  seconds: (s) => `本标签页用时 ${s} 秒`,
  ex: EXPLORE_ZH,
};

/** Languages of the studio, by the tag of `lang`. */
// what is wrong with a file holds text of the file, which is kept letter by letter
export const WORDS = { en: EN, zh: { ...spaced(ZH), problem: ZH.problem } } as const satisfies Record<
  string,
  Words
>;

export type Language = keyof typeof WORDS;

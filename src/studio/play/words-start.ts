/** Words before a game and of its faults, in both languages; a part of words.ts. */

/** English. */
export const START_EN = {
  intro: 'Take a firm and decide month by month. The others are played by their built-in strategies.',
  introSeen:
    'You see what your firm sees: its own books and last month’s public facts of its rivals. The luck is fixed before you begin and nobody shows it to you.',
  steps: [
    ['Decide', 'Prices, quotas, ads, research, new money: what your firm does this month.'],
    ['Live through the month', 'Advisers say how long the cash lasts, what a user brings, and the odds.'],
    ['Look back', 'A twin on the same luck, where the money went, and every strategy in your seat.'],
  ] as readonly (readonly [string, string])[],
  pickScenario: 'First open a scenario',
  pickScenarioHint: 'Any scenario can be played.',
  toGallery: 'To the gallery',
  plan: 'Market (which plan)',
  planHint: 'Plans of the scenario itself. The one that you chose in Explore is chosen here.',
  withChanges: (n: number) =>
    n === 1 ? 'One number of the scenario is changed.' : `${n} numbers of the scenario are changed.`,
  inPlan: (plan: string) => `The plan of this market: ${plan}`,
  firm: 'Your firm',
  luck: 'World (which luck)',
  luckHint: 'Same number, same luck: here, in Explore, and after --only on the command line.',
  goOn: (firm: string, month: number) => `Go on with your game: ${firm}, month ${month}`,
  notPlayed: (firms: readonly string[]) =>
    `Without a seat, because not in the market from month 1 on: ${firms.join(', ')}.`,
  begin: 'Take the seat',
  noSeats: 'No firm of this scenario is in the market from month 1 on, so there is no seat to take.',
  startCash: 'Cash at the start, about',
  problem: 'The game cannot go on',
  leave: 'Leave the game',
};

/** Simplified Chinese. */
export const START_ZH: typeof START_EN = {
  intro: '接手一家公司，逐月决策。其他公司由内置策略经营。',
  introSeen:
    '你看到的就是公司看到的：自己的账目和对手上个月的公开信息。运气在开始前已经确定，谁也不会提前告诉你。',
  steps: [
    ['决策', '价格、额度、广告、研发、融资：公司这个月做什么。'],
    ['度过这个月', '顾问告诉你现金能撑多久、一个用户带来多少，以及胜算。'],
    ['回顾', '同样运气下的孪生公司、钱的去向，以及每种策略坐在你的位置上的结果。'],
  ],
  pickScenario: '请先打开一个场景',
  pickScenarioHint: '任何场景都可以玩。',
  toGallery: '前往场景列表',
  plan: '市场（哪个方案）',
  planHint: '场景自带的方案；在“探索”里选定的方案在这里也已选定。',
  withChanges: (n) => `场景中有 ${n} 个数字已改动。`,
  inPlan: (plan) => `这个市场的方案：${plan}`,
  firm: '你的公司',
  luck: '世界（哪一种运气）',
  luckHint: '编号相同，运气相同：这里、“探索”里和命令行上的编号是一致的。',
  goOn: (firm, month) => `继续你的游戏：${firm}，第 ${month} 个月`,
  notPlayed: (firms) => `没有席位，因为第 1 个月还不在市场上：${firms.join('、')}。`,
  begin: '就任',
  noSeats: '这个场景里没有公司从第 1 个月起就在市场上，因此没有可以接手的席位。',
  startCash: '期初现金约为',
  problem: '游戏无法继续',
  leave: '离开游戏',
};

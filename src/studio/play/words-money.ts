/** Words for money from outside and for what a month did, in both languages; a part of words.ts. */

/** English. */
export const MONEY_EN = {
  orders: 'Orders paid',
  lastMonthUnit: 'last month',
  owed: 'Owed to you',
  ordersTitle: 'Orders',
  ordersBy: 'businesses',
  ordersText: (paid: string, cost: string) =>
    `Businesses paid ${paid} last month; delivering what was ordered cost ${cost}.`,
  ordersOwed: (owed: string) => `They still owe you ${owed}, to be paid in the coming months.`,
  ordersPast: (owed: string) =>
    `Businesses owe you ${owed} for orders from before month 1, to be paid in the coming months.`,
  ordersDue: (due: string) => `${due} of it falls due this month.`,
  ordersDry: 'Nothing is owed to you: no order of the last months waits to be paid.',
  seek: 'Look for money',
  seekSays: (seek: boolean | undefined): string => (seek === undefined ? 'When short' : seek ? 'Yes' : 'No'),
  seekHint: (seek: boolean | undefined, months: string) => {
    if (seek === false)
      return 'No round comes. What was promised before still arrives, and so does a parent’s money.';
    return seek
      ? 'Investors are asked this month. They listen to growth, hardly below 6 months of cash; a firm that earns gets none.'
      : `The firm asks by itself in months with less than ${months} months of cash.`;
  },
  monthOver: (month: number) => `Month ${month} is over.`,
  cashMoved: (change: string, from: string, to: string) => `Cash ${change}: from ${from} to ${to}.`,
  usersMoved: (change: string, to: string) => `Users ${change}, now ${to}.`,
  ordersMoved: (money: string) => `Businesses paid ${money} for orders.`,
  luckMoved: (money: string) => `Luck alone, costs that nobody planned or saved: ${money}.`,
  inflow: {
    round: (money: string) => `A round closed: ${money}.`,
    tranche: (money: string) => `The next part of an earlier round arrived: ${money}.`,
    listing: (money: string) => `Your firm went public: ${money}.`,
    parent: (money: string) => `The parent paid ${money}.`,
  },
  owners: (share: string) => `The owners of the start now hold ${share} of the firm.`,
  noMoney: 'New money comes in none of these futures.',
  moneyComes: (comes: number, saves: number, n: number) =>
    saves === 0
      ? `New money comes in ${comes} of ${n} futures; none lives by it alone.`
      : `New money comes in ${comes} of ${n} futures. ${saves} are saved by it: without it their cash would be gone.`,
};

/** Simplified Chinese. */
export const MONEY_ZH: typeof MONEY_EN = {
  orders: '订单回款',
  lastMonthUnit: '上个月',
  owed: '应收账款',
  ordersTitle: '订单',
  ordersBy: '企业客户',
  ordersText: (paid, cost) => `上个月企业客户付款 ${paid}；交付订单花费 ${cost}。`,
  ordersOwed: (owed) => `客户还欠你 ${owed}，将在今后几个月付清。`,
  ordersPast: (owed) => `客户因第 1 个月之前的订单欠你 ${owed}，将在今后几个月付清。`,
  ordersDue: (due) => `其中 ${due} 本月到期。`,
  ordersDry: '没有应收账款：近几个月没有等待付款的订单。',
  seek: '寻求融资',
  seekSays: (seek) => (seek === undefined ? '不足时' : seek ? '是' : '否'),
  seekHint: (seek, months) => {
    if (seek === false) return '不会有新的融资。先前承诺的款项和母公司的钱仍会到账。';
    return seek
      ? '本月去找投资人。他们看重增长；现金不足 6 个月时几乎不听；盈利的公司不会得到融资。'
      : `现金不足 ${months} 个月的月份里，公司会自己去找投资人。`;
  },
  monthOver: (month) => `第 ${month} 个月过去了。`,
  cashMoved: (change, from, to) => `现金 ${change}：由 ${from} 到 ${to}。`,
  usersMoved: (change, to) => `用户 ${change}，现有 ${to}。`,
  ordersMoved: (money) => `企业客户支付订单款 ${money}。`,
  luckMoved: (money) => `其中纯属运气（意料之外的支出或节省）：${money}。`,
  inflow: {
    round: (money) => `完成一轮融资：${money}。`,
    tranche: (money) => `先前一轮融资的下一笔到账：${money}。`,
    listing: (money) => `公司上市：${money}。`,
    parent: (money) => `母公司拨款 ${money}。`,
  },
  owners: (share) => `最初的股东现持有公司的 ${share}。`,
  noMoney: '这些未来里都没有新的资金。',
  moneyComes: (comes, saves, n) =>
    saves === 0
      ? `${n} 个未来中有 ${comes} 个得到新资金；没有一个全靠它活下来。`
      : `${n} 个未来中有 ${comes} 个得到新资金，其中 ${saves} 个因此得救：没有它，现金早已耗尽。`,
};

/** Words of the market view, in both languages; a part of words.ts. */

import { counted } from '../report/counted.js';

const place = (app: string, tier: string) => (tier === '' ? app : `${app} (${tier})`);

const months = (n: number) => counted(n, 'month');

export const MARKET_EN = {
  views: 'View',
  worlds: '200 worlds',
  one: 'One market',
  title: 'One market, month by month',
  world: 'World',
  worldOf: (last: number) => `0 to ${last}`,
  waiting: 'This world is being lived.',
  broken: 'This world could not be lived',
  month: (n: number) => (n === 0 ? 'Before month 1' : `Month ${n}`),
  scrub: 'Month',
  play: 'Play',
  pause: 'Pause',
  back: 'One month back',
  step: 'One month on',
  speed: 'Speed',
  exits: 'Firms that end',
  exit: (firm: string, end: string, month: number) => `${firm}: ${end}, month ${month}`,
  ends: {
    'cash-out': 'cash-out',
    acquired: 'acquired',
    'wound-down': 'wound down',
    paused: 'paused',
  } as Readonly<Record<string, string>>,
  noApp: 'No app',
  notYet: 'not there yet',
  canvas: (month: string, apps: string) => `${month}: users as dots in the circles of their apps. ${apps}.`,
  sample: (drawn: string, of: string, people: string) =>
    `${drawn} of ${of} simulated users are drawn, always the same ones, picked in proportion to the people each stands for; one dot is ${people} people. The area of a circle is its people; the smallest are drawn larger.`,
  seconds: (people: string) =>
    `${people} people also use a second app: the table counts them at both, and below those for whom it is the first; circle and dot count these alone.`,
  noSeconds: 'Nobody uses a second app this month.',
  groups:
    'This scenario moves users in groups (cohorts), so there is no single user to draw; circles and table hold.',
  tableHow: (currency: string) =>
    `Users with second apps; money in ${currency}: price and ads a month, cash at its end.`,
  firm: 'Firm',
  users: 'Users',
  price: 'Price',
  cash: 'Cash',
  advertising: 'Ads',
  first: (people: string) => `${people} first`,
  endedIn: (end: string, month: number) => `${end}, month ${month}`,
  user: (number: string) => `User ${number}`,
  whyLeft: (number: string, app: string) => `Why user ${number} left ${app}`,
  oneUser: 'One user',
  pick: 'Click a dot, or choose one here, and read what the model knows of this user.',
  dot: 'User',
  dotOf: (n: string) => `of ${n} drawn`,
  nextMover: 'Next one who moved this month',
  noMover: 'No drawn user moved this month.',
  now: (where: string, since: number) =>
    `Now: ${where}${since < 1 ? ', since before the start' : `, since month ${since}`}.`,
  nowNone: 'Now: no app.',
  second: (app: string) => `Second app: ${app}.`,
  circumstances:
    'Who looks around chooses by chance, the more appealing the likelier. What had changed is a circumstance, not proof of a reason.',
  start: 'Start',
  place,
  tier: (n: number) => `tier ${n}`,
  began: (where: string, n: number) => `Uses ${where}${n > 0 ? `, for ${months(n)} already` : ''}.`,
  beganWithout: (ever: boolean): string => (ever ? 'Has no app, had one once.' : 'Has never had an app.'),
  moved: (from: string, to: string, n: number) =>
    `Looked around and moved from ${from} to ${to}, after ${months(n)}.`,
  left: (from: string, n: number) => `Looked around and left ${from} for no app, after ${months(n)}.`,
  joined: (to: string) => `Looked around and took ${to}.`,
  lapsed: (from: string, n: number) =>
    `Stopped using ${from} without looking around, after ${months(n)} (lapse).`,
  fell: (from: string, to: string) => `Stopped paying without looking around: from ${from} to ${to} (lapse).`,
  switched: (from: string, to: string) => `Looked around and changed from ${from} to ${to}.`,
  ended: (app: string) =>
    app === '' ? 'The app taken this month ended.' : `${app} ended; no app from then on.`,
  looked: (where: string, times: number) =>
    `Looked around${times > 1 ? ` ${times} times up to this month` : ''} and ${where === '' ? 'took no app' : `stayed with ${where}`}.`,
  tookSecond: (app: string) => `Uses ${app} as a second app.`,
  changes: (texts: readonly string[]) => `On that tier since then: ${texts.join('; ')}.`,
  unchanged: 'Price, quota and quality there had not changed since then.',
  change: (what: 'price' | 'quota' | 'quality', before: string, now: string, currency: string) =>
    what === 'price'
      ? `price ${before} → ${now} ${currency} a month`
      : what === 'quota'
        ? `quota ${before} → ${now} million tokens a month`
        : `quality against the frontier ${before} → ${now} utils`,
  ordersTitle: 'Firms that sell by order',
  ordersHow: (currency: string) =>
    `One square is one order that a business or the state placed this month. Money in ${currency}.`,
  ordersBefore: 'Orders are counted from month 1 on.',
  orders: (won: number, value: string, paid: string, owed: string) =>
    `${won === 0 ? 'No order' : `${counted(won, 'order')} for ${value}`}; customers paid ${paid} and owe ${owed}.`,
  firmsLeft: (there: string, of: string) => `${there} of ${of} are there.`,
  noLimit: 'no limit',
  notSold: 'not sold',
  free: 'free',
};

export const MARKET_ZH: typeof MARKET_EN = {
  views: '视图',
  worlds: '200 个世界',
  one: '一个市场',
  title: '一个市场，逐月展开',
  world: '世界',
  worldOf: (last) => `0 至 ${last}`,
  waiting: '正在运行这个世界。',
  broken: '这个世界无法运行',
  month: (n) => (n === 0 ? '第 1 个月之前' : `第 ${n} 个月`),
  scrub: '月份',
  play: '播放',
  pause: '暂停',
  back: '后退一个月',
  step: '前进一个月',
  speed: '速度',
  exits: '退出的公司',
  exit: (firm, end, month) => `${firm}：${end}，第 ${month} 个月`,
  ends: { 'cash-out': '耗尽现金', acquired: '被收购', 'wound-down': '停业', paused: '暂停' },
  noApp: '没有应用',
  notYet: '尚未进入',
  canvas: (month, apps) => `${month}：用户以点表示，位于各自应用的圆中。${apps}。`,
  sample: (drawn, of, people) =>
    `画出 ${of} 个模拟用户中的 ${drawn} 个，始终是同一批，按各自代表的人数成比例选取；一个点代表 ${people}人。圆的面积表示人数，最小的圆画得偏大。`,
  seconds: (people) =>
    `${people}人同时使用第二个应用：表格在两处都计入，并注明其中把它当第一应用的人数；圆和点只计后者。`,
  noSeconds: '本月没有人使用第二个应用。',
  groups: '这个场景按群组（cohorts）移动用户，因此没有可画的单个用户；圆和表格仍然有效。',
  tableHow: (currency) => `用户含第二应用；金额单位为${currency}：价格与广告为当月，现金为月末。`,
  firm: '公司',
  users: '用户',
  price: '价格',
  cash: '现金',
  advertising: '广告',
  first: (people) => `第一 ${people}`,
  endedIn: (end, month) => `${end}，第 ${month} 个月`,
  user: (number) => `用户 ${number}`,
  whyLeft: (number, app) => `用户 ${number} 为何离开${app}`,
  oneUser: '一位用户',
  pick: '点击一个点，或在这里选择一个，查看模型对这位用户所知的一切。',
  dot: '用户',
  dotOf: (n) => `画出 ${n} 个`,
  nextMover: '本月下一位移动的用户',
  noMover: '画出的用户本月都没有移动。',
  now: (where, since) => `现在：${where}，${since < 1 ? '开始之前就在用' : `自第 ${since} 个月起`}。`,
  nowNone: '现在：没有应用。',
  second: (app) => `第二个应用：${app}。`,
  circumstances: '重新比较的用户按概率选择，越有吸引力越可能被选中。发生的变化只是当时的情形，不能证明原因。',
  start: '开始',
  place: (app, tier) => (tier === '' ? app : `${app}（${tier}）`),
  tier: (n) => `第 ${n} 档`,
  began: (where, n) => `使用${where}${n > 0 ? `，已有 ${n} 个月` : ''}。`,
  beganWithout: (ever) => (ever ? '没有应用，曾经用过。' : '从未用过应用。'),
  moved: (from, to, n) => `重新比较后从${from}转到${to}，此前用了 ${n} 个月。`,
  left: (from, n) => `重新比较后离开${from}，不再使用应用，此前用了 ${n} 个月。`,
  joined: (to) => `比较后开始使用${to}。`,
  lapsed: (from, n) => `没有比较就停用了${from}（流失），此前用了 ${n} 个月。`,
  fell: (from, to) => `没有比较就停止付费：从${from}到${to}（流失）。`,
  switched: (from, to) => `重新比较后从${from}换到${to}。`,
  ended: (app) => (app === '' ? '本月刚选的应用退出了。' : `${app}退出；此后没有应用。`),
  looked: (where, times) =>
    `${times > 1 ? `到本月为止比较了 ${times} 次` : '重新比较'}，${where === '' ? '没有选任何应用' : `留在${where}`}。`,
  tookSecond: (app) => `把${app}用作第二个应用。`,
  changes: (texts) => `此后该档位的变化：${texts.join('；')}。`,
  unchanged: '此后那里的价格、额度和质量都没有变化。',
  change: (what, before, now, currency) =>
    what === 'price'
      ? `价格每月 ${before} → ${now} ${currency}`
      : what === 'quota'
        ? `额度每月 ${before} → ${now} 百万 token`
        : `相对前沿的质量 ${before} → ${now}`,
  ordersTitle: '靠订单经营的公司',
  ordersHow: (currency) => `一个方块是本月企业或政府下的一份订单。金额单位为${currency}。`,
  ordersBefore: '订单从第 1 个月起计数。',
  orders: (won, value, paid, owed) =>
    `${won === 0 ? '没有订单' : `${won} 份订单，合计 ${value}`}；客户已付 ${paid}，尚欠 ${owed}。`,
  firmsLeft: (there, of) => `${of} 家公司中有 ${there} 家在市场上。`,
  noLimit: '不限',
  notSold: '不出售',
  free: '免费',
};

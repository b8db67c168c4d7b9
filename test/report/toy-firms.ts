/**
 * 14 firms whose months are toy arithmetic: their numbers mean nothing, they have the shape of the real ones and every case
 * that the report must survive (hostile names, a firm without an app, firms that never fail, infinite runways).
 */
import { type FirmEnd, LEDGER_LINES, type LedgerLine } from '../../sim/index.js';

export const MONTHS = 36;
export const HOSTILE = [
  '<img src=x onerror=alert(1)>',
  'Emotibot"><script>alert(2)</script>',
  "Wawa & Sons\u202E'><b onclick=alert(3)>",
  '=HYPERLINK("http://evil.test","a long, long name of a firm")\u001b[31m',
] as const;

/** A firm of the batch. */
export interface Toy {
  readonly id: string;
  readonly name: string;
  readonly parent?: boolean;
  readonly app?: boolean;
  /** Million currency at the start, a month, and million users. */
  readonly cash: number;
  readonly fixed: number;
  readonly ads: number;
  readonly users: number;
  readonly growth: number;
}

/** All firms. */
export const toys: readonly Toy[] = [
  { id: 'kimi', name: 'Kimi', cash: 5200, fixed: 60, ads: 90, users: 1.6, growth: 0.11 },
  { id: 'doubao', name: 'Doubao', parent: true, cash: 9000, fixed: 150, ads: 180, users: 9, growth: 0.07 },
  { id: 'wenxin', name: 'Wenxin', parent: true, cash: 6000, fixed: 120, ads: 40, users: 11, growth: 0.002 },
  { id: 'tiangong', name: 'Tiangong', cash: 1500, fixed: 22, ads: 12, users: 1.7, growth: 0.02 },
  { id: 'zhipu', name: 'Zhipu', cash: 5200, fixed: 130, ads: 22, users: 2.4, growth: 0.04 },
  { id: 'spark', name: 'Spark', parent: true, cash: 2500, fixed: 60, ads: 20, users: 3.2, growth: 0.01 },
  { id: 'minimax', name: 'MiniMax', cash: 4100, fixed: 70, ads: 45, users: 2.1, growth: 0.05 },
  { id: 'baichuan', name: 'Baichuan', cash: 1900, fixed: 62, ads: 10, users: 0.9, growth: 0.01 },
  { id: 'yi', name: '01.AI', cash: 1200, fixed: 55, ads: 12, users: 0.6, growth: 0.01 },
  { id: 'yuanbao', name: 'Yuanbao', parent: true, cash: 8000, fixed: 80, ads: 120, users: 0.5, growth: 0.13 },
  { id: 'dalin', name: HOSTILE[0], app: false, cash: 20, fixed: 1.4, ads: 0, users: 0, growth: 0 },
  { id: 'emotibot', name: HOSTILE[1], app: false, cash: 90, fixed: 5, ads: 0, users: 0, growth: 0 },
  { id: 'wawa', name: HOSTILE[2], cash: 22, fixed: 0.3, ads: 0.1, users: 0.05, growth: 0.02 },
  { id: 'ruien', name: HOSTILE[3], cash: 60, fixed: 1.2, ads: 0.4, users: 0.08, growth: 0.01 },
];

/** What one world leaves of a firm. */
export interface World {
  readonly end: FirmEnd;
  readonly exitMonth: number | null;
  readonly cause: string;
  readonly series: Record<'cash' | 'users' | 'payers' | 'price' | 'advertising' | 'cac' | 'runway', number[]>;
  readonly ledger: Record<LedgerLine, number>;
}

/** Uniform numbers in (0, 1) from a counter (Weyl sequence and an integer hash). */
export function makeLuck(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x9e3779b9) >>> 0;
    let x = Math.imul(state ^ (state >>> 16), 0x85ebca6b);
    x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35);
    return (((x ^ (x >>> 16)) >>> 0) + 0.5) / 2 ** 32;
  };
}

function chooseEnd(toy: Toy, cash: number, luck: () => number): FirmEnd {
  if (cash < 0) return 'cash-out';
  if (toy.parent === true) return luck() < 0.0006 ? 'paused' : 'alive';
  const draw = luck();
  return draw < 0.004 ? 'acquired' : draw < 0.0055 ? 'wound-down' : 'alive';
}

/** Money of one month by line, million. */
interface Now {
  readonly month: number;
  /** Million users and million currency. */
  readonly users: number;
  readonly cash: number;
  readonly adShare: number;
  readonly luck: () => number;
}

function flows(toy: Toy, { month, users, cash, adShare, luck }: Now): Record<LedgerLine, number> {
  const war = 1 + 1.6 * Math.min(1, month / 18);
  const money = Object.fromEntries(LEDGER_LINES.map((line) => [line, 0])) as Record<LedgerLine, number>;
  money.subscriptions = users * 0.6 * (0.4 + luck());
  money.storeFee = -0.2 * money.subscriptions;
  money.adSales = users * 0.15;
  money.orders = toy.app === false ? toy.fixed * (0.2 + 0.8 * luck()) : toy.fixed * 0.25 * luck();
  money.delivery = -0.4 * money.orders;
  money.inference = -users * 2.2 * 0.96 ** month;
  money.advertising = -toy.ads * war * adShare;
  money.fixedCost = -toy.fixed * 0.6;
  money.research = -toy.fixed * 0.4;
  money.shock = toy.fixed * (luck() - 0.55);
  const runway = cash / (toy.fixed + toy.ads);
  if (toy.parent === true && cash < toy.cash * 0.6) money.parent = toy.fixed + toy.ads * war + users * 2;
  if (toy.parent !== true && runway < 14 && luck() < 0.09) money.rounds = toy.cash * (0.4 + luck());
  return money;
}

/** One firm in one world; `adShare` is the part of its advertising plan that it spends. */
export function live(toy: Toy, luck: () => number, adShare: number): World {
  const series: World['series'] = {
    cash: [],
    users: [],
    payers: [],
    price: [],
    advertising: [],
    cac: [],
    runway: [],
  };
  const ledger = Object.fromEntries(LEDGER_LINES.map((line) => [line, 0])) as Record<LedgerLine, number>;
  let [cash, users, end] = [toy.cash, toy.users, 'alive' as FirmEnd];
  let exitMonth: number | null = null;
  const [lean, thrift] = [0.7 + 0.6 * luck(), 0.6 + 0.8 * luck()];
  for (let month = 1; month <= MONTHS; month++) {
    if (end === 'alive') {
      const share = adShare * thrift;
      const money = flows({ ...toy, fixed: toy.fixed * lean }, { month, users, cash, adShare: share, luck });
      for (const line of LEDGER_LINES) {
        ledger[line] += money[line] * 1e6;
        cash += money[line];
      }
      users *= 1 + toy.growth * adShare * (1 - month / 60) + 0.06 * (luck() - 0.5);
      series.advertising.push(-money.advertising * 1e6);
      end = chooseEnd(toy, cash, luck);
      if (end !== 'alive') [exitMonth, users] = [month, 0];
    } else series.advertising.push(0);
    series.cash.push(cash * 1e6);
    series.users.push(users * 1e6);
    series.payers.push(users * 2e4);
    series.price.push(30);
    const cac = toy.ads > 1 ? 9 + month * (0.6 + toy.ads / 150) * adShare * thrift + 3 * luck() : 0;
    series.cac.push(end === 'alive' ? cac : Number.NaN);
    series.runway.push(
      end !== 'alive' ? Number.NaN : toy.parent === true ? 999 : Math.max(0, cash / (toy.fixed + toy.ads)),
    );
  }
  const causes =
    toy.ads > 50 ? ['advertising', 'no-round', 'unit-cost'] : ['fixed-cost', 'no-round', 'advertising'];
  return {
    end,
    exitMonth,
    cause: end === 'cash-out' ? causes[Math.floor(luck() ** 1.5 * 3)] : '',
    series,
    ledger,
  };
}

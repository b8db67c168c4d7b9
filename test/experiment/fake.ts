/** A market of two firms whose numbers are simple functions of the replicate, so that expected values are hand-made. */
import { LEDGER_LINES, MARKET_COLUMNS, MONTH_COLUMNS, type Outcome, type Scenario } from '../../sim/index.js';
import { firmOutcome } from './firm-outcome.js';

export const MONTHS = 3;

const constant = (value: number) => ({ law: { kind: 'constant' as const, value } });

/** Firm `dies` runs out of cash in month 2 of even worlds; firm `lives` never ends. */
export const fakeScenario = {
  title: 'Fake',
  question: 'Does the laboratory count right?',
  currency: 'USD',
  start: '2024-01',
  months: constant(MONTHS),
  people: constant(1000),
  agents: constant(10),
  replicates: constant(4),
  numerics: constant(1),
  channels: { store: {} },
  firms: {
    dies: { name: 'Dies', tiers: [{}], policy: { name: 'steady' } },
    lives: { tiers: [], parent: {}, policy: { name: 'steady' } },
  },
  arms: { cheap: { about: 'What if?' } },
  checks: [],
  raw: {},
} as unknown as Scenario;

function monthsOf(replicate: number, dead: boolean): Float64Array {
  const months = new Float64Array(MONTHS * 2 * MONTH_COLUMNS.length);
  for (let month = 0; month < MONTHS; month++) {
    for (let firm = 0; firm < 2; firm++) {
      const at = (month * 2 + firm) * MONTH_COLUMNS.length;
      const over = firm === 0 && dead && month >= 1;
      const put = (name: (typeof MONTH_COLUMNS)[number], value: number) => {
        months[at + MONTH_COLUMNS.indexOf(name)] = value;
      };
      put('status', over ? 2 : 1);
      put('cash', 100 - 10 * month + replicate);
      put('users', 50 + replicate + month);
      put('price', 5 + replicate);
      put('advertising', -(3 + replicate));
      put('runway', 12);
    }
  }
  return months;
}

/** One world; the same arguments give the same numbers. `cheap` lets nobody die. */
export function fakeOutcome(replicate: number, point = 'base'): Outcome {
  const dead = replicate % 2 === 0 && point === 'base';
  const ledger = (advertising: number, rounds: number) =>
    LEDGER_LINES.map((line) => (line === 'advertising' ? advertising : line === 'rounds' ? rounds : 0));
  return {
    replicate,
    firms: [
      firmOutcome('dies', {
        ...(dead && { outcome: 'cash-out', exitMonth: 2, proximateCause: 'advertising' }),
        finalCash: dead ? -5 : 80 + replicate,
        minCash: dead ? -5 : 80,
        finalUsers: dead ? 0 : 52 + replicate,
        peakUsers: 60,
        ledger: ledger(-95.5 - replicate, 0.1),
      }),
      firmOutcome('lives', {
        finalCash: 80 + replicate,
        minCash: 80,
        finalUsers: 52,
        peakUsers: 60,
        ledger: ledger(-3, 20),
      }),
    ],
    months: monthsOf(replicate, dead),
    market: Float64Array.from({ length: MONTHS * (MARKET_COLUMNS.length + 1) }, (_, k) => k + replicate),
    moves: Float64Array.from({ length: 9 }, (_, k) => k * replicate),
    origins: Float64Array.from({ length: 9 }, () => 1),
  };
}

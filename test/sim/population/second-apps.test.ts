/**
 * Second apps of cohorts over a year against the chain of one user, which is followed state by state (first app, tenure,
 * second app) with every consideration set written out. It shares nothing with the integrals and draws it judges.
 */
import { describe, expect, it } from 'vitest';
import { makeLuck } from '../../../sim/core/draws.js';
import { LOG2E } from '../../../sim/core/numerics.js';
import { cohortPopulation } from '../../../sim/population/cohorts.js';
import {
  type Cells,
  LAPSED,
  makeOfferSheet,
  type OfferSheet,
  STATES,
  TENURES,
  TIERS,
} from '../../../sim/population/contract.js';
import type { Types } from '../../../sim/population/types.js';
import { madeKeys } from './made-population.js';

/** Four apps of one tier; everybody starts with one of them, tenure 0 months (which is new) or 3. */
const USERS = [4e8, 1.2e8, 2e8, 4e7];
const TENURE = [3, 3, 0, 3];
const UTILITY = [1.2, 0.8, 1.5, 0.3];
const AWARE = [0.5, 0.25, 0.125, 0.625];
const SECOND = 0.4;
const LAPSE = 0.2;
const REVIEW = 0.12;
const BACK = 0.15;
const LEAVE = 1.5;
const QUIT = 0.6;
const MONTHS = 12;
const SETS = 2 ** USERS.length;

/** First app (-1: none), months, second app (-1: none). */
type State = readonly [first: number, tenure: number, second: number];
type Flow = (to: State, probability: number) => void;

/** A reviewer draws a set, then a first app or none by weight, then perhaps a second one from the same set. */
function review([own, tenure, had]: State, flow: Flow): void {
  const none = Math.exp(own < 0 ? LEAVE : (1 - QUIT) * LEAVE);
  const weights = UTILITY.map((v, j) => Math.exp(v + (j === own ? LEAVE : 0)));
  for (let set = 0; set < SETS; set++) {
    const known = AWARE.map((_, j) => (set >> j) & 1);
    const chance = AWARE.reduce((p, a, j) => {
      const certain = j === own || j === had ? 1 : a;
      return p * (known[j] ? certain : 1 - certain);
    }, 1);
    const w = weights.map((x, j) => x * known[j]);
    const total = w.reduce((a, b) => a + b, none);
    flow([-1, 0, -1], (chance * none) / total);
    w.forEach((x, first) => {
      const next = first === own ? tenure + 1 : 0;
      const rest = total - none - x;
      const keeps = rest > 1e-9 ? SECOND : 0;
      flow([first, next, -1], ((chance * x) / total) * (1 - keeps));
      w.forEach((y, second) => {
        if (second !== first && keeps)
          flow([first, next, second], (((chance * x) / total) * keeps * y) / rest);
      });
    });
  }
}

function step(state: State, activation: number, flow: Flow): void {
  const [own, tenure, had] = state;
  const keep = own < 0 ? 1 : (1 - LAPSE) * (tenure === 0 ? activation : 1);
  const look = keep * (own < 0 ? BACK : REVIEW);
  flow([-1, 0, -1], 1 - keep);
  flow([own, own < 0 ? 0 : tenure + 1, had], keep - look);
  review(state, (to, p) => flow(to, p * look));
}

/** Expected users by second app after a year. */
function expected(activation: number): number[] {
  let now = new Map<string, number>();
  USERS.forEach((users, own) => {
    const others = USERS.reduce((sum, n, j) => sum + (j === own ? 0 : n), 0);
    now.set(`${own},${TENURE[own]},-1`, users * (1 - SECOND));
    USERS.forEach((n, j) => {
      if (j !== own) now.set(`${own},${TENURE[own]},${j}`, (users * SECOND * n) / others);
    });
  });
  for (let month = 0; month < MONTHS; month++) {
    const next = new Map<string, number>();
    for (const [key, n] of now) {
      const [first, tenure, second] = key.split(',').map(Number);
      step([first, tenure, second], activation, (to, p) => {
        if (p > 0) next.set(to.join(), (next.get(to.join()) ?? 0) + n * p);
      });
    }
    now = next;
  }
  const users = USERS.map(() => 0);
  for (const [key, n] of now) {
    const second = Number(key.split(',')[2]);
    if (second >= 0) users[second] += n;
  }
  return users;
}

function sheetOf(activation: number): OfferSheet {
  const sheet = makeOfferSheet(1, 1, USERS.length);
  sheet.livingCount = USERS.length;
  USERS.forEach((_, j) => {
    sheet.living[j] = j + 1;
    sheet.tiers[j] = 1;
    sheet.freeTier[j] = 0;
    sheet.terms[(j * TIERS) << 2] = UTILITY[j] * LOG2E;
    sheet.awareness[j] = AWARE[j] * 65536;
  });
  for (let state = 0; state < STATES; state++) sheet.hazard.set([1, 0, 1 - REVIEW], state * 3);
  sheet.hazard[LAPSED * 3 + 2] = 1 - BACK;
  sheet.outsideGrip[0] = 1 - QUIT;
  sheet.activation[0] = activation;
  sheet.second[0] = SECOND;
  sheet.entry[0] = LEAVE * LOG2E;
  sheet.habit.fill(LEAVE * LOG2E, 0, TENURES);
  return sheet;
}

/** One cell and one type an app. */
function startOf(): { cells: Cells; types: Types } {
  const { length } = USERS;
  const order = Int32Array.from({ length }, (_, k) => k);
  const column = (value: number) => new Float32Array(length).fill(value);
  const start = Int32Array.from(USERS, (_, k) => USERS.slice(0, k).reduce((a, b) => a + b, 0));
  const end = start.map((from, k) => from + USERS[k]);
  return {
    cells: {
      ...{ count: length, segments: 1, classes: 1, start, end },
      ...{ segment: new Int32Array(length), usageClass: new Int32Array(length) },
      origin: order.map((k) => k + 1),
      weight: new Float64Array(length).fill(1),
      ...{ length: end[length - 1], agents: end[length - 1] },
    },
    types: {
      ...{ count: length, first: Int32Array.from([...order, length]), cell: order },
      ...{ start: Float64Array.from(start), size: Float64Array.from(USERS), tenure: Int32Array.from(TENURE) },
      ...{ quality: column(0), price: column(1), ads: column(1), switching: column(1) },
      ...{ matchA: column(0), matchB: column(0) },
      ...{ lapseFree: column(LAPSE), lapsePaid: column(LAPSE) },
    },
  };
}

/** Users by second app after a year of cohorts; users are conserved on the way. */
function lived(activation: number): number[] {
  const { cells, types } = startOf();
  const segment = {
    ...{
      qualitySpread: 0,
      priceSpread: 0,
      adSpread: 0,
      switchingSpread: 0,
      secondApp: SECOND,
      lapsedShare: 0,
    },
    ...{ lapseFree: [1, 1] as const, lapsePaid: [1, 1] as const },
  };
  const from = { luck: makeLuck('second', 0), users: USERS, types, apps: USERS.length, months: MONTHS };
  const cohorts = cohortPopulation(cells, [segment], from);
  const sheet = sheetOf(activation);
  cohorts.chooseFirstTiers(sheet);
  let tally = cohorts.countStart();
  for (let month = 1; month <= MONTHS; month++) {
    tally = cohorts.moveUsers(sheet, madeKeys('second', month), month);
    expect([...tally.users, ...tally.none].reduce((a, b) => a + b, 0)).toBe(cells.agents);
  }
  return USERS.map((_, j) => USERS.reduce((sum, _, cell) => sum + tally.second[cell * USERS.length + j], 0));
}

describe('second apps of cohorts after a year', () => {
  // Counts are 1e6 and more of independent users: their noise is below .001, five deviations below .005.
  it.each([0.65, 0, 1])(
    'are within .005 of the exact chain where newcomers stay with %d of the usual chance',
    (activation) => {
      const exact = expected(activation);
      lived(activation).forEach((users, j) => {
        expect(exact[j]).toBeGreaterThan(1e6);
        expect(Math.abs(users / exact[j] - 1), `app ${j + 1}`).toBeLessThan(0.005);
      });
    },
  );
});

// Small worlds for the tables, and what is read of them. Every mechanism that a table does not ask for is switched
// off by its number; what is left is the mechanism under test and the machinery of the month.
import { MARKET_COLUMNS, MONTH_COLUMNS, parseScenario, simulate, startMarket } from '../dist/sim/index.js';

/** Seed of all tables. */
export const SEED = 'validation';

/** Parses a plain scenario; throws with its problems. `policies`: own burn strategies by name. */
export function legal(raw, policies = {}) {
  const parsed = parseScenario(raw, { policies });
  if ('problems' in parsed) throw new Error(JSON.stringify(parsed.problems, null, 1));
  return parsed.scenario;
}

/** Users who differ in nothing, never lapse or look around, and all look at the market in month 1. */
const STILL = {
  priceSensitivity: 0,
  priceSpread: 0,
  qualitySpread: 0,
  switchingCost: 0,
  switchingSpread: 0,
  habit: 0,
  zeroPrice: 0,
  network: 0,
  adAversion: 0,
  innovation: 100,
  imitation: 0,
  review: 0,
  back: 0,
  activation: 1,
  secondApp: 0,
  contextGrowth: 0,
  useSpread: 0,
};

/** An app that everybody knows, whose users never lapse, with cash that does not matter. */
const APP = {
  cash: 1e12,
  shock: 0,
  press: 1,
  lapse: 0,
  tiers: [{ price: 0 }],
  funding: { shift: -50 },
  policy: 'steady',
};

const NO_RESEARCH = { rate: 0, users: 0, payers: 0, obsolescence: 0 };

/**
 * A market of still users (one segment `all`, one usage class) and these apps; serving costs nothing.
 * @param {{ months: number, agents: number, segment?: object, apps: Record<string, object>, top?: object, world?: object }} plan
 */
export function marketOf({ months, agents, segment, apps, top, world }) {
  return {
    title: 'Validation',
    question: 'Does the engine reproduce the table?',
    currency: 'USD',
    start: '2024-01',
    months,
    people: agents,
    agents,
    usageEdges: [],
    world: { inferenceCost: { start: 0 }, research: NO_RESEARCH, ...world },
    segments: { all: { ...STILL, ...segment } },
    firms: Object.fromEntries(Object.entries(apps).map(([id, app]) => [id, { ...APP, ...app }])),
    ...top,
  };
}

/** Users who all have the only app from the start and keep it: a firm with a fixed income of `price` x people. */
export const PATRONS = { withApp: 1, ever: 1, innovation: 0 };

/** A column of one firm by month; length months. */
export function columnOf(outcome, firm, name) {
  const place = outcome.firms.findIndex((one) => one.firm === firm);
  const column = MONTH_COLUMNS.indexOf(name);
  const width = outcome.firms.length * MONTH_COLUMNS.length;
  const months = outcome.months.length / width;
  return Array.from(
    { length: months },
    (_, t) => outcome.months[t * width + place * MONTH_COLUMNS.length + column],
  );
}

/** A column of the market by month, in a world without channels; length months. */
export function marketColumn(outcome, name) {
  const column = MARKET_COLUMNS.indexOf(name);
  const months = outcome.market.length / MARKET_COLUMNS.length;
  return Array.from({ length: months }, (_, t) => outcome.market[t * MARKET_COLUMNS.length + column]);
}

/** Lives one world of a plain scenario. */
export function live(raw) {
  return simulate(legal(raw), SEED, 0);
}

/** Outcomes of `count` worlds, replicates `first` and on. `policies`: own burn strategies by name. */
export function liveMany(raw, count, policies = {}, first = 0) {
  const scenario = legal(raw, policies);
  return Array.from({ length: count }, (_, k) => simulate(scenario, SEED, first + k));
}

/** Lives one world month by month; `look(market, month)` reads its state after each month. */
export function watch(raw, look) {
  const market = startMarket(legal(raw), SEED, 0);
  for (let month = 1; month <= market.months; month++) {
    market.step();
    look(market.state, month);
  }
  market.state.population.release();
}

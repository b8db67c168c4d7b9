/**
 * Lives one world month by month and writes its history down. Runs in a worker: a world of 10,000 users and 24 months
 * takes some tens of milliseconds, and its history about 3 bytes a dot and month.
 */
import { type Scenario, startMarket, type Watched, watchUsers } from '../../../sim/index.js';
import { plainText } from '../../report/plain-text.js';
import { type FirmLine, TIERS, type World } from './history.js';
import { sampleUsers } from './sample.js';

/** Most dots. */
export const DOTS = 1200;

type Running = ReturnType<typeof startMarket>;
type Market = Running['state'];
type Tables = Pick<World, 'inhabitants' | 'seconds' | 'offers' | 'orders'>;

function makeTables(months: number, { apps: { length: apps }, firms }: Market): Tables {
  const rows = (months + 1) * (apps + 1);
  return {
    inhabitants: new Float64Array(rows),
    seconds: new Float64Array(rows),
    offers: new Float64Array(rows * TIERS * 2),
    orders: new Float64Array(months * firms.length * 2),
  };
}

/** Adds up the people of a cell by app; the tally's counts of users and tiers lie as in the model's `Tally`. */
function countCell({ cells, tally, apps }: Market, cell: number, into: { tables: Tables; at: number }): void {
  const { inhabitants, seconds } = into.tables;
  for (let k = 0; k < apps.length; k++) {
    const row = cell * apps.length + k;
    let users = 0;
    for (let tier = 0; tier < TIERS; tier++) users += tally.users[row * TIERS + tier];
    inhabitants[into.at + k + 1] += users * cells.weight[cell];
    seconds[into.at + k + 1] += tally.second[row] * cells.weight[cell];
  }
}

/**
 * People and offers as they stand after a month; users of an app that has just ended have none. Second apps are those
 * that were used in the month, as its columns have them: the end of a user's first app takes them away only then.
 */
function writeMonth(market: Market, tables: Tables): void {
  const { apps, cells, month, people } = market;
  const at = month * (apps.length + 1);
  for (let cell = 0; cell < cells.count; cell++) countCell(market, cell, { tables, at });
  apps.forEach(({ status, slot, tiers, users, firstUsers }) => {
    const lives = status === 'alive';
    if (month > 0) tables.seconds[at + slot] = lives ? users[0] - firstUsers : 0;
    if (month > 0 && !lives) tables.inhabitants[at + slot] = 0;
    tiers.forEach(({ price, quota }, tier) => {
      tables.offers.set([price, quota], ((at + slot) * TIERS + tier) * 2);
    });
  });
  for (const { index, wins, orders } of market.firms)
    if (month > 0 && wins > 0)
      tables.orders.set([wins, orders[0]], ((month - 1) * market.firms.length + index) * 2);
  const everybody = people.reduce((sum, one) => sum + one, 0);
  const withApp = tables.inhabitants
    .subarray(at + 1, at + apps.length + 1)
    .reduce((sum, one) => sum + one, 0);
  tables.inhabitants[at] = Math.max(0, everybody - withApp);
}

function firmLines(scenario: Scenario, { state, outcome }: Running): FirmLine[] {
  const ends = outcome().firms;
  return Object.entries(scenario.firms).map(([id, firm], k) => {
    const name = plainText(firm.name ?? id) || id;
    return {
      id,
      name: firm.copy ? `${name} ${firm.copy}` : name,
      slot: k + 1,
      app: state.firms.find((one) => one.id === id)?.slot ?? 0,
      family: firm.family ?? id,
      sells: firm.business !== undefined,
      tiers: firm.tiers.map((tier) => plainText(tier.name ?? '')),
      end: ends[k].outcome,
      exitMonth: ends[k].exitMonth,
    };
  });
}

/** Follows the sampled users; undefined if there are none one by one. */
function followCrowd({ cells, population }: Market) {
  if (!population.agents) return undefined;
  return sampleUsers(cells, DOTS);
}

/** Lives the world. @throws as the model does */
export function liveWorld(scenario: Scenario, seed: string, replicate: number, arm?: string): World {
  const running = startMarket(scenario, seed, replicate, arm === undefined ? {} : { arm });
  const { state, months } = running;
  try {
    const sample = followCrowd(state);
    const watch = sample && watchUsers(state, sample.places);
    const seen: Watched[] = watch ? [watch.look()] : [];
    const tables = makeTables(months, state);
    writeMonth(state, tables);
    for (let month = 1; month <= months; month++) {
      running.step();
      if (watch) seen.push(watch.look());
      writeMonth(state, tables);
    }
    const world = { replicate, months, apps: state.apps.length, ...tables };
    const firms = firmLines(scenario, running);
    const columns = running.outcome().months.slice();
    if (!sample || !watch) return { ...world, firms, columns };
    const crowd = {
      numbers: sample.numbers,
      of: state.cells.agents,
      each: sample.each,
      tenure: watch.tenure,
      code: seen.map(({ code }) => code),
      second: seen.map(({ second }) => second),
      verdict: seen.map(({ verdict }) => verdict),
    };
    return { ...world, firms, columns, crowd };
  } finally {
    state.population.release();
  }
}

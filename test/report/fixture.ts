/**
 * A batch that never ran: the toy firms, 36 months, two arms, fixed luck, summed up as a Summary with failed and open
 * checks. It is put together without `src/experiment`, so that the report alone is tested.
 */
import { type FirmEnd, LEDGER_LINES, type LedgerLine } from '../../sim/index.js';
import type {
  CheckResult,
  Estimate,
  Fan,
  FirmSummary,
  InputRow,
  Manifest,
  MeanRange,
  PointSummary,
  Summary,
} from '../../src/experiment/summary.js';
import { cumulativeIncidence } from '../../src/statistics/cumulative-incidence.js';
import { kaplanMeier } from '../../src/statistics/kaplan-meier.js';
import { meanRange } from '../../src/statistics/mean-range.js';
import { quantile } from '../../src/statistics/quantile.js';
import { wilson } from '../../src/statistics/wilson.js';
import { live, MONTHS, makeLuck, type Toy, toys, type World } from './toy-firms.js';

function fan(rows: readonly (readonly number[])[]): Fan {
  const out: Fan = { q05: [], q25: [], q50: [], q75: [], q95: [], mean: [] };
  for (let month = 0; month < MONTHS; month++) {
    const sorted = Float64Array.from(
      rows.map((row) => row[month]).filter((value) => !Number.isNaN(value)),
    ).sort();
    const at = (p: number) => quantile(sorted, p);
    out.q05.push(at(0.05));
    out.q25.push(at(0.25));
    out.q50.push(at(0.5));
    out.q75.push(at(0.75));
    out.q95.push(at(0.95));
    out.mean.push(meanRange(sorted).mean);
  }
  return out;
}

function last(band: Fan): { q05: number; q50: number; q95: number } {
  return { q05: band.q05[MONTHS - 1], q50: band.q50[MONTHS - 1], q95: band.q95[MONTHS - 1] };
}

function byLine(worlds: readonly World[]): Record<LedgerLine, MeanRange> {
  const entry = (line: LedgerLine) => [line, meanRange(worlds.map((world) => world.ledger[line]))];
  return Object.fromEntries(LEDGER_LINES.map(entry)) as Record<LedgerLine, MeanRange>;
}

const ends: readonly FirmEnd[] = ['alive', 'cash-out', 'acquired', 'wound-down', 'paused'];

function summariseFirm(toy: Toy, slot: number, worlds: readonly World[]): FirmSummary {
  const n = worlds.length;
  const share = (end: FirmEnd): Estimate => wilson(worlds.filter((world) => world.end === end).length, n);
  const times = worlds.map((world) => world.exitMonth ?? MONTHS);
  const causeOf = (world: World) => Math.max(0, ends.indexOf(world.end));
  const shape = { horizon: MONTHS, causeCount: 4 };
  const [cashOut, acquired, woundDown, paused] = cumulativeIncidence(times, worlds.map(causeOf), shape);
  const lost = worlds.filter((world) => world.end === 'cash-out');
  const months = Float64Array.from(lost, (world) => world.exitMonth ?? 0).sort();
  const column = (key: keyof World['series']) => fan(worlds.map((world) => world.series[key]));
  const [cash, users] = [column('cash'), column('users')];
  const endCash = (group: readonly World[]) => meanRange(group.map((world) => world.series.cash[MONTHS - 1]));
  const causes: Record<string, number> = {};
  for (const world of lost) causes[world.cause] = (causes[world.cause] ?? 0) + 1;
  return {
    name: toy.name,
    copies: 1,
    slot,
    hasParent: toy.parent === true,
    hasApp: toy.app !== false,
    policy: toy.parent === true ? 'bigTechSubsidy' : toy.ads > 50 ? 'blitzscale' : 'runwayGuard',
    cashOut: share('cash-out'),
    outcomes: Object.fromEntries(ends.map((end) => [end, share(end)])) as Record<FirmEnd, Estimate>,
    medianExitMonth: lost.length === 0 ? null : quantile(months, 0.5),
    exitQuartiles: lost.length === 0 ? null : [quantile(months, 0.25), quantile(months, 0.75)],
    survival: kaplanMeier(
      times,
      worlds.map((world) => world.exitMonth !== null),
      MONTHS,
    ),
    incidence: {
      cashOut: cashOut.estimate,
      cashOutLow: cashOut.low,
      cashOutHigh: cashOut.high,
      acquired: acquired.estimate,
      woundDown: woundDown.estimate,
      paused: paused.estimate,
    },
    cash,
    users,
    payers: column('payers'),
    price: column('price'),
    advertising: column('advertising'),
    cac: column('cac'),
    runway: column('runway'),
    finalCash: last(cash),
    finalUsers: last(users),
    startCash: toy.cash * 1e6,
    money: {
      all: byLine(worlds),
      cashOut: lost.length === 0 ? null : byLine(lost),
      endAll: endCash(worlds),
      endCashOut: lost.length === 0 ? null : endCash(lost),
    },
    causes,
    worlds: worlds.slice(0, 3).map((world, replicate) => ({ replicate, cash: world.series.cash })),
  };
}

/** Mean people from x (row) to y (column), 0 = no app: stayers, leavers, and people who take a first app. */
function flowMatrix(firms: readonly FirmSummary[], stay: number): number[] {
  const size = firms.length + 1;
  const end = firms.map((firm) => firm.users.mean[MONTHS - 1]);
  const total = end.reduce((sum, value) => sum + value, 0);
  const matrix = new Array<number>(size * size).fill(0);
  firms.forEach((_, from) => {
    const start = toys[from].users * 1e6;
    const kept = Math.min(start * stay, end[from] * 0.9);
    matrix[(from + 1) * size + from + 1] = kept;
    matrix[(from + 1) * size] = (start - kept) * 0.35;
    end.forEach((users, to) => {
      if (to !== from) matrix[(from + 1) * size + to + 1] = ((start - kept) * 0.65 * users) / total;
    });
  });
  end.forEach((users, to) => {
    const known = firms.reduce((sum, _, from) => sum + matrix[(from + 1) * size + to + 1], 0);
    matrix[to + 1] = Math.max(0, users - known);
  });
  matrix[0] = 6.5e8;
  return matrix;
}

function summarisePoint(n: number, adShare: number): PointSummary {
  const worlds = toys.map((toy, index) =>
    Array.from({ length: n }, (_, world) => live(toy, makeLuck(1000 * world + 17 * index + 7), adShare)),
  );
  const firms = toys.map((toy, index) => summariseFirm(toy, index + 1, worlds[index]));
  const lost = Array.from({ length: n }, (_, w) => worlds.filter((own) => own[w].end === 'cash-out').length);
  const sorted = Float64Array.from(lost).sort();
  const people = Array.from({ length: n }, (_, w) =>
    Array.from(
      { length: MONTHS },
      (_, month) => 0.86 * worlds.reduce((sum, own) => sum + own[w].series.users[month], 0),
    ),
  );
  const paths = (start: number, drift: number) =>
    Array.from({ length: n }, (_, w) => {
      const luck = makeLuck(w + 5);
      return Array.from({ length: MONTHS }, (_, month) => start * (1 + drift * month) * (0.9 + 0.2 * luck()));
    });
  return {
    n,
    firms: Object.fromEntries(toys.map((toy, index) => [toy.id, firms[index]])),
    people: fan(people),
    unitCost: fan(paths(9, -0.024)),
    priceIndex: { bilibili: fan(paths(1.1, 0.055 * adShare)), douyin: fan(paths(1, 0.03 * adShare)) },
    firmsLost: { ...meanRange(lost), q05: quantile(sorted, 0.05), q95: quantile(sorted, 0.95) },
    moves: flowMatrix(firms, 0.2).map((people) => people * 1.7),
    origins: flowMatrix(firms, 0.5),
  };
}

function makeChecks(): CheckResult[] {
  const one = (id: string, about: string, rest: Partial<CheckResult>): CheckResult => ({
    id,
    kind: 'behaviour',
    about,
    source: 'QuestMobile 2024',
    measure: 'users(doubao, 12) / users(doubao, 3)',
    found: 3.6,
    target: '2.3 to 4.5',
    verdict: 'pass',
    pass: true,
    ...rest,
  });
  return [
    one('books', 'Money balances for every firm in every month', {
      kind: 'identity',
      found: 0,
      target: '0',
      source: 'identity',
    }),
    one('b', 'Doubao in December has 2.3 to 4.5 times its users of March', { low: 3.3, high: 3.9 }),
    one('e', 'Cost of a new user of Kimi rises 3.0 to 5.5 times in a year', {
      found: 2.6,
      low: 2.5,
      high: 2.7,
      target: '3.0 to 5.5',
      verdict: 'fail',
      pass: false,
    }),
    one('c', 'Kimi is second in at least 60% of worlds <b>now</b>', {
      found: 0.58,
      low: 0.53,
      high: 0.63,
      target: 'at least 0.6',
      verdict: 'open',
      pass: false,
    }),
    one('g', 'Without its bids the price index of the shared channels falls by 15% or more', {
      measure: 'arm(noBids, mean(priceIndex(douyin, 12))) / mean(priceIndex(douyin, 12)) - 1',
      found: null,
      target: 'at most -0.15',
      verdict: 'open',
      pass: false,
    }),
  ];
}

function makeInputs(): InputRow[] {
  const tags = ['S', 'P', 'L', 'C', 'A', ''];
  return Array.from({ length: 60 }, (_, i) => ({
    path: `firms.${toys[i % 14].id}.${['cash', 'fixedCost', 'research', 'ads', 'quality'][i % 5]}`,
    value: ['5.5 M', '30 k to 50 k', '12', 'lognormal(0.35, 0.4)', '35%'][i % 5],
    unit: ['currency', 'currency a month', 'months', 'utils per USD-month', 'share of the people'][i % 5],
    about: 'What the firm pays in a month that does not depend on its users.',
    tag: tags[i % 6],
    source: i % 6 < 2 ? 'https://example.org/a-long-address/of-an-article/about-the-traffic-war.html' : '',
    note: i % 7 === 3 ? 'Closed in February <script>alert(4)</script>, less the burn of one month.' : '',
  }));
}

/** The batch with `n` worlds a point; always the same for the same n. */
export function makeSummary(n = 200): Summary {
  return {
    ...summarisePoint(n, 1),
    title: 'Traffic war, China 2024',
    question: 'Which AI apps run out of cash when users are bought and every call costs money?',
    currency: 'CNY',
    start: '2024-01',
    months: MONTHS,
    people0: 6.9e8,
    agents: 20_000,
    replicates: n + 2,
    failed: 2,
    firmIds: toys.map((toy) => toy.id),
    channelIds: ['bilibili', 'douyin'],
    arms: {
      'stop-ads': { ...summarisePoint(n, 0.25), about: 'Every firm spends a quarter of its advertising.' },
      'double <i>ads</i>': { ...summarisePoint(n, 1.5), about: 'Every firm spends half as much again.' },
    },
    checks: makeChecks(),
    inputs: makeInputs(),
    warnings: ['segments.free.share: the shares add to 0.999; scaled to 1 <img src=x onerror=alert(5)>'],
  };
}

/** The manifest of that batch. */
export function makeManifest(n = 200): Manifest {
  return {
    afterburn: '0.1.0',
    numerics: 1,
    scenario: 'china-traffic-war-2024',
    scenarioHash: '10c4d2ab77f09e0210c4d2ab77f09e0210c4d2ab77f09e0210c4d2ab77f09e02',
    fingerprint: '7f3a91c2e04d5be17f3a91c2e04d5be17f3a91c2e04d5be17f3a91c2e04d5be1',
    seed: '7',
    replicates: n + 2,
    agents: 20_000,
    arms: ['stop-ads', 'double <i>ads</i>'],
    command: `afterburn run scenarios/china-traffic-war-2024.yaml --replicates ${n + 2} --seed 7`,
    policies: toys.map((toy) => ({
      firm: toy.id,
      policy: toy.parent === true ? 'bigTechSubsidy' : 'blitzscale',
    })),
    policyLevel: 'trusted',
    resultHash: 'ef'.repeat(32),
    files: { 'summary.json': 'ab'.repeat(32), 'parts/base-0000.bin': 'cd'.repeat(32) },
    state: 'complete',
  };
}

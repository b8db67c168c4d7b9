/** One world while it runs: everything a month reads and writes. */
import type { Luck } from './core/draws.js';
import { recallOrders } from './firms/business.js';
import { type FirmState, makeFirm } from './firms/firm.js';
import { recallTenders } from './firms/tenders.js';
import { makeSights, type Sights } from './firms/view.js';
import { MARKET_COLUMNS, MONTH_COLUMNS } from './metrics/columns.js';
import { makeTenureFields } from './offers.js';
import type { Decision } from './policies/policy.js';
import { makeCells } from './population/cells.js';
import { type Cells, makeOfferSheet, makeTally, type OfferSheet, type Tally } from './population/contract.js';
import type { Crew } from './population/crew/crew.js';
import { populate } from './population/populate.js';
import type { Population, PopulationKind } from './population/population.js';
import type { SegmentStart } from './population/start.js';
import { type UsageBand, usageBands } from './population/usage.js';
import { type PriceTaste, priceTastes } from './population/use-correlation.js';
import { makeSplit, type Split } from './reach.js';
import type { DrawnChannel, DrawnScenario, DrawnSegment } from './scenario/drawn.js';
import { idsOf } from './scenario/ids.js';
import { makeServed, type Served } from './serve.js';
import { makeWorld, type WorldState } from './world/world.js';

export interface ChannelState {
  /** Its name in the scenario. */
  readonly id: string;
  /** Place in the scenario: its column among the price indices. */
  readonly index: number;
  /** Its fields as they stand this month. */
  readonly fields: DrawnChannel;
  /** Auction price index of this month and of last month. */
  priceIndex: number;
  lastIndex: number;
}

export interface Market {
  /** Fields as they stand this month. */
  readonly scenario: DrawnScenario;
  readonly luck: Luck;
  month: number;
  /** Fields of decisions that mean nothing, because their mechanism is off. */
  readonly ignored: readonly (keyof Decision)[];
  readonly world: WorldState;
  /** In canonical order (by id); `index` is the place in the scenario. */
  readonly channels: ChannelState[];
  /** Where a sum of advertising is split over the channels. */
  readonly split: Split;
  /** In canonical order (by id); `index` is the place in the scenario. */
  readonly firms: FirmState[];
  /** What each firm sees when it decides. */
  readonly sights: Sights;
  /** Firms with an app, by slot - 1. */
  readonly apps: FirmState[];
  readonly segmentIds: readonly string[];
  /** Fields of the segments, in the order of their ids. */
  readonly segments: readonly DrawnSegment[];
  /** People by segment, and the part of them that ever had an app. */
  readonly people: Float64Array;
  readonly ever: Float64Array;
  readonly bands: UsageBand[][];
  /** Median price taste of a row (segment x usage class), relative to that of its segment. */
  readonly priceMedians: Float64Array;
  readonly cells: Cells;
  /** Segments and starting users (by slot - 1, weights) as the population began with them. */
  readonly starts: readonly SegmentStart[];
  readonly startingUsers: readonly number[];
  readonly population: Population;
  readonly sheet: OfferSheet;
  /** What the sheet's tables by tenure were written from. */
  readonly tenureFields: Float64Array;
  tally: Tally;
  /** What each app served this month, by slot - 1; mean use of a new user by row, million tokens. */
  readonly served: readonly Served[];
  readonly uses: Float64Array;
  /** Columns as in Outcome. */
  readonly months: Float64Array;
  readonly market: Float64Array;
  readonly moves: Float64Array;
  readonly origins: Float64Array;
  /** Slot (0 = none) -> row of `moves` and `origins` (firm index + 1). */
  readonly place: Int32Array;
}

/** Ids of the firms with an app, by slot - 1. */
export function appIds(scenario: DrawnScenario): string[] {
  return idsOf(scenario.firms).filter((id) => scenario.firms[id].tiers.length > 0);
}

/** People who start with each app, by slot - 1; weights. */
function startingUsers(scenario: DrawnScenario): number[] {
  return appIds(scenario)
    .map((id) => scenario.firms[id])
    .map(({ entersAt, arrivals, users }) => (entersAt === 1 && arrivals === 0 ? users : 0));
}

/** Who stands for whom in a world of this scenario. */
export function startingCells(scenario: DrawnScenario): Cells {
  return makeCells({
    agents: scenario.agents,
    people: scenario.people,
    edges: scenario.usageEdges,
    heavyAgents: scenario.heavyAgents,
    segments: idsOf(scenario.segments).map((id) => scenario.segments[id]),
    users: startingUsers(scenario),
  });
}

/** How a world is lived. */
export interface LivedBy {
  /** Who moves the users; a crew helps the SIMD population only. */
  readonly kind: PopulationKind;
  readonly crew?: Crew | undefined;
  readonly ignored: Market['ignored'];
}

/** What the populations need to know of the segments before month 1. */
function startsOf(segments: readonly DrawnSegment[], prices: readonly PriceTaste[][]): SegmentStart[] {
  return segments.map((segment, s) => ({
    ...segment,
    priceSpreads: segment.useCorrelation === 0 ? undefined : prices[s].map(({ spread }) => spread),
    lapseFree: [segment.lapseFreeA, segment.lapseFreeB],
    lapsePaid: [segment.lapsePaidA, segment.lapsePaidB],
    lapsedShare:
      segment.withApp < 1 ? Math.max(0, segment.ever - segment.withApp) / (1 - segment.withApp) : 0,
  }));
}

/** The columns of an outcome in one memory, which is quicker to hand to another thread than four. */
function makeRecord(
  T: number,
  F: number,
  channels: number,
): Pick<Market, 'months' | 'market' | 'moves' | 'origins'> {
  const lengths = [
    T * F * MONTH_COLUMNS.length,
    T * (MARKET_COLUMNS.length + channels),
    (F + 1) * (F + 1),
    (F + 1) * (F + 1),
  ];
  const all = new Float64Array(lengths.reduce((a, b) => a + b));
  let at = 0;
  const [months, market, moves, origins] = lengths.map((length) => {
    at += length;
    return all.subarray(at - length, at);
  });
  return { months, market, moves, origins };
}

/** Makes the world before month 1 from the drawn scenario. */
export function makeMarket(scenario: DrawnScenario, luck: Luck, { kind, crew, ignored }: LivedBy): Market {
  const places = Object.keys(scenario.firms);
  const segmentIds = idsOf(scenario.segments);
  const segments = segmentIds.map((id) => scenario.segments[id]);
  const channelIds = idsOf(scenario.channels);
  const channelPlaces = Object.keys(scenario.channels);
  let slots = 0;
  const firms = idsOf(scenario.firms).map((id) =>
    makeFirm(id, scenario.firms[id], {
      index: places.indexOf(id),
      slot: scenario.firms[id].tiers.length > 0 ? ++slots : 0,
      segments: segments.length,
      channels: channelIds.length,
      luck,
    }),
  );
  // months before the first are counted from 0, and no fork of a later month is to change them
  const past = { ...luck, forks: [] };
  for (const firm of firms) {
    firm.supplier = firms.find(({ id }) => id === firm.fields.supplier);
    recallOrders(firm, past);
  }
  recallTenders(firms, scenario, past);
  const apps = firms.filter((firm) => firm.slot > 0);
  const users = startingUsers(scenario);
  const cells = startingCells(scenario);
  const prices = segments.map(({ useCorrelation, priceSpread }) =>
    priceTastes(scenario.usageEdges, useCorrelation, priceSpread),
  );
  const starts = startsOf(segments, prices);
  const population = populate({
    ...scenario.population,
    kind,
    crew,
    cells,
    apps: apps.length,
    months: scenario.months,
    segments: starts,
    luck,
    users,
  });
  const sheet = makeOfferSheet(segments.length, scenario.usageEdges.length + 1, apps.length);
  for (const { slot, address } of apps) sheet.addresses[slot - 1] = address;
  const people = new Float64Array(segments.length);
  for (let c = 0; c < cells.count; c++) {
    people[cells.segment[c]] += cells.weight[c] * (cells.end[c] - cells.start[c]);
  }
  return {
    scenario,
    luck,
    month: 0,
    ignored,
    world: makeWorld(),
    channels: channelIds.map((id) => ({
      id,
      index: channelPlaces.indexOf(id),
      fields: scenario.channels[id],
      priceIndex: 1,
      lastIndex: 1,
    })),
    split: makeSplit(channelIds.length, segments.length),
    firms,
    sights: makeSights(firms),
    apps,
    segmentIds,
    segments,
    people,
    ever: new Float64Array(segments.length),
    bands: segments.map((segment) => usageBands(scenario.usageEdges, segment.useSpread)),
    priceMedians: Float64Array.from(prices.flat(), ({ median }) => median),
    cells,
    starts,
    startingUsers: users,
    population,
    sheet,
    tenureFields: makeTenureFields(segments.length),
    tally: makeTally(cells, apps.length),
    served: makeServed(apps),
    uses: new Float64Array(segments.length * (scenario.usageEdges.length + 1)),
    ...makeRecord(scenario.months, firms.length, channelIds.length),
    place: Int32Array.from([0, ...apps.map((firm) => firm.index + 1)]),
  };
}

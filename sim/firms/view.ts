/**
 * What a firm can see when it decides: its own books, and last month's public facts. Views are made once a world
 * and written anew every month; what a rival shows is one record that all others see.
 */
import { log } from '../core/numerics.js';
import { LEDGER_LINES, type LedgerLine } from '../metrics/columns.js';
import type { FirmView, RivalView } from '../policies/policy.js';
import type { WorldState } from '../world/world.js';
import { ORDER_WINDOW } from './business.js';
import { burnOf, type FirmState, MINOR, receivables, runwayOf } from './firm.js';
import { unitCostOf } from './supplier.js';
import { isTracked, trackedGrowth } from './track.js';

function sum(values: readonly number[], from: number, to: number): number {
  let total = 0;
  for (let k = from; k < to && k < values.length; k++) total += values[k];
  return total;
}

/**
 * Growth that investors look at: ln(users / users three months ago); for firms without an app their track, or
 * ln of six-month order intake against the six months before (one average order added to both).
 */
export function growthOf(firm: FirmState): number {
  if (firm.slot > 0) {
    const before = firm.users[3];
    if (before === undefined) return 0;
    if (firm.users[0] <= 0) return -1;
    return before > 0 ? log(firm.users[0] / before) : 1;
  }
  if (isTracked(firm.fields)) return trackedGrowth(firm.fields, firm.track);
  if (firm.orders.length < 2 * ORDER_WINDOW) return 0;
  const now = sum(firm.orders, 0, ORDER_WINDOW);
  const before = sum(firm.orders, ORDER_WINDOW, 2 * ORDER_WINDOW);
  const unit = (now + before) / (2 * ORDER_WINDOW);
  return unit > 0 ? log((now + unit) / (before + unit)) : 0;
}

/** Does the firm have a track record long enough for a growth figure? */
export function hasTrack(firm: FirmState): boolean {
  if (firm.slot > 0) return firm.users.length > 3;
  return isTracked(firm.fields) || firm.orders.length >= 2 * ORDER_WINDOW;
}

/** Advertising of three months / paid joins of three months, currency; 0 if nobody joined. */
export function cacOf(firm: FirmState): number {
  const joins = sum(firm.joinsPaid, 0, 3);
  return joins > 0 ? sum(firm.adsPaid, 0, 3) / joins : 0;
}

type Writable<T> = { -readonly [K in keyof T]: T[K] };

/** What one firm sees, and what the others see of it. */
interface Sight {
  readonly firm: FirmState;
  readonly face: Writable<RivalView>;
  readonly view: Writable<FirmView> & { readonly lastMonth: Record<LedgerLine, number>; rivals: RivalView[] };
}

/** By firm, in scenario order. */
export type Sights = readonly Sight[];

function faceOf(firm: FirmState): RivalView {
  return {
    firm: firm.id,
    alive: false,
    hasParent: firm.fields.parent !== undefined,
    users: 0,
    adSpend: 0,
    prices: firm.pricesNow,
    pricesBefore: firm.pricesBefore,
    apiPrice: 0,
    apiPriceBefore: 0,
  };
}

function blankView(firm: FirmState): Sight['view'] {
  return {
    firm: firm.id,
    month: 0,
    cash: 0,
    credits: 0,
    receivables: 0,
    burn: 0,
    runway: 0,
    lastMonth: Object.fromEntries(LEDGER_LINES.map((line) => [line, 0])) as Record<LedgerLine, number>,
    users: firm.users,
    payers: 0,
    joins: 0,
    share: 0,
    shareBefore: 0,
    growth: 0,
    flatMonths: 0,
    cac: 0,
    unitCost: 0,
    usePerUser: 0,
    churn: 0,
    tiers: firm.tiers,
    apiPrice: 0,
    distil: 0,
    fixedCost: 0,
    research: 0,
    hasParent: firm.fields.parent !== undefined,
    rivals: [],
  };
}

/** Views of all firms, still blank. */
export function makeSights(firms: readonly FirmState[]): Sights {
  return firms.map((firm) => ({ firm, face: faceOf(firm), view: blankView(firm) }));
}

function writeFace({ face, firm }: Sight): void {
  face.alive = firm.status === 'alive';
  face.users = firm.users[0] ?? 0;
  face.adSpend = firm.lastAds;
  face.apiPrice = firm.apiPriceNow;
  face.apiPriceBefore = firm.apiPriceBefore;
}

/** Rivals come into view with their entry and stay there. */
function meetRivals({ view, firm }: Sight, sights: Sights, present: number): void {
  if (view.rivals.length === present - 1) return;
  view.rivals = sights
    .filter((one) => one.firm !== firm && one.firm.status !== 'absent')
    .map((one) => one.face);
}

function writeView({ view, firm }: Sight, world: WorldState, month: number): void {
  const { fields } = firm;
  for (let k = 0; k < LEDGER_LINES.length; k++) view.lastMonth[LEDGER_LINES[k]] = firm.ledger[k] / MINOR;
  const users = firm.users[0] ?? 0;
  view.month = month;
  view.cash = firm.cash / MINOR;
  view.credits = firm.credits / MINOR;
  view.receivables = receivables(firm) / MINOR;
  view.burn = burnOf(firm);
  view.runway = runwayOf(firm);
  view.payers = firm.payers;
  view.joins = firm.joins;
  view.share = firm.share;
  view.shareBefore = firm.shareBefore;
  view.growth = growthOf(firm);
  view.flatMonths = firm.flatMonths;
  view.cac = cacOf(firm);
  view.unitCost = unitCostOf(firm, world);
  view.usePerUser = users > 0 ? firm.tokens / users : 0;
  view.churn = firm.users[1] > 0 ? Math.min(1, firm.left / firm.users[1]) : 0;
  view.apiPrice = firm.apiPrice;
  view.distil = firm.distil;
  view.fixedCost = fields.fixedCost;
  view.research = fields.research;
}

/** Writes the views of all living firms for `month`, before any of them acts. */
export function lookAround(sights: Sights, world: WorldState, month: number): void {
  let present = 0;
  for (const sight of sights) {
    if (sight.firm.status !== 'absent') present++;
    writeFace(sight);
  }
  for (const sight of sights) {
    if (sight.firm.status !== 'alive') continue;
    meetRivals(sight, sights, present);
    writeView(sight, world, month);
  }
}

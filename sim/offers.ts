/**
 * Writes the offer sheet: everything that firms and the world want from users, one term a line (M04, M09, M12,
 * M22, M24, M31). Utilities are turned into powers of two here, once.
 *   v_jk = gamma Q - alpha P + zero 1{P = 0} - delta ad - omega shortfall + fit + pull edginess
 *          + eta ln(1 + scale share)
 */
import { LOG2E } from './core/numerics.js';
import { activationRate } from './demand/activation.js';
import { stayRate } from './demand/backlash.js';
import { daringAppeal } from './demand/daring-content.js';
import { firstLook } from './demand/imitation.js';
import { matchWeights } from './demand/match.js';
import { networkEffect } from './demand/network-effect.js';
import { writeNovelty } from './demand/novelty.js';
import { qualityAppeal, relativeQuality } from './demand/quality.js';
import { shortfallOf } from './demand/quota.js';
import { secondAppRate } from './demand/second-app.js';
import { writeHabit } from './demand/switching-cost.js';
import { priceWeight } from './demand/willingness-to-pay.js';
import { zeroPriceAppeal } from './demand/zero-price.js';
import { distillationLoss } from './firms/distillation.js';
import type { FirmState } from './firms/firm.js';
import { storeReach } from './firms/store.js';
import type { Market } from './market-state.js';
import { LAPSED, NEVER, type OfferSheet, ORPHAN, STATES, TENURES, TIERS } from './population/contract.js';
import { meanUse } from './population/usage.js';
import { awarenessOf } from './reach.js';
import type { DrawnSegment } from './scenario/drawn.js';

/** Beyond this a utility decides everything; it keeps single precision finite. */
const MOST = 1e4;

function bounded(x: number): number {
  return Math.max(-MOST, Math.min(MOST, x));
}

/** What the tables by tenure were written from; by segment, so that they are written only when a field changes. */
const TENURE_FIELDS = [
  'switchingCost',
  'entry',
  'habit',
  'habitRamp',
  'habitMemory',
  'novelty',
  'noveltyFade',
] as const;

/** Have the fields changed since the tables were written? Remembers them. */
function tenureChanged(written: Float64Array, s: number, segment: DrawnSegment): boolean {
  let changed = false;
  for (let k = 0; k < TENURE_FIELDS.length; k++) {
    const at = s * TENURE_FIELDS.length + k;
    if (written[at] === segment[TENURE_FIELDS[k]]) continue;
    written[at] = segment[TENURE_FIELDS[k]];
    changed = true;
  }
  return changed;
}

/** An empty memory of what the tables by tenure were written from. */
export function makeTenureFields(segments: number): Float64Array {
  return new Float64Array(segments * TENURE_FIELDS.length).fill(Number.NaN);
}

/** Leave and entry by tenure. */
function writeTenure(sheet: OfferSheet, s: number, segment: DrawnSegment): void {
  const effort = segment.switchingCost * LOG2E;
  sheet.entry[s] = effort * segment.entry;
  writeHabit(sheet.habit, s * TENURES, segment, effort);
  writeNovelty(sheet.novelty, s * TENURES, segment);
}

/** Lapse factors and 1 - review rate by state. */
function writeHazards(market: Market, s: number, segment: DrawnSegment): void {
  const { hazard } = market.sheet;
  const from = s * STATES * 3;
  hazard[from + NEVER * 3 + 2] = 1 - firstLook(segment.innovation, segment.imitation, market.ever[s]);
  hazard[from + LAPSED * 3 + 2] = 1 - segment.back;
  hazard[from + ORPHAN * 3 + 2] = 1 - segment.orphan;
  for (const firm of market.apps) {
    const { lapse } = firm.fields;
    for (let k = 0; k < firm.tiers.length; k++) {
      const { price } = firm.tiers[k];
      const row = from + ((firm.slot << 2) | k) * 3;
      hazard[row] = price > 0 ? 0 : lapse;
      hazard[row + 1] = price > 0 ? lapse : 0;
      hazard[row + 2] = stayRate(segment, firm.backlash[k], firm.blocked);
    }
  }
}

/** The base appeal and taste coefficients of one app in all rows of a segment. */
function writeApp(market: Market, firm: FirmState, s: number): void {
  const { scenario, sheet } = market;
  const segment = market.segments[s];
  const { fields } = firm;
  const lasting =
    (fields.fit[market.segmentIds[s]] ?? 0) +
    daringAppeal(segment, fields) +
    networkEffect(segment, firm.shareBySegment[s]);
  const classes = scenario.usageEdges.length + 1;
  if (segment.adAversion !== 0)
    for (const tier of firm.tiers) if (tier.adLoad !== 0) sheet.ads[firm.slot - 1] = 1;
  const felt = firm.quality - distillationLoss(scenario.world.distillation, firm.distil);
  const alpha = priceWeight(segment, scenario.world.exchangeRate);
  for (let k = 0; k < firm.tiers.length; k++) {
    const tier = firm.tiers[k];
    const quality = relativeQuality(felt, fields.tiers[k].premium, market.world.frontier);
    const still = lasting + qualityAppeal(segment, quality) + zeroPriceAppeal(segment, tier.price);
    for (let u = 0; u < classes; u++) {
      const shortfall = shortfallOf(market.uses[s * classes + u], tier.quota);
      const o = (((s * classes + u) * sheet.apps + firm.slot - 1) * TIERS + k) << 2;
      sheet.terms[o] = LOG2E * bounded(still - segment.quotaAversion * shortfall);
      sheet.terms[o + 1] = LOG2E * bounded(segment.qualitySpread * quality);
      sheet.terms[o + 2] = LOG2E * bounded(alpha * market.priceMedians[s * classes + u] * tier.price);
      sheet.terms[o + 3] = LOG2E * bounded(segment.adAversion * tier.adLoad);
    }
  }
}

/** The coefficients of the persistent match of users with the character of an app, in a segment. */
function writeMatch({ segments, sheet }: Market, firm: FirmState, s: number): void {
  if (segments[s].matchSpread === 0) return;
  const [a, b] = matchWeights(segments[s], firm.fields);
  const at = (s * sheet.apps + firm.slot - 1) * 2;
  sheet.match[at] = LOG2E * bounded(a);
  sheet.match[at + 1] = LOG2E * bounded(b);
  if (sheet.match[at] !== 0 || sheet.match[at + 1] !== 0) sheet.matched[firm.slot - 1] = 1;
}

function writeTiers(sheet: OfferSheet, firm: FirmState): void {
  const { tiers } = firm;
  let free = -1;
  let cheapest = 0;
  for (let k = tiers.length - 1; k >= 0; k--) {
    if (tiers[k].price === 0) free = k;
    if (tiers[k].price <= tiers[cheapest].price) cheapest = k;
  }
  sheet.tiers[firm.slot - 1] = tiers.length;
  sheet.freeTier[firm.slot - 1] = free;
  sheet.cheapestTier[firm.slot - 1] = cheapest;
  sheet.ads[firm.slot - 1] = 0;
  sheet.matched[firm.slot - 1] = 0;
}

/** Lists the living apps with their tiers. */
function writeLiving({ sheet, apps }: Market): void {
  sheet.livingCount = 0;
  for (const firm of apps) {
    if (firm.status !== 'alive') continue;
    sheet.living[sheet.livingCount++] = firm.slot;
    writeTiers(sheet, firm);
  }
}

/** What a segment finds this month. */
function writeSegment(market: Market, s: number): void {
  const { sheet } = market;
  const segment = market.segments[s];
  if (tenureChanged(market.tenureFields, s, segment)) writeTenure(sheet, s, segment);
  writeHazards(market, s, segment);
  sheet.outside[s] = LOG2E * segment.outside;
  sheet.outsideGrip[s] = 1 - segment.quit;
  sheet.activation[s] = activationRate(segment);
  sheet.second[s] = secondAppRate(segment);
  sheet.aging[s] = segment.contextGrowth > 0 ? 1 : 0;
  sheet.allAware[s] = 1;
  for (const firm of market.apps) {
    if (firm.status !== 'alive') continue;
    const threshold = Math.floor(awarenessOf(firm, s) * storeReach(firm, market.month) * 65536 + 1e-9);
    sheet.awareness[s * sheet.apps + firm.slot - 1] = threshold;
    if (threshold < 65536) sheet.allAware[s] = 0;
    writeApp(market, firm, s);
    writeMatch(market, firm, s);
  }
}

/** Mean use of a new user by row (segment x usage class) this month, million tokens; writes `uses`. */
function writeUses(market: Market): void {
  const { segments, bands, uses, world } = market;
  let row = 0;
  for (let s = 0; s < segments.length; s++) {
    const use = meanUse(segments[s]);
    for (const band of bands[s]) {
      uses[row++] = (use * world.tokenDrift * band.tokens) / band.people;
    }
  }
}

/** Writes the whole sheet for this month; reads last month's shares and this month's prices and awareness. */
export function writeOffers(market: Market): void {
  writeUses(market);
  writeLiving(market);
  for (let s = 0; s < market.segments.length; s++) writeSegment(market, s);
}

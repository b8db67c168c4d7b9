/**
 * Public tenders (M17): buyers put Poisson(tenders x (1 + growth)^(t / 12)) orders a month out to all who bid, and
 * one bidder, or nobody, wins by a logit on
 *   bid + brand ln(1 + MAU / 1 M) + state x stateBacked - freeRivalHit 1{a free rival} - apiHit ln(1/I)
 *   + ln onPremise if that is required,
 * I the price index of tokens (`cloud-orders.ts`).
 * The logit is drawn as the largest of appeal + Gumbel noise (McFadden 1974), one noise for each bidder and tender:
 * a new bidder takes tenders away from others and moves none between them, which one uniform for the winner would do.
 * Costs one draw for each bidder and tender.
 */
import { lognormal, poisson } from '../core/distributions.js';
import { type Key, keyOf, type Luck, uniform } from '../core/draws.js';
import { log, pow } from '../core/numerics.js';
import { STREAM } from '../core/streams.js';
import { pathHash } from '../scenario/draw.js';
import type { DrawnBuyers, DrawnScenario } from '../scenario/drawn.js';
import { idsOf } from '../scenario/ids.js';
import type { WorldState } from '../world/world.js';
import { freeRival, ORDER_WINDOW } from './business.js';
import { apiLoss } from './cloud-orders.js';
import { type FirmState, MINOR } from './firm.js';

/** One buyer's month: `t` months after month 1, negative before it. */
interface Round {
  readonly id: string;
  readonly buyers: DrawnBuyers;
  readonly key: Key;
  readonly t: number;
}

/** A bidder with what buyers think of it, and the entity of its noise. */
interface Bidder {
  readonly firm: FirmState;
  readonly appeal: number;
  /** ln of the part of on-premise tenders it can deliver; -Infinity if none. */
  readonly onPremise: number;
  readonly entity: number;
}

/** Users that buyers know of: this month's, before month 1 those of the start. */
function knownUsers(firm: FirmState, t: number): number {
  return t < 0 ? firm.fields.users : (firm.users[0] ?? 0);
}

function biddersOf(round: Round, firms: readonly FirmState[], hit: (firm: FirmState) => number): Bidder[] {
  const { id, buyers, t } = round;
  return firms.flatMap((firm) => {
    const { business } = firm.fields;
    if (!business || !Object.hasOwn(business.bids, id)) return [];
    const brand = buyers.brand * log(1 + knownUsers(firm, t) / 1e6);
    const appeal = business.bids[id] + brand + buyers.state * business.stateBacked - hit(firm);
    const onPremise = business.onPremise > 0 ? log(business.onPremise) : -Infinity;
    return [{ firm, appeal, onPremise, entity: pathHash(`buyers.${id}.${firm.id}`) }];
  });
}

function gumbel(u: number): number {
  return -log(-log(u));
}

/** Who wins tender `k`; undefined: nobody. */
function winnerOf(
  round: Round,
  bidders: readonly Bidder[],
  at: { k: number; own: number },
): FirmState | undefined {
  const { buyers, key } = round;
  const onPremise = uniform(key, at.own, 3 * at.k + 1) < buyers.onPremise;
  let best = buyers.nobody + gumbel(uniform(key, at.own, 3 * at.k + 3));
  let winner: FirmState | undefined;
  for (const bidder of bidders) {
    const appeal =
      bidder.appeal + (onPremise ? bidder.onPremise : 0) + gumbel(uniform(key, bidder.entity, at.k));
    if (appeal > best) {
      best = appeal;
      winner = bidder.firm;
    }
  }
  return winner;
}

/** Tenders a month; before month 1 a market is taken to have shrunk by nine tenths a year at most. */
function rateOf({ buyers, t }: Round): number {
  const yearly = 1 + buyers.growth;
  return buyers.tenders * pow(t < 0 ? Math.max(0.1, yearly) : yearly, t / 12);
}

/** Awards the tenders of a month, if there are any, `among` its bidders; `win` is told the value of each order, currency. */
function award(
  round: Round,
  among: () => readonly Bidder[],
  win: (firm: FirmState, value: number) => void,
): void {
  const { buyers, key } = round;
  const own = pathHash(`buyers.${round.id}`);
  const n = poisson(rateOf(round), uniform(key, own));
  if (n === 0) return;
  const bidders = among();
  for (let k = 0; k < n; k++) {
    const winner = winnerOf(round, bidders, { k, own });
    if (winner) win(winner, lognormal(buyers.size, buyers.sizeSpread, uniform(key, own, 3 * k + 2)));
  }
}

/** Holds this month's tenders among living firms; writes `publicOrders` of all firms and begins to count their `wins`. */
export function holdTenders(
  firms: readonly FirmState[],
  scenario: DrawnScenario,
  at: { luck: Luck; month: number; world: WorldState },
): void {
  for (const firm of firms) {
    firm.publicOrders = 0;
    firm.wins = 0;
  }
  const key = keyOf(at.luck, STREAM.buyers, at.month);
  const living = firms.filter((firm) => firm.status === 'alive');
  const hit = (firm: FirmState) => {
    const { business } = firm.fields;
    return business ? (freeRival(firm, firms) ? business.freeRivalHit : 0) + apiLoss(business, at.world) : 0;
  };
  for (const id of idsOf(scenario.buyers)) {
    const round = { id, buyers: scenario.buyers[id], key, t: at.month - 1 };
    award(
      round,
      () => biddersOf(round, living, hit),
      (firm, value) => {
        firm.publicOrders += value;
        firm.wins++;
      },
    );
  }
}

/**
 * Adds the public orders of the twelve months before month 1 to the past of the firms that are there in month 1, drawn
 * among themselves without free rivals; who enters later has won none. Writes `orders` and `due` as recallOrders left
 * them.
 */
export function recallTenders(firms: readonly FirmState[], scenario: DrawnScenario, luck: Luck): void {
  const there = firms.filter((firm) => firm.entryMonth === 1);
  for (const id of idsOf(scenario.buyers)) {
    const buyers = scenario.buyers[id];
    let bidders: Bidder[] | undefined; // the same in all months of the past
    for (let k = 0; k < 2 * ORDER_WINDOW; k++) {
      // recallOrders pushes, so its month k stands at place k and is the (k + 1)-th before month 1
      const round = { id, buyers, key: keyOf(luck, STREAM.pastTenders, k), t: -1 - k };
      const among = () => {
        bidders ??= biddersOf(round, there, () => 0);
        return bidders;
      };
      award(round, among, (firm, value) => {
        firm.orders[k] += value;
        const wait = (firm.fields.business?.paidAfter ?? 0) - 1 - k;
        if (wait >= 0) firm.due[wait] += Math.round(value * MINOR);
      });
    }
  }
}

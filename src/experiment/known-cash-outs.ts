/**
 * How well P(cash-out) is known while worlds are added: for every plan and firm an interval that holds at all looks
 * (bernoulliSequence; for a firm in copies, whose fates in a world are not independent, makeBettingSequence on the share of
 * the copies). With K intervals each is held at the level 1 - .05 / K, so that all hold together (Bonferroni). Worlds in
 * which a firm never entered do not count for it.
 */
import type { FirmOutcome, Outcome } from '../../sim/index.js';
import { bernoulliSequence } from '../statistics/bernoulli-sequence.js';
import { makeBettingSequence } from '../statistics/betting-sequence.js';
import { runningIntersection } from '../statistics/running-intersection.js';
import type { Family } from './families.js';

/** P(cash-out) of a firm under a plan, as known at the last look. */
export interface KnownCashOut {
  readonly point: string;
  readonly firm: string;
  readonly low: number;
  readonly high: number;
  /** Worlds that count. */
  readonly n: number;
}

export interface KnownCashOuts {
  /** Level of each interval. */
  readonly level: number;
  /** A world of a point. Worlds must come in replicate order. */
  add(point: string, outcome: Outcome): void;
  /** One more look. */
  look(): readonly KnownCashOut[];
}

const ALPHA = 0.05;

/** Grows with the worlds of one plan for one firm. */
interface Tally {
  add(lives: readonly FirmOutcome[]): void;
  interval(): { readonly low: number; readonly high: number; readonly n: number };
}

function isOut({ outcome }: FirmOutcome): boolean {
  return outcome === 'cash-out';
}

function soleTally(level: number): Tally {
  const count = { k: 0, n: 0 };
  return {
    add([life]) {
      count.n++;
      if (isOut(life)) count.k++;
    },
    interval: () => bernoulliSequence(count.k, count.n, level),
  };
}

function copiesTally(level: number): Tally {
  const sequence = makeBettingSequence({ low: 0, high: 1, level });
  return {
    add: (lives) => sequence.add(lives.filter(isOut).length / lives.length),
    interval: () => sequence.interval(),
  };
}

/** Knows nothing yet: every interval is 0 to 1. @param families firms whose P(cash-out) is to be known */
export function knownCashOuts(points: readonly string[], families: readonly Family[]): KnownCashOuts {
  const level = 1 - ALPHA / (points.length * families.length);
  const lanes = points.flatMap((point) =>
    families.map(({ id, members }) => ({
      ...{ point, members },
      tally: members.length > 1 ? copiesTally(level) : soleTally(level),
      known: { point, firm: id, low: 0, high: 1, n: 0 } as KnownCashOut,
    })),
  );
  return {
    level,
    add(point, { firms }) {
      for (const lane of lanes) {
        if (lane.point !== point) continue;
        const lives = lane.members.map((at) => firms[at]).filter(({ outcome }) => outcome !== 'absent');
        if (lives.length > 0) lane.tally.add(lives);
      }
    },
    look() {
      for (const lane of lanes) {
        const { low, high, n } = lane.tally.interval();
        lane.known = { ...lane.known, ...runningIntersection(lane.known, { low, high, n }) };
      }
      return lanes.map(({ known }) => known);
    },
  };
}

/** The widest half-width of those that entered in some world; 1 / 2 if none has. */
export function widestOf(known: readonly KnownCashOut[]): number {
  const entered = known.filter(({ n }) => n > 0);
  return entered.length === 0 ? 0.5 : Math.max(...entered.map(({ low, high }) => (high - low) / 2));
}

/** Worlds that count, over all plans and firms. */
export function worldsCounted(known: readonly KnownCashOut[]): number {
  return known.reduce((sum, { n }) => sum + n, 0);
}

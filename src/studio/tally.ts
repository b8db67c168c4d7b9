/** Sums up the worlds of a question as they come. */
import { MONTH_COLUMNS, type Outcome, startWarnings, withValues } from '../../sim/index.js';
import { makeAggregator } from '../experiment/aggregate.js';
import { BASE } from '../experiment/job.js';
import { span } from '../experiment/plan.js';
import type { WorldDigest } from '../experiment/result-hash.js';
import { baseSummariser } from '../experiment/summarise.js';
import { digestOf, resultHash } from './digest.js';
import { parsePlain } from './parse-plain.js';
import { type FirmEnding, hasNoValues, type Question } from './state.js';

const PAYERS = MONTH_COLUMNS.indexOf('payers');

/** Firms at the end of a world; the last row of a firm that has ended holds no payers. */
function endingsOf({ firms, months }: Outcome): FirmEnding[] {
  const last = months.length - firms.length * MONTH_COLUMNS.length;
  return firms.map((firm, k) => {
    const payers = firm.outcome === 'alive' ? months[last + k * MONTH_COLUMNS.length + PAYERS] : 0;
    return { ...firm, finalPayers: payers };
  });
}

/** The worlds of a question that have ended so far. It can be asked on where it was left. */
export type Tally = ReturnType<typeof makeTally>;

/**
 * Sums up worlds in replicate order, whatever order they come in: one that comes early waits. Its columns are let go when
 * it is summed up, because those of all worlds may be gigabytes.
 * @throws Error with the problems if the values make no legal scenario
 */
export function makeTally(question: Question) {
  const { opened, replicates, values, arm = BASE } = question;
  const scenario = hasNoValues(question)
    ? opened.scenario
    : parsePlain(withValues(opened.scenario.raw, values));
  const warnings = startWarnings(scenario);
  const aggregator = makeAggregator(scenario, replicates);
  const summaryOf = baseSummariser(scenario, replicates);
  const early = new Map<number, Outcome | undefined>();
  const digests: Promise<WorldDigest>[] = [];
  const worlds: (readonly FirmEnding[] | undefined)[] = new Array(replicates).fill(undefined);
  let next = 0;
  const has = (replicate: number) => replicate < next || early.has(replicate);
  const sumUp = (outcome: Outcome | undefined) => {
    next++;
    if (!outcome) return;
    aggregator.add(outcome);
    worlds[outcome.replicate] = endingsOf(outcome);
    digests.push(digestOf(arm, outcome));
  };
  return {
    /** A replicate that ended, or failed without an outcome; one that is there already changes nothing. */
    add(replicate: number, outcome: Outcome | undefined) {
      if (has(replicate)) return;
      early.set(replicate, outcome);
      while (early.has(next)) {
        const turn = next;
        sumUp(early.get(turn));
        early.delete(turn);
      }
    },
    /** Replicates that have neither ended nor failed. */
    missing: () => span(0, replicates - 1).filter((replicate) => !has(replicate)),
    answer() {
      const [done, failed] = [digests.length, next - digests.length];
      const summary = done > 0 ? { summary: summaryOf(aggregator.finish(), { failed, warnings }) } : {};
      return { done, failed, worlds: [...worlds], ...summary };
    },
    /** The worlds so far, and their result hash. */
    async covered() {
      const all = await Promise.all(digests);
      return { digests: all, hash: await resultHash(all) };
    },
  };
}

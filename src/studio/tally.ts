/** Sums up the worlds of a question as they come. */
import { type FirmOutcome, type Outcome, startWarnings, withValues } from '../../sim/index.js';
import { makeAggregator } from '../experiment/aggregate.js';
import { BASE } from '../experiment/job.js';
import { span } from '../experiment/plan.js';
import type { WorldDigest } from '../experiment/result-hash.js';
import { baseSummariser } from '../experiment/summarise.js';
import { digestOf, resultHash } from './digest.js';
import { parsePlain } from './parse-plain.js';
import { isUnchanged, type Question } from './state.js';

/** The worlds of a question that have ended so far. It can be asked on where it was left. */
export type Tally = ReturnType<typeof makeTally>;

/**
 * Sums up worlds in replicate order, whatever order they come in: one that comes early waits. Its columns are let go when
 * it is summed up, because those of all worlds may be gigabytes.
 * @throws Error with the problems if the values make no legal scenario
 */
export function makeTally(question: Question) {
  const { opened, replicates, values } = question;
  const scenario = isUnchanged(question)
    ? opened.scenario
    : parsePlain(withValues(opened.scenario.raw, values));
  const warnings = startWarnings(scenario);
  const aggregator = makeAggregator(scenario, replicates);
  const summaryOf = baseSummariser(scenario, replicates);
  const early = new Map<number, Outcome | undefined>();
  const digests: Promise<WorldDigest>[] = [];
  const worlds: (readonly FirmOutcome[] | undefined)[] = new Array(replicates).fill(undefined);
  let next = 0;
  const has = (replicate: number) => replicate < next || early.has(replicate);
  const sumUp = (outcome: Outcome | undefined) => {
    next++;
    if (!outcome) return;
    aggregator.add(outcome);
    worlds[outcome.replicate] = outcome.firms;
    digests.push(digestOf(BASE, outcome));
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
    hash: async () => resultHash(await Promise.all(digests)),
  };
}

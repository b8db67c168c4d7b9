/** Gathers what a chunk reports, world by world, and knows which replicate comes next. */
import type { Outcome } from '../../sim/index.js';
import type { Chunk, ChunkResult, Failure, Sink } from '../experiment/job.js';

export interface Collector {
  readonly sink: Sink;
  /** First replicate that has not been reported; `last + 1` at the end. */
  next(): number;
  result(): ChunkResult;
}

/** @param onReplicate called after every report, with the outcome or the failure */
export function collect(
  chunk: Chunk,
  onReplicate?: (outcome?: Outcome, failure?: Failure) => void,
): Collector {
  const outcomes: Outcome[] = [];
  const failures: Failure[] = [];
  let next = chunk.first;
  const count = (outcome?: Outcome, failure?: Failure) => {
    next++;
    onReplicate?.(outcome, failure);
  };
  return {
    sink: {
      outcome(outcome) {
        outcomes.push(outcome);
        count(outcome);
      },
      failure(failure) {
        failures.push(failure);
        count(undefined, failure);
      },
    },
    next: () => next,
    result: () => ({ chunk, outcomes, failures }),
  };
}

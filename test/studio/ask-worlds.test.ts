/** A question whose workers break while worlds arrive: what is told last stays. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { simulate } from '../../sim/index.js';
import type { Pool } from '../../src/experiment/job.js';
import { askWorlds } from '../../src/studio/ask-worlds.js';
import type { Answer, Question } from '../../src/studio/state.js';
import { makeTally } from '../../src/studio/tally.js';
import { legal, oneBurner } from '../sim/made-scenario.js';

const scenario = legal(oneBurner({ shock: 0.3 }));
const question: Question = { opened: { file: 'one.yaml', scenario }, values: {}, seed: '1', replicates: 4 };

/** Workers that live the first world of a chunk and then do what `end` does. */
function crewOf(end: () => Promise<never>) {
  const pool: Pool = {
    width: 1,
    run(chunk, onReplicate) {
      onReplicate?.(simulate(scenario, '1', chunk.first));
      return end();
    },
    close: async () => {},
  };
  return { width: 1, ask: () => pool, end: () => {} };
}

describe('a question to the workers', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('that broke stays broken, though a world had arrived whose answer was still to be told', async () => {
    const told: Answer[] = [];
    const crew = crewOf(async () => {
      throw new Error('out of memory');
    });
    askWorlds({ question, crew, tally: makeTally(question) }, (answer) => told.push(answer));
    await vi.advanceTimersByTimeAsync(10_000);
    expect(told.map(({ state }) => state)).toEqual(['running', 'broken']);
    expect(told.at(-1)).toMatchObject({ done: 1, message: 'out of memory' });
  });
});

import { describe, expect, it } from 'vitest';
import { type MarketWorker, makeMarketAsker } from '../../../src/studio/market/ask.js';
import type { ToMarket } from '../../../src/studio/market/serve.js';
import type { Question } from '../../../src/studio/state.js';
import { legal, oneBurner } from '../../sim/made-scenario.js';

const opened = { file: 'one.yaml', scenario: legal(oneBurner()) };
const question: Question = { opened, values: {}, seed: '1', replicates: 200 };

/** A worker that answers when told to. */
function slowWorker() {
  const heard: ToMarket[] = [];
  const worker: MarketWorker = {
    onmessage: null,
    onerror: null,
    postMessage: (message) => void heard.push(message),
    terminate() {},
  };
  const answer = () => {
    const { ticket, replicate } = heard[heard.length - 1];
    worker.onmessage?.({ data: { kind: 'world', ticket, message: `world ${replicate}` } });
  };
  return { worker, heard, answer };
}

describe('asking for a world', () => {
  it('lets only the newest question wait, and tells no stale answer', () => {
    const { worker, heard, answer } = slowWorker();
    const asker = makeMarketAsker(() => worker);
    const told: string[] = [];
    for (const replicate of [1, 2, 3])
      asker.ask(question, replicate, (got) => told.push('message' in got ? got.message : 'a world'));
    expect(heard.map(({ replicate }) => replicate)).toEqual([1]);
    answer();
    expect(heard.map(({ replicate }) => replicate)).toEqual([1, 3]);
    answer();
    expect(told).toEqual(['world 3']);
  });
});

/** Asks a worker of its own for one world; a newer question makes an older answer stale. */
import type { Question } from '../state.js';
import type { World } from './history.js';
import type { FromMarket, ToMarket } from './serve.js';

/** The page's end of the worker. */
export interface MarketWorker {
  onmessage: ((event: { data: FromMarket }) => void) | null;
  onerror: ((event: { readonly message?: string }) => void) | null;
  postMessage(message: ToMarket): void;
  terminate(): void;
}

export interface MarketAsker {
  /** Answers once, unless another question comes first. */
  ask(
    question: Question,
    replicate: number,
    tell: (answer: World | { readonly message: string }) => void,
  ): void;
  /** Ends the worker. */
  end(): void;
}

/** Starts nothing before the first question. @param start starts the studio's worker */
export function makeMarketAsker(start: () => MarketWorker): MarketAsker {
  let worker: MarketWorker | undefined;
  let last = 0;
  return {
    ask({ opened, values, seed }, replicate, tell) {
      worker ??= start();
      const ticket = ++last;
      worker.onmessage = ({ data }) => {
        if (data.ticket !== last) return;
        tell('world' in data ? data.world : { message: data.message });
      };
      worker.onerror = ({ message }) => tell({ message: message ?? 'the worker went away' });
      worker.postMessage({ kind: 'world', ticket, raw: opened.scenario.raw, values, seed, replicate });
    },
    end() {
      last++;
      worker?.terminate();
      worker = undefined;
    },
  };
}

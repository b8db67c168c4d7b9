/**
 * Asks a worker of its own for one world. One question is on its way and at most one waits, the newest: a slider that moves
 * does not pile up worlds that nobody will see.
 */
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

type Tell = Parameters<MarketAsker['ask']>[2];

/** Starts nothing before the first question. @param start starts the studio's worker */
export function makeMarketAsker(start: () => MarketWorker): MarketAsker {
  let worker: MarketWorker | undefined;
  let running: { readonly ticket: number; readonly tell: Tell } | undefined;
  let waiting: { readonly message: ToMarket; readonly tell: Tell } | undefined;
  let last = 0;
  const send = (message: ToMarket, tell: Tell) => {
    running = { ticket: message.ticket, tell };
    worker ??= begin();
    worker.postMessage(message);
  };
  const hear = (answer: Parameters<Tell>[0]) => {
    const { ticket, tell } = running ?? {};
    running = undefined;
    if (waiting) {
      const { message, tell: next } = waiting;
      waiting = undefined;
      send(message, next);
    } else if (ticket === last) tell?.(answer);
  };
  const begin = (): MarketWorker => {
    const fresh = start();
    fresh.onmessage = ({ data }) => hear('world' in data ? data.world : { message: data.message });
    fresh.onerror = ({ message }) => hear({ message: message ?? 'the worker went away' });
    return fresh;
  };
  return {
    ask({ opened, values, arm, seed }, replicate, tell) {
      const ticket = ++last;
      const { raw } = opened.scenario;
      const message: ToMarket = { kind: 'world', ticket, raw, values, arm, seed, replicate };
      if (running) waiting = { message, tell };
      else send(message, tell);
    },
    end() {
      last++;
      worker?.terminate();
      [worker, running, waiting] = [undefined, undefined, undefined];
    },
  };
}

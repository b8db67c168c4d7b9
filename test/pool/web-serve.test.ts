/** The script of a web worker, on a scope made by hand: what it answers to chunks, stops and nonsense. */
import { expect, it } from 'vitest';
import { type Addition, serveWeb } from '../../src/pool/web-serve.js';
import { oneBurner } from '../sim/made-scenario.js';

type Told = { kind: string; ticket: number; message?: string };

/** A scope that keeps what is told; `say` waits until the worker is silent for a turn of the event loop. */
function scopeOf(add?: Addition) {
  const told: Told[] = [];
  const scope = {
    postMessage: (message: Told) => void told.push(message),
    onmessage: (_: { data: unknown }) => {},
  };
  serveWeb(scope as never, add);
  const until = async (kind: string, ticket: number) => {
    while (!told.some((one) => one.kind === kind && one.ticket === ticket))
      await new Promise((resolve) => setTimeout(resolve, 5));
  };
  return { told, until, say: (data: object) => scope.onmessage({ data }) };
}

const setup = { raw: oneBurner({}, { months: 3 }), seed: '1', modules: {} };
const chunk = (last: number) => ({ point: 'base', first: 0, last });
const kinds = (told: readonly Told[], ticket: number) =>
  told.filter((one) => one.ticket === ticket).map(({ kind }) => kind);

it('a chunk before any scenario is told as broken; later ones are not', async () => {
  const { told, until, say } = scopeOf();
  say({ kind: 'chunk', ticket: 1, chunk: chunk(0) });
  await until('broken', 1);
  expect(told).toEqual([{ kind: 'broken', ticket: 1, message: 'a chunk came before its scenario' }]);
  say({ kind: 'chunk', ticket: 2, chunk: chunk(1), setup });
  await until('done', 2);
  expect(kinds(told, 2)).toEqual(['ready', 'outcome', 'outcome', 'done']);
  // the scenario stays for the next chunk
  say({ kind: 'chunk', ticket: 3, chunk: chunk(0) });
  await until('done', 3);
  expect(kinds(told, 3)).toEqual(['ready', 'outcome', 'done']);
});

it('a stop holds for its question and those before, not for the next', async () => {
  const { told, until, say } = scopeOf();
  say({ kind: 'stop', ticket: 5 });
  say({ kind: 'stop', ticket: 2 });
  say({ kind: 'chunk', ticket: 5, chunk: chunk(3), setup });
  say({ kind: 'chunk', ticket: 6, chunk: chunk(0) });
  await until('done', 6);
  expect(kinds(told, 5)).toEqual(['ready', 'done']);
  expect(kinds(told, 6)).toEqual(['ready', 'outcome', 'done']);
});

it('a scenario that is none is told as broken', async () => {
  const { told, until, say } = scopeOf();
  say({ kind: 'chunk', ticket: 1, chunk: chunk(0), setup: { ...setup, raw: { months: 'many' } } });
  await until('broken', 1);
  expect(told[0].message).not.toBe('');
});

it('a world is told before the next begins, however long the addition takes, and fails if that does', async () => {
  const began: string[] = [];
  const { told, until, say } = scopeOf(async (outcome) => {
    began.push(`${outcome.replicate} after ${told.length - 1}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
    if (outcome.replicate === 1) throw new Error('no SHA-256 here');
    return outcome;
  });
  say({ kind: 'chunk', ticket: 1, chunk: chunk(2), setup });
  await until('done', 1);
  expect(began).toEqual(['0 after 0', '1 after 1', '2 after 2']);
  expect(kinds(told, 1)).toEqual(['ready', 'outcome', 'failure', 'outcome', 'done']);
});

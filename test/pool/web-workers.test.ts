/** The pool of a browser, with workers that are played by this thread: messages are copied and come a turn later. */
import { afterEach, describe, expect, it } from 'vitest';
import type { JobSetup, Pool } from '../../src/experiment/job.js';
import { inlinePool } from '../../src/pool/inline.js';
import { prepare } from '../../src/pool/prepare.js';
import type { WebWorker } from '../../src/pool/web-seat.js';
import { type Addition, serveWeb, type WebScope } from '../../src/pool/web-serve.js';
import { type WebCrew, webCrew, workersFor } from '../../src/pool/web-workers.js';
import { oneBurner } from '../sim/made-scenario.js';

let started = 0;
let crew: WebCrew | undefined;
afterEach(() => {
  crew?.end();
  started = 0;
});

interface Played {
  readonly deaf?: boolean;
  readonly dies?: number;
  readonly add?: Addition | undefined;
}

/** A worker played by this thread. `deaf`: it never answers. `dies`: it goes away when it has told so many worlds. */
function playWorker({ deaf = false, dies = Infinity, add }: Played = {}): WebWorker {
  started++;
  let [alive, told] = [true, 0];
  const worker: WebWorker = {
    onmessage: null,
    onerror: null,
    terminate() {
      alive = false;
    },
    postMessage(message) {
      const data = structuredClone(message);
      if (!deaf) setImmediate(() => alive && scope.onmessage?.({ data }));
    },
  };
  const scope: WebScope = {
    onmessage: null,
    postMessage(message) {
      if (!alive) return;
      if (message.kind === 'outcome' && ++told > dies) {
        alive = false;
        setImmediate(() => worker.onerror?.({ message: 'out of memory' }));
      } else setImmediate(() => alive && worker.onmessage?.({ data: message }));
    },
  };
  serveWeb(scope, add);
  return worker;
}

const setup: JobSetup = { raw: oneBurner(), seed: 's', modules: {} };
const chunk = { point: 'base', first: 0, last: 9 };
const worldsOf = async (pool: Pool) => (await pool.run(chunk)).outcomes.map(({ replicate }) => replicate);
const TEN = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];

describe('a crew of web workers', () => {
  it('leaves one core to the interface and has at least one worker', () => {
    expect([1, 2, 4, 16].map(workersFor)).toEqual([1, 1, 3, 15]);
  });

  it('gives the worlds that one thread gives, and tells each as it ends', async () => {
    crew = webCrew(2, () => playWorker());
    const told: (number | undefined)[] = [];
    const { outcomes, failures } = await crew
      .ask(setup)
      .run(chunk, (outcome) => told.push(outcome?.replicate));
    const alone = await inlinePool(await prepare(setup), 's').run(chunk);
    expect([outcomes, failures]).toEqual([alone.outcomes, []]);
    expect(told).toEqual(TEN);
  });

  it('tells worlds in their order with what the worker adds, however long an addition takes', async () => {
    const add: Addition = async (outcome) => {
      if (outcome.replicate % 3 === 0) await new Promise((resolve) => setTimeout(resolve, 5));
      return { ...outcome, market: Float64Array.of(outcome.replicate) };
    };
    crew = webCrew(1, () => playWorker({ add }));
    const told: (number | undefined)[] = [];
    await crew.ask(setup).run(chunk, (outcome) => told.push(outcome?.market[0]));
    expect(told).toEqual(TEN);
  });

  it('keeps its workers from question to question, also for another scenario', async () => {
    crew = webCrew(1, () => playWorker());
    expect(await worldsOf(crew.ask(setup))).toEqual(TEN);
    const richer = { ...setup, raw: oneBurner({ cash: 50e6 }) };
    const { outcomes } = await crew.ask(richer).run(chunk);
    expect(outcomes.map(({ firms }) => firms[0].outcome)).toEqual(new Array(10).fill('alive'));
    expect(started).toBe(1);
  });

  it('a newer question stops the older one and has whole worlds of its own', async () => {
    crew = webCrew(1, () => playWorker());
    const own = crew;
    let newer: Promise<number[]> | undefined;
    const older = await own.ask(setup).run(chunk, () => {
      newer ??= worldsOf(own.ask({ ...setup, seed: 'other' }));
    });
    expect(older.outcomes).toHaveLength(1);
    expect(await newer).toEqual(TEN);
    expect(started).toBe(1);
  });

  it('closing a stale question does not stop the one after it', async () => {
    crew = webCrew(1, () => playWorker());
    const stale = crew.ask(setup);
    const newer = worldsOf(crew.ask(setup));
    await stale.close();
    expect(await newer).toEqual(TEN);
  });

  it('replaces a worker that does not hear a stop', async () => {
    crew = webCrew(1, () => playWorker({ deaf: started === 0 }));
    void crew.ask(setup).run(chunk);
    await new Promise((resolve) => setImmediate(resolve));
    expect(await worldsOf(crew.ask(setup))).toEqual(TEN);
    expect(started).toBe(2);
  });

  it('tries a world that takes its worker along once more, then leaves it out', async () => {
    const lives = [3, 0, Infinity];
    crew = webCrew(1, () => playWorker({ dies: lives[started] }));
    const { outcomes, failures } = await crew.ask(setup).run(chunk);
    expect(outcomes.map(({ replicate }) => replicate)).toEqual(TEN.filter((replicate) => replicate !== 3));
    expect(failures).toMatchObject([{ replicate: 3, seed: 's', message: 'out of memory' }]);
  });

  it('says why a scenario cannot be run', async () => {
    crew = webCrew(1, () => playWorker());
    const broken = { ...setup, raw: { title: 'nothing' } };
    await expect(crew.ask(broken).run(chunk)).rejects.toThrow(/^a thread could not start: /);
    expect(await worldsOf(crew.ask(setup))).toEqual(TEN);
  });
});

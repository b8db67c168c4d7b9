/**
 * The pinned worlds come to the last bit out of batches: from one machine, from shards that were merged, from runs that
 * were killed and went on. In `npm test` for one scenario, with AFTERBURN_LONG=1 for every shipped one and an arm of it.
 */
import { createHash } from 'node:crypto';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { type FirmOutcome, simulate } from '../../sim/index.js';
import { realDisk } from '../../src/store/disk.js';
import { readRun } from '../../src/store/recorded-run.js';
import { afterburn, resultsOf, start } from '../cli/afterburn.js';
import { emptyFolder } from '../empty-folder.js';
import { seeded, sleep } from '../faults/long.js';
import { legal, oneBurner } from '../sim/made-scenario.js';
import { long, pairs, pinned } from './pinned.js';

const { nameOf, SHIPPED, textOf, WORLDS } = await import(new URL('./worlds.mjs', import.meta.url).href);
const shipped = (SHIPPED as [id: string, arm: string | undefined][]).filter(
  ([id]) => long || id === 'startup-20m',
);
const every = await pairs(false);
const cwd = emptyFolder();
const REPLICATES = 8;

/** Fields of a firm's fate in the order of `simulate`, which parts do not keep. */
const FIELDS = Object.keys(simulate(legal(oneBurner({})), '1', 0).firms[0]) as (keyof FirmOutcome)[];

function inOrder(firm: FirmOutcome): FirmOutcome {
  return Object.fromEntries(FIELDS.map((field) => [field, firm[field]])) as unknown as FirmOutcome;
}

/** The pinned worlds among those of a run folder, as hashes by the name of their pair. */
function hashesOf(folder: string, id: string, arm: string | undefined): Record<string, string> {
  const run = readRun(realDisk, folder);
  const replicates = Array.from({ length: WORLDS }, (_, k) => k);
  const hash = (point: string) => {
    const texts = Array.from(run.outcomes(point, replicates), (outcome) =>
      textOf({ ...outcome, firms: outcome.firms.map(inOrder) }),
    );
    return createHash('sha256').update(texts.join('\n')).digest('hex');
  };
  const points = arm ? ['base', arm] : ['base'];
  return Object.fromEntries(points.map((point, k) => [nameOf(id, k === 0 ? undefined : arm), hash(point)]));
}

describe.each(shipped)('%s', (id, arm) => {
  const file = `${id}.yaml`;
  const out = (name: string) => join(cwd, id, name);
  const plan = ['--seed', '1', '--replicates', `${REPLICATES}`, '--quiet', ...(arm ? ['--arm', arm] : [])];
  const run = (name: string, ...more: string[]) => ['run', file, ...plan, ...more, '--out', out(name)];
  writeFileSync(join(cwd, file), JSON.stringify(every.find(({ name }) => name === nameOf(id))?.raw));
  afterAll(() => rmSync(join(cwd, id), { recursive: true, force: true }));
  let wholeMs = 0;

  function expectPinned(name: string): void {
    const found = hashesOf(out(name), id, arm);
    expect(found).toEqual(pinned(found, 1));
  }

  it('has its pinned worlds in a batch of one thread', async () => {
    const begin = performance.now();
    expect(await afterburn(run('whole', '--threads', '1'), cwd)).toMatchObject({ code: 0 });
    wholeMs = performance.now() - begin;
    expectPinned('whole');
  }, 300_000);

  it.each(long ? [1, 3, 8] : [3])(
    'has them and the bytes of that batch out of %i merged shards',
    async (count) => {
      for (let index = 0; index < count; index++) {
        const share = ['--index', `${index}`, '--count', `${count}`, '--out', out(`shards${count}`)];
        const words = ['shard', file, ...plan, '--threads', '1', ...share];
        expect(await afterburn(words, cwd)).toMatchObject({ code: 0 });
      }
      const words = ['merge', out(`merged${count}`), out(`shards${count}`), '--quiet'];
      expect(await afterburn(words, cwd)).toMatchObject({ code: 0 });
      expectPinned(`merged${count}`);
      expect(resultsOf(out(`merged${count}`))).toEqual(resultsOf(out('whole')));
    },
    3_600_000,
  );

  it('has them and the bytes of that batch after three kills, on two threads', async () => {
    const random = seeded(REPLICATES);
    for (let kill = 0; kill < 3; kill++) {
      const { child, ended } = start(run('killed', '--threads', '2'), cwd);
      await Promise.race([sleep((0.3 + 0.6 * random()) * wholeMs), ended]);
      child.kill('SIGKILL');
      await ended;
    }
    expect(await afterburn(run('killed', '--threads', '2'), cwd)).toMatchObject({ code: 0 });
    expectPinned('killed');
    expect(resultsOf(out('killed'))).toEqual(resultsOf(out('whole')));
  }, 3_600_000);
});

/** Two workers on a Redis: killed, stopped, with shards that fail; whoever dies, the bytes are those of one machine. */
import type { ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { afterburn, type Ended, policySet, resultsOf, start, TINY, trustedPolicy } from '../cli/afterburn.js';
import { emptyFolder } from '../empty-folder.js';
import { LONG, seeded, sleep } from './long.js';
import { describeWithRedis, type TestRedis, testRedis } from './redis-server.js';

const WORKER_KILLS = LONG ? 10 : 2;
/** After these, counted from 0, Redis is killed too. */
const REDIS_KILLS_AFTER = LONG ? [3, 7] : [];
const WORLDS = LONG ? 480 : 16;
const SHARDS = LONG ? 12 : 4;
/** Seconds: nobody wants to wait for the usual 30, but a busy machine must be able to renew it. */
const LOCK = LONG ? '6' : '3';
/** With more kills, and those of Redis, a shard would rightly count as poison. */
const MOST_KILLS_OF_SHARD = 2;

const cwd = emptyFolder();
const out = (name: string) => join(cwd, name);
const batch = [TINY, '--quiet', '--arm', 'all'];
const slow = [...batch, ...trustedPolicy('slow'), '--replicates', String(WORLDS / 2)];
let redis: TestRedis;
let env: NodeJS.ProcessEnv;

beforeAll(async () => {
  redis = await testRedis();
  env = { ...process.env, REDIS_URL: redis.url, AFTERBURN_TEST_HOLD: out('hold') };
  await redis.start();
});
const started: ChildProcess[] = [];
afterAll(async () => {
  for (const child of started) child.kill('SIGKILL');
  await redis?.kill();
});

/** A worker, and what it has said by now. */
function startWorker(...words: string[]) {
  const { child, ended } = start(['cluster', 'worker', '--threads', '1', '--lock', LOCK, ...words], cwd, env);
  started.push(child);
  let [said, isOver] = ['', false];
  child.stderr?.on('data', (text) => {
    said += text;
  });
  void ended.then(() => {
    isOver = true;
  });
  return {
    ...{ child, ended },
    said: () => said,
    /** The shard that it has begun last. */
    shard: () => [...said.matchAll(/shard (\d+) of batch \w+: begun/g)].at(-1)?.[1] ?? '',
    /** Waits until it says something so often. */
    async says(line: string, times = 1) {
      while (said.split(line).length <= times) {
        if (isOver) throw new Error(`a worker has ended by itself: ${said}`);
        await sleep(20);
      }
    },
  };
}

type TestWorker = ReturnType<typeof startWorker>;

async function stopAll(workers: readonly TestWorker[]): Promise<(number | null)[]> {
  for (const { child } of workers) child.kill('SIGTERM');
  return (await Promise.all(workers.map(({ ended }) => ended))).map(({ code }) => code);
}

/** Waits for the lock of a shard and kills its owner. */
async function killShard(folder: string): Promise<void> {
  const lock = join(folder, 'run.lock');
  while (!existsSync(lock) || readFileSync(lock, 'utf8') === '') await sleep(5);
  process.kill(JSON.parse(readFileSync(lock, 'utf8')).pid, 'SIGKILL');
}

function submit(words: readonly string[], to: string): Promise<Ended> {
  return afterburn(['cluster', 'submit', ...words, '--out', to], cwd, env);
}

/** Kills the workers in turn, in the middle of a shard, and starts others; now and then also Redis. */
async function killInTurn(workers: TestWorker[]): Promise<TestWorker[]> {
  const random = seeded(5);
  const all = [...workers];
  const kills = new Map<string, number>();
  const killsOf = (shard: string) => kills.get(shard) ?? 0;
  for (let kill = 0; kill < WORKER_KILLS; kill++) {
    const at = kill % 2;
    await workers[at].says(': begun');
    do await sleep(200 + 800 * random());
    while (killsOf(workers[at].shard()) >= MOST_KILLS_OF_SHARD);
    kills.set(workers[at].shard(), killsOf(workers[at].shard()) + 1);
    workers[at].child.kill('SIGKILL');
    await workers[at].ended;
    workers[at] = startWorker();
    all.push(workers[at]);
    // a worker that finds no Redis when it starts does not stay
    await workers[at].says('waiting for shards');
    if (!REDIS_KILLS_AFTER.includes(kill)) continue;
    await redis.kill();
    await sleep(1000);
    await redis.start();
  }
  return all;
}

describeWithRedis('a batch on two workers', () => {
  it(`gives the bytes of one machine after ${WORKER_KILLS} kills of workers and ${REDIS_KILLS_AFTER.length} of Redis`, async () => {
    const workers = [startWorker(), startWorker()];
    const submitted = submit([...slow, '--shards', String(SHARDS)], 'killed');
    const refused = submitted.then(({ code, stderr }) =>
      code === 0 ? new Promise<never>(() => {}) : Promise.reject(new Error(stderr)),
    );
    const all = await Promise.race([killInTurn(workers), refused]);
    const { code, stderr } = await submitted;
    expect([code, stderr]).toEqual([0, '']);
    expect(await stopAll(workers)).toEqual([143, 143]);
    const again = all.reduce((sum, { said }) => sum + said().split('its worker is silent').length - 1, 0);
    // otherwise no kill has hit a shard
    expect(again).toBeGreaterThan(0);
    await afterburn(['run', ...slow, '--out', 'whole'], cwd);
    expect(resultsOf(join(out('killed'), 'merged'))).toEqual(resultsOf(out('whole')));
    process.stderr.write(
      `${WORKER_KILLS} workers and ${REDIS_KILLS_AFTER.length} Redis killed, ${again} shards made again: 0 mismatches\n`,
    );
  }, 900_000);

  it('is left by a stopped worker with its worlds, by a stopped submit with its shards, and told by status; a shard whose process is killed is tried again', async () => {
    const first = startWorker();
    const begun = start(['cluster', 'submit', ...slow, '--shards', '2', '--out', 'stopped'], cwd, env);
    await first.says(': begun');
    await sleep(300);
    expect(await stopAll([first])).toEqual([143]);
    expect(first.said()).toMatch(/shard 0 of batch \w+: given back/);
    const { stdout } = await afterburn(['cluster', 'status'], cwd, env);
    expect(stdout).toMatch(/0 workers of version \w{12} listen/);
    expect(stdout).toMatch(new RegExp(`batch \\w+ in ${out('stopped')}: shards 2 waiting; `));
    begun.child.kill('SIGINT');
    expect(await begun.ended).toMatchObject({ code: 130, stdout: '' });
    const second = startWorker();
    const resumed = submit([...slow, '--shards', '2'], 'stopped');
    await second.says(': begun');
    await killShard(join(out('stopped'), '0-of-2'));
    await second.says('ended by SIGKILL');
    expect(await resumed).toMatchObject({ code: 0 });
    expect(await stopAll([second])).toEqual([143]);
    // each shard once: it was neither put twice nor taken for a dead worker's
    expect(second.said().split(': done').length - 1).toBe(2);
    expect(resultsOf(join(out('stopped'), 'merged'))).toEqual(resultsOf(out('whole')));
  }, 120_000);

  it('finishes the other shards when one can never work, and tells why and how to make it', async () => {
    const worker = startWorker();
    const touchy = [...batch, '--set', policySet('touchy'), '--replicates', '6', '--max-failures', '0'];
    const { code, stdout, stderr } = await submit([...touchy, '--shards', '6'], 'touchy');
    expect(code).toBe(3);
    expect(stdout).toMatch(/PARTIAL \d+ of 12/);
    expect(stderr).toMatch(
      /^\d of 6 shards are lost; the same command tries them again:\n {2}shard \d: \d of 2 worlds failed/,
    );
    expect(stderr).toContain('failed in month 1: too dear');
    expect(stderr).toMatch(
      /shard \d of 6, \d worlds?: npx afterburn shard \S+tiny.yaml .* --index \d --count 6 --out /,
    );
    expect(await stopAll([worker])).toEqual([143]);
  }, 60_000);

  it('only put into the queue by --no-wait is made without its submitter, and merged later to the same bytes', async () => {
    const words = [...slow, '--shards', '2', '--no-wait'];
    const { code, stdout, stderr } = await submit(words, 'later');
    const merge = ['merge', `${out('later')}/merged`, out('later')];
    expect([code, stdout, stderr]).toEqual([
      0,
      `2 shards wait; then: npx afterburn ${merge.join(' ')}\n`,
      '',
    ]);
    const status = await afterburn(['cluster', 'status'], cwd, env);
    expect(status.stdout).toMatch(new RegExp(`batch \\w+ in ${out('later')}: shards 2 waiting; 0 worlds`));
    const worker = startWorker();
    await worker.says(': done', 2);
    expect(await stopAll([worker])).toEqual([143]);
    expect(await afterburn([...merge, '--quiet'], cwd)).toMatchObject({ code: 0, stderr: '' });
    expect(resultsOf(join(out('later'), 'merged'))).toEqual(resultsOf(out('whole')));
  }, 120_000);

  it('that is cancelled leaves the queue, its shard in hand stops, and what is finished goes on when it is submitted again', async () => {
    const words = [...slow, '--shards', '2'];
    mkdirSync(join(out('hold'), 'on'), { recursive: true });
    const worker = startWorker();
    const submitted = submit(words, 'cancelled');
    await worker.says(': begun');
    while (!existsSync(join(out('cancelled'), '0-of-2', 'parts'))) await sleep(20);
    const cancel = await afterburn(['cluster', 'cancel', 'cancelled'], cwd, env);
    expect([cancel.code, cancel.stderr]).toEqual([0, '']);
    expect(cancel.stdout).toMatch(
      new RegExp(
        `^batch \\w{16} in ${out('cancelled')}: 1 waiting shard taken out, 1 being made will stop within seconds; what is finished is kept\\n$`,
      ),
    );
    await worker.says(': cancelled by afterburn cluster cancel');
    const { code, stderr } = await submitted;
    expect(code).toBe(3);
    expect(stderr).toMatch(/^2 of 2 shards are lost; the same command tries them again:\n/);
    expect(stderr).toMatch(/^ {2}shard 1: cancelled by afterburn cluster cancel$/m);
    const status = await afterburn(['cluster', 'status'], cwd, env);
    expect(status.stdout).not.toMatch(/waiting|being made/);
    rmSync(out('hold'), { recursive: true });
    expect(await submit(words, 'cancelled')).toMatchObject({ code: 0, stderr: '' });
    expect(await stopAll([worker])).toEqual([143]);
    expect(resultsOf(join(out('cancelled'), 'merged'))).toEqual(resultsOf(out('whole')));
    const again = await afterburn(['cluster', 'cancel', 'cancelled'], cwd, env);
    expect([again.code, again.stderr]).toEqual([
      2,
      'expected the folder or the name of a batch with unfinished shards, got "cancelled"; afterburn cluster status lists them\n',
    ]);
  }, 120_000);

  it.skipIf(!LONG)(
    'finishes the other shards when one is poison and kills every worker that takes it',
    async () => {
      let [worker, deaths, isOver] = [startWorker(), 0, false];
      const poison = [...batch, ...trustedPolicy('kills'), '--replicates', '6'];
      const submitted = submit([...poison, '--shards', '12'], 'poison');
      void submitted.finally(() => {
        isOver = true;
      });
      while (!isOver) {
        await Promise.race([worker.ended, submitted]);
        if (isOver) break;
        deaths++;
        worker = startWorker();
      }
      const { code, stdout, stderr } = await submitted;
      expect(await stopAll([worker])).toEqual([143]);
      expect([code, stderr.split('\n')[0]]).toEqual([
        3,
        expect.stringMatching(/^\d of 12 shards are lost; the same command tries them again:$/),
      ]);
      const lost =
        stderr.match(/^ {2}shard \d+: poison: 4 workers have died or fallen silent in it$/gm) ?? [];
      expect(lost.length).toBe(Number(stderr[0]));
      // worlds whose cost is lower are all there, and each poison shard has met four workers
      expect(stdout).toContain(`PARTIAL ${12 - lost.length} of 12`);
      expect(deaths).toBe(4 * lost.length);
      process.stderr.write(
        `${lost.length} poison shards met ${deaths} workers; the other shards were finished\n`,
      );
    },
    600_000,
  );
});

describeWithRedis('a Redis', () => {
  it('that is not there, goes away or is none is told in a sentence, with exit code 75 or 2', async () => {
    const nobody = 'redis://user:secret@127.0.0.1:9';
    const words = [['submit', TINY, '--shards', '2'], ['worker'], ['status']];
    const ends = await Promise.all(
      words.map((each) =>
        afterburn(
          ['cluster', ...each, '--redis', nobody, '--quiet'].slice(0, each[0] === 'status' ? -1 : undefined),
          cwd,
        ),
      ),
    );
    for (const { code, stderr } of ends)
      expect([code, stderr]).toEqual([
        75,
        'redis://127.0.0.1:9: no Redis answers (connection refused); redis-server --appendonly yes starts one\n',
      ]);
    const bad = await afterburn(['cluster', 'status', '--redis', 'http://x:secret@y'], cwd);
    expect(bad).toMatchObject({
      code: 2,
      stderr: '--redis: expected an address such as redis://127.0.0.1:6379, got another\n',
    });
    const other = await testRedis();
    await other.start();
    const worker = startWorker('--redis', other.url, '--redis-patience', '1');
    await worker.says('waiting for shards');
    await other.kill();
    const { code, stderr } = await worker.ended;
    expect([code, stderr.split('\n').slice(-3)]).toEqual([
      75,
      [`${other.url}: Redis is away; trying again for 1 s`, `${other.url}: Redis has been away for 1 s`, ''],
    ]);
  }, 60_000);

  it('that would forget shards or wants a password is told', async () => {
    const other = await testRedis();
    await other.start();
    other.tell('config', 'set', 'maxmemory-policy', 'allkeys-lru');
    other.tell('config', 'set', 'appendonly', 'no');
    const status = await afterburn(['cluster', 'status', '--redis', other.url], cwd);
    expect(status.stdout).toContain('maxmemory-policy is allkeys-lru, expected noeviction');
    expect(status.stdout).toContain('appendonly is no, expected yes');
    other.tell('config', 'set', 'requirepass', 'secret');
    const shut = await afterburn(['cluster', 'status', '--redis', other.url], cwd);
    expect(shut.code).toBe(2);
    expect(shut.stderr).toMatch(/Redis wants another user or password \(NOAUTH/);
    await other.kill();
  }, 60_000);
});

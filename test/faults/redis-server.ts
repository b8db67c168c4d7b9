/**
 * Debian's redis-server for a test: on a free port of this machine, in a folder of its own, with the settings the README
 * recommends, so that it can be killed and started again.
 */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { describe } from 'vitest';
import { emptyFolder } from '../empty-folder.js';
import { sleep } from './long.js';

function isThere(): boolean {
  try {
    return execFileSync('redis-server', ['--version'], { stdio: 'pipe' }).length > 0;
  } catch {
    return false;
  }
}

/** `describe`; skipped with a reason where redis-server is missing, but never in continuous integration. */
export function describeWithRedis(claim: string, tests: () => void): void {
  const skips = !process.env.CI && !isThere();
  if (skips) process.stderr.write(`skipped: ${claim}: redis-server is not installed\n`);
  describe.skipIf(skips)(claim, tests);
}

/** A port of this machine that nobody listens on. */
export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}

export interface TestRedis {
  readonly url: string;
  /** Starts it and waits until it answers. @param settings for others than the README recommends */
  start(settings?: readonly string[]): Promise<void>;
  /** kill -9. */
  kill(): Promise<void>;
  /** What redis-cli prints. */
  tell(...words: string[]): string;
}

/** A Redis that has not been started. */
export async function testRedis(): Promise<TestRedis> {
  const port = String(await freePort());
  const dir = emptyFolder();
  let child: ChildProcess | undefined;
  const tell = (...words: string[]) =>
    execFileSync('redis-cli', ['-p', port, ...words], { encoding: 'utf8', stdio: 'pipe' }).trim();
  const answers = () => {
    try {
      return tell('ping') === 'PONG';
    } catch {
      return false;
    }
  };
  return {
    ...{ url: `redis://127.0.0.1:${port}`, tell },
    async start(settings = ['--appendonly', 'yes']) {
      const words = ['--port', port, '--bind', '127.0.0.1', '--dir', dir, '--save', '', ...settings];
      child = spawn('redis-server', words, { stdio: 'ignore' });
      while (!answers()) await sleep(20);
    },
    async kill() {
      if (!child || child.exitCode !== null || child.signalCode !== null) return;
      const ended = new Promise((resolve) => child?.once('exit', resolve));
      child.kill('SIGKILL');
      await ended;
    },
  };
}

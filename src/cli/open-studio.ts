/** The work of `afterburn studio`: reads the scenario, serves the built site, prints the address, waits for Ctrl-C. */
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { loadFile, userPoliciesOf } from '../store/scenario-file.js';
import { whole } from './arguments.js';
import { EXIT, UsageError } from './exits.js';
import type { Options } from './open-run.js';
import { listenForStop } from './stop-signals.js';
import { listen, type Served } from './studio-server.js';

const LARGEST_PORT = 65_535;

function siteFolder(): string {
  const folder = join(
    dirname(createRequire(import.meta.url).resolve('afterburn/package.json')),
    'dist/studio',
  );
  if (existsSync(join(folder, 'index.html'))) return folder;
  throw new UsageError(
    'afterburn studio: expected a built studio in dist/studio, got none; npm run build makes it',
  );
}

/** The scenario as the page gets it, cards and overlays in it. */
async function readScenario(file: string): Promise<Served> {
  const { scenario } = await loadFile(file);
  const modules = Object.keys(userPoliciesOf(scenario).modules);
  if (modules.length > 0) {
    throw new UsageError(
      `${file}: expected shipped policies, got the module ${modules[0]}; the studio runs no code from files`,
    );
  }
  return { file, raw: scenario.raw };
}

/** Runs the command until a signal comes. @throws UsageError, ScenarioError */
export async function openStudio(file: string | undefined, options: Options): Promise<number> {
  const port = whole('port', options.port, { least: 1, most: LARGEST_PORT }) ?? 0;
  const scenario = file === undefined ? null : await readScenario(file);
  const folder = siteFolder();
  const token = randomBytes(24).toString('base64url');
  const server = await listen({ folder, scenario, token, port }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EADDRINUSE' && error.code !== 'EACCES') throw error;
    throw new UsageError(`--port: expected a free port, got ${port} (${error.code})`);
  });
  const stop = listenForStop();
  process.stdout.write(`Studio: http://127.0.0.1:${server.port}/#token=${token}\n`);
  process.stderr.write('It listens on this machine only. Ctrl-C stops it.\n');
  if (!stop.signal.aborted)
    await new Promise<void>((resolve) => stop.signal.addEventListener('abort', () => resolve()));
  await server.close();
  stop.release();
  return stop.code() === EXIT.interrupted ? EXIT.done : (stop.code() ?? EXIT.done);
}

/**
 * The script of a thread of the pool, which lives worlds, and of its helpers, which move a part of the users of one.
 * Gets its setup as worker data. Each loads only what it needs. Importing it elsewhere does nothing.
 */
import { parentPort, workerData } from 'node:worker_threads';
import type { JobSetup } from '../experiment/job.js';
import type { HelperPost } from './helper-thread.js';
import type { CrewPorts } from './helpers.js';

/** What a thread gets: the job, and the way to its helpers if it has any. */
type ThreadSetup = JobSetup & { readonly crew?: CrewPorts; readonly blackBox?: Int32Array };

async function crewOf(ports: CrewPorts) {
  return (await import('./helpers.js')).crewOf(ports);
}

async function policiesOf(setup: ThreadSetup) {
  const { modules, blackBox } = setup;
  if (Object.keys(modules).length === 0) return {};
  const [{ loadPolicies }, { boxWatcher }] = await Promise.all([
    import('../policies/load.js'),
    import('./black-box.js'),
  ]);
  return loadPolicies(setup, blackBox && boxWatcher(blackBox, modules));
}

async function lead(port: NonNullable<typeof parentPort>, setup: ThreadSetup): Promise<void> {
  const [{ prepare }, { serve }] = await Promise.all([import('./prepare.js'), import('./serve.js')]);
  const prepared = async () => {
    const policies = await policiesOf(setup);
    return prepare(setup, { policies, ...(setup.crew ? { crew: await crewOf(setup.crew) } : {}) });
  };
  await serve(port, setup.seed, prepared());
}

async function follow(post: HelperPost): Promise<void> {
  const { help } = await import('./helper-thread.js');
  help(post);
}

if (parentPort)
  await (Object.hasOwn(workerData, 'tasks') ? follow(workerData) : lead(parentPort, workerData));

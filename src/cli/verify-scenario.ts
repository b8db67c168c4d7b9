/** A scenario.json that is not the one its worlds were made of: what differs from what summary.json says of it. */
import { join } from 'node:path';
import type { Scenario } from '../../sim/index.js';
import { familiesOf } from '../experiment/families.js';
import { inputRows } from '../experiment/inputs.js';
import type { InputRow, Summary } from '../experiment/summary.js';
import { realDisk } from '../store/disk.js';
import { hasShape } from '../store/json-shape.js';
import { isChanged, type RecordedRun } from '../store/recorded-run.js';
import { differences } from '../store/refusal.js';
import { recallScenario } from '../store/scenario-file.js';
import { readFile } from '../store/verify.js';

const MOST_PLACES = 10;

type Told = Pick<Summary, 'title' | 'question' | 'currency' | 'start' | 'firmIds' | 'inputs'>;

function readTold(folder: string): Told | undefined {
  const text = readFile(realDisk, join(folder, 'summary.json'))?.toString('utf8') ?? 'null';
  try {
    const summary: unknown = JSON.parse(text);
    const shape = { title: 'text', question: 'text', firmIds: 'texts', inputs: 'list' } as const;
    return hasShape(summary, shape) ? (summary as Summary) : undefined;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return undefined;
  }
}

/** The scenario as it stands now, if it is one without policy modules. */
async function readScenario(raw: unknown): Promise<Scenario | undefined> {
  try {
    return await recallScenario({ raw, modules: {} });
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return undefined;
  }
}

function plain({ title, question, currency, start, firmIds, inputs }: Told): Record<string, unknown> {
  const rows = inputs.map((row: InputRow) => [row.path, row.value] as const);
  return { title, question, currency, start, firms: firmIds.join(', '), ...Object.fromEntries(rows) };
}

/** What is wrong with the scenario of a folder, a line each; none if it is the one that its hash is of. @throws DiskError */
export async function changedScenario(run: RecordedRun): Promise<string[]> {
  if (!isChanged(run.identity)) return [];
  const first = 'scenario.json was changed since its worlds were made';
  const told = readTold(run.path);
  const scenario = await readScenario(run.identity.raw);
  if (!told || !scenario) return [scenario ? first : `${first}: it cannot be read as a scenario any more`];
  const firmIds = familiesOf(scenario).map(({ id }) => id);
  const own = { ...scenario, firmIds, inputs: inputRows(scenario) };
  const found = differences(plain(told), plain(own), '').map(
    (place) =>
      `  ${place.replace(': there ', ': in summary.json ').replace(', here ', ', in scenario.json ')}`,
  );
  const more = found.length > MOST_PLACES ? [`  and ${found.length - MOST_PLACES} more`] : [];
  return [found.length > 0 ? `${first}:` : first, ...found.slice(0, MOST_PLACES), ...more];
}

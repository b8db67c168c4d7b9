/** A scenario.json that is not the one its worlds were made of: what differs from what summary.json says of it. */
import { join } from 'node:path';
import { parseScenario } from '../../sim/index.js';
import { familiesOf } from '../experiment/families.js';
import { inputRows } from '../experiment/inputs.js';
import type { InputRow, Summary } from '../experiment/summary.js';
import { realDisk } from '../store/disk.js';
import { isChanged, type RecordedRun } from '../store/recorded-run.js';
import { differences } from '../store/refusal.js';
import { readShaped } from '../store/verify.js';

const MOST_PLACES = 10;

type Told = Pick<Summary, 'title' | 'question' | 'currency' | 'start' | 'firmIds' | 'inputs'>;

const TOLD = { title: 'text', question: 'text', firmIds: 'texts', inputs: 'list' } as const;

function plain({ title, question, currency, start, firmIds, inputs }: Told): Record<string, unknown> {
  const rows = inputs.map((row: InputRow) => [row.path, row.value] as const);
  return { title, question, currency, start, firms: firmIds.join(', '), ...Object.fromEntries(rows) };
}

/** What is wrong with the scenario of a folder, a line each; none if it is the one that its hash is of. @throws DiskError */
export function changedScenario({ path, identity }: RecordedRun): string[] {
  if (!isChanged(identity)) return [];
  const first = 'scenario.json was changed since its worlds were made';
  const told = readShaped<Told>(realDisk, join(path, 'summary.json'), TOLD);
  const parsed = parseScenario(identity.raw);
  // the modules of another scenario are not read
  const isNone = 'problems' in parsed && Object.keys(identity.modules).length === 0;
  if (isNone) return [`${first}: it cannot be read as a scenario any more`];
  if (!told || 'problems' in parsed) return [first];
  const { scenario } = parsed;
  const firmIds = familiesOf(scenario).map(({ id }) => id);
  const own = { ...scenario, firmIds, inputs: inputRows(scenario) };
  const named = { path: '', there: 'in summary.json', here: 'in scenario.json' };
  const found = differences(plain(told), plain(own), named).map((place) => `  ${place}`);
  const more = found.length > MOST_PLACES ? [`  and ${found.length - MOST_PLACES} more`] : [];
  return [found.length > 0 ? `${first}:` : first, ...found.slice(0, MOST_PLACES), ...more];
}

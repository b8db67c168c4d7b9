/** A folder that this run must not touch, and how its run differs from this one. */
import { canonicalText, type Identity } from './fingerprint.js';

/** The folder belongs to another run, or to no run at all. Exit code 2. */
export class FolderRefused extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'FolderRefused';
  }
}

/** Another living process is writing to the folder; later it may be free. Exit code 75. */
export class FolderBusy extends FolderRefused {
  override name = 'FolderBusy';
}

/** What a folder remembers of the run it belongs to. */
export interface Belonging extends Identity {
  readonly raw: unknown;
}

const MOST_SHOWN = 5;

function show(value: unknown): string {
  const text = value === undefined ? 'nothing' : (JSON.stringify(value) ?? String(value));
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}

/** Where values lie that are compared, and what each of the two is called. */
interface Named {
  readonly path: string;
  readonly there: string;
  readonly here: string;
}

/** Places where two plain values differ, as `path: there a, here b`. */
export function differences(there: unknown, here: unknown, named: Named): string[] {
  const { path } = named;
  const both = [there, here];
  if (both.every((value) => typeof value === 'object' && value !== null)) {
    const keys = new Set(both.flatMap((value) => Object.keys(value as object)));
    const part = (value: unknown, key: string) => (value as Record<string, unknown>)[key];
    return [...keys].flatMap((key) =>
      differences(part(there, key), part(here, key), { ...named, path: path ? `${path}.${key}` : key }),
    );
  }
  return canonicalText(there) === canonicalText(here)
    ? []
    : [`${path}: ${named.there} ${show(there)}, ${named.here} ${show(here)}`];
}

/** The differences between the run a folder belongs to and this one, a line each, at most a handful. */
export function nameDifference(there: Belonging, here: Belonging): string {
  const at = (path: string) => ({ path, there: 'there', here: 'here' });
  const lines = [
    ...differences(there.seed, here.seed, at('seed')),
    ...differences(there.raw, here.raw, at('')),
    ...differences(there.modules, here.modules, at('policy module')).map((line) => line.replace('.', ' ')),
    ...differences(there.policyLevel, here.policyLevel, at('policy level')),
    ...(there.engine === here.engine ? [] : ['the code of the model is another version']),
  ];
  if (lines.length === 0) lines.push('the order of fields in the scenario');
  const more = lines.length > MOST_SHOWN ? [`and ${lines.length - MOST_SHOWN} more`] : [];
  return [...lines.slice(0, MOST_SHOWN), ...more].map((line) => `  ${line}`).join('\n');
}

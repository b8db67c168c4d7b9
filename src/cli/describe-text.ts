/** The text of `afterburn describe`. */
import { describeFields, MECHANISMS, POLICIES, partAt, splitPath } from '../../sim/index.js';
import { inputRows } from '../experiment/inputs.js';
import type { Card } from '../source/card.js';
import { aloneFilled } from '../source/card-alone.js';
import { loadCard } from '../store/card-file.js';
import { type FileOptions, loadFile, ScenarioError } from '../store/scenario-file.js';
import { known } from './arguments.js';
import { UsageError } from './exits.js';

type Row = Readonly<Record<string, string>>;

function fieldText({ path, unit, range, default: fallback, about, source }: Row): string {
  const facts = [
    unit,
    range,
    fallback === '' || fallback === 'required' ? fallback : `default ${fallback}`,
    source,
  ];
  return `${path}\n    ${about}\n    ${facts.filter((fact) => fact !== '').join(' | ')}`;
}

function inputText({ path, value, unit, tag, source, note }: Row): string {
  const said = [tag === '' ? '' : `[${[tag, source].filter((part) => part !== '').join(' ')}]`, note];
  return `${path} = ${value} ${unit}  ${said.filter((part) => part !== '').join(' ')}`.trimEnd();
}

function mechanismText(name: string): string {
  const { id, about, file, off } = MECHANISMS[name];
  const numbers = Object.entries(off).map(([path, value]) => `${path} = ${value}`);
  return `${id} ${name}\n    ${about}\n    without it: ${numbers.join(', ')} | sim/${file}`;
}

/** Mechanisms as text or JSON; undefined if the name is none of theirs. */
function mechanisms(name: string | undefined, json: boolean): string | undefined {
  const all = Object.keys(MECHANISMS);
  const names =
    name === 'mechanisms' ? all : all.filter((one) => one === name && !Object.hasOwn(POLICIES, one));
  if (names.length === 0) return undefined;
  if (json)
    return `${JSON.stringify(
      names.map((one) => ({ name: one, ...MECHANISMS[one] })),
      null,
      1,
    )}\n`;
  return `${names.map(mechanismText).join('\n')}\n`;
}

function isScenarioFile(name: string): boolean {
  return /\.(ya?ml|json)$/.test(name) || name.includes('/');
}

/** True if a real path such as `firms.kimi.cash` leads to, or is above, `firms.<firm>.cash`. */
function leadsTo(path: string, real: readonly string[]): boolean {
  const parts = path.split('.');
  return real.length <= parts.length && real.every((part, i) => parts[i] === part || isOpen(parts[i], part));
}

/** `<n>` stands for positions, `<firm>` and its like for names. */
function isOpen(part: string, real: string): boolean {
  return part === '<n>' ? /^\d+$/.test(real) : part.startsWith('<');
}

/** Rows of a policy; of a path, declared or real, and what is below it; or of all fields with this last name. */
function chosen(rows: readonly Row[], name: string): readonly Row[] {
  const policy = Object.hasOwn(POLICIES, name) ? `policy ${name}` : undefined;
  const start = policy ?? name;
  const own = rows.filter(({ path }) => path === start || path.startsWith(`${start}.`));
  if (own.length > 0) return own;
  const real = name.split('.');
  const led = rows.filter(({ path }) => leadsTo(path, real));
  if (led.length > 0) return led;
  const isParameter = real.length === 4 && real[0] === 'firms' && real[2] === 'policy';
  const last = real.length === 1 ? name : isParameter ? real[3] : undefined;
  const same = rows.filter(
    ({ path }) => path.split('.').at(-1) === last && (!isParameter || path.startsWith('policy ')),
  );
  if (same.length > 0) return same;
  return nothingFound(rows, name);
}

/** @throws UsageError with the nearest policy, path or last name */
function nothingFound(rows: readonly Row[], name: string): never {
  const paths = rows.map(({ path }) => path);
  const real = name.split('.');
  const lasts = paths.map((path) => path.split('.').at(-1) as string).filter((last) => /^\w+$/.test(last));
  // with the name of the firm (or segment, or channel) put where the declaration has a place for it
  const filled = paths.map((path) =>
    path
      .split('.')
      .map((part, i) => (real[i] !== undefined && isOpen(part, real[i]) ? real[i] : part))
      .join('.'),
  );
  const names = [...Object.keys(POLICIES), ...Object.keys(MECHANISMS), 'mechanisms'];
  const words = real.length > 1 ? [...new Set(filled)] : [...names, ...new Set(lasts)];
  known('expected a scenario file, a policy, a mechanism or a field', name, words);
  throw new Error(`nothingFound: ${name} is there`);
}

async function fileText(
  name: string,
  { json, ...options }: FileOptions & { readonly json: boolean },
): Promise<string> {
  const found = await loadCard(name);
  if (found && found.problems.length > 0) throw new ScenarioError(found.problems);
  const card = found?.card;
  const rows = card
    ? cardRows(card)
    : (inputRows((await loadFile(name, [], options)).scenario) as unknown as readonly Row[]);
  if (json) return `${JSON.stringify(rows, null, 1)}\n`;
  const head = card ? [`card ${card.name}: ${card.currency}, as of ${card.asOf}`] : [];
  return `${[...head, ...rows.map(inputText)].join('\n')}\n`;
}

/** The numbers that a legal card gives; what it leaves out is filled in only to read the rest. */
function cardRows(card: Card): readonly Row[] {
  const { scenario } = aloneFilled(card);
  const start = `firms.${card.name}.`;
  const isGiven = (path: string) => partAt(card.firm, splitPath(path)) !== undefined;
  return (inputRows(scenario) as unknown as readonly Row[])
    .filter(({ path }) => path.startsWith(start))
    .map((row) => ({ ...row, path: row.path.slice(start.length) }))
    .filter(({ path }) => isGiven(path));
}

/**
 * @param name nothing for all fields, or a scenario file, a firm card, a policy, a mechanism (`mechanisms` for all), or the start of a path
 * @throws UsageError if the name is unknown, ScenarioError if the file is not legal
 */
export async function describe(
  name: string | undefined,
  { json, ...options }: FileOptions & { readonly json: boolean },
): Promise<string> {
  const isFile = name !== undefined && isScenarioFile(name);
  if (!isFile && (options.overlays ?? []).length > 0)
    throw new UsageError('--overlay: expected a scenario file to lay it over, got none');
  const told = mechanisms(name, json);
  if (told !== undefined) return told;
  if (isFile) return fileText(name, { json, ...options });
  const all = describeFields() as unknown as readonly Row[];
  const rows = name === undefined ? all : chosen(all, name);
  if (json) return `${JSON.stringify(rows, null, 1)}\n`;
  return `${rows.map(fieldText).join('\n')}\n`;
}

/** The text of `afterburn describe`. */
import { describeFields, POLICIES } from '../../sim/index.js';
import { inputRows } from '../experiment/inputs.js';
import { loadFile } from '../store/scenario-file.js';
import { known } from './arguments.js';

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

function isScenarioFile(name: string): boolean {
  return /\.(ya?ml|json)$/.test(name) || name.includes('/');
}

/** Rows of a policy, or of all fields whose path begins with the name. */
function chosen(rows: readonly Row[], name: string): readonly Row[] {
  const policy = Object.hasOwn(POLICIES, name) ? `policy ${name}` : undefined;
  const start = policy ?? name;
  const own = rows.filter(({ path }) => path === start || path.startsWith(`${start}.`));
  if (own.length > 0) return own;
  const tops = rows.map(({ path }) => path).filter((path) => !/[.\s]/.test(path));
  known('expected a scenario file, a policy or a field', name, [...Object.keys(POLICIES), ...tops]);
  return own;
}

/**
 * @param name nothing for all fields, or a scenario file, a policy, or the start of a path
 * @throws UsageError if the name is unknown, ScenarioError if the scenario is not legal
 */
export async function describe(name: string | undefined, json: boolean): Promise<string> {
  const isFile = name !== undefined && isScenarioFile(name);
  const all = (isFile
    ? inputRows((await loadFile(name)).scenario)
    : describeFields()) as unknown as readonly Row[];
  const rows = name === undefined || isFile ? all : chosen(all, name);
  if (json) return `${JSON.stringify(rows, null, 1)}\n`;
  return `${rows.map(isFile ? inputText : fieldText).join('\n')}\n`;
}

// Runs a table: every case through the function that it names, all rows judged together.
import { judge } from './judge.mjs';


/**
 * The first case with other parameters; what was published for it no longer holds, so the closed form is expected.
 * @param {Record<string, number>} settings @throws if a case has no such parameter
 */
export function changedCase(table, settings) {
  const one = table.cases.find((candidate) => Object.keys(settings).every((key) => typeof candidate[key] === 'number'));
  if (!one) throw new Error(`--set: no case of ${table.name} has all of ${Object.keys(settings).join(', ')}`);
  const kept = Object.entries(one).filter(([, value]) => typeof value !== 'string' && !isPrinted(value));
  const open = Object.entries(one).filter(([, value]) => isPrinted(value)).map(([key, value]) => [key, value.map(() => undefined)]);
  return { ...Object.fromEntries([...kept, ...open]), label: JSON.stringify(settings), ...settings };
}

const isPrinted = (value) => Array.isArray(value) && value.every((entry) => typeof entry === 'string');

/** Judged rows of a table. */
export function runTable(table, cases = table.cases) {
  return { ...table, ...judge(cases.flatMap(({ rows, ...one }) => rows(one))) };
}

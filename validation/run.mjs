// Runs a table: every case through the function that it names, all rows judged together.
import { judge } from './judge.mjs';

const isNumber = (value) => typeof value === 'number';

/** Settings as typed: numbers, or lists of numbers (`values=1,.5,0`). @throws on anything else */
export function parseSettings(settings) {
  return Object.fromEntries(
    settings.map((setting) => {
      const [, key, text] = /^(\w+)=(.+)$/.exec(setting) ?? [];
      const numbers = (text ?? '').split(',').map(Number);
      if (key === undefined || numbers.some(Number.isNaN))
        throw new Error(`--set: expected name=number or name=number,number ..., got ${setting}`);
      return [key, text.includes(',') ? numbers : numbers[0]];
    }),
  );
}

/**
 * The first case that has these parameters, with these values. What was published for it no longer holds: a case
 * keeps its function and the fields named in `keep` of the table, and the closed form is expected.
 * @throws if no case has them all
 */
export function changedCase(table, settings) {
  const keys = Object.keys(settings);
  const one = table.cases.find((candidate) =>
    keys.every((key) => table.parameters.includes(key) && candidate[key] !== undefined),
  );
  if (!one) {
    const known = table.parameters.join(', ') || 'none';
    throw new Error(`--set: no case of ${table.name} has ${keys.join(' and ')}; its parameters are ${known}`);
  }
  const kept = table.parameters.filter((key) => one[key] !== undefined).map((key) => [key, one[key]]);
  const changed = Object.fromEntries([...kept, ...Object.entries(settings)]);
  const label = Object.entries(changed).filter(([, value]) => isNumber(value) || Array.isArray(value));
  return { rows: one.rows, ...changed, label: label.map(([key, value]) => `${key} ${value}`).join(', ') };
}

/** Judged rows of a table. */
export function runTable(table, cases = table.cases) {
  return { ...table, ...judge(cases.flatMap(({ rows, ...one }) => rows(one))) };
}

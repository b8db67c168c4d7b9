// Text of a run: rows and ratios for the terminal, the table of the README.
import { RATIOS } from './ratios.mjs';

/** Three significant digits, whole numbers from 100 on. */
export function short(value) {
  if (value >= 100) return Math.round(value).toLocaleString('en-US');
  return String(Number(value.toPrecision(3)));
}

/** What a row says beside its value, in words. */
function note(row) {
  const words = [];
  if (row.lanes) words.push(`${row.lanes} lanes`);
  if (row.undocked?.length > 0) words.push(`does not dock: ${row.undocked.join(', ')}`);
  if (row.disturbed && !row.own) words.push(row.disturbed);
  if (row.own) words.push(`had ${row.own.toFixed(2)} cores, others took ${row.others.toFixed(2)}`);
  if (row.reviews) words.push(`${row.reviews.toFixed(3)} reviews a user-month`);
  if (row.replicates) words.push(`${row.replicates} replicates`);
  if (row.start) words.push(`after ${row.start.toFixed(2)} s of start and report`);
  return words.join('; ');
}

/** The rows of one section under its title. */
export function sectionTable(title, rows) {
  const lines = rows.map((row) =>
    row.skipped
      ? `  ${row.id.padEnd(40)} skipped: ${row.skipped}`
      : `  ${row.id.padEnd(40)} ${short(row.value).padStart(8)} ${row.unit.padEnd(15)} ${note(row)}`.trimEnd(),
  );
  return [title, ...lines].join('\n');
}

/**
 * Ratios with their names in the JSON: all, or those that were measured.
 * @param {{ ratios: object, skipped: object, disturbed: object }} result
 */
export function ratioTable({ ratios, skipped, disturbed }, all = true) {
  const lines = RATIOS.filter(({ name }) => all || ratios[name] !== null).map(({ name }) => {
    const value = ratios[name];
    const told = value === null ? `none: ${skipped[name]}` : short(value).padStart(8);
    return `  ${name.padEnd(22)} ${told}${disturbed[name] ? ` (${disturbed[name]})` : ''}`;
  });
  return ['Ratios', ...lines].join('\n');
}

/** The part of the README between its markers: every ratio of a run that was measured, where and at which commit. */
export function readmeTable({ machine, commit, ratios, skipped, disturbed }) {
  const measured = RATIOS.filter(({ name }) => ratios[name] !== null);
  const rows = measured.map(({ name, about }) => `| ${about} | ${short(ratios[name])} |`);
  const missing = RATIOS.flatMap(({ name }) =>
    ratios[name] === null ? [`\`${name}\` (${skipped[name]})`] : [],
  );
  const where = `${machine.cpu}, ${machine.cores} cores, Node ${machine.node.slice(1)}, commit ${commit.slice(0, 8)}`;
  const noisy = RATIOS.flatMap(({ name }) => (disturbed[name] ? [`\`${name}\` (${disturbed[name]})`] : []));
  const noise = noisy.length > 0 ? ['', `Disturbed by other programs: ${noisy.join('; ')}.`] : [];
  const left = missing.length > 0 ? ['', `Not measured there: ${missing.join('; ')}.`] : [];
  return [`Measured on ${where}:`, '', '| what | |', '|---|---|', ...rows, ...left, ...noise].join('\n');
}

/** Lines of the summary: a firm, or all copies of one that comes in numbers. */
import type { Scenario } from '../../sim/index.js';

/** `id`: as the scenario names it. `members`: positions of its firms in the outcome, in the order of their copies. */
export interface Family {
  readonly id: string;
  readonly members: readonly number[];
}

/** Families in the order of the scenario. */
export function familiesOf({ firms }: Pick<Scenario, 'firms'>): Family[] {
  const members = new Map<string, number[]>();
  Object.entries(firms).forEach(([id, { family = id }], index) => {
    const known = members.get(family);
    if (known) known.push(index);
    else members.set(family, [index]);
  });
  return [...members].map(([id, indexes]) => ({ id, members: indexes }));
}

/** Adds up a matrix of people from firm to firm, shape (F + 1) x (F + 1) with 0 for no app, by families. */
export function byFamily(matrix: Float64Array, families: readonly Family[]): number[] {
  const firms = families.reduce((sum, { members }) => sum + members.length, 0);
  if (firms === families.length) return [...matrix];
  const place = new Int32Array(firms + 1);
  families.forEach(({ members }, k) => {
    for (const member of members) place[member + 1] = k + 1;
  });
  const side = families.length + 1;
  const sums = new Float64Array(side * side);
  for (let from = 0, k = 0; from <= firms; from++) {
    const row = place[from] * side;
    for (let to = 0; to <= firms; to++) sums[row + place[to]] += matrix[k++];
  }
  return [...sums];
}

// The line of JSON a program prints, and the rule that decides whether it computed the benchmark model at all.

/**
 * Mean final shares by firm at 10,000 users, and the repetitions a peer is docked with. Dense: eleven independent
 * implementations (Mesa, MASON, krABMaga, NumPy, Numba, flocc, AgentScript, JavaScript and others) agree on them
 * within .001. Sparse: the limit, numpy-blocks and objects, 401 repetitions each, agree within .001.
 * Only at 10,000 users: with more, firm 6 leaves in month 7 more often and the means move.
 */
export const REFERENCES = [
  { users: 10_000, review: 1, repetitions: 41, shares: { 1: 0.138, 3: 0.2255, 4: 0.265, 5: 0.311 } },
  { users: 10_000, review: 0.25, repetitions: 161, shares: { 1: 0.084, 3: 0.1216, 4: 0.1525, 5: 0.159 } },
];

/** How far a mean share may lie from its reference: five standard errors dense, four sparse (.0019 and .0022). */
const TOLERANCE = 0.01;

/** Every way in which `row` is not a row, as a phrase; empty if it is one. */
function faults(row) {
  const numbers = ['users', 'review', 'userMonthsPerSecond'].filter((key) => !(row[key] > 0));
  const found = numbers.map((key) => `${key} is not a positive number`);
  if (typeof row.name !== 'string') found.push('name is missing');
  const six = Array.isArray(row.shares) && row.shares.length === 6;
  if (!six || !row.shares.every((share) => share >= 0 && share <= 1))
    found.push('shares are not six fractions');
  if (!Array.isArray(row.firm6Exit)) found.push('firm6Exit is missing');
  return found;
}

/**
 * Reads what a peer printed: its row, or `{ skipped }` with the peer's own reason or with what is wrong.
 * @param {string} text the last line is read, so that a tool may chat before it
 */
export function parseRow(text) {
  const line = text.trim().split('\n').at(-1) ?? '';
  let row;
  try {
    row = JSON.parse(line);
  } catch {
    return { skipped: `printed no JSON but "${line.slice(0, 80)}"` };
  }
  if (typeof row?.skipped === 'string') return { skipped: row.skipped };
  const found = row && typeof row === 'object' ? faults(row) : ['it is not an object'];
  return found.length === 0 ? row : { skipped: `printed a row that cannot be read: ${found.join(', ')}` };
}

/**
 * Why a docking run does not dock, a phrase per firm; empty if it does.
 * @param {{ users: number, review: number, shares: number[] }} row
 */
export function undocked(row) {
  const reference = REFERENCES.find(({ users, review }) => users === row.users && review === row.review);
  if (!reference) return [`nothing to dock with at ${row.users} users and review ${row.review}`];
  return Object.entries(reference.shares)
    .filter(([firm, share]) => !(Math.abs(row.shares[firm - 1] - share) <= TOLERANCE))
    .map(([firm, share]) => `firm ${firm} has ${row.shares[firm - 1].toFixed(4)}, not ${share}`);
}

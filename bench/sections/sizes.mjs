// The kernel alone in made-up markets of 64 cells: (apps x tiers), users, review rate. At 10,000 users beside its
// oracle, the plain TypeScript population; at 100,000 users and (10 x 2) beside the month written by hand.
import { cellsOf, populationOf, sheetOf, speedOf } from '../market.mjs';
import { BY_HAND } from '../peers/catalogue.mjs';
import { better, openPeer } from '../peers/measure.mjs';

const SIZES = [
  [6, 1],
  [10, 2],
  [16, 3],
];
const REVIEWS = [1, 0.25, 0.1];
const USERS = [10_000, 100_000, 1_000_000];
const TURNS = 3;
/** Years of a turn. */
const YEARS = new Map([
  [10_000, 20],
  [100_000, 6],
  [1_000_000, 2],
]);

const unit = 'M user-months/s';

function bestOf(years, population, sheet) {
  let best = 0;
  for (let year = 0; year < years; year++) best = Math.max(best, speedOf(population, sheet, year));
  return best;
}

/** One turn of the kernel at all review rates, and of the oracle where that is cheap. */
function turnOf({ users, apps, tiers, simd, plain }) {
  return REVIEWS.flatMap((review) => {
    const sheet = sheetOf({ apps, tiers, review });
    const at = `${apps}x${tiers}/${users}/${review}`;
    const kernel = { id: `kernel/${at}`, value: bestOf(YEARS.get(users), simd, sheet), unit };
    return plain ? [kernel, { id: `oracle/${at}`, value: bestOf(1, plain, sheet), unit }] : [kernel];
  });
}

function measureSize({ users, apps, tiers }, byHand) {
  const cells = cellsOf(users);
  const plain = users === USERS[0] ? populationOf('plain', cells, apps) : undefined;
  const beside = users === 100_000 && apps === 10 ? [byHand] : [];
  const best = new Map();
  const used = [];
  for (let turn = 0; turn < TURNS; turn++) {
    // Other memory in every turn: where its pages lie can cost a tenth.
    const simd = populationOf('simd', cells, apps);
    used.push(simd);
    const rows = turnOf({ users, apps, tiers, simd, plain });
    for (const { answer } of beside) rows.push({ ...answer({ users, review: 1 }), id: 'by-hand/100000/1' });
    for (const row of rows) best.set(row.id, better(best.get(row.id), row));
  }
  for (const simd of used) simd.release();
  return [...best.values()];
}

/** @param {(text: string) => void} say */
async function measure(say) {
  say(`docking ${BY_HAND.name}`);
  const byHand = await openPeer(BY_HAND, [1]);
  try {
    return USERS.flatMap((users) =>
      SIZES.flatMap(([apps, tiers]) => {
        say(`${apps} apps x ${tiers} tiers, ${users} users`);
        return measureSize({ users, apps, tiers }, byHand);
      }),
    );
  } finally {
    byHand.remove();
  }
}

/** The kernel by size. */
export const sizes = {
  name: 'sizes',
  title: 'Kernel alone, 64 cells: apps x tiers/users/review rate',
  measure,
};

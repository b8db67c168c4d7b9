/** What `afterburn rare` prints: the estimate in plain words, what it is worth in plain worlds, or all as JSON. */
import type { RareEstimate } from '../experiment/splitting-estimate.js';
import type { NEARNESS } from '../experiment/splitting-worlds.js';
import { count } from '../report/numbers.js';

/** An estimate and what was asked. */
export interface RareTold {
  readonly found: RareEstimate;
  /** The firm. */
  readonly name: string;
  readonly by: number;
  readonly nearness: keyof typeof NEARNESS;
  readonly effort: number;
}

/** From here on nobody needs splitting: 4,000 plain worlds tell a share of 1 % within a third of it. */
const RARE = 0.01;

const INPUTS =
  'Splitting gains little where rare inputs decide more than rare luck: inputs are drawn once a world. ';

/** `4.2 %`, `0.031 %`, `3.1e-6`: two significant digits. */
function chance(p: number): string {
  if (p === 0) return '0';
  return p < 1e-4 ? p.toExponential(1) : `${Number((100 * p).toPrecision(2))} %`;
}

function answer({ found, name, by }: RareTold): string {
  const { estimate, low, high, plain } = found;
  const event = `${name} runs out of cash by month ${by}`;
  if (estimate === 0)
    return `No world was found in which ${event}. ${count(plain.n)} plain worlds among them allow up to ${chance(high)}.`;
  const odds = estimate < RARE ? `, about 1 world in ${count(Number((1 / estimate).toPrecision(2)))}` : '';
  return `${event} in ${chance(estimate)} of worlds${odds} (95 % interval ${chance(low)} to ${chance(high)}).`;
}

function way({ found, effort, nearness }: RareTold): string {
  const { levels, repetitions, roots, worlds, method } = found;
  if (method === 'plain') return `${count(found.plain.n)} plain worlds in ${repetitions.length} repetitions.`;
  const steps = levels.length === 1 ? '1 level' : `${levels.length} levels`;
  return (
    `Multilevel splitting by ${nearness}: ${steps} from a pilot run, ${repetitions.length} repetitions of ${count(effort)} worlds ` +
    `a level, ${count(worlds)} worlds in all. The ways to the cash-out began in ${count(roots)} different worlds.`
  );
}

function worth({ estimate, method, plainWorlds, gain, worlds }: RareEstimate): string {
  const plainDo = 'Plain worlds do as well here: afterburn run with as many --replicates.';
  if (method === 'plain') return `It is not rare. ${plainDo}`;
  if (plainWorlds === null || gain === null) return 'What plain worlds would have needed is not known.';
  const same = `About ${count(Number(plainWorlds.toPrecision(2)))} plain worlds would be as exact as these ${count(worlds)}`;
  if (gain < 1.5) return `${same}. ${estimate < RARE ? INPUTS : ''}${plainDo}`;
  const rare = estimate < RARE ? '' : ' It is not very rare: plain worlds are an easy way too.';
  return `${same}: ${gain >= 10 ? count(gain) : gain.toFixed(1)} times fewer.${rare}`;
}

function spread({ repetitions, estimate }: RareEstimate): string[] {
  const zeros = repetitions.filter((one) => one === 0).length;
  if (estimate === 0 || zeros * 4 < repetitions.length) return [];
  return [
    `${zeros} of ${repetitions.length} repetitions did not come to a cash-out: take a larger --effort before you trust the interval.`,
  ];
}

/** The estimate in words. */
export function rareText(told: RareTold): string {
  return `${[answer(told), way(told), worth(told.found), ...spread(told.found)].join('\n')}\n`;
}

/** The estimate and all that it comes from; the same bytes for any number of threads. */
export function rareJson({ found, name, by, nearness, effort }: RareTold): string {
  return `${JSON.stringify({ firm: name, by, nearness, effort, ...found }, null, 1)}\n`;
}

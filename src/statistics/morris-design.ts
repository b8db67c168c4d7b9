/**
 * The design of Morris 1991, "Factorial sampling plans for preliminary computational experiments", Technometrics 33,
 * 161-174: trajectories that change one factor after the other, each by half of the levels or more, so that every
 * trajectory gives one elementary effect of each factor for d + 1 evaluations. Random starts, orders and directions.
 */
import { expectThat, expectWhole } from './expect.js';
import { type LevelPlaces, levelAt } from './grid-design.js';
import { type RandomStream, randomStream, type Seed } from './random-stream.js';

export interface MorrisOptions {
  readonly seed: Seed;
  /** At least 2, usually 10 to 50; 20 unless given. */
  readonly trajectories?: number;
  /** Even, at least 2; 4 unless given. A step goes over half of the levels: 2/3 of the range with 4 of them. */
  readonly levels?: number;
  /** `ends` unless given, as Morris has it: 0, 1/3, 2/3, 1; `middles` for factors without finite ends: 1/8 .. 7/8. */
  readonly places?: LevelPlaces;
}

function trajectory(stream: RandomStream, d: number, levels: number): number[][] {
  const half = levels / 2;
  const start = Array.from({ length: d }, () => stream.below(levels));
  const waiting = Array.from({ length: d }, (_, j) => j);
  const rows = [start];
  while (waiting.length > 0) {
    const [j] = waiting.splice(stream.below(waiting.length), 1);
    const last = rows[rows.length - 1];
    rows.push(last.with(j, last[j] < half ? last[j] + half : last[j] - half));
  }
  return rows;
}

/**
 * trajectories x (d + 1) rows of d numbers in 0..1, one trajectory after the other; the first ones are a smaller design.
 * @param d factors, whole, from 1
 * @throws RangeError on other numbers
 */
export function morrisDesign(d: number, options: MorrisOptions): number[][] {
  const { seed, trajectories = 20, levels = 4, places = 'ends' } = options;
  expectWhole(d, 1, 'morrisDesign: expected d');
  expectWhole(trajectories, 2, 'morrisDesign: expected trajectories');
  expectWhole(levels, 2, 'morrisDesign: expected levels');
  expectThat(levels % 2 === 0, 'morrisDesign: expected levels to be even', levels);
  const stream = randomStream('morrisDesign', seed);
  return Array.from({ length: trajectories }, () => trajectory(stream, d, levels))
    .flat()
    .map((row) => row.map((k) => levelAt(k, levels, places)));
}

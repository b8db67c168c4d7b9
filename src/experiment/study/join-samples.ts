/** Two samples of the same points, one after the other, as one: how an adaptive study sees all worlds so far. */
import type { Sample } from './sample.js';

/** For each point the numbers of the first sample, then those of the second. */
function inTurn<T extends Float64Array | Uint8Array>(points: number, [a, b]: readonly [T, T], whole: T): T {
  const [ofA, ofB] = [a.length / points, b.length / points];
  for (let point = 0; point < points; point++) {
    whole.set(a.subarray(point * ofA, (point + 1) * ofA), point * (ofA + ofB));
    whole.set(b.subarray(point * ofB, (point + 1) * ofB), point * (ofA + ofB) + ofA);
  }
  return whole;
}

/**
 * All worlds of `a`, then those of `b`. Copies both.
 * @throws RangeError unless `b` begins where `a` ends and has as many points and numbers
 */
export function joinSamples(a: Sample, b: Sample): Sample {
  const points = a.points.length;
  const follows = b.first === a.first + a.replicates && b.points.length === points;
  if (!follows || a.gathered.length !== b.gathered.length)
    throw new RangeError(
      `joinSamples: expected worlds of ${points} points from ${a.first + a.replicates}, got ${b.points.length} from ${b.first}`,
    );
  const worlds = points * (a.replicates + b.replicates);
  return {
    ...a,
    replicates: a.replicates + b.replicates,
    gathered: a.gathered.map((own, k) => inTurn(points, [own, b.gathered[k]], new Float64Array(worlds))),
    finished: inTurn(points, [a.finished, b.finished], new Uint8Array(worlds)),
  };
}

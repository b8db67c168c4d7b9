/** Several stretches of users as one population, worked on one after the other. */
import { type Cells, makeTally, type Tally } from '../contract.js';
import { makePopulation, type Population } from '../population.js';
import { addTally } from '../stretch.js';

/** The SIMD population of all these stretches of the same cells, for `apps` slots. Empty until `start`. */
export function joinStretches(stretches: readonly Cells[], apps: number): Population {
  const parts = stretches.map((cells) => makePopulation('simd', cells, apps));
  const all = makeTally(stretches[0], apps);
  const each = (act: (part: Population) => void) => {
    for (const part of parts) act(part);
  };
  const sum = (count: (part: Population) => Tally) => {
    for (const column of Object.values(all)) column.fill(0);
    each((part) => addTally(all, count(part)));
    return all;
  };
  return {
    start: (segments, from) => each((part) => part.start(segments, from)),
    chooseFirstTiers: (sheet) => each((part) => part.chooseFirstTiers(sheet)),
    countStart: () => sum((part) => part.countStart()),
    moveUsers: (sheet, keys, month) => sum((part) => part.moveUsers(sheet, keys, month)),
    orphan: (app) => each((part) => part.orphan(app)),
    settleOrphans: () => each((part) => part.settleOrphans()),
    release: () => each((part) => part.release()),
  };
}

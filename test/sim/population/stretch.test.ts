import { describe, expect, it } from 'vitest';
import { makeLuck } from '../../../sim/core/draws.js';
import { type Cells, makeTally, type Tally } from '../../../sim/population/contract.js';
import { shareOf } from '../../../sim/population/crew/crew.js';
import { makePopulation, type Population } from '../../../sim/population/population.js';
import type { SegmentStart } from '../../../sim/population/start.js';
import { addTally, cutCells } from '../../../sim/population/stretch.js';
import { madeKeys } from './made-population.js';
import { Dice, drawCells, drawFeatures, drawSheet, drawTiers } from './random-market.js';

const CASES = 60;

const segment: SegmentStart = {
  qualitySpread: 0.3,
  priceSpread: 0.5,
  adSpread: 0.4,
  switchingSpread: 0.6,
  lapseFree: [0.8, 2],
  lapsePaid: [1, 9],
  matchSpread: 1,
  secondApp: 0.4,
  lapsedShare: 0.3,
};

/** All tallies of a random market of four months, in which an app dies. */
function lives(number: number, make: (cells: Cells, apps: number) => Population[]): Tally[] {
  const dice = new Dice('stretch', number);
  const features = drawFeatures(dice);
  const cells = drawCells(dice, features);
  const tiers = drawTiers(dice, features);
  const users = make(cells, features.apps);
  const sum = (count: (part: Population) => Tally) => {
    const all = makeTally(cells, features.apps);
    for (const part of users) addTally(all, count(part));
    return all;
  };
  let living = Array.from({ length: features.apps }, (_, k) => k + 1);
  const segments = Array.from({ length: features.segments }, () => segment);
  const start = { luck: makeLuck('stretch', number), users: living };
  for (const part of users) part.start(segments, start);
  const sheet = drawSheet(dice, features, living, tiers);
  for (const part of users) part.chooseFirstTiers(sheet);
  const tallies = [sum((part) => part.countStart())];
  for (let month = 1; month <= 4; month++) {
    const offers = drawSheet(dice, features, living, tiers);
    const keys = madeKeys(`stretch ${number}`, month);
    tallies.push(sum((part) => part.moveUsers(offers, keys, month)));
    for (const part of users) part.settleOrphans();
    const dead = living[month];
    living = living.filter((app) => app !== dead);
    if (dead) for (const part of users) part.orphan(dead);
  }
  for (const part of users) part.release();
  return tallies;
}

describe('a population in stretches', () => {
  it('has every user of the whole once, and its cuts at multiples of 64', () => {
    const dice = new Dice('cuts', 1);
    for (let n = 0; n < 50; n++) {
      const cells = drawCells(dice, drawFeatures(dice));
      const parts = cutCells(cells, dice.whole(1, 9));
      for (let cell = 0; cell < cells.count; cell++) {
        const users = parts.flatMap(({ start, end, stretch }) => {
          const first = stretch?.first ?? 0;
          expect(first % 64 === 0 || first === cells.length).toBe(true);
          return Array.from({ length: end[cell] - start[cell] }, (_, i) => first + start[cell] + i);
        });
        const size = cells.end[cell] - cells.start[cell];
        expect(users).toEqual(Array.from({ length: size }, (_, i) => cells.start[cell] + i));
      }
    }
  });

  it.each([1, 2, 3, 8])(
    `does to the bit what one population does, over %i threads: ${CASES} random markets`,
    (threads) => {
      for (let number = 0; number < CASES; number++) {
        const whole = lives(number, (cells, apps) => [makePopulation('simd', cells, apps)]);
        const shared = lives(number, (cells, apps) =>
          Array.from({ length: threads }, (_, thread) => shareOf(cells, apps, { thread, threads })),
        );
        expect(shared).toEqual(whole);
      }
    },
  );

  it('is cut for the oracle as for the kernel', () => {
    for (let number = 0; number < 10; number++) {
      const whole = lives(number, (cells, apps) => [makePopulation('plain', cells, apps)]);
      const cut = lives(number, (cells, apps) =>
        cutCells(cells, 5).map((part) => makePopulation('plain', part, apps)),
      );
      expect(cut).toEqual(whole);
    }
  });
});

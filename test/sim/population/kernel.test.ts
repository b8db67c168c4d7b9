import { describe, expect, it } from 'vitest';
import type { Agents } from '../../../sim/population/agents.js';
import { type AgentPopulation, makePopulation } from '../../../sim/population/population.js';
import { TYPE_COLUMNS } from '../../../sim/population/types.js';
import { madeKeys } from './made-population.js';
import { Dice, drawCells, drawFeatures, drawSheet, drawTiers, fillAgents } from './random-market.js';

const CASES = 1200;
const MONTHS = 5;

/** Everything that must be equal to the bit, as bytes by name. */
function bytesOf({ state, second, tally }: Agents): [string, Buffer][] {
  return Object.entries({ state, secondApp: second, ...tally }).map(([name, values]) => [
    name,
    Buffer.from(values.buffer, values.byteOffset, values.byteLength),
  ]);
}

/** Names of what differs between the two. */
function differences(plain: AgentPopulation, simd: AgentPopulation): string[] {
  const other = new Map(bytesOf(simd.agents));
  return bytesOf(plain.agents).flatMap(([name, bytes]) =>
    bytes.equals(other.get(name) as Buffer) ? [] : [name],
  );
}

function copyColumns(from: Agents, to: Agents): void {
  for (const name of [...TYPE_COLUMNS, 'state', 'second'] as const) {
    to[name].set(from[name]);
  }
}

/** Lives one random case with both populations; returns where they first differ. */
function live(number: number): string | null {
  const dice = new Dice('kernel', number);
  const features = drawFeatures(dice);
  const cells = drawCells(dice, features);
  const tiers = drawTiers(dice, features);
  const plain = makePopulation('plain', cells, features.apps);
  const simd = makePopulation('simd', cells, features.apps);
  fillAgents(dice, plain.agents, features);
  copyColumns(plain.agents, simd.agents);
  let living = Array.from({ length: features.apps }, (_, k) => k + 1);
  const where = (what: string) => {
    const found = differences(plain, simd);
    return found.length ? `case ${number} ${what}: ${found.join(' ')} ${JSON.stringify(features)}` : null;
  };
  const both = [plain, simd];
  const first = drawSheet(dice, features, living, tiers);
  for (const population of both) population.chooseFirstTiers(first);
  for (const population of both) population.countStart();
  let wrong = where('start');
  for (let month = 1; month <= MONTHS && !wrong; month++) {
    const sheet = drawSheet(dice, features, living, tiers);
    const keys = madeKeys(`kernel ${number}`, month);
    for (const population of both) population.moveUsers(sheet, keys, month);
    wrong = where(`month ${month}`);
    for (const population of both) population.settleOrphans();
    if (living.length > 0 && dice.chance(0.3)) {
      const dead = living[dice.whole(0, living.length - 1)];
      living = living.filter((app) => app !== dead);
      for (const population of both) population.orphan(dead);
    }
  }
  for (const population of both) population.release();
  return wrong;
}

describe('the SIMD kernel', () => {
  it(`moves every user as the oracle does, to the bit: ${CASES} random markets, ${MONTHS} months`, () => {
    const wrong: string[] = [];
    for (let number = 0; number < CASES && wrong.length < 5; number++) {
      const where = live(number);
      if (where) wrong.push(where);
    }
    expect(wrong).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { betaDistribution } from '../../../sim/core/distributions.js';
import { makeLuck } from '../../../sim/core/draws.js';
import { makeCells } from '../../../sim/population/cells.js';
import { makePopulation } from '../../../sim/population/population.js';
import { type SegmentStart, startAgents } from '../../../sim/population/start.js';
import { makeTypes } from '../../../sim/population/types.js';

const SEGMENT: SegmentStart = {
  qualitySpread: 0.2,
  priceSpread: 0.5,
  adSpread: 0,
  switchingSpread: 0.6,
  lapseFree: [0.8, 2.5],
  lapsePaid: [2.5, 5],
  secondApp: 0.25,
  lapsedShare: 0.3,
};
const cells = makeCells({
  agents: 10_000,
  people: 1e6,
  edges: [0.5, 0.9],
  heavyAgents: 0.5,
  segments: [{ share: 1, withApp: 0.4, useSpread: 2 }],
  users: [3, 1],
});
const mean = (x: Iterable<number>) => [...x].reduce((a, b) => a + b, 0) / [...x].length;

describe('discrete types', () => {
  const types = makeTypes(cells, [SEGMENT], 512);

  it('are as many as asked for, share out all agents of their cells, and differ in size by a few percent', () => {
    expect(types.count).toBe(512);
    for (let cell = 0; cell < cells.count; cell++) {
      const sizes = [...types.size.slice(types.first[cell], types.first[cell + 1])];
      expect(sizes.length).toBeGreaterThan(0);
      expect(sizes.reduce((a, b) => a + b, 0)).toBe(cells.end[cell] - cells.start[cell]);
    }
  });

  it('have the means of the continuous law: 0, e^(s^2/2) = 1.133 and 1.197; no spread takes no dimension', () => {
    expect(mean(types.quality)).toBeCloseTo(0, 6);
    expect(Math.abs(mean(types.price) / Math.exp(0.125) - 1)).toBeLessThan(0.003);
    expect(Math.abs(mean(types.switching) / Math.exp(0.18) - 1)).toBeLessThan(0.004);
    expect(new Set(types.ads)).toEqual(new Set([1]));
  });

  it('lapse by Beta(a, b + tenure): the quantiles of starting users are uniform given their tenures', () => {
    const quantiles: number[] = [];
    for (let type = 0; type < types.count; type++) {
      if (cells.origin[types.cell[type]] === 0) expect(types.tenure[type]).toBe(0);
      else expect(types.tenure[type]).toBeGreaterThan(0);
      quantiles.push(betaDistribution(types.lapseFree[type], 0.8, 2.5 + types.tenure[type]));
      expect(betaDistribution(types.lapsePaid[type], 2.5, 5 + types.tenure[type])).toBeCloseTo(
        quantiles.at(-1) as number,
        2,
      );
    }
    quantiles.sort((a, b) => a - b);
    quantiles.forEach((u, k) => {
      expect(Math.abs(u - (k + 0.5) / 512)).toBeLessThan(0.0025);
    });
  });

  it('are never more than the agents of a cell', () => {
    const many = makeTypes(cells, [SEGMENT], 100_000);
    expect(many.count).toBe(cells.agents);
    expect(new Set(many.size)).toEqual(new Set([1]));
  });

  it('are what the agents of a cell are made of, in turn', () => {
    const { agents } = makePopulation('plain', cells, 2);
    startAgents(agents, [SEGMENT], { luck: makeLuck('types', 0), users: [3, 1], types: 512 });
    for (let cell = 0; cell < cells.count; cell++) {
      const own = agents.price.slice(cells.start[cell], cells.end[cell]);
      const wanted = [...types.price.slice(types.first[cell], types.first[cell + 1])].flatMap((x, k) =>
        new Array<number>(types.size[types.first[cell] + k]).fill(x),
      );
      expect([...own]).toEqual(wanted);
    }
  });
});

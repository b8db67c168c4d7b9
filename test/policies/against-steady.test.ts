/**
 * Every burn strategy beside `steady` on the same luck: it wins in its own situation and loses in the one that its header
 * names. Sign test over 80 pairs of worlds (Dixon & Mood 1946), pairs that end alike dropped, one-sided at .001: a policy
 * that is no better passes one test in a thousand seeds.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { POLICIES, simulate } from '../../sim/index.js';
import { legal } from '../sim/made-scenario.js';
import { SITUATIONS, type Situation } from './situations.js';

const WORLDS = 80;

/** How firm `own` fares in each world under a policy. */
function fates({ market, by }: Situation, policy: Record<string, unknown>): number[] {
  const firms = market.firms as Record<string, Record<string, unknown>>;
  const scenario = legal({ ...market, firms: { ...firms, own: { ...firms.own, policy } } });
  return Array.from({ length: WORLDS }, (_, k) => {
    const { finalCash, exitMonth } = simulate(scenario, 'against steady', k).firms[0];
    return by === 'cash' ? finalCash : (exitMonth ?? Number.POSITIVE_INFINITY);
  });
}

/** Worlds in which the policy does better than steady, and worse. */
function compare(name: string, situation: Situation): { better: number; worse: number } {
  const own = fates(situation, { name, ...situation.policy });
  const steady = fates(situation, { name: 'steady', ads: situation.ads ?? 0 });
  const count = (isSo: (k: number) => boolean) => own.filter((_, k) => isSo(k)).length;
  return { better: count((k) => own[k] > steady[k]), worse: count((k) => own[k] < steady[k]) };
}

/** Probability of at least `hits` heads in `n` throws of a fair coin. */
function signTest(hits: number, n: number): number {
  let tail = 0;
  let term = 0.5 ** n;
  for (let k = 0; k <= n; k++) {
    if (k >= hits) tail += term;
    term *= (n - k) / (k + 1);
  }
  return tail;
}

test('the sign test agrees with the binomial table: 9 of 10 are 11/1,024, 15 of 20 are .0207', () => {
  expect(signTest(9, 10)).toBeCloseTo(11 / 1024, 12);
  expect(signTest(15, 20)).toBeCloseTo(0.0207, 4);
});

test('every policy but the yardstick has its situations', () => {
  const policies = Object.keys(POLICIES).filter((name) => name !== 'steady');
  expect(Object.keys(SITUATIONS).sort()).toEqual(policies.sort());
});

describe.each(Object.entries(SITUATIONS))('%s', (name, { wins, loses }) => {
  test('beats steady where it is at home', () => {
    const { better, worse } = compare(name, wins);
    expect(signTest(better, better + worse), `better ${better}, worse ${worse}`).toBeLessThan(0.001);
  });

  test('loses against steady where its header says so', () => {
    const file = name.replace(/(?<=[a-z])(?=[A-Z])/g, '-').toLowerCase();
    const source = readFileSync(join(import.meta.dirname, `../../sim/policies/${file}.ts`), 'utf8');
    expect(source.slice(0, source.indexOf('*/'))).toMatch(/\* Loses when/);
    const { better, worse } = compare(name, loses);
    expect(signTest(worse, better + worse), `better ${better}, worse ${worse}`).toBeLessThan(0.001);
  });
});

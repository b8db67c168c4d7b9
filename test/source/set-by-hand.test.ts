import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Scenario } from '../../sim/index.js';
import { openRun } from '../../src/cli/open-run.js';
import { parseSource } from '../../src/source/parse-source.js';
import { linesOf } from '../bad-input/lines.js';
import { MARKET, SOURCED } from '../bad-input/market.js';
import { emptyFolder } from '../empty-folder.js';

/** People and segments, which apps with prices need. */
const WITH_USERS = SOURCED.replace('world:', 'people: 1 M [A] x\nsegments: {all: {}}\nworld:');

function setIn(text: string, ...sets: string[]): Scenario {
  const read = parseSource({ text, file: 'm.yaml', sets });
  if ('problems' in read) throw new Error(JSON.stringify(read.problems));
  return read.scenario;
}

describe('a change by hand of a sourced scenario', () => {
  it('is an assumption of whoever makes it, also inside a policy, a list or a map', () => {
    const { firms } = setIn(
      WITH_USERS,
      'firms.kimi.policy={name: steady, ads: 2 M}',
      'firms.kimi.tiers=[{price: 3}, {price: 1 to 2}]',
      'firms.doubao.policy={name: blitzscale, base: "5 M [P report]"}',
      'firms.doubao.funding={shift: -2}',
    );
    const [own, other] = [firms.kimi.policy, firms.doubao.policy].map((policy) => policy.parameters);
    expect(own.ads).toEqual({ law: { kind: 'constant', value: 2e6 }, tag: 'A', note: 'set by hand' });
    expect(other.base).toMatchObject({ tag: 'P', source: 'report' });
    expect(firms.kimi.tiers.map(({ price }) => price.tag)).toEqual(['A', 'A']);
    expect(firms.doubao.funding.shift).toMatchObject({ tag: 'A', note: 'set by hand' });
  });

  it('adds no tags where the scenario asks for none', () => {
    const { firms } = setIn(MARKET, 'firms.kimi.policy={name: steady, ads: 2 M}');
    expect(firms.kimi.policy.parameters.ads).toEqual({ law: { kind: 'constant', value: 2e6 } });
  });

  it('does not make a wrong number right', () => {
    expect(linesOf({ text: SOURCED, sets: ['firms.kimi.policy={name: steady, adz: 2}'] })).toEqual([
      '--set firms.kimi.policy={name: steady, adz: 2} firms.kimi.policy.adz: expected a parameter of steady, got "adz"; did you mean `ads`?',
    ]);
  });
});

describe('another policy set by hand', () => {
  it('takes the dated changes of the old one with it; the same policy keeps them', () => {
    const { arms } = setIn(MARKET, 'firms.kimi.policy=blitzscale', 'firms.kimi.policy.base=5 M');
    expect(arms.quiet.overrides).toEqual([]);
    const kept = setIn(MARKET, 'firms.kimi.policy={name: steady, ads: 2 M}');
    expect(kept.arms.quiet.overrides).toHaveLength(1);
    expect(setIn(MARKET, 'firms.doubao.policy=stopEarly').arms.quiet.overrides).toHaveLength(1);
  });

  it('leaves an arm of such changes alone empty, which is then not run as if it were one', async () => {
    const file = join(emptyFolder(), 'm.yaml');
    writeFileSync(file, MARKET);
    const set = 'firms.kimi.policy={name: blitzscale, base: 5 M}';
    await expect(openRun(file, { arm: 'quiet', set })).rejects.toThrow(
      '--arm: expected arms that change something, got quiet, whose changes are of the policy that --set replaces',
    );
    expect((await openRun(file, { set })).scenario.firms.kimi.policy.name).toBe('blitzscale');
    expect((await openRun(file, { arm: 'quiet' })).sets).toEqual([]);
  });
});

/** What becomes of a study as it is written: its names, numbers, policies and plans, or why it is none. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { PlacedProblem } from '../../src/source/place.js';
import { ScenarioError, userPoliciesOf } from '../../src/store/scenario-file.js';
import { openStudy } from '../../src/store/study-file.js';
import { TINY } from '../cli/afterburn.js';
import { emptyFolder } from '../empty-folder.js';
import { oneBurner } from '../sim/made-scenario.js';

const folder = emptyFolder();
const locate = () => ({ line: 1, column: 1, where: 'study.yaml' });
const open = (fields: Readonly<Record<string, unknown>>) =>
  openStudy({ value: { scenario: TINY, ...fields }, folder, locate });

async function problemsOf(fields: Readonly<Record<string, unknown>>): Promise<readonly PlacedProblem[]> {
  return open(fields).then(
    () => [],
    (error: unknown) => {
      if (error instanceof ScenarioError) return error.problems;
      throw error;
    },
  );
}

writeFileSync(
  join(folder, '稳健.mjs'),
  "export const policy = { name: 'own', about: 'x', source: 'x', parameters: { p: { default: 1, min: 0, max: 9, unit: 'x', about: 'x', source: 'x' } }, decide: () => ({}) };\n",
);
writeFileSync(join(folder, 'broken.mjs'), "throw new Error('no money today');\n");

describe('a league', () => {
  const league = (policies: unknown[]) => ({ study: 'league', policies });
  const market = join(import.meta.dirname, '../../scenarios/startup-20m.yaml');
  it('calls a policy by its name and parameters, a module by its file, which its threads know', async () => {
    const policies = ['steady', { name: 'steady' }, { module: './稳健.mjs' }, { module: './稳健.mjs', p: 3 }];
    const study = await open({ ...league(policies), scenario: market, agents: 100 });
    const url = pathToFileURL(join(folder, '稳健.mjs')).href;
    expect(study.policies).toEqual([
      { name: 'steady', value: 'steady' },
      { name: 'steady', value: { name: 'steady' } },
      { name: '稳健', value: { module: url } },
      { name: '稳健 (p 3)', value: { module: url, p: 3 } },
    ]);
    expect(Object.keys(userPoliciesOf(study.scenario).modules)).toEqual([url]);
  });
  it('needs a seat: a firm with an app and a channel it may buy', async () => {
    expect(await problemsOf(league(['steady', { name: 'steady' }]))).toMatchObject([
      { path: ['firms'], expected: 'a firm with an app and a channel it may buy', received: 'nothing' },
    ]);
  });
  it('keeps the seed of a file secret, without the blanks around it', async () => {
    writeFileSync(join(folder, 'seed.txt'), '  密 7\n');
    const secret = { ...league(['steady', { name: 'steady' }]), scenario: market, agents: 100 };
    const { seed, isSecret } = await open({ ...secret, seedFile: 'seed.txt' });
    expect([seed, isSecret]).toEqual(['密 7', true]);
    await expect(open({ ...secret, seedFile: 'gone.txt' })).rejects.toThrow(/gone\.txt/);
  });
  it('refuses modules that break or are not there, each in its place, and policies that are none', async () => {
    const written = ['steady', { module: './broken.mjs' }, { module: './gone.mjs' }, 'stedy', 7];
    const problems = await problemsOf(league(written));
    expect(problems.map(({ path }) => path)).toEqual([1, 2, 3, 4].map((k) => ['policies', k]));
    expect(problems[0].received).toContain('no money today');
    expect(problems[2]).toMatchObject({ hint: 'did you mean `steady`?' });
  });
});

describe('a comparison', () => {
  it('needs a plan B, and names the arms that could be it', async () => {
    expect(await problemsOf({ study: 'compare' })).toMatchObject([
      { path: ['against'], hint: 'arms: `cheap`' },
    ]);
    writeFileSync(join(folder, 'bare.yaml'), JSON.stringify(oneBurner()));
    expect(await problemsOf({ study: 'compare', scenario: 'bare.yaml' })).toMatchObject([
      { path: ['against'], hint: 'the scenario has no arms' },
    ]);
  });
  it('with --until needs an outcome that is a probability', async () => {
    const outcomes = { cash: 'mean(cash(thrifty, 6))' };
    expect(await problemsOf({ study: 'compare', arms: ['cheap'], until: 0.05, outcomes })).toMatchObject([
      { path: ['outcomes'], expected: 'an outcome that is a probability, such as `share(cashOut(kimi))`' },
    ]);
    const { until, replicates } = await open({ study: 'compare', arms: ['cheap'], until: 0.05 });
    // as many worlds as --until allows unless the study says
    expect([until, replicates]).toEqual([0.05, 1_000_000]);
  });
  it('is called by its change, its other file, or its arms', async () => {
    const labels = async (more: object) => (await open({ study: 'compare', ...more })).labels;
    expect(await labels({ setB: ['people=5000', 'months=3'] })).toEqual(['tiny', 'people=5000, months=3']);
    expect(await labels({ against: TINY })).toEqual(['tiny', 'tiny']);
    expect(await labels({ arms: ['cheap'] })).toEqual(['tiny', '']);
  });
  it('takes its title and question from the study, or from the scenario and its kind', async () => {
    const own = await open({ study: 'compare', arms: ['cheap'], title: '标题', question: '问?', seed: 7 });
    expect([own.title, own.question, own.seed, own.isSecret]).toEqual(['标题', '问?', '7', false]);
    const usual = await open({ study: 'compare', arms: ['cheap'] });
    expect(usual.title).toBe('Tiny');
    expect(usual.question).not.toBe('');
  });
});

describe('a study of factors', () => {
  it('varies what the scenario leaves uncertain unless it names fields', async () => {
    const { factors } = await open({ study: 'sensitivity' });
    // only the fixed cost of Lavish is 4 k to 8 k
    expect(factors.map(({ name }) => name)).toEqual(['firms.lavish.fixedCost']);
    expect((await open({ study: 'discover' })).factors).toHaveLength(1);
  });
  it('needs a field, if the kind cannot take those of the scenario', async () => {
    expect(await problemsOf({ study: 'best-response' })).toMatchObject([
      { path: ['factors'], received: 'nothing' },
    ]);
  });
  it('refuses a factor whose end is not legal, and a path that leads nowhere', async () => {
    const factors = { 'firms.thrifty.quality': '0 to 99', 'firms.thrifty.cahs': '1 to 2' };
    const problems = await problemsOf({ study: 'sweep', factors });
    expect(problems.map(({ path }) => path.at(-1))).toEqual(expect.arrayContaining(Object.keys(factors)));
  });
  it.each<[unknown, RegExp]>([
    ['7', /a range such as `5 to 10`/],
    [{ range: '1 to 2', levels: [1] }, /either range or levels/],
    [{}, /either range or levels/],
    [{ range: '0 to 2', scale: 'log' }, /a range above 0 for .scale: log./],
    [{ range: '1 to 2', scale: 'cubic' }, /scale: linear or log/],
    [{ range: '1 to 2', paths: [] }, /a list of paths/],
    [{ range: '1 to 2', sclae: 'log' }, /range, levels, scale or paths/],
    [{ levels: [] }, /from 2 to 1000 levels/],
    [['a', 'b', 'a'], /each level once/],
  ])('refuses the factor %j', async (written, expected) => {
    const problems = await problemsOf({ study: 'sweep', factors: { 'firms.thrifty.cash': written } });
    expect(problems).toHaveLength(1);
    expect(problems[0].expected).toMatch(expected);
  });
  it('hints at the key that was meant', async () => {
    const [problem] = await problemsOf({
      study: 'sweep',
      factors: { people: { range: '1 to 2', sclae: 'log' } },
    });
    expect(problem.hint).toBe('did you mean `scale`?');
  });
});

describe('a study', () => {
  it('of a firm, an arm or an outcome that is none is told all of it at once', async () => {
    const problems = await problemsOf({
      ...{ study: 'compare', arms: ['cheep'], firms: ['lavis'] },
      outcomes: { odd: 7, wrong: 'mean(cash(lavish))' },
    });
    expect(problems.map(({ path, hint }) => `${path.join('.')}${hint ? `: ${hint}` : ''}`)).toEqual(
      expect.arrayContaining([
        'arms.0: did you mean `cheap`?',
        'firms.0: did you mean `lavish`?',
        'outcomes.odd',
      ]),
    );
    expect(problems.some(({ path }) => path.join('.') === 'outcomes.wrong')).toBe(true);
  });
  it('with fields that its kind does not take is refused, and with one that no kind has told those there are', async () => {
    const [needless] = await problemsOf({ study: 'compare', arms: ['cheap'], policies: ['steady'] });
    expect(needless).toMatchObject({ path: ['policies'], received: '"policies"' });
    const [unknown] = await problemsOf({ study: 'compare', arms: ['cheap'], zzz: 1 });
    expect(unknown.hint).toMatch(/^known: title, question, scenario, /);
  });
  it('that is nothing at all, or without a scenario, is refused', async () => {
    const nothing = openStudy({ value: null, folder, locate });
    await expect(nothing).rejects.toBeInstanceOf(ScenarioError);
    expect((await problemsOf({ study: 'compare', scenario: 7 }))[0].path).toEqual(['scenario']);
    expect((await problemsOf({ study: 'compare', scenario: 'gone.yaml', arms: ['cheap'] }))[0].path).toEqual([
      'scenario',
    ]);
    const [set] = await problemsOf({ study: 'compare', arms: ['cheap'], set: ['people'] });
    expect(set.path).toEqual(['set', 0]);
  });
});

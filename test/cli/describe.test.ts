/** `afterburn describe`: fields, policies, mechanisms and files by their names, and what is near to a wrong one. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { MECHANISMS, POLICIES } from '../../sim/index.js';
import { describe as tell } from '../../src/cli/describe-text.js';
import { CARD } from '../bad-input/card-cases.js';
import { emptyFolder } from '../empty-folder.js';
import { TINY } from './afterburn.js';

const text = (name?: string) => tell(name, { json: false });
const rows = async (name?: string) =>
  JSON.parse(await tell(name, { json: true })) as { path: string; name: string }[];
const paths = async (name?: string) => (await rows(name)).map(({ path }) => path);

describe('afterburn describe', () => {
  it('without a name tells every field: what it is, its unit, range, default and source', async () => {
    const all = await text();
    expect(all).toMatch(/\nmonths\n {4}\S.*\n {4}.*\|/);
    expect((await paths()).length).toBeGreaterThan(100);
  });
  it('a mechanism tells what it is and how to do without it; `mechanisms` tells all', async () => {
    const names = Object.keys(MECHANISMS);
    expect((await rows('mechanisms')).map(({ name }) => name)).toEqual(names);
    const name = names.find((one) => !Object.hasOwn(POLICIES, one)) as string;
    const { id, about, file, off } = MECHANISMS[name];
    const numbers = Object.entries(off).map(([path, value]) => `${path} = ${value}`);
    expect(await text(name)).toBe(
      `${id} ${name}\n    ${about}\n    without it: ${numbers.join(', ')} | sim/${file}\n`,
    );
  });
  it('a policy tells its parameters, a path its field and what is below, with a firm of any name', async () => {
    expect((await paths('runwayGuard')).every((path) => path.startsWith('policy runwayGuard'))).toBe(true);
    expect(await paths('firms.月之暗面.cash')).toEqual(['firms.<firm>.cash']);
    expect((await paths('firms.kimi')).length).toBeGreaterThan(10);
    expect((await paths('firms.kimi.tiers.0.price'))[0]).toBe('firms.<firm>.tiers.<n>.price');
  });
  it('a last name tells every field that has it; a parameter of a policy is found behind the firm', async () => {
    const found = await paths('price');
    expect(found.length).toBeGreaterThan(0);
    expect(found.every((path) => path.split('.').at(-1) === 'price')).toBe(true);
    const [parameter] = (await paths()).filter((path) => /^policy \w+\.\w+$/.test(path));
    const name = parameter.split('.')[1];
    const behind = await paths(`firms.kimi.policy.${name}`);
    expect(behind).toContain(parameter);
    expect(behind.every((path) => path.startsWith('policy '))).toBe(true);
  });
  it('a wrong name tells the nearest, with the name of the firm kept', async () => {
    await expect(text('runwayGard')).rejects.toThrow(/got "runwayGard"; did you mean runwayGuard\?/);
    await expect(text('firms.kimi.cahs')).rejects.toThrow(/did you mean firms\.kimi\.cash\?/);
  });
  it('a scenario tells the value of every input with its tag and note', async () => {
    const all = await text(TINY);
    expect(all).toMatch(/^people = 10000 /m);
    expect((await rows(TINY)).length).toBe(all.trimEnd().split('\n').length);
  });
  it('a firm card tells only the numbers that it gives, under its own names; a bad one is refused', async () => {
    const folder = emptyFolder();
    writeFileSync(join(folder, 'card.yaml'), CARD);
    const given = ['cash', 'quality', 'tiers.0.price', 'policy.ads'];
    expect(await paths(join(folder, 'card.yaml'))).toEqual(given);
    writeFileSync(join(folder, 'bad.yaml'), CARD.replace('2 [A]', '99 [A]'));
    await expect(text(join(folder, 'bad.yaml'))).rejects.toThrow(
      /firm\.quality: expected a number from -20 to 20/,
    );
  });
  it('takes an overlay only with a scenario file', async () => {
    const overlaid = tell('price', { json: false, overlays: ['a.yaml'] });
    await expect(overlaid).rejects.toThrow('--overlay: expected a scenario file to lay it over, got none');
  });
});

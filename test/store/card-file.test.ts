import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { loadCard } from '../../src/store/card-file.js';
import { loadFile, ScenarioError } from '../../src/store/scenario-file.js';
import { CARD, ON_CARD } from '../bad-input/card-cases.js';
import { emptyFolder } from '../empty-folder.js';

let folder: string;

beforeAll(() => {
  folder = emptyFolder();
  mkdirSync(join(folder, 'firms'));
  mkdirSync(join(folder, 'mine'));
  writeFileSync(join(folder, 'firms', 'own.yaml'), CARD.replace('2 [A]', '1 [A]'));
  writeFileSync(join(folder, 'firms', 'kimi.yaml'), CARD.replace('2 [A]', '3 [A]'));
  writeFileSync(join(folder, 'mine', 'x.yaml'), CARD.replace('2 [A]', '4 [A]'));
  writeFileSync(join(folder, 'mine', 'bad.yaml'), CARD.replace('2 [A]', '99 [A]'));
});

/** The quality of the firm on this card. */
async function qualityOn(reference: string): Promise<unknown> {
  const file = join(folder, 'scenario.yaml');
  writeFileSync(file, ON_CARD.replace('firm: kimi', `firm: ${reference}`));
  return (await loadFile(file)).scenario.firms.kimi.quality.law;
}

test('a name is a card beside the scenario, also where the library has one of this name', async () => {
  expect(await qualityOn('own')).toEqual({ kind: 'constant', value: 1 });
  expect(await qualityOn('kimi')).toEqual({ kind: 'constant', value: 3 });
});

test('a name that is not there is a card of the library', async () => {
  const { card } = (await loadCard('scenarios/firms/doubao.yaml')) ?? {};
  const [value] = String(card?.firm.quality).split(' ');
  expect(await qualityOn('doubao')).toEqual({ kind: 'constant', value: Number(value) });
});

test('a path leads from the folder of the scenario', async () => {
  expect(await qualityOn('./mine/x.yaml')).toEqual({ kind: 'constant', value: 4 });
});

test('a faulty card is told with its own path, one that is not there with all that are', async () => {
  const messageOn = (reference: string) =>
    qualityOn(reference).then(
      () => '',
      (error) => (error instanceof ScenarioError ? error.message : String(error)),
    );
  expect(await messageOn('./mine/bad.yaml')).toBe(
    `${join(folder, 'mine/bad.yaml')}:9:12 firm.quality: expected a number from -20 to 20 (utils), got "99 [A] a guess"`,
  );
  expect(await messageOn('onw')).toMatch(/did you mean `own`\? known: 01ai, .*, kimi, .*, own, .*, zhipu$/);
  expect(await messageOn('./mine/y.yaml')).toMatch(
    /firms\.kimi\.firm: expected the file of a firm card, got no such file$/,
  );
  expect(await messageOn('./mine')).toMatch(/got a folder$/);
});

test('a scenario file is no card', async () => {
  expect(await loadCard('scenarios/startup-20m.yaml')).toBeUndefined();
  expect(await loadCard(join(folder, 'gone.yaml'))).toBeUndefined();
  expect(readFileSync('scenarios/startup-20m.yaml', 'utf8')).not.toMatch(/^card:/m);
});

import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { exitOf } from '../../src/cli/exits.js';
import { studyOf } from '../../src/cli/study-of-options.js';
import { openStudy, readStudyFile } from '../../src/store/study-file.js';
import { TINY } from '../cli/afterburn.js';
import { emptyFolder } from '../empty-folder.js';
import { CASH, COMPARE, OPTION_CASES, STUDY_CASES, varied } from './study-cases.js';

const folder = emptyFolder();
copyFileSync(TINY, join(folder, 'tiny.yaml'));
writeFileSync(
  join(folder, 'broken.yaml'),
  readFileSync(TINY, 'utf8').replace('months: 6', 'months: 0').replace('cash: 10000', 'cash: -1'),
);

/** What the command prints, without the folder, and that it ends with 2. */
async function told(open: () => Promise<unknown>): Promise<string[]> {
  try {
    await open();
    return [];
  } catch (error) {
    const { code, text } = exitOf(error, { version: '0', command: '' });
    expect([code, text]).toEqual([2, text]);
    return text.replaceAll(`${folder}/`, '').split('\n');
  }
}

async function linesOf(text: string): Promise<string[]> {
  const file = join(folder, 's.yaml');
  writeFileSync(file, text);
  return told(async () => openStudy(await readStudyFile(file)));
}

describe('a bad study file', () => {
  test('the studies that the bad ones are made from are legal', async () => {
    expect(await linesOf(COMPARE)).toEqual([]);
    expect(await linesOf(varied(`${CASH}: 1 to 2`))).toEqual([]);
    expect(await linesOf(`${COMPARE}seed: 7`)).toEqual([]);
  });

  test.each(STUDY_CASES)('with %s is refused with its exact message', async (_title, text, lines) => {
    expect(await linesOf(text)).toEqual(lines);
  });

  it('of the same path in both plans has the change of plan B', async () => {
    writeFileSync(join(folder, 's.yaml'), `${COMPARE}set: [${CASH}=1]\nsetB: [${CASH}=2]`);
    const { scenario, against } = await openStudy(await readStudyFile(join(folder, 's.yaml')));
    const cash = (own = scenario) => own.firms.lavish.cash.law;
    expect([cash(), cash(against)]).toEqual([
      { kind: 'constant', value: 1 },
      { kind: 'constant', value: 2 },
    ]);
  });
});

describe('bad options of a short command', () => {
  test.each(OPTION_CASES)('%s %j are refused by their names', async (kind, options, lines) => {
    const scenario = join(folder, 'tiny.yaml');
    expect(await told(async () => openStudy(studyOf(kind, { scenario }, options)))).toEqual(lines);
  });
});

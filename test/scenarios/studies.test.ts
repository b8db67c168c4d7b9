import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { simulate, withValues } from '../../sim/index.js';
import { STUDY_KINDS } from '../../src/cli/study-kinds.js';
import { BASE } from '../../src/experiment/job.js';
import { makeLab } from '../../src/experiment/study/study.js';
import { inlinePool } from '../../src/pool/inline.js';
import { openStudy, readStudyFile } from '../../src/store/study-file.js';
import { legal } from '../scenario/market.js';

const FOLDER = new URL('../../scenarios/studies/', import.meta.url);
const FILES = readdirSync(FOLDER);
const path = (file: string) => fileURLToPath(new URL(file, FOLDER));

/** The study with few worlds of few users and months. */
async function small(file: string) {
  const written = await readStudyFile(path(file));
  const less = {
    replicates: 2,
    agents: 500,
    months: 24,
    ...('points' in Object(written.value) ? { points: 2 } : {}),
  };
  return openStudy({ ...written, value: { ...(written.value as object), ...less } });
}

describe('every shipped study', () => {
  it.each(FILES)('%s opens with its question, and is legal', async (file) => {
    const { question } = await openStudy(await readStudyFile(path(file)));
    expect(readFileSync(path(file), 'utf8').split('\n')[0]).toBe(`# ${question}`);
    expect(question).toMatch(/\?$/);
  });

  it.each(FILES)('%s runs, and says what it found', async (file) => {
    const study = await small(file);
    const lab = makeLab({
      poolOf: (scenario) =>
        inlinePool((plan, replicate, { values } = {}) => {
          const own = values ? legal(withValues(scenario.raw, values)) : scenario;
          return simulate(own, '1', replicate, plan === BASE ? {} : { arm: plan });
        }, '1'),
    });
    const kind = STUDY_KINDS[study.study];
    const head = {
      ...{ title: study.title, question: study.question, study: study.study, seed: '1' },
      replicates: 2,
    };
    const rest = { agents: 500, months: 24, currency: 'CNY', firms: {}, worlds: 4, failed: 0 };
    const found = { ...head, ...rest, ...(await kind?.run(study, lab)) };
    expect(kind?.text(found as never)).toContain(study.title);
  });
});

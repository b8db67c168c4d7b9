/** Files that the studio saves, and what it makes of files that are no scenario. */
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { otherKind } from '../../src/studio/file-kind.js';
import {
  overlayCommand,
  overlayFile,
  scenarioFile,
  stemOf,
  studyCommand,
  studyFile,
} from '../../src/studio/saved-files.js';
import type { Question } from '../../src/studio/state.js';
import { legal, oneBurner } from '../sim/made-scenario.js';

const scenario = legal(oneBurner({}, { title: 'Cash\n# is: king\u001b[2J' }));

function question(change: Partial<Question> = {}, file = 'one burner.yaml'): Question {
  const opened = { file, scenario };
  return { opened, values: { 'firms.burner.cash': 2e6 }, seed: '1', replicates: 200, ...change };
}

describe('the name of a saved file', () => {
  it.each([
    ['scenarios/startup-20m.yaml', 'startup-20m'],
    ['C:\\mine\\plan b.yml', 'plan_b'],
    ['..', 'scenario'],
    ['-rf.json', 'rf'],
    ["$(rm -rf ~)'.yaml", '__rm_-rf____'],
    ['东京.yaml', '__'],
    [`${'a'.repeat(300)}.yaml`, 'a'.repeat(80)],
    ['', 'scenario'],
  ])('of %j is safe in any shell and on any disk: %s', (file, stem) => {
    expect(stemOf(question({}, file))).toBe(stem);
  });
});

describe('a saved question', () => {
  it('is the scenario as it stands, as an overlay only what was changed, as a study both', () => {
    expect(parse(scenarioFile(question()).text)).toEqual(scenario.raw);
    expect(parse(overlayFile(question()).text)).toEqual({ values: { 'firms.burner.cash': 2e6 } });
    expect(parse(studyFile(question()).text)).toEqual({
      study: 'compare',
      scenario: 'one burner.yaml',
      setB: ['firms.burner.cash=2000000'],
      seed: '1',
      replicates: 200,
    });
    const names = [scenarioFile, overlayFile, studyFile].map((file) => file(question()).name);
    expect(names).toEqual(['one_burner.yaml', 'one_burner.changes.yaml', 'one_burner.study.yaml']);
  });

  it('opens with comments of one line each: no title ends its comment or moves the cursor', () => {
    for (const { text } of [overlayFile(question()), studyFile(question())]) {
      const [title, command, first] = text.split('\n');
      expect(title).toMatch(/^# Cash # is: king/);
      expect(title).not.toContain('\u001b');
      expect(command).toMatch(/^# npx afterburn /);
      expect(first).not.toMatch(/^#/);
    }
  });

  it('tells the command that lives it, with the seed if it is not 1, and no overlay if nothing is changed', () => {
    expect(overlayCommand(question())).toBe(
      "npx afterburn run 'one burner.yaml' --overlay one_burner.changes.yaml --replicates 200",
    );
    expect(overlayCommand(question({ values: {}, seed: "it's" }))).toBe(
      "npx afterburn run 'one burner.yaml' --replicates 200 --seed 'it'\\''s'",
    );
    expect(studyCommand(question())).toBe('npx afterburn study one_burner.study.yaml');
  });
});

describe('a file that is no scenario', () => {
  const kind = (text: string) => otherKind(new TextEncoder().encode(text), 'x.yaml');
  it('is told as an overlay or a study by its fields', () => {
    expect(kind('values: {agents: 5}\n')).toBe('overlay');
    expect(kind('study: sweep\nscenario: a.yaml\n')).toBe('study');
    expect(kind('firms: {}\nvalues: {}\n')).toBeUndefined();
    expect(kind('segments: {}\nstudy: sweep\n')).toBeUndefined();
    expect([kind('title: x\n'), kind('- 1\n'), kind('{'), kind('')]).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });
});

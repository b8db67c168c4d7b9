/**
 * Files that the studio saves for the command line, each with the command that lives the same worlds: the scenario as a
 * whole, the changes alone as an overlay, and before and after as a study. YAML is written by the library that reads it.
 */
import { stringify } from 'yaml';
import { withValues } from '../../sim/index.js';
import { plainText } from '../report/plain-text.js';
import { quoted } from './command.js';
import { hasNoValues, type Question } from './state.js';

/** A file to save. */
export interface SavedFile {
  readonly name: string;
  readonly text: string;
}

/** Name of the question's scenario without folder and ending, safe in any shell and on any disk. */
export function stemOf({ opened }: Question): string {
  const name = opened.file.split(/[\\/]/).at(-1) ?? '';
  const stem = name.replace(/\.(ya?ml|json)$/, '').replace(/[^A-Za-z0-9._-]/g, '_');
  return stem.replace(/^[.-]+/, '').slice(0, 80) || 'scenario';
}

/** A comment of one line. */
function comment(text: string): string {
  return `# ${plainText(text).replace(/\s+/g, ' ')}`;
}

const withComments = (lines: readonly string[], value: unknown) =>
  `${lines.map(comment).join('\n')}\n${stringify(value, { lineWidth: 0 })}`;

function options({ replicates, seed, arm }: Question): string[] {
  const ofSeed = seed === '1' ? [] : ['--seed', seed];
  return ['--replicates', `${replicates}`, ...ofSeed, ...(arm === undefined ? [] : ['--arm', arm])];
}

const command = (words: readonly string[]) => ['npx', 'afterburn', ...words].map(quoted).join(' ');

/** The scenario as it stands in its file, without the changes. */
export function scenarioFile(question: Question): SavedFile {
  return {
    name: `${stemOf(question)}.yaml`,
    text: stringify(question.opened.scenario.raw, { lineWidth: 0 }),
  };
}

/** The scenario with the changes in it. */
export function changedFile(question: Question): SavedFile {
  const name = `${stemOf(question)}.changed.yaml`;
  const { opened, values } = question;
  const lived = command(['run', name, ...options(question)]);
  return {
    name,
    text: withComments([opened.scenario.title, lived], withValues(opened.scenario.raw, values)),
  };
}

/** The changes as an overlay. */
export function overlayFile(question: Question): SavedFile {
  const name = `${stemOf(question)}.changes.yaml`;
  const { opened, values } = question;
  return { name, text: withComments([opened.scenario.title, overlayCommand(question)], { values }) };
}

/** Lives the worlds of a question from its scenario and the saved changes. */
export function overlayCommand(question: Question): string {
  const overlay = `${stemOf(question)}.changes.yaml`;
  const laid = hasNoValues(question) ? [] : ['--overlay', overlay];
  return command(['run', question.opened.file, ...laid, ...options(question)]);
}

/** Before and after as a study that compares them on the same luck: the changes, or an arm that has none. */
export function studyFile(question: Question): SavedFile {
  const { opened, values, arm, seed, replicates } = question;
  const setB = Object.entries(values).map(([path, value]) => `${path}=${value}`);
  const plan = arm === undefined ? { setB } : { arms: [arm] };
  const study = { study: 'compare', scenario: opened.file, ...plan, seed, replicates };
  const name = `${stemOf(question)}.study.yaml`;
  return { name, text: withComments([opened.scenario.title, studyCommand(question)], study) };
}

/** Runs the saved study. */
export function studyCommand(question: Question): string {
  return command(['study', `${stemOf(question)}.study.yaml`]);
}

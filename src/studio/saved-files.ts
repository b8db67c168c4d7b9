/**
 * Files that the studio saves for the command line, each with the command that lives the same worlds: the scenario as a
 * whole, the changes alone as an overlay, and before and after as a study. YAML is written by the library that reads it.
 */
import { stringify } from 'yaml';
import { plainText } from '../report/plain-text.js';
import { quoted } from './command.js';
import type { Question } from './state.js';

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

function options({ replicates, seed }: Question): string[] {
  return ['--replicates', `${replicates}`, ...(seed === '1' ? [] : ['--seed', seed])];
}

const command = (words: readonly string[]) => ['npx', 'afterburn', ...words].map(quoted).join(' ');

/** The scenario as it stands in its file, without the changes. */
export function scenarioFile(question: Question): SavedFile {
  return {
    name: `${stemOf(question)}.yaml`,
    text: stringify(question.opened.scenario.raw, { lineWidth: 0 }),
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
  const laid = Object.keys(question.values).length > 0 ? ['--overlay', overlay] : [];
  return command(['run', question.opened.file, ...laid, ...options(question)]);
}

/** Before and after as a study that compares them on the same luck. */
export function studyFile(question: Question): SavedFile {
  const { opened, values, seed, replicates } = question;
  const setB = Object.entries(values).map(([path, value]) => `${path}=${value}`);
  const study = { study: 'compare', scenario: opened.file, setB, seed, replicates };
  const name = `${stemOf(question)}.study.yaml`;
  return { name, text: withComments([opened.scenario.title, studyCommand(question)], study) };
}

/** Runs the saved study. */
export function studyCommand(question: Question): string {
  return command(['study', `${stemOf(question)}.study.yaml`]);
}

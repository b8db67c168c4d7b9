/** `afterburn study <file>` and the short command of each kind of study: the same study, from a file or from options. */
import { STUDIES, STUDY_NOTES, type StudyName } from '../experiment/study/names.js';
import type { Command, Given } from './command.js';
import { POLICY_LEVEL } from './policy-level.js';
import { FILE_STUDY_OPTIONS, STUDY_OPTIONS } from './study-options.js';

const OF_THE_RUN: Command['options'] = {
  threads: 'threads [default: all cores]',
  out: 'folder of the results [default: output/<study>-<fingerprint>]',
  ...POLICY_LEVEL,
  patience: 'seconds after which a silent world counts as hanging [default: 30, more for large worlds]',
  force: { flag: 'try also what is too much for this machine' },
  quiet: { flag: 'no progress and no price on stderr' },
  json: { flag: 'print the result as JSON' },
};

/** What replaces a field of a study file. */
const OF_THE_FILE = Object.fromEntries(
  FILE_STUDY_OPTIONS.map((name) => {
    const [about] = STUDY_OPTIONS[name].about.split(' [default');
    return [name, `${about} [default: as the file says]`];
  }),
);

const OF_ALL_KINDS = ['replicates', 'agents', 'months', 'seed', 'set', 'overlay'];

function optionsOf(kind: StudyName): Command['options'] {
  const { takes, replicates, points } = STUDY_NOTES[kind];
  const own = Object.entries(STUDY_OPTIONS).filter(
    ([name, { field }]) => OF_ALL_KINDS.includes(name) || takes.includes(field),
  );
  const defaults: Record<string, number> = { replicates, points };
  const sentence = (name: string, about: string) =>
    defaults[name] ? `${about} [default: ${defaults[name]}]` : about;
  return {
    ...Object.fromEntries(own.map(([name, { about }]) => [name, sentence(name, about)])),
    ...OF_THE_RUN,
  };
}

function flagsOf(given: Given) {
  return { quiet: given.quiet === true, json: given.json === true, force: given.force === true };
}

function shortCommand(kind: StudyName): Command {
  const { about, examples } = STUDY_NOTES[kind];
  const isPair = kind === 'compare';
  return {
    usage: `${kind} <scenario>${isPair ? ' [against]' : ''}`,
    about,
    options: optionsOf(kind),
    examples: examples.map(([line, text]) => [`${kind} ${line}`, text]),
    positional(parser) {
      parser.positional('scenario', { type: 'string', describe: 'scenario file (YAML)' });
      if (isPair) parser.positional('against', { type: 'string', describe: 'scenario of plan B' });
    },
    async act(given) {
      const { studyOf } = await import('./study-of-options.js');
      const { runStudy } = await import('./run-study.js');
      const against = given.against === undefined ? {} : { against: String(given.against) };
      const files = { scenario: String(given.scenario), ...against };
      return runStudy({ read: () => studyOf(kind, files, given), name: kind }, given, flagsOf(given));
    },
  };
}

/** The short commands. */
export const shortCommands: readonly Command[] = STUDIES.map(shortCommand);

export const studyCommand: Command = {
  usage: 'study <file>',
  about: 'run a study that is written in a file: a comparison, a sweep, a search ...',
  options: { ...OF_THE_FILE, ...OF_THE_RUN },
  examples: [
    ['study scenarios/studies/kimi-cash.yaml', 'with everything as the file says'],
    ['study scenarios/studies/kimi-cash.yaml --replicates 50', 'with fewer worlds of every point'],
  ],
  positional: (parser) => void parser.positional('file', { type: 'string', describe: 'study file (YAML)' }),
  async act(given) {
    const { runStudy } = await import('./run-study.js');
    const { withOptions } = await import('./study-of-options.js');
    const { readStudyFile, stemOf } = await import('../store/study-file.js');
    const file = String(given.file);
    const read = async () => withOptions(await readStudyFile(file), given);
    return runStudy({ read, name: stemOf(file) }, given, flagsOf(given));
  },
};

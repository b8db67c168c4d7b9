#!/usr/bin/env node
/**
 * The command line. Each command is one file; what it needs is imported when it runs, so `--help` is quick.
 * Every way to end has its exit code (exits.ts).
 */
import yargs, { type Argv } from 'yargs';
import { hideBin } from 'yargs/helpers';
import { suggestion } from './arguments.js';
import { calibrateCommand } from './calibrate.js';
import { checkCommand } from './check.js';
import { clusterCommand } from './cluster.js';
import type { Command, Given } from './command.js';
import { describeCommand } from './describe.js';
import { EXIT, exitOf, UsageError } from './exits.js';
import { mergeCommand } from './merge.js';
import { newCommand } from './new.js';
import { rareCommand } from './rare.js';
import { reportCommand } from './report.js';
import { runCommand } from './run.js';
import { schemaCommand } from './schema.js';
import { shardCommand } from './shard.js';
import { studioCommand } from './studio.js';
import { shortCommands, studyCommand } from './study.js';
import { validateCommand } from './validate.js';
import { verifyCommand } from './verify.js';
import { packageVersion } from './version.js';

const COMMANDS: readonly Command[] = [
  runCommand,
  checkCommand,
  rareCommand,
  ...shortCommands,
  studyCommand,
  calibrateCommand,
  newCommand,
  describeCommand,
  schemaCommand,
  validateCommand,
  reportCommand,
  studioCommand,
  verifyCommand,
  shardCommand,
  mergeCommand,
  clusterCommand,
];

const EPILOGUE = [
  'Exit codes: 0 done, 2 bad input, 3 some worlds failed, 4 disk trouble, 5 a check failed (check --strict),',
  '42 a shard can never work, 75 try it again, 129/130/143 stopped by a signal, 1 bug (verify: a difference).',
  'Results go to stdout and into the run folder, progress and problems to stderr.',
].join('\n');

function nameOf(command: Command): string {
  return command.usage.split(' ')[0];
}

/** The command that words begin with, down to its parts, and the names that lead to it. */
function commandOf(words: readonly string[]): { command: Command | undefined; path: readonly string[] } {
  let command: Command | undefined;
  const path: string[] = [];
  for (const word of words) {
    const among: readonly Command[] = command === undefined ? COMMANDS : (command.parts ?? []);
    const next = among.find((candidate) => nameOf(candidate) === word);
    if (!next) break;
    command = next;
    path.push(word);
  }
  return { command, path };
}

/** What yargs says in its own words, in ours. */
function usageError(message: string, words: readonly string[]): UsageError {
  const { command, path } = commandOf(words);
  const help = `(see afterburn ${[...path, '--help'].join(' ')})`;
  const valueless = /^Not enough arguments following: (.*)$/.exec(message);
  if (valueless) return new UsageError(`--${valueless[1]}: expected a value, got nothing`);
  const unknown = /^Unknown arguments?: (.*)$/.exec(message);
  if (unknown) return new UsageError(`expected no further argument, got ${unknown[1]} ${help}`);
  if (!/^Not enough non-option/.test(message)) return new UsageError(`${message.split('\n')[0]} ${help}`);
  if (!command || command.parts) return new UsageError(`expected a command ${help}`);
  const given = Number(/\bgot (\d+)/.exec(message)?.[1] ?? 0);
  const missing = [...command.usage.matchAll(/[<[](\w+)/g)].map(([, name]) => name)[given];
  const usage = [...path.slice(0, -1), command.usage].join(' ');
  return new UsageError(`expected afterburn ${usage}, got no ${missing} ${help}`);
}

function addCommand(parser: Argv, command: Command, end: (code: number) => void): Argv {
  return parser.command(
    command.usage,
    command.about,
    (own) => {
      command.positional?.(own);
      for (const [name, about] of Object.entries(command.options)) {
        if (typeof about === 'string')
          own.option(name, { type: 'string', requiresArg: true, describe: about });
        else own.option(name, { type: 'boolean', describe: about.flag });
      }
      for (const part of command.parts ?? []) addCommand(own, part, end);
      for (const [line, text] of command.examples) own.example(`$0 ${line}`, text);
      own.epilogue(EPILOGUE);
    },
    async (given) => end(await command.act(given as unknown as Given)),
  );
}

function makeParser(words: readonly string[], end: (code: number) => void): Argv {
  const parser = yargs([...words])
    .scriptName('afterburn')
    .locale('en')
    .usage(
      '$0 <command>\n\nIn a market where every call costs money: which AI apps run out of cash, when and why?',
    )
    .version(packageVersion())
    .parserConfiguration({
      'parse-numbers': false,
      'parse-positional-numbers': false,
      'dot-notation': false,
      'boolean-negation': false,
    })
    .strict()
    .demandCommand(1, 'expected a command')
    .example('$0 run scenarios/china-traffic-war-2024.yaml', 'the main job')
    .example('$0 run my.yaml --set firms.kimi.cash=2B --arm all', 'another cash, and every arm')
    .epilogue(EPILOGUE)
    .wrap(Math.min(110, process.stdout.columns ?? 100))
    .exitProcess(false)
    .fail((message, error) => {
      throw error && error.name !== 'YError' ? error : usageError(message ?? error.message, words);
    });
  for (const command of COMMANDS) addCommand(parser, command, end);
  return parser;
}

/** A word that is none of the commands it should be one of. */
function refuseCommand(word: string | undefined, among: readonly Command[], path: readonly string[]): void {
  if (word === undefined || word.startsWith('-')) return;
  const names = among.map(nameOf);
  const expected = ['expected a command', ...path.map((name) => `of ${name}`)].join(' ');
  throw new UsageError(`${expected} (${names.join(', ')}), got ${word}${suggestion(word, names)}`);
}

/** Unknown commands and options, before yargs, which would take the word behind an unknown option as its value. */
function refuseUnknown(words: readonly string[]): void {
  const { command, path } = commandOf(words);
  const first = path.join(' ');
  if (!command || command.parts) {
    refuseCommand(words[path.length], command?.parts ?? COMMANDS, path);
    return;
  }
  const options = [...Object.keys(command.options), 'help', 'version'].map((name) => `--${name}`);
  const unknown = words
    .map((word) => word.split('=')[0])
    .filter((word) => /^--./.test(word) && !options.includes(word));
  const lines = unknown.map(
    (word) =>
      `expected an option of ${first}, got ${word}${suggestion(word, options) || `; known: ${options.join(', ')}`}`,
  );
  if (lines.length > 0) throw new UsageError(lines.join('\n'));
}

function lastSeed(words: readonly string[]): string | undefined {
  const at = words.findLastIndex((word) => word === '--seed' || word.startsWith('--seed='));
  if (at < 0) return undefined;
  return words[at].includes('=') ? words[at].slice('--seed='.length) : words[at + 1];
}

async function main(words: readonly string[]): Promise<number> {
  let code: number = EXIT.done;
  try {
    refuseUnknown(words);
    await makeParser(words, (end) => {
      code = end;
    }).parseAsync();
    return code;
  } catch (error) {
    const command = ['afterburn', ...words].join(' ');
    const exit = exitOf(error, { version: packageVersion(), command, seed: lastSeed(words) });
    process.stderr.write(`${exit.text}\n`);
    return exit.code;
  }
}

/** A reader that has seen enough (`| head`) is no error. */
function endQuietlyOnClosedPipe(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit();
  });
  process.stderr.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
}

endQuietlyOnClosedPipe();
process.exitCode = await main(hideBin(process.argv));

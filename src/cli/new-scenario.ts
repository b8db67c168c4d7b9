/** The work of `afterburn new`. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { describeFields } from '../../sim/index.js';
import { explainedYaml } from '../source/explained-yaml.js';
import { printable } from '../source/printable.js';
import { readSource } from '../source/read-source.js';
import { atPath, makeFolder, realDisk } from '../store/disk.js';
import { loadFile, readInput } from '../store/scenario-file.js';
import { once, suggestion } from './arguments.js';
import { shellWord } from './command-text.js';
import { EXIT, UsageError } from './exits.js';
import type { Options } from './open-run.js';

/** Folder of the shipped scenarios, through the package's own name. */
function shippedFolder(): string {
  return join(dirname(createRequire(import.meta.url).resolve('afterburn/package.json')), 'scenarios');
}

/** Name of each shipped scenario with its question. */
function shipped(): Map<string, string> {
  const folder = shippedFolder();
  const files = readdirSync(folder).filter((file) => file.endsWith('.yaml'));
  return new Map(
    files.sort().map((file) => {
      const value = readSource(readFileSync(join(folder, file)), file).source?.value;
      return [file.slice(0, -'.yaml'.length), String(Object(value).question ?? '')];
    }),
  );
}

function listed(names: ReadonlyMap<string, string>): string {
  return [...names].map(([name, question]) => `  ${name}: ${question}`).join('\n');
}

/** The file that `--from` means. */
function sourceFile(from: string | undefined): string {
  const names = shipped();
  if (from === undefined)
    throw new UsageError(`--from: expected a scenario to start from, got none; there are\n${listed(names)}`);
  if (names.has(from)) return join(shippedFolder(), `${from}.yaml`);
  if (/\.(ya?ml|json)$/.test(from)) return from;
  const near = suggestion(from, [...names.keys()]);
  throw new UsageError(
    `--from: expected a scenario, got ${JSON.stringify(from)}${near}; there are\n${listed(names)}`,
  );
}

/** A relative place named in one folder, as it is named from another. */
function placedFrom(named: string, from: string, to: string): string {
  if (isAbsolute(named) || named.startsWith('file:')) return named;
  const place = relative(resolve(to), resolve(from, named)).split(sep).join('/');
  return place.startsWith('.') ? place : `./${place}`;
}

/** The plain scenario with the places of its policy modules and of its overlay as seen from another folder. */
function movedTo(raw: unknown, from: string, to: string): unknown {
  const copy = structuredClone(raw) as Record<string, unknown>;
  if (typeof copy.overlay === 'string') copy.overlay = placedFrom(copy.overlay, from, to);
  for (const firm of Object.values(Object(copy.firms) as Record<string, { policy?: { module?: unknown } }>)) {
    const policy = Object(Object(firm).policy) as { module?: unknown };
    if (typeof policy.module === 'string') policy.module = placedFrom(policy.module, from, to);
  }
  return copy;
}

/** Comments at the top of a file. */
function headOf(text: string): string[] {
  const lines = text.split(/\r?\n/);
  const end = lines.findIndex((line) => !line.startsWith('#'));
  return lines.slice(0, Math.max(0, end));
}

/** The plain value of a text, without the prototypes that maps have or lack. */
function plainOf(text: string | Uint8Array, file: string): unknown {
  return structuredClone(readSource(text, file).source?.value);
}

/**
 * The text of the new file, which holds exactly what the source holds.
 * @throws Error if it did not: a bug
 */
function newText(bytes: Uint8Array, { source, file }: { source: string; file: string }): string {
  const raw = movedTo(plainOf(bytes, source), dirname(resolve(source)), dirname(resolve(file)));
  const head = headOf(Buffer.from(bytes).toString('utf8'));
  const text = explainedYaml(raw, describeFields(), head);
  if (!isDeepStrictEqual(plainOf(text, file), raw)) throw new Error(`newText: ${source} was not kept`);
  return text;
}

/** Writes the file; never over another one. */
export async function newScenario(file: string, options: Options): Promise<number> {
  if (!/\.ya?ml$/.test(file))
    throw new UsageError(`expected a file name that ends in .yaml, got ${JSON.stringify(file)}`);
  if (existsSync(file)) throw new UsageError(`${file}: expected a new file, got one that exists`);
  const source = sourceFile(once('from', options.from));
  await loadFile(source);
  const text = newText(await readInput(source, source, 'a scenario'), { source, file });
  makeFolder(realDisk, dirname(resolve(file)));
  atPath(file, () => writeFileSync(file, text, { flag: 'wx' }));
  const word = shellWord(file);
  process.stdout.write(
    printable(
      [
        `${file}: written from ${relative('.', source)}. Change its numbers, then:`,
        `  npx afterburn validate ${word}`,
        `  npx afterburn run ${word} --replicates 100`,
        `  npx afterburn describe ${word}`,
        `  npx afterburn calibrate ${word} --data history.csv   (with a section \`calibration\` that names what is free)`,
        '',
      ].join('\n'),
    ),
  );
  return EXIT.done;
}

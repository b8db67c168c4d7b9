/**
 * Firm cards on disk. `firm: kimi` is `firms/kimi.yaml` beside the scenario, else in the shipped library; a name with
 * a `/`, or that ends like a file, is a path from the scenario's folder.
 */
import { readdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, isAbsolute, join, relative, resolve } from 'node:path';
import type { CardText } from '../source/card.js';
import { type Card, isCard, readCard } from '../source/card.js';
import type { CardShelf, NoCard } from '../source/firm-cards.js';
import type { PlacedProblem } from '../source/place.js';
import { readSource } from '../source/read-source.js';
import { readBytes, unreadable } from './read-bytes.js';

const LIBRARY = 'scenarios/firms';

/** Folder of the cards that come with the package. */
function libraryFolder(): string {
  return join(dirname(createRequire(import.meta.url).resolve('afterburn/package.json')), LIBRARY);
}

function isPath(reference: string): boolean {
  return reference.includes('/') || /\.(ya?ml|json)$/.test(reference);
}

/** A path as messages have it: from the working directory if it is below it. */
function shown(path: string): string {
  const near = relative('.', path);
  return near.startsWith('..') || isAbsolute(near) ? path : near;
}

async function textAt(path: string, file: string): Promise<CardText | NoCard> {
  try {
    return { file, bytes: await readBytes(path) };
  } catch (error) {
    return unreadable(error, 'the file of a firm card');
  }
}

/** What stands at a reference; undefined if it is a name and neither folder has it. */
async function findCard(
  reference: string,
  { file, folder }: { file: string; folder: string },
): Promise<CardText | NoCard | undefined> {
  if (isPath(reference)) return textAt(resolve(folder, reference), join(dirname(file), reference));
  const name = `${reference}.yaml`;
  const beside = await textAt(join(folder, 'firms', name), join(dirname(file), 'firms', name));
  if ('bytes' in beside || beside.received !== 'no such file') return beside;
  const path = join(libraryFolder(), name);
  const shipped = await textAt(path, shown(path));
  return 'bytes' in shipped || shipped.received !== 'no such file' ? shipped : undefined;
}

async function namesIn(folder: string): Promise<string[]> {
  const files = await readdir(folder).catch(() => []);
  return files.filter((file) => file.endsWith('.yaml')).map((file) => file.slice(0, -'.yaml'.length));
}

/**
 * Reads the cards that a scenario names.
 * @param references `firm:` of its firms
 * @param scenario `file` names the scenario in messages, `folder` is where it stands
 */
export async function readShelf(
  references: readonly string[],
  scenario: { readonly file: string; readonly folder: string },
): Promise<CardShelf> {
  if (references.length === 0) return { cards: {}, names: [] };
  const found = await Promise.all(
    references.map(async (reference) => [reference, await findCard(reference, scenario)] as const),
  );
  const cards = Object.fromEntries(
    found.flatMap(([reference, card]) => (card ? [[reference, card] as const] : [])),
  );
  const folders = [join(scenario.folder, 'firms'), libraryFolder()];
  const names = new Set((await Promise.all(folders.map(namesIn))).flat());
  return { cards, names: [...names].sort() };
}

/**
 * Reads a file if it is a firm card.
 * @returns undefined if it is none, or cannot be read
 */
export async function loadCard(
  file: string,
): Promise<{ readonly card?: Card; readonly problems: readonly PlacedProblem[] } | undefined> {
  const bytes = await readBytes(file).catch(() => undefined);
  if (!bytes || !isCard(readSource(bytes, file).source?.value)) return undefined;
  return readCard({ bytes, file });
}

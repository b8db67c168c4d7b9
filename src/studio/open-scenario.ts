/** Scenarios from the three places they come from: the package, a file that was dropped, the server of the command line. */
import { SHIPPED } from 'virtual:shipped';
import { parsePlain } from './parse-plain.js';
import type { Opened, Refused } from './state.js';

/** A scenario of the package; undefined if there is none of this id. */
export async function openShipped(id: string): Promise<Opened | undefined> {
  const found = SHIPPED.find((shipped) => shipped.id === id);
  if (!found) return undefined;
  const { raw } = await found.load();
  return { id, file: `scenarios/${id}.yaml`, scenario: parsePlain(raw) };
}

/** A file as the command line reads it; firm cards are those of the package. The reader of YAML is loaded for it. */
export async function openFile(file: File): Promise<Opened | Refused> {
  const [{ parseSource }, { otherKind }, { CARDS }, buffer] = await Promise.all([
    import('../source/parse-source.js'),
    import('./file-kind.js'),
    import('virtual:firm-cards/data-cards'),
    file.arrayBuffer(),
  ]);
  const bytes = new Uint8Array(buffer);
  const names = Object.keys(CARDS);
  const cards = Object.fromEntries(
    names.map((name) => [name, { file: `firms/${name}.yaml`, bytes: CARDS[name] }]),
  );
  const parsed = parseSource({ bytes, file: file.name, shelf: { cards, names } });
  if ('scenario' in parsed) return { file: file.name, scenario: parsed.scenario };
  const kind = otherKind(bytes, file.name);
  if (kind) return { file: file.name, text: '', problems: [], kind };
  return { file: file.name, text: new TextDecoder().decode(bytes), problems: parsed.problems };
}

/** The scenario that `afterburn studio <scenario>` was given; undefined if none. @param token of the address */
export async function openServed(token: string): Promise<Opened | undefined> {
  const answer = await fetch('./scenario.json', { headers: { 'x-afterburn-token': token } });
  if (!answer.ok) return undefined;
  const served = (await answer.json()) as { file: string; raw: unknown } | null;
  return served ? { file: served.file, scenario: parsePlain(served.raw) } : undefined;
}

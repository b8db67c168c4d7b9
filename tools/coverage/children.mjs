/**
 * What processes and threads that tests started have run: their scripts are those of dist, whose places are found from
 * places in the sources by the maps that TypeScript wrote beside the same code in another folder.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { generatedPositionFor, LEAST_UPPER_BOUND, TraceMap } from '@jridgewell/trace-mapping';
import { countsAt } from './ranges.mjs';

/** Offset of the first character of every line. */
function lineStarts(text) {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

/** Finds places of the compiled file: (line from 1, column from 0) of the source -> offset, or undefined. */
function finder(compiled, map) {
  const traced = new TraceMap(readFileSync(map, 'utf8'));
  const [source] = traced.sources;
  const starts = lineStarts(readFileSync(compiled, 'utf8'));
  return ({ line, column }) => {
    const asked = { source, line, column };
    const found = generatedPositionFor(traced, asked);
    const { line: at, column: right } =
      found.line === null ? generatedPositionFor(traced, { ...asked, bias: LEAST_UPPER_BOUND }) : found;
    return at === null ? undefined : starts[at - 1] + right;
  };
}

/** A file of the sources with the places that are asked for. */
function watched(root, file, places) {
  const script = file.replace(/\.tsx?$/, '.js');
  const [compiled, map] = [join(root, 'dist', script), join(root, 'coverage/maps', `${script}.map`)];
  if (!existsSync(map) || !existsSync(compiled)) return undefined;
  const find = finder(compiled, map);
  const offsets = places.map(find);
  const order = [...offsets.keys()]
    .filter((k) => offsets[k] !== undefined)
    .sort((a, b) => offsets[a] - offsets[b]);
  return { order, offsets: order.map((k) => offsets[k]), counts: places.map(() => 0) };
}

/**
 * Counts of places of the sources in all processes and threads that wrote into coverage/children.
 * @param places file, relative to the root -> places
 * @returns file -> counts, in the order of the places
 */
export function countChildren(root, places) {
  const files = new Map();
  for (const [file, asked] of places) {
    const one = watched(root, file, asked);
    if (one) files.set(join(root, 'dist', file.replace(/\.tsx?$/, '.js')), { file, ...one });
  }
  const folder = join(root, 'coverage/children');
  for (const name of existsSync(folder) ? readdirSync(folder) : []) {
    if (!name.endsWith('.json')) continue;
    for (const { url, functions } of readScripts(join(folder, name))) {
      const found = url.startsWith('file:')
        ? files.get(fileURLToPath(url.replace(/[?#].*$/, '')))
        : undefined;
      if (!found) continue;
      countsAt(functions, found.offsets).forEach((count, k) => {
        found.counts[found.order[k]] += count;
      });
    }
  }
  return new Map([...files.values()].map(({ file, counts }) => [file, counts]));
}

/** A process that was killed while it wrote leaves half a file, which tells nothing. */
function readScripts(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8')).result;
  } catch (error) {
    if (error instanceof SyntaxError) return [];
    throw error;
  }
}

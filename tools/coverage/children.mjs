/**
 * What processes, threads and pages that tests started have run: their scripts are those of dist, whose places are found
 * from places in the sources by the maps that TypeScript wrote beside the same code in another folder, and by those of the
 * studio's own build.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { generatedPositionFor, LEAST_UPPER_BOUND, TraceMap } from '@jridgewell/trace-mapping';
import { countsAt } from './ranges.mjs';

/** Offset of the first character of every line. */
function lineStarts(text) {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

/** Finds places of a script: (line from 1, column from 0) of a source -> offset, or undefined. */
function finder({ script, traced }, source) {
  const starts = lineStarts(readFileSync(script, 'utf8'));
  return ({ line, column }) => {
    const asked = { source, line, column };
    const found = generatedPositionFor(traced, asked);
    const { line: at, column: right } =
      found.line === null ? generatedPositionFor(traced, { ...asked, bias: LEAST_UPPER_BOUND }) : found;
    return at === null ? undefined : starts[at - 1] + right;
  };
}

/** The script that the compiler makes of a file, with its map; none if it makes none. */
function compiledScript(root, file) {
  const name = file.replace(/\.tsx?$/, '.js');
  const [script, map] = [join(root, 'dist', name), join(root, 'coverage/maps', `${name}.map`)];
  if (!existsSync(map) || !existsSync(script)) return [];
  const traced = new TraceMap(readFileSync(map, 'utf8'));
  return [{ script, traced, sourceOf: () => traced.sources[0] }];
}

/** The scripts of the studio, each of many files. */
function studioScripts(root) {
  const assets = join(root, 'dist/studio/assets');
  return readdirSync(assets)
    .filter((name) => name.endsWith('.map'))
    .map((name) => {
      const traced = new TraceMap(readFileSync(join(assets, name), 'utf8'));
      const sources = new Map(traced.sources.map((source) => [relative(root, join(assets, source)), source]));
      return { script: join(assets, name.slice(0, -4)), traced, sourceOf: (file) => sources.get(file) };
    });
}

/** Where a file's places lie in a script; `counts` are the file's. */
function placesIn(script, { file, places, counts }) {
  const offsets = places.map(finder(script, script.sourceOf(file)));
  const order = [...offsets.keys()]
    .filter((k) => offsets[k] !== undefined)
    .sort((a, b) => offsets[a] - offsets[b]);
  return { order, offsets: order.map((k) => offsets[k]), counts };
}

/** Path of a script that a process has read or a page has loaded. */
function pathOf(root, url) {
  if (url.startsWith('file:')) return fileURLToPath(url.replace(/[?#].*$/, ''));
  return url.startsWith('http:') ? join(root, 'dist/studio', new URL(url).pathname) : '';
}

/**
 * Counts of places of the sources in all processes, threads and pages that wrote into coverage/children.
 * @param places file, relative to the root -> places
 * @returns file -> counts, in the order of the places
 */
export function countChildren(root, places) {
  const studio = studioScripts(root);
  const files = [...places].map(([file, own]) => ({ file, places: own, counts: own.map(() => 0) }));
  const watched = new Map();
  for (const one of files) {
    for (const script of [...compiledScript(root, one.file), ...studio]) {
      if (script.sourceOf(one.file) === undefined) continue;
      watched.set(script.script, [...(watched.get(script.script) ?? []), placesIn(script, one)]);
    }
  }
  const folder = join(root, 'coverage/children');
  for (const name of existsSync(folder) ? readdirSync(folder) : []) {
    if (!name.endsWith('.json')) continue;
    for (const { url, functions } of readScripts(join(folder, name))) {
      for (const { order, offsets, counts } of watched.get(pathOf(root, url)) ?? [])
        countsAt(functions, offsets).forEach((count, k) => {
          counts[order[k]] += count;
        });
    }
  }
  return new Map(files.map(({ file, counts }) => [file, counts]));
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

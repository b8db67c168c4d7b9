/** How big the studio is: what a browser loads, gzipped. The limit is for code and style; scenarios load one by one. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** Code and style of page and worker together, kilobytes gzipped. */
const LIMIT = 300;

const kilobytes = (bytes) => bytes / 1000;

/** Prints the size of a built site, with `quiet` only if it is too big; returns 1 if its code is over the limit. */
export function bundleSize(folder, quiet = false) {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(js|css|html)$/.test(file))
    .map((file) => ({ file, size: gzipSync(readFileSync(join(folder, file)), { level: 9 }).length }));
  const sum = (some) => kilobytes(some.reduce((total, { size }) => total + size, 0)).toFixed(1);
  const isData = ({ file }) => /data-/.test(file);
  const code = files.filter((file) => !isData(file));
  const parts = code.map(
    ({ file, size }) => `${file.replace(/^assets\//, '')} ${kilobytes(size).toFixed(1)}`,
  );
  const isOver = Number(sum(code)) > LIMIT;
  if (quiet && !isOver) return 0;
  console.log(`studio: ${sum(code)} kB of ${LIMIT} kB gzipped (${parts.join(', ')})`);
  console.log(`studio: ${sum(files.filter(isData))} kB of scenarios and cards, loaded when opened`);
  return isOver ? 1 : 0;
}

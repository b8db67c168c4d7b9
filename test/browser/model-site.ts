/** The built model as a site: its modules as browsers load them, with a page that names them. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '../..');
const IMPORTS = `<script type="importmap">{ "imports": {
  "zod": "/node_modules/zod/index.js",
  "fastest-levenshtein": "/node_modules/fastest-levenshtein/esm/mod.js",
  "seedrandom": "/seedrandom"
} }</script>`;

/** What the site answers to a path; `/` is a page with `head` in its head. */
export function answer(path: string, head = ''): { contentType: string; body: string } {
  if (path === '/') return { contentType: 'text/html; charset=utf-8', body: IMPORTS + head };
  const script = (body: string) => ({ contentType: 'text/javascript; charset=utf-8', body });
  if (path !== '/seedrandom') return script(readFileSync(join(ROOT, path), 'utf8'));
  const plain = readFileSync(join(ROOT, 'node_modules/seedrandom/seedrandom.js'), 'utf8');
  return script(`${plain}\nexport default Math.seedrandom;`);
}

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');

function sources(folder: string): { file: string; text: string }[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => ({ file: join(folder, file), text: readFileSync(join(root, folder, file), 'utf8') }));
}

/** Code without comments and texts: what is said may name what is banned. */
function code(text: string): string {
  return text
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/\/\/.*$/gm, '')
    .replace(/'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`/g, "''");
}

const ENGINE_DEPENDENT =
  /Math\.(random|exp|expm1|log|log1p|log2|log10|pow|sin|cos|tan|asin|acos|atan|atan2|sinh|cosh|tanh|cbrt|hypot)\b|\*\*|\bDate\b|\bIntl\b|localeCompare|toLocale|performance\.|crypto\b/;

/** Who may import whom: folder -> what its imports from our own code may start with. */
const ALLOWED: Record<string, RegExp> = {
  'sim/core': /^sim\/core\//,
  'sim/scenario': /^sim\/(core|scenario)\/|^sim\/policies\/(policy|list)\.js$|^sim\/mechanisms\.js$/,
  'sim/world': /^sim\/(core|scenario|world)\//,
  'sim/population': /^sim\/(core|scenario|population)\//,
  'sim/policies': /^sim\/(core|scenario|policies)\/|^sim\/metrics\/columns\.js$/,
  'src/statistics': /^src\/statistics\//,
  'src/source': /^src\/source\/|^sim\/index\.js$|^src\/experiment\/formula-check\.js$/,
  'src/experiment': /^src\/(experiment|statistics)\/|^sim\/index\.js$/,
  'src/report': /^src\/(report|experiment|statistics)\/|^sim\/index\.js$/,
  'src/pool': /^src\/(pool|policies)\/|^sim\/(index|helper)\.js$|^src\/experiment\/(job|policy-level)\.js$/,
  'src/studio':
    /^src\/(studio|experiment|statistics|report)\/|^sim\/index\.js$|^src\/source\/(parse-source|place|read-source)\.js$|^src\/pool\/web-(workers|seat|serve)\.js$/,
  'src/store': /^src\/(store|experiment|source|policies)\/|^sim\/index\.js$/,
  'src/policies': /^src\/(policies|source)\/|^sim\/index\.js$|^src\/experiment\/(job|policy-level)\.js$/,
  'src/cluster': /^src\/cluster\//,
};

function imports(file: string, text: string): string[] {
  const folder = file.split('/').slice(0, -1);
  return [...text.matchAll(/from '(\.[^']+)'/g)].map(([, path]) => {
    const parts = [...folder];
    for (const part of path.split('/')) {
      if (part === '..') parts.pop();
      else if (part !== '.') parts.push(part);
    }
    return parts.join('/');
  });
}

describe('the model', () => {
  it('uses no arithmetic, time or locale that differs between engines', () => {
    for (const { file, text } of sources('sim'))
      expect(`${file}: ${ENGINE_DEPENDENT.exec(code(text))?.[0]}`).toBe(`${file}: undefined`);
  });

  it('reaches no file, thread, clock or console', () => {
    for (const { file, text } of sources('sim'))
      expect(
        `${file}: ${/from 'node:|\bconsole\.|\bprocess\./.exec(code(text).concat(text.match(/from 'node:[a-z_]+'/)?.[0] ?? ''))?.[0]}`,
      ).toBe(`${file}: undefined`);
  });
});

describe('the house', () => {
  it('imports only what its table allows', () => {
    const broken = Object.entries(ALLOWED).flatMap(([folder, allowed]) =>
      sources(folder).flatMap(({ file, text }) =>
        imports(file, text)
          .filter((path) => !allowed.test(path))
          .map((path) => `${file} imports ${path}`),
      ),
    );
    expect(broken).toEqual([]);
  });

  it('gives the browser no module of Node, however far it is imported', () => {
    const seen = new Set<string>();
    const queue = sources('src/studio').map(({ file }) => file);
    const broken: string[] = [];
    for (let file = queue.pop(); file; file = queue.pop()) {
      if (seen.has(file)) continue;
      seen.add(file);
      const text = readFileSync(join(root, file), 'utf8');
      if (
        /from 'node:|import\('node:|\bprocess\./.test(
          code(text).concat(...(text.match(/(from |import\()'node:/g) ?? [])),
        )
      )
        broken.push(file);
      queue.push(
        ...imports(file, text)
          .filter((path) => /\.jsx?$/.test(path))
          .map((path) => path.replace(/\.js(x?)$/, '.ts$1'))
          .filter((path) => !path.startsWith('sim/population/kernel-bytes')),
      );
    }
    expect(broken).toEqual([]);
    expect(seen.size).toBeGreaterThan(150);
  });

  it('keeps engine-dependent words out: the ban can fail', () => {
    expect(ENGINE_DEPENDENT.test(code('const x = Math.exp(1); // fine'))).toBe(true);
    expect(ENGINE_DEPENDENT.test(code('/** Math.exp */ const x = 1;'))).toBe(false);
  });
});

/** The package's version, from its own package.json, found through the package's own name. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** Such as `0.1.0`. */
export function packageVersion(): string {
  const path = createRequire(import.meta.url).resolve('afterburn/package.json');
  return (JSON.parse(readFileSync(path, 'utf8')) as { version: string }).version;
}

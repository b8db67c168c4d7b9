// Compiles the hand-written month with the AssemblyScript of this package, with the options of Afterburn's kernel.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const OPTIONS = '-O3 --noAssert --runtime stub --enable simd --enable bulk-memory --importMemory';

/** Returns `{ file, remove }`, or `{ skipped }` with the reason: assemblyscript is not installed or refuses. */
export async function compileByHand() {
  const compiler = await import('assemblyscript/asc').catch(() => undefined);
  if (!compiler) return { skipped: 'assemblyscript is not installed (npm ci)' };
  const folder = mkdtempSync(join(tmpdir(), 'by-hand-'));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  const file = join(folder, 'month.wasm');
  const source = fileURLToPath(new URL('month.ts', import.meta.url));
  const options = [source, ...OPTIONS.split(' '), '--memoryBase', '1024', '--use', 'abort='];
  const { error, stderr } = await compiler.main([...options, '--baseDir', '/', '--outFile', file]);
  if (!error) return { file, remove };
  remove();
  return { skipped: `assemblyscript does not compile it: ${stderr.toString().split('\n')[0]}` };
}

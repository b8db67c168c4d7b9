/**
 * Compiles the kernel and writes its bytes as a module, so that Node, workers and browsers load the same ones.
 * No optimisation that could change a bit is on: WebAssembly has no fused or reordered arithmetic.
 */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { main } from 'assemblyscript/asc';

const here = fileURLToPath(new URL('.', import.meta.url));
const wasm = `${here}month.wasm`;
const options = '-O3 --noAssert --runtime stub --enable simd --enable bulk-memory --importMemory';
const { error, stderr } = await main([
  `${here}month.ts`,
  ...options.split(' '),
  ...['--memoryBase', '24640', '--use', 'abort=', '--outFile', wasm],
]);
if (error) throw new Error(stderr.toString());
const text = readFileSync(wasm).toString('base64');
rmSync(wasm);
writeFileSync(
  `${here}../kernel-bytes.ts`,
  `/** The kernel as WebAssembly in base64; made by kernel/build.mjs. */\nexport const KERNEL =\n  '${text}';\n`,
);

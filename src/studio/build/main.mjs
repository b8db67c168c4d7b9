/**
 * Builds the studio: `node src/studio/build/main.mjs`, after the compiler, because the scenarios are read by the compiled
 * package. Writes dist/studio, a static site with relative paths, and prints its size. Ends with 1 if the page is too big.
 * With --traced, for the measure of coverage: whole names, a map beside each script, any size.
 */
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { bundleSize } from './bundle-size.mjs';
import { shippedScenarios } from './shipped-scenarios.mjs';
import { withoutJsonSchema } from './without-json-schema.mjs';
import { workerScript } from './worker-script.mjs';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const outDir = `${root}dist/studio`;
const isTraced = process.argv.includes('--traced');

/** zod tries eval while its schemas are made; the policy of the page refuses that and Firefox reports it. */
const withoutEval = {
  name: 'without-eval',
  transform: (code, id) =>
    /zod\/v4\/core\/core\.js$/.test(id) ? `${code}\nglobalConfig.jitless = true;` : undefined,
};

await build({
  configFile: false,
  root: `${root}src/studio`,
  base: './',
  logLevel: 'warn',
  publicDir: false,
  plugins: [
    withoutEval,
    withoutJsonSchema,
    workerScript(`${root}src/studio/worker.ts`),
    shippedScenarios(`${root}scenarios`),
  ],
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    outDir,
    emptyOutDir: true,
    target: 'es2023',
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    minify: !isTraced,
    sourcemap: isTraced && 'hidden',
    chunkSizeWarningLimit: 2000,
    rolldownOptions: { treeshake: { moduleSideEffects: [{ test: /\/sim\/|\/src\//, sideEffects: false }] } },
  },
});
if (!isTraced) process.exitCode = bundleSize(outDir, process.argv.includes('--quiet'));

// Compiles the limit for this machine into a temporary folder: with $CXX, g++ or clang++, the first that is there.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const source = fileURLToPath(new URL('market.cpp', import.meta.url));

/**
 * The first compiler that answers, with the first line of what it says about itself; undefined if none does.
 * @param {string[]} candidates
 */
export function findCompiler(candidates = [process.env.CXX, 'g++', 'clang++'].filter(Boolean)) {
  for (const command of candidates) {
    const answer = spawnSync(command, ['--version'], { encoding: 'utf8' });
    if (answer.status === 0) return { command, version: answer.stdout.split('\n')[0] };
  }
  return undefined;
}

/**
 * Returns `{ program, remove }` or `{ skipped }` with the reason: no compiler, or a CPU the limit does not know.
 * @param {object} with
 * @param {ReturnType<typeof findCompiler>} [with.compiler]
 * @param {string[]} [with.flags] further flags; `-mno-avx512f` gives 8 lanes on a CPU that has 16
 */
export function compileLimit({ compiler = findCompiler(), flags = [] } = {}) {
  if (!compiler) return { skipped: 'no C++ compiler: neither $CXX nor g++ nor clang++ answers' };
  const folder = mkdtempSync(join(tmpdir(), 'limit-'));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  const program = join(folder, 'market');
  const options = ['-std=c++17', '-O3', '-march=native', ...flags, source, '-o', program];
  const { error: failure, status, stderr } = spawnSync(compiler.command, options, { encoding: 'utf8' });
  if (status === 0) return { program, remove };
  remove();
  const error =
    failure?.message ?? stderr.split('\n').find((line) => line.includes('error')) ?? stderr.trim();
  return { skipped: `${compiler.command} does not compile it: ${error}` };
}

// What a measurement has to say about where it was taken: CPU, system, tools, commit.
import { spawnSync } from 'node:child_process';
import { arch, cpus, loadavg, platform, release, totalmem } from 'node:os';
import { findCompiler } from './limit/compile.mjs';

/** The first line a command prints, or null if it fails or is not there. */
function firstLine(command, ...args) {
  const { status, stdout } = spawnSync(command, args, { encoding: 'utf8', cwd: import.meta.dirname });
  return status === 0 ? stdout.split('\n')[0].trim() : null;
}

/** The commit measured, with `+` after it if the work tree has changes; null outside a repository. */
export function commit() {
  const hash = firstLine('git', 'rev-parse', 'HEAD');
  return hash && firstLine('git', 'status', '--porcelain') ? `${hash}+` : hash;
}

/** CPU, memory in bytes, load (processes that wanted a core in the last minute), system, versions of the tools. */
export function machine() {
  return {
    cpu: cpus()[0]?.model ?? 'unknown',
    cores: cpus().length,
    memory: totalmem(),
    load: loadavg()[0],
    system: `${platform()} ${release()} ${arch()}`,
    node: process.version,
    compiler: findCompiler()?.version ?? null,
    python: firstLine('python3', '--version'),
  };
}

/**
 * Debian's Slurm on this machine alone, for a test: munge, controller and one node of two cores, as root, on the loopback
 * interface, with all its files in a folder of its own.
 */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { emptyFolder } from '../empty-folder.js';
import { sleep } from './long.js';
import { freePort } from './redis-server.js';

/** Why there can be no Slurm here; undefined if there can. */
export function slurmIsMissing(): string | undefined {
  const needed = ['/usr/sbin/slurmctld', '/usr/sbin/slurmd', '/usr/sbin/munged'];
  const missing = needed.find((file) => !existsSync(file));
  if (missing) return `${missing} is not there: apt-get install slurm-wlm munge`;
  return process.getuid?.() === 0 ? undefined : 'only root can start it';
}

function confText(at: { dir: string; host: string; ports: readonly number[]; extra: string }): string {
  const { dir, host, ports, extra } = at;
  return `ClusterName=test
SlurmctldHost=${host}(127.0.0.1)
SlurmctldPort=${ports[0]}
SlurmdPort=${ports[1]}
AuthType=auth/munge
AuthInfo=socket=${dir}/munge.sock
CommunicationParameters=NoCtldInAddrAny,NoInAddrAny
SlurmUser=root
SlurmdUser=root
StateSaveLocation=${dir}/state
SlurmdSpoolDir=${dir}/spool
SlurmctldPidFile=${dir}/slurmctld.pid
SlurmdPidFile=${dir}/slurmd.pid
SlurmctldLogFile=${dir}/slurmctld.log
SlurmdLogFile=${dir}/slurmd.log
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
MpiDefault=none
SelectType=select/cons_tres
SelectTypeParameters=CR_Core
ReturnToService=2
${extra}
SlurmdParameters=config_overrides
NodeName=${host} NodeAddr=127.0.0.1 CPUs=2 State=UNKNOWN
PartitionName=all Nodes=ALL Default=YES MaxTime=INFINITE State=UP
`;
}

export interface TestSlurm {
  readonly env: NodeJS.ProcessEnv;
  /** What a command of Slurm prints. */
  tell(command: string, ...words: string[]): string;
  stop(): Promise<void>;
}

/** Waits of 200 ms for the node. */
const MOST_TRIES = 300;

/** Starts it and waits until the node is idle. @param extra a line of slurm.conf */
export async function startSlurm(extra: string): Promise<TestSlurm> {
  const dir = emptyFolder();
  const [host] = hostname().split('.');
  const conf = join(dir, 'slurm.conf');
  const file = (name: string) => join(dir, name);
  for (const folder of ['state', 'spool']) mkdirSync(file(folder));
  writeFileSync(conf, confText({ dir, host, extra, ports: [await freePort(), await freePort()] }));
  writeFileSync(file('munge.key'), randomBytes(1024), { mode: 0o600 });
  const env = { ...process.env, SLURM_CONF: conf };
  const munge = ['key-file', 'pid-file', 'log-file', 'seed-file'].map(
    (name) => `--${name}=${file(`munge.${name.split('-')[0]}`)}`,
  );
  const start = (command: string, words: readonly string[]) =>
    spawn(`/usr/sbin/${command}`, words, { env, cwd: dir, stdio: 'ignore' });
  const daemons: ChildProcess[] = [
    start('munged', ['--force', '--foreground', `--socket=${file('munge.sock')}`, ...munge]),
  ];
  while (!existsSync(file('munge.sock'))) await sleep(20);
  daemons.push(start('slurmctld', ['-D', '-f', conf]), start('slurmd', ['-D', '-f', conf, '-N', host]));
  const tell = (command: string, ...words: string[]) =>
    execFileSync(command, words, { env, encoding: 'utf8', stdio: 'pipe' }).trim();
  const isIdle = () => {
    try {
      return tell('sinfo', '-h', '-o', '%T') === 'idle';
    } catch {
      return false;
    }
  };
  const stop = async () => {
    for (const daemon of daemons.reverse()) {
      const ended = new Promise((resolve) => daemon.once('exit', resolve));
      if (daemon.exitCode === null && daemon.kill('SIGTERM')) await ended;
    }
  };
  for (let tries = 0; !isIdle(); tries++) {
    if (tries === MOST_TRIES) {
      await stop();
      throw new Error(`Slurm does not start; see ${dir}`);
    }
    await sleep(200);
  }
  return { env, tell, stop };
}

/** Debian's Firefox without a driver: it opens an address, and what happened the page tells the server that brought it. */
import { type ChildProcess, spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { emptyFolder } from '../empty-folder.js';

export const FIREFOX = '/usr/bin/firefox-esr';

/** Starts a headless Firefox, a process group of its own, with a new profile that asks nobody for anything. */
export function startFirefox(address: string): ChildProcess {
  const home = emptyFolder();
  const still = ['app.update.enabled', 'app.normandy.enabled', 'network.captive-portal-service.enabled'];
  const prefs = [
    ...still,
    'datareporting.policy.dataSubmissionEnabled',
    'network.connectivity-service.enabled',
  ];
  writeFileSync(join(home, 'user.js'), prefs.map((name) => `user_pref("${name}", false);\n`).join(''));
  const words = ['--headless', '--no-remote', '--profile', home, address];
  return spawn(FIREFOX, words, { detached: true, stdio: 'ignore', env: { ...process.env, HOME: home } });
}

/** Ends a Firefox with all its processes. */
export function endFirefox(firefox: ChildProcess | undefined): void {
  if (firefox?.pid) process.kill(-firefox.pid, 'SIGKILL');
}

import { readFileSync, writeFileSync } from 'node:fs';
import { get } from 'node:http';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { emptyFolder } from '../empty-folder.js';
import { afterburn, policySet, start, TINY } from './afterburn.js';

const cwd = emptyFolder();

function scenarioAt(port: string, token: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const headers = { 'x-afterburn-token': token };
    get({ host: '127.0.0.1', port, path: '/scenario.json', headers }, (answer) => {
      let text = '';
      answer.on('data', (bytes) => (text += bytes));
      answer.on('end', () => resolve(text));
    }).on('error', reject);
  });
}

/** The address that a started studio prints. */
function addressOf(child: ReturnType<typeof start>['child']): Promise<{ port: string; token: string }> {
  return new Promise((resolve) => {
    let text = '';
    child.stdout?.on('data', (bytes) => {
      text += bytes;
      const found = /^Studio: http:\/\/127\.0\.0\.1:(\d+)\/#token=([\w-]{32})\n/.exec(text);
      if (found) resolve({ port: found[1], token: found[2] });
    });
  });
}

describe('afterburn studio', () => {
  it('prints its address, serves the scenario with all in it, and ends well on Ctrl-C', async () => {
    const { child, ended } = start(['studio', TINY], cwd);
    const { port, token } = await addressOf(child);
    const { file, raw } = JSON.parse(await scenarioAt(port, token));
    expect([file, raw.title, Object.keys(raw.firms)]).toEqual([TINY, 'Tiny', ['lavish', 'thrifty']]);
    const second = start(['studio', '--port', port], cwd);
    expect((await second.ended).stderr).toMatch(/^--port: expected a free port, got \d+ \(EADDRINUSE\)\n$/);
    child.kill('SIGINT');
    expect((await ended).code).toBe(0);
  });

  it('without a file serves no scenario; ended from outside it says so by its code', async () => {
    const { child, ended } = start(['studio'], cwd);
    const { port, token } = await addressOf(child);
    expect(JSON.parse(await scenarioAt(port, token))).toBeNull();
    child.kill('SIGTERM');
    expect(await ended).toMatchObject({
      code: 143,
      stderr: 'It listens on this machine only. Ctrl-C stops it.\n',
    });
  });

  it('tells the problems of a scenario before it serves anything', async () => {
    const { code, stdout, stderr } = await afterburn(['studio', 'nowhere.yaml'], cwd);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/^nowhere\.yaml/);
  });

  it('refuses a scenario that brings code', async () => {
    const module = policySet('touchy').replace(/^.*?=/, '');
    const text = readFileSync(TINY, 'utf8').replace(
      /policy: steady \}\n {2}thrifty/,
      `policy: ${module} }\n  thrifty`,
    );
    writeFileSync(join(cwd, 'code.yaml'), text);
    const { code, stdout, stderr } = await afterburn(['studio', 'code.yaml'], cwd);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/^code\.yaml: expected shipped policies, got the module .*touchy\.mjs/);
  });

  it.each(['0', '65536', 'x'])('takes no port %s', async (port) => {
    const { code, stderr } = await afterburn(['studio', '--port', port], cwd);
    expect([code, stderr.split(',')[0]]).toEqual([2, '--port: expected a whole number from 1 to 65535']);
  });
});

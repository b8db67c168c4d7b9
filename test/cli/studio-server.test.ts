import { mkdirSync, writeFileSync } from 'node:fs';
import { type IncomingHttpHeaders, request } from 'node:http';
import { connect } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listen, type StudioServer } from '../../src/cli/studio-server.js';
import { emptyFolder } from '../empty-folder.js';

const TOKEN = 'a-token-of-the-test';
const folder = join(emptyFolder(), 'site');
let server: StudioServer;

beforeAll(async () => {
  mkdirSync(join(folder, 'assets'), { recursive: true });
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>studio</title>');
  writeFileSync(join(folder, 'assets', 'a.js'), 'export {};');
  writeFileSync(join(folder, '..', 'secret.html'), 'secret');
  server = await listen({
    folder,
    scenario: { file: 'my.yaml', raw: { title: 'x' } },
    token: TOKEN,
    port: 0,
  });
});
afterAll(() => server.close());

interface Got {
  readonly status: number | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** A request as it stands: `path` is sent untouched. */
function ask(
  path: string,
  {
    method = 'GET',
    headers = {},
    body,
  }: { method?: string; headers?: Record<string, string>; body?: string } = {},
): Promise<Got> {
  return new Promise((resolve, reject) => {
    const options = { host: '127.0.0.1', port: server.port, path, method, headers, agent: false };
    const sent = request(options, (answer) => {
      let text = '';
      answer.on('data', (bytes) => (text += bytes));
      answer.on('end', () => resolve({ status: answer.statusCode, headers: answer.headers, body: text }));
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

describe('the server of the studio', () => {
  it('serves the page under a strict policy and lets nobody keep it', async () => {
    const { status, headers, body } = await ask('/');
    expect([status, body]).toEqual([200, '<!doctype html><title>studio</title>']);
    expect(headers['content-type']).toBe('text/html; charset=utf-8');
    expect(headers['content-security-policy']).toMatch(
      /^default-src 'none'; script-src 'self' 'wasm-unsafe-eval';/,
    );
    expect(headers['content-security-policy']).not.toMatch(/'unsafe-|http/);
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['cache-control']).toBe('no-store');
    expect(headers['access-control-allow-origin']).toBeUndefined();
  });

  it('gives workers the same policy as the page', async () => {
    const { headers } = await ask('/assets/a.js');
    expect(headers['content-type']).toBe('text/javascript; charset=utf-8');
    expect(headers['content-security-policy']).toContain("connect-src 'self'");
  });

  it.each(['evil.example', 'evil.example:80', '127.0.0.1', '127.0.0.1:1', '127.0.0.1.evil.example'])(
    'answers no other host: %j',
    async (host) => {
      const { status, body } = await ask('/', { headers: { host } });
      expect(status).toBe(421);
      expect(body).not.toContain('studio</title>');
    },
  );

  it.each(['https://evil.example', 'null', 'http://127.0.0.1:1', 'http://localhost'])(
    'gives nothing to pages of another origin: %s',
    async (origin) => {
      const headers = { origin, 'x-afterburn-token': TOKEN };
      expect((await ask('/scenario.json', { headers })).status).toBe(403);
    },
  );

  it('gives nothing to a script or a picture of another site', async () => {
    const headers = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' };
    expect((await ask('/assets/a.js', { headers })).status).toBe(403);
  });

  it.each([undefined, '', 'wrong', `${TOKEN}x`, TOKEN.slice(1)])(
    'keeps the scenario from who lacks the token: %s',
    async (token) => {
      const headers: Record<string, string> = token === undefined ? {} : { 'x-afterburn-token': token };
      const { status, body } = await ask('/scenario.json', { headers });
      expect(status).toBe(401);
      expect(body).not.toContain('my.yaml');
    },
  );

  it('takes the token from no address and no cookie', async () => {
    expect((await ask(`/scenario.json?token=${TOKEN}`)).status).toBe(401);
    expect((await ask('/scenario.json', { headers: { cookie: `token=${TOKEN}` } })).status).toBe(401);
  });

  it('gives the scenario to its own page', async () => {
    const headers = { 'x-afterburn-token': TOKEN, origin: `http://127.0.0.1:${server.port}` };
    const { status, body } = await ask('/scenario.json', { headers });
    expect([status, JSON.parse(body)]).toEqual([200, { file: 'my.yaml', raw: { title: 'x' } }]);
  });

  it.each([
    '/../secret.html',
    '/assets/../../secret.html',
    '/..%2fsecret.html',
    '/%2e%2e/secret.html',
    '/assets/..\\..\\secret.html',
    '//etc/passwd',
    '/assets',
    '/assets/',
    '/__proto__',
    '/constructor',
    'file:///etc/passwd',
    `http://evil.example/`,
  ])('reads no path that a request names: %s', async (path) => {
    const { status, body } = await ask(path);
    expect(status).toBe(404);
    expect(body).not.toContain('secret');
  });

  it.each(['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS'])('can only be read: %s', async (method) => {
    expect((await ask('/', { method })).status).toBe(405);
    expect((await ask('/scenario.json', { method, headers: { 'x-afterburn-token': TOKEN } })).status).toBe(
      405,
    );
  });

  it('refuses a big body before it is sent', async () => {
    const answer = await new Promise<string>((resolve) => {
      const socket = connect(server.port, '127.0.0.1', () =>
        socket.write(`POST / HTTP/1.1\r\nHost: 127.0.0.1:${server.port}\r\nContent-Length: 2000000\r\n\r\n`),
      );
      let text = '';
      socket.on('data', (bytes) => (text += bytes));
      socket.on('close', () => resolve(text));
    });
    expect(answer).toMatch(/^HTTP\/1\.1 413 /);
    expect(answer).toMatch(/^connection: close/im);
  });

  it('answers HEAD without a body', async () => {
    const { status, headers, body } = await ask('/', { method: 'HEAD' });
    expect([status, headers['content-length'], body]).toEqual([200, '36', '']);
  });

  it('listens on the loopback address alone', async () => {
    expect(server.port).toBeGreaterThan(0);
    const reached = await new Promise<boolean>((resolve) => {
      const socket = connect(server.port, '127.0.0.2', () => resolve(true));
      socket.on('error', () => resolve(false));
    });
    expect(reached).toBe(false);
  });
});

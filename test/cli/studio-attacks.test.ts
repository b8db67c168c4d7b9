/**
 * Some 200 hostile requests, byte by byte, on the server of the studio: none gets the scenario, a file outside the site or
 * the site under a foreign name; slow and endless ones are cut off; the server answers its own page as before.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listen, type StudioServer } from '../../src/cli/studio-server.js';
import { emptyFolder } from '../empty-folder.js';

const TOKEN = 'the-token';
const SECRET = 'nobody-may-read-this';
let server: StudioServer;
let own: string;

beforeAll(async () => {
  const folder = join(emptyFolder(), 'site');
  mkdirSync(join(folder, 'assets'), { recursive: true });
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>studio</title>');
  writeFileSync(join(folder, 'assets', 'a.js'), 'export {};');
  writeFileSync(join(folder, 'notes.txt'), SECRET);
  writeFileSync(join(folder, '..', 'secret.html'), SECRET);
  const scenario = { file: 'my.yaml', raw: { title: SECRET } };
  server = await listen({ folder, scenario, token: TOKEN, port: 0 });
  own = `127.0.0.1:${server.port}`;
});
afterAll(() => server.close());

/** Sends bytes as they are; everything that comes back until the connection ends. A silent one is left after a while. */
function send(bytes: string | Uint8Array, patienceMs = 10_000): Promise<string> {
  return new Promise((resolve) => {
    let text = '';
    const socket = connect(server.port, '127.0.0.1', () => socket.end(bytes));
    const timer = setTimeout(() => socket.destroy(new Error('silent')), patienceMs);
    socket.setEncoding('latin1').on('data', (part) => (text += part));
    socket.on('error', (error) => (text += error.message === 'silent' ? 'STILL OPEN' : ''));
    socket.on('close', () => {
      clearTimeout(timer);
      resolve(text);
    });
  });
}

const request = (line: string, ...headers: string[]) => `${[line, ...headers].join('\r\n')}\r\n\r\n`;
const get = (path: string, ...headers: string[]) =>
  request(`GET ${path} HTTP/1.1`, `Host: ${own}`, 'Connection: close', ...headers);

const LEAVING = [
  '..',
  '%2e%2e',
  '%2E.',
  '.%2e',
  '..%00',
  '%252e%252e',
  '..;',
  '\\..',
  '%5c..',
  '%c0%ae%c0%ae',
  '．．',
];
const TARGETS = [
  ...['/secret.html', '/../secret.html', '%2fsecret.html', '\\secret.html', '/etc/passwd'],
  ...['/notes.txt', '/../../etc/shadow'],
];

const PATHS = [
  ...LEAVING.flatMap((up) => TARGETS.map((target) => `/${up}${target}`)),
  ...LEAVING.map((up) => `/assets/${up}/${up}/secret.html`),
  ...[
    '/notes.txt',
    '/index.html/',
    '/index.html/..',
    '/index.html%00',
    '/INDEX.HTML',
    '/assets',
    '/assets/',
    '/.',
    '/./',
  ],
  ...[
    '/.git/config',
    '/package.json',
    '/node_modules',
    '/src/cli/main.ts',
    '/scenario.yaml',
    '/scenarios/x.yaml',
  ],
  ...['/__proto__', '/constructor', '/toString', '/hasOwnProperty', '/proto/../__proto__'],
  ...[
    '//',
    '///etc/passwd',
    '//evil.example/',
    '/http://evil.example/',
    '/file:///etc/passwd',
    '/C:\\boot.ini',
    '/CON',
  ],
  ...['/scenario.json/', '/scenario.json%00', '/Scenario.json', '//scenario.json', '/./scenario.json'],
  ...[
    '/<script>alert(1)</script>',
    '/%3Cscript%3E',
    '/{{7*7}}',
    "/'%20OR%201=1--",
    '/$(id)',
    '/`id`',
    '/|id',
    '/%0d%0aX:%201',
  ],
  ...[
    '/proc/self/environ',
    '/dev/zero',
    '/..%2f..%2fproc%2fself%2fmem',
    `/${'a'.repeat(8000)}`,
    `/${'../'.repeat(2000)}etc/passwd`,
  ],
];

const HOSTS = [
  'evil.example',
  'evil.example:80',
  '127.0.0.1',
  '127.0.0.1:1',
  'localhost',
  '127.0.0.1.evil.example',
  '127.1',
  '0.0.0.0',
  '[::1]',
  '2130706433',
  '127.0.0.1:PORT@evil.example',
  'evil.example#127.0.0.1:PORT',
  '127.0.0.1:PORT.evil.example',
  '127.0.0.1:PORT:80',
  ' ',
  '',
  'LOCALHOST:PORT.',
  '０',
];

/** Header lines that try to get the scenario without the token. */
const TRICKS = [
  [],
  ['X-Afterburn-Token:'],
  ['X-Afterburn-Token: wrong'],
  [`X-Afterburn-Token: ${TOKEN}x`],
  [`X-Afterburn-Token: x${TOKEN}`],
  [`X-Afterburn-Token: ${TOKEN.toUpperCase()}`],
  [`X-Afterburn-Token: ${TOKEN}, ${TOKEN}`],
  [`X-Afterburn-Token: ${TOKEN}`, 'X-Afterburn-Token: wrong'],
  [`X-Afterburn-Token: ${TOKEN}\u0000`],
  [`Cookie: token=${TOKEN}; x-afterburn-token=${TOKEN}`],
  [`Authorization: Bearer ${TOKEN}`],
  [`Referer: http://x/#token=${TOKEN}`],
  [`X_Afterburn_Token: ${TOKEN}`],
  [`X-Forwarded-For: 127.0.0.1`, 'X-Real-IP: 127.0.0.1'],
  ['X-Original-URL: /scenario.json', 'X-Rewrite-URL: /scenario.json'],
  ['X-HTTP-Method-Override: GET'],
  [`X-Afterburn-Token: ${TOKEN}`, 'Origin: https://evil.example'],
  [`X-Afterburn-Token: ${TOKEN}`, 'Origin: null'],
  [`X-Afterburn-Token: ${TOKEN}`, 'Sec-Fetch-Site: cross-site', 'Sec-Fetch-Mode: cors'],
];

/** Requests that are none, or two in one. */
function malformed(): (string | Uint8Array)[] {
  const host = `Host: ${own}`;
  const chunked = 'Transfer-Encoding: chunked';
  return [
    '',
    '\r\n\r\n',
    'GET',
    'GET /',
    'GET / HTTP/9.9\r\n\r\n',
    request('GET / HTTP/1.1'),
    request('GET / HTTP/1.0'),
    request('GET /scenario.json HTTP/1.0', `X-Afterburn-Token: ${TOKEN}`),
    request('get / HTTP/1.1', host),
    request('GET  /  HTTP/1.1', host),
    request('GET / HTTP/1.1', host, 'Host: evil.example'),
    request('GET / HTTP/1.1', 'Host: evil.example', host),
    request('GET / HTTP/1.1', `${host}\u0000`),
    request('GET / HTTP/1.1', host, 'X: a\nY: b', 'Connection: close'),
    request('GET / HTTP/1.1', host, ' folded: x'),
    request('GET / HTTP/1.1', host, 'Content-Length: -1'),
    request('GET / HTTP/1.1', host, 'Content-Length: 5', 'Content-Length: 6'),
    request('GET / HTTP/1.1', host, 'Content-Length: 99999999999999999999'),
    request('POST / HTTP/1.1', host, 'Content-Length: 5', chunked),
    `${request('POST / HTTP/1.1', host, chunked)}zz\r\n`,
    `${request('POST / HTTP/1.1', host, chunked)}ffffffffffffffff\r\n`,
    `${request('POST / HTTP/1.1', host, 'Content-Length: 4')}abcd${get('/scenario.json')}`,
    `${request('POST / HTTP/1.1', host, chunked)}0\r\n\r\n${get('/scenario.json')}`,
    request('GET / HTTP/1.1', host, `X: ${'a'.repeat(20_000)}`),
    request('GET / HTTP/1.1', host, ...Array.from({ length: 3000 }, (_, k) => `X${k}: ${k}`)),
    request('CONNECT evil.example:443 HTTP/1.1', host),
    request('GET http://evil.example/ HTTP/1.1', 'Host: evil.example', 'Connection: close'),
    request('GET * HTTP/1.1', host, 'Connection: close'),
    request('TRACE / HTTP/1.1', host, 'Connection: close'),
    request('GET / HTTP/1.1', host, 'Upgrade: websocket', 'Connection: Upgrade', 'Sec-WebSocket-Key: eA=='),
    request('GET / HTTP/1.1', host, 'Upgrade: h2c', 'Connection: Upgrade, HTTP2-Settings'),
    request('GET / HTTP/1.1', host, 'Expect: 100-continue', 'Connection: close'),
    request('GET / HTTP/1.1', host, 'Range: bytes=0-99999999,0-1,0-1', 'Connection: close'),
    'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n',
    new Uint8Array([0x16, 0x03, 0x01, 0x02, 0x00, 0x01, 0x00, 0x01, 0xfc]),
    Uint8Array.from({ length: 4096 }, (_, k) => (k * 73 + 41) % 256),
    'A'.repeat(100_000),
    get('/').repeat(200),
  ];
}

const statusOf = (answer: string) => Number(/^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1] ?? 0);

/** Sends all, a few at a time. */
async function sendAll(requests: readonly (string | Uint8Array)[]): Promise<string[]> {
  const answers: string[] = [];
  for (let at = 0; at < requests.length; at += 16)
    answers.push(...(await Promise.all(requests.slice(at, at + 16).map((bytes) => send(bytes)))));
  return answers;
}

function nothingLeaked(answers: readonly string[]): void {
  for (const answer of answers) {
    expect(answer).not.toContain(SECRET);
    expect(answer).not.toContain('root:');
    expect(answer).not.toContain('STILL OPEN');
    expect(answer).not.toMatch(/access-control-allow|^set-cookie/im);
  }
}

describe('the server of the studio under attack', () => {
  it('is asked some 200 things', () => {
    expect(new Set(PATHS).size + HOSTS.length + TRICKS.length + malformed().length).toBeGreaterThanOrEqual(
      200,
    );
  });

  it('gives no file that is not one of the site, whatever the path', async () => {
    const answers = await sendAll(PATHS.map((path) => get(path)));
    nothingLeaked(answers);
    for (const [k, answer] of answers.entries()) {
      expect([PATHS[k], [400, 401, 404, 431].includes(statusOf(answer))]).toEqual([PATHS[k], true]);
      // nothing of the request comes back
      expect(answer).not.toMatch(/<script>|\{\{7|\$\(id\)|^X: 1/m);
    }
  });

  it('answers to no other name', async () => {
    const hosts = HOSTS.map((host) => host.replaceAll('PORT', String(server.port)));
    const answers = await sendAll(
      hosts.map((host) => request('GET / HTTP/1.1', `Host: ${host}`, 'Connection: close')),
    );
    nothingLeaked(answers);
    for (const [k, answer] of answers.entries()) {
      expect([hosts[k], statusOf(answer) === 421 || statusOf(answer) === 400]).toEqual([hosts[k], true]);
      expect(answer).not.toContain('studio</title>');
    }
  });

  it('keeps the scenario from everybody without the token, and from other origins with it', async () => {
    const answers = await sendAll(TRICKS.map((headers) => get('/scenario.json', ...headers)));
    nothingLeaked(answers);
    expect(answers.map(statusOf).filter((status) => ![400, 401, 403].includes(status))).toEqual([]);
  });

  it('survives what is no request', async () => {
    const answers = await sendAll(malformed());
    nothingLeaked(answers);
  });

  it('cuts off those who send a byte now and then, and hundreds who only connect', async () => {
    const closed = (socket: Socket) =>
      new Promise((resolve) => {
        socket.on('error', () => {});
        socket.on('close', resolve).resume();
      });
    const slow = connect(server.port, '127.0.0.1');
    slow.write(`GET / HTTP/1.1\r\nHost: ${own}\r\n`);
    const drip = setInterval(() => slow.writable && slow.write('X: y\r\n'), 200);
    const idle = Array.from({ length: 100 }, () => connect(server.port, '127.0.0.1'));
    // the server ends every one of them itself; the time limit of the test is the watchdog
    await Promise.all([slow, ...idle].map(closed));
    clearInterval(drip);
  }, 30_000);

  it('answers its own page as before after all this', async () => {
    const page = await send(get('/'));
    expect([statusOf(page), page.includes('studio</title>')]).toEqual([200, true]);
    const scenario = await send(
      get('/scenario.json', `X-Afterburn-Token: ${TOKEN}`, `Origin: http://${own}`),
    );
    expect([statusOf(scenario), scenario.includes(SECRET)]).toEqual([200, true]);
  });
});

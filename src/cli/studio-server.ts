/**
 * The server of the studio: the files of the built site and one scenario, to this machine only. It runs nothing, writes
 * nothing and reads no path that a request names: the files are a fixed map, made once.
 *
 * Other pages in the same browser are the enemy. A page of theirs that rebinds its name to 127.0.0.1 fails at the Host
 * check, a request across origins at the Origin check; the scenario needs the token, which is in the fragment of the
 * printed address and so never sent by a link. Slow and large requests are cut off.
 */
import { timingSafeEqual } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, sep } from 'node:path';

/** A scenario for the page: its file as the command line named it, and its plain data. */
export interface Served {
  readonly file: string;
  readonly raw: unknown;
}

export interface StudioServerOptions {
  /** Of the built site. */
  readonly folder: string;
  readonly scenario: Served | null;
  readonly token: string;
  /** 0 for a free one. */
  readonly port: number;
}

export interface StudioServer {
  readonly port: number;
  close(): Promise<void>;
}

/** Largest body of a request, bytes. None is read: no request needs one. */
const LARGEST_BODY = 1024 * 1024;
const MOST_CONNECTIONS = 64;

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
};

/** Of every answer: workers take their own policy from the answer that brought them. */
const HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy':
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data: blob:; " +
    "connect-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'cache-control': 'no-store',
};

interface Answer {
  readonly status: number;
  readonly type: string;
  readonly body: string | Uint8Array;
}

function refusal(status: number, text: string): Answer {
  return { status, type: 'text/plain; charset=utf-8', body: `${text}\n` };
}

/** Path of the address -> answer, for every file of the site. */
function readSite(folder: string): ReadonlyMap<string, Answer> {
  const site = new Map<string, Answer>();
  for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const type = TYPES[extname(file)];
    if (!type) continue;
    const answer = { status: 200, type, body: readFileSync(join(folder, file)) };
    site.set(`/${file.split(sep).join('/')}`, answer);
    if (file === 'index.html') site.set('/', answer);
  }
  return site;
}

function isToken(given: string | string[] | undefined, token: string): boolean {
  if (typeof given !== 'string') return false;
  const [a, b] = [Buffer.from(given), Buffer.from(token)];
  return a.length === b.length && timingSafeEqual(a, b);
}

/** What is wrong with a request before its path is looked at; undefined if nothing is. */
function refuse(request: IncomingMessage, port: number): Answer | undefined {
  const { host, origin } = request.headers;
  const names = [`127.0.0.1:${port}`, `localhost:${port}`];
  if (!names.includes(host ?? '')) return refusal(421, 'This server answers to its own address only.');
  if (origin !== undefined && origin !== `http://${host}`)
    return refusal(403, 'Pages of another origin get nothing.');
  if (request.headers['sec-fetch-site'] === 'cross-site' && request.headers['sec-fetch-mode'] !== 'navigate')
    return refusal(403, 'Pages of another site get nothing.');
  if (Number(request.headers['content-length'] ?? 0) > LARGEST_BODY)
    return refusal(413, `A request may have ${LARGEST_BODY} bytes.`);
  if (request.method !== 'GET' && request.method !== 'HEAD')
    return refusal(405, 'This server can only be read.');
  return undefined;
}

function answerTo(
  request: IncomingMessage,
  { site, scenario, token }: { site: ReadonlyMap<string, Answer>; scenario: Served | null; token: string },
): Answer {
  const path = (request.url ?? '/').split('?')[0];
  if (path !== '/scenario.json') return site.get(path) ?? refusal(404, 'There is no such file.');
  if (!isToken(request.headers['x-afterburn-token'], token))
    return refusal(401, 'The scenario needs the token of the printed address.');
  return { status: 200, type: 'application/json; charset=utf-8', body: JSON.stringify(scenario) };
}

function send(request: IncomingMessage, response: ServerResponse, answer: Answer): void {
  // the rest of a refused body is not waited for
  const ending = request.method === 'GET' || request.method === 'HEAD' ? {} : { connection: 'close' };
  const length = Buffer.byteLength(answer.body);
  response.writeHead(answer.status, {
    ...HEADERS,
    ...ending,
    'content-type': answer.type,
    'content-length': length,
  });
  response.end(request.method === 'HEAD' ? undefined : answer.body);
}

function start(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host: '127.0.0.1', port }, () => {
      server.off('error', reject);
      resolve((server.address() as AddressInfo).port);
    });
  });
}

/** Starts the server. @throws the error of listening, such as EADDRINUSE */
export async function listen({ folder, scenario, token, port }: StudioServerOptions): Promise<StudioServer> {
  const site = readSite(folder);
  let own = port;
  const limits = { headersTimeout: 3000, requestTimeout: 4000, connectionsCheckingInterval: 500 };
  const server = createServer(limits, (request, response) => {
    send(request, response, refuse(request, own) ?? answerTo(request, { site, scenario, token }));
  });
  server.maxConnections = MOST_CONNECTIONS;
  own = await start(server, port);
  return {
    port: own,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/**
 * The result hash of the studio in Debian's Firefox: the page reports it to the server that brought it, by a script that
 * the server adds, so that no driver is needed. Without Firefox the tests are skipped and say so.
 */
import type { ChildProcess } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { afterburn } from '../cli/afterburn.js';
import { emptyFolder } from '../empty-folder.js';
import { endFirefox, FIREFOX, startFirefox } from './firefox.js';
import { ROOT } from './studio-page.js';

const SITE = join(ROOT, 'dist/studio');
const KNOWN = JSON.parse(readFileSync(join(ROOT, 'src/studio/known-hashes.json'), 'utf8'));
const IDS: string[] = Object.keys(KNOWN.hashes).slice(0, process.env.AFTERBURN_LONG ? undefined : 1);
const TYPES: Record<string, string> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' };
const present = existsSync(FIREFOX);
if (!present) console.warn(`test/browser/studio-firefox.test.ts is skipped: ${FIREFOX} is not installed`);

/** Waits for the hash, tells it with what the console said, and goes on to the next scenario in a fresh page. */
const PROBE = `
const wrong = [];
addEventListener('error', (event) => wrong.push(event.message));
addEventListener('securitypolicyviolation', (event) => wrong.push([event.violatedDirective, event.blockedURI, event.sourceFile].join(' ')));
const timer = setInterval(async () => {
  const hash = document.querySelector('[data-hash]')?.dataset.hash;
  if (!hash) return;
  clearInterval(timer);
  const id = location.hash.split('/')[1];
  const said = new URLSearchParams({ id, hash, wrong: wrong.join() });
  const next = await (await fetch('/told?' + said)).text();
  if (next) location.replace('/?' + next + '#explore/' + next);
}, 100);
`;

interface Told {
  readonly hashes: Map<string, string>;
  readonly wrong: string[];
}

/** Serves the built site with the probe in it; `whole` resolves when every scenario has told its hash. */
function serve(): { server: Server; whole: Promise<Told> } {
  const told: Told = { hashes: new Map(), wrong: [] };
  let end: (told: Told) => void;
  const whole = new Promise<Told>((resolve) => {
    end = resolve;
  });
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://site');
    if (pathname === '/told') {
      told.hashes.set(searchParams.get('id') ?? '', searchParams.get('hash') ?? '');
      if (searchParams.get('wrong')) told.wrong.push(searchParams.get('wrong') ?? '');
      const next = IDS.find((id) => !told.hashes.has(id));
      response.end(next ?? '');
      if (!next) end(told);
      return;
    }
    const file = join(SITE, normalize(pathname === '/' ? '/index.html' : pathname));
    response.setHeader('content-type', TYPES[extname(file)] ?? 'text/plain');
    if (pathname === '/probe.js') response.setHeader('content-type', 'text/javascript').end(PROBE);
    else if (!existsSync(file)) response.writeHead(404).end();
    else if (pathname !== '/') response.end(readFileSync(file));
    else
      response.end(
        readFileSync(file, 'utf8').replace(
          '</head>',
          '<script type="module" src="/probe.js"></script></head>',
        ),
      );
  });
  return { server, whole };
}

describe.skipIf(!present)('the studio in Firefox', () => {
  let firefox: ChildProcess | undefined;
  const { server, whole } = serve();
  afterAll(() => {
    endFirefox(firefox);
    server.close();
    server.closeAllConnections();
  });

  it(`shows the hashes that \`afterburn run\` prints: ${IDS.join(', ')}`, async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    firefox = startFirefox(`http://127.0.0.1:${port}/#explore/${IDS[0]}`);
    const { hashes, wrong } = await whole;
    for (const id of IDS) {
      const words = ['run', join(ROOT, 'scenarios', `${id}.yaml`), '--replicates', '200', '--quiet'];
      const { stdout, stderr } = await afterburn([...words, '--out', 'run'], emptyFolder());
      expect(stdout, stderr).toContain(`\nResult: ${hashes.get(id)}\n`);
    }
    expect(wrong).toEqual([]);
  }, 1_200_000);
});

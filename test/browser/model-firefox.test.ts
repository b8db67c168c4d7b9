/**
 * The pinned worlds in Debian's Firefox: the page lives them and sends each to the server that brought it, so that no driver
 * is needed. Without Firefox the test is skipped and says so.
 */
import type { ChildProcess } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, describe, expect, it } from 'vitest';
import { long, type Pair, pairs, pinned } from '../golden/pinned.js';
import { endFirefox, FIREFOX, startFirefox } from './firefox.js';
import { answer } from './model-site.js';

const present = existsSync(FIREFOX);
if (!present) console.warn(`test/browser/model-firefox.test.ts is skipped: ${FIREFOX} is not installed`);

/** Asks for a pair, lives it, and sends it, until there is none; sends what went wrong. */
const PROBE = `<script type="module">
const send = (path, body) => fetch(path, { method: 'POST', body });
try {
  const [model, { live }] = await Promise.all([import('/dist/sim/index.js'), import('/test/golden/worlds.mjs')]);
  for (let k = 0; ; k++) {
    const pair = await (await fetch('/pair/' + k)).json();
    if (!pair) break;
    await send('/lived/' + k, live(model, [pair])[0]);
  }
  await send('/end', '');
} catch (error) {
  await send('/end', String(error));
}
</script>`;

/** Serves model and pairs; `whole` resolves with the hashes when all pairs were lived. */
function serve(wanted: readonly Pair[]): { server: Server; whole: Promise<Record<string, string>> } {
  const lived: Record<string, string> = {};
  let end: (lived: Record<string, string>) => void;
  let fail: (error: Error) => void;
  const whole = new Promise<Record<string, string>>((resolve, reject) => {
    [end, fail] = [resolve, reject];
  });
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://site');
    const [, kind, k] = pathname.split('/');
    if (kind === 'pair') response.end(JSON.stringify(wanted[Number(k)] ?? null));
    else if (kind === 'lived') {
      lived[wanted[Number(k)].name] = createHash('sha256')
        .update(await text(request))
        .digest('hex');
      response.end();
    } else if (kind === 'end') {
      const wrong = await text(request);
      response.end();
      if (wrong) fail(new Error(wrong));
      else end(lived);
    } else if (kind === 'favicon.ico') response.writeHead(404).end();
    else {
      const { contentType, body } = answer(pathname, PROBE);
      response.setHeader('content-type', contentType).end(body);
    }
  });
  return { server, whole };
}

describe.skipIf(!present)('the model in Firefox', () => {
  let firefox: ChildProcess | undefined;
  let server: Server | undefined;
  afterAll(() => {
    endFirefox(firefox);
    server?.close();
    server?.closeAllConnections();
  });

  it(`lives the ${long ? 'pinned' : 'few'} worlds to the last bit`, async () => {
    const site = serve(await pairs(!long));
    server = site.server;
    await new Promise<void>((resolve) => site.server.listen(0, '127.0.0.1', resolve));
    const { port } = site.server.address() as AddressInfo;
    firefox = startFirefox(`http://127.0.0.1:${port}/`);
    const lived = await site.whole;
    expect(lived).toEqual(pinned(lived));
  }, 600_000);
});

/** A page of the studio in Debian's chromium that tells what must stay silent: messages, requests elsewhere, dialogs. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { listen, type StudioServer } from '../../src/cli/studio-server.js';

export const CHROMIUM = '/usr/bin/chromium';
export const ROOT = join(import.meta.dirname, '../..');
const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** True if the tests can run; says why not. */
export function hasChromium(): boolean {
  const has = existsSync(CHROMIUM);
  if (!has) console.warn(`tests of the studio are skipped: ${CHROMIUM} is not installed`);
  return has;
}

/** What must stay empty while the page is used. */
export interface Watched {
  readonly page: Page;
  /** Console, uncaught errors, dialogs. */
  readonly messages: string[];
  readonly foreign: string[];
}

export interface StudioSite {
  readonly site: string;
  readonly browser: Browser;
  /** A page in a fresh profile. @param fragment such as `#gallery` */
  open(fragment: string, options?: BrowserContextOptions): Promise<Watched>;
  close(): Promise<void>;
}

async function watch(page: Page, site: string): Promise<Watched> {
  const watched: Watched = { page, messages: [], foreign: [] };
  page.on('console', (message) => watched.messages.push(message.text()));
  page.on('pageerror', (error) => watched.messages.push(error.message));
  page.on('dialog', (dialog) => {
    watched.messages.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  const own = (address: string) => address.startsWith(`${site}/`) || address.startsWith(`blob:${site}/`);
  page.on('request', (request) => {
    if (!own(request.url())) watched.foreign.push(request.url());
  });
  page.on('popup', (popup) => watched.foreign.push(popup.url()));
  return watched;
}

/** The built studio on its own server, and a browser. */
export async function openStudio(): Promise<StudioSite> {
  const server: StudioServer = await listen({
    folder: join(ROOT, 'dist/studio'),
    scenario: null,
    token: 'unused',
    port: 0,
  });
  const site = `http://127.0.0.1:${server.port}`;
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: FLAGS });
  return {
    site,
    browser,
    async open(fragment, options = {}) {
      const context = await browser.newContext({
        viewport: { width: 1280, height: 900 },
        locale: 'en-GB',
        ...options,
      });
      const page = await context.newPage();
      const watched = await watch(page, site);
      await page.goto(`${site}/${fragment}`);
      return watched;
    },
    async close() {
      await browser.close();
      await server.close();
    },
  };
}

/** Drops a file on the studio, by the field that takes the same files. */
export async function giveFile(page: Page, name: string, text: string | Uint8Array): Promise<void> {
  const buffer = typeof text === 'string' ? Buffer.from(text) : Buffer.from(text);
  await page.setInputFiles('input[type=file]', { name, mimeType: 'text/yaml', buffer });
}

/** The result hash once all worlds have ended. */
export async function hashOn(page: Page): Promise<string | null> {
  return page.getAttribute('[data-hash]', 'data-hash', { timeout: 60_000 });
}

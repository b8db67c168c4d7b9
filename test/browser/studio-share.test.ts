/** Share links and saved files of the studio in chromium: the same worlds in a fresh profile and on the command line. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { linkOf, type Shared } from '../../src/studio/share.js';
import { afterburn } from '../cli/afterburn.js';
import { emptyFolder } from '../empty-folder.js';
import { giveFile, hasChromium, hashOn, openStudio, ROOT, type StudioSite } from './studio-page.js';

const SIX = readFileSync(join(ROOT, 'scenarios/six-app-benchmark.yaml'), 'utf8')
  .replace(/^agents: .*$/m, 'agents: 200')
  .replace(/^months: .*$/m, 'months: 12')
  .replace(/^checks:[\s\S]*?(?=^\S|(?![\s\S]))/m, '');
const [FIRM] = /^ {2}(\w+):/m.exec(SIX.slice(SIX.indexOf('\nfirms:')))?.slice(1) ?? [];
const CASH = `firms.${FIRM}.cash`;
const own = (more: Partial<Shared> = {}): Shared => ({
  scenario: { file: 'few.yaml', text: SIX },
  changes: { [CASH]: 100 },
  seed: '7',
  view: 'explore',
  ...more,
});

async function fragmentOf(shared: Shared): Promise<string> {
  const link = await linkOf(shared);
  if ('tooLong' in link) throw new Error(`the link has ${link.tooLong} characters`);
  return link.fragment;
}

const shows = (page: Page, selector: string, hasText: string) =>
  page.locator(selector, { hasText }).first().waitFor();

async function saved(page: Page, kind: string): Promise<{ name: string; text: string }> {
  const [download] = await Promise.all([page.waitForEvent('download'), page.click(`[data-save=${kind}]`)]);
  return { name: download.suggestedFilename(), text: readFileSync(await download.path(), 'utf8') };
}

describe.skipIf(!hasChromium())('sharing in chromium', () => {
  let studio: StudioSite;
  beforeAll(async () => {
    studio = await openStudio();
  });
  afterAll(() => studio?.close());

  it('a copied link lives the same worlds in a fresh profile, but not before it is told to', async () => {
    const first = await studio.open(await fragmentOf(own()));
    await first.page.click('.offer .btn.pri');
    const hash = await hashOn(first.page);
    await first.page.click('.share .btn.pri');
    const address = (await first.page.inputValue('.share .linked')) ?? '';
    expect(address.startsWith(`${studio.site}/#world=`)).toBe(true);
    await first.page.context().close();

    const { page, messages, foreign } = await studio.open(new URL(address).hash);
    await page.waitForSelector('.offer');
    const offer = (await page.textContent('.offer')) ?? '';
    for (const text of ['Six-app benchmark', 'few.yaml', 'Firm 1: Cash', '100', 'Nothing has run yet']) {
      expect(offer).toContain(text);
    }
    expect(await page.$$('.progress')).toEqual([]);
    await page.reload();
    await page.click('.offer .btn.pri');
    expect(await hashOn(page)).toBe(hash);
    await page.waitForSelector('.verdict');
    expect(await page.textContent('.verdict')).toBe('● The same result as in the link, to the last bit.');
    expect([messages, foreign]).toEqual([[], []]);
    await page.context().close();
  });

  it('a link is there though the browser never answers whether it may be copied, until another firm is looked at', async () => {
    const { page } = await studio.open('#explore/six-app-benchmark');
    await page.waitForSelector('.forest');
    await page.evaluate('navigator.clipboard.writeText = () => new Promise(() => {})');
    await page.click('.link');
    await page.click('.share .btn.pri');
    await page.waitForSelector('.share .linked');
    await page.locator('.firms button').last().click();
    await page.waitForSelector('.share .linked', { state: 'detached' });
    await page.context().close();
  });

  it('a link that was left changes nothing, and one to a scenario of the package opens it', async () => {
    const shipped = own({ scenario: { shipped: 'six-app-benchmark' }, changes: { agents: 100 } });
    const { page, messages } = await studio.open(await fragmentOf(shipped));
    await page.click('.offer .btn.quiet');
    await page.waitForSelector('.sc');
    expect(page.url()).toBe(`${studio.site}/#gallery`);
    await page.goBack();
    await page.click('.offer .btn.pri');
    await hashOn(page);
    expect(page.url()).toBe(`${studio.site}/#explore/six-app-benchmark`);
    expect(messages).toEqual([]);
    await page.context().close();
  });

  it.each([
    ['letters', '#world=a+b', 'characters that no link'],
    ['another version', '#world=Agg', 'another version'],
    ['a cut end', '#world=AXicq1Yq', 'Its end is missing'],
    ['too long', `#world=${'A'.repeat(9000)}`, 'longer than any link'],
  ])('a broken link is refused in words: %s', async (_name, fragment, words) => {
    const { page, messages } = await studio.open(fragment);
    await page.waitForSelector('.refused');
    expect(await page.textContent('.refused h2')).toBe('The link was not opened');
    expect(await page.textContent('.refused .sub')).toContain(words);
    expect(messages).toEqual([]);
    await page.context().close();
  });

  it('what a link holds is checked like a file, its problems at lines', async () => {
    const wrong = await studio.open(await fragmentOf(own({ changes: { 'firms.nobody.cash': 1 } })));
    await wrong.page.waitForSelector('.refused .x');
    expect(await wrong.page.textContent('.refused .m')).toMatch(/: expected the name of a firm in the path/);
    const text = SIX.replace(/^months: 12$/m, 'months: -3');
    const line = text.split('\n').indexOf('months: -3') + 1;
    await wrong.page.goto(
      `${studio.site}/${await fragmentOf(own({ scenario: { file: 'few.yaml', text } }))}`,
    );
    await shows(wrong.page, '.refused .x i', `${line}`);
    const none = await fragmentOf(own({ scenario: { shipped: '../../etc/passwd' } }));
    await wrong.page.goto(`${studio.site}/${none}`);
    await shows(wrong.page, '.refused .m', 'passwd');
    expect([wrong.messages, wrong.foreign]).toEqual([[], []]);
    await wrong.page.context().close();
  });

  it('saved files live the same worlds on the command line, and the study compares before and after', async () => {
    const { page, messages } = await studio.open(await fragmentOf(own()));
    await page.click('.offer .btn.pri');
    const hash = await hashOn(page);
    const files = [];
    for (const kind of ['scenarioFile', 'changedFile', 'overlayFile', 'studyFile'])
      files.push(await saved(page, kind));
    expect(files.map(({ name }) => name)).toEqual([
      'few.yaml',
      'few.changed.yaml',
      'few.changes.yaml',
      'few.study.yaml',
    ]);
    await page.click('.share summary');
    await page.waitForSelector('.share pre');
    const commands = await page.$$eval('.share pre', (all) => all.map((one) => one.textContent ?? ''));
    const folder = emptyFolder();
    const fewer = (name: string, text: string) =>
      name.endsWith('.study.yaml') ? text.replace('replicates: 200', 'replicates: 20') : text;
    for (const { name, text } of files) writeFileSync(join(folder, name), fewer(name, text));
    expect(commands).toEqual([
      'npx afterburn run few.yaml --overlay few.changes.yaml --replicates 200 --seed 7',
      'npx afterburn study few.study.yaml',
    ]);
    const words = commands.map((command) => command.split(' ').slice(2));
    const run = await afterburn([...words[0], '--quiet', '--out', 'run'], folder);
    expect(run.stdout).toContain(`\nResult: ${hash}\n`);
    const alone = [
      'run',
      'few.changed.yaml',
      '--replicates',
      '200',
      '--seed',
      '7',
      '--quiet',
      '--out',
      'changed',
    ];
    expect(files[1].text).toContain(`# npx afterburn ${alone.slice(0, 6).join(' ')}\n`);
    expect((await afterburn(alone, folder)).stdout).toContain(`\nResult: ${hash}\n`);
    const study = await afterburn([...words[1], '--quiet', '--out', 'study'], folder);
    expect(study.code).toBe(0);
    expect(study.stdout).toContain(`${CASH}=100`);
    expect(messages).toEqual([]);
    await page.context().close();
  }, 120_000);

  it('a file that is dropped anywhere is taken, a broken one with its errors at their lines', async () => {
    const { page, messages, foreign } = await studio.open('#play');
    await page.waitForSelector('main h1');
    const drop = (name: string, text: string) =>
      page.evaluate(`{
        const dataTransfer = new DataTransfer();
        dataTransfer.items.add(new File([${JSON.stringify(text)}], ${JSON.stringify(name)}));
        document.querySelector('h1').dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true }));
      }`);
    await drop('broken.yaml', SIX.replace(/^months: 12$/m, 'months: never'));
    await shows(page, '.refused .m', 'got "never"');
    await drop('few.yaml', SIX);
    await shows(page, '.scn b', 'Six-app benchmark');
    expect(await page.$$('.refused')).toEqual([]);
    expect([messages, foreign]).toEqual([[], []]);
    await page.context().close();
  });

  it('other files of the command line are refused with a sentence, a scenario with errors at their lines', async () => {
    const { page, messages, foreign } = await studio.open('#gallery');
    const study = readFileSync(join(ROOT, 'scenarios/studies/kimi-cash.yaml'), 'utf8');
    const told = async (name: string, text: string | Uint8Array) => {
      await giveFile(page, name, text);
      await shows(page, '.refused h2', name);
      return ((await page.textContent('.refused')) ?? '').replace(/\s+/g, ' ');
    };
    expect(await told('a.yaml', study)).toContain('a.yaml is no scenarioIt is a study');
    expect(await told('b.yaml', 'values: {firms.kimi.cash: 2 B}')).toContain('It is an overlay');
    expect(await told('c.yaml', 'title: [')).toContain('1 problem in c.yaml');
    expect(await told('d.yaml', '')).toContain('got an empty file');
    expect(await told('e.yaml', Uint8Array.of(0xff, 0xfe, 0))).toContain('expected UTF-8 text');
    expect(await told('f.yaml', '['.repeat(100_000))).toContain('levels of nesting');
    expect(
      await told(
        'g.yaml',
        'a: &a [1,1]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a,*a]\n'.concat(
          ...'cdefg'.split('').map((k, i) => `${k}: &${k} [${Array(10).fill(`*${'bcdef'[i]}`).join(',')}]\n`),
        ),
      ),
    ).toContain('aliases that unfold');
    expect(await told('h.yaml', ' '.repeat(1_100_000))).toContain('a file of at most');
    expect([messages, foreign]).toEqual([[], []]);
    await page.context().close();
  });
});

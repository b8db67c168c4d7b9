/** Plans of a scenario, numbers that a policy sets, and a pasted link, in a browser. Needs chromium and a built dist/studio. */
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Scenario } from '../../sim/index.js';
import { loadFile } from '../../src/store/scenario-file.js';
import { decisionOf, formOf, viewNow } from '../../src/studio/play/form.js';
import { decide, type Game } from '../../src/studio/play/game.js';
import { liveTurn, makeLiver } from '../../src/studio/play/life.js';
import { afterburn } from '../cli/afterburn.js';
import { emptyFolder } from '../empty-folder.js';
import { hasChromium, hashOn, openStudio, ROOT, type StudioSite } from './studio-page.js';

const SCENARIO = join(ROOT, 'scenarios/startup-20m.yaml');
const ARM = 'giantsAbsent';

/** The first seat for two months as the form has them, stopped in the second. */
function stoppedInNode(scenario: Scenario, arm: string | undefined) {
  const plan = arm === undefined ? {} : { arm };
  const [firm] = Object.keys(scenario.firms);
  const start: Game = { scenario: '', values: {}, ...plan, seed: '1', replicate: 0, firm, decisions: [] };
  const next = (game: Game, stop: object): Game => {
    const turn = liveTurn(scenario, game);
    return decide(game, { ...decisionOf(formOf(turn, game.decisions.at(-1)), viewNow(turn)), ...stop });
  };
  const game = next(next(start, {}), { stop: 'wound-down' });
  return makeLiver(scenario, game, 'policy')({ digest: true });
}

describe.skipIf(!hasChromium())('plans of a scenario in chromium', () => {
  let studio: StudioSite;
  beforeAll(async () => {
    studio = await openStudio();
  });
  afterAll(async () => {
    await studio?.close();
  });

  it('the plan that the question is about is one button away, and has the result of the command line', async () => {
    const { page, messages, foreign } = await studio.open('#explore/startup-20m');
    await hashOn(page);
    expect(await page.textContent('h1.say')).toMatch(/^Dalin's start-up runs out of cash in 8\d% of worlds/);
    // none of the first sliders is one that its firm's policy sets
    expect(await page.$$('.rail .fd[data-path="firms.giant.tiers.0.price"]')).toEqual([]);
    expect(await page.textContent('.forest')).toMatch(/9\d% \(\d\d–\d\d\) ■ wound down/);
    await page.click('.prompt .chip');
    await page.waitForSelector(`.foot:has([data-hash]):has-text("--arm ${ARM}")`, { timeout: 60_000 });
    expect(await page.textContent('h1.say')).toMatch(
      /^Dalin's .* points fewer than before \(−\d+ to −\d+ points\)/,
    );
    expect(await page.getAttribute('.arms [aria-pressed="true"]', 'class')).toBe('arm');
    const options = ['--arm', ARM, '--replicates', '200', '--quiet', '--out', 'run'];
    const run = await afterburn(['run', SCENARIO, ...options], emptyFolder());
    expect(run.stdout).toContain(`\nResult: ${await hashOn(page)}\n`);
    await page.click('.people ~ figcaption .link');
    expect(await page.$$eval('.scroll thead th', (cells) => cells.map((cell) => cell.textContent))).toContain(
      'Users, Change',
    );
    await page.click('.tools .btn');
    await page.waitForSelector('.chip.diff', { state: 'detached' });
    expect([messages, foreign]).toEqual([[], []]);
    await page.context().close();
  }, 120_000);

  it('with a plan and a slider at once it is said what before is, and with a plan alone nothing needs to be', async () => {
    const { page, messages } = await studio.open('#explore/startup-20m');
    await hashOn(page);
    await page.click('.prompt .chip');
    await page.waitForSelector('.lead:has-text("Compared with the scenario as it stands")', {
      timeout: 60_000,
    });
    expect(await page.textContent('.lead')).not.toContain('“Before”');
    await page.focus('.fd[data-path="firms.dalin.cash"] input[type=range]');
    await page.keyboard.press('ArrowRight');
    await page.waitForSelector('.lead:has-text("“Before” has neither the plan nor your changes.")', {
      timeout: 60_000,
    });
    expect(messages).toEqual([]);
    await page.context().close();
  }, 120_000);

  it('a link that is pasted into the studio is offered like one that was opened', async () => {
    const first = await studio.open('#explore/startup-20m');
    await hashOn(first.page);
    await first.page.click('.prompt .chip');
    await first.page.click('.share .btn.pri');
    const link = await first.page.inputValue('.linked');
    await first.page.context().close();
    const { page, messages } = await studio.open('#gallery');
    await page.fill('.paste input', link.replace(studio.site, 'http://127.0.0.1:9'));
    await page.press('.paste input', 'Enter');
    await page.waitForSelector('.offer');
    expect(await page.textContent('.offer')).toContain('No giant gives a model away');
    await page.click('.offer .btn.pri');
    await page.waitForSelector('.chip.diff');
    expect(await page.textContent('.chip.diff')).toContain('No giant gives a model away');
    expect(messages).toEqual([]);
    await page.context().close();
  }, 120_000);

  it('a game is played in the market of the plan that Explore has: on its page, over a reload, to its end, in its link', async () => {
    const { page, messages } = await studio.open('#explore/startup-20m');
    await page.click('.prompt .chip');
    await page.click('nav a[href^="#play"]');
    expect(await page.inputValue('#plan')).toBe(ARM);
    await page.click('.seat .go');
    await page.waitForSelector('text="Live through month 1"');
    await page.click('.dec .go');
    await page.waitForSelector('text="Live through month 2"');
    await page.reload();
    await page.waitForSelector('text="Live through month 2"');
    expect(await page.textContent('[data-plan]')).toContain('No giant gives a model away');
    await page.click('text="Stop while there is money left"');
    await page.click('text="Wind the firm down this month"');
    await page.waitForSelector('.score[aria-busy=false]', { timeout: 60_000 });
    expect(await page.getAttribute('.deb [data-plan]', 'data-plan')).toBe(ARM);
    const command = (await page.textContent('.deb code.line')) ?? '';
    expect(command).toBe(`npx afterburn run scenarios/startup-20m.yaml --only 0 --arm ${ARM}`);
    // the same game in Node, without the giant and with it
    const { scenario } = await loadFile(SCENARIO);
    const life = (arm: string | undefined) => stoppedInNode(scenario, arm).digest;
    const played = await page.getAttribute('.deb [data-hash]', 'data-hash');
    expect(played).toBe(life(ARM));
    expect(played).not.toBe(life(undefined));
    await page.click('.deb .acts >> text="Copy link"');
    const link = await page.inputValue('.deb .linked');
    await page.context().close();
    const fresh = await studio.open(link.slice(link.indexOf('#')));
    expect(await fresh.page.textContent('.offer dl')).toContain('No giant gives a model away');
    await fresh.page.click('.offer .btn.pri');
    await fresh.page.waitForSelector('.score[aria-busy=false]', { timeout: 60_000 });
    expect(await fresh.page.getAttribute('.deb [data-hash]', 'data-hash')).toBe(played);
    expect([messages, fresh.messages]).toEqual([[], []]);
    await fresh.page.context().close();
  }, 120_000);
});

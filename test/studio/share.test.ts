/** Share links as plain functions: what is packed comes back, and every broken link is refused in words. */
import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { readSource } from '../../src/source/read-source.js';
import { LONGEST_LINK, pack, unpack } from '../../src/studio/link-bytes.js';
import { linkData, linkOf, type Shared, sharedOf } from '../../src/studio/share.js';
import { misfits, readShared } from '../../src/studio/share-check.js';
import { type Action, type Opened, reduce, START, valuesOf } from '../../src/studio/state.js';
import { legal, oneBurner } from '../sim/made-scenario.js';

const scenario = legal(oneBurner());
const [FIRM] = Object.keys(scenario.firms);
const opened: Opened = { id: 'one', file: 'scenarios/one.yaml', scenario };
const whole: Shared = {
  scenario: { shipped: 'one' },
  changes: { agents: 70, [`firms.${FIRM}.cash`]: 2e6 },
  seed: 'ä seed',
  view: 'play',
  hash: 'a'.repeat(64),
  firms: [FIRM],
  world: 12,
  game: { firm: FIRM, replicate: 3, decisions: [{ prices: [5], ads: { search: 2.5 }, seek: true }, {}] },
};

/** Problems of a link's text as `path: expected, got received (line)`. */
function faults(content: unknown): string[] {
  const { source, problems } = readSource(JSON.stringify(content, null, 1), 'link');
  if (!source) return problems.map(({ expected }) => expected);
  const read = readShared(source);
  const found = 'problems' in read ? read.problems : misfits(read.shared, scenario, source);
  return found.map(({ path, received, line }) => `${path.join('.')}: ${received} (${line})`);
}

const base64url = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64url');

describe('a share link', () => {
  it('brings back everything it was given', async () => {
    const link = await linkOf(whole);
    const data = 'fragment' in link ? linkData(link.fragment) : undefined;
    expect(data).toMatch(/^[\w-]{100,600}$/);
    const unpacked = await unpack(data as string);
    const { source } = readSource('bytes' in unpacked ? unpacked.bytes : '', 'link');
    const read = source && readShared(source);
    expect(JSON.parse(JSON.stringify(read))).toEqual({ shared: whole });
    expect(faults(whole)).toEqual([]);
  });

  it('is refused if it is wrong, cut, altered, of another version, too long, or unpacks without end', async () => {
    const link = await linkOf(whole);
    const data = 'fragment' in link ? (linkData(link.fragment) as string) : '';
    const altered = [40, 90, 140].map(
      (at) => data.slice(0, at) + (data[at] === 'A' ? 'B' : 'A') + data.slice(at + 1),
    );
    expect(await unpack('not+base64/url=')).toEqual({ fault: 'letters' });
    expect(await unpack('')).toEqual({ fault: 'letters' });
    for (let cut = 1; cut < 40; cut++) expect(await unpack(data.slice(0, -cut))).toEqual({ fault: 'cut' });
    expect(await unpack(base64url(Uint8Array.of(2, 1, 0)))).toEqual({ fault: 'version' });
    expect(await unpack('A'.repeat(LONGEST_LINK + 1))).toEqual({ fault: 'length' });
    // 5 MB of blanks are 5 kB as zlib
    const bomb = Buffer.concat([Buffer.of(1), deflateSync(Buffer.alloc(5_000_000, 32), { level: 9 })]);
    expect(base64url(bomb).length).toBeLessThan(LONGEST_LINK);
    expect(await unpack(base64url(bomb))).toEqual({ fault: 'bomb' });
    // another letter somewhere: the checksum tells
    for (const link of altered) expect(await unpack(link)).toEqual({ fault: 'cut' });
  });

  it('tells all that is wrong with what it holds, at the lines of its text', () => {
    expect(faults({})).toEqual([
      'scenario: nothing (1)',
      'changes: nothing (1)',
      'seed: nothing (1)',
      'view: nothing (1)',
    ]);
    expect(faults({ ...whole, seed: 5, wrong: 1 })).toEqual(['seed: 5 (9)', 'wrong: "wrong" (32)']);
    expect(faults({ ...whole, scenario: { file: 'x.yaml' } })).toEqual(['scenario.text: nothing (2)']);
    expect(faults({ ...whole, changes: { agents: null } })).toEqual(['changes.agents: null (6)']);
    expect(faults({ ...whole, game: { firm: FIRM, replicate: -1, decisions: [5] } })).toEqual([
      'game.replicate: -1 (18)',
      'game.decisions: a list of 1 (19)',
    ]);
  });

  it('is held against its scenario: unknown paths, values out of range, firms it does not have', () => {
    expect(faults({ ...whole, changes: { 'firms.nobody.cash': 1, 'a.__proto__.b': 1 } })).toEqual([
      'changes.firms.nobody.cash: "nobody" (6)',
      'changes.a.__proto__.b: "a" (7)',
    ]);
    expect(faults({ ...whole, changes: { agents: -5 } })).toEqual(['changes.agents: -5 (6)']);
    expect(faults({ ...whole, firms: ['constructor'] })).toEqual(['firms.0: "constructor" (13)']);
  });

  it('with a scenario that is too much for it is not made, and says how long it would be', async () => {
    let state = 1;
    const noise = Array.from({ length: 3000 }, () => {
      state = (state * 48271) % 2147483647;
      return state.toString(36);
    });
    const own = { ...whole, scenario: { file: 'own.yaml', text: noise.join(' ') } };
    const link = await linkOf(own);
    expect('tooLong' in link && link.tooLong).toBeGreaterThan(LONGEST_LINK);
  });

  it('unpacks what it packs, whatever the text', async () => {
    for (const text of ['', 'x', '中文 \u{1f600}', 'a'.repeat(100_000)]) {
      const unpacked = await unpack(await pack(text));
      expect('bytes' in unpacked && new TextDecoder().decode(unpacked.bytes)).toBe(text);
    }
  });
});

describe('what a link offers', () => {
  const stateAfter = (...actions: Action[]) => actions.reduce(reduce, START);
  const offer: Action = { type: 'offer', offered: { opened, shared: whole } };

  it('is asked of nobody before it is taken; then its changes are one step over the scenario', () => {
    const waiting = stateAfter(offer);
    expect([waiting.opened, sharedOf(waiting)]).toEqual([undefined, undefined]);
    const taken = stateAfter(offer, { type: 'take' });
    expect([taken.opened, taken.seed, taken.view, taken.offered]).toEqual([
      opened,
      'ä seed',
      'play',
      undefined,
    ]);
    expect([valuesOf(taken), taken.steps.length]).toEqual([whole.changes, 2]);
    expect(valuesOf(reduce(taken, { type: 'undo' }))).toEqual({});
    const { hash, ...rest } = whole;
    expect(sharedOf(taken)).toEqual(rest);
  });

  it('holds the world of the game, whatever Explore has changed since it began, and no game from elsewhere', () => {
    const taken = stateAfter(offer, { type: 'take' });
    const [path] = Object.keys(whole.changes);
    const later = reduce(taken, { type: 'unchange', path });
    expect(valuesOf(later)).not.toEqual(whole.changes);
    expect([sharedOf(later)?.changes, sharedOf(later)?.game]).toEqual([whole.changes, whole.game]);
    const away = sharedOf(reduce(later, { type: 'go', view: 'explore' }));
    expect([away?.changes, away?.game]).toEqual([valuesOf(later), undefined]);
  });

  it('is forgotten when it is left, or when the reader goes elsewhere', () => {
    expect(stateAfter(offer, { type: 'leave' })).toEqual(START);
    expect(stateAfter(offer, { type: 'go', view: 'gallery' })).toEqual(START);
    expect(stateAfter(offer, { type: 'open', opened }).offered).toBeUndefined();
  });
});

/**
 * Names that lead out of a folder, name a device or stand for something else to a shell, a spreadsheet or an object. Names
 * of a scenario are parts of file names (a part of a run is `<arm>-<first>-<last>.part`, so that `con` is no device).
 */
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { linesOf } from './lines.js';
import { MARKET } from './market.js';

const NAMES = [
  ...[
    '..',
    '.',
    '../x',
    '../../x',
    '/etc/passwd',
    'a/b',
    'a/../b',
    './a',
    'a\\b',
    '..\\x',
    'C:',
    'C:\\x',
    '\\\\host\\x',
  ],
  ...[
    '//host/x',
    'file:///x',
    'http://x',
    '~',
    '~root',
    '$HOME',
    '%TEMP%',
    '..%2f',
    '%2e%2e',
    '%00',
    '．．',
    '‥',
    '／x',
  ],
  ...[
    '.hidden',
    '-rf',
    '--out',
    '+x',
    '=1+1',
    '@x',
    '|id',
    '&id',
    ';id',
    '`id`',
    '$(id)',
    '*',
    '?',
    '<x>',
    '"',
    "'",
    '#',
  ],
  ...[
    'nul.txt',
    'con.',
    'a b',
    ' a',
    'a ',
    'a.b',
    'a:b',
    'a,b',
    '[a]',
    '{a}',
    'a\tb',
    'a\nb',
    '',
    ' ',
    '\u200b',
    'a\u200bb',
  ],
  ...['\u202ea', 'a\u0301', 'é', '价格', '😀', '٣', 'x'.repeat(33), 'x'.repeat(5000)],
  ...['__proto__', 'constructor', 'prototype', '__defineGetter__'],
];

const market = parse(MARKET);

/** The market with one firm, segment, channel or arm of this name. */
const PLACES: Readonly<Record<string, (name: string) => object>> = {
  firm: (name) => ({ ...market, firms: own(market.firms, name, market.firms.doubao) }),
  segment: (name) => ({ ...market, segments: own(market.segments, name, {}) }),
  channel: (name) => ({ ...market, channels: own(market.channels, name, market.channels.feed) }),
  arm: (name) => ({ ...market, arms: own(market.arms, name, market.arms.quiet) }),
};

/** A copy with an own key, also if it is `__proto__`. */
function own(map: object, name: string, value: object): object {
  const entries = [...Object.entries(map), [name, value]] as [string, object][];
  return Object.fromEntries(entries);
}

describe.each(Object.keys(PLACES))('a %s', (place) => {
  test('of a usual name is legal', () => {
    const text = JSON.stringify(PLACES[place]('con'));
    const lines = linesOf({ text });
    expect(lines.filter((line) => /a name of 1 to 32 letters|not allowed/.test(line))).toEqual([]);
  });

  test.each(NAMES)('named %j is refused with its place', (name) => {
    const lines = linesOf({ text: JSON.stringify(PLACES[place](name)) });
    const refusal =
      /^m\.yaml:1:\d+( .*)?: expected (a name of 1 to 32 letters|a known field|text that can be seen)/;
    expect(lines.filter((line) => refusal.test(line)).length).toBeGreaterThan(0);
    for (const line of lines) expect(line).not.toMatch(/[\p{Cc}\u202e\u200b]/u);
  });
});

test('there are more than 60 of them', () => {
  expect(new Set(NAMES).size).toBeGreaterThan(60);
});

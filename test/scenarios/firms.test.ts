import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { startMarket } from '../../sim/index.js';
import { readCard } from '../../src/source/card.js';
import { parseSource } from '../../src/source/parse-source.js';
import { formatProblem } from '../../src/source/place.js';

const FOLDER = new URL('../../scenarios/firms/', import.meta.url);
const files = readdirSync(FOLDER).filter((file) => file.endsWith('.yaml'));

/** A market in the card's own currency that starts when its numbers hold; ads can be bought. */
function market(name: string, { currency, asOf }: { currency: unknown; asOf: unknown }): string {
  return `title: Alone
question: Does the card work?
currency: ${currency}
start: ${asOf}
months: 3
people: 2 B
agents: 400
world: {exchangeRate: ${currency === 'CNY' ? 7.1 : 1}, inferenceCost: {start: 1}}
channels: {feed: {otherSpend: 50 M, reach: {all: 0.5}}}
segments: {all: {withApp: 0.3, ever: 0.4}}
firms: {${name}: {firm: ${name}, channels: [feed]}}
`;
}

describe.each(files)('scenarios/firms/%s', (file) => {
  const text = readFileSync(new URL(file, FOLDER), 'utf8');
  const { card, problems } = readCard({ bytes: text, file });
  const name = file.replace('.yaml', '');

  test('is legal, and every number of it has a tag and a named source or a reason', () => {
    expect(problems.map(formatProblem)).toEqual([]);
    expect(card?.name).toBe(name);
  });

  test('opens with what it is, and says when its numbers hold', () => {
    expect(text).toMatch(/^# /);
    expect(card?.firm.about).toMatch(/^As of [A-Z][a-z]+ \d{4}\b/);
    const month = new Date(`${card?.asOf}-01`).toLocaleString('en', { month: 'long', timeZone: 'UTC' });
    expect(card?.firm.about).toContain(`As of ${month} ${String(card?.asOf).slice(0, 4)}`);
  });

  test('cites every source that it names', () => {
    const unused = Object.keys(card?.sources ?? {}).filter(
      (key) => !new RegExp(`\\[[SPLCA] ${key}[\\],: ]`).test(text),
    );
    expect(unused).toEqual([]);
  });

  test('has money in USD, or in CNY with an exchange rate', () => {
    expect(card?.currency === 'USD' || (card?.currency === 'CNY' && card.exchangeRate !== undefined)).toBe(
      true,
    );
  });

  test('lives in a scenario that adds a channel and nothing else', () => {
    if (!card) throw new Error('no card');
    const shelf = { cards: { [name]: { file, bytes: text } }, names: [name] };
    const parsed = parseSource({ text: market(name, card), file: 'm.yaml', shelf });
    expect('problems' in parsed ? parsed.problems.map(formatProblem) : []).toEqual([]);
    if (!('scenario' in parsed)) return;
    const world = startMarket(parsed.scenario, 'cards', 0);
    for (let month = 1; month <= 3; month++) world.step();
  });
});

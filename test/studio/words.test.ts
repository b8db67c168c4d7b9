/** The catalogue of words: nothing in it that no view says, nothing of one language in the other. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { VIEWS } from '../../src/studio/state.js';
import { WORDS } from '../../src/studio/words.js';

const FOLDER = join(import.meta.dirname, '../../src/studio');
const SOURCES = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file) && !/^words/.test(file))
  .map((file) => readFileSync(join(FOLDER, file), 'utf8'))
  .join('\n');

type Leaf = readonly [path: string, text: string];

/** What sentences are told that are not told numbers, by their names. */
const TOLD: Readonly<Record<string, unknown>> = {
  lineSentence: { firm: '7', share: '7%', interval: '6 to 8%', n: 200, isCopies: true, month: '7' },
  usersSentence: { firm: '7', users: '7', payers: '0', month: 7, n: 200 },
  changes: ['7'],
  compare: {
    firm: '7',
    share: { estimate: 0.7, low: 0.6, high: 0.8 },
    n: 200,
    change: { difference: 0.1, low: 0.05, high: 0.15, n: 200 },
    few: false,
    isZero: false,
  },
};

/** Every text of a catalogue with its path; sentences that are functions by what they say of sample arguments. */
function leaves(words: unknown, path: string): Leaf[] {
  if (typeof words === 'string') return [[path, words]];
  if (typeof words === 'function') {
    const said: unknown = words(...Array(words.length).fill(TOLD[path.split('.').at(-1) ?? ''] ?? 7));
    return typeof said === 'string' ? [[path, said]] : leaves(said, path);
  }
  return Object.entries(Object(words)).flatMap(([key, part]) =>
    leaves(part, path === '' ? key : `${path}.${key}`),
  );
}

/** Names of a language in itself, and names that are the same in both. */
const OWN_NAME = ['language', 'switchLanguage'];
const isOwnName = ([path]: Leaf) => OWN_NAME.includes(path);
/** Such as `7, 7` of a sentence that is all numbers. */
const hasWords = ([, text]: Leaf) => /\p{L}{2}/u.test(text);

describe('the words', () => {
  it('are all said by some view', () => {
    const blocks = Object.entries(WORDS.en).flatMap(([key, part]) =>
      typeof part === 'object' && !Array.isArray(part) ? [key, ...Object.keys(part)] : [key],
    );
    const unsaid = blocks.filter(
      (key) => !new RegExp(`\\.${key}\\b|\\b${key}: \\w+ } = words`).test(SOURCES),
    );
    expect(unsaid.filter((key) => !VIEWS.some((view) => view === key))).toEqual([]);
  });

  it('have the same places in both languages', () => {
    const paths = (words: object) => leaves(words, '').map(([path]) => path);
    expect(paths(WORDS.zh)).toEqual(paths(WORDS.en));
  });

  it('are Chinese in Chinese and not in English, sentences with numbers too', () => {
    const strange = leaves(WORDS.en, '').filter((leaf) => !isOwnName(leaf));
    expect(strange.filter(([, text]) => /\p{Script=Han}/u.test(text))).toEqual([]);
    const plain = leaves(WORDS.zh, '').filter((leaf) => !isOwnName(leaf) && hasWords(leaf));
    expect(plain.filter(([, text]) => !/\p{Script=Han}/u.test(text))).toEqual([]);
  });
});

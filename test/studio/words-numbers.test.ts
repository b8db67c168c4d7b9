/**
 * Sentences with numbers: what is told in one language is told in the other, and English counts one without an s. Every
 * sentence is given nothing, 0, 1, 7 and without end in every place; what a place means is not asked.
 */
import { describe, expect, it } from 'vitest';
import { WORDS } from '../../src/studio/words.js';

const VALUES = [undefined, 0, 1, 7, Number.POSITIVE_INFINITY];
/** Sentences that are told words or an object, by their names. */
const TOLD: Readonly<Record<string, readonly unknown[][]>> = {
  forestHow: [
    ['worlds', 36],
    ['cases', 7],
  ],
  plusMinus: [['1'], ['7']],
  usersLead: [
    [{ low: '6', high: '8', n: 1, months: 1, copies: 1 }],
    [{ low: '', high: '', n: 200, months: 36, copies: 7 }],
  ],
};

/** Told an object with parts that have a shape: answers.test.ts and headline-zh.test.ts. */
const OBJECTS = ['lineSentence', 'usersSentence', 'compare', 'changes'];

function rows(length: number): unknown[][] {
  if (length === 0) return [[]];
  return rows(length - 1).flatMap((row) => VALUES.map((value) => [...row, value]));
}

interface Said {
  readonly path: string;
  readonly en: string;
  readonly zh: string;
}

/** What both languages say of the same arguments; told by name are only those above, other objects have tests of their own. */
function both(en: unknown, zh: unknown, path = ''): Said[] {
  if (typeof en === 'string') return [{ path, en, zh: String(zh) }];
  if (typeof en !== 'function')
    return Object.entries(Object(en)).flatMap(([key, part]) =>
      both(part, (zh as Record<string, unknown>)[key], `${path}.${key}`),
    );
  const name = path.split('.').at(-1) ?? '';
  if (OBJECTS.includes(name)) return [];
  const told = Object.hasOwn(TOLD, name) ? TOLD[name] : rows(en.length);
  return told.flatMap((row) => both(en(...row), (zh as typeof en)(...row), path));
}

const numbers = (text: string) => [...new Set(text.match(/\d+/g))].sort();
const said = both(WORDS.en, WORDS.zh);

describe('sentences with numbers', () => {
  it('tell the same numbers in both languages, whatever they are told', () => {
    const strange = said.filter(({ en, zh }) => numbers(en).join() !== numbers(zh).join());
    expect(strange).toEqual([]);
    expect(said.length).toBeGreaterThan(2000);
  });

  it('count one world, month, plan and so on without an s in English', () => {
    const counts =
      /(?<![\d.])1 (worlds|months|plans|firms|scenarios|problems|cases|users|futures|orders|points)\b/;
    expect(said.filter(({ en }) => counts.test(en))).toEqual([]);
  });
});

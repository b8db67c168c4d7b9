/**
 * What is wrong with a file, in another language: each text is one of some two hundred English patterns, so a table of
 * patterns translates it; a text that fits none stays English. Names and values of the file are kept letter by letter.
 */
import { type Translations, translated } from './translations.js';

interface Pattern {
  readonly test: RegExp;
  readonly text: string;
  /** Of each place: is what stands there translated too? */
  readonly deep: readonly boolean[];
}

const PLACE = /\{~?\}/g;

function patternOf([english, text]: [string, string]): Pattern {
  const plain = english.split(PLACE).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`));
  const deep = [...english.matchAll(PLACE)].map(([place]) => place === '{~}');
  return { test: new RegExp(`^${plain.join('(.+?)')}$`, 's'), text, deep };
}

/** `{~}` and `{}` of the Chinese take what stood at those of the English, each kind in its order. */
function filled({ text, deep }: Pattern, parts: readonly string[], say: (part: string) => string): string {
  const kept = parts.filter((_, k) => !deep[k]);
  const said = parts.filter((_, k) => deep[k]).map(say);
  return text.replace(PLACE, (place) => (place === '{~}' ? said.shift() : kept.shift()) ?? '');
}

function unitIn({ units }: Translations, unit: string): string | undefined {
  return translated(units, unit)?.replace('currency', '货币');
}

const known = new WeakMap<Translations, readonly Pattern[]>();

/** Says expected, received and hint of a `Problem` in the language of the translations; without them as they are. */
export function problemTexts(by: Translations | undefined): (text: string) => string {
  if (!by) return (text) => text;
  const patterns = known.get(by) ?? Object.entries(by.problems).map(patternOf);
  known.set(by, patterns);
  const say = (text: string): string => {
    const pattern = patterns.find(({ test }) => test.test(text));
    if (!pattern) return unitIn(by, text) ?? text;
    return filled(pattern, (pattern.test.exec(text) as RegExpExecArray).slice(1), say);
  };
  return say;
}

/**
 * Chinese with names in Latin letters: a space stands between a letter and a Chinese character on both sides, as
 * Chinese typesetters have it (W3C, Requirements for Chinese Text Layout, 3.2.2). Names come from scenarios, so the space
 * is set when a sentence is said. Digits stay as the sentences have them: 1.62亿 is one number.
 */
const BEFORE = /(\p{Script=Han})(?=[A-Za-z])/gu;
const AFTER = /([A-Za-z])(?=\p{Script=Han})/gu;

/** A text with its spaces. */
export function spacedText(text: string): string {
  return text.replace(BEFORE, '$1 ').replace(AFTER, '$1 ');
}

/** Words with their spaces: texts, lists and blocks of them, and what functions among them say. Plain data and functions only. */
export function spaced<T>(words: T): T {
  return spacedValue(words) as T;
}

function spacedValue(value: unknown): unknown {
  if (typeof value === 'string') return spacedText(value);
  if (typeof value === 'function')
    return Object.defineProperty((...told: unknown[]) => spacedValue(value(...told)), 'length', {
      value: value.length,
    });
  if (Array.isArray(value)) return value.map(spacedValue);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, spacedValue(part)]));
}

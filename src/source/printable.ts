/**
 * Foreign text in a message for a terminal: what no eye sees is written as an escape, so that a quoted name can neither
 * move the cursor, set a title or a link, nor turn the direction of the text. New lines stay: messages have them.
 */

/** Control and format characters, line separators, private use, lone surrogates. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cs}]/gu;

function escaped(character: string): string {
  const units = Array.from({ length: character.length }, (_, k) => character.charCodeAt(k));
  return units.map((unit) => `\\u${unit.toString(16).padStart(4, '0')}`).join('');
}

/** The text with `\u001b` for an escape character, and the like; JSON stays the same JSON. */
export function printable(text: string): string {
  return text.replace(INVISIBLE, (character) => (character === '\n' ? character : escaped(character)));
}

/**
 * Names and sentences of a scenario are foreign text. They come through here before anything is printed or drawn.
 */

const ESCAPE = String.fromCharCode(0x1b);
const BELL = String.fromCharCode(0x07);
/** Operating system commands (titles, links) up to their end, then colours and other control sequences. */
const ESCAPE_SEQUENCE = new RegExp(
  `${ESCAPE}\\][^${BELL}${ESCAPE}]*(?:${BELL}|${ESCAPE}\\\\)?|[${ESCAPE}\\u009b][[()#;?]*[0-9;]*[A-Za-z@~]?`,
  'g',
);
/** Control and format characters (zero width, direction marks), line separators, private use, lone surrogates. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cs}]+/gu;

/** One line of visible text: escape sequences removed, control and format characters become a space. */
export function plainText(text: string): string {
  return text.replace(ESCAPE_SEQUENCE, '').replace(INVISIBLE, ' ').replace(/ {2,}/g, ' ').trim();
}

/** Text for HTML content and quoted attributes. */
export function escapeHtml(text: string): string {
  return plainText(text)
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
    .replace(/'/g, '&#39;');
}

/** A name as HTML; what stands in brackets at its end is an element of its own, which a phone leaves out in tables. */
export function nameHtml(name: string): string {
  const [, bare, rest] = /^(.*[^\s])(\s*[(（][^()（）]*[)）])$/.exec(plainText(name)) ?? [];
  if (bare === undefined) return escapeHtml(name);
  return `${escapeHtml(bare)}<em class="br">${rest.startsWith(' ') ? ' ' : ''}${escapeHtml(rest)}</em>`;
}

/**
 * Text for plotly, which reads a few tags and entities in labels: tags are removed; a name made of nothing else
 * keeps its letters with the brackets replaced.
 */
export function plotText(text: string): string {
  const line = plainText(text);
  const stripped = line.replace(/<[^>]*>?/g, '').trim();
  return (stripped === '' ? line : stripped)
    .replace(/</g, '‹')
    .replace(/>/g, '›')
    .replace(/&(?=#?\w+;)/g, '+');
}

/** JSON that is safe inside a script element: `<`, `>`, `&` and the two line separators are written as escapes. */
export function embedJson(value: unknown): string {
  return JSON.stringify(value).replace(
    /[<>&\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

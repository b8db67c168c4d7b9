/** How much room a label of 12 px in half-bold may take, without asking the page. */

/** Widths of a letter and of a Chinese one, px: seldom less than the fonts of the tokens take. */
const LETTER = { latin: 8, han: 13 } as const;

/** Pixels. */
export function textWidth(text: string): number {
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  return han * LETTER.han + (text.length - han) * LETTER.latin;
}

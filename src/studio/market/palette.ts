/** Colours of the canvas, read from the page's tokens, for a canvas knows no custom properties. */

/** Slots with a colour of their own; later firms have the last one. */
const COLOURS = 12;

export interface Palette {
  /** Of firms by slot - 1, 1 to 12: marks and text. */
  readonly mark: readonly string[];
  readonly text: readonly string[];
  readonly ink: string;
  readonly faint: string;
  readonly line: string;
  readonly card: string;
  readonly ends: Readonly<Record<string, { readonly mark: string; readonly text: string }>>;
  readonly font: string;
}

/** Name of a firm's colour: `--f1` to `--f12` for marks, `--t1` to `--t12` for text. */
export function colourOf(slot: number, kind: 'f' | 't' = 'f'): string {
  return `--${kind}${Math.min(slot, COLOURS)}`;
}

/** Token names of the ends of firms. */
const ENDS = { 'cash-out': 'out', acquired: 'acq', 'wound-down': 'wound', paused: 'wound' };
/** Their glyphs: an end is never told by colour alone. */
export const GLYPHS: Readonly<Record<string, string>> = {
  'cash-out': '✕',
  acquired: '◆',
  'wound-down': '■',
  paused: '‖',
};

/** Reads all tokens as they stand: anew after a change of theme or language. */
export function readPalette(): Palette {
  const style = getComputedStyle(document.documentElement);
  const token = (name: string) => style.getPropertyValue(name).trim();
  const slots = Array.from({ length: COLOURS }, (_, k) => k + 1);
  return {
    mark: slots.map((slot) => token(colourOf(slot))),
    text: slots.map((slot) => token(colourOf(slot, 't'))),
    ink: token('--ink'),
    faint: token('--ink3'),
    line: token('--line'),
    card: token('--card'),
    ends: Object.fromEntries(
      Object.entries(ENDS).map(([end, name]) => [
        end,
        { mark: token(`--${name}`), text: token(`--${name}-t`) },
      ]),
    ),
    font: token('--sans'),
  };
}

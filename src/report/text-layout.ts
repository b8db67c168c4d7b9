/** Text for a terminal: colours, sentences broken at spaces, tables without lines. */
import Table from 'cli-table3';

/** Puts codes of colour around a text, or leaves it as it is. */
export type Paint = (text: string, ...codes: readonly number[]) => string;

export const DIM = 2;

/** Colours if they are wanted. */
export function painter(colour: boolean): Paint {
  const start = `${String.fromCharCode(27)}[`;
  return (text, ...codes) => (colour ? `${start}${codes.join(';')}m${text}${start}0m` : text);
}

/** A text of at most so many letters. */
export function shorten(text: string, length: number): string {
  const letters = [...text];
  return letters.length <= length ? text : `${letters.slice(0, length - 1).join('')}…`;
}

/** Breaks a sentence at spaces. */
export function wrap(text: string, width: number, indent = ''): string {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > width - indent.length) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line].map((part, i) => (i === 0 ? part : indent + part)).join('\n');
}

/** A table with quiet heads; `right`: columns of numbers. */
export function makeTable(head: readonly string[], right: readonly number[], paint: Paint): Table.Table {
  return new Table({
    head: head.map((text) => paint(text, DIM)),
    colAligns: head.map((_, column) => (right.includes(column) ? 'right' : 'left')),
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': 2, compact: true },
    chars: {
      top: '',
      'top-mid': '',
      'top-left': '',
      'top-right': '',
      bottom: '',
      'bottom-mid': '',
      'bottom-left': '',
      'bottom-right': '',
      left: '',
      'left-mid': '',
      mid: '',
      'mid-mid': '',
      right: '',
      'right-mid': '',
      middle: '',
    },
  });
}

/** The lines of a table, without blanks at their ends. */
export function tableText(table: Table.Table): string {
  return table
    .toString()
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n');
}

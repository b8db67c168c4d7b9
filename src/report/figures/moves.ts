/** Moves between apps over the whole world: the largest streams as a table. */
import type { Summary } from '../../experiment/summary.js';
import type { Figure } from '../figure.js';
import { shortNumber } from '../figure.js';
import { firmTag } from '../frame.js';
import { worlds } from '../narrative.js';
import { percent, scaled } from '../numbers.js';

const SHOWN = 12;

interface Move {
  readonly from: number;
  readonly to: number;
  readonly people: number;
}

function allMoves(summary: Summary): Move[] {
  const size = summary.firmIds.length + 1;
  return summary.moves
    .map((people, i) => ({ from: Math.floor(i / size), to: i % size, people }))
    .filter(({ from, to, people }) => from !== to && people > 0)
    .sort((a, b) => b.people - a.people || a.from - b.from || a.to - b.to);
}

function tag(summary: Summary, node: number): string {
  return node === 0
    ? '<span class="firm"><i style="--c:var(--ink3)"></i>No app</span>'
    : firmTag(summary, summary.firmIds[node - 1]);
}

/** The twelve largest moves; the table of all of them is in the CSV. */
export function movesFigure(summary: Summary): Figure {
  const moves = allMoves(summary);
  const left = new Map<number, number>();
  for (const { from, people } of moves) left.set(from, (left.get(from) ?? 0) + people);
  const id = (node: number) => (node === 0 ? 'No app' : summary.firmIds[node - 1]);
  const rows = moves.slice(0, SHOWN).map(({ from, to, people }) => {
    const share = percent(people / (left.get(from) ?? people));
    return `<tr><td>${tag(summary, from)}</td><td>${tag(summary, to)}</td><td class="n">${scaled(people)}</td><td class="n">${share}</td></tr>`;
  });
  const head = '<th>from</th><th>to</th><th class="n">people</th><th class="n">of leavers</th>';
  return {
    id: 'moves',
    title: 'Largest moves',
    how: `People who changed their first app in months 1 to ${summary.months}, mean over worlds. Someone who moves twice counts twice. Leavers: all who left the first of the two.`,
    label: '',
    note: `${worlds(summary.n)}; ${Math.min(SHOWN, moves.length)} of ${moves.length} streams, all of them in the CSV.`,
    isTable: true,
    body: `<div data-scroll><table><thead><tr>${head}</tr></thead><tbody>${rows.join('')}</tbody></table></div>`,
    sheet: {
      columns: [
        { name: 'from', kind: 'firm' },
        { name: 'to', kind: 'firm' },
        { name: 'people', kind: 'people' },
      ],
      rows: moves.map(({ from, to, people }) => [id(from), id(to), shortNumber(people)]),
    },
  };
}

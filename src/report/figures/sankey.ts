/**
 * Where the users of the start are at the end. Ribbons are filled shapes in a box that stretches sideways only, so
 * the drawing fits any width without script. People without an app at both ends are not drawn: they would be most
 * of the picture and say nothing.
 */
import type { Summary } from '../../experiment/summary.js';
import { firmName } from '../cases.js';
import type { Figure } from '../figure.js';
import { shortNumber } from '../figure.js';
import { worlds } from '../narrative.js';
import { scaled } from '../numbers.js';
import { escapeHtml, nameHtml } from '../plain-text.js';
import { spread } from '../spread.js';
import { slotColour } from '../words.js';

const HEIGHT = 460;
const GAP = 8;
const LABEL_GAP = 16;
const LEAST = 1.5;

/** One side of the diagram: people and place of each node, index 0 = no app. */
interface Side {
  readonly people: readonly number[];
  readonly top: readonly number[];
}

interface Sides {
  readonly left: Side;
  readonly right: Side;
  /** Pixels a person. */
  readonly scale: number;
}

/** People from x to y, index 0 = no app, without those who had none at both ends. */
function flows(summary: Summary): number[][] {
  const size = summary.firmIds.length + 1;
  const rows = Array.from({ length: size }, (_, from) =>
    Array.from({ length: size }, (_, to) => summary.origins[from * size + to] ?? 0),
  );
  rows[0][0] = 0;
  return rows;
}

/** Firms in scenario order, people without an app last. */
function nodeOrder(size: number): number[] {
  return [...Array.from({ length: size - 1 }, (_, i) => i + 1), 0];
}

function makeSide(people: readonly number[], scale: number): Side {
  const top = new Array<number>(people.length).fill(0);
  let y = 0;
  for (const node of nodeOrder(people.length)) {
    top[node] = y;
    if (people[node] > 0) y += Math.max(LEAST, people[node] * scale) + GAP;
  }
  return { people, top };
}

function pixelsPerPerson(sides: readonly (readonly number[])[]): number {
  const fits = sides.map((people) => {
    const shown = people.filter((n) => n > 0);
    const total = shown.reduce((sum, n) => sum + n, 0);
    return (HEIGHT - GAP * Math.max(0, shown.length - 1) - LEAST * shown.length) / Math.max(1, total);
  });
  return Math.min(...fits);
}

function nodeColour(summary: Summary, node: number): string {
  return node === 0 ? 'var(--ink3)' : slotColour(summary.firms[summary.firmIds[node - 1]].slot);
}

function nodeName(summary: Summary, node: number): string {
  return node === 0 ? 'No app' : firmName(summary, summary.firmIds[node - 1]);
}

function nodeId(summary: Summary, node: number): string {
  return node === 0 ? 'No app' : summary.firmIds[node - 1];
}

function ribbons(summary: Summary, rows: readonly number[][], { left, right, scale }: Sides): string {
  const [outgoing, incoming] = [[...left.top], [...right.top]];
  const shapes: string[] = [];
  for (const from of nodeOrder(rows.length)) {
    for (const to of nodeOrder(rows.length)) {
      const thick = rows[from][to] * scale;
      const [a, b] = [outgoing[from], incoming[to]];
      outgoing[from] += thick;
      incoming[to] += thick;
      if (thick < 0.25) continue;
      const opacity = from === 0 ? 0.16 : from === to ? 0.24 : 0.46;
      const [y0, y1, y2, y3] = [a, b, b + thick, a + thick].map((y) => y.toFixed(1));
      const title = `${nodeName(summary, from)} to ${nodeName(summary, to)}: ${scaled(rows[from][to])} people`;
      shapes.push(
        `<path d="M0 ${y0}C50 ${y0} 50 ${y1} 100 ${y1}V${y2}C50 ${y2} 50 ${y3} 0 ${y3}Z" style="fill:${nodeColour(summary, from)}" opacity="${opacity}"><title>${escapeHtml(title)}</title></path>`,
      );
    }
  }
  return `<svg class="flow" viewBox="0 0 100 ${HEIGHT}" preserveAspectRatio="none" width="100%" height="${HEIGHT}" aria-hidden="true">${shapes.join('')}</svg>`;
}

function bars(summary: Summary, side: Side, scale: number): string {
  const rects = side.people.map((people, node) => {
    if (people <= 0) return '';
    const height = Math.max(LEAST, people * scale).toFixed(1);
    return `<rect x="0" y="${side.top[node].toFixed(1)}" width="10" height="${height}" rx="2" style="fill:${nodeColour(summary, node)}"/>`;
  });
  return `<svg width="10" height="${HEIGHT}" aria-hidden="true">${rects.join('')}</svg>`;
}

function labels(summary: Summary, side: Side, scale: number): string {
  const nodes = nodeOrder(side.people.length).filter((node) => side.people[node] > 0);
  const wanted = nodes.map((node) => side.top[node] + Math.max(LEAST, side.people[node] * scale) / 2);
  const places = spread(wanted, LABEL_GAP, 6, HEIGHT - 6);
  const items = nodes.map((node, i) => {
    const colour =
      node === 0 ? 'var(--ink2)' : slotColour(summary.firms[summary.firmIds[node - 1]].slot, 't');
    return `<div style="top:${(places[i] - 9).toFixed(1)}px;color:${colour}"><b>${nameHtml(nodeName(summary, node))}</b><span>${scaled(side.people[node])}</span></div>`;
  });
  return items.join('');
}

function diagram(summary: Summary, rows: readonly number[][]): string {
  const starts = rows.map((row) => row.reduce((sum, n) => sum + n, 0));
  const ends = rows.map((_, to) => rows.reduce((sum, row) => sum + row[to], 0));
  const scale = pixelsPerPerson([starts, ends]);
  const [left, right] = [makeSide(starts, scale), makeSide(ends, scale)];
  const label = escapeHtml(
    `Where users come from and go to between the start and month ${summary.months}: ${summary.firmIds
      .map((id, i) => `${firmName(summary, id)} ${scaled(starts[i + 1])} to ${scaled(ends[i + 1])}`)
      .join(', ')}.`,
  );
  return `<div class="sankey-head"><span>before month 1</span><span>month ${summary.months}</span></div>
<div class="sankey" role="img" aria-label="${label}" style="height:${HEIGHT}px"><div class="side left">${labels(summary, left, scale)}</div>${bars(summary, left, scale)}${ribbons(summary, rows, { left, right, scale })}${bars(summary, right, scale)}<div class="side right">${labels(summary, right, scale)}</div></div>`;
}

/** Sankey diagram of `origins`: main app before month 1 and at the end. */
export function sankeyFigure(summary: Summary): Figure {
  const rows = flows(summary);
  const never = scaled(summary.origins[0] ?? 0);
  const cells = rows.flatMap((row, from) =>
    row.map((people, to) => [nodeId(summary, from), nodeId(summary, to), shortNumber(people)]),
  );
  return {
    id: 'origins',
    title: `Where the users of the start are in month ${summary.months}`,
    how: 'People by their first app, mean over worlds. Colour: where they started; paler: stayed.',
    label: '',
    note: `${worlds(summary.n)}. ${never} people had no app at either end and are not drawn.`,
    body: diagram(summary, rows),
    sheet: {
      columns: [
        { name: 'before month 1', kind: 'firm' },
        { name: `month ${summary.months}`, kind: 'firm' },
        { name: 'people', kind: 'people' },
      ],
      rows: cells.filter(([, , people]) => Number(people) > 0),
    },
  };
}

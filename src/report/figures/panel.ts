/** A small chart of lines with bands over one field: x in percent of the box, so that it fits any width without script. */
import { escapeHtml } from '../plain-text.js';
import { type Axis, percentOn, placeOn, tickText } from './axis.js';
import type { Interval } from './rows.js';

const HEIGHT = 150;

/** An outcome at a value of the field. */
export interface PanelPoint extends Interval {
  readonly x: number;
}

/** A line; `dash` tells lines of one colour apart. */
export interface PanelLine {
  readonly dash: string;
  /** By rising x. */
  readonly points: readonly PanelPoint[];
}

/** One panel. `tag` is HTML. */
export interface Panel {
  readonly tag: string;
  readonly colour: string;
  readonly x: Axis;
  readonly y: Axis;
  readonly lines: readonly PanelLine[];
  readonly label: string;
}

function flat(axis: Axis, value: number): string {
  return (placeOn(axis, value) * 100).toFixed(2);
}

function above(axis: Axis, value: number): string {
  return ((1 - placeOn(axis, value)) * 100).toFixed(2);
}

function lineHtml({ x, y, colour }: Panel, { dash, points }: PanelLine): string {
  const known = points.filter(({ estimate, low, high }) => [estimate, low, high].every(Number.isFinite));
  const at = (value: number, of: PanelPoint) => `${flat(x, of.x)},${above(y, value)}`;
  const band = [
    ...known.map((own) => at(own.high, own)),
    ...[...known].reverse().map((own) => at(own.low, own)),
  ];
  const line = known.map((own) => at(own.estimate, own));
  const dots = known.map(
    (own) => `<circle cx="${percentOn(x, own.x)}" cy="${above(y, own.estimate)}%" r="2.8" fill="${colour}"/>`,
  );
  return `<svg width="100%" height="${HEIGHT}" viewBox="0 0 100 100" preserveAspectRatio="none"><polygon points="${band.join(' ')}" fill="${colour}" opacity=".15"/><polyline class="ln" style="stroke:${colour}" stroke-dasharray="${dash}" points="${line.join(' ')}"/></svg><svg width="100%" height="${HEIGHT}">${dots.join('')}</svg>`;
}

/** The panel as HTML. */
export function panelHtml(panel: Panel): string {
  const { x, y, tag, lines, label } = panel;
  const down = (tick: number) => (1 - placeOn(y, tick)) * HEIGHT;
  const grid = y.ticks.map(
    (tick) =>
      `<line class="${tick === 0 ? 'zl' : 'gl'}" x1="0" x2="100%" y1="${down(tick).toFixed(1)}" y2="${down(tick).toFixed(1)}"/>`,
  );
  const left = y.ticks.map(
    (tick) =>
      `<text x="100%" dx="-8" y="${(down(tick) + 4).toFixed(1)}" text-anchor="end">${tickText(y, tick)}</text>`,
  );
  const under = x.ticks.map(
    (tick) =>
      `<text x="${percentOn(x, tick)}" y="${HEIGHT + 18}" text-anchor="middle">${tickText(x, tick)}</text>`,
  );
  const drawn = lines.map((line) => lineHtml(panel, line));
  return `<div class="panel" role="img" aria-label="${escapeHtml(label)}"><div class="pt">${tag}</div><svg class="w" width="52" height="${HEIGHT + 24}" aria-hidden="true">${left.join('')}</svg><svg class="w" width="100%" height="${HEIGHT + 24}" aria-hidden="true">${grid.join('')}${under.join('')}${drawn.join('')}</svg></div>`;
}

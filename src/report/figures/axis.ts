/** A scale of numbers from left to right, x in percent of the box, so that a drawing fits any width without script. */
import { niceTicks, shortTick } from '../ticks.js';

/** From `low` to `high`, with round marks. */
export interface Axis {
  readonly low: number;
  readonly high: number;
  readonly ticks: readonly number[];
  /** Text of a mark. */
  write(value: number): string;
}

const MARGIN = 0.04;
const WANTED = 4;

/** A scale that holds all numbers (those that are none are left out) and zero. @param wanted marks, about */
export function axisOver(values: readonly number[], write: (value: number) => string, wanted = WANTED): Axis {
  const finite = values.filter(Number.isFinite);
  const least = finite.reduce((low, value) => Math.min(low, value), 0);
  const most = finite.reduce((high, value) => Math.max(high, value), 0);
  if (least === most) return { low: 0, high: 1, ticks: [0], write };
  const margin = (most - least) * MARGIN;
  const [low, high] = [least < 0 ? least - margin : 0, most > 0 ? most + margin : 0];
  return { low, high, ticks: niceTicks(low, high, wanted), write };
}

/** A scale of shares from 0 to 100 %. */
export function shareAxis(write: (value: number) => string): Axis {
  return { low: 0, high: 1, ticks: [0, 0.25, 0.5, 0.75, 1], write };
}

/** The text of a mark. */
export function tickText({ write }: Axis, tick: number): string {
  return shortTick(write(tick));
}

/** Place of a value, 0..1. */
export function placeOn({ low, high }: Axis, value: number): number {
  return (value - low) / (high - low);
}

/** Place of a value in percent of the width, for an attribute. */
export function percentOn(axis: Axis, value: number): string {
  return `${(placeOn(axis, value) * 100).toFixed(2)}%`;
}

/** Vertical lines at the marks, that of zero darker; `height` in pixels. */
export function axisGrid(axis: Axis, height: number): string {
  return axis.ticks
    .map((tick) => {
      const x = percentOn(axis, tick);
      return `<line class="${tick === 0 ? 'zl' : 'gl'}" x1="${x}" x2="${x}" y1="0" y2="${height}"/>`;
    })
    .join('');
}

/** The texts of the marks, to stand under a drawing. */
export function axisTexts(axis: Axis): string {
  const isNew = (tick: number, k: number) =>
    k === 0 || tickText(axis, tick) !== tickText(axis, axis.ticks[k - 1]);
  return axis.ticks
    .filter(isNew)
    .map(
      (tick) =>
        `<text class="ax" x="${percentOn(axis, tick)}" y="16" text-anchor="middle">${tickText(axis, tick)}</text>`,
    )
    .join('');
}

/** The plane of a chart by month: a drawing as wide as its place, axes, and the paths of lines, bands and steps. */
import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { niceTicks } from '../../report/ticks.js';
import { textWidth } from '../text-width.js';

/** Where things stand, in pixels. */
export interface Plane {
  readonly width: number;
  readonly x: (month: number) => number;
  readonly y: (value: number) => number;
  /** Edges of the area of the data. */
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** What a plane is asked to show. `low` and `high`: of the values; `below`: pixels under the axis for more rows. */
interface PlaneProps {
  readonly label: string;
  readonly months: number;
  readonly low: number;
  readonly high: number;
  readonly ticks: readonly (readonly [number, string])[];
  readonly monthWord: string;
  readonly below?: number;
  /** Labels right of the data; the longest takes at most a third of the width. */
  readonly labels?: readonly string[];
  readonly children: (plane: Plane) => ComponentChildren;
}

const HEIGHT = 264;
const EDGE = { top: 10, bottom: 40, left: 60, right: 84 };
/** Between the data and its labels. */
export const LABEL_GAP = 8;
/** Narrower charts have fewer months at the axis. */
const NARROW = 420;

/** The width of an element, kept up to date. */
function useWidth() {
  const place = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    const element = place.current;
    if (!element) return undefined;
    const measure = () => setWidth(Math.round(element.clientWidth));
    measure();
    const watch = new ResizeObserver(measure);
    watch.observe(element);
    return () => watch.disconnect();
  }, []);
  return { place, width };
}

function Axes({ plane, months, ticks, monthWord }: { plane: Plane } & Omit<PlaneProps, 'children'>) {
  const { x, y, left, right, bottom, width } = plane;
  const every = niceTicks(0, months, width < NARROW ? 4 : 6).filter(Number.isInteger);
  return (
    <>
      {ticks.map(([value, text]) => (
        <g key={text}>
          <line class={value === 0 ? 'zl' : 'gl'} x1={left} x2={right} y1={y(value)} y2={y(value)} />
          <text class="ax" x={left - 8} y={y(value) + 4} text-anchor="end">
            {text}
          </text>
        </g>
      ))}
      {every.map((month) => (
        <g key={month}>
          <line class="zl" x1={x(month)} x2={x(month)} y1={bottom} y2={bottom + 4} />
          <text class="ax" x={x(month)} y={bottom + 18} text-anchor="middle">
            {month}
          </text>
        </g>
      ))}
      <text class="ax" x={right + 8} y={bottom + 18}>
        {monthWord}
      </text>
    </>
  );
}

export function PlaneOf(props: PlaneProps) {
  const { place, width } = useWidth();
  const { months, low, high, below = 0, label, labels = [], children } = props;
  const longest = LABEL_GAP + Math.max(0, ...labels.map(textWidth));
  const room = Math.max(EDGE.right, Math.min(longest, width / 3));
  const [left, right] = [EDGE.left, Math.max(EDGE.left + 80, width - room)];
  const [top, bottom] = [EDGE.top, HEIGHT - EDGE.bottom];
  const x = (month: number) => left + ((right - left) * month) / months;
  const y = (value: number) => bottom - ((bottom - top) * (value - low)) / (high - low || 1);
  const plane: Plane = { width, x, y, left, right, top, bottom };
  return (
    <div class="plane" ref={place} role="img" aria-label={label}>
      {width > 0 && (
        <svg width={width} height={HEIGHT + below} aria-hidden="true">
          <Axes plane={plane} {...props} />
          {children(plane)}
        </svg>
      )}
    </div>
  );
}

type Point = readonly [number, number];

function text(points: readonly Point[], join: string): string {
  return points.map(([a, b]) => `${a.toFixed(1)} ${b.toFixed(1)}`).join(join);
}

/** Straight from point to point. */
export function linePath(points: readonly Point[]): string {
  return points.length > 0 ? `M${text(points, 'L')}` : '';
}

/** Level until the next point, then up or down to it. */
export function stepped(points: readonly Point[]): Point[] {
  return points.flatMap(([a, b], k): Point[] =>
    k === 0
      ? [[a, b]]
      : [
          [a, points[k - 1][1]],
          [a, b],
        ],
  );
}

/** The area between two lines of one length. */
export function bandPath(upper: readonly Point[], lower: readonly Point[]): string {
  return upper.length > 0 ? `M${text([...upper, ...[...lower].reverse()], 'L')}Z` : '';
}

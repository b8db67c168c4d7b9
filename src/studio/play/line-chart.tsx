/** Lines over months with direct labels at their ends, a fan where one is known, and a table of the same numbers. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { count } from '../../report/numbers.js';
import { niceTicks, shortTick } from '../../report/ticks.js';
import { textWidth } from '../text-width.js';

/** One line. `values[k]` is month `from + k`. */
export interface Line {
  readonly label: string;
  readonly values: readonly number[];
  /** Class of the stroke and of its label: `f1` to `f12`, `before`. */
  readonly slot: string;
  readonly strong?: boolean;
  readonly dashed?: boolean;
  /** Ends in a cash-out. */
  readonly out?: boolean;
}

export interface LineChartProps {
  readonly lines: readonly Line[];
  /** Quantiles by month from `now` on: 5, 25, 50, 75, 95 %. */
  readonly fan?: readonly (readonly number[])[];
  readonly fanSlot?: string;
  readonly now?: number;
  readonly months: number;
  readonly label: string;
  readonly words: { readonly month: string; readonly now: string; readonly median: string };
  readonly write: (value: number) => string;
}

const HEIGHT = 250;
const PAD = { left: 56, top: 16, bottom: 28 };
/** Least distance of two labels, px. */
const APART = 15;

function useWidth() {
  const box = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  useEffect(() => {
    if (!box.current) return;
    const watch = new ResizeObserver(([entry]) => setWidth(entry.contentRect.width));
    watch.observe(box.current);
    return () => watch.disconnect();
  }, []);
  return [box, width] as const;
}

/** Heights of labels, moved apart in their order. */
function spread(heights: readonly number[]): number[] {
  const order = heights.map((_, k) => k).sort((a, b) => heights[a] - heights[b]);
  const placed = [...heights];
  for (let k = 1; k < order.length; k++) {
    placed[order[k]] = Math.max(placed[order[k]], placed[order[k - 1]] + APART);
  }
  const over = Math.max(0, placed[order[order.length - 1]] - (HEIGHT - PAD.bottom - 8));
  for (let k = order.length - 1; k >= 0 && over > 0; k--) {
    const limit = k === order.length - 1 ? HEIGHT - PAD.bottom - 8 : placed[order[k + 1]] - APART;
    placed[order[k]] = Math.min(placed[order[k]], limit);
  }
  return placed;
}

/** Room for the labels: the longest, at most a third of the drawing. */
function rightPad({ lines, words }: LineChartProps, width: number): number {
  const labels = [words.median, words.month, ...lines.map(({ label }) => label)];
  return Math.min(Math.max(...labels.map(textWidth)) + 16, width / 3);
}

/** A label that fits into the room. */
function fitted(label: string, room: number): string {
  if (textWidth(label) <= room) return label;
  let short = label;
  while (short.length > 1 && textWidth(`${short}…`) > room) short = short.slice(0, -1);
  return `${short.trimEnd()}…`;
}

function scales(props: LineChartProps, width: number) {
  const { lines, fan = [], months } = props;
  const all = [0, ...lines.flatMap(({ values }) => values), ...fan.flat()];
  const [low, high] = [Math.min(...all), Math.max(1, ...all)];
  const inner = Math.max(10, width - PAD.left - rightPad(props, width));
  const tall = HEIGHT - PAD.top - PAD.bottom;
  return {
    x: (month: number) => PAD.left + (month / months) * inner,
    y: (value: number) => PAD.top + ((high - value) / (high - low)) * tall,
    ticks: niceTicks(low, high, 4),
  };
}

type Scales = ReturnType<typeof scales>;

function path(values: readonly number[], from: number, { x, y }: Scales): string {
  return values
    .map((value, k) => `${k === 0 ? 'M' : 'L'}${x(from + k).toFixed(1)} ${y(value).toFixed(1)}`)
    .join('');
}

function band(fan: readonly (readonly number[])[], [low, high]: [number, number], at: [number, Scales]) {
  const [from, { x, y }] = at;
  const point = (k: number, q: number) => `${x(from + k).toFixed(1)} ${y(fan[k][q]).toFixed(1)}`;
  const up = fan.map((_, k) => point(k, high));
  const down = fan.map((_, k) => point(k, low)).reverse();
  return `M${[...up, ...down].join('L')}Z`;
}

function Axes({ months, write, words, now }: LineChartProps, { x, y, ticks }: Scales) {
  const step = months > 36 ? 12 : months > 14 ? 6 : 3;
  const marks = Array.from({ length: Math.floor(months / step) + 1 }, (_, k) => k * step);
  return (
    <>
      {ticks.map((tick) => (
        <g key={tick}>
          <line class={tick === 0 ? 'zl' : 'gl'} x1={x(0)} x2={x(months)} y1={y(tick)} y2={y(tick)} />
          <text class="ax" x={PAD.left - 8} y={y(tick) + 4} text-anchor="end">
            {shortTick(write(tick))}
          </text>
        </g>
      ))}
      {marks.map((month) => (
        <text key={month} class="ax" x={x(month)} y={HEIGHT - 8} text-anchor="middle">
          {month}
        </text>
      ))}
      <text class="ax" x={x(months) + 12} y={HEIGHT - 8}>
        {words.month}
      </text>
      {now !== undefined && (
        <>
          <line class="now" x1={x(now)} x2={x(now)} y1={PAD.top} y2={HEIGHT - PAD.bottom} />
          <text class="ax" x={x(now) + 5} y={PAD.top + 2}>
            {words.now}
          </text>
        </>
      )}
    </>
  );
}

function Fan(fan: readonly (readonly number[])[], slot: string, at: [number, Scales]) {
  const middle = fan.map((quantiles) => quantiles[2]);
  return (
    <>
      <path class={`fan out ${slot}`} d={band(fan, [0, 4], at)} />
      <path class={`fan in ${slot}`} d={band(fan, [1, 3], at)} />
      <path class={`line ${slot}`} d={path(middle, ...at)} />
    </>
  );
}

function Drawn(props: LineChartProps & { width: number }) {
  const { lines, fan = [], fanSlot = '', now = 0, width, words } = props;
  const scale = scales(props, width);
  const { x, y } = scale;
  const shown = lines.filter(({ values }) => values.length > 0);
  const last = fan.at(-1);
  const ends = [
    ...shown.map(({ values }) => y(values[values.length - 1])),
    ...(last && fan.length > 1 ? [y(last[2])] : []),
  ];
  const heights = spread(ends);
  const end = (values: readonly number[]) => x(values.length - 1);
  const right = last && fan.length > 1 ? x(now + fan.length - 1) : 0;
  const at = (values: readonly number[]) => Math.max(end(values), right) + 8;
  return (
    <svg width={width} height={HEIGHT} aria-hidden="true">
      {Axes(props, scale)}
      {fan.length > 1 && Fan(fan, fanSlot, [now, scale])}
      {shown.map(({ label, values, slot, strong, dashed, out }, k) => (
        <g key={label}>
          <path
            class={`line ${slot}${strong ? ' strong' : ''}${dashed ? ' dashed' : ''}`}
            d={path(values, 0, scale)}
          />
          {values.length === 1 && <circle class={`point ${slot}`} cx={x(0)} cy={y(values[0])} r="3" />}
          {out && (
            <text class="cross" x={end(values)} y={y(values[values.length - 1]) + 5} text-anchor="middle">
              ✕
            </text>
          )}
          {(!last || fan.length < 2) && (
            <text class={`lab ${slot}`} x={at(values)} y={heights[k] + 4}>
              {fitted(label, width - at(values))}
            </text>
          )}
        </g>
      ))}
      {last && fan.length > 1 && (
        <text class={`lab ${fanSlot}`} x={right + 8} y={heights[shown.length] + 4}>
          {words.median}
        </text>
      )}
    </svg>
  );
}

/** The drawing; its label is a sentence, its table is beside it (`NumberTable`). */
export function LineChart(props: LineChartProps) {
  const [box, width] = useWidth();
  return (
    <div class="plot" ref={box} role="img" aria-label={props.label}>
      {width > 0 && <Drawn {...props} width={width} />}
    </div>
  );
}

/** The same numbers by month, to the last digit. */
export function NumberTable({ lines, words }: LineChartProps) {
  const months = Math.max(0, ...lines.map(({ values }) => values.length));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reached by keyboard
    <section class="sheet" tabIndex={0} aria-label={words.month}>
      <table class="mini">
        <thead>
          <tr>
            <th scope="col">{words.month}</th>
            {lines.map(({ label }) => (
              <th key={label} scope="col">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {Array.from({ length: months }, (_, month) => (
            <tr key={month}>
              <th scope="row">{month}</th>
              {lines.map(({ label, values }) => (
                <td key={label}>{month < values.length ? count(values[month]) : '–'}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

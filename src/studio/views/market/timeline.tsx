/** Play, pause, step, scrub and speed, and the ends of firms at their months. */
import type { FirmLine, World } from '../../market/history.js';
import { GLYPHS } from '../../market/palette.js';
import type { Words } from '../../words.js';

export const SPEEDS = [0.5, 1, 4] as const;
export type Speed = (typeof SPEEDS)[number];

const SHAPES = {
  play: 'M4 2.5v11l9-5.5z',
  pause: 'M4 3h3v10H4zM9 3h3v10H9z',
  back: 'M13 3v10L6 8zM3 3h2v10H3z',
  step: 'M3 3v10l7-5zM11 3h2v10h-2z',
};

function Control(props: { shape: keyof typeof SHAPES; label: string; off?: boolean; act: () => void }) {
  return (
    <button
      type="button"
      class="btn icon"
      aria-label={props.label}
      title={props.label}
      disabled={props.off ?? false}
      onClick={props.act}
    >
      <svg viewBox="0 0 16 16" aria-hidden="true">
        <path d={SHAPES[props.shape]} fill="currentColor" />
      </svg>
    </button>
  );
}

/** Rows for labels that would touch: each takes about this share of the line, by its letters. */
function rowsOf(firms: readonly FirmLine[], months: number): number[] {
  const ends: number[] = [];
  return firms.map(({ exitMonth, name }) => {
    const at = (exitMonth ?? 0) / months;
    const half = (name.length + 4) * 0.0075;
    let row = ends.findIndex((end) => at - half > end);
    if (row < 0) row = ends.length;
    ends[row] = at + half;
    return row;
  });
}

/** Ends on the timeline; the table says them too. */
function Exits({ world, words }: { world: World; words: Words }) {
  const firms = world.firms
    .filter((firm) => firm.exitMonth !== null)
    .sort((a, b) => (a.exitMonth ?? 0) - (b.exitMonth ?? 0));
  const rows = rowsOf(firms, world.months);
  if (firms.length === 0) return null;
  return (
    <ul class="exits" aria-label={words.market.exits} style={{ height: `${(Math.max(...rows) + 1) * 18}px` }}>
      {firms.map((firm, k) => (
        <li
          key={firm.id}
          class={firm.end}
          style={{ left: `${((firm.exitMonth ?? 0) / world.months) * 100}%`, top: `${rows[k] * 18}px` }}
          aria-label={words.market.exit(
            firm.name,
            words.market.ends[firm.end] ?? firm.end,
            firm.exitMonth ?? 0,
          )}
        >
          <span aria-hidden="true">
            {GLYPHS[firm.end]} {firm.name}
          </span>
        </li>
      ))}
    </ul>
  );
}

export interface TimelineProps {
  readonly world: World;
  readonly month: number;
  readonly playing: boolean;
  readonly speed: Speed;
  readonly words: Words;
  go(month: number): void;
  play(on: boolean): void;
  hurry(speed: Speed): void;
}

export function Timeline({ world, month, playing, speed, words, go, play, hurry }: TimelineProps) {
  const { market } = words;
  const scrub = (event: Event) => go(Number((event.currentTarget as HTMLInputElement).value));
  return (
    <>
      <div class="tl">
        <Control
          shape={playing ? 'pause' : 'play'}
          label={playing ? market.pause : market.play}
          act={() => play(!playing)}
        />
        <Control shape="back" label={market.back} off={month === 0} act={() => go(month - 1)} />
        <Control shape="step" label={market.step} off={month >= world.months} act={() => go(month + 1)} />
        <b class="mo" aria-live={playing ? 'off' : 'polite'}>
          {market.month(month)}
        </b>
        <fieldset class="seg">
          <legend class="vh">{market.speed}</legend>
          {SPEEDS.map((one) => (
            <button key={one} type="button" aria-pressed={one === speed} onClick={() => hurry(one)}>
              {one === 0.5 ? '½×' : `${one}×`}
            </button>
          ))}
        </fieldset>
        <input
          type="range"
          min="0"
          max={world.months}
          value={month}
          aria-label={market.scrub}
          aria-valuetext={market.month(month)}
          onInput={scrub}
        />
      </div>
      <Exits world={world} words={words} />
    </>
  );
}

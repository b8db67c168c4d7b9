/** Play, pause, step, scrub and speed, and the ends of firms at their months. */
import type { FirmLine, World } from '../../market/history.js';
import { GLYPHS } from '../../market/palette.js';
import { shortNames } from '../../short-names.js';
import type { Words } from '../../words.js';
import { Track } from '../track.jsx';

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

/** Part of the line that a letter takes, on a desk and on a phone, where long names are cut at so many letters. */
const LETTER = { wide: 0.011, narrow: 0.021 };
const CUT = 14;

/** Where a label is tied to its month: names near the ends of the line lie inwards. */
function sideOf(at: number): 'from' | 'mid' | 'to' {
  return at < 0.2 ? 'from' : at > 0.8 ? 'to' : 'mid';
}

/** Length in Latin letters; a Chinese one is as wide as two. */
function lettersOf(name: string): number {
  return name.length + (name.match(/\p{Script=Han}/gu)?.length ?? 0);
}

/** Rows in which no two labels touch. */
function rowsOf(firms: readonly FirmLine[], months: number, names: readonly string[]): number[] {
  const narrow = matchMedia('(max-width: 760px)').matches;
  const ends: number[] = [];
  return firms.map(({ exitMonth }, k) => {
    const at = (exitMonth ?? 0) / months;
    const width =
      (Math.min(lettersOf(names[k]), narrow ? CUT : 99) + 3) * (narrow ? LETTER.narrow : LETTER.wide);
    const begin = at - { from: 0, mid: width / 2, to: width }[sideOf(at)];
    let row = ends.findIndex((end) => begin > end);
    if (row < 0) row = ends.length;
    ends[row] = begin + width;
    return row;
  });
}

/** More rows of names than this are told as numbers by month. */
const MOST_ROWS = 4;

/** A mark on the timeline: a firm, or several that end alike in one month. */
interface Mark {
  readonly month: number;
  readonly end: string;
  readonly text: string;
  readonly spoken: string;
  readonly row: number;
}

function byName(firms: readonly FirmLine[], world: World, { market }: Words): Mark[] {
  const short = shortNames(firms.map(({ name }) => name));
  const rows = rowsOf(firms, world.months, short);
  return firms.map(({ name, end, exitMonth }, k) => ({
    month: exitMonth ?? 0,
    end,
    text: short[k],
    spoken: market.exit(name, market.ends[end] ?? end, exitMonth ?? 0),
    row: rows[k],
  }));
}

/** Marks with numbers that fit on the line, on a desk and on a phone. */
const FIT = { wide: 21, narrow: 12 };

/** One mark a kind of end and month, or a few months where they are many; each mark says its firms and months. */
function byNumber(firms: readonly FirmLine[], world: World, { market }: Words): Mark[] {
  const fit = matchMedia('(max-width: 760px)').matches ? FIT.narrow : FIT.wide;
  const step = Math.max(1, Math.ceil(world.months / fit));
  const groups = new Map<string, FirmLine[]>();
  for (const firm of firms) {
    const key = `${Math.ceil((firm.exitMonth ?? 0) / step)} ${firm.end}`;
    groups.set(key, [...(groups.get(key) ?? []), firm]);
  }
  const kinds = Object.keys(GLYPHS).filter((kind) => firms.some(({ end }) => end === kind));
  return [...groups.values()].map((group) => {
    const [{ end, exitMonth }] = group;
    const last = Math.ceil((exitMonth ?? 0) / step) * step;
    const texts = group.map((firm) => market.exit(firm.name, market.ends[end] ?? end, firm.exitMonth ?? 0));
    return {
      month: last - (step - 1) / 2,
      end,
      text: group.length > 1 ? `${group.length}` : '',
      spoken: texts.join('; '),
      row: kinds.indexOf(end),
    };
  });
}

/** Ends on the timeline; the table says them too. */
function Exits({ world, words }: { world: World; words: Words }) {
  const firms = world.firms
    .filter((firm) => firm.exitMonth !== null)
    .sort((a, b) => (a.exitMonth ?? 0) - (b.exitMonth ?? 0));
  if (firms.length === 0) return null;
  const named = byName(firms, world, words);
  const few = named.every(({ row }) => row < MOST_ROWS);
  const marks = few ? named : byNumber(firms, world, words);
  const height = (Math.max(...marks.map(({ row }) => row)) + 1) * 18;
  return (
    <ul class="exits" aria-label={words.market.exits} style={{ height: `${height}px` }}>
      {marks.map(({ month, end, text, spoken, row }) => (
        <li
          key={spoken}
          class={`${end} ${few ? sideOf(month / world.months) : 'mid'}`}
          style={{ left: `${(month / world.months) * 100}%`, top: `${row * 18}px` }}
          title={spoken}
        >
          <span aria-hidden="true">
            {GLYPHS[end]}
            {few ? ' ' : ''}
            {text}
          </span>
          <span class="vh">{spoken}</span>
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
        <Track
          to={month / world.months}
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

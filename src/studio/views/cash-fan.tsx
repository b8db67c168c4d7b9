/** Cash of the leading firm as a fan: 50 % and 90 % of worlds, the median, three single worlds; before is dashed. */
import type { Fan, FirmSummary } from '../../experiment/summary.js';
import { firmName } from '../../report/cases.js';
import { spread } from '../../report/spread.js';
import { niceTicks, shortTick } from '../../report/ticks.js';
import { amount } from '../amount.js';
import type { Seen } from '../seen.js';
import type { Language, Words } from '../words.js';
import { colourOf, inkOf } from './colour.js';
import { Figure, Rows } from './figure.jsx';
import { bandPath, linePath, type Plane, PlaneOf } from './plane.jsx';

type Quantile = Exclude<keyof Fan, 'mean'>;

/** A quantile by month, from the cash before the first month. */
function pointsOf(values: readonly number[], start: number, { x, y }: Plane): [number, number][] {
  return [start, ...values]
    .map((value, month): [number, number] => [x(month), y(value)])
    .filter(([, at]) => Number.isFinite(at));
}

function Now({ firm, plane }: { firm: FirmSummary; plane: Plane }) {
  const colour = colourOf(firm);
  const at = (name: Quantile) => pointsOf(firm.cash[name], firm.startCash, plane);
  return (
    <>
      <path d={bandPath(at('q95'), at('q05'))} fill={colour} opacity="0.14" />
      <path d={bandPath(at('q75'), at('q25'))} fill={colour} opacity="0.22" />
      {firm.worlds.map(({ replicate, cash }) => (
        <path
          key={replicate}
          class="hl"
          d={linePath(pointsOf(cash, firm.startCash, plane))}
          stroke={colour}
        />
      ))}
      <path class="ln" d={linePath(at('q50'))} stroke={colour} />
    </>
  );
}

function Was({ firm, plane }: { firm: FirmSummary; plane: Plane }) {
  const at = (name: Quantile) => linePath(pointsOf(firm.cash[name], firm.startCash, plane));
  return (
    <>
      <path class="ln was thin" d={at('q05')} />
      <path class="ln was thin" d={at('q95')} />
      <path class="ln was" d={at('q50')} />
    </>
  );
}

/** Labels at the end of the lines: the quantiles of now. */
function Ends({ firm, plane, words }: { firm: FirmSummary; plane: Plane; words: Words }) {
  const { q05, q50, q95 } = firm.cash;
  const ends = [
    ['95%', q95.at(-1)],
    [words.ex.median, q50.at(-1)],
    ['5%', q05.at(-1)],
  ] as const;
  const at = spread(
    ends.map(([, value]) => plane.y(value ?? 0)),
    15,
    plane.top + 4,
    plane.bottom,
  );
  return (
    <>
      {ends.map(([text], k) => (
        <text
          key={text}
          class={k === 1 ? 'lab' : 'ax'}
          x={plane.right + 8}
          y={at[k] + 4}
          fill={k === 1 ? inkOf(firm) : undefined}
        >
          {text}
        </text>
      ))}
    </>
  );
}

function bounds(firms: readonly FirmSummary[]): readonly [number, number] {
  const all = firms.flatMap(({ cash, startCash, worlds }) => [
    startCash,
    ...cash.q05,
    ...cash.q95,
    ...worlds.flatMap((world) => world.cash),
  ]);
  const known = all.filter(Number.isFinite);
  return [Math.min(0, ...known), Math.max(1, ...known)];
}

export function CashFan({ seen, words, language }: { seen: Seen; words: Words; language: Language }) {
  const { summary, before, focus } = seen;
  const firm = summary.firms[focus[0]];
  const was = before?.summary.firms[focus[0]];
  const name = firmName(summary, focus[0]);
  const [low, high] = bounds(was ? [firm, was] : [firm]);
  const tickText = (value: number) => (value === 0 ? '0' : shortTick(amount(value, language)));
  const money = (value: number | undefined) => (value === undefined ? '–' : amount(value, language));
  const { q05, q25, q50, q75, q95 } = firm.cash;
  const ends = words.ex.cashEnds(money(q50.at(-1)), money(q05.at(-1)), money(q95.at(-1)));
  const chart = () => (
    <PlaneOf
      label={words.ex.cashLabel(name, ends)}
      ticks={niceTicks(low, high, 4).map((value) => [value, tickText(value)] as const)}
      {...{ low, high, months: summary.months, monthWord: words.ex.month }}
    >
      {(plane) => (
        <>
          {was && <Was firm={was} plane={plane} />}
          <Now firm={firm} plane={plane} />
          <Ends firm={firm} plane={plane} words={words} />
        </>
      )}
    </PlaneOf>
  );
  const table = () => (
    <Rows
      head={[
        words.ex.monthHead,
        words.ex.median,
        words.ex.middle,
        words.ex.most,
        ...(was ? [words.ex.before] : []),
      ]}
      rows={q50.map((middle, month) => [
        String(month + 1),
        money(middle),
        words.ex.range(money(q25[month]), money(q75[month])),
        words.ex.range(money(q05[month]), money(q95[month])),
        ...(was ? [money(was.cash.q50[month])] : []),
      ])}
    />
  );
  const sub = words.ex.cashHow(summary.currency);
  return (
    <Figure
      title={words.ex.cash(name)}
      sub={was ? `${sub} ${words.ex.dashed(name)}` : sub}
      note={words.ex.cashNote(summary.n)}
      {...{ words, chart, table }}
    />
  );
}

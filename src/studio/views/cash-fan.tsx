/**
 * Cash, users or payers of the leading firm as a fan: 50 % and 90 % of worlds, the median, of cash three single worlds;
 * before is dashed.
 */
import { useState } from 'preact/hooks';
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
import { Switch } from './switch.jsx';

type Quantile = Exclude<keyof Fan, 'mean'>;

/** What a fan may show of a firm. */
type FanOf = 'cash' | 'users' | 'payers';

/** A quantile by month; of cash from what there was before the first month. */
function pointsOf(values: readonly number[], start: number, { x, y }: Plane): [number, number][] {
  return [start, ...values]
    .map((value, month): [number, number] => [x(month), y(value)])
    .filter(([, at]) => Number.isFinite(at));
}

interface LinesProps {
  readonly firm: FirmSummary;
  readonly of: FanOf;
  readonly plane: Plane;
}

/** Only of cash the summary knows what there was in the beginning. */
function startOf(firm: FirmSummary, of: FanOf): number {
  return of === 'cash' ? firm.startCash : Number.NaN;
}

function Now({ firm, of, plane }: LinesProps) {
  const colour = colourOf(firm);
  const at = (name: Quantile) => pointsOf(firm[of][name], startOf(firm, of), plane);
  return (
    <>
      <path d={bandPath(at('q95'), at('q05'))} fill={colour} opacity="0.14" />
      <path d={bandPath(at('q75'), at('q25'))} fill={colour} opacity="0.22" />
      {singlesOf(firm, of).map(({ replicate, cash }) => (
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

function Was({ firm, of, plane }: LinesProps) {
  const at = (name: Quantile) => linePath(pointsOf(firm[of][name], startOf(firm, of), plane));
  return (
    <>
      <path class="ln was thin" d={at('q05')} />
      <path class="ln was thin" d={at('q95')} />
      <path class="ln was" d={at('q50')} />
    </>
  );
}

/** Labels at the end of the lines: the quantiles of now. */
function Ends({ firm, of, plane, words }: LinesProps & { words: Words }) {
  const { q05, q50, q95 } = firm[of];
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

/** Single worlds, which the summary has of cash alone. */
function singlesOf(firm: FirmSummary, of: FanOf): FirmSummary['worlds'] {
  return of === 'cash' ? firm.worlds : [];
}

function bounds(firms: readonly FirmSummary[], of: FanOf): readonly [number, number] {
  const all = firms.flatMap((firm) => [
    startOf(firm, of),
    ...firm[of].q05,
    ...firm[of].q95,
    ...singlesOf(firm, of).flatMap((world) => world.cash),
  ]);
  const known = all.filter(Number.isFinite);
  return [Math.min(0, ...known), Math.max(1, ...known)];
}

export function CashFan({ seen, words, language }: { seen: Seen; words: Words; language: Language }) {
  const { summary, before, focus } = seen;
  const [wanted, choose] = useState<FanOf>(seen.measure === 'users' ? 'users' : 'cash');
  const firm = summary.firms[focus[0]];
  const of = firm.hasApp ? wanted : 'cash';
  const was = before?.summary.firms[focus[0]];
  const name = firmName(summary, focus[0]);
  const [low, high] = bounds(was ? [firm, was] : [firm], of);
  const titles = {
    cash: words.ex.cash,
    users: words.answers.fanUsers,
    payers: words.answers.fanPayers,
  };
  const title = titles[of](name);
  const tickText = (value: number) => (value === 0 ? '0' : shortTick(amount(value, language)));
  const money = (value: number | undefined) => (value === undefined ? '–' : amount(value, language));
  const { q05, q25, q50, q75, q95 } = firm[of];
  const ends = words.ex.cashEnds(money(q50.at(-1)), money(q05.at(-1)), money(q95.at(-1)));
  const chart = () => (
    <PlaneOf
      label={of === 'cash' ? words.ex.cashLabel(name, ends) : `${title}${words.colon()}${ends}`}
      ticks={niceTicks(low, high, 4).map((value) => [value, tickText(value)] as const)}
      {...{ low, high, months: summary.months, monthWord: words.ex.month }}
    >
      {(plane) => (
        <>
          {was && <Was firm={was} of={of} plane={plane} />}
          <Now firm={firm} of={of} plane={plane} />
          <Ends firm={firm} of={of} plane={plane} words={words} />
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
        ...(was ? [money(was[of].q50[month])] : []),
      ])}
    />
  );
  const sub = of === 'cash' ? words.ex.cashHow(summary.currency) : words.answers.fanHow;
  const choices = [
    ['cash', words.answers.cash],
    ['users', words.answers.people.users],
    ['payers', words.answers.people.payers],
  ] as const;
  return (
    <Figure
      title={title}
      tools={firm.hasApp && <Switch label={words.answers.measure} of={choices} value={of} choose={choose} />}
      sub={was ? sub + words.gap() + words.ex.dashed(name) : sub}
      note={of === 'cash' ? words.ex.cashNote(summary.n) : words.answers.fanNote(summary.n)}
      {...{ words, chart, table }}
    />
  );
}

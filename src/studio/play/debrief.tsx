/** After the game: the verdict, you against your twin, where the money went, every strategy in your seat. */
import type { ComponentChildren } from 'preact';
import { exact, fine, signedExact } from './digits.js';
import { Figure } from './figure.jsx';
import { type Life, openingCash } from './life.js';
import type { Line } from './line-chart.jsx';
import { MarketTold } from './market-told.jsx';
import { moneyLines } from './money.js';
import { slotOf } from './names.js';
import { Scores } from './scores.jsx';
import { type DebriefProps, endOf, Verdict } from './verdict.jsx';

function TwinChart({ told, words, scenario, play, language, turn }: DebriefProps) {
  const slot = `f${slotOf(scenario, play.game.firm)}`;
  const start = openingCash(told.you);
  const mark = told.turning?.move.month;
  const line = (life: Life, more: Pick<Line, 'label' | 'slot'> & Partial<Line>): Line => ({
    ...more,
    values: [start, ...life.cash],
    out: life.status === 'cash-out',
  });
  const write = (value: number) => fine(value, language);
  return (
    <Figure
      title={words.twinTitle}
      how={words.twinHow(scenario.currency)}
      words={words}
      chart={{
        lines: [
          line(told.twin, { label: words.twin, slot: 'before', dashed: true }),
          line(told.you, { label: words.you, slot, strong: true }),
        ],
        months: turn.months,
        label: words.endCash(write(endOf(told.you)), write(endOf(told.twin)), scenario.currency),
        words: mark === undefined ? words : { ...words, now: words.markMonth(mark) },
        write,
        ...(mark === undefined ? {} : { now: mark }),
      }}
    />
  );
}

/** A row of the waterfall: where its bar begins and ends, currency. */
interface Bar {
  readonly name: string;
  readonly from: number;
  readonly to: number;
  readonly kind: 'total' | 'in' | 'out';
}

function barsOf({ told, words }: DebriefProps): Bar[] {
  const opening = openingCash(told.you);
  let level = opening;
  const steps = moneyLines(told.you).map(({ line, money }): Bar => {
    const from = level;
    level += money;
    return { name: words.lines[line], from, to: level, kind: money > 0 ? 'in' : 'out' };
  });
  const last = endOf(told.you);
  return [
    { name: words.opening, from: 0, to: opening, kind: 'total' },
    ...steps,
    { name: last < 0 ? words.unpaid : words.closing, from: 0, to: last, kind: 'total' },
  ];
}

function Waterfall(props: DebriefProps) {
  const { words, scenario } = props;
  const bars = barsOf(props);
  const ends = bars.flatMap(({ from, to }) => [from, to]);
  const [low, high] = [Math.min(0, ...ends), Math.max(1, ...ends)];
  const x = (value: number) => `${(((value - low) / (high - low)) * 100).toFixed(2)}%`;
  const width = (size: number) => `${Math.max(0.3, (size / (high - low)) * 100).toFixed(2)}%`;
  return (
    <section class="card">
      <h2 class="h3">{words.moneyTitle}</h2>
      <p class="sub">{words.moneyHow(scenario.currency)}</p>
      <dl class="waf">
        {bars.map(({ name, from, to, kind }) => (
          <div key={name} class={kind}>
            <dt>{name}</dt>
            <dd>
              <svg height="18" aria-hidden="true">
                <line class="zl" x1={x(0)} x2={x(0)} y1="0" y2="18" />
                <rect
                  class={kind}
                  x={x(Math.min(from, to))}
                  width={width(Math.abs(to - from))}
                  y="2"
                  height="14"
                  rx="2"
                />
              </svg>
              <b>{kind === 'total' ? exact(to) : signedExact(Math.round(to) - Math.round(from))}</b>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Again({ play, words, dispatch, children }: DebriefProps & { children: ComponentChildren }) {
  const begin = (replicate: number) =>
    dispatch({ type: 'play', does: { do: 'begin', game: { ...play.game, replicate, decisions: [] } } });
  return (
    <div class="acts">
      <button type="button" class="btn pri" onClick={() => begin(play.game.replicate)}>
        {words.again}
      </button>
      <button type="button" class="btn" onClick={() => begin(play.game.replicate + 1)}>
        {words.newLuck}
      </button>
      <button
        type="button"
        class="btn quiet"
        onClick={() => dispatch({ type: 'play', does: { do: 'leave' } })}
      >
        {words.leave}
      </button>
      {children}
    </div>
  );
}

/** `children`: how the game is shared. */
export function Debrief({ children, ...props }: DebriefProps & { children: ComponentChildren }) {
  return (
    <div class="page deb">
      <Verdict {...props} />
      <MarketTold {...props} />
      <TwinChart {...props} />
      <div class="two">
        <Waterfall {...props} />
        <Scores {...props} />
        <div class="after">
          <p class="foot">
            <span>
              {props.words.result}
              {props.words.colon()}
              <code data-hash={props.told.you.digest}>{props.told.you.digest}</code>
            </span>
          </p>
          <Again {...props}>{children}</Again>
        </div>
      </div>
    </div>
  );
}

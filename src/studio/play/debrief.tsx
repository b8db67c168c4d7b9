/** After the game: the verdict, you against your twin, where the money went, every strategy in your seat. */
import { amount, figure, signedAmount, withUnit } from '../amount.js';
import { tierName } from './decisions.jsx';
import { Figure } from './figure.jsx';
import { NO_LIMIT, NOT_SOLD } from './form.js';
import type { Score } from './jobs.js';
import { type Life, openingCash } from './life.js';
import type { Line } from './line-chart.jsx';
import { moneyLines } from './money.js';
import { channelName, nameOf, slotOf } from './names.js';
import type { Debrief as Told } from './state.js';
import type { TableProps } from './table.jsx';
import type { Step } from './turning.js';

interface DebriefProps extends TableProps {
  readonly told: Told;
}

function endOf({ cash }: Life): number {
  return cash.at(-1) ?? 0;
}

/** Most fields of a decision that are named. */
const NAMED = 2;

function stepText(props: DebriefProps, { field, before, now }: Step): string {
  const { words, scenario, language } = props;
  const [key, part] = field.split('.', 2);
  const names: Record<string, () => string> = {
    prices: () => words.price(tierName(props, Number(part))),
    quotas: () => words.quota(tierName(props, Number(part))),
    ads: () => words.ads(channelName(scenario, part)),
    research: () => words.research,
    fixedCost: () => words.fixedCost,
    apiPrice: () => words.apiPrice,
    seek: () => words.seek,
  };
  if (!Object.hasOwn(names, key)) return words.stop;
  const write = (value: Step['now']): string => {
    if (key === 'seek') return value ? words.yes : words.no;
    if (value === undefined) return words.asPlanned;
    if (key === 'prices' && Number(value) >= NOT_SOLD) return words.notSold;
    if (key === 'quotas' && Number(value) >= NO_LIMIT) return words.noLimit;
    return figure(Number(value), language);
  };
  return words.turningStep(names[key](), write(before), write(now));
}

/** The decision that mattered most, and the end without it. */
function TurningPoint(props: DebriefProps) {
  const { told, words, scenario, language } = props;
  const { turning } = told;
  if (turning === undefined) return null;
  if (turning === null) return told.you.lived > 0 ? <p class="lead">{words.turningNone}</p> : null;
  const { move, life } = turning;
  const steps = move.steps.slice(0, NAMED).map((step) => stepText(props, step));
  const said = words.turningMore(steps, move.steps.length - steps.length);
  const money = withUnit(amount(endOf(life), language), scenario.currency, language);
  return (
    <p class="lead" data-turning={move.month}>
      {words.turning(move.month, said)} {words.turningEnd(life.status, life.lived, money)}
    </p>
  );
}

function Verdict(props: DebriefProps) {
  const { told, words, scenario, play, language, turn } = props;
  const { you, twin } = told;
  const name = nameOf(scenario, play.game.firm);
  const [before, mark, after] =
    you.status === 'alive' ? words.survived(name, turn.months) : words.ended(name, you.status, you.lived);
  const [yours, twins] = [you, twin].map((life) => amount(endOf(life), language));
  return (
    <>
      <h1 class="say" tabIndex={-1} id="verdict">
        {before}
        {you.status === 'cash-out' ? <em>{mark}</em> : mark}
        {after}
        {words.twinSays(twin.status, twin.lived, turn.months)}
      </h1>
      <p class="lead">{words.endCash(yours, twins, scenario.currency)}</p>
      <TurningPoint {...props} />
    </>
  );
}

function TwinChart({ told, words, scenario, play, language, turn }: DebriefProps) {
  const slot = `f${slotOf(scenario, play.game.firm)}`;
  const start = openingCash(told.you);
  const mark = told.turning?.move.month;
  const line = (life: Life, more: Pick<Line, 'label' | 'slot'> & Partial<Line>): Line => ({
    ...more,
    values: [start, ...life.cash],
    out: life.status === 'cash-out',
  });
  const write = (value: number) => amount(value, language);
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
  const { words, language, scenario } = props;
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
              <b>{kind === 'total' ? amount(to, language) : signedAmount(to - from, language)}</b>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** Longer lives first, then richer ones. */
function byFate(a: { life: Life }, b: { life: Life }): number {
  const alive = (life: Life) => (life.status === 'alive' ? 1 : 0);
  return alive(b.life) - alive(a.life) || b.life.lived - a.life.lived || endOf(b.life) - endOf(a.life);
}

function rowsOf({ told, words, scenario, play }: DebriefProps) {
  const lived = (told.scores ?? []).flatMap((score) =>
    'life' in score ? [{ name: score.policy, life: score.life, me: false }] : [],
  );
  const { name } = scenario.firms[play.game.firm].policy;
  const own = { name: words.twinRow(name), life: told.twin, me: false };
  return [...lived, own, { name: words.you, life: told.you, me: true }].sort(byFate);
}

function refusedNames(scores: readonly Score[]): string[] {
  return scores.flatMap((score) => ('refused' in score ? [score.policy] : []));
}

function Scores(props: DebriefProps) {
  const { told, words, language, scenario } = props;
  const refused = refusedNames(told.scores ?? []);
  return (
    <section class="card">
      <h2 class="h3">{words.scoreTitle}</h2>
      <p class="sub">{words.scoreHow}</p>
      <table class="mini score">
        <thead>
          <tr>
            {[words.strategy, words.ending, words.endsWith(scenario.currency), words.peopleEnd].map(
              (name) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ),
            )}
          </tr>
        </thead>
        <tbody>
          {rowsOf(props).map(({ name, life, me }) => (
            <tr key={name} class={me ? 'me' : ''}>
              <th scope="row">{name}</th>
              <td>{words.status(life.status, life.lived)}</td>
              <td>{amount(endOf(life), language)}</td>
              <td>{life.status === 'alive' ? amount(life.users.at(-1) ?? 0, language) : '–'}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {!told.scores && <p class="small">{words.scoring}</p>}
      {refused.length > 0 && <p class="small">{words.refused(refused.join(', '))}</p>}
    </section>
  );
}

function Again({ play, words, dispatch }: DebriefProps) {
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
    </div>
  );
}

export function Debrief(props: DebriefProps) {
  return (
    <div class="page deb">
      <Verdict {...props} />
      <TwinChart {...props} />
      <div class="two">
        <Waterfall {...props} />
        <Scores {...props} />
      </div>
      <Again {...props} />
    </div>
  );
}

/** Three advisers, a sentence and a bar each: how long the cash lasts, what one user is worth, how it may end. */
import { percent, plain } from '../../report/numbers.js';
import { unitEconomics } from './budget.js';
import { budgetNow } from './decisions.jsx';
import { viewNow } from './form.js';
import { AHEAD, cashOutOdds, FORKS, moneyOdds } from './odds.js';
import type { Onward } from './state.js';
import type { TableProps } from './table.jsx';

/** The end of the bar of runway, months. */
const LONG = 18;
/** Runway below which a search for money looks desperate (M06), months. */
const SHORT = 6;
/** Forks below which no single number is told. */
const FEW = 30;

function Bar({ share, kind, mark }: { share: number; kind?: string; mark?: number }) {
  const width = `${(Math.min(1, Math.max(0, share)) * 100).toFixed(1)}%`;
  return (
    <svg class="bar" height="14" aria-hidden="true">
      <rect class="rest" y="2" width="100%" height="10" rx="2" />
      <rect class={kind} y="2" width={width} height="10" rx="2" />
      {mark !== undefined && <line x1={`${mark * 100}%`} x2={`${mark * 100}%`} y1="0" y2="14" />}
    </svg>
  );
}

function Runway(props: TableProps) {
  const { words, turn, play } = props;
  const { cash, runway } = viewNow(turn);
  const change = play.form ? budgetNow(props, play.form).change : 0;
  const planned = change < 0 ? cash / -change : Number.POSITIVE_INFINITY;
  return (
    <section class="card">
      <h2 class="h3">
        {words.runway} <span>{words.runwayBy}</span>
      </h2>
      <p>
        {words.runwayText(runway, turn.lived)} {words.runwayForm(planned)}
      </p>
      <Bar share={runway / LONG} mark={SHORT / LONG} />
      <p class="ends">
        <span>0</span>
        <span>
          {LONG} {words.monthsUnit}
        </span>
      </p>
    </section>
  );
}

function OneUser({ words, turn, scenario }: TableProps) {
  const unit = unitEconomics(viewNow(turn));
  const { currency } = scenario;
  const gain = unit ? unit.brings - unit.costs : 0;
  const most = unit ? Math.max(unit.brings, unit.costs) || 1 : 1;
  return (
    <section class="card">
      <h2 class="h3">
        {words.userTitle} <span>{words.userBy}</span>
      </h2>
      {!unit && <p>{words.userNone}</p>}
      {unit && (
        <>
          <p>
            {words.userText(plain(unit.brings), plain(unit.costs), currency)}{' '}
            {unit.brings < unit.costs ? words.userBad : words.userGood}{' '}
            {unit.cac > 0 && words.userCac(plain(unit.cac), currency)}{' '}
            {unit.cac > 0 && gain > 0 && words.userBack(Math.ceil(unit.cac / gain))}
          </p>
          <p class="cap">
            {words.brings} {plain(unit.brings)}
          </p>
          <Bar share={unit.brings / most} />
          <p class="cap">
            {words.costs} {plain(unit.costs)}
          </p>
          <Bar share={unit.costs / most} />
        </>
      )}
    </section>
  );
}

function ThenChoice({ play, words, dispatch }: TableProps) {
  const choices: [Onward, string][] = [
    ['hold', words.thenHold],
    ['policy', words.thenPolicy],
  ];
  return (
    <fieldset class="onward">
      <legend>{words.thenLabel}</legend>
      {choices.map(([onward, name]) => (
        <label key={onward}>
          <input
            type="radio"
            name="onward"
            checked={play.onward === onward}
            onChange={() => dispatch({ type: 'play', does: { do: 'onward', onward } })}
          />
          {name}
        </label>
      ))}
    </fieldset>
  );
}

function Odds(props: TableProps) {
  const { play, turn, words } = props;
  const { forks } = play;
  const left = turn.months - turn.lived;
  const span = words.oddsSpan(Math.min(AHEAD, left), left <= AHEAD);
  const { estimate, low, high, n } = cashOutOdds(forks);
  const { comes, saves } = moneyOdds(forks, turn.lived);
  return (
    <section class="card">
      <h2 class="h3">
        {words.oddsTitle} <span>{words.oddsBy(FORKS)}</span>
      </h2>
      <div class="odds" aria-live="polite" aria-busy={n < FORKS}>
        {n === 0 && <p>{words.oddsWait}</p>}
        {n > 0 && n < FEW && <p>{words.oddsFew(low, high, n)}</p>}
        {n >= FEW && (
          <>
            <p>
              {words.oddsText(percent(estimate), span)}
              {words.oddsInterval(low, high)}
            </p>
            <p data-money="">{comes === 0 ? words.noMoney : words.moneyComes(comes, saves, n)}</p>
          </>
        )}
      </div>
      <Bar share={n >= FEW ? estimate : 0} kind="out" />
      <ThenChoice {...props} />
      <p class="small">{words.oddsNote}</p>
    </section>
  );
}

export function Advisers(props: TableProps) {
  return (
    <section class="adv" aria-label={props.words.advisers}>
      <Runway {...props} />
      <OneUser {...props} />
      <Odds {...props} />
    </section>
  );
}

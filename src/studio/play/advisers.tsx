/** Three advisers, a sentence and a bar each: how long the cash lasts, what one user is worth, how it may end. */
import { percent, plain } from '../../report/numbers.js';
import { withUnit } from '../amount.js';
import { Spoken } from '../views/spoken.jsx';
import { recentLuck, runwayAtPace, runwayOfForm, type UnitEconomics, unitEconomics } from './budget.js';
import { budgetNow, sellsOrders } from './decisions.jsx';
import { fine, signedFine } from './digits.js';
import { viewNow } from './form.js';
import { AHEAD, cashOutOdds, FORKS, moneyOdds } from './odds.js';
import type { Onward } from './state.js';
import type { TableProps } from './table.jsx';

/** The end of the bar of runway, months. */
const LONG = 18;
/** Runway below which a search for money looks desperate (M06), months. */
const SHORT = 6;
/** Luck is named from this part of the burn on. */
const LOUD = 0.1;
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
  const { words, turn, play, scenario, language } = props;
  const { burn } = viewNow(turn);
  const { months, isWithoutOrders } = runwayAtPace(turn.views, sellsOrders(props));
  const luck = recentLuck(turn.views);
  const isLoud = Math.abs(luck) >= LOUD * Math.abs(burn);
  const planned = play.form && runwayOfForm(viewNow(turn), budgetNow(props, play.form));
  const formText = planned?.isWithoutOrders ? words.runwayFormOrders : words.runwayForm;
  const said = [
    (isWithoutOrders ? words.runwayOrders : words.runwayText)(months, turn.lived),
    turn.lived > 0 && isLoud
      ? words.runwayLuck(withUnit(signedFine(luck, language), scenario.currency, language))
      : '',
    planned ? formText(planned.months) : '',
  ];
  return (
    <section class="card">
      <h2 class="h3">
        {words.runway} <span>{words.runwayBy}</span>
      </h2>
      <p>{said.filter((text) => text !== '').join(words.gap())}</p>
      <Bar share={months / LONG} mark={SHORT / LONG} />
      <p class="ends" aria-hidden="true">
        <span>0</span>
        <span>
          {LONG} {words.monthsUnit}
        </span>
      </p>
    </section>
  );
}

/** Whether a user who is won by advertising pays for herself; undefined where nothing says so. */
function paysBack({ cac, worth }: UnitEconomics): boolean | undefined {
  return cac > 0 && worth !== undefined ? worth >= cac : undefined;
}

function userSentences(unit: UnitEconomics, { words, scenario }: TableProps): string {
  const { currency } = scenario;
  const { brings, costs, cac, churn, worth } = unit;
  const pays = paysBack(unit);
  return [
    words.userText(plain(brings), plain(costs), currency),
    ...(brings < costs ? [words.userBad] : []),
    ...(brings >= costs && worth !== undefined
      ? [words.userStays(percent(churn), plain(1 / churn), plain(worth), currency)]
      : []),
    ...(cac > 0 ? [words.userCac(plain(cac), currency)] : []),
    ...(brings >= costs && pays !== undefined ? [pays ? words.userGood : words.userLoss] : []),
  ].join(words.gap());
}

/** In place of the user of an app: what businesses paid, and owe. */
function Orders({ words, turn, scenario, language }: TableProps) {
  const { lastMonth, receivables } = viewNow(turn);
  const write = (money: number) => withUnit(fine(money, language), scenario.currency, language);
  const due = turn.due > 0 ? [words.ordersDue(write(turn.due))] : [];
  return (
    <section class="card">
      <h2 class="h3">
        {words.ordersTitle} <span>{words.ordersBy}</span>
      </h2>
      {turn.lived === 0 ? (
        <p>
          {receivables > 0
            ? [words.ordersPast(write(receivables)), ...due].join(words.gap())
            : words.userNone}
        </p>
      ) : (
        <p>
          {[
            words.ordersText(write(lastMonth.orders), write(-lastMonth.delivery || 0)),
            ...(receivables > 0 ? [words.ordersOwed(write(receivables)), ...due] : [words.ordersDry]),
          ].join(words.gap())}
        </p>
      )}
    </section>
  );
}

function OneUser(props: TableProps) {
  const { words, turn } = props;
  const unit = unitEconomics(viewNow(turn));
  const most = unit ? Math.max(unit.brings, unit.costs) || 1 : 1;
  return (
    <section class="card">
      <h2 class="h3">
        {words.userTitle} <span>{words.userBy}</span>
      </h2>
      {!unit && <p>{words.userNone}</p>}
      {unit && (
        <>
          <p>{userSentences(unit, props)}</p>
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
  const odds = `${words.oddsText(percent(estimate), span)}${words.oddsInterval(low, high)}`;
  const money = comes === 0 ? words.noMoney : words.moneyComes(comes, saves, n);
  return (
    <section class="card">
      <h2 class="h3">
        {words.oddsTitle} <span>{words.oddsBy(FORKS)}</span>
      </h2>
      <div class="odds">
        {n === 0 && <p>{words.oddsWait}</p>}
        {n > 0 && n < FEW && <p>{words.oddsFew(low, high, n)}</p>}
        {n >= FEW && (
          <>
            <p>{odds}</p>
            <p data-money="">{money}</p>
          </>
        )}
      </div>
      <Spoken text={n < FORKS ? '' : [odds, money].join(words.gap())} />
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
      {viewNow(props.turn).tiers.length > 0 ? <OneUser {...props} /> : <Orders {...props} />}
      <Odds {...props} />
    </section>
  );
}

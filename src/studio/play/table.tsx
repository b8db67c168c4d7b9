/** The table at which a game is played: strip, decisions, cash, users, news, advisers. */
import { useEffect, useRef } from 'preact/hooks';
import type { Scenario } from '../../../sim/index.js';
import type { Dispatch } from '../store.js';
import type { Language } from '../words.js';
import { Advisers } from './advisers.jsx';
import { runwayAtPace } from './budget.js';
import { CashChart, UsersChart } from './charts.jsx';
import { Decisions, sellsOrders } from './decisions.jsx';
import { fine, runwayDigits } from './digits.js';
import { viewNow } from './form.js';
import type { Turn } from './life.js';
import { MarketTold } from './market-told.jsx';
import { MonthTold } from './month-told.jsx';
import { nameOf } from './names.js';
import { NewsList } from './news-list.jsx';
import type { PlayState } from './state.js';
import type { PlayWords } from './words.js';

/** What the parts of the table get. */
export interface TableProps {
  readonly play: PlayState;
  /** The turn that is shown: of now, or of last month while a month is lived. */
  readonly turn: Turn;
  readonly scenario: Scenario;
  readonly words: PlayWords;
  readonly language: Language;
  readonly dispatch: Dispatch;
}

function Track({ turn, words }: TableProps) {
  const { lived, months } = turn;
  const step = 100 / months;
  return (
    <svg class="track" role="img" aria-label={words.track(lived, months)} height="18">
      {Array.from({ length: months }, (_, k) => (
        <rect
          key={k}
          class={k < lived ? 'd' : k === lived ? 'n' : ''}
          x={`${(k * step).toFixed(2)}%`}
          y="1"
          width={`${(step * 0.74).toFixed(2)}%`}
          height="16"
          rx="2"
        />
      ))}
    </svg>
  );
}

/** Users and place of an app; orders of a firm without one. */
function trade({ turn, scenario, words, language }: TableProps): [string, string, string][] {
  const view = viewNow(turn);
  if (view.tiers.length === 0) {
    return [
      [words.orders, turn.lived === 0 ? '–' : fine(view.lastMonth.orders, language), words.lastMonthUnit],
      [words.owed, fine(view.receivables, language), scenario.currency],
    ];
  }
  const apps = view.rivals.filter(({ alive, users }) => alive && users > 0);
  const place = 1 + apps.filter(({ users }) => users > (view.users[0] ?? 0)).length;
  return [
    [words.users, fine(view.users[0] ?? 0, language), ''],
    [words.place, ...words.placeOf(place, apps.length + 1)],
  ];
}

function Strip(props: TableProps) {
  const { turn, scenario, words, language, play } = props;
  const view = viewNow(turn);
  const { months, isWithoutOrders } = runwayAtPace(turn.views, sellsOrders(props));
  const earns = !Number.isFinite(months);
  const unit = isWithoutOrders ? words.monthsNoOrders : words.monthsUnit;
  const name = useRef<HTMLHeadingElement>(null);
  useEffect(() => name.current?.focus({ preventScroll: true }), []);
  const facts = [
    [words.cash, fine(view.cash, language), scenario.currency],
    [words.runway, earns ? words.noBurn : runwayDigits(months), earns ? words.paceSpan(turn.lived) : unit],
    ...trade(props),
  ];
  return (
    <div class="strip">
      <h1 class="who" tabIndex={-1} ref={name}>
        {words.youRun(nameOf(scenario, play.game.firm))}
      </h1>
      <dl class="kvs">
        {facts.map(([name, value, unit]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              {value} <small>{unit}</small>
            </dd>
          </div>
        ))}
      </dl>
      <Track {...props} />
    </div>
  );
}

export function Table(props: TableProps) {
  return (
    <div class="page table">
      <Strip {...props} />
      <MarketTold {...props} />
      <MonthTold {...props} />
      <div class="pl">
        <Decisions {...props} />
        <div class="mid">
          <CashChart {...props} />
          <UsersChart {...props} />
          <NewsList {...props} />
        </div>
        <Advisers {...props} />
      </div>
    </div>
  );
}

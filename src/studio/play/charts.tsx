/** Own cash with the futures of the odds, and the public count of users. */
import { amount, withUnit } from '../amount.js';
import { Figure } from './figure.jsx';
import { viewNow } from './form.js';
import type { Line } from './line-chart.jsx';
import { lineName, slotOf } from './names.js';
import { cashFan, FAN } from './odds.js';
import type { TableProps } from './table.jsx';

/** Rivals with a line of their own. */
const MOST = 7;
/** Forks below which no fan is drawn. */
const FEW = 30;

export function CashChart({ play, turn, scenario, words, language }: TableProps) {
  const cash = turn.views.map((view) => view.cash);
  const slot = `f${slotOf(scenario, play.game.firm)}`;
  const write = (value: number) => amount(value, language);
  const ahead = play.turn && play.forks.length >= FEW ? cashFan(play.forks, turn.lived) : [];
  const now = cash[cash.length - 1];
  const [low, , middle, , high] = (ahead.at(-1) ?? []).map(write);
  const last = middle === undefined ? undefined : { low, middle, high };
  const fan = ahead.length > 0 ? [FAN.map(() => now), ...ahead] : [];
  return (
    <Figure
      title={words.cashTitle}
      how={words.cashHow(scenario.currency, play.forks.length)}
      words={words}
      chart={{
        lines: [{ label: words.you, values: cash, slot, strong: true }],
        fan,
        fanSlot: slot,
        now: turn.lived,
        months: turn.months,
        label: words.cashLabel(withUnit(write(now), scenario.currency, language), ahead.length, last),
        words,
        write,
      }}
    />
  );
}

function rivalLines({ turn, scenario }: TableProps): Line[] {
  const seen = viewNow(turn).rivals.filter(({ users }) => users > 0);
  const largest = [...seen].sort((a, b) => b.users - a.users).slice(0, MOST);
  return largest.map(({ firm }) => {
    const values = turn.views.map(({ rivals }) => rivals.find((rival) => rival.firm === firm)?.users ?? 0);
    return { label: lineName(scenario, firm), values, slot: `f${slotOf(scenario, firm)}` };
  });
}

export function UsersChart(props: TableProps) {
  const { play, turn, scenario, words, language } = props;
  const own = turn.views.map(({ users }) => users[0] ?? 0);
  const slot = `f${slotOf(scenario, play.game.firm)}`;
  const mine = viewNow(turn).tiers.length > 0 ? [{ label: words.you, values: own, slot, strong: true }] : [];
  const lines = [...rivalLines(props), ...mine];
  // a firm without an app has no user to set beside theirs
  const isShown = mine.length > 0 && lines.length > 0;
  const write = (value: number) => amount(value, language);
  const rows = lines.map(({ label, values }) => `${label} ${write(values[values.length - 1])}`);
  if (!isShown) return null;
  return (
    <Figure
      title={words.usersTitle}
      how={words.usersHow}
      words={words}
      chart={{
        lines,
        months: Math.max(6, turn.lived),
        label: words.usersLabel(rows.join(', ')),
        words,
        write,
      }}
    />
  );
}

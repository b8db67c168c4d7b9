/** What the last month did, told as soon as it is lived, for eyes and screen readers; money from outside first and loudest. */
import { percent } from '../../report/numbers.js';
import { withUnit } from '../amount.js';
import { fine, signedFine } from './digits.js';
import { type Inflow, type MonthReport, monthReport } from './month-report.js';
import type { TableProps } from './table.jsx';

/** Luck below this part of the change of cash is not worth a sentence. */
const SMALL = 0.1;

function inflowText(inflow: Inflow, { words, scenario, language }: TableProps): string {
  const money = withUnit(fine(inflow.money, language), scenario.currency, language);
  const text = words.inflow[inflow.kind](money);
  return inflow.kind === 'round' ? text + words.gap() + words.owners(percent(inflow.stake)) : text;
}

function sentences(
  { cash, users, luck, orders }: MonthReport,
  { words, scenario, language }: TableProps,
): string[] {
  const money = (text: string) => withUnit(text, scenario.currency, language);
  const [change, moved] = [cash.now - cash.before, users.now - users.before];
  const [from, to] = [fine(cash.before, language), money(fine(cash.now, language))];
  const loud = Math.abs(luck) >= SMALL * Math.abs(change);
  return [
    words.cashMoved(signedFine(change, language), from, to),
    ...(orders > 0 ? [words.ordersMoved(money(fine(orders, language)))] : []),
    ...(users.now > 0 || moved !== 0
      ? [words.usersMoved(signedFine(moved, language), fine(users.now, language))]
      : []),
    ...(loud && Math.round(luck) !== 0 ? [words.luckMoved(money(signedFine(luck, language)))] : []),
  ];
}

/** Always there, empty at first, so that its first text is announced too. */
export function MonthTold(props: TableProps) {
  const report = monthReport(props.turn);
  const { words } = props;
  return (
    <section class={report?.inflows.length ? 'told loud' : 'told'} aria-live="polite" aria-atomic="true">
      {report && (
        <>
          {report.inflows.map((inflow) => (
            <p key={inflow.kind} class="inflow" data-inflow={inflow.kind}>
              {inflowText(inflow, props)}
            </p>
          ))}
          <p>
            <b>{words.monthOver(report.month)}</b>
            {['', ...sentences(report, props)].join(words.gap())}
          </p>
        </>
      )}
    </section>
  );
}

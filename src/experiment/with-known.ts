/** The summary of a batch that ended when P(cash-out) was known: its intervals are those that hold at all looks. */
import { BASE } from './job.js';
import type { KnownCashOut } from './known-cash-outs.js';
import type { Stopping } from './looks.js';
import type { PointSummary, Summary } from './summary.js';

function pointWith<T extends PointSummary>(summary: T, known: readonly KnownCashOut[]): T {
  const firms = { ...summary.firms };
  for (const { firm, low, high } of known) {
    const own = firms[firm];
    firms[firm] = { ...own, cashOut: { ...own.cashOut, low, high } };
  }
  return { ...summary, firms };
}

/** The summary with the intervals of what is known, and why the batch ended. */
export function withKnown(summary: Summary, known: readonly KnownCashOut[], stopping: Stopping): Summary {
  const of = (point: string) => known.filter((each) => each.point === point && each.n > 0);
  const arms = Object.entries(summary.arms).map(([name, arm]) => [name, pointWith(arm, of(name))]);
  const firms = [...new Set(known.map(({ firm }) => firm))];
  return {
    ...pointWith(summary, of(BASE)),
    arms: Object.fromEntries(arms) as Summary['arms'],
    stopping: { ...stopping, firms },
  };
}

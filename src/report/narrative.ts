/**
 * The answer in words, made by rules from the numbers: headline, lead and key figures.
 * Rules: below FEW worlds an interval and no single number; a firm is in danger above DANGER; nobody is said to be
 * below it unless the whole 95 % interval is; a danger whose interval reaches below it is "about" so large.
 */
import type { Estimate, FirmSummary, Summary } from '../experiment/summary.js';
import { commonUnit, firmName, subject, unitOf } from './cases.js';
import { counted } from './counted.js';
import { boundDigits, count, intervalText, month, percent, plain, scaled } from './numbers.js';

/** Below this number of worlds no single number is given. */
export const FEW = 30;
/** Share of worlds above which the headline is about running out of cash. */
export const DANGER = 0.05;

/** A sentence in three parts; the middle one is the number, underlined on the page. */
export interface Headline {
  readonly before: string;
  readonly mark: string;
  readonly after: string;
}

/** Firms of a world, with all copies. */
export function firmCount({ firmIds, firms }: Summary): number {
  return firmIds.reduce((sum, id) => sum + firms[id].copies, 0);
}

/** P(cash-out) for an order of firms; 0 for one that entered in no world. */
export function danger({ cashOut }: FirmSummary): number {
  return cashOut.n > 0 ? cashOut.estimate : 0;
}

/** The firm the report opens with: highest P(cash-out), the first in the scenario among equals. */
export function focusFirm(summary: Summary): string {
  const share = (id: string) => danger(summary.firms[id]);
  return summary.firmIds.reduce((best, id) => (share(id) > share(best) ? id : best));
}

/** Median months of runway at the end; Infinity if nobody is left or it is not limited. */
export function finalRunway(firm: FirmSummary): number {
  const value = firm.runway.q50.at(-1);
  return value === undefined || value === null || !Number.isFinite(value) || value >= 999 ? Infinity : value;
}

/** "31%", or "about 31%" if the interval crosses the threshold. */
export function aboutShare({ estimate, low, high }: Estimate, threshold: number): string {
  return `${low <= threshold && threshold < high ? 'about ' : ''}${percent(estimate)}`;
}

function dangerHeadline(summary: Summary, id: string): Headline {
  const { cashOut, medianExitMonth } = summary.firms[id];
  const unit = unitOf(summary.firms[id]);
  const before = `${subject(summary, id)} runs out of cash in `;
  if (summary.n < FEW) {
    const mark = `${intervalText(cashOut.low, cashOut.high)} of ${unit}`;
    return {
      before,
      mark,
      after: `; ${worlds(summary.n)} ${summary.n === 1 ? 'is' : 'are'} too few for a single number.`,
    };
  }
  const after = `; when it does, the median month is ${month(medianExitMonth)}.`;
  return { before, mark: `${aboutShare(cashOut, DANGER)} of ${unit}`, after };
}

function safeHeadline(summary: Summary, id: string): Headline {
  const { low, high } = summary.firms[id].cashOut;
  const nobody = summary.firmIds.every((firm) => summary.firms[firm].cashOut.estimate === 0);
  const before = 'No firm runs out of cash in ';
  const runway = (firm: string) => finalRunway(summary.firms[firm]);
  const shortest = summary.firmIds.reduce((best, firm) => (runway(firm) < runway(best) ? firm : best));
  const after =
    runway(shortest) === Infinity
      ? '; at the end no median runway is limited.'
      : `; ${subject(summary, shortest, false)} has the shortest median runway, ${plain(runway(shortest))} months.`;
  if (high <= DANGER) return { before, mark: `more than 5% of ${commonUnit(summary)}`, after };
  if (nobody) {
    const unsure = `, too few to exclude ${boundDigits(high)}%.`;
    return { before, mark: `any of ${worlds(summary.n)}`, after: unsure };
  }
  const most = `${subject(summary, id)} runs out of cash most often, in `;
  return { before: most, mark: `${intervalText(low, high)} of ${unitOf(summary.firms[id])}`, after };
}

/** "1 world", "2,000 worlds". */
export function worlds(n: number): string {
  return counted(n, 'world');
}

/** "1 world failed and is left out", a sentence without its end. */
export function leftOut(n: number): string {
  return `${worlds(n)} failed and ${n === 1 ? 'is' : 'are'} left out`;
}

/** The answer: who runs out of cash most often and when, or that nobody does. */
export function headline(summary: Summary): Headline {
  if (summary.n === 0 && summary.failed >= summary.replicates && summary.failed > 0)
    return { before: 'There is no answer: ', mark: 'no world', after: ' came to its end.' };
  if (summary.n === 0)
    return { before: 'There is no answer yet: ', mark: 'no world', after: ' has finished.' };
  const id = focusFirm(summary);
  return summary.firms[id].cashOut.estimate > DANGER
    ? dangerHeadline(summary, id)
    : safeHeadline(summary, id);
}

/** The headline as one plain sentence. */
export function headlineText(summary: Summary): string {
  const { before, mark, after } = headline(summary);
  return before + mark + after;
}

function parentsSentence(summary: Summary): string {
  const backed = summary.firmIds.map((id) => summary.firms[id]).filter((firm) => firm.hasParent);
  if (backed.length === 0 || backed.length === summary.firmIds.length) return '';
  const most = backed.reduce((worst, firm) =>
    firm.cashOut.estimate > worst.cashOut.estimate ? firm : worst,
  );
  const subject =
    backed.length === 1 ? 'The firm with a parent company does' : 'Firms with a parent company do';
  const { estimate, low, high } = most.cashOut;
  if (estimate === 0) return ` ${subject} so in none of them (${intervalText(low, high)}).`;
  return ` ${subject} so in ${backed.length === 1 ? '' : 'at most '}${percent(estimate)} (${intervalText(low, high)}).`;
}

/** Interval, number of worlds and months, the firms with a parent, and worlds that are missing. */
export function lead(summary: Summary): string {
  if (summary.n === 0) {
    const failed = summary.failed > 0 ? `, ${count(summary.failed)} failed` : '';
    return `${worlds(summary.replicates)} ${summary.replicates === 1 ? 'was' : 'were'} asked for${failed}.`;
  }
  const id = focusFirm(summary);
  const { cashOut, copies } = summary.firms[id];
  const { estimate, low, high } = cashOut;
  const interval = intervalText(low, high);
  const each = copies > 1 ? ` with ${copies} copies each` : '';
  const from = `from ${worlds(summary.n)} of ${counted(summary.months, 'month')}${each}.`;
  const safe = `The highest probability is ${percent(estimate)} (${firmName(summary, id)}, ${interval}), ${from}`;
  const first = estimate > DANGER || summary.n < FEW ? `95% interval ${interval}, ${from}` : safe;
  const failed = summary.failed === 0 ? '' : ` ${leftOut(summary.failed)}.`;
  return first + parentsSentence(summary) + failed;
}

/** A number with what it is and how sure it is. */
export interface KeyFigure {
  readonly label: string;
  readonly value: string;
  readonly note: string;
}

function aliveFigure(summary: Summary, id: string): KeyFigure {
  const { alive, acquired } = summary.firms[id].outcomes;
  const interval = intervalText(alive.low, alive.high);
  const few = summary.n < FEW;
  const label = `${subject(summary, id)} alive at month ${summary.months}`;
  const note = `${few ? '' : `${interval}; `}${percent(acquired.estimate)} acquired`;
  return { label, value: few ? interval : percent(alive.estimate), note: few ? '95% interval' : note };
}

function monthFigure(summary: Summary, id: string): KeyFigure {
  const { medianExitMonth, exitQuartiles } = summary.firms[id];
  const label = `Median cash-out of ${firmName(summary, id)}`;
  if (exitQuartiles === null) return { label, value: 'None', note: `in ${worlds(summary.n)}` };
  const range = `${month(exitQuartiles[0])} to ${month(exitQuartiles[1])}`;
  if (summary.n < FEW) return { label, value: `Month ${range}`, note: 'middle half' };
  const same = month(exitQuartiles[0]) === month(exitQuartiles[1]);
  const note = same ? 'as in at least half of them' : `middle half ${range}`;
  return { label, value: `Month ${month(medianExitMonth)}`, note };
}

/** The four figures under the headline. */
export function keyFigures(summary: Summary): readonly KeyFigure[] {
  const id = focusFirm(summary);
  const { firmsLost, people, months } = summary;
  const end = {
    low: people.q05.at(-1) ?? null,
    middle: people.q50.at(-1) ?? null,
    high: people.q95.at(-1) ?? null,
  };
  return [
    aliveFigure(summary, id),
    monthFigure(summary, id),
    {
      label: 'Firms out of cash per world',
      value: `${plain(Number(firmsLost.mean.toFixed(1)))} of ${firmCount(summary)}`,
      note: `90% of worlds ${count(Math.floor(firmsLost.q05))} to ${count(Math.ceil(firmsLost.q95))}`,
    },
    {
      label: `People with an app at month ${months}`,
      value: scaled(end.middle),
      note: `90% of worlds ${scaled(end.low)} to ${scaled(end.high)}`,
    },
  ];
}

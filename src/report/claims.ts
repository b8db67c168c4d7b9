/**
 * One sentence a section, made by rules. A comparison needs a gap of a tenth ("more", "less"), else it says "about
 * as much"; a firm is over a threshold if its whole interval is, it may be if its interval crosses it, and below
 * FEW worlds there is no threshold at all. A sentence about one firm can be asked for any firm.
 */
import type { Fan, FirmSummary, PointSummary, Summary } from '../experiment/summary.js';
import { newcombe } from '../statistics/newcombe.js';
import { commonUnit, firmName, subject, unitOf } from './cases.js';
import { counted } from './counted.js';
import { FEW, focusFirm, worlds } from './narrative.js';
import { boundDigits, count, intervalText, month, percent, points, scaled } from './numbers.js';
import { plainText } from './plain-text.js';
import { causeWord, MONEY_ROWS } from './words.js';

const QUARTER = 0.25;

/** What lines are called that are counted: copies make one line. */
function firmsWord(summary: Summary): string {
  return commonUnit(summary) === 'cases' ? 'kinds of firms' : 'firms';
}

/** From few worlds: how many firms ran out of cash at all. */
function fewClaim(summary: Summary): string {
  const { n, firmIds } = summary;
  const lost = firmIds.filter((id) => summary.firms[id].cashOut.estimate > 0).length;
  const few = `${worlds(n)} ${n === 1 ? 'is' : 'are'} too few`;
  if (lost === 0) {
    const high = Math.max(...firmIds.map((id) => summary.firms[id].cashOut.high));
    return `No firm runs out of cash in any of ${worlds(n)}, too few to exclude ${boundDigits(high)}%.`;
  }
  const verb = lost === 1 ? 'runs' : 'run';
  return `${lost} of ${firmIds.length} ${firmsWord(summary)} ${verb} out of cash in at least one world; ${few} for shares.`;
}

/** How many firms are lost in more than a quarter of worlds, and how those with a parent fare. */
export function whoClaim(summary: Summary): string {
  if (summary.n < FEW) return fewClaim(summary);
  const firms = summary.firmIds.map((id) => summary.firms[id]);
  const over = firms.filter(({ cashOut }) => cashOut.low > QUARTER).length;
  const may = firms.filter(({ cashOut }) => cashOut.low <= QUARTER && QUARTER < cashOut.high).length;
  const amount = `out of cash in more than a quarter of ${commonUnit(summary)}`;
  const firmsThat = (n: number, verb: string) =>
    `${n} of ${firms.length} ${firmsWord(summary)} ${verb} ${amount}`;
  if (over === 0)
    return may === 0 ? `No firm runs ${amount}.` : `${firmsThat(may, 'may run')}, none for certain.`;
  const first = firmsThat(over, over === 1 ? 'runs' : 'run') + (may === 0 ? '' : `, ${may} more may`);
  const backed = firms.filter((firm) => firm.hasParent);
  const safe = backed.length > 0 && backed.every((firm) => firm.cashOut.estimate === 0);
  if (!safe) return `${first}.`;
  const subject = backed.length === 1 ? 'the one' : `the ${backed.length}`;
  return `${first}; ${subject} with a parent company ${backed.length === 1 ? 'does' : 'do'} so in none.`;
}

/** When a firm runs out of cash: the middle half of its cash-outs. */
export function whenClaim(summary: Summary, id = focusFirm(summary)): string {
  const { exitQuartiles, cashOut, copies } = summary.firms[id];
  if (exitQuartiles === null)
    return `${subject(summary, id)} runs out of cash in none of ${worlds(summary.n)} of ${counted(summary.months, 'month')}.`;
  const [from, to] = exitQuartiles.map(month);
  if (copies === 1 && Math.round(cashOut.estimate * cashOut.n) === 1)
    return `The only cash-out of ${firmName(summary, id)} falls in month ${from}.`;
  const when = from === to ? `in month ${from}` : `between months ${from} and ${to}`;
  return `Half of the cash-outs of ${firmName(summary, id)} fall ${when}.`;
}

/** Where the money of a firm stands at the end. */
export function cashClaim(summary: Summary, id = focusFirm(summary)): string {
  const { startCash, finalCash } = summary.firms[id];
  const money = `${scaled(finalCash.q05)} to ${scaled(finalCash.q95)} ${plainText(summary.currency)}`;
  return `${subject(summary, id)} starts with ${scaled(startCash)} and ends with ${money} in 90% of ${unitOf(summary.firms[id])}.`;
}

/** Who has the most users at the end, and how many people have an app. */
export function usersClaim(summary: Summary): string {
  const final = (id: string) => summary.firms[id].finalUsers;
  const apps = summary.firmIds.filter((id) => summary.firms[id].hasApp);
  if (apps.length === 0) return 'No firm in this market has an app; all of them sell to businesses.';
  const [first, second] = [...apps].sort((a, b) => final(b).q50 - final(a).q50);
  const crowd = `${scaled(summary.people.q50.at(-1) ?? null)} people have an app in the median world`;
  if (second === undefined || final(first).q50 === 0) return `At the end ${crowd}.`;
  const clear = final(first).q05 > final(second).q95;
  const start = `${subject(summary, first)} ends with the most users, ${scaled(final(first).q50)}`;
  return `${start}${clear ? '' : `, though ${subject(summary, second, false)} may have as many`}; ${crowd}.`;
}

/** What a firm spends most on: buying users or serving them. */
export function moneyClaim(summary: Summary, id = focusFirm(summary)): string {
  const firm = summary.firms[id];
  const money = firm.money.cashOut ?? firm.money.all;
  const spent = (line: keyof typeof money) => Math.max(0, -money[line].mean);
  const total = MONEY_ROWS.reduce((sum, row) => sum + spent(row.line), 0);
  if (total === 0) return `${firmName(summary, id)} spends nothing.`;
  const [buying, serving] = [spent('advertising'), spent('inference')];
  if (Math.max(buying, serving) < total / 10) {
    const largest = MONEY_ROWS.reduce((best, row) => (spent(row.line) > spent(best.line) ? row : best));
    return `${percent(spent(largest.line) / total)} of what ${firmName(summary, id)} spends is ${largest.word.toLowerCase()}.`;
  }
  const compared = buying > serving * 1.1 ? 'more' : buying < serving / 1.1 ? 'less' : 'about as much';
  const shares = `${percent(buying / total)} against ${percent(serving / total)} of all it spends`;
  const than = compared === 'about as much' ? 'as' : 'than';
  return `${firmName(summary, id)} spends ${compared} on buying users ${than} on serving them: ${shares}.`;
}

/** Cash-outs by cause over all firms, most frequent first. */
export function causeTotals(summary: Summary): readonly (readonly [string, number])[] {
  const totals = new Map<string, number>();
  for (const id of summary.firmIds) {
    for (const [cause, n] of Object.entries(summary.firms[id].causes))
      totals.set(cause, (totals.get(cause) ?? 0) + n);
  }
  return [...totals].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
}

/** The most frequent cause of a cash-out over all firms. */
export function whyClaim(summary: Summary): string {
  const totals = causeTotals(summary);
  if (totals.length === 0) return `Nothing to explain: no firm runs out of cash in ${worlds(summary.n)}.`;
  const sum = totals.reduce((all, [, n]) => all + n, 0);
  const [cause, n] = totals[0];
  const word = plainText(causeWord(cause));
  if (totals.length === 1) return `All ${count(sum)} cash-outs have one cause: ${word}.`;
  const part = sum < FEW ? count(n) : percent(n / sum);
  return `The most frequent cause of a cash-out is ${word}: ${part} of ${count(sum)} cash-outs.`;
}

/** Median of the first or last month in which it is above zero; null if it never is. */
function level(fan: Fan, end: 'first' | 'last'): number | null {
  const values = fan.q50.filter((value) => Number.isFinite(value) && value > 0);
  return values.at(end === 'first' ? 0 : -1) ?? null;
}

function largestAdvertiser(summary: Summary): string {
  const spent = (firm: FirmSummary) => firm.advertising.q50.reduce((sum, value) => sum + value, 0);
  const id = (best: string, firm: string) =>
    spent(summary.firms[firm]) > spent(summary.firms[best]) ? firm : best;
  return summary.firmIds.reduce(id);
}

function changeWords(change: number): string {
  if (Math.abs(change) < 0.01) return 'as much as at first';
  return change < 0 ? `${percent(-change)} less than at first` : `${percent(change)} more than at first`;
}

/** How the price of a new user and of serving one changed. */
export function marketClaim(summary: Summary): string {
  const id = largestAdvertiser(summary);
  const [from, to] = [level(summary.firms[id].cac, 'first'), level(summary.firms[id].cac, 'last')];
  const [dear, cheap] = [level(summary.unitCost, 'first'), level(summary.unitCost, 'last')];
  const fall =
    dear === null || cheap === null ? '' : `serving a million tokens costs ${changeWords(cheap / dear - 1)}`;
  if (from === null || to === null) return fall === '' ? 'Nobody buys users.' : `Nobody buys users; ${fall}.`;
  const price = `${scaled(from)} ${plainText(summary.currency)} at first and ${scaled(to)} at the end`;
  return `A new user costs ${firmName(summary, id)} ${price}${fall === '' ? '' : `; ${fall}`}.`;
}

function armSentence(summary: Summary, arm: PointSummary, id: string): string {
  const [after, before] = [arm.firms[id].cashOut, summary.firms[id].cashOut];
  const unit = unitOf(summary.firms[id]);
  if (Math.min(arm.n, summary.n) < FEW) return `in ${intervalText(after.low, after.high)} of ${unit}`;
  const { difference, low, high } = newcombe(after, before);
  const direction = difference < 0 ? 'fewer' : 'more';
  const size = points(Math.abs(difference)).replace('+', '');
  const maybe = low <= 0 && high >= 0 ? '; the change could be zero' : '';
  return `in ${percent(after.estimate)} of ${unit}, ${size} points ${direction} than without it (${points(low)} to ${points(high)})${maybe}`;
}

/** The arm that changes P(cash-out) of a firm most, the first among equals; `change` is a difference of shares. */
export function strongestArm(summary: Summary, id: string): { name: string; change: number } {
  const before = summary.firms[id].cashOut.estimate;
  return Object.entries(summary.arms)
    .map(([name, arm]) => ({ name, change: arm.firms[id].cashOut.estimate - before }))
    .reduce((best, arm) => (Math.abs(arm.change) > Math.abs(best.change) + 1e-9 ? arm : best));
}

/** The firm that any arm changes most; if none changes anything, that of the headline. */
export function mostChanged(summary: Summary): string {
  const size = (id: string) => Math.abs(strongestArm(summary, id).change);
  return summary.firmIds.reduce((best, id) => (size(id) > size(best) + 1e-9 ? id : best), focusFirm(summary));
}

/** What the arm that changes a firm most does to it; the firm that is changed most if none is named. */
export function armsClaim(summary: Summary, id = mostChanged(summary)): string {
  const { name, change } = strongestArm(summary, id);
  const unit = unitOf(summary.firms[id]);
  if (change === 0 && summary.n >= FEW) {
    const share = percent(summary.firms[id].cashOut.estimate);
    return `No arm changes how often ${subject(summary, id, false)} runs out of cash: in ${share} of ${unit}.`;
  }
  return `Under “${plainText(name)}” ${subject(summary, id, false)} runs out of cash ${armSentence(summary, summary.arms[name], id)}.`;
}

/** How many inputs there are and how many are assumptions; settings of the run do not count. */
export function inputsClaim(summary: Summary): string {
  const facts = summary.inputs.filter((row) => row.tag !== '');
  const assumed = facts.filter((row) => row.tag === 'A').length;
  const all = count(facts.length);
  if (assumed === 0) return `None of ${all} inputs is an assumption.`;
  return `${count(assumed)} of ${all} inputs ${assumed === 1 ? 'is an assumption' : 'are assumptions'}.`;
}

/** How many checks pass, fail or stay open. */
export function checksClaim(summary: Summary): string {
  const of = (verdict: string) => summary.checks.filter((check) => check.verdict === verdict).length;
  if (summary.checks.length === 0) return 'This scenario states no checks.';
  const parts = [`${of('pass')} of ${summary.checks.length} checks pass`];
  if (of('fail') > 0) parts.push(`${of('fail')} fail${of('fail') === 1 ? 's' : ''}`);
  if (of('open') > 0) parts.push(`${of('open')} ${of('open') === 1 ? 'is' : 'are'} open`);
  return `${parts.join(', ')}.`;
}

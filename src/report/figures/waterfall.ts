/**
 * Where the money went: from the cash of the start, line by line of the ledger, to the cash of the end. One panel a
 * firm, made here and shown by the buttons; x in percent of the box, so it fits any width without script.
 */
import type { MeanRange, Summary } from '../../experiment/summary.js';
import { commonUnit, firmName, unitOf } from '../cases.js';
import type { Figure } from '../figure.js';
import { shortNumber } from '../figure.js';
import { worlds } from '../narrative.js';
import { count, scaled, signed } from '../numbers.js';
import { escapeHtml } from '../plain-text.js';
import { niceTicks } from '../ticks.js';
import { MONEY_ROWS } from '../words.js';
import { pickOne } from './choice.js';

const ROW = 34;
const BAR = 22;

/** A bar from `from` to `to`; totals start at zero. `range`: middle half of the worlds, as the end of the bar. */
interface Bar {
  readonly word: string;
  readonly from: number;
  readonly to: number;
  readonly total: boolean;
  readonly range: readonly [number, number] | null;
}

interface Money {
  readonly bars: readonly Bar[];
  readonly onlyLost: boolean;
}

function totalBar(word: string, value: number): Bar {
  return { word, from: 0, to: value, total: true, range: null };
}

/** Bars of one firm: its lives that end in a cash-out if there are any, else all. The start is that of these worlds. */
function firmMoney(summary: Summary, id: string): Money {
  const { startCash, money } = summary.firms[id];
  const onlyLost = money.cashOut !== null && money.endCashOut !== null;
  const lines = money.cashOut ?? money.all;
  const end = (onlyLost ? money.endCashOut : money.endAll) as MeanRange;
  const size = Math.max(Math.abs(startCash), ...MONEY_ROWS.map(({ line }) => Math.abs(lines[line].mean)), 1);
  const spent = MONEY_ROWS.reduce((sum, { line }) => sum + lines[line].mean, 0);
  const start = end.mean - spent;
  const bars = [totalBar('Cash at the start', start)];
  let run = start;
  const add = (word: string, { mean, q25, q75 }: MeanRange) => {
    if (Math.abs(mean) < size * 0.0005 && Math.max(Math.abs(q25), Math.abs(q75)) < size * 0.0005) return;
    bars.push({ word, from: run, to: run + mean, total: false, range: [run + q25, run + q75] });
    run += mean;
  };
  for (const { line, word } of MONEY_ROWS) add(word, lines[line]);
  bars.push(totalBar(end.mean < 0 ? 'Unpaid at the end' : 'Cash at the end', end.mean));
  return { bars, onlyLost };
}

function domain(bars: readonly Bar[]): readonly [number, number] {
  const ends = bars.flatMap(({ from, to, range }) => [from, to, ...(range ?? [])]);
  const [low, high] = [Math.min(0, ...ends), Math.max(0, ...ends)];
  return low === high ? [0, 1] : [low, high];
}

interface Scale {
  /** Place of a value, as a percentage of the width. */
  readonly at: (value: number) => string;
  readonly grid: string;
}

function barSvg(bar: Bar, next: Bar | undefined, { at, grid }: Scale): string {
  const top = (ROW - BAR) / 2;
  const [low, high] = [Math.min(bar.from, bar.to), Math.max(bar.from, bar.to)];
  const fill = bar.total ? 'ink2' : bar.to < bar.from ? 'out' : 'alive';
  const width = (Number.parseFloat(at(high)) - Number.parseFloat(at(low))).toFixed(2);
  const rect = `<rect x="${at(low)}" y="${top}" width="${width}%" height="${BAR}" rx="2" style="fill:var(--${fill});min-width:1.5px" opacity="0.9"/>`;
  const line = (x1: number, x2: number, y1: number, y2: number, css: string) =>
    `<line x1="${at(x1)}" x2="${at(x2)}" y1="${y1}" y2="${y2}" class="${css}"/>`;
  const middle = ROW / 2;
  const whisker =
    bar.range === null
      ? ''
      : line(bar.range[0], bar.range[1], middle, middle, 'wk') +
        bar.range.map((x) => line(x, x, middle - 4, middle + 4, 'wk')).join('');
  const joint = next === undefined ? '' : line(bar.to, bar.to, ROW - top, ROW, 'zl');
  const before = bar.total && next === undefined ? bar.to : bar.from;
  const upper = bar.total && next !== undefined ? '' : line(before, before, 0, top, 'zl');
  return `<svg class="w" width="100%" height="${ROW}" aria-hidden="true">${grid}${rect}${whisker}${joint}${upper}</svg>`;
}

/** Whose mean is shown: its worlds that end in a cash-out, or the copies that do. */
function lostGroup(summary: Summary, id: string, lost: number): string {
  return unitOf(summary.firms[id]) === 'cases'
    ? `Mean over the ${count(lost)} cash-outs of its copies in ${worlds(summary.n)}`
    : `Mean over the ${worlds(lost)} of ${count(summary.n)} in which it runs out of cash`;
}

function panel(summary: Summary, id: string, shown: boolean): string {
  const { bars, onlyLost } = firmMoney(summary, id);
  const [low, high] = domain(bars);
  const at = (value: number) => `${(((value - low) / (high - low)) * 100).toFixed(2)}%`;
  const ticks = niceTicks(low, high, 4);
  const grid = ticks
    .map(
      (tick) =>
        `<line class="${tick === 0 ? 'zl' : 'gl'}" x1="${at(tick)}" x2="${at(tick)}" y1="0" y2="${ROW}"/>`,
    )
    .join('');
  const rows = bars.map((bar, i) => {
    const value = bar.total ? scaled(bar.to) : signed(bar.to - bar.from, scaled);
    return `<div class="wf${bar.total ? ' total' : ''}"><span class="what">${bar.word}</span>${barSvg(bar, bars[i + 1], { at, grid })}<span class="v">${value}</span></div>`;
  });
  const axis = ticks.map(
    (tick) => `<text class="ax" x="${at(tick)}" y="16" text-anchor="middle">${scaled(tick)}</text>`,
  );
  const label = escapeHtml(
    `Money of ${firmName(summary, id)}: ${bars.map((bar) => `${bar.word} ${scaled(bar.total ? bar.to : bar.to - bar.from)}`).join(', ')}.`,
  );
  const lost = Object.values(summary.firms[id].causes).reduce((sum, n) => sum + n, 0);
  const group = onlyLost
    ? lostGroup(summary, id, lost)
    : `Mean over all ${worlds(summary.n)}; it runs out of cash in none`;
  return `<div data-firm="${escapeHtml(id)}"${shown ? '' : ' hidden'}><p class="group">${escapeHtml(group)}</p><div role="img" aria-label="${label}">${rows.join('')}<div class="wf axis"><span></span><svg class="w" width="100%" height="24" aria-hidden="true">${axis.join('')}</svg><span></span></div></div></div>`;
}

function sheetRows(summary: Summary): (string | number | null)[][] {
  return summary.firmIds.flatMap((id) => {
    const { bars, onlyLost } = firmMoney(summary, id);
    const group = onlyLost ? 'cash-out' : 'all';
    return bars.map((bar) => {
      const [q25, q75] = (bar.range ?? []).map((value) => shortNumber(value - bar.from));
      return [
        id,
        group,
        bar.word,
        shortNumber(bar.total ? bar.to : bar.to - bar.from),
        q25 ?? null,
        q75 ?? null,
      ];
    });
  });
}

/** Waterfall of a chosen firm from its first cash to its last. */
export function waterfallFigure(summary: Summary): Figure {
  const picker = pickOne(summary);
  const money = (name: string) => ({ name, kind: 'money' as const });
  return {
    id: 'money',
    title: '{firm}: where the money went',
    how: `${summary.currency}, months 1 to ${summary.months}, from the cash of the start to that of the end. Bar: mean. Thin line: middle half of ${commonUnit(summary)}, drawn from where the bar begins.`,
    label: '',
    note: 'Green is money in, ember money out. A few large amounts can pull a mean beyond its middle half. The start is the mean of what is shown.',
    picker,
    body: summary.firmIds.map((id) => panel(summary, id, id === picker.chosen[0])).join(''),
    sheet: {
      columns: [
        { name: 'firm', kind: 'firm' },
        { name: 'worlds', kind: 'text' },
        { name: 'line', kind: 'text' },
        money('mean'),
        money('25%'),
        money('75%'),
      ],
      rows: sheetRows(summary),
    },
  };
}

/**
 * What the arms change: P(cash-out) and cash at the end of a chosen firm, base and arms on the same luck. Panels
 * are made here, one a firm. The base is grey, hollow and dashed; an arm has the colour of the firm.
 */
import type { PointSummary, Summary } from '../../experiment/summary.js';
import { newcombe } from '../../statistics/newcombe.js';
import { commonUnit, copiesNote, firmName, unitOf } from '../cases.js';
import { mostChanged } from '../claims.js';
import type { Figure } from '../figure.js';
import { shortNumber } from '../figure.js';
import { FEW, worlds } from '../narrative.js';
import { intervalCell, intervalText, percent, points, scaled } from '../numbers.js';
import { escapeHtml, plainText } from '../plain-text.js';
import { niceTicks } from '../ticks.js';
import { slotColour } from '../words.js';
import { pickOne } from './choice.js';
import { percentAxis, percentGrid, whisker } from './whisker.js';

type Arm = readonly [name: string, point: PointSummary];

function allArms(summary: Summary): Arm[] {
  return [['base', summary], ...Object.entries(summary.arms)];
}

function panels(summary: Summary, draw: (id: string) => { html: string; label: string }): string {
  const chosen = pickOne(summary, mostChanged(summary)).chosen[0];
  return summary.firmIds
    .map((id) => {
      const { html, label } = draw(id);
      return `<div data-firm="${escapeHtml(id)}"${id === chosen ? '' : ' hidden'}><div class="forest arms" role="img" aria-label="${escapeHtml(label)}">${html}</div></div>`;
    })
    .join('');
}

function change(summary: Summary, point: PointSummary, id: string): string {
  if (Math.min(point.n, summary.n) < FEW) return '–';
  const { difference, low, high } = newcombe(point.firms[id].cashOut, summary.firms[id].cashOut);
  return `<b>${points(difference)}</b> ${points(low)} to ${points(high)}`;
}

function shareRow(summary: Summary, [name, point]: Arm, id: string): string {
  const { cashOut } = point.firms[id];
  const few = point.n < FEW;
  const base = point === summary;
  const colour = base ? 'var(--before)' : slotColour(summary.firms[id].slot);
  const plot = whisker({ ...cashOut, colour, point: !few, before: base });
  return `<div class="fr"><span class="arm">${escapeHtml(name)}</span><svg class="w" width="100%" height="38" aria-hidden="true">${percentGrid(38)}${plot}</svg><b class="p">${
    few ? '–' : percent(cashOut.estimate)
  }</b><span class="iv">${intervalCell(cashOut.low, cashOut.high)}</span><span class="ch">${base ? '' : change(summary, point, id)}</span></div>`;
}

/** Forest plot of P(cash-out) by arm. */
export function armShareFigure(summary: Summary): Figure {
  const arms = allArms(summary);
  const head =
    '<div class="fr head"><span></span><span></span><span class="p">P</span><span class="iv">interval</span><span class="ch">points, with interval</span></div>';
  const axis = `<div class="fr axis"><span></span>${percentAxis()}</div>`;
  const body = panels(summary, (id) => ({
    html: head + arms.map((arm) => shareRow(summary, arm, id)).join('') + axis,
    label: `P(cash-out) of ${firmName(summary, id)}: ${arms
      .map(
        ([name, point]) =>
          `${plainText(name)} ${intervalText(point.firms[id].cashOut.low, point.firms[id].cashOut.high)}`,
      )
      .join(', ')}.`,
  }));
  const share = (name: string) => ({ name, kind: 'share' as const });
  return {
    id: 'arm-share',
    title: 'Probability of cash-out of {firm}, by arm',
    how: `% of ${commonUnit(summary)} with 95% interval. Hollow: the base. Points: the change from the base.`,
    label: '',
    note: `${worlds(summary.n)} in the base. Newcombe interval of the change, as if the arms had not shared their luck: wider than it need be. ${copiesNote(summary)}`.trimEnd(),
    picker: pickOne(summary, mostChanged(summary)),
    body,
    sheet: {
      columns: [
        { name: 'firm', kind: 'firm' },
        { name: 'arm', kind: 'text' },
        share('P(cash-out)'),
        share('low'),
        share('high'),
      ],
      rows: summary.firmIds.flatMap((id) =>
        arms.map(([name, point]) => {
          const { estimate, low, high } = point.firms[id].cashOut;
          return [id, plainText(name), shortNumber(estimate), shortNumber(low), shortNumber(high)];
        }),
      ),
    },
  };
}

function cashPanel(summary: Summary, arms: readonly Arm[], id: string): string {
  const ends = arms.map(([, point]) => point.firms[id].finalCash);
  const [low, high] = [
    Math.min(0, ...ends.map((end) => end.q05)),
    Math.max(1, ...ends.map((end) => end.q95)),
  ];
  const at = (value: number) => (value - low) / (high - low);
  const percentAt = (value: number) => `${(at(value) * 100).toFixed(2)}%`;
  const ticks = niceTicks(low, high, 4);
  const grid = ticks.map(
    (tick) =>
      `<line class="${tick === 0 ? 'zl' : 'gl'}" x1="${percentAt(tick)}" x2="${percentAt(tick)}" y1="0" y2="38"/>`,
  );
  const rows = arms.map(([name, point], i) => {
    const base = point === summary;
    const colour = base ? 'var(--before)' : slotColour(summary.firms[id].slot);
    const { q05, q50, q95 } = ends[i];
    const plot = whisker({
      estimate: at(q50),
      low: at(q05),
      high: at(q95),
      colour,
      point: point.n >= FEW,
      before: base,
    });
    return `<div class="fr"><span class="arm">${escapeHtml(name)}</span><svg class="w" width="100%" height="38" aria-hidden="true">${grid.join('')}${plot}</svg><b class="p">${scaled(q50)}</b><span class="iv">${scaled(q05)} to ${scaled(q95)}</span></div>`;
  });
  const labels = ticks.map(
    (tick) => `<text class="ax" x="${percentAt(tick)}" y="16" text-anchor="middle">${scaled(tick)}</text>`,
  );
  const axis = `<div class="fr axis"><span></span><svg class="w" width="100%" height="24" aria-hidden="true">${labels.join('')}</svg></div>`;
  const head = `<div class="fr head"><span></span><span></span><span class="p">median</span><span class="iv">90% of ${unitOf(summary.firms[id])}</span></div>`;
  return head + rows.join('') + axis;
}

/** Cash at the end by arm: median and 90 % of worlds (or cases, for copies). */
export function armCashFigure(summary: Summary): Figure {
  const arms = allArms(summary);
  const body = panels(summary, (id) => ({
    html: cashPanel(summary, arms, id),
    label: `Cash of ${firmName(summary, id)} at the end: ${arms
      .map(([name, point]) => `${plainText(name)} ${scaled(point.firms[id].finalCash.q50)}`)
      .join(', ')}.`,
  }));
  const money = (name: string) => ({ name, kind: 'money' as const });
  return {
    id: 'arm-cash',
    title: 'Cash of {firm} at the end, by arm',
    how: `${summary.currency} in month ${summary.months}: median and 90% of ${commonUnit(summary)}. Hollow: the base.`,
    label: '',
    note: `${worlds(summary.n)} in the base.`,
    picker: pickOne(summary, mostChanged(summary)),
    body: `<div class="arm-cash">${body}</div>`,
    sheet: {
      columns: [
        { name: 'firm', kind: 'firm' },
        { name: 'arm', kind: 'text' },
        money('5%'),
        money('median'),
        money('95%'),
      ],
      rows: summary.firmIds.flatMap((id) =>
        arms.map(([name, point]) => {
          const { q05, q50, q95 } = point.firms[id].finalCash;
          return [id, plainText(name), shortNumber(q05), shortNumber(q50), shortNumber(q95)];
        }),
      ),
    },
  };
}

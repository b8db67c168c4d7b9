/** Who runs out of cash: probability with its Wilson whisker, and a bar of everything that can happen. */
import type { Summary } from '../../experiment/summary.js';
import { commonUnit, copiesNote, firmName } from '../cases.js';
import type { Figure, Sheet } from '../figure.js';
import { shortNumber } from '../figure.js';
import { firmTag } from '../frame.js';
import { danger, FEW, worlds } from '../narrative.js';
import { intervalCell, intervalText, month, percent } from '../numbers.js';
import { escapeHtml } from '../plain-text.js';
import { OUTCOMES, slotColour } from '../words.js';
import { ranked } from './choice.js';
import { percentAxis, percentGrid, whisker } from './whisker.js';

/** Glyph and word of every outcome that occurs. */
export function outcomeKey(summary: Summary): string {
  const seen = OUTCOMES.filter(({ end }) =>
    summary.firmIds.some((id) => summary.firms[id].outcomes[end].estimate > 0),
  );
  const items = seen.map(({ glyph, word, ink, end }) => {
    const when = end === 'alive' ? ` at month ${summary.months}` : '';
    return `<span><b style="color:var(--${ink})">${glyph}</b>${word}${when}</span>`;
  });
  return `<div class="key">${items.join('')}</div>`;
}

function outcomeBar(summary: Summary, id: string): string {
  let from = 0;
  const parts = OUTCOMES.map(({ end, colour, word }) => {
    const share = summary.firms[id].outcomes[end].estimate;
    const x = from;
    from += share;
    if (share <= 0) return '';
    const fill = end === 'paused' ? 'url(#hatch)' : `var(--${colour})`;
    return `<rect x="${(x * 100).toFixed(2)}%" y="0" width="${(share * 100).toFixed(2)}%" height="14" rx="1.5" fill="${fill}" stroke="var(--card)"><title>${word} ${percent(share)}</title></rect>`;
  });
  return `<svg class="bar" width="100%" height="14" aria-hidden="true">${parts.join('')}</svg>`;
}

function row(summary: Summary, id: string): string {
  const firm = summary.firms[id];
  const few = summary.n < FEW;
  const plot = whisker({ ...firm.cashOut, colour: slotColour(firm.slot), slot: firm.slot, point: !few });
  return `<div class="fr">${firmTag(summary, id)}<svg class="w" width="100%" height="38">${percentGrid(38)}${plot}</svg><b class="p">${
    few ? '–' : percent(firm.cashOut.estimate)
  }</b><span class="iv">${intervalCell(firm.cashOut.low, firm.cashOut.high)}</span><span class="mm">${
    few ? '–' : month(firm.medianExitMonth)
  }</span>${outcomeBar(summary, id)}</div>`;
}

function sheet(summary: Summary, ids: readonly string[]): Sheet {
  const share = (name: string) => ({ name, kind: 'share' as const });
  return {
    columns: [
      { name: 'firm', kind: 'firm' },
      share('P(cash-out)'),
      share('low'),
      share('high'),
      { name: 'worlds', kind: 'count' },
      { name: 'median month', kind: 'month' },
      ...OUTCOMES.slice(1).map(({ word }) => share(word)),
    ],
    rows: ids.map((id) => {
      const { cashOut, medianExitMonth, outcomes } = summary.firms[id];
      const others = OUTCOMES.slice(1).map(({ end }) => shortNumber(outcomes[end].estimate));
      const { estimate, low, high, n } = cashOut;
      return [id, shortNumber(estimate), shortNumber(low), shortNumber(high), n, medianExitMonth, ...others];
    }),
  };
}

/** Forest plot of P(cash-out) by firm, most endangered first. */
export function forestFigure(summary: Summary): Figure {
  const ids = ranked(summary.firmIds, (id) => danger(summary.firms[id]));
  const spoken = ids.map((id) => {
    const { low, high } = summary.firms[id].cashOut;
    return `${firmName(summary, id)} ${intervalText(low, high)}`;
  });
  const head =
    '<div class="fr head"><span></span><span></span><span class="p">P</span><span class="iv">interval</span><span class="mm">median month</span><span>all outcomes</span></div>';
  const axis = `<div class="fr axis"><span></span>${percentAxis()}</div>`;
  const label = escapeHtml(`Forest plot of the probability of cash-out: ${spoken.join(', ')}.`);
  return {
    id: 'forest',
    title: `Probability of cash-out by month ${summary.months}`,
    how: `% of ${commonUnit(summary)} with 95% interval. The bar shows everything that can happen.`,
    label: '',
    note: `${summary.stopping ? '95% interval that holds at all looks' : 'Wilson 95% interval'}, ${worlds(summary.n)}, the same luck for every firm. ${copiesNote(summary)}`.trimEnd(),
    key: outcomeKey(summary),
    body: `<div class="forest" role="img" aria-label="${label}">${head}${ids.map((id) => row(summary, id)).join('')}${axis}</div>`,
    sheet: sheet(summary, ids),
  };
}

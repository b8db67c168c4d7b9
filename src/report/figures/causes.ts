/** Why: proximate causes of the cash-outs of each firm, as a heat table whose rows add to 100. */
import type { Summary } from '../../experiment/summary.js';
import { causeTotals } from '../claims.js';
import type { Figure } from '../figure.js';
import { firmTag } from '../frame.js';
import { count } from '../numbers.js';
import { escapeHtml } from '../plain-text.js';
import { causeWord } from '../words.js';
import { ranked } from './choice.js';

/** Whole percent that add to 100: largest remainders get the missing ones (Hamilton's method). */
export function wholePercent(parts: readonly number[]): number[] {
  const sum = parts.reduce((total, part) => total + part, 0);
  if (sum === 0) return parts.map(() => 0);
  const exact = parts.map((part) => (part / sum) * 100);
  const whole = exact.map(Math.floor);
  const missing = 100 - whole.reduce((total, part) => total + part, 0);
  const order = exact.map((_, i) => i).sort((a, b) => exact[b] - whole[b] - (exact[a] - whole[a]) || a - b);
  for (const i of order.slice(0, missing)) whole[i]++;
  return whole;
}

function heatRow(summary: Summary, id: string, causes: readonly string[]): string {
  const counts = causes.map((cause) => summary.firms[id].causes[cause] ?? 0);
  const cells = wholePercent(counts).map((share) => {
    const tint = `color-mix(in srgb,var(--out) ${Math.round(share * 0.6)}%,var(--card))`;
    return `<td class="h" style="background:${tint}">${share === 0 ? '·' : share}</td>`;
  });
  const total = counts.reduce((sum, n) => sum + n, 0);
  return `<tr><td>${firmTag(summary, id)}</td><td class="n">${count(total)}</td>${cells.join('')}</tr>`;
}

/** Heat table: firms with a cash-out by cause, % of the firm's cash-outs. */
export function causesFigure(summary: Summary): Figure {
  const causes = causeTotals(summary).map(([cause]) => cause);
  const total = (id: string) => Object.values(summary.firms[id].causes).reduce((sum, n) => sum + n, 0);
  const ids = ranked(summary.firmIds, total).filter((id) => total(id) > 0);
  const head = causes.map((cause) => `<th class="c">${escapeHtml(causeWord(cause))}</th>`).join('');
  const rows = ids.map((id) => heatRow(summary, id, causes)).join('');
  const empty = '<p class="empty">No firm ran out of cash, so there is no cause to show.</p>';
  const table = `<div data-scroll tabindex="0" role="region" aria-label="Causes of cash-out"><table class="heat"><thead><tr><th>firm</th><th class="n">cash-outs</th>${head}</tr></thead><tbody>${rows}</tbody></table></div>`;
  return {
    id: 'causes',
    title: 'Causes of cash-out',
    how: "% of a firm's cash-outs by what pushed it under; rows add to 100.",
    label: '',
    note: 'The proximate cause: what weighed most when the cash ran out. A small number of cash-outs says little.',
    isTable: true,
    body: ids.length === 0 ? empty : table,
    sheet: {
      columns: [
        { name: 'firm', kind: 'firm' },
        { name: 'cause', kind: 'text' },
        { name: 'cash-outs', kind: 'count' },
      ],
      rows: ids.flatMap((id) =>
        causes.map((cause) => [id, causeWord(cause), summary.firms[id].causes[cause] ?? 0]),
      ),
    },
  };
}

/** A quantity of every firm over the months: the median of each, with the 90 % band of those in focus. */
import type { Fan, FirmSummary, Summary } from '../../experiment/summary.js';
import type { CellKind, Figure } from '../figure.js';
import { worlds } from '../narrative.js';
import { pickSome } from './choice.js';
import { fanCells, fanColumns } from './fan-sheet.js';

interface FirmLines {
  readonly id: string;
  readonly title: string;
  readonly how: string;
  readonly note: string;
  readonly kind: CellKind;
  /** Firms to draw. */
  readonly ids: readonly string[];
  readonly fan: (firm: FirmSummary) => Fan;
  /** Firms with the largest value open in focus. */
  readonly weight: (firm: FirmSummary) => number;
  /** True if a median of 0 means "nothing to measure". */
  readonly zeroIsGap?: boolean;
}

function firmLines(summary: Summary, spec: FirmLines): Figure {
  const rows = spec.ids.flatMap((id) => {
    const fan = spec.fan(summary.firms[id]);
    const gap = (i: number) => spec.zeroIsGap === true && fan.q50[i] === 0;
    return fan.q50.map((_, i) => [id, i + 1, ...fanCells(fan, i).map((cell) => (gap(i) ? null : cell))]);
  });
  return {
    ...spec,
    label: `${spec.title} by month, one line a firm.`,
    note: `Quantiles over ${worlds(summary.n)}. ${spec.note}`,
    picker: pickSome(summary, spec.ids, spec.weight),
    height: 360,
    plot: { draw: 'lines', middle: 4, low: 2, high: 6, steps: false },
    sheet: {
      columns: [{ name: 'firm', kind: 'firm' }, { name: 'month', kind: 'month' }, ...fanColumns(spec.kind)],
      rows,
    },
  };
}

function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + (Number.isFinite(value) ? value : 0), 0);
}

/** Users of each app. */
export function usersFigure(summary: Summary): Figure {
  return firmLines(summary, {
    id: 'users',
    title: 'Users of each app',
    how: 'People who use it in the month; median of all worlds. Shaded: 90% of worlds.',
    note: 'Someone with two apps counts in both; 0 after the end of the firm.',
    kind: 'people',
    ids: summary.firmIds.filter((id) => summary.firms[id].hasApp),
    fan: (firm) => firm.users,
    weight: (firm) => firm.users.q50.at(-1) ?? 0,
  });
}

/** What each firm pays to win users. */
export function advertisingFigure(summary: Summary): Figure {
  return firmLines(summary, {
    id: 'advertising',
    title: 'Advertising of each firm',
    how: `${summary.currency} a month; median of all worlds. Shaded: 90% of worlds.`,
    note: 'A world in which the firm has ended counts as 0; the median jumps in the month in which half of the worlds have cut it or ended.',
    kind: 'money',
    ids: summary.firmIds.filter((id) => total(summary.firms[id].advertising.q95) > 0),
    fan: (firm) => firm.advertising,
    weight: (firm) => total(firm.advertising.mean),
  });
}

/** What one user won by advertising costs. */
export function cacFigure(summary: Summary): Figure {
  return firmLines(summary, {
    id: 'cac',
    title: 'Cost of a new user',
    how: `${summary.currency} for one user won by advertising, three-month mean; median of the worlds in which the firm lives. Shaded: 90% of worlds.`,
    note: 'The line can jump when worlds drop out because the firm has ended; no line where the median is no purchase.',
    zeroIsGap: true,
    kind: 'money',
    ids: summary.firmIds.filter((id) => total(summary.firms[id].cac.q95) > 0),
    fan: (firm) => firm.cac,
    weight: (firm) => total(firm.advertising.mean),
  });
}

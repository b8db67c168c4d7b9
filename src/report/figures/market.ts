/** The market as a whole: people with an app, the price of attention by channel, the cost of serving. */
import type { Summary } from '../../experiment/summary.js';
import type { Figure } from '../figure.js';
import { worlds } from '../narrative.js';
import { fanCells, fanColumns, fanSheet } from './fan-sheet.js';

const fanPlot = { draw: 'fan', bands: [1, 2, 3, 4, 5], worlds: [], month: 0 } as const;

/** People with at least one app. */
export function peopleFigure(summary: Summary): Figure {
  return {
    id: 'people',
    title: 'People with an app',
    how: 'People with at least one app. Dark band: half of the worlds. Light band: 90%.',
    label: 'People with at least one app by month: median, the middle half and the middle 90% of worlds.',
    note: `Quantiles over ${worlds(summary.n)}; everybody counts once.`,
    height: 260,
    plot: fanPlot,
    sheet: fanSheet(summary.people, 'people'),
  };
}

/** What attention costs in each channel, relative to a market without these firms. */
export function priceIndexFigure(summary: Summary): Figure {
  const rows = summary.channelIds.flatMap((id) => {
    const fan = summary.priceIndex[id];
    return fan.q50.map((_, i) => [id, i + 1, ...fanCells(fan, i)]);
  });
  return {
    id: 'price-index',
    title: 'Price of attention',
    how: 'Index by channel, 1 = without these firms. Median; shaded: 90% of worlds.',
    label: 'Price index of each advertising channel by month.',
    note: `Quantiles over ${worlds(summary.n)}.`,
    height: 260,
    plot: { draw: 'lines', middle: 4, low: 2, high: 6, steps: false, ink: true },
    sheet: {
      columns: [{ name: 'channel', kind: 'text' }, { name: 'month', kind: 'month' }, ...fanColumns('number')],
      rows,
    },
  };
}

/** What a million tokens cost to serve. */
export function unitCostFigure(summary: Summary): Figure {
  return {
    id: 'unit-cost',
    title: 'Cost of serving',
    how: `${summary.currency} per million tokens. Dark band: half of the worlds. Light band: 90%.`,
    label: 'Cost of serving a million tokens by month: median, the middle half and the middle 90% of worlds.',
    note: `Quantiles over ${worlds(summary.n)}.`,
    height: 260,
    plot: fanPlot,
    sheet: fanSheet(summary.unitCost, 'money'),
  };
}

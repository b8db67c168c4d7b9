/**
 * What the drawing functions of the page are given. The script of the page is made of the source text of the
 * functions in this folder (see script.ts), so a function may call others of its own file by name, and everything
 * else only through the kit.
 */

import type { PageData } from '../figure.js';
import type * as numbers from '../numbers.js';
import type { spread } from '../spread.js';
import type { niceTicks } from '../ticks.js';
import type * as atRisk from './at-risk.js';
import type { Box, Browser } from './browser.js';
import type * as chart from './chart.js';
import type * as labels from './labels.js';
import type * as layout from './layout.js';
import type * as sheet from './sheet.js';

/** Everything a drawing may use. */
export interface Kit {
  readonly window: Browser;
  readonly data: PageData;
  readonly numbers: typeof numbers;
  readonly places: { readonly spread: typeof spread; readonly niceTicks: typeof niceTicks };
  readonly chart: typeof chart;
  readonly labels: typeof labels;
  readonly layout: typeof layout;
  readonly sheet: typeof sheet;
  readonly atRisk: typeof atRisk;
}

/** A row of a sheet. */
export type Row = readonly (string | number | null)[];

/** One drawing: the box to fill, the figure's data, and the chosen firms. */
export interface Job {
  readonly host: Box;
  readonly id: string;
  readonly chosen: readonly string[];
}

/**
 * What a figure of the report is made of. One tidy sheet holds its numbers: the drawing, the table view and the CSV
 * all come from it, so they cannot disagree.
 */

/** How the numbers of a column are written. `firm`: an id, shown as the firm's name. Shares are 0..1. */
export type CellKind = 'firm' | 'text' | 'month' | 'count' | 'share' | 'money' | 'people' | 'number';

/** A table in long form; null is a missing number. */
export interface Sheet {
  readonly columns: readonly { readonly name: string; readonly kind: CellKind }[];
  readonly rows: readonly (readonly (string | number | null)[])[];
}

/** At most this many firms in focus, with bands. */
export const FOCUS = 4;

/** Buttons above a figure: `one` firm at a time, or `some` (at most four) in focus. Ids of firms. */
export interface Picker {
  readonly mode: 'one' | 'some';
  readonly options: readonly string[];
  readonly chosen: readonly string[];
}

/** Lines of several series over months. Numbers are columns of the sheet; column 0 is the series, 1 the month. */
export interface LinesPlot {
  readonly draw: 'lines';
  readonly middle: number;
  readonly low: number;
  readonly high: number;
  readonly steps: boolean;
  /** Value of every series in month 0, if the axis starts there. */
  readonly start?: number;
  /** Column with the worlds at risk, for the table under the chart. */
  readonly atRisk?: number;
  /** True if the series are no firms: ink instead of colours. */
  readonly ink?: boolean;
}

/** Quantiles of one series over months, in five columns of the sheet, and single worlds. */
export interface FanPlot {
  readonly draw: 'fan';
  /** Columns of q05, q25, q50, q75, q95. */
  readonly bands: readonly number[];
  readonly worlds: readonly number[];
  /** Column of the month: 1 if column 0 is the firm, else 0. */
  readonly month: number;
}

/** Stacked probabilities of the ways out of one firm; columns in the order of OUTCOMES, then low and high. */
export interface OutcomesPlot {
  readonly draw: 'outcomes';
}

/** One figure of the page. Texts are plain; `body` and `key` are HTML. */
export interface Figure {
  readonly id: string;
  /** What it shows; `{firm}` stands for the chosen firm. */
  readonly title: string;
  /** Unit and method in one line. */
  readonly how: string;
  /** One sentence for readers who do not see it; `{firm}` stands for the chosen firm. */
  readonly label: string;
  readonly note: string;
  readonly sheet: Sheet;
  readonly key?: string;
  readonly picker?: Picker;
  /** Drawn by the page's script in a box of `height` pixels ... */
  readonly plot?: LinesPlot | FanPlot | OutcomesPlot;
  readonly height?: number;
  /** ... or drawn here, as HTML and SVG. */
  readonly body?: string;
  /** True if it stands beside the next one on a wide page. */
  readonly half?: boolean;
  /** True if the body is a table of its own and needs no table view. */
  readonly isTable?: boolean;
}

/** What the page's script knows of a firm. */
export interface FirmLook {
  readonly name: string;
  /** Name for plotly's labels. */
  readonly label: string;
  readonly slot: number;
}

/** The data element of the page. `claims`: section, then firm. */
export interface PageData {
  readonly months: number;
  readonly currency: string;
  readonly file: string;
  readonly firms: Readonly<Record<string, FirmLook>>;
  readonly outcomes: readonly {
    readonly glyph: string;
    readonly word: string;
    readonly colour: string;
    readonly ink: string;
  }[];
  readonly claims: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly figures: Readonly<Record<string, Pick<Figure, 'sheet' | 'plot' | 'picker' | 'title' | 'label'>>>;
}

/** A number with six significant digits: enough for a table, and a third of the bytes. */
export function shortNumber(value: number | null | undefined): number | null {
  return value === null || value === undefined || !Number.isFinite(value)
    ? null
    : Number(value.toPrecision(6));
}

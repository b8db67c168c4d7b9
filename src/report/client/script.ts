/**
 * The script of the page as text. It is made of the source text of the functions in this folder and of the number
 * formats, so that the page and this program share one compiled, typed source and no bundler is needed. The names
 * are taken from the functions themselves, which keeps it right after a minifier has renamed them.
 */
import * as numbers from '../numbers.js';
import { spread } from '../spread.js';
import { niceTicks } from '../ticks.js';
import * as atRisk from './at-risk.js';
import * as chart from './chart.js';
import * as fan from './draw-fan.js';
import * as lines from './draw-lines.js';
import * as outcomes from './draw-outcomes.js';
import * as labels from './labels.js';
import * as layout from './layout.js';
import * as page from './page.js';
import * as sheet from './sheet.js';

type Module = Readonly<Record<string, unknown>>;

/** An expression that makes an object of the functions of a module; they see each other by name. */
function moduleText(module: Module): string {
  const entries = Object.entries(module).filter((entry): entry is [string, (...all: never) => unknown] => {
    return typeof entry[1] === 'function';
  });
  entries.sort(([a], [b]) => (a < b ? -1 : 1));
  const members = entries.map(([key, run]) => `${key}: ${run.name}`).join(', ');
  return `(() => {\n${entries.map(([, run]) => String(run)).join('\n')}\nreturn { ${members} };\n})()`;
}

/** Sets the theme before the first paint: the reader's choice, else that of the system. */
export const THEME_SCRIPT = `(() => {
  let theme = null;
  try { theme = localStorage.getItem('afterburn-theme'); } catch {}
  const dark = theme === 'dark' || (theme === null && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.classList.toggle('dark', dark);
})();`;

/** The whole script; it reads the data element and draws. */
export function pageScript(): string {
  return `'use strict';
(() => {
const page = ${moduleText(page)};
const lines = ${moduleText(lines)};
const fan = ${moduleText(fan)};
const outcomes = ${moduleText(outcomes)};
const kit = {
  window,
  data: JSON.parse(document.getElementById('data').textContent),
  numbers: ${moduleText(numbers)},
  places: ${moduleText({ niceTicks, spread })},
  chart: ${moduleText(chart)},
  labels: ${moduleText(labels)},
  layout: ${moduleText(layout)},
  sheet: ${moduleText(sheet)},
  atRisk: ${moduleText(atRisk)},
};
page.startPage(kit, { lines: lines.drawLines, fan: fan.drawFan, outcomes: outcomes.drawOutcomes });
})();`;
}

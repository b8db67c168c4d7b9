/**
 * The whole report as one HTML file that works offline: styles, script, data and plotly are inside. Its
 * Content-Security-Policy allows the three scripts by their hash and nothing from anywhere else, so a name that
 * smuggles in HTML can neither run nor fetch. A pure function of summary, manifest and the text of plotly.
 */
import type { Manifest, Summary } from '../experiment/summary.js';
import { firmName } from './cases.js';
import { pageScript, THEME_SCRIPT } from './client/script.js';
import type { PageData } from './figure.js';
import { type Section, sectionHtml } from './frame.js';
import { HALF_MOON, LOGO, PRINTER } from './icons.js';
import { embedJson, escapeHtml, plotText } from './plain-text.js';
import { answerHtml } from './sections/answer.js';
import { checksSection } from './sections/checks.js';
import { inputsSection } from './sections/inputs.js';
import { madeSection } from './sections/made.js';
import { resultSections } from './sections/results.js';
import { sha256Base64 } from './sha256.js';
import { FIGURES } from './style/figures.js';
import { LAYOUT } from './style/layout.js';
import { TOKENS } from './style/tokens.js';
import { OUTCOMES } from './words.js';

/** `plotly`: text of plotly.js-cartesian-dist-min. `sha256Base64`: a faster hash than our own, if there is one. */
export interface ReportParts {
  readonly plotly: string;
  readonly sha256Base64?: (text: string) => string;
}

const HATCH =
  '<svg class="off" aria-hidden="true"><defs><pattern id="hatch" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path d="M0 0V5" style="stroke:var(--ink3)" stroke-width="3"/></pattern></defs></svg>';

/** Script text as it must stand in the file, so that it is hashed as the browser reads it. */
function scriptText(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(/<(?=\/script|script|!--)/gi, '\\x3c');
}

function pageData(summary: Summary, manifest: Manifest, sections: readonly Section[]): PageData {
  const firms = summary.firmIds.map((id) => {
    const name = firmName(summary, id);
    return [id, { name, label: plotText(name), slot: summary.firms[id].slot }] as const;
  });
  const figures = sections
    .flatMap((section) => section.figures)
    .map(({ id, sheet, plot, picker, title, label }) => [id, { sheet, plot, picker, title, label }] as const);
  return {
    months: summary.months,
    currency: summary.currency,
    file: manifest.scenario.replace(/[^A-Za-z0-9-]+/g, '-'),
    firms: Object.fromEntries(firms),
    claims: Object.fromEntries(sections.map(({ id, claims }) => [id, claims ?? {}])),
    outcomes: OUTCOMES.map(({ glyph, word, colour, ink }) => ({ glyph, word, colour, ink })),
    figures: Object.fromEntries(figures),
  };
}

/** The contents for a narrow page: the list of the system, which works with a thumb. */
function jumpList(sections: readonly Section[]): string {
  const options = [{ id: 'answer', heading: 'The answer' }, ...sections].map(
    ({ id, heading }) => `<option value="${id}">${escapeHtml(heading)}</option>`,
  );
  return `<select class="jump" data-jump aria-label="Go to section">${options.join('')}</select>`;
}

function header(manifest: Manifest, sections: readonly Section[]): string {
  const run = escapeHtml(`Report, ${manifest.scenario}, run ${manifest.fingerprint.slice(0, 8)}`);
  return `<header class="top"><div><a class="brand" href="#answer" aria-label="Afterburn">${LOGO}<span class="t">Afterburn</span></a><span class="run">${run}</span>${jumpList(sections)}
<button class="btn quiet" type="button" data-theme aria-label="Dark theme" aria-pressed="false">${HALF_MOON}</button>
<button class="btn" type="button" data-print aria-label="Print or save as PDF">${PRINTER}<span class="t">Print</span></button></div></header>`;
}

function contents(sections: readonly Section[]): string {
  const links = sections.map(({ id, heading }) => `<a href="#${id}">${escapeHtml(heading)}</a>`);
  return `<nav class="toc" aria-label="Contents"><a class="on" href="#answer">The answer</a>${links.join('')}</nav>`;
}

function footer(manifest: Manifest): string {
  return `<footer><span>Afterburn ${escapeHtml(manifest.afterburn)}</span><span>A forecast from stated assumptions, not advice on any firm.</span></footer>`;
}

/** The page; the same bytes for the same input. About 1.7 MB, of which 1.5 MB are plotly. */
export function reportHtml(summary: Summary, manifest: Manifest, parts: ReportParts): string {
  const hash = parts.sha256Base64 ?? sha256Base64;
  const results = summary.n > 0 ? resultSections(summary) : [];
  const sections = [
    ...results,
    inputsSection(summary),
    checksSection(summary),
    madeSection(summary, manifest),
  ];
  const scripts = [THEME_SCRIPT, parts.plotly, pageScript()].map(scriptText);
  const allowed = scripts.map((text) => `'sha256-${hash(text)}'`).join(' ');
  const policy = `default-src 'none'; script-src ${allowed}; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'`;
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<title>${escapeHtml(summary.title)}: Afterburn report</title>
<script>${scripts[0]}</script>
<style>${TOKENS}${LAYOUT}${FIGURES}</style></head>
<body><a class="skip" href="#answer">Skip to the answer</a>${HATCH}
${header(manifest, sections)}
<div class="wrap">${contents(sections)}
<main>${answerHtml(summary, manifest)}
${sections.map((section) => sectionHtml(summary, section)).join('\n')}
${footer(manifest)}</main></div>
<script type="application/json" id="data">${embedJson(pageData(summary, manifest, sections))}</script>
<script>${scripts[1]}</script>
<script>${scripts[2]}</script>
</body></html>
`;
}

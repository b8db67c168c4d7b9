/**
 * The page of a study as one HTML file that works offline: the answer as the terminal says it, then sections whose
 * figures are drawn here as SVG, each with its table. Only two small scripts (theme, contents, print) may run, by
 * their hash; a name that smuggles in HTML can neither run nor fetch. A pure function of the result.
 */

import { THEME_SCRIPT } from '../client/script.js';
import { studyScript } from '../client/study-script.js';
import { counted } from '../counted.js';
import { HALF_MOON, LOGO, PRINTER } from '../icons.js';
import { leftOut, worlds } from '../narrative.js';
import { count } from '../numbers.js';
import { escapeHtml, plainText } from '../plain-text.js';
import { levelText } from '../policy-level.js';
import { sha256Base64 } from '../sha256.js';
import { FIGURES } from '../style/figures.js';
import { LAYOUT } from '../style/layout.js';
import { STUDIES } from '../style/studies.js';
import { TOKENS } from '../style/tokens.js';
import type { StudyHead } from './head.js';
import type { StudyFigure, StudySection, StudyTable } from './section.js';

/** What the page is made of besides the head of the result. */
export interface StudyParts {
  /** The text for the terminal: its second paragraph is the answer. */
  readonly text: string;
  readonly sections: readonly StudySection[];
  /** A faster hash than our own, if there is one. */
  readonly sha256Base64?: (text: string) => string;
}

/** Every part of a result that the page tells by itself. */
export type PageHead = StudyHead & { readonly afterburn: string; readonly numerics: number };

/** Sentences of the answer below the headline. */
const MORE = 2;

function cellHtml(value: string | number | null, write?: (value: number) => string): string {
  if (typeof value === 'string') return `<td>${escapeHtml(value)}</td>`;
  const text = value === null ? '–' : (write ?? String)(value);
  return `<td class="n">${escapeHtml(text)}</td>`;
}

function tableHtml({ columns, rows }: StudyTable): string {
  const heads = columns.map(({ name, write }) => `<th${write ? ' class="n"' : ''}>${escapeHtml(name)}</th>`);
  const lines = rows.map(
    (row) => `<tr>${row.map((value, k) => cellHtml(value, columns[k].write)).join('')}</tr>`,
  );
  return `<table><thead><tr>${heads.join('')}</tr></thead><tbody>${lines.join('')}</tbody></table>`;
}

function figureHtml({ id, title, how, note, key, body, table, isTable }: StudyFigure): string {
  const name = escapeHtml(title);
  const own = `<details><summary>Table</summary><div class="sheet tall" tabindex="0" role="region" aria-label="${name}, table">${tableHtml(table)}</div></details>`;
  return `<figure id="fig-${id}"><figcaption><div class="ft">${name}</div><div class="fs">${escapeHtml(how)}</div></figcaption>
${key ?? ''}<div class="drawing">${body}</div>
<p class="note"><span>${escapeHtml(note)}</span></p>${isTable ? '' : own}</figure>`;
}

function sectionHtml({ id, heading, claim, why, figures }: StudySection): string {
  const more = why === undefined ? '' : `<p class="why">${escapeHtml(why)}</p>`;
  return `<section id="${id}" aria-labelledby="h-${id}"><h2 id="h-${id}">${escapeHtml(heading)}</h2>
<p class="claim">${escapeHtml(claim)}</p>${more}${figures.map(figureHtml).join('\n')}</section>`;
}

/** The first sentence of the answer, and the two after it. */
export function answerOf(text: string): readonly [first: string, rest: string] {
  const paragraph = plainText((text.split('\n\n')[1] ?? '').replace(/[ \n]+/g, ' '));
  const [first, ...rest] = paragraph.split(/(?<=[.!?]) (?=[\p{Lu}\d])/u);
  return [first, rest.slice(0, MORE).join(' ')];
}

/** The text without its head, which the page tells by itself. */
function bodyOf(text: string): string {
  return text.split('\n\n').slice(1).join('\n\n').trimEnd();
}

function answerHtml(head: PageHead, text: string): string {
  const [first, rest] = answerOf(text);
  const facts = [
    head.study,
    counted(head.months, 'month'),
    worlds(head.worlds),
    `${count(head.agents)} simulated users`,
    head.currency,
  ];
  const kick = `<b>${escapeHtml(head.title)}</b>${facts.map((fact) => `<span>${escapeHtml(fact)}</span>`).join('')}`;
  const question = plainText(head.question);
  return `<div id="answer">${head.failed > 0 ? `<p class="banner">${leftOut(head.failed)}.</p>` : ''}<p class="kick">${kick}</p>
<p class="question">${escapeHtml(question === '' ? '' : question[0].toUpperCase() + question.slice(1))}</p><h1>${escapeHtml(first)}</h1>${rest === '' ? '' : `<p class="lead">${escapeHtml(rest)}</p>`}</div>`;
}

/** Text of the terminal, each line escaped by itself so that the columns stay. */
function preHtml(text: string): string {
  const lines = bodyOf(text)
    .split('\n')
    .map((line) => {
      const indent = /^ */.exec(line)?.[0] ?? '';
      return (
        indent +
        line
          .slice(indent.length)
          .split(/( {2,})/)
          .map((part) => (/^ +$/.test(part) ? part : escapeHtml(part)))
          .join('')
      );
    });
  return `<div data-scroll tabindex="0" role="region" aria-label="The result in words"><pre>${lines.join('\n')}</pre></div>`;
}

function madeHtml(head: PageHead, text: string, isOpen: boolean): string {
  const facts = [
    ['Afterburn', `${head.afterburn}, numerics ${head.numerics}`],
    ['Kind of study', head.study],
    ['Seed', head.seed],
    ...(head.policyLevel ? [['Policies', levelText(head.policyLevel)] as const] : []),
    ['Worlds', `${count(head.worlds)}, ${count(head.failed)} failed`],
    ['Worlds of a point', count(head.replicates)],
    ['Users', `${count(head.agents)} simulated in each world`],
    ['Every number', 'points.csv beside this page, a row for each point and outcome'],
    ['The whole result', 'study.json beside this page'],
  ] as const;
  const list = facts
    .map(([term, said]) => `<div><dt>${term}</dt><dd>${escapeHtml(said)}</dd></div>`)
    .join('');
  return `<section id="made" aria-labelledby="h-made"><h2 id="h-made">How it was made</h2>
<p class="claim">The same study and seed give these numbers again, byte for byte.</p><dl class="made">${list}</dl>
<details${isOpen ? ' open' : ''}><summary>The result in words, as the terminal shows it</summary>${preHtml(text)}</details></section>`;
}

function header(head: PageHead, sections: readonly Pick<StudySection, 'id' | 'heading'>[]): string {
  const options = sections.map(({ id, heading }) => `<option value="${id}">${escapeHtml(heading)}</option>`);
  return `<header class="top"><div><a class="brand" href="#answer" aria-label="Afterburn">${LOGO}<span class="t">Afterburn</span></a><span class="run">${escapeHtml(`Study, ${head.study}, ${head.title}`)}</span><select class="jump" data-jump aria-label="Go to section">${options.join('')}</select>
<button class="btn quiet" type="button" data-theme aria-label="Dark theme" aria-pressed="false">${HALF_MOON}</button>
<button class="btn" type="button" data-print aria-label="Print or save as PDF">${PRINTER}<span class="t">Print</span></button></div></header>`;
}

/** The page; the same bytes for the same input. About 40 kB and 1 kB for each row of a figure. */
export function studyHtml(head: PageHead, { text, sections, ...own }: StudyParts): string {
  const hash = own.sha256Base64 ?? sha256Base64;
  const places = [
    { id: 'answer', heading: 'The answer' },
    ...sections,
    { id: 'made', heading: 'How it was made' },
  ];
  const links = places.map(
    ({ id, heading }, k) => `<a${k === 0 ? ' class="on"' : ''} href="#${id}">${escapeHtml(heading)}</a>`,
  );
  const scripts = [THEME_SCRIPT, studyScript()];
  const allowed = scripts.map((script) => `'sha256-${hash(script)}'`).join(' ');
  const policy = `default-src 'none'; script-src ${allowed}; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'`;
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<title>${escapeHtml(head.title)}: Afterburn ${escapeHtml(head.study)}</title>
<script>${scripts[0]}</script>
<style>${TOKENS}${LAYOUT}${FIGURES}${STUDIES}</style></head>
<body><a class="skip" href="#answer">Skip to the answer</a>
${header(head, places)}
<div class="wrap"><nav class="toc" aria-label="Contents">${links.join('')}</nav>
<main>${answerHtml(head, text)}
${sections.map(sectionHtml).join('\n')}
${madeHtml(head, text, sections.length === 0)}
<footer><span>Afterburn ${escapeHtml(head.afterburn)}</span><span>A forecast from stated assumptions, not advice on any firm.</span></footer></main></div>
<script>${scripts[1]}</script>
</body></html>
`;
}

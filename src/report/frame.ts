/** HTML around figures and sections: card, caption, buttons, note. All texts are escaped here. */
import type { Summary } from '../experiment/summary.js';
import { firmName } from './cases.js';
import { type Figure, FOCUS } from './figure.js';
import { escapeHtml, nameHtml } from './plain-text.js';
import { slotMark } from './words.js';

/** The coloured square and the name of a firm. */
export function firmTag(summary: Summary, id: string): string {
  const name = escapeHtml(firmName(summary, id));
  return `<span class="firm">${slotMark(summary.firms[id].slot)}<span title="${name}">${nameHtml(firmName(summary, id))}</span></span>`;
}

/** How many firms can be in focus; the page's script shows the second text when one more is asked for. */
function mostHtml(): string {
  const refusal = `Up to ${FOCUS} firms: press one of the marked ones first to take it out.`;
  return `<p class="most" role="status" data-refusal="${refusal}">Up to ${FOCUS} firms in focus.</p>`;
}

function chips(summary: Summary, figure: Figure): string {
  if (figure.picker === undefined) return '';
  const { mode, options, chosen } = figure.picker;
  const label = mode === 'one' ? 'Firm' : `Firms in focus, up to ${FOCUS}`;
  const buttons = options.map((id) => {
    const name = escapeHtml(firmName(summary, id));
    return `<button class="chip" type="button" data-pick="${escapeHtml(id)}" aria-pressed="${chosen.includes(id)}">${slotMark(summary.firms[id].slot)}<span>${name}</span></button>`;
  });
  const most = mode === 'one' || options.length <= FOCUS ? '' : mostHtml();
  return `<div class="chips" role="group" aria-label="${label}">${buttons.join('')}</div>${most}`;
}

/** A text with `{firm}` replaced by the name of the chosen firm. */
export function named(summary: Summary, figure: Figure, text: string): string {
  const id = figure.picker?.mode === 'one' ? figure.picker.chosen[0] : undefined;
  return escapeHtml(id === undefined ? text : text.split('{firm}').join(firmName(summary, id)));
}

function buttons(figure: Figure): string {
  const table = figure.isTable
    ? ''
    : '<button type="button" data-table aria-expanded="false">Show as table</button>';
  return `<span class="r">${table}<button type="button" data-csv>Save CSV</button></span>`;
}

function drawing(summary: Summary, figure: Figure): string {
  if (figure.plot === undefined) return `<div class="drawing">${figure.body ?? ''}</div>`;
  const label = named(summary, figure, figure.label);
  const plot = `<div class="plot" role="img" aria-label="${label}" style="height:${figure.height ?? 320}px"></div>`;
  return `<div class="drawing">${plot}${figure.body ?? ''}</div>`;
}

/** A figure as a card. */
export function figureHtml(summary: Summary, figure: Figure): string {
  return `<figure id="fig-${figure.id}" data-figure="${figure.id}">
<figcaption><div class="ft">${named(summary, figure, figure.title)}</div><div class="fs">${escapeHtml(figure.how)}</div></figcaption>
${chips(summary, figure)}${figure.key ?? ''}${drawing(summary, figure)}
<div class="sheet" role="region" aria-label="${named(summary, figure, figure.title)}, table" tabindex="0" hidden></div>
<p class="note"><span>${escapeHtml(figure.note)}</span>${buttons(figure)}</p></figure>`;
}

/** A section of the page: heading, claim, an optional paragraph, then HTML. */
export interface Section {
  readonly id: string;
  readonly heading: string;
  readonly claim: string;
  /** The claim for each firm by id, shown when its button is pressed in a figure of the section. */
  readonly claims?: Readonly<Record<string, string>>;
  readonly why?: string;
  readonly figures: readonly Figure[];
  /** HTML before and after the figures. */
  readonly before?: string;
  readonly after?: string;
}

/** A section with its figures, halves at the end. */
export function sectionHtml(summary: Summary, section: Section): string {
  const why = section.why === undefined ? '' : `<p class="why">${escapeHtml(section.why)}</p>`;
  const [full, half] = [
    section.figures.filter((own) => !own.half),
    section.figures.filter((own) => own.half),
  ];
  const cards = (figures: readonly Figure[]) =>
    figures.map((figure) => figureHtml(summary, figure)).join('\n');
  const figures = cards(full) + (half.length === 0 ? '' : `<div class="two">${cards(half)}</div>`);
  return `<section id="${section.id}" aria-labelledby="h-${section.id}"><h2 id="h-${section.id}">${escapeHtml(section.heading)}</h2>
<p class="claim">${escapeHtml(section.claim)}</p>${why}${section.before ?? ''}${figures}${section.after ?? ''}</section>`;
}

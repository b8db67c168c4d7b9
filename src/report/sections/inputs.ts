/** Every number of the scenario with its tag and source; assumptions in amber. */
import type { InputRow, Summary } from '../../experiment/summary.js';
import { inputsClaim } from '../claims.js';
import type { Figure } from '../figure.js';
import type { Section } from '../frame.js';
import { readable } from '../numbers.js';
import { escapeHtml } from '../plain-text.js';

const TAGS: readonly (readonly [string, string])[] = [
  ['S', 'said in a source'],
  ['P', 'public page'],
  ['L', 'textbook or paper'],
  ['C', 'computed'],
  ['A', 'assumption'],
  ['none', 'without a tag'],
  ['', 'settings'],
];

/** The letter of a tag in its box; nothing for settings and numbers without a tag. */
function badge(tag: string): string {
  const words = TAGS.find(([known]) => known === tag)?.[1];
  return words === undefined || tag.length !== 1 ? '' : `<b class="src ${tag}" title="${words}">${tag}</b>`;
}

function filters(rows: readonly InputRow[]): string {
  const chip = (tag: string, text: string, on = false) =>
    `<button class="chip" type="button" data-tag="${tag}" aria-pressed="${on}">${text}</button>`;
  const chips = TAGS.flatMap(([tag, words]) => {
    const n = rows.filter((row) => row.tag === tag).length;
    return n === 0 ? [] : [chip(tag, `${badge(tag)}${words}, ${n}`)];
  });
  return `<div class="chips filter" role="group" aria-label="Filter by tag">${chip('all', `all ${rows.length}`, true)}${chips.join('')}</div>`;
}

function inputRow({ path, value, unit, about, tag, source, note }: InputRow): string {
  const said = [source, note].filter((text) => text !== '').map(escapeHtml);
  return `<tr data-row-tag="${escapeHtml(tag)}"><td><div class="path mono">${escapeHtml(path)}</div><div class="sub">${escapeHtml(about)}</div></td><td class="n">${escapeHtml(readable(value))}<div class="sub">${escapeHtml(unit)}</div></td><td>${badge(tag)}</td><td class="said"><div class="sub">${said.join('<br>')}</div></td></tr>`;
}

function inputsFigure(summary: Summary): Figure {
  const text = (name: string) => ({ name, kind: 'text' as const });
  const rows = summary.inputs.map(inputRow).join('');
  const head = '<th>input</th><th class="n">value</th><th>tag</th><th>source and note</th>';
  return {
    id: 'inputs',
    title: 'Inputs',
    how: 'A range such as “5 to 10” is the middle 90%, drawn once per world.',
    label: '',
    note: 'As written in the scenario, defaults included.',
    isTable: true,
    key: filters(summary.inputs),
    body: `<div class="tall" tabindex="0" role="region" aria-label="Inputs"><table class="inputs"><thead><tr>${head}</tr></thead><tbody>${rows}</tbody></table></div>`,
    sheet: {
      columns: ['path', 'value', 'unit', 'about', 'tag', 'source', 'note'].map(text),
      rows: summary.inputs.map(({ path, value, unit, about, tag, source, note }) => [
        path,
        value,
        unit,
        about,
        tag,
        source,
        note,
      ]),
    },
  };
}

/** The section of the inputs. */
export function inputsSection(summary: Summary): Section {
  return { id: 'inputs', heading: 'Inputs', claim: inputsClaim(summary), figures: [inputsFigure(summary)] };
}

/** The top of the page: what was asked, the answer as a sentence, how sure it is, four figures. */
import type { Manifest, Summary } from '../../experiment/summary.js';
import { counted } from '../counted.js';
import { failureSentences } from '../failures.js';
import { firmCount, headline, keyFigures, lead, worlds } from '../narrative.js';
import { escapeHtml } from '../plain-text.js';

function banner(summary: Summary, manifest: Manifest): string {
  const unfinished = `${manifest.state}: this batch is not finished; its numbers will change.`;
  const texts = [
    ...(manifest.state === 'complete' ? [] : [unfinished]),
    ...failureSentences(summary, manifest),
    ...(summary.failed > 0 ? summary.warnings : []),
  ];
  return texts.length === 0 ? '' : `<p class="banner">${texts.map(escapeHtml).join('<br>')}</p>`;
}

/** Headline, lead and key figures. */
export function answerHtml(summary: Summary, manifest: Manifest): string {
  const { before, mark, after } = headline(summary);
  const facts = [
    counted(firmCount(summary), 'firm'),
    `${counted(summary.months, 'month')} from ${summary.start}`,
    worlds(summary.n),
    summary.currency,
  ];
  const kick = `<b>${escapeHtml(summary.title)}</b>${facts.map((fact) => `<span>${escapeHtml(fact)}</span>`).join('')}`;
  const figures = summary.n === 0 ? [] : keyFigures(summary);
  const kpis = figures.map(
    ({ label, value, note }) =>
      `<div><dt>${escapeHtml(label)}</dt><dd class="v">${escapeHtml(value)}</dd><dd class="n">${escapeHtml(note)}</dd></div>`,
  );
  const question = summary.question === '' ? '' : `<p class="question">${escapeHtml(summary.question)}</p>`;
  // escapeHtml trims: the spaces at the joints are put back here.
  const joint = after.startsWith(' ') ? ' ' : '';
  return `<div id="answer">${banner(summary, manifest)}<p class="kick">${kick}</p>${question}
<h1>${escapeHtml(before)} <span class="hi">${escapeHtml(mark)}</span>${joint}${escapeHtml(after)}</h1>
<p class="lead">${escapeHtml(lead(summary))}</p>${kpis.length === 0 ? '' : `<dl class="kpis">${kpis.join('')}</dl>`}</div>`;
}

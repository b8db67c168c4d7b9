/** What the scenario promised and what was found; a failed check is shown as failing. */
import type { CheckResult, Summary } from '../../experiment/summary.js';
import { checksClaim } from '../claims.js';
import type { Figure, Sheet } from '../figure.js';
import type { Section } from '../frame.js';
import { plain, readable } from '../numbers.js';
import { escapeHtml } from '../plain-text.js';

function foundText({ found, low, high }: CheckResult): string {
  if (found === null) return 'not measured';
  const range = low === undefined || high === undefined ? '' : ` (${plain(low)} to ${plain(high)})`;
  return `found ${plain(found)}${range}`;
}

function checkItem(check: CheckResult): string {
  const source = check.source === '' ? '' : `, ${check.source}`;
  return `<li><span class="verdict ${check.verdict}">${check.verdict}</span><span>${escapeHtml(check.about)}<div class="sub mono">${escapeHtml(check.measure)}${escapeHtml(source)}</div></span><span class="found">${escapeHtml(foundText(check))}<br>target ${escapeHtml(readable(check.target))}</span></li>`;
}

const COLUMNS = ['id', 'about', 'measure', 'found', 'low', 'high', 'target', 'verdict', 'source'] as const;
const NUMBERS: readonly string[] = ['found', 'low', 'high'];

function checksSheet(checks: readonly CheckResult[]): Sheet {
  return {
    columns: COLUMNS.map((name) => ({ name, kind: NUMBERS.includes(name) ? 'number' : 'text' })),
    rows: checks.map((check) => COLUMNS.map((name) => check[name] ?? null)),
  };
}

function checksFigure(summary: Summary, kind: CheckResult['kind']): Figure {
  const checks = summary.checks.filter((check) => check.kind === kind);
  const behaviour =
    'What the market should do, from sources or stated before the run. Open: the interval crosses the target, or it was not measured.';
  return {
    id: `checks-${kind}`,
    title: kind === 'identity' ? 'Identities' : 'Behaviour',
    how: kind === 'identity' ? 'Arithmetic that must hold in every world.' : behaviour,
    label: '',
    note: 'A check that fails is shown as failing; results are not adjusted to meet it.',
    isTable: true,
    body: `<ul class="checks">${checks.map(checkItem).join('')}</ul>`,
    sheet: checksSheet(checks),
  };
}

/** The section of the checks; without checks only its claim. */
export function checksSection(summary: Summary): Section {
  const kinds = (['behaviour', 'identity'] as const).filter((kind) =>
    summary.checks.some((check) => check.kind === kind),
  );
  const figures = kinds.map((kind) => checksFigure(summary, kind));
  return { id: 'checks', heading: 'Checks', claim: checksClaim(summary), figures };
}

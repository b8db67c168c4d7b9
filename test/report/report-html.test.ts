import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { reportHtml } from '../../src/report/report-html.js';
import { makeManifest, makeSummary } from './fixture.js';
import { HOSTILE } from './toy-firms.js';

const plotly = 'window.Plotly = { react() {} }; // </script><script>alert(9)</script>\r\n';
const summary = makeSummary(40);
const manifest = makeManifest(40);
const html = reportHtml(summary, manifest, { plotly });
/** The page without its scripts and data. */
const markup = html.replace(/<script[^>]*>[\s\S]*?<\/script>/g, '');

function scripts(page: string): string[] {
  return [...page.matchAll(/<script>([\s\S]*?)<\/script>/g)].map((match) => match[1]);
}

describe('reportHtml', () => {
  it('gives the same bytes for the same input, also from a copy that went through JSON', () => {
    const copy = JSON.parse(JSON.stringify(summary)) as typeof summary;
    expect(reportHtml(copy, manifest, { plotly })).toBe(html);
  });
  it('gives the same bytes with the hash of the caller', () => {
    const sha256Base64 = (text: string) => createHash('sha256').update(text).digest('base64');
    expect(reportHtml(summary, manifest, { plotly, sha256Base64 })).toBe(html);
  });
  it('allows its three scripts by hash and nothing else', () => {
    const policy = /Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1] ?? '';
    const hashes = scripts(html).map(
      (text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`,
    );
    expect(hashes).toHaveLength(3);
    expect(policy).toBe(
      `default-src 'none'; script-src ${hashes.join(' ')}; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'`,
    );
  });
  it('names, notes and warnings never become markup', () => {
    for (const name of HOSTILE) expect(html).not.toContain(name);
    expect(markup).not.toMatch(/<img|<b onclick|<i>ads|alert\(\d\)<\/script/);
    expect(markup).toContain('&lt;img src=x onerror=alert(1)&gt;');
  });
  it('no element has an event attribute, and nothing points outside', () => {
    const tags = markup.replace(/<style>[\s\S]*<\/style>/, '').replace(/="[^"]*"/g, '=""');
    expect(tags).not.toMatch(/<[^>]*\son[a-z]+=/i);
    expect(markup).not.toMatch(/(src|href)="(?!#)/);
    expect(markup).not.toMatch(/url\((?!#)/);
    expect(html).not.toMatch(/@import/);
  });
  it('the data element reads back as JSON and cannot end its script', () => {
    const data = /<script type="application\/json" id="data">([^<]*)<\/script>/.exec(html)?.[1] ?? '';
    const page = JSON.parse(data);
    expect(page.firms.kimi).toEqual({ name: 'Kimi', label: 'Kimi', slot: 1 });
    expect(page.figures.survival.sheet.rows).toHaveLength(14 * 36);
  });
  it('has every section, and that of the arms only if there are arms', () => {
    const sections = (page: string) => [...page.matchAll(/<section id="([a-z]+)"/g)].map((match) => match[1]);
    const all = [
      'who',
      'when',
      'cash',
      'users',
      'money',
      'why',
      'market',
      'arms',
      'inputs',
      'checks',
      'made',
    ];
    expect(sections(html)).toEqual(all);
    const without = reportHtml({ ...summary, arms: {} }, manifest, { plotly });
    expect(sections(without)).toEqual(all.filter((id) => id !== 'arms'));
  });
  it('calls shares of worlds so, and of cases as soon as a firm comes in copies', () => {
    const shares = (page: string) =>
      [...page.matchAll(/(?:%|Share) of (worlds|cases)(?= with 95%|\. An exit|\. Dotted| in which)/g)].map(
        (m) => m[1],
      );
    const kimi = { ...summary.firms.kimi, copies: 4 };
    const pooled = { ...summary, firms: { ...summary.firms, kimi } };
    const page = reportHtml(pooled, manifest, { plotly });
    expect(new Set(shares(html))).toEqual(new Set(['worlds']));
    expect(shares(page)).toHaveLength(shares(html).length);
    expect(new Set(shares(page))).toEqual(new Set(['cases']));
    expect(page).toContain('a case is one copy in one world');
  });
  it('the bars of a waterfall end at the cash of the end', () => {
    const data = JSON.parse(/id="data">([^<]*)</.exec(html)?.[1] ?? '');
    const rows = (data.figures.money.sheet.rows as [string, string, string, number][]).filter(
      (row) => row[0] === 'kimi',
    );
    const last = rows[rows.length - 1][3];
    const sum = rows.slice(0, -1).reduce((total, row) => total + row[3], 0);
    expect(Math.abs(sum - last)).toBeLessThan(0.001 * rows[0][3]);
  });
  it('shows a failed check as failing and an unfinished batch as unfinished', () => {
    expect(markup).toContain('<span class="verdict fail">fail</span>');
    expect(reportHtml(summary, { ...manifest, state: 'PARTIAL 3 of 9' }, { plotly })).toContain(
      'class="banner">PARTIAL 3 of 9',
    );
  });
  it('says how many worlds failed at the top and beside the state, with the reasons that are known', () => {
    const warnings = ['world 3 of base: cash is not a number'];
    const failed = reportHtml({ ...summary, n: 0, replicates: 9, failed: 9, warnings }, manifest, { plotly });
    expect(failed).toContain('class="banner">9 worlds failed, none came to its end.<br>world 3 of base');
    expect(failed).toContain('<dd>complete, 9 worlds failed</dd>');
    expect(failed).not.toContain('gives these numbers again');
    const { 'stop-ads': lost, ...arms } = summary.arms;
    expect(lost.n).toBe(40);
    expect(reportHtml({ ...summary, arms }, manifest, { plotly })).toContain(
      'class="banner">2 worlds failed and are left out of all numbers.<br>No world of the arm “stop-ads”',
    );
    expect(reportHtml({ ...summary, failed: 0 }, manifest, { plotly })).not.toContain('class="banner"');
  });
  it('says for each reason the first world that failed for it and how many did, with its marks as text', () => {
    const reason = 'month 3, policy <b>./x.mjs</b> of firm kimi: too dear (policy level fenced)';
    const told = { point: 'base', replicate: 3, reason, worlds: 7 };
    const failures = [told, { ...told, replicate: 5, reason: 'the world hangs', worlds: 1 }];
    expect(reportHtml({ ...summary, failed: 8, failures }, manifest, { plotly })).toContain(
      'class="banner">8 worlds failed and are left out of all numbers.<br>base 3: month 3, policy &lt;b&gt;./x.mjs&lt;/b&gt; of firm kimi: too dear (policy level fenced); the first of 7 worlds<br>base 5: the world hangs<',
    );
  });
  it('the chips of the inputs add up to all rows', () => {
    const counts = [...markup.matchAll(/data-tag="[^"]*"[^>]*>(?:<b[^>]*>.<\/b>)?[^<]*?(\d+)</g)].map(
      (match) => Number(match[1]),
    );
    expect(counts[0]).toBe(60);
    expect(counts.slice(1).reduce((sum, n) => sum + n, 0)).toBe(60);
  });
  it('without a finished world still says what was asked and how', () => {
    const empty = reportHtml(
      { ...summary, n: 0, failed: 0 },
      { ...manifest, state: 'PARTIAL 0 of 40' },
      { plotly },
    );
    expect(empty).toContain('There is no answer yet');
    expect(empty).toContain('id="inputs"');
  });
});

import { describe, expect, it } from 'vitest';
import { headlineText } from '../../src/report/narrative.js';
import { terminalReport } from '../../src/report/terminal.js';
import { makeManifest, makeSummary } from './fixture.js';

const summary = makeSummary(60);
const manifest = makeManifest(60);
const plain = terminalReport(summary, manifest, { colour: false, width: 100 });

/** The lines between the head of the table and the next empty line or the key of the glyphs. */
function firmLines(text: string): string[] {
  const lines = text.split('\n');
  const from = lines.findIndex((line) => line.startsWith('firm ')) + 1;
  return lines.slice(from, from + 14);
}

describe('terminalReport', () => {
  it('opens with the title and the answer as a sentence', () => {
    const words = plain.replace(/\s+/g, ' ');
    expect(words.startsWith(summary.title)).toBe(true);
    expect(words).toContain(headlineText(summary));
  });
  it('has a line for each firm, the most endangered first', () => {
    const shares = firmLines(plain).map((line) => Number(/ (\d+)%/.exec(line)?.[1]));
    expect(shares).toHaveLength(14);
    expect(shares).toEqual([...shares].sort((a, b) => b - a));
  });
  it('counts the checks that pass, shows those that do not, and says that some need arms', () => {
    expect(plain).toMatch(/^2 of 4 checks pass; 1 more needs arms: add --arm all$/m);
    expect(plain).toMatch(/^fail {2}e: found 2\.6, target 3\.0 to 5\.5\. Cost of a new user/m);
    expect(plain).toMatch(/^open {2}c: found 0\.58, target at least 0\.6/m);
  });
  it('counts no checks where no world came to its end', () => {
    const empty = terminalReport({ ...summary, n: 0, arms: {} }, manifest, { colour: false, width: 100 });
    expect(empty).toMatch(/^no check could be measured: no world came to its end$/m);
    expect(empty).not.toContain('need');
  });
  it('has a line for each arm with up to three largest changes', () => {
    const line = (name: string) => plain.split('\n').find((one) => one.startsWith(`${name} `)) ?? '';
    expect(line('stop-ads')).toMatch(/^stop-ads {2,}MiniMax 50% → 0% {3}Kimi 48% → 0% {3}/);
    for (const name of ['stop-ads', 'double']) expect(line(name).split('→')).toHaveLength(4);
    const same = { ...summary, arms: { stop: { ...summary, about: '' } } };
    expect(terminalReport(same, manifest, { colour: false, width: 100 })).toMatch(
      /^stop +P\(cash-out\) stays$/m,
    );
  });
  it('says how many worlds failed, also of a batch that is complete', () => {
    expect(plain.split('\n')[0]).toBe(`${summary.title}   complete, 2 worlds failed`);
  });
  it('without colour has no control character and nothing beyond its glyphs', () => {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what is looked for.
    expect(plain).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/);
    expect([...new Set(plain.replace(/[\n -~]/g, ''))].sort()).toEqual(
      [...'…–−●■◆‖→\u202f'].filter((glyph) => plain.includes(glyph)).sort(),
    );
  });
  it('no line is wider than the terminal', () => {
    for (const width of [60, 80, 100, 140]) {
      const lines = terminalReport(summary, manifest, { colour: false, width }).split('\n');
      expect(Math.max(...lines.map((line) => [...line].length))).toBeLessThanOrEqual(Math.max(80, width));
    }
  });
  it('with colour has the same words', () => {
    const ansi = new RegExp(`${String.fromCharCode(27)}\\[[0-9;]*m`, 'g');
    const coloured = terminalReport(summary, manifest, { colour: true, width: 100 });
    expect(coloured).toMatch(ansi);
    expect(coloured.replace(ansi, '')).toBe(plain);
  });
  it('says when the batch is not finished, and from few worlds gives intervals only', () => {
    const few = terminalReport(
      makeSummary(12),
      { ...manifest, state: 'PARTIAL 12 of 60' },
      { colour: false, width: 100 },
    );
    expect(few).toContain('PARTIAL 12 of 60');
    expect(firmLines(few).join('')).not.toContain('%');
  });
});

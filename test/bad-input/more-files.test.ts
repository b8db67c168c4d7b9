/** Overlays, histories, links and files of another kind that are faulty, with their exact messages. */
import { describe, expect, test } from 'vitest';
import { parseSource } from '../../src/source/parse-source.js';
import { formatProblem } from '../../src/source/place.js';
import { readHistory } from '../../src/store/history.js';
import { market, parsed } from '../experiment/calibration/market.js';
import { HISTORY_CASES } from './history-cases.js';
import { KIND_CASES } from './kind-cases.js';
import { linesOf } from './lines.js';
import { LINK_CASES, linesOfLink, WHOLE_LINK } from './link-cases.js';
import { MARKET } from './market.js';
import { OVERLAY_CASES } from './overlay-cases.js';

describe('a bad overlay', () => {
  test.each(OVERLAY_CASES)('with %s is refused with its exact message', (_title, overlay, lines) => {
    const overlays = [{ file: 'o.yaml', bytes: overlay }];
    const read = parseSource({ text: MARKET, file: 'm.yaml', overlays });
    expect('problems' in read ? read.problems.map(formatProblem) : []).toEqual(lines);
    expect(Object.prototype).not.toHaveProperty('polluted');
  });
});

describe('a file of another kind', () => {
  test.each(KIND_CASES)('%s is told in a sentence', (_title, text, line) => {
    expect(linesOf({ text })).toEqual([line]);
  });

  test.each(['buyers: {}', 'about: x', 'overlay: x.yaml'])('is none that begins a scenario by %s', (text) => {
    const lines = linesOf({ text });
    expect(lines.some((line) => line.includes(' title: expected '))).toBe(true);
    expect(lines.join()).not.toContain('a map of other fields');
  });
});

describe('a bad history', () => {
  const scenario = parsed(market());

  test.each(HISTORY_CASES)('with %s is refused with its exact message', async (_title, text, lines) => {
    const read = await readHistory(new TextEncoder().encode(text), {
      scenario,
      file: 'h.csv',
      tolerance: 0.05,
    });
    const found = 'problems' in read ? read.problems.map(formatProblem) : [];
    expect(found.map((line) => line.replace(/measures: .*/, 'measures: MEASURES'))).toEqual(lines);
  });
});

describe('a bad link', () => {
  test('the one that they are made from is legal', () => {
    expect(linesOfLink(WHOLE_LINK)).toEqual([]);
  });

  test.each(LINK_CASES)('with %s is refused with its exact message', (_title, change, lines) => {
    expect(linesOfLink({ ...WHOLE_LINK, ...change })).toEqual(lines);
  });
});

/** The price of a batch as it is told while it runs, by a clock that is set by hand: a world a second. */
import { afterEach, describe, expect, it, vi } from 'vitest';
import { priceText, watchPrice } from '../../src/cli/price.js';
import type { Price } from '../../src/experiment/price.js';
import { emptyFolder } from '../empty-folder.js';

afterEach(() => {
  vi.restoreAllMocks();
});

/** What is said and refused when so many worlds of a total have ended, one at a time. */
function watched(besides: Price, { force = false, worlds = 40, total = 1000 } = {}) {
  let now = 0;
  vi.spyOn(performance, 'now').mockImplementation(() => now);
  const [said, refused]: [string[], string[]] = [[], []];
  const watch = watchPrice({
    ...{ force, width: 1, folder: emptyFolder(), besides: () => besides },
    ...{ say: (text) => said.push(text), refuse: (reason) => refused.push(reason) },
  });
  for (let done = 1; done <= worlds; done++) {
    now += 1000;
    watch.ended({ done, total });
  }
  return { said, refused, watch };
}
const FREE = { seconds: 0, memoryBytes: 0, diskBytes: 0 };

describe('the price of a batch', () => {
  it('is told once, from the first worlds: a thousand at one a second are 16 min 40 s', () => {
    const { said, refused } = watched(FREE);
    expect(said).toHaveLength(1);
    expect(said[0]).toMatch(/^about 16 min 40 s, \d+(\.\d)? [MG]B of memory, 0 MB of disk$/);
    expect(refused).toEqual([]);
  });

  it('is told again when half as many worlds more are needed, and no more than then', () => {
    const { said, watch } = watched(FREE);
    watch.ended({ done: 41, total: 1499 });
    expect(said).toHaveLength(1);
    watch.ended({ done: 42, total: 1500 });
    expect(said).toHaveLength(2);
    watch.ended({ done: 4000, total: 4000 });
    expect(said).toHaveLength(2);
  });

  it('that no machine has is refused with all its reasons, unless forced', () => {
    const dear = { seconds: 2 * 86_400, memoryBytes: 1e15, diskBytes: 1e18 };
    const { refused } = watched(dear);
    expect(refused).toHaveLength(1);
    expect(refused[0]).toMatch(
      /^too much for this machine: about 2 days, 1000\d{3} GB of memory, 1000000000 GB of disk; that is more than a day and more than the .* of memory that may be used here and more than the .* of disk that are free\. Fewer worlds, /,
    );
    expect(watched(dear, { force: true })).toMatchObject({ refused: [], said: [expect.any(String)] });
  });

  it('of nothing that has ended is not known', () => {
    expect(watched(FREE, { worlds: 0 }).said).toEqual([]);
  });

  it('counts hundreds of gigabytes without a decimal', () => {
    expect(priceText({ seconds: 5, memoryBytes: 2.44e9, diskBytes: 123.4e9 })).toBe(
      'about 5.0 s, 2.4 GB of memory, 123 GB of disk',
    );
  });
});

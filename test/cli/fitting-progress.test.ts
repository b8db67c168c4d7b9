/** Progress of a calibration and of a batch on stderr: on a terminal, in a file, and quiet. The clock is set by hand. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fittingText, showFitting } from '../../src/cli/fitting-progress.js';
import { showProgress } from '../../src/cli/progress.js';

const at = {
  ...{ best: { point: [], loss: 12.5 }, evaluations: 120, restarts: 0, complete: false },
  ...{ worlds: 1200, start: 0, stage: 'search' as const },
};

describe('the line of a calibration', () => {
  it('tells the rate and the time that is left at most', () => {
    // 120 in 20 s are 6 a second; 380 more take 63.3 s
    expect(fittingText(at, 20_000, 500)).toBe('120 of 500 evaluations, 6.0/s, loss 12.50, at most 1:04 left');
  });
  it('names the start from the second on, and restarts', () => {
    expect(fittingText({ ...at, start: 2, restarts: 1 }, 20_000, 500)).toContain(
      'loss 12.50, start 3, 1 restart, at',
    );
    expect(fittingText({ ...at, restarts: 2 }, 20_000, 500)).toContain('12.50, 2 restarts, at');
  });
  it('says that nothing was measured yet', () => {
    const nothing = { ...at, best: { point: [], loss: Number.POSITIVE_INFINITY } };
    expect(fittingText(nothing, 20_000, 500)).toContain(', loss not measured, at most');
  });
  it('says when the search is over', () => {
    expect(fittingText({ ...at, stage: 'information' }, 20_000, 500)).toBe(
      '120 evaluations, now what the targets tell',
    );
  });
});

describe('on stderr', () => {
  const written: string[] = [];
  const terminal = Object.getOwnPropertyDescriptor(process.stderr, 'isTTY');
  let now = 0n;
  const onTerminal = (value: boolean) =>
    Object.defineProperty(process.stderr, 'isTTY', { value, configurable: true });
  beforeEach(() => {
    written.length = 0;
    now = 0n;
    vi.spyOn(process.hrtime, 'bigint').mockImplementation(() => now);
    vi.spyOn(process.stderr, 'write').mockImplementation((text) => written.push(String(text)) > 0);
  });
  afterEach(() => {
    vi.restoreAllMocks();
    if (terminal) Object.defineProperty(process.stderr, 'isTTY', terminal);
    else Reflect.deleteProperty(process.stderr, 'isTTY');
  });
  const seconds = (value: number) => {
    now = BigInt(Math.round(value * 1e9));
  };

  it('a calibration writes a plain line every ten seconds where nobody watches, and when the search is over', () => {
    onTerminal(false);
    const show = showFitting({ quiet: false, evaluations: 500 });
    for (const time of [1, 9.9, 20, 29, 31]) {
      seconds(time);
      show.update(at);
    }
    seconds(32);
    show.update({ ...at, stage: 'information' });
    show.stop();
    expect(written).toEqual([
      '120 of 500 evaluations, 6.0/s, loss 12.50, at most 1:04 left\n',
      // 380 x 31 / 120 = 98.2 s
      '120 of 500 evaluations, 3.9/s, loss 12.50, at most 1:39 left\n',
      '120 evaluations, now what the targets tell\n',
    ]);
  });

  it('a calibration rewrites one line of a terminal, five times a second, and leaves it empty', () => {
    onTerminal(true);
    const show = showFitting({ quiet: false, evaluations: 500 });
    for (const time of [0.1, 20, 20.1]) {
      seconds(time);
      show.update(at);
    }
    show.stop();
    expect(written).toEqual([
      '\r\u001b[2K120 of 500 evaluations, 6.0/s, loss 12.50, at most 1:04 left',
      '\r\u001b[2K',
    ]);
  });

  it('a batch draws a bar on a terminal, with notes above it and what was told last in it', () => {
    onTerminal(true);
    const show = showProgress({ quiet: false, userMonths: 1000, total: 10 });
    show.say('a note\u001b[2J');
    seconds(2);
    show.update({ done: 5, total: 20, failed: 1 });
    show.stop();
    const text = written.join('');
    expect(text).toContain('starting threads');
    // the note's own escape sequence is not obeyed
    const [, note] = text.split('\r\u001b[Ka note');
    expect(note.slice(0, note.indexOf('\n'))).not.toContain('\u001b');
    // 5 in 2 s; 15 more take 6 s
    expect(text).toContain('5 of 20 worlds, 2.5 worlds/s, 2.5 k user-months/s, 0:06 left, 1 failed');
  });

  it('a batch knows no time that is left before its first world', () => {
    onTerminal(false);
    const show = showProgress({ quiet: false, userMonths: 1000, total: 10 });
    seconds(11);
    show.update({ done: 0, total: 10, failed: 0 });
    show.stop();
    expect(written).toEqual(['0 of 10 worlds, 0.0 worlds/s, 0.0 user-months/s, ? left\n']);
  });

  it('quiet ones, and a batch with nothing to do, write nothing', () => {
    onTerminal(true);
    for (const show of [
      showProgress({ quiet: true, userMonths: 1, total: 1 }),
      showProgress({ quiet: false, userMonths: 1, total: 0 }),
    ]) {
      show.say('a note');
      show.update({ done: 1, total: 1, failed: 0 });
      show.stop();
    }
    const fitting = showFitting({ quiet: true, evaluations: 1 });
    fitting.update({ ...at, stage: 'information' });
    fitting.stop();
    expect(written).toEqual([]);
  });
});

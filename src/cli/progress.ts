/**
 * Progress on stderr: a bar on a terminal, a plain line now and then elsewhere, nothing with --quiet. stdout
 * stays clean for pipes. Rates are over the whole run, in worlds and in user-months (agents x months x worlds).
 */

import { SingleBar } from 'cli-progress';
import type { Progress } from '../experiment/run.js';
import { printable } from '../source/printable.js';

/** Plain lines are at least this far apart, milliseconds. */
const LINE_EVERY = 10_000;

export interface ProgressShow {
  update(progress: Progress): void;
  /** A line of its own. */
  say(text: string): void;
  /** Leaves the cursor on a line of its own. */
  stop(): void;
}

export interface ProgressOptions {
  readonly quiet: boolean;
  /** Agents x months of a world. */
  readonly userMonths: number;
  readonly total: number;
}

/** 1234567 as `1.2 M`, with thousands as `k`. */
export function short(value: number): string {
  for (const [unit, size] of [
    ['G', 1e9],
    ['M', 1e6],
    ['k', 1e3],
  ] as const) {
    if (value >= size) return `${(value / size).toFixed(1)} ${unit}`;
  }
  return value >= 10 ? value.toFixed(0) : value.toFixed(1);
}

/** 75 as `1:15`. */
export function clock(seconds: number): string {
  const whole = Math.ceil(seconds);
  const pad = (value: number) => String(value).padStart(2, '0');
  const [hours, minutes] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60];
  return hours > 0 ? `${hours}:${pad(minutes)}:${pad(whole % 60)}` : `${minutes}:${pad(whole % 60)}`;
}

/** `123 of 300 worlds, 12.3 worlds/s, 4.4 M user-months/s, 0:14 left`. */
export function progressText(at: Progress, elapsedMs: number, userMonths: number): string {
  const rate = at.done / Math.max(elapsedMs / 1000, 1e-3);
  const left = at.done > 0 ? clock((at.total - at.done) / rate) : '?';
  const failed = at.failed > 0 ? `, ${at.failed} failed` : '';
  const rates = `${short(rate)} worlds/s, ${short(rate * userMonths)} user-months/s`;
  return `${at.done} of ${at.total} worlds, ${rates}, ${left} left${failed}`;
}

function barOn(stream: NodeJS.WriteStream, total: number) {
  const bar = new SingleBar({
    stream,
    format: '{bar} {text}',
    barsize: 24,
    hideCursor: true,
    gracefulExit: false,
  });
  bar.start(total, 0, { text: 'starting threads' });
  return bar;
}

/** Shows progress on stderr until `stop`. */
export function showProgress({ quiet, userMonths, total }: ProgressOptions): ProgressShow {
  if (quiet || total === 0) return { update: () => {}, say: () => {}, stop: () => {} };
  const begin = process.hrtime.bigint();
  const elapsed = () => Number(process.hrtime.bigint() - begin) / 1e6;
  if (process.stderr.isTTY) {
    const bar = barOn(process.stderr, total);
    return {
      update(at) {
        bar.setTotal(at.total);
        bar.update(at.done, { text: progressText(at, elapsed(), userMonths) });
      },
      // over the bar, which is drawn again below
      say: (text) => void process.stderr.write(`\r\u001b[K${printable(text)}\n`),
      stop: () => bar.stop(),
    };
  }
  let next = LINE_EVERY;
  return {
    update(at) {
      const now = elapsed();
      if (now < next && at.done < at.total) return;
      next = now + LINE_EVERY;
      process.stderr.write(`${progressText(at, now, userMonths)}\n`);
    },
    say: (text) => void process.stderr.write(printable(`${text}\n`)),
    stop: () => {},
  };
}

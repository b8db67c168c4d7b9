/** Progress of a calibration on stderr: a line that is rewritten on a terminal, a plain line now and then elsewhere. */
import type { CalibrationProgress } from '../experiment/calibration/calibrate.js';
import { clock } from './progress.js';

const LINE_EVERY = 10_000;
const REWRITE_EVERY = 200;

/** `120 of 500 evaluations, 6.1/s, loss 12.3, 1 restart, at most 1:02 left`. */
export function fittingText(at: CalibrationProgress, elapsedMs: number, most: number): string {
  if (at.stage === 'information') return `${at.evaluations} evaluations, now what the targets tell`;
  const rate = at.evaluations / Math.max(elapsedMs / 1000, 1e-3);
  const restarts = at.restarts > 0 ? `, ${at.restarts} restart${at.restarts > 1 ? 's' : ''}` : '';
  const loss = Number.isFinite(at.best.loss) ? at.best.loss.toPrecision(4) : 'not measured';
  const start = at.start > 0 ? `, start ${at.start + 1}` : '';
  const left = clock((most - at.evaluations) / rate);
  return `${at.evaluations} of ${most} evaluations, ${rate.toFixed(1)}/s, loss ${loss}${start}${restarts}, at most ${left} left`;
}

/** Shows progress until `stop`. */
export function showFitting({ quiet, evaluations }: { quiet: boolean; evaluations: number }): {
  update(at: CalibrationProgress): void;
  stop(): void;
} {
  if (quiet) return { update: () => {}, stop: () => {} };
  const begin = process.hrtime.bigint();
  const isTerminal = process.stderr.isTTY === true;
  const every = isTerminal ? REWRITE_EVERY : LINE_EVERY;
  let next = every;
  return {
    update(at) {
      const now = Number(process.hrtime.bigint() - begin) / 1e6;
      if (now < next && at.stage === 'search') return;
      next = now + every;
      const text = fittingText(at, now, evaluations);
      process.stderr.write(isTerminal ? `\r\x1b[2K${text}` : `${text}\n`);
    },
    stop: () => void (isTerminal && process.stderr.write('\r\x1b[2K')),
  };
}

/** The work of `afterburn check`. */
import { runInMemory } from '../experiment/batch.js';
import { armsOf } from '../experiment/formula-check.js';
import type { CheckResult } from '../experiment/summary.js';
import { counted } from '../report/counted.js';
import { printable } from '../source/printable.js';
import { allOf, whole } from './arguments.js';
import { changedText } from './changed-text.js';
import { EXIT } from './exits.js';
import { failureText, hungNote } from './failure-text.js';
import { type Options, openRun, poolFor, userMonths } from './open-run.js';
import { showProgress } from './progress.js';
import { listenForStop } from './stop-signals.js';

/** Six significant digits: enough to see why, few enough to read. */
function shown(value: number): string {
  return String(Number(value.toPrecision(6)));
}

function line({ id, verdict, found, low, high, target, about }: CheckResult): string {
  const interval = low === undefined || high === undefined ? '' : ` (${shown(low)} to ${shown(high)})`;
  const number = found === null ? 'not measured' : `${shown(found)}${interval}`;
  return `${verdict.padEnd(4)}  ${id}: found ${number}, target ${target}\n      ${about}`;
}

function asText(checks: readonly CheckResult[]): string {
  const count = (verdict: string) => checks.filter((check) => check.verdict === verdict).length;
  const total = `${counted(checks.length, 'check')}: ${count('pass')} pass, ${count('fail')} fail, ${count('open')} open`;
  return `${[...checks.map(line), total].join('\n')}\n`;
}

/** Runs the command; 0 whenever it could run, whatever the verdicts, unless `strict`: then 5 if a check fails. */
export async function checkScenario(
  file: string,
  options: Options,
  flags: { quiet: boolean; json: boolean; strict: boolean },
): Promise<number> {
  const { patience, run } = await allOf({
    patience: () => whole('patience', options.patience, { least: 1 }),
    run: () => openRun(file, options),
  });
  const arms = armsOf(run.scenario);
  const total = run.replicates * (arms.length + 1);
  const stop = listenForStop();
  const progress = showProgress({ quiet: flags.quiet, userMonths: userMonths(run.scenario), total });
  const { summary, failures, state, hung } = await runInMemory(
    run.scenario,
    poolFor(run, total, patience === undefined ? undefined : patience * 1000),
    { replicates: run.replicates, arms, onProgress: (at) => progress.update(at), signal: stop.signal },
  ).finally(() => {
    progress.stop();
    stop.release();
  });
  const { checks } = summary;
  const rows = checks.map(({ id, kind, found, target, verdict, pass }) => ({
    id,
    kind,
    found,
    target,
    verdict,
    pass,
  }));
  const text = flags.json
    ? `${JSON.stringify({ checks: rows }, null, 1)}\n`
    : changedText(run) + asText(checks);
  process.stdout.write(printable(text));
  if (state !== 'complete')
    process.stderr.write(`${state}: the numbers above are of the worlds that were finished\n`);
  process.stderr.write(hungNote(hung));
  if (failures.length > 0) process.stderr.write(`${failureText(failures, total)}\n`);
  if (failures.length > 0) return stop.code() ?? EXIT.failures;
  const isBroken = flags.strict && checks.some(({ verdict }) => verdict === 'fail');
  return stop.code() ?? (isBroken ? EXIT.checks : EXIT.done);
}

/** The work of `afterburn rare`. */
import { middleOf } from '../experiment/inputs.js';
import type { Failure } from '../experiment/job.js';
import { type RareEstimate, splitting } from '../experiment/splitting-estimate.js';
import { type CashOut, liveOn, NEARNESS } from '../experiment/splitting-worlds.js';
import { hungOf, orHung } from '../pool/hangs.js';
import { printable } from '../source/printable.js';
import { allOf, known, once, whole } from './arguments.js';
import { changedText } from './changed-text.js';
import { EXIT, UsageError } from './exits.js';
import { failureText, hungNote } from './failure-text.js';
import { type OpenRun, type Options, openRun, poolFor, userMonths } from './open-run.js';
import { type ProgressShow, showProgress } from './progress.js';
import { rareJson, rareText } from './rare-text.js';
import { listenForStop } from './stop-signals.js';

/** What is asked, and how much is spent on it. */
interface Question extends CashOut {
  readonly run: OpenRun;
  /** The scenario up to the month that is asked for. */
  readonly cut: OpenRun;
  readonly name: string;
  readonly effort: number;
  readonly repetitions: number;
}

/** With it even the most levels have a branch of their own for every world. */
const MOST_EFFORT = 50_000;
const USUAL = { effort: 200, repetitions: 10 };

function nearnessOf(options: Options): keyof typeof NEARNESS {
  const names = Object.keys(NEARNESS) as (keyof typeof NEARNESS)[];
  const wanted = once('nearness', options.nearness) ?? names[0];
  return known('--nearness: expected what says how near the firm is', wanted, names) as (typeof names)[0];
}

function firmOf(options: Options): string {
  const name = once('firm', options.firm);
  if (name === undefined) throw new UsageError('--firm: expected the name of a firm, got none');
  return name;
}

/** The firm's number. @throws UsageError if the scenario has none of this name; 0 if no name was given */
function positionOf({ scenario }: OpenRun, options: Options): number {
  const firms = Object.keys(scenario.firms);
  const name = typeof options.firm === 'string' ? options.firm : firms[0];
  return firms.indexOf(known('--firm: expected a firm of the scenario', name, firms));
}

function lastMonth({ scenario }: OpenRun, options: Options): number {
  const months = middleOf(scenario.months);
  return whole('by', options.by, { least: 1, most: months }) ?? months;
}

/** Reads arguments and scenario. Months after the one that is asked for are not lived. */
async function read(file: string, options: Options): Promise<Question & { patience: number | undefined }> {
  const opening = openRun(file, options);
  const found = await allOf({
    patience: () => whole('patience', options.patience, { least: 1 }),
    effort: () => whole('effort', options.effort, { least: 10, most: MOST_EFFORT }) ?? USUAL.effort,
    repetitions: () =>
      whole('repetitions', options.repetitions, { least: 8, most: 1000 }) ?? USUAL.repetitions,
    nearness: () => nearnessOf(options),
    name: () => firmOf(options),
    run: () => opening,
    firm: async () => positionOf(await opening, options),
    by: async () => lastMonth(await opening, options),
  });
  const { run, by } = found;
  const isCut = by < middleOf(run.scenario.months);
  return { ...found, cut: isCut ? await openRun(file, { ...options, months: String(by) }) : run };
}

/** Progress: a line for every level of the pilot, then a bar over all repetitions. */
function showSplitting({ cut, effort, repetitions }: Question, quiet: boolean) {
  let show: ProgressShow | undefined;
  const at = { done: 0, total: 0, failed: 0 };
  const say = (text: string) => void (quiet || process.stderr.write(`${text}\n`));
  say(`pilot run: ${effort} worlds a level`);
  return {
    failures: [] as Failure[],
    onLevel: (level: number) => say(`pilot run: level at ${level.toPrecision(3)}`),
    onPilot(levels: readonly number[]) {
      at.total = (levels.length + 1) * effort * repetitions;
      show = showProgress({ quiet, userMonths: userMonths(cut.scenario), total: at.total });
    },
    onWorld() {
      if (!show) return;
      at.done++;
      show.update(at);
    },
    onFailure(failure: Failure) {
      at.failed++;
      this.failures.push(failure);
    },
    stop: () => show?.stop(),
  };
}

/** Runs the command; 0 whatever the estimate, if it could be made. */
export async function rareCashOut(
  file: string,
  options: Options,
  flags: { quiet: boolean; json: boolean },
): Promise<number> {
  const question = await read(file, options);
  const { run, cut, effort, repetitions, patience } = question;
  const stop = listenForStop();
  const show = showSplitting(question, flags.quiet);
  const pool = poolFor(cut, effort, patience === undefined ? undefined : patience * 1000);
  const signal = orHung(stop.signal, [pool]);
  const onStop = () => void pool.close();
  signal.addEventListener('abort', onStop, { once: true });
  const shape = { firms: Object.keys(cut.scenario.firms).length, channels: 0, months: question.by };
  let found: RareEstimate | undefined;
  try {
    const live = liveOn(
      pool,
      { shape, event: question },
      {
        onWorld: () => show.onWorld(),
        onFailure: (failure) => show.onFailure(failure),
      },
    );
    found = await splitting({
      ...{ live, effort, repetitions, seed: run.seed, signal },
      onLevel: show.onLevel,
      onPilot: show.onPilot,
    });
  } finally {
    show.stop();
    stop.release();
    await pool.close();
  }
  if (found) {
    const told = { ...question, found };
    process.stdout.write(printable(flags.json ? rareJson(told) : `${changedText(run)}${rareText(told)}`));
  }
  process.stderr.write(hungNote(hungOf([pool])));
  if (signal.aborted) process.stderr.write(stoppedText(found, repetitions));
  if (show.failures.length > 0)
    process.stderr.write(`${failureText(show.failures, found?.worlds ?? show.failures.length)}\n`);
  return stop.code() ?? (show.failures.length > 0 ? EXIT.failures : EXIT.done);
}

function stoppedText(found: RareEstimate | undefined, repetitions: number): string {
  return found
    ? `PARTIAL ${found.repetitions.length} of ${repetitions} repetitions: the numbers above are of those\n`
    : 'stopped before four repetitions were finished: nothing is known yet\n';
}

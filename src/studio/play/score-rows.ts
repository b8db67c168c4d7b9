/** The rows of every strategy in the player's seat: those that lived the same life in one, the richest first. */
import type { Life } from './life.js';
import type { Debrief } from './state.js';
import type { PlayWords } from './words.js';

/** A row: one life and whose it is. */
export interface ScoreRow {
  readonly names: readonly string[];
  readonly life: Life;
  readonly me: boolean;
}

const endOf = ({ cash }: Life) => cash.at(-1) ?? 0;

/** Those without cash last, the longer lives of them first; all others by cash. */
function byFate(a: { life: Life }, b: { life: Life }): number {
  const out = ({ status }: Life) => Number(status === 'cash-out');
  const months = out(a.life) * (b.life.lived - a.life.lived);
  return out(a.life) - out(b.life) || months || endOf(b.life) - endOf(a.life);
}

/** Rows whose firm lived the same life month by month, as one. */
function folded(rows: readonly ScoreRow[]): ScoreRow[] {
  const groups = new Map<string, ScoreRow>();
  for (const row of rows) {
    const { status, lived, cash, users, ledger } = row.life;
    const key = [status, lived, ...cash, ...users, ...ledger].join(' ');
    const known = groups.get(key);
    groups.set(key, known ? { ...known, names: [...known.names, ...row.names] } : row);
  }
  return [...groups.values()];
}

/**
 * The rows of the table in its order. The scenario's own strategy is there twice, with the scenario's numbers and with its
 * defaults, and says which.
 * @param own name of the scenario's own strategy
 */
export function rowsOf(
  { you, twin, scores = [] }: Debrief,
  words: Pick<PlayWords, 'you' | 'twinRow' | 'defaultRow' | 'strategyName'>,
  own: string,
): ScoreRow[] {
  const name = (policy: string) =>
    policy === own ? words.defaultRow(words.strategyName(policy)) : words.strategyName(policy);
  const others = scores.flatMap((score) =>
    'life' in score ? [{ names: [name(score.policy)], life: score.life, me: false }] : [],
  );
  const first = { names: [words.twinRow(words.strategyName(own))], life: twin, me: false };
  return [...folded([first, ...others]), { names: [words.you], life: you, me: true }].sort(byFate);
}

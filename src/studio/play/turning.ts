/**
 * The turning point of a game: the one decision whose undoing changes the end most. A decision is what the player changed in
 * a month. It is undone by leaving what stood there before for as long as the player left the new value, everything else as
 * it was played; the world and its luck stay the same. One replay for each month with a change.
 */
import type { Decision } from '../../../sim/index.js';
import type { Life } from './life.js';

/** A field of decisions and what it was set to: `prices.0`, `ads.web`, `research`. Undefined: left to the plan. */
type Value = number | boolean | string | undefined;
type Flat = Readonly<Record<string, Value>>;

/** One field that was changed. */
export interface Step {
  readonly field: string;
  readonly before: Value;
  readonly now: Value;
}

/** What was changed in a month, from 1. */
export interface Move {
  readonly month: number;
  readonly steps: readonly Step[];
}

/** The move that mattered most, and how the seat fares without it. */
export interface Turning {
  readonly move: Move;
  readonly life: Life;
}

/** A difference of cash below this part of what the firm began with turns nothing. */
const SMALL = 0.01;

function flat(decision: Decision): Flat {
  const parts = Object.entries(decision).flatMap(([key, value]): [string, Value][] =>
    typeof value === 'object'
      ? Object.entries(value).map(([part, one]): [string, Value] => [`${key}.${part}`, one as Value])
      : [[key, value as Value]],
  );
  return Object.fromEntries(parts);
}

/** A decision with some of its fields set otherwise. */
function withFields(decision: Decision, values: Flat): Decision {
  const next = structuredClone(decision) as Record<string, unknown>;
  for (const [field, value] of Object.entries(values)) {
    const [key, part] = field.split('.', 2);
    if (part !== undefined) {
      (next[key] as Record<string, Value>)[part] = value;
    } else if (value === undefined) delete next[key];
    else next[key] = value;
  }
  return next as Decision;
}

/** What was changed month by month. @param first what the firm's own policy would have done in month 1 */
export function movesOf(first: Decision, decisions: readonly Decision[]): Move[] {
  return decisions
    .map((decision, k): Move => {
      const [was, is] = [flat(decisions[k - 1] ?? first), flat(decision)];
      const fields = [...new Set([...Object.keys(was), ...Object.keys(is)])];
      const changed = fields.filter((field) => was[field] !== is[field]);
      return {
        month: k + 1,
        steps: changed.map((field) => ({ field, before: was[field], now: is[field] })),
      };
    })
    .filter(({ steps }) => steps.length > 0);
}

/** The decisions as if a move had not been made. */
export function undone(decisions: readonly Decision[], { month, steps }: Move): Decision[] {
  const lasts = steps.map(({ field, now }) => {
    const end = decisions.findIndex((decision, k) => k >= month - 1 && flat(decision)[field] !== now);
    return end < 0 ? decisions.length : end;
  });
  return decisions.map((decision, k) => {
    const back = steps.filter((_, s) => k >= month - 1 && k < lasts[s]);
    return withFields(decision, Object.fromEntries(back.map(({ field, before }) => [field, before])));
  });
}

const endOf = ({ cash }: Life) => cash.at(-1) ?? 0;
const isAlive = ({ status }: Life) => status === 'alive';

/** True if b differs more from `life` than a: another fate first, then months, then cash. */
function isGreater(life: Life, a: Life, b: Life): boolean {
  const sizes = [
    (other: Life) => Number(isAlive(other) !== isAlive(life)),
    (other: Life) => Math.abs(other.lived - life.lived),
    (other: Life) => Math.abs(endOf(other) - endOf(life)),
  ];
  const size = sizes.find((of) => of(a) !== of(b));
  return size !== undefined && size(b) > size(a);
}

/** The turning point among moves and the lives without them; undefined if undoing none of them changes the end. */
export function turningOf(life: Life, without: readonly Turning[], opening: number): Turning | undefined {
  const [first, ...others] = without;
  if (!first) return undefined;
  const most = others.reduce((best, one) => (isGreater(life, best.life, one.life) ? one : best), first);
  const isSame = most.life.status === life.status && most.life.lived === life.lived;
  const isSmall = Math.abs(endOf(most.life) - endOf(life)) < SMALL * Math.abs(opening);
  return isSame && isSmall ? undefined : most;
}

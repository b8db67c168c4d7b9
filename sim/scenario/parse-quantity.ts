/** Reads the text form of a number (grammar in `quantity.ts`). */
import { parseAmount } from './amount.js';
import { numberHint, WRITE_NUMBERS } from './number-hint.js';
import type { Law, Quantity, QuantitySpec, Tag } from './quantity.js';

/** What was wrong, in the words of a Problem. */
export interface QuantityProblem {
  expected: string;
  received: string;
  hint?: string;
}

const TAGGED = /^(.*?)\s*\[([A-Za-z]+)(?:\s+([^\]]*))?\]\s*([\s\S]*)$/;
const CALL = /^([a-z]+)\(([^()]*)\)$/;
/** Longest text of a number, characters: the patterns below take quadratic time. */
const LONGEST = 2000;
const TAGS = new Set(['S', 'P', 'L', 'C', 'A']);

const LAWS: Record<string, { names: string[]; make: (a: number[]) => Law | string }> = {
  normal: {
    names: ['mean', 'sd'],
    make: ([mean, sd]) => (sd < 0 ? 'sd of at least 0' : { kind: 'normal', mean, sd }),
  },
  lognormal: {
    names: ['median', 'sigma'],
    make: ([median, sigma]) =>
      median <= 0
        ? 'median above 0'
        : sigma < 0
          ? 'sigma of at least 0'
          : { kind: 'lognormal', median, sigma },
  },
  uniform: {
    names: ['low', 'high'],
    make: ([low, high]) => (low > high ? 'low at most high' : { kind: 'uniform', low, high }),
  },
  triangular: {
    names: ['low', 'mode', 'high'],
    make: ([low, mode, high]) =>
      low <= mode && mode <= high && low < high
        ? { kind: 'triangular', low, mode, high }
        : 'low <= mode <= high',
  },
};

/** Points at the end that is no number, if it can be guessed what it is. */
function intervalHint(ends: readonly string[]): string {
  const bad = ends.find((end) => end !== '' && parseAmount(end) === undefined);
  const hint = bad === undefined ? WRITE_NUMBERS : numberHint(bad);
  return hint.startsWith(WRITE_NUMBERS) ? 'write an interval as `5 to 10`' : hint;
}

function parseLaw(text: string, expected: string): Law | QuantityProblem {
  const received = show(text);
  const single = parseAmount(text);
  if (single !== undefined) return { kind: 'constant', value: single };
  const ends = text.split(/\s+to\s+/);
  if (ends.length === 2) {
    const [low, high] = ends.map(parseAmount);
    if (low === undefined || high === undefined) return { expected, received, hint: intervalHint(ends) };
    if (low >= high)
      return {
        expected: 'an interval whose low end is below its high end',
        received,
        hint: low === high ? 'write one number' : `did you mean \`${ends[1]} to ${ends[0]}\`?`,
      };
    return { kind: 'interval', low, high };
  }
  const call = CALL.exec(text.trim());
  if (!call) return { expected, received, hint: numberHint(text) };
  const law = Object.hasOwn(LAWS, call[1]) ? LAWS[call[1]] : undefined;
  if (!law)
    return {
      expected: `a law: ${Object.keys(LAWS).join(', ')}`,
      received: `\`${call[1]}\``,
      hint: 'see `afterburn describe`',
    };
  const numbers = call[2].split(',').map(parseAmount);
  const form = `${call[1]}(${law.names.join(', ')})`;
  if (numbers.length !== law.names.length || numbers.some((n) => n === undefined))
    return { expected: `\`${form}\` with ${law.names.length} numbers`, received };
  if (!numbers.every(Number.isFinite)) return { expected, received, hint: 'numbers must be finite' };
  const made = law.make(numbers as number[]);
  return typeof made === 'string' ? { expected: `\`${form}\` with ${made}`, received } : made;
}

/** The ends that must lie in the field's range: all numbers that the law names, except spreads. */
function anchors(law: Law): number[] {
  switch (law.kind) {
    case 'constant':
      return [law.value];
    case 'normal':
      return [law.mean];
    case 'lognormal':
      return [law.median];
    default:
      return [law.low, law.high];
  }
}

/** How a value is quoted in a message: strings in quotes and cut at 60 characters, maps and lists by kind. */
export function show(raw: unknown): string {
  if (typeof raw === 'string') return JSON.stringify(raw.length > 60 ? `${raw.slice(0, 57)}...` : raw);
  if (raw === null || raw === undefined) return 'nothing';
  if (Array.isArray(raw)) return 'a list';
  return typeof raw === 'object' ? 'a map' : String(raw);
}

/** A bound in a message: `1e14` instead of fifteen digits. */
export function shortNumber(value: number): string {
  return Math.abs(value) >= 1e5 ? value.toExponential().replace('e+', 'e') : String(value);
}

/** `a number from 0 to 1 (share)`, `a whole number from 1 to 400 (months)`. */
export function expectedOf(spec: QuantitySpec): string {
  const kind = spec.whole ? 'a whole number' : 'a number';
  if (spec.min === spec.max) return `${shortNumber(spec.min)} (${spec.unit})`;
  return `${kind} from ${shortNumber(spec.min)} to ${shortNumber(spec.max)} (${spec.unit})`;
}

/**
 * Reads one number of a scenario.
 * @param raw what the file holds; undefined means the field is absent
 * @returns the quantity, or what was expected and received
 */
export function parseQuantity(raw: unknown, spec: QuantitySpec): Quantity | QuantityProblem {
  const expected = expectedOf(spec);
  if (raw === undefined) {
    if (spec.default === undefined) return { expected, received: 'nothing', hint: 'this field is required' };
    return { law: { kind: 'constant', value: spec.default }, isDefault: true };
  }
  if (typeof raw !== 'number' && typeof raw !== 'string') return { expected, received: show(raw) };
  if (typeof raw === 'string' && raw.length > LONGEST)
    return { expected: `${expected} in at most ${LONGEST} characters`, received: show(raw) };
  const tagged = typeof raw === 'string' ? TAGGED.exec(raw) : null;
  const law =
    typeof raw === 'number'
      ? ({ kind: 'constant', value: raw + 0 } as const)
      : parseLaw(tagged ? tagged[1] : raw, expected);
  if ('expected' in law) return law;
  for (const value of anchors(law)) {
    if (!Number.isFinite(value)) return { expected, received: show(raw), hint: 'numbers must be finite' };
    if (value < spec.min || value > spec.max) return { expected, received: show(raw) };
    if (spec.whole && !Number.isInteger(value)) return { expected, received: show(raw) };
  }
  if (spec.setting && law.kind !== 'constant')
    return { expected: `${expected}, not a distribution`, received: show(raw) };
  if (!tagged) return { law };
  const [, , tag, source, note] = tagged;
  if (!TAGS.has(tag)) return { expected: 'a tag [S], [P], [L], [C] or [A]', received: `[${tag}]` };
  return {
    law,
    tag: tag as Tag,
    ...(source ? { source: source.trim() } : {}),
    ...(note ? { note: note.trim() } : {}),
  };
}

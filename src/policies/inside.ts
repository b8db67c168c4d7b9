/**
 * What stands between a policy and the engine, on the policy's side: asks it, and takes back plain numbers and nothing
 * else. At level trusted it is called like any code; at the other levels its compiled text is run again inside the
 * sandbox, so that every object a policy can touch was made there. It therefore imports nothing at run time.
 */
import type { Decision } from '../../sim/index.js';

type Plain = Record<string, unknown>;

/** What a module exports as `policy`, as far as it is asked here. */
interface Guest {
  readonly name?: unknown;
  readonly parameters?: unknown;
  memory?(): unknown;
  decide(view: unknown, parameters: unknown, memory: unknown, luck: (draw: number) => number): unknown;
}

/** What a policy is asked: `view` as in sim/policies/policy.ts; `memory` is numbers by name. */
export interface Question {
  readonly view: unknown;
  readonly parameters: unknown;
  readonly memory: unknown;
}

/** A decision and the memory it leaves, or what went wrong in words. */
export type Answer =
  | { readonly decision: Decision; readonly memory: Record<string, number> }
  | { readonly fault: string };

const LISTS = ['prices', 'quotas', 'adLoads'];
const AMOUNTS = ['apiPrice', 'distil', 'research', 'fixedCost'];
const KNOWN = [...LISTS, 'ads', ...AMOUNTS, 'seek', 'stop'];
const ENDS = ['wound-down', 'paused'];
/** As in sim/firms/decide.ts. */
const MOST = 1e13;
const MOST_ENTRIES = 1000;
const LONGEST_TEXT = 200;

/** A deep copy of plain data without cycles that nobody can change. */
export function frozenCopy(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) {
    const list: unknown[] = [];
    for (let i = 0; i < value.length; i++) list[i] = frozenCopy(value[i]);
    return Object.freeze(list);
  }
  const copy: Plain = {};
  for (const key of Object.keys(value)) copy[key] = frozenCopy((value as Plain)[key]);
  return Object.freeze(copy);
}

/** One line of at most 200 signs, without any that a terminal would obey. */
function oneLine(text: string): string {
  const seen = text.slice(0, LONGEST_TEXT + 1).replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ');
  return seen.length > LONGEST_TEXT ? `${seen.slice(0, LONGEST_TEXT - 3)}...` : seen;
}

/** What was thrown, in words: it may be anything, with a `message` that throws in turn. */
export function faultText(thrown: unknown): string {
  try {
    const said = typeof thrown === 'object' && thrown !== null ? (thrown as Plain).message : thrown;
    return oneLine(String(said ?? thrown));
  } catch {
    return 'it threw something that cannot be read';
  }
}

/** Where a fault comes out of the policy's file, such as `, line 7`; nothing if it does not. */
type PlaceOf = (thrown: unknown) => string;

/**
 * The uppermost line of a file in a stack, such as `, line 7`; nothing if there is none.
 * @param file as stacks of this realm name it
 */
export function lineIn(stack: unknown, file: string): string {
  const text = typeof stack === 'string' ? stack : '';
  const at = text.indexOf(`${file}:`);
  const line = at < 0 ? undefined : /^\d{1,7}/.exec(text.slice(at + file.length + 1))?.[0];
  return line === undefined ? '' : `, line ${line}`;
}

/** What was thrown, in words, and where. */
export function faultAt(thrown: unknown, placeOf: PlaceOf): string {
  try {
    return faultText(thrown) + placeOf(thrown);
  } catch {
    return faultText(thrown); // a stack that throws when it is read
  }
}

function show(value: unknown): string {
  if (typeof value === 'string')
    return JSON.stringify(value.length > 60 ? `${value.slice(0, 57)}...` : value);
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'function') return 'a function';
  return typeof value === 'object' && value !== null ? 'an object' : String(value);
}

function amount(value: unknown, what: string): number {
  // + 0: a price of -0 is a price of 0
  if (typeof value === 'number' && value >= 0 && value <= MOST) return value + 0;
  throw new Error(`${what} must be a number from 0 to 1e13, got ${show(value)}`);
}

function listOf(value: unknown, what: string): number[] {
  if (!Array.isArray(value))
    throw new Error(`${what} must be a list of numbers, one a tier, got ${show(value)}`);
  const { length } = value;
  if (length > MOST_ENTRIES) throw new Error(`${what} must be a list of numbers, one a tier, got ${length}`);
  const list: number[] = [];
  for (let i = 0; i < length; i++) list[i] = amount(value[i], `${what}[${i}]`);
  return list;
}

/** Own fields, of which there may not be too many. */
function keysOf(value: object, what: string): string[] {
  const keys = Object.keys(value);
  if (keys.length > MOST_ENTRIES)
    throw new Error(`${what} must have at most 1,000 fields, got ${keys.length}`);
  for (const key of keys)
    if (key === '__proto__' || key.length > 64)
      throw new Error(`${what} must have fields with plain short names`);
  return keys;
}

function adsOf(value: unknown): number | Record<string, number> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return amount(value, 'ads');
  const ads: Record<string, number> = {};
  for (const channel of keysOf(value, 'ads'))
    ads[channel] = amount((value as Plain)[channel], `ads in ${channel}`);
  return ads;
}

function fieldOf(field: string, value: unknown): unknown {
  if (LISTS.includes(field)) return listOf(value, field);
  if (AMOUNTS.includes(field)) return amount(value, field);
  if (field === 'ads') return adsOf(value);
  if (field === 'seek' ? typeof value === 'boolean' : ENDS.includes(value as string)) return value;
  throw new Error(
    `${field} must be ${field === 'seek' ? 'true or false' : "'wound-down' or 'paused'"}, got ${show(value)}`,
  );
}

/**
 * A decision copied field by field, each read once, so that a getter or a Proxy cannot show something else later.
 * @throws Error that says what is no decision
 */
export function copyDecision(decided: unknown): Decision {
  if (typeof decided !== 'object' || decided === null || Array.isArray(decided))
    throw new Error(`decide must return a decision such as { ads: 1000 } or {}, got ${show(decided)}`);
  if (typeof (decided as Plain).then === 'function')
    throw new Error('decide must return a decision such as { ads: 1000 } or {}, got a promise');
  for (const field of keysOf(decided, 'a decision'))
    if (!KNOWN.includes(field))
      throw new Error(`decide returned the unknown field ${oneLine(field)}; known are ${KNOWN.join(', ')}`);
  const copy: Plain = {};
  for (const field of KNOWN) {
    const value = (decided as Plain)[field];
    if (value !== undefined) copy[field] = fieldOf(field, value);
  }
  return copy as Decision;
}

/** Memory copied: numbers by name. @throws Error if it holds anything else */
export function copyMemory(memory: unknown): Record<string, number> {
  if (typeof memory !== 'object' || memory === null)
    throw new Error(`memory must be a map of numbers, got ${show(memory)}`);
  const copy: Record<string, number> = {};
  for (const key of keysOf(memory, 'memory')) {
    const value = (memory as Plain)[key];
    if (typeof value !== 'number') throw new Error(`memory.${key} must be a number, got ${show(value)}`);
    copy[key] = value;
  }
  return copy;
}

/** A luck that gives numbers only, and never lets out an error of the world outside, which would be a way there. */
function ownLuck(luck: (draw: number) => number): (draw: number) => number {
  return Object.freeze((draw: number) => {
    let drawn: number | undefined;
    if (typeof draw === 'number')
      try {
        drawn = luck(draw);
      } catch {
        drawn = undefined;
      }
    if (typeof drawn === 'number') return drawn;
    throw new Error(`luck must be asked for draw 0, 1, 2, ..., got ${show(draw)}`);
  });
}

type Luck = (draw: number) => number;

/** A policy in a sandbox: how it is made anew, so that only `memory` lives on between months, and where it throws. */
interface Inmate<T> {
  readonly make: () => T;
  readonly placeOf: PlaceOf;
}

function answer(
  { make, placeOf }: Inmate<Guest>,
  { view, parameters, memory }: Question,
  luck: Luck,
): Answer {
  try {
    const own = copyMemory(memory);
    const decided = make().decide(view, parameters, own, ownLuck(luck));
    return { decision: copyDecision(decided), memory: copyMemory(own) };
  } catch (thrown) {
    return { fault: faultAt(thrown, placeOf) };
  }
}

/** Asks a policy; the question comes from another realm and is copied. */
export function ask(inmate: Inmate<Guest>, { view, parameters, memory }: Question, luck: Luck): Answer {
  return answer(inmate, { view: frozenCopy(view), parameters: frozenCopy(parameters), memory }, luck);
}

/** Numbers that JSON has no word for go as texts that begin with this. */
const ODD = '~';

function oddText(_: string, part: unknown): unknown {
  if (typeof part !== 'number' || (Number.isFinite(part) && !Object.is(part, -0))) return part;
  return `${ODD}${Object.is(part, -0) ? '-0' : part}`;
}

/** Plain data as text, to the bit: also -0, NaN and infinities. */
export function encode(value: unknown): string {
  return JSON.stringify(value, oddText);
}

/** Puts numbers back in the place of their texts; freezes if asked. Writes. */
function restore<T>(value: T, act: (part: object) => void): T {
  for (const key of Object.keys(value as object)) {
    const part = (value as Plain)[key];
    if (typeof part === 'object' && part !== null) restore(part, act);
    else if (typeof part === 'string' && part[0] === ODD)
      (value as Plain)[key] = Number(part.slice(ODD.length));
  }
  act(value as object);
  return value;
}

/** What `encode` has written of a map. */
export function decode<T extends object>(text: string): T {
  return restore(JSON.parse(text) as T, () => {});
}

/** Like `ask`, in text. */
export function askInText(inmate: Inmate<Guest>, question: string, luck: Luck): string {
  const { view, parameters, memory } = JSON.parse(question);
  restore(view, Object.freeze);
  restore(parameters, Object.freeze);
  return encode(answer(inmate, { view, parameters, memory: restore(memory, () => {}) }, luck));
}

/** What a policy says of itself, as JSON: everything but what it does; functions become `true`. A fault is one too. */
export function describeInText({ make, placeOf }: Inmate<unknown>): string {
  try {
    const policy = make() as Plain;
    const isObject = typeof policy === 'object' && policy !== null && !Array.isArray(policy);
    const { name, about, source, parameters, decide, memory } = isObject ? policy : ({} as Plain);
    const fields = { name, about, source, parameters };
    const text = JSON.stringify(
      isObject ? { ...fields, decide: typeof decide, memory: typeof memory } : policy,
    );
    return JSON.stringify({ text });
  } catch (thrown) {
    return JSON.stringify({ fault: faultAt(thrown, placeOf) });
  }
}

/** A fresh memory as text, or a fault. */
export function memoryInText({ make, placeOf }: Inmate<Guest>): string {
  try {
    return encode({ memory: copyMemory(make().memory?.() ?? {}) });
  } catch (thrown) {
    return encode({ fault: faultAt(thrown, placeOf) });
  }
}

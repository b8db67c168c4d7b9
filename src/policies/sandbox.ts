/** What a sandbox offers, whichever it is, and the code of ours that runs in it. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Answer, Question } from './inside.js';
import { factoryText } from './module-text.js';

/** A policy module in a sandbox. */
export interface Guest {
  /** As `describeInText` in inside.ts. */
  describe(): string;
  /** As `memoryInText` in inside.ts. */
  memory(): string;
  /** @throws Error if the sandbox itself gives up */
  ask(question: Question, luck: (draw: number) => number): Answer;
}

/** Opens a module; runs nothing of it yet. @throws BadPolicy, SyntaxError */
export type OpenGuest = (text: string) => Promise<Guest>;

/** What a policy finds: the language without clocks, chance, locales, shared or raw memory, and code made of texts. */
export const GLOBALS = [
  ...['Infinity', 'NaN', 'undefined', 'globalThis', 'isFinite', 'isNaN', 'parseFloat', 'parseInt'],
  ...[
    'Object',
    'Array',
    'String',
    'Number',
    'Boolean',
    'Symbol',
    'BigInt',
    'RegExp',
    'JSON',
    'Reflect',
    'Proxy',
  ],
  ...['Map', 'Set', 'WeakMap', 'WeakSet', 'Error', 'AggregateError', 'EvalError', 'RangeError'],
  ...['ReferenceError', 'SyntaxError', 'TypeError', 'URIError', 'Math'],
] as const;

/** A compiled file of the package as a function text; found through the package's own name, because tests run sources. */
function compiled(door: string, file: string): string {
  const folder = dirname(createRequire(import.meta.url).resolve(door));
  return factoryText(readFileSync(join(folder, file), 'utf8'));
}

/** Texts of functions that return numerics, the portable Math, and what asks a policy. */
export function insideTexts(): { numerics: string; math: string; inside: string } {
  return {
    numerics: compiled('afterburn/sim', 'core/numerics.js'),
    math: compiled('afterburn', 'policies/portable-math.js'),
    inside: compiled('afterburn', 'policies/inside.js'),
  };
}

/**
 * Level untrusted: policies run in QuickJS (Bellard and Gordon), an interpreter compiled to WebAssembly, in the memory
 * of that alone: bounded heap and stack, and a bounded number of steps, which is the same on every machine. Only texts
 * and numbers cross. A decision costs tens of microseconds.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { isMainThread } from 'node:worker_threads';
import quickjs from '@jitl/quickjs-wasmfile-release-sync';
import {
  newQuickJSWASMModuleFromVariant,
  newVariant,
  type QuickJSContext,
  type QuickJSHandle,
  type QuickJSWASMModule,
} from 'quickjs-emscripten-core';
import { type Answer, decode, encode, faultText } from './inside.js';
import { factoryText } from './module-text.js';
import { GLOBALS, type Guest, insideTexts, type OpenGuest } from './sandbox.js';

/** The part of the WebAssembly interface that is used; ES2023 alone does not declare it. */
declare const WebAssembly: {
  Module: new (bytes: Uint8Array) => Custom['wasmModule'];
  Memory: new (size: { initial: number; maximum: number }) => Custom['wasmMemory'];
};

type Custom = NonNullable<Parameters<typeof newVariant>[1]>;

/**
 * Memory of the interpreter, pages of 64 KB: 16 to 32 MB. Its own limit (`memoryLimitBytes`) counts each block as eight
 * bytes in this build, so large lists pass it by.
 */
const MEMORY = { initial: 256, maximum: 512 };
/** More than 320 KB would overflow the stack of the host first. */
const STACK = 128 * 2 ** 10;
/** Interrupts, one each 10,000 steps of the interpreter: a tenth of a second for an empty loop. */
const MOST_STEPS = 1000;
/** For steps that take long, milliseconds. Built-ins that never ask are left to the watchdog of the pool. */
const PATIENCE = 10_000;

/** What hides behind syntax and has no global name: prototypes of iterators, and constructors that make code of texts. */
const HIDDEN = `[
  function () {}, async function () {}, function* () {}, async function* () {},
  [][Symbol.iterator](), new Map()[Symbol.iterator](), new Set()[Symbol.iterator](), ''[Symbol.iterator](),
  'a'.matchAll(/a/g), (function* () {})(), (async function* () {})(), (async () => {})(), /a/,
]`;

/** Freezes all that policies share, so that nothing is left behind from one decision to the next. */
const HARDEN = `(() => {
    const maker = () => { throw new TypeError('no code is made of texts here'); };
    for (const made of hidden) {
      const prototype = Object.getPrototypeOf(made);
      if (typeof made === 'function') Object.defineProperty(prototype, 'constructor', { value: maker });
    }
    const overridden = ['toString', 'valueOf', 'constructor', 'name', 'message', 'toJSON'];
    const yielding = (object, key, value) => Object.defineProperty(object, key, {
      get: () => value,
      set(own) {
        if (this === object) throw new TypeError('it is frozen');
        Object.defineProperty(this, key, { value: own, writable: true, enumerable: true, configurable: true });
      },
    });
    const seen = new Set();
    const todo = [globalThis, ...hidden];
    while (todo.length > 0) {
      const object = todo.pop();
      if ((typeof object !== 'object' && typeof object !== 'function') || object === null || seen.has(object)) continue;
      seen.add(object);
      todo.push(Object.getPrototypeOf(object));
      const isPrototype = typeof object.constructor === 'function' && object.constructor.prototype === object;
      for (const key of Reflect.ownKeys(object)) {
        const { value, get, set, configurable } = Object.getOwnPropertyDescriptor(object, key);
        todo.push(value, get, set);
        if (isPrototype && configurable && !get && !set && overridden.includes(key)) yielding(object, key, value);
      }
      Object.freeze(object);
    }
  })();`;

/** Name of a policy in stacks. */
const POLICY = 'policy.js';

function sandboxText(): string {
  const { numerics, math, inside } = insideTexts();
  return `(() => {
    'use strict';
    const hidden = ${HIDDEN};
    const math = ${math}().portableMath(${numerics}(), Math);
    const { askInText, describeInText, lineIn, memoryInText } = ${inside}();
    const allowed = ${JSON.stringify(GLOBALS)};
    for (const name of Reflect.ownKeys(globalThis)) if (!allowed.includes(name)) delete globalThis[name];
    globalThis.Math = math;
    const definePolicy = (definition) => definition;
    const placeOf = (thrown) => lineIn(thrown.stack, '${POLICY}');
    ${HARDEN}
    return (factory, what, question, luck) => {
      const inmate = { make: () => factory(definePolicy).policy, placeOf };
      if (what === 'ask') return askInText(inmate, question, luck);
      return what === 'memory' ? memoryInText(inmate) : describeInText(inmate);
    };
  })()`;
}

/** An interpreter that is ready, with what it has left of its patience. */
interface Box {
  readonly context: QuickJSContext;
  readonly call: QuickJSHandle;
  readonly luck: QuickJSHandle;
  steps: number;
  /** Start of the call, as `performance.now()`. */
  since: number;
  drawn: (draw: number) => number;
}

/** Counts an interrupt. */
function isOut(box: Pick<Box, 'steps' | 'since'>): boolean {
  return ++box.steps > MOST_STEPS || performance.now() - box.since > PATIENCE;
}

function openBox(engine: QuickJSWASMModule, text: string): Box {
  const runtime = engine.newRuntime({ maxStackSizeBytes: STACK });
  const context = runtime.newContext();
  const box = { context, steps: 0, since: performance.now(), drawn: (_: number) => Number.NaN };
  runtime.setInterruptHandler(() => isOut(box));
  const call = context.unwrapResult(context.evalCode(text, 'sandbox.js'));
  const luck = context.newFunction('luck', (draw) => context.newNumber(box.drawn(context.getNumber(draw))));
  return Object.assign(box, { call, luck });
}

function closeBox({ context, call, luck }: Box): void {
  const { runtime } = context;
  for (const part of [call, luck, context, runtime]) part.dispose();
}

/** Compiles the interpreter, about 10 ms. Every module gets one of its own, so that none can use up another's memory. */
export function openInterpreter(): OpenGuest {
  const wasmModule = new WebAssembly.Module(readFileSync(wasmFile()));
  const text = sandboxText();
  // the package's types are those of its CommonJS form
  const variant = quickjs as unknown as typeof quickjs.default;
  return async (module) => {
    const wasmMemory = new WebAssembly.Memory(MEMORY);
    const own = newVariant(variant, { wasmModule, wasmMemory });
    return guestOf(await newQuickJSWASMModuleFromVariant(own), { text, factory: factoryText(module) });
  };
}

function wasmFile(): string {
  return createRequire(import.meta.url).resolve('@jitl/quickjs-wasmfile-release-sync/wasm');
}

/** Calls the sandbox's own code, which catches what a policy throws: a fault here is the end of memory, stack or steps. */
function callBox(
  { context, call, luck }: Box,
  made: QuickJSHandle,
  words: readonly [what: string, question: string],
): { text: string } | { fault: string } {
  const [what, question] = words.map((word) => context.newString(word));
  const result = context.callFunction(call, context.undefined, made, what, question, luck);
  what.dispose();
  question.dispose();
  if (result.error) return { fault: result.error.consume((error) => faultText(context.dump(error))) };
  return { text: result.value.consume((text) => context.getString(text)) };
}

/** An interpreter that throws itself is broken for good: the thread ends with it, and the pool starts another. */
function within<T>(act: () => T): T {
  try {
    return act();
  } catch (error) {
    if (!isMainThread) process.exit(1);
    throw new Error(`the interpreter broke: ${faultText(error)}`, { cause: error });
  }
}

function guestOf(engine: QuickJSWASMModule, { text, factory }: { text: string; factory: string }): Guest {
  let open: { box: Box; made: QuickJSHandle } | undefined;
  const opened = () => {
    if (open) return open;
    const box = openBox(engine, text);
    open = { box, made: box.context.unwrapResult(box.context.evalCode(factory, POLICY)) };
    return open;
  };
  const close = () => {
    if (!open) return;
    const { box, made } = open;
    open = undefined;
    made.dispose();
    closeBox(box);
  };
  const call = (what: string, question = '', drawn = (_: number) => Number.NaN): string => {
    const { box, made } = opened();
    Object.assign(box, { steps: 0, since: performance.now(), drawn });
    const said = within(() => callBox(box, made, [what, question]));
    if ('text' in said) return said.text;
    const isLong = box.steps > MOST_STEPS || performance.now() - box.since > PATIENCE;
    close();
    const [who, why] = what === 'describe' ? ['one that', ' to read'] : ['it', ''];
    throw new Error(isLong ? `${who} takes more than 10 million steps or 10 s${why}` : said.fault);
  };
  return {
    describe: () => call('describe'),
    memory: () => call('memory'),
    ask: (question, luck) => decode<Answer>(call('ask', encode(question), luck)),
  };
}

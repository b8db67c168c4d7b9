/**
 * Level untrusted: policies run in QuickJS (Bellard and Gordon), an interpreter compiled to WebAssembly, in the memory
 * of that alone: bounded heap and stack, and a bounded number of steps, which is the same on every machine. Only texts
 * and numbers cross. A decision costs tens of microseconds.
 */
import variant from '@jitl/quickjs-wasmfile-release-sync';
import {
  newQuickJSWASMModuleFromVariant,
  type QuickJSContext,
  type QuickJSHandle,
  type QuickJSWASMModule,
} from 'quickjs-emscripten-core';
import { type Answer, decode, encode, faultText } from './inside.js';
import { factoryText } from './module-text.js';
import { GLOBALS, type Guest, insideTexts, type OpenGuest } from './sandbox.js';

/** Heap of a sandbox, bytes. */
const HEAP = 16 * 2 ** 20;
/** More than 320 KB would overflow the stack of the host first. */
const STACK = 128 * 2 ** 10;
/** Interrupts, one each 10,000 steps of the interpreter: about a second. */
const PATIENCE = 1000;

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

function sandboxText(): string {
  const { numerics, math, inside } = insideTexts();
  return `(() => {
    'use strict';
    const hidden = ${HIDDEN};
    const math = ${math}().portableMath(${numerics}(), Math);
    const { askInText, describeInText, memoryInText } = ${inside}();
    const allowed = ${JSON.stringify(GLOBALS)};
    for (const name of Reflect.ownKeys(globalThis)) if (!allowed.includes(name)) delete globalThis[name];
    globalThis.Math = math;
    const definePolicy = (definition) => definition;
    ${HARDEN}
    return (factory, what, question, luck) => {
      const make = () => factory(definePolicy).policy;
      if (what === 'ask') return askInText(make, question, luck);
      return what === 'memory' ? memoryInText(make) : describeInText(make);
    };
  })()`;
}

/** An interpreter that is ready, with what it has left of its patience. */
interface Box {
  readonly context: QuickJSContext;
  readonly call: QuickJSHandle;
  readonly luck: QuickJSHandle;
  steps: number;
  drawn: (draw: number) => number;
}

function openBox(engine: QuickJSWASMModule, text: string): Box {
  const runtime = engine.newRuntime({ memoryLimitBytes: HEAP, maxStackSizeBytes: STACK });
  const context = runtime.newContext();
  const box = { context, steps: 0, drawn: (_: number) => Number.NaN };
  runtime.setInterruptHandler(() => ++box.steps > PATIENCE);
  const call = context.unwrapResult(context.evalCode(text, 'sandbox.js'));
  const luck = context.newFunction('luck', (draw) => context.newNumber(box.drawn(context.getNumber(draw))));
  return Object.assign(box, { call, luck });
}

function closeBox({ context, call, luck }: Box): void {
  const { runtime } = context;
  for (const part of [call, luck, context, runtime]) part.dispose();
}

/** Loads the interpreter once, about 20 ms; every module gets one of its own, and a new one after a fault of it. */
export async function openInterpreter(): Promise<OpenGuest> {
  // the package's types are those of its CommonJS form
  const engine = await newQuickJSWASMModuleFromVariant(variant as unknown as typeof variant.default);
  const text = sandboxText();
  return (module) => guestOf(engine, { text, factory: factoryText(module) });
}

function guestOf(engine: QuickJSWASMModule, { text, factory }: { text: string; factory: string }): Guest {
  let open: { box: Box; made: QuickJSHandle } | undefined;
  const opened = () => {
    if (open) return open;
    const box = openBox(engine, text);
    open = { box, made: box.context.unwrapResult(box.context.evalCode(factory, 'policy.js')) };
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
    const { context } = box;
    box.steps = 0;
    box.drawn = drawn;
    const words = [context.newString(what), context.newString(question)];
    const result = context.callFunction(box.call, context.undefined, made, ...words, box.luck);
    for (const word of words) word.dispose();
    if (!result.error) return result.value.consume((text) => context.getString(text));
    const fault = result.error.consume((error) => faultText(context.dump(error)));
    close();
    throw new Error(box.steps > PATIENCE ? 'it takes more than 10 million steps' : fault);
  };
  return {
    describe: () => call('describe'),
    memory: () => call('memory'),
    ask: (question, luck) => decode(call('ask', encode(question), luck)) as Answer,
  };
}

/**
 * Attempts of a policy to get out, to reach the engine, or to leave something behind. Each is the body of `decide`, with
 * `view`, `parameters`, `memory` and `luck` at hand and `seek(make)`, which looks whether `make()` gives a way out: it is
 * one if `process`, `require`, timers, a clock, chance or the network can be reached from there.
 */

/** The constructors that make code of texts, reached through every thing that a policy is given. */
const THROUGH = [
  'view',
  'view.users',
  'view.tiers',
  'view.rivals',
  'view.lastMonth',
  'parameters',
  'memory',
  'luck',
  'luck(0)',
  'Math',
  'Math.exp',
  'Math.pow',
  'JSON',
  'Reflect',
  'Object',
  'Map',
  'Symbol',
  'globalThis',
  'definePolicy',
  '(1)',
  "''",
  'true',
  '[]',
  '/a/',
  'Symbol()',
  '1n',
  'Error()',
];

const constructors = THROUGH.flatMap((thing) => [
  [`constructor of ${thing}`, `seek(() => ${thing}.constructor.constructor('return this')())`],
  [
    `prototype of ${thing}`,
    `seek(() => Object.getPrototypeOf(Object.getPrototypeOf(${thing}) ?? {})?.constructor.constructor('return globalThis')())`,
  ],
]) as [string, string][];

const kinds = [
  'function () {}',
  'async function () {}',
  'function* () {}',
  'async function* () {}',
  '() => {}',
  'async () => {}',
  'class {}',
].flatMap((kind) => [
  [
    `constructor of a ${kind}`,
    `seek(() => { const made = (${kind}).constructor('return globalThis')(); return made.next ? made.next().value : made; })`,
  ],
  [
    `Reflect.construct of a ${kind}`,
    `seek(() => Reflect.construct((${kind}).constructor, ['return globalThis'])())`,
  ],
]) as [string, string][];

/** Names that a host might have left about. */
const NAMES = [
  'process',
  'require',
  'module',
  'exports',
  'global',
  'self',
  'window',
  'fetch',
  'setTimeout',
  'setInterval',
  'setImmediate',
  'queueMicrotask',
  'structuredClone',
  'Buffer',
  'URL',
  'XMLHttpRequest',
  'WebSocket',
  'Worker',
  'performance',
  'crypto',
  'Date',
  'Intl',
  'Temporal',
  'WebAssembly',
  'SharedArrayBuffer',
  'ArrayBuffer',
  'Atomics',
  'Uint8Array',
  'Float64Array',
  'DataView',
  'WeakRef',
  'FinalizationRegistry',
  'eval',
  'Function',
  'Compartment',
  'lockdown',
  'harden',
  'assert',
  'console',
  'print',
  'std',
  'os',
  'bjson',
  'scriptArgs',
  'Promise',
  'escape',
  'ask',
  'hidden',
  'factory',
  'make',
];

const names = NAMES.flatMap((name) => [
  [`the name ${name}`, `if (typeof ${name} !== 'undefined') escaped();`],
  [`globalThis.${name}`, `if (globalThis[${JSON.stringify(name)}] !== undefined) escaped();`],
]) as [string, string][];

/** Prototypes and built-ins that the engine uses, too. */
const CHANGES = [
  'Object.prototype.polluted = 1',
  'view.__proto__.polluted = 1',
  'view.constructor.prototype.polluted = 1',
  "({})['__proto__'].polluted = 1",
  'memory.__proto__.polluted = 1',
  'luck.__proto__.polluted = 1',
  "Object.defineProperty(Object.prototype, 'polluted', { value: 1 })",
  "Object.prototype.__defineGetter__('polluted', () => 1)",
  "Reflect.set(Object.prototype, 'polluted', 1)",
  "Reflect.defineProperty(Array.prototype, 'polluted', { value: 1 })",
  'Object.setPrototypeOf(Object.prototype, { polluted: 1 })',
  'Object.setPrototypeOf(Array.prototype, { polluted: 1 })',
  'Object.assign(Object.prototype, { polluted: 1 })',
  'Array.prototype.push = () => 1',
  'Array.prototype[Symbol.iterator] = function* () {}',
  'Function.prototype.call = () => 1',
  'Function.prototype.apply = () => 1',
  'Object.keys = () => []',
  'Object.freeze = (value) => value',
  'JSON.parse = () => ({})',
  'JSON.stringify = () => "{}"',
  'Math.max = () => 1e12',
  'Math.exp = () => 1',
  'String.prototype.slice = () => ""',
  'String = () => ""',
  'Array.isArray = () => true',
  'Number.isFinite = () => true',
  'RegExp.prototype.exec = () => null',
  'RegExp.prototype[Symbol.replace] = () => ""',
  'Symbol.prototype[Symbol.toPrimitive] = () => 1',
  'Map.prototype.get = () => 1',
  'Error.prepareStackTrace = () => 1',
  'Error.stackTraceLimit = 1e9',
  'Error.captureStackTrace = () => 1',
  'globalThis.polluted = 1',
  'globalThis.Math = {}',
  'polluted = 1',
  'Object.getPrototypeOf([][Symbol.iterator]()).next = () => ({ done: true })',
  'Object.getPrototypeOf((function* () {})()).next = () => ({ done: true })',
  'Object.getPrototypeOf(new Map().entries()).next = () => ({ done: true })',
  'view.cash = 1e12',
  'view.users.push(1)',
  'view.users.length = 0',
  'view.tiers[0].price = 1e9',
  'view.rivals[0].prices[0] = 1e9',
  'delete view.month',
  'view.__defineGetter__("cash", () => 1)',
  'Object.defineProperty(view, "cash", { value: 1 })',
  'Object.setPrototypeOf(view, { polluted: 1 })',
  'parameters.part = 2',
  'luck.polluted = 1',
];

const changes = CHANGES.map((change) => [change, `seek(() => { ${change}; })`]) as [string, string][];

const DEEP = 'const down = (then) => { try { return down(then); } catch { return then(); } };';

/** Ways that led out of sandboxes of others. */
const KNOWN: [string, string][] = [
  [
    'an error of luck',
    "for (const odd of [Symbol(), 1n, {}, null, () => 1, { valueOf() { throw 1; } }, new Proxy({}, {}), -1, 1e99, NaN, '0']) try { luck(odd); } catch (e) { seek(() => e.constructor.constructor('return globalThis')()); }",
  ],
  [
    'an error of a full stack in luck',
    `${DEEP} const errors = []; down(() => { for (let i = 0; i < 50; i++) try { luck(0); } catch (e) { errors.push(e); } }); for (const e of errors) { seek(() => e.constructor.constructor('return globalThis')()); seek(() => Object.getPrototypeOf(Object.getPrototypeOf(e)).constructor.constructor('return globalThis')()); }`,
  ],
  [
    'an error of a full stack',
    "const f = () => f() + 1; try { f(); } catch (e) { seek(() => e.constructor.constructor('return globalThis')()); }",
  ],
  [
    'luck called without this, with call, apply and bind',
    "seek(() => luck.call(globalThis, 0).constructor.constructor('return globalThis')()); seek(() => luck.apply(null, [0]).constructor.constructor('return globalThis')()); seek(() => luck.bind({})(0).constructor.constructor('return globalThis')());",
  ],
  ['new luck', "seek(() => new luck(0).constructor.constructor('return globalThis')())"],
  [
    'frames of a stack',
    "const keep = (_, frames) => frames; try { Error.prepareStackTrace = keep; } catch {} const { stack } = new Error('x'); if (Array.isArray(stack)) for (const frame of stack) { seek(() => frame.getThis()); seek(() => frame.getFunction().constructor('return globalThis')()); }",
  ],
  [
    'captureStackTrace',
    "const o = {}; try { Error.captureStackTrace(o); } catch {} seek(() => o.stack.constructor.constructor('return globalThis')())",
  ],
  [
    'places of the engine in a stack',
    "if (/node:|afterburn|\\/dist\\/|file:/.test(String(new Error('x').stack))) escaped();",
  ],
  [
    'callers',
    "seek(() => (function f() { return f.caller; })().constructor('return globalThis')()); seek(() => (function () { return arguments.callee.caller; })().constructor('return globalThis')());",
  ],
  ['this of a plain function', 'seek(() => (function () { return this; })())'],
  ['this of decide', 'seek(() => this)'],
  ['indirect eval', "seek(() => (0, eval)('globalThis'))"],
  [
    'a proxy whose traps look at their receiver',
    "return new Proxy({}, { get(t, k, receiver) { seek(() => receiver.constructor.constructor('return globalThis')()); return undefined; }, ownKeys() { return []; } })",
  ],
  [
    'a getter that looks at its this',
    "return { get prices() { seek(() => this.constructor.constructor('return globalThis')()); return undefined; } }",
  ],
  [
    'a list whose getters look at their this',
    "const list = []; Object.defineProperty(list, 0, { get() { seek(() => this.constructor.constructor('return globalThis')()); return 1; }, enumerable: true }); return { prices: list }",
  ],
  [
    'toString that looks about',
    "throw { get message() { seek(() => this.constructor.constructor('return globalThis')()); return { toString() { seek(() => this.constructor.constructor('return globalThis')()); return 'x'; } }; } }",
  ],
  [
    'toJSON that looks about',
    "return { ads: { toJSON() { seek(() => this.constructor.constructor('return globalThis')()); } } }",
  ],
  [
    'toPrimitive that looks about',
    "return { ads: { [Symbol.toPrimitive]() { seek(() => this.constructor.constructor('return globalThis')()); return 1; } } }",
  ],
  ['a thenable', "return { then(resolve) { seek(() => resolve.constructor('return globalThis')()); } }"],
  [
    'species',
    "class Own extends Array { static get [Symbol.species]() { return function (n) { seek(() => this.constructor.constructor('return globalThis')()); return []; }; } } return { prices: new Own(1) }",
  ],
  [
    'hasInstance',
    "class Own { static [Symbol.hasInstance](x) { seek(() => x.constructor.constructor('return globalThis')()); return true; } } view instanceof Own;",
  ],
  [
    'a reviver',
    "JSON.parse('[1]', function () { seek(() => this.constructor.constructor('return globalThis')()); return 1; })",
  ],
  [
    'an async function that goes on later',
    "(async () => { await null; seek(() => globalThis.process ?? (async () => {}).constructor('return globalThis')()); Object.prototype.polluted = 1; })()",
  ],
  [
    'a generator that is left open',
    'const g = (function* () { try { yield 1; } finally { Object.prototype.polluted = 1; } })(); g.next();',
  ],
  ['a decision with a prototype', 'return JSON.parse(\'{"__proto__": {"ads": 5}}\')'],
  ['a decision of ads with a prototype', 'return { ads: JSON.parse(\'{"__proto__": 5}\') }'],
  ['a decision with constructor.prototype', 'return { constructor: { prototype: { polluted: 1 } } }'],
  ['a memory with a prototype', "Object.defineProperty(memory, '__proto__', { value: 5, enumerable: true })"],
  ['a memory whose prototype is a number map', 'Object.setPrototypeOf(memory, { polluted: 1 })'],
  ['a memory of code', 'memory.f = () => 1; memory.g = { a: 1 };'],
  [
    'old methods',
    "seek(() => ({}).__lookupGetter__('__proto__').constructor('return globalThis')()); seek(() => ''.sub.constructor('return globalThis')());",
  ],
  ['bound functions', "seek(() => (function () {}).bind().constructor('return globalThis')())"],
  [
    'getters of built-ins',
    "seek(() => Object.getOwnPropertyDescriptor(Object.prototype, '__proto__').get.constructor('return globalThis')()); seek(() => Object.getOwnPropertyDescriptor(Map.prototype, 'size').get.constructor('return globalThis')());",
  ],
  [
    'matchAll, iterators and groups',
    "seek(() => 'a'.matchAll(/a/g).constructor.constructor('return globalThis')()); seek(() => [].values().constructor.constructor('return globalThis')()); seek(() => Object.groupBy([1], () => 'a').constructor.constructor('return globalThis')());",
  ],
  [
    'every property of everything',
    "const seen = new Set(); const walk = (o, n) => { if ((typeof o !== 'object' && typeof o !== 'function') || o === null || seen.has(o) || n > 6) return; seen.add(o); if (n > 0) seek(() => o); for (const k of Reflect.ownKeys(o)) { try { const d = Reflect.getOwnPropertyDescriptor(o, k); walk(d.value, n + 1); walk(d.get, n + 1); walk(d.set, n + 1); } catch {} } walk(Reflect.getPrototypeOf(o), n + 1); }; for (const o of [globalThis, view, parameters, memory, luck, function () {}, async function () {}, function* () {}, async function* () {}, [][Symbol.iterator](), definePolicy]) walk(o, 0);",
  ],
];

/** Whole modules that close the code around them, or hide an import. */
export const MODULES: readonly [string, string][] = [
  [
    'a body that is closed early',
    "export const policy = { name: 'x', decide() { return {}; } }; }); globalThis.polluted = 1; (function () {",
  ],
  [
    'import.meta',
    "export const policy = { name: 'x', decide: () => ({ prices: [import.meta.url ? 666 : 1] }) };",
  ],
  [
    'import of a file',
    "import fs from 'node:fs'; export const policy = { name: 'x', decide: () => ({ prices: [fs ? 666 : 1] }) };",
  ],
  [
    'import by comment',
    "import/**/fs/**/from/**/'fs'; export const policy = { name: 'x', decide: () => ({ prices: [fs ? 666 : 1] }) };",
  ],
  [
    'import()',
    "export const policy = { name: 'x', decide() { import('node:fs'); return { prices: [666] }; } };",
  ],
  [
    'import() by comment',
    "export const policy = { name: 'x', decide() { import/**/('node:fs'); return { prices: [666] }; } };",
  ],
  [
    'import() after a regular expression',
    "const r = /[/'\"]/; export const policy = { name: 'x', decide() { import('node:fs'); return { prices: [666] }; } };",
  ],
  [
    'import() in a template',
    "export const policy = { name: 'x', decide() { return { prices: [`$" +
      "{import('node:fs') ? 666 : 1}`.length * 222] }; } };",
  ],
  [
    'export from',
    "export * from 'node:fs'; export const policy = { name: 'x', decide: () => ({ prices: [666] }) };",
  ],
  ['export a name from', "export { readFileSync as policy } from 'node:fs';"],
  [
    'another import from afterburn',
    "import { simulate } from 'afterburn'; export const policy = { name: 'x', decide: () => ({ prices: [simulate ? 666 : 1] }) };",
  ],
  [
    'html comments',
    "export const policy = { name: 'x', decide: () => ({ prices: [1] }) };\n<!-- }); globalThis.polluted = 1\n--> x",
  ],
  ['with', "export const policy = { name: 'x', decide() { with (Math) { return { prices: [666] }; } } };"],
  [
    'an export whose name is code',
    "const policy = 1; export { policy as '}; globalThis.polluted = 1; ({ a' };",
  ],
];

/** Name and body of each attempt. */
export const ATTEMPTS: readonly [string, string][] = [
  ...constructors,
  ...kinds,
  ...names,
  ...changes,
  ...KNOWN,
];

/** A module that tries body `view.month`: its price is 666 if it got out, 1 if not. */
export function moduleOf(bodies: readonly string[]): string {
  return `import { definePolicy } from 'afterburn';
const WAYS = ['process', 'require', 'fetch', 'setTimeout', 'WebAssembly', 'Date', 'performance', 'Buffer'];
export const policy = {
  name: 'x',
  parameters: { part: { unit: 'share', min: 0, max: 1, default: 0.5, about: 'Part.' } },
  decide(view, parameters, memory, luck) {
    let out = false;
    const escaped = () => { out = true; };
    const seek = (make) => {
      try {
        const found = make();
        if (found === undefined || found === null) return;
        for (const way of WAYS) if (found[way] !== undefined) escaped();
        if (typeof found === 'function' && found.name === 'Function' && found('return 1')() === 1) escaped();
      } catch {}
    };
    const own = [
${bodies.map((body) => `() => { ${body} },`).join('\n')}
    ][view.month]();
    if (out) return { prices: [666] };
    if (({}).polluted !== undefined || [].polluted !== undefined) return { prices: [666] };
    return own ?? { prices: [1] };
  },
};
`;
}

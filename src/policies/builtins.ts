/**
 * Did code change what the engine itself is built on? A trusted module that replaces `Array.prototype.map` breaks the engine in
 * places that say nothing of the module, so it is told when it is imported. Additions are left alone: they break nothing, unless
 * every object has them. Compares with functions that were kept before and with plain loops: any other may be replaced by then.
 */

const { ownKeys, getOwnPropertyDescriptor } = Reflect;
const { is } = Object;

const CONSTRUCTORS = [
  ...[Object, Function, Array, String, Number, Boolean, Symbol, BigInt, RegExp, Promise, Map, Set, WeakMap],
  ...[Error, RangeError, TypeError, ArrayBuffer, Uint8Array, Int32Array, Float64Array, DataView],
] as const;

/** Names as in a program, and what they stand for. */
function watchedObjects(): [name: string, object: object][] {
  const objects: [string, object][] = [
    ['Math', Math],
    ['JSON', JSON],
    ['Reflect', Reflect],
    ['%TypedArray%.prototype', Object.getPrototypeOf(Uint8Array.prototype)],
  ];
  for (const maker of CONSTRUCTORS)
    objects.push([maker.name, maker], [`${maker.name}.prototype`, maker.prototype]);
  return objects;
}

interface Kept {
  readonly name: string;
  readonly object: object;
  readonly key: PropertyKey;
  readonly value: unknown;
  readonly get: unknown;
}

/**
 * Remembers the built-ins as they are now.
 * @returns asks which was changed first since then, such as `Array.prototype.map`; undefined if none was
 */
export function watchBuiltins(): () => string | undefined {
  const all: Kept[] = [];
  for (const [name, object] of watchedObjects())
    for (const key of ownKeys(object)) {
      // own luck breaks nothing here: the engine never asks it
      if (object === Math && key === 'random') continue;
      const { value, get } = getOwnPropertyDescriptor(object, key) ?? {};
      // a number such as Error.stackTraceLimit is there to be set
      if (typeof value !== 'function' && !get) continue;
      all[all.length] = { name, object, key, value, get };
    }
  return () => {
    for (let k = 0; k < all.length; k++) {
      const { name, object, key, value, get } = all[k];
      const now = getOwnPropertyDescriptor(object, key);
      if (now !== undefined && is(now.value, value) && now.get === get) continue;
      return typeof key === 'symbol' ? `${name}[${key.description}]` : `${name}.${String(key)}`;
    }
    return undefined;
  };
}

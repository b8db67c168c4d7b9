import { afterEach, describe, expect, it } from 'vitest';
import { watchBuiltins } from '../../src/policies/builtins.js';

const { random } = Math;
const { stackTraceLimit } = Error;
const { at } = Array.prototype;
const { get: size } = Object.getOwnPropertyDescriptor(Map.prototype, 'size') ?? {};
afterEach(() => {
  Math.random = random;
  Error.stackTraceLimit = stackTraceLimit;
  Array.prototype.at = at;
  Object.defineProperty(Map.prototype, 'size', { get: size, configurable: true });
  Reflect.deleteProperty(Array.prototype, 'second');
});

describe('built-ins', () => {
  it('are as they were when nothing was done, an own Math.random, a longer stack or an addition included', () => {
    const changed = watchBuiltins();
    expect(changed()).toBeUndefined();
    Math.random = () => 0.5;
    Error.stackTraceLimit = 50;
    Object.defineProperty(Array.prototype, 'second', { value: 2, configurable: true });
    expect(changed()).toBeUndefined();
  });

  it('that are replaced, also behind a getter, are named', () => {
    const changed = watchBuiltins();
    Array.prototype.at = () => 7;
    expect(changed()).toBe('Array.prototype.at');
    Array.prototype.at = at;
    Object.defineProperty(Map.prototype, 'size', { get: () => 7, configurable: true });
    expect(changed()).toBe('Map.prototype.size');
  });
});

/**
 * What is taken from a policy and what is not, by calling the code that elsewhere runs inside a sandbox: the sandboxes
 * themselves are tried in test/faults. Words and limits are those that the README promises policy writers.
 */
import { describe, expect, it } from 'vitest';
import { definitionOf } from '../../src/policies/guest-policy.js';
import {
  ask,
  askInText,
  copyDecision,
  copyMemory,
  decode,
  describeInText,
  encode,
  faultText,
  frozenCopy,
  memoryInText,
} from '../../src/policies/inside.js';

const question = { view: {}, parameters: {}, memory: {} };
const luck = () => 0.5;
/** A policy as sandboxes hold it. */
const held = <T>(make: () => T) => ({ make, placeOf: () => '' });
type Decide = (view: unknown, parameters: unknown, memory: never, luck: (draw: never) => number) => unknown;
const asked = (decide: Decide, memory: unknown = {}) =>
  ask(
    held(() => ({ decide: decide as never })),
    { ...question, memory },
    luck,
  );

describe('a decision', () => {
  it('keeps numbers, lists and words, with -0 as 0, and nothing that is left out', () => {
    const decided = {
      prices: [-0, 9],
      ads: { 抖音: 5 },
      apiPrice: 1e13,
      seek: false,
      stop: 'paused',
      quotas: undefined,
    };
    const copy = copyDecision(decided);
    expect(copy).toEqual({ prices: [0, 9], ads: { 抖音: 5 }, apiPrice: 1e13, seek: false, stop: 'paused' });
    expect(Object.is(copy.prices?.[0], 0)).toBe(true);
    expect(copyDecision({ ads: 7, stop: 'wound-down', seek: true })).toEqual({
      ads: 7,
      stop: 'wound-down',
      seek: true,
    });
  });

  it.each<[unknown, string | RegExp]>([
    [null, 'decide must return a decision such as { ads: 1000 } or {}, got null'],
    [undefined, 'decide must return a decision such as { ads: 1000 } or {}, got undefined'],
    [[], 'decide must return a decision such as { ads: 1000 } or {}, got a list'],
    ['x'.repeat(61), `decide must return a decision such as { ads: 1000 } or {}, got "${'x'.repeat(57)}..."`],
    [() => 0, 'decide must return a decision such as { ads: 1000 } or {}, got a function'],
    [Promise.resolve({}), 'decide must return a decision such as { ads: 1000 } or {}, got a promise'],
    [{ price: 1 }, /^decide returned the unknown field price; known are prices, quotas, adLoads, ads, /],
    [{ 'a\u001b[2J\u202e': 1 }, /^decide returned the unknown field a \[2J ; known/],
    [{ ['y'.repeat(65)]: 1 }, 'a decision must have fields with plain short names'],
    [{ ads: JSON.parse('{"__proto__": 1}') }, 'ads must have fields with plain short names'],
    [
      Object.fromEntries(Array.from({ length: 1001 }, (_, k) => [k, 0])),
      'a decision must have at most 1,000 fields, got 1001',
    ],
    [{ ads: -1 }, 'ads must be a number from 0 to 1e13, got -1'],
    [{ ads: null }, 'ads must be a number from 0 to 1e13, got null'],
    [{ ads: [1] }, 'ads must be a number from 0 to 1e13, got a list'],
    [{ ads: { search: Number.NaN } }, 'ads in search must be a number from 0 to 1e13, got NaN'],
    [{ research: 1.1e13 }, 'research must be a number from 0 to 1e13, got 11000000000000'],
    [{ prices: 9 }, 'prices must be a list of numbers, one a tier, got 9'],
    [{ prices: [1, { valueOf: () => 1 }] }, 'prices[1] must be a number from 0 to 1e13, got an object'],
    [{ quotas: new Array(1001).fill(1) }, 'quotas must be a list of numbers, one a tier, got 1001'],
    [{ seek: 'yes' }, 'seek must be true or false, got "yes"'],
    [{ stop: true }, "stop must be 'wound-down' or 'paused', got true"],
  ])('such as %o is refused', (decided, message) => {
    expect(() => copyDecision(decided)).toThrow(message);
  });

  it('is read once, so that a getter cannot show something else later', () => {
    let reads = 0;
    const sly = {
      get ads() {
        return reads++ === 0 ? 1 : -1;
      },
    };
    expect(copyDecision(sly)).toEqual({ ads: 1 });
    expect(reads).toBe(1);
  });
});

describe('a memory', () => {
  it('is numbers by name, odd ones too', () => {
    expect(copyMemory({ a: Number.NaN, b: -0, c: Number.POSITIVE_INFINITY })).toEqual({
      a: Number.NaN,
      b: -0,
      c: Number.POSITIVE_INFINITY,
    });
  });
  it.each<[unknown, string]>([
    [null, 'memory must be a map of numbers, got null'],
    [7, 'memory must be a map of numbers, got 7'],
    [{ months: '3' }, 'memory.months must be a number, got "3"'],
    [
      Object.fromEntries(Array.from({ length: 1001 }, (_, k) => [k, 0])),
      'memory must have at most 1,000 fields, got 1001',
    ],
  ])('such as %o is refused', (memory, message) => {
    expect(() => copyMemory(memory)).toThrow(message);
  });
  it('comes back as the policy leaves it, while what it was asked with stays', () => {
    const before = { months: 3 };
    const answer = asked((_, __, memory: Record<string, number>) => {
      memory.months += 1;
      return { ads: memory.months };
    }, before);
    expect(answer).toEqual({ decision: { ads: 4 }, memory: { months: 4 } });
    expect(before).toEqual({ months: 3 });
  });
  it('that a policy spoils is its fault', () => {
    const answer = asked((_, __, memory: Record<string, unknown>) => {
      memory.list = [];
      return {};
    });
    expect(answer).toEqual({ fault: 'memory.list must be a number, got a list' });
  });
});

describe('a fault', () => {
  it('is one line of at most 200 signs without any that a terminal obeys', () => {
    expect(faultText(new Error('a\nb\u001b[2J\u202ec'))).toBe('a b [2J c');
    expect(faultText('x'.repeat(500))).toBe(`${'x'.repeat(197)}...`);
  });
  it('is told whatever was thrown, even if it cannot be read', () => {
    expect([faultText(7), faultText(null), faultText(undefined), faultText({})]).toEqual([
      '7',
      'null',
      'undefined',
      '[object Object]',
    ]);
    const angry = {
      get message() {
        throw new Error('no');
      },
    };
    expect(faultText(angry)).toBe('it threw something that cannot be read');
    expect(
      asked(() => {
        throw angry;
      }),
    ).toEqual({ fault: 'it threw something that cannot be read' });
  });
  it('is also what the making of a policy throws', () => {
    const make = () => {
      throw new Error('no policy');
    };
    expect(ask(held(make), question, luck)).toEqual({ fault: 'no policy' });
  });
});

describe('what a policy is asked', () => {
  it('cannot be changed by it, to the last field of the last list', () => {
    const view = { months: [{ cash: 1 }], name: 'x', none: null };
    const copy = frozenCopy(view) as typeof view;
    expect(copy).toEqual(view);
    for (const part of [copy, copy.months, copy.months[0]]) expect(Object.isFrozen(part)).toBe(true);
    const answer = ask(
      held(() => ({ decide: (own: unknown) => [(own as typeof view).months.push({ cash: 2 })] })),
      { ...question, view },
      luck,
    );
    expect(answer).toMatchObject({ fault: expect.stringMatching(/object is not extensible|Cannot add/) });
    expect(view.months).toHaveLength(1);
  });
  it('has luck that gives numbers only, and no error of the world outside', () => {
    const drawn = (draw: unknown) => asked((_, __, ___, own) => ({ ads: own(draw as never) }));
    expect(drawn(0)).toMatchObject({ decision: { ads: 0.5 } });
    expect(drawn('0')).toEqual({ fault: 'luck must be asked for draw 0, 1, 2, ..., got "0"' });
    const far = () => {
      throw new Error('secret of the engine');
    };
    const asking: Decide = (_, __, ___, own) => ({ ads: own(-1 as never) });
    const answer = ask(
      held(() => ({ decide: asking as never })),
      question,
      far,
    );
    expect(answer).toEqual({ fault: 'luck must be asked for draw 0, 1, 2, ..., got -1' });
  });
});

describe('the same in text', () => {
  const odd = { a: -0, b: Number.NaN, c: Number.NEGATIVE_INFINITY, text: 'x', deep: [{ d: -0 }] };
  it('gives odd numbers to the bit, in a view that cannot be changed', () => {
    const make = () => ({
      decide: (view: unknown, parameters: unknown, memory: unknown) => {
        const own = view as typeof odd;
        const facts = [
          Object.is(own.a, -0),
          Number.isNaN(own.b),
          own.c,
          Object.is(own.deep[0].d, -0),
          own.text,
        ];
        const frozen = [own, own.deep, own.deep[0], parameters].every((part) => Object.isFrozen(part));
        (memory as Record<string, number>).seen = -0;
        if (String(facts) !== 'true,true,-Infinity,true,x' || !frozen) throw new Error(`got ${facts}`);
        return { prices: [1] };
      },
    });
    const text = askInText(
      held(make),
      encode({ view: odd, parameters: { p: 1 }, memory: { old: Number.POSITIVE_INFINITY } }),
      luck,
    );
    const answer = decode<{ decision: object; memory: Record<string, number> }>(text);
    expect(answer).toEqual({
      decision: { prices: [1] },
      memory: { old: Number.POSITIVE_INFINITY, seen: -0 },
    });
  });
  it('a policy says what it is, without what it does', () => {
    const said = (policy: unknown) => JSON.parse(describeInText(held(() => policy)));
    const whole = {
      name: '稳健',
      about: 'x',
      source: 'y',
      parameters: { p: 1 },
      decide: () => ({}),
      memory: () => ({}),
      secret: 1,
    };
    expect(JSON.parse(said(whole).text)).toEqual({
      ...{ name: '稳健', about: 'x', source: 'y', parameters: { p: 1 } },
      ...{ decide: 'function', memory: 'function' },
    });
    expect(said('steady')).toEqual({ text: '"steady"' });
    expect(said([1])).toEqual({ text: '[1]' });
    expect(said(null)).toEqual({ text: 'null' });
    expect(said(undefined)).toEqual({});
    const loop: Record<string, unknown> = {};
    loop.parameters = loop;
    expect(said(loop).fault).toMatch(/circular/i);
  });
  it('its fresh memory is what its memory() gives, nothing without one, a fault where that throws', () => {
    const fresh = (memory?: () => unknown) =>
      decode(memoryInText(held(() => ({ decide: () => ({}), ...(memory ? { memory } : {}) }))));
    expect(fresh()).toEqual({ memory: {} });
    expect(fresh(() => null)).toEqual({ memory: {} });
    expect(fresh(() => ({ a: -0 }))).toEqual({ memory: { a: -0 } });
    expect(fresh(() => ['a'])).toEqual({ fault: 'memory.0 must be a number, got "a"' });
    expect(
      fresh(() => {
        throw new Error('forgot');
      }),
    ).toEqual({ fault: 'forgot' });
  });
});

describe('a policy in a sandbox', () => {
  const guest = (policy: unknown, answer: object = { decision: {}, memory: {} }) => ({
    describe: () => describeInText(held(() => policy)),
    memory: () => memoryInText(held(() => policy as never)),
    ask: () => answer as never,
  });
  const whole = { name: 'x', about: 'x', source: 'x', parameters: {}, decide: () => ({}) };
  const decide = (answer: object, memory: Record<string, number>) =>
    definitionOf(guest(whole, answer)).decide({} as never, {}, memory, luck);

  it('leaves the memory that it says, and no other', () => {
    const memory = { old: 1, kept: 2 };
    expect(decide({ decision: { ads: 3 }, memory: { kept: 4, own: 5 } }, memory)).toEqual({ ads: 3 });
    expect(memory).toEqual({ kept: 4, own: 5 });
  });
  it('is not trusted to have looked at its own decision', () => {
    expect(() => decide({ decision: { ads: -1 }, memory: {} }, {})).toThrow(
      'ads must be a number from 0 to 1e13',
    );
    expect(() => decide({ fault: 'it looped' }, {})).toThrow('it looped');
  });
  it('has the memory that it makes, none if it makes none', () => {
    expect(definitionOf(guest({ ...whole, memory: () => ({ a: 1 }) })).memory?.()).toEqual({ a: 1 });
    expect(definitionOf(guest(whole)).memory?.() ?? {}).toEqual({});
    const forgetful = {
      ...whole,
      memory: () => {
        throw new Error('forgot');
      },
    };
    expect(() => definitionOf(guest(forgetful)).memory?.()).toThrow('forgot');
  });
  it.each<[unknown]>([
    ['steady'],
    [[1]],
    [null],
    [undefined],
    [{ ...whole, decide: 1 }],
    [{ ...whole, memory: 1 }],
  ])('%o is no policy', (policy) => {
    expect(() => definitionOf(guest(policy))).toThrow(/expected/);
  });
  it('that throws when it is read says so', () => {
    const broken = { ...guest(whole), describe: () => JSON.stringify({ fault: 'no such name' }) };
    expect(() => definitionOf(broken)).toThrow('no such name');
  });
});

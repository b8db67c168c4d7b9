import { describe, expect, test } from 'vitest';
import { readPolicy } from '../../src/source/policy-module.js';
import { MODULE_CASES } from '../bad-input/module-cases.js';

const decide = () => ({ ads: 1 });
const spec = { unit: 'share', min: 0, max: 1, about: 'A share.' };
const messageOf = (exported: unknown) => {
  try {
    readPolicy(exported);
    return 'fine';
  } catch (error) {
    return (error as Error).message;
  }
};

describe('what a module exports as policy', () => {
  test('needs a name and decide; what is left out is empty', () => {
    const policy = readPolicy({ name: 'a', decide });
    expect(policy).toMatchObject({ name: 'a', about: '', source: '', parameters: {} });
    expect(policy.decide({} as never, {}, {}, () => 0.5)).toEqual({ ads: 1 });
  });

  test('may be an instance of a class, whose methods keep their `this`', () => {
    class Own {
      name = 'own';
      parameters = { part: spec, rival: { kind: 'firm', about: 'Whom.' } };
      memory() {
        return { name: this.name.length };
      }
      decide() {
        return { ads: this.name.length };
      }
    }
    const policy = readPolicy(new Own());
    expect([policy.memory?.(), policy.decide({} as never, {}, {}, () => 0.5)]).toEqual([
      { name: 3 },
      { ads: 3 },
    ]);
  });

  test.each(MODULE_CASES)('%o is refused with what was expected', (exported, message) => {
    expect(messageOf(exported)).toBe(message);
  });
});

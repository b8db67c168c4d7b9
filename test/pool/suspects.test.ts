/** Whom a hanging thread is blamed on. */
import { describe, expect, it } from 'vitest';
import { suspects } from '../../src/pool/suspects.js';

describe('whom to suspect when a thread goes away', () => {
  const raw = {
    firms: { kimi: { policy: { module: './a.mjs' } }, b: { policy: { module: './a.mjs' } }, c: null },
  };
  it('is nobody without modules', () => {
    expect(suspects({ raw, modules: {} })).toBe('');
  });
  it('is the module with the firms that run it', () => {
    expect(suspects({ raw, modules: { './a.mjs': 'file:///a.mjs' } })).toBe(
      '; the reason may be the policy module ./a.mjs (firms kimi, b)',
    );
    const one = { firms: { kimi: { policy: { module: './a.mjs' } } } };
    expect(suspects({ raw: one, modules: { './a.mjs': '', './b.mjs': '' } })).toBe(
      '; the reason may be the policy modules ./a.mjs (firm kimi), ./b.mjs (firms )',
    );
    expect(suspects({ raw: null, modules: { './a.mjs': '' } })).toContain('./a.mjs (firms )');
  });
});

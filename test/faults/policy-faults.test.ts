/** Policies that misbehave in some worlds: those worlds fail and say who it was, the others are as if nothing was. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { POLICY_LEVELS, type PolicyLevel } from '../../src/experiment/policy-level.js';
import { loadPolicies } from '../../src/policies/load.js';
import { threadPool } from '../../src/pool/threads.js';
import { loadFile, userPoliciesOf } from '../../src/store/scenario-file.js';
import { TINY } from '../cli/afterburn.js';
import { emptyFolder } from '../empty-folder.js';
import { LONG } from './long.js';

const folder = emptyFolder();

/** A policy that does `fault` in month 2 of every world whose drawn fixed cost is above 7,000, which is a quarter. */
function moduleWith(name: string, fault: string): string {
  const file = join(folder, `${name}.mjs`);
  const text = `export const policy = {
    name: '${name}',
    memory: () => ({ n: 0 }),
    decide(view, parameters, memory, luck) {
      memory.n += luck(0);
      if (view.month === 2 && view.fixedCost > 7000) { ${fault} }
      return { prices: [memory.n], research: 100 * Math.sqrt(view.cash > 0 ? view.cash : 1) };
    },
  };\n`;
  writeFileSync(file, text);
  return file;
}

async function run(file: string, policyLevel: PolicyLevel) {
  const set = `firms.lavish.policy={module: ${file}}`;
  const { scenario } = await loadFile(TINY, [set], { policyLevel });
  const setup = { raw: scenario.raw, seed: '1', ...userPoliciesOf(scenario) };
  const pool = threadPool({ setup, threads: 1, patienceMs: 3000, heapMb: 64 });
  try {
    return await pool.run({ point: 'base', first: 0, last: LONG ? 11 : 3 });
  } finally {
    await pool.close();
  }
}

const HANGS = 'no sign of life for 3 s: the world hangs';
const FULL = 'Worker terminated due to reaching memory limit: JS heap out of memory';
const STEPS = 'it takes more than 10 million steps or 10 s';

/** What a policy does, and the reason that is told: at every level, or at each. */
const FAULTS: readonly [
  name: string,
  fault: string,
  reason: RegExp | string | readonly (RegExp | string)[],
][] = [
  ['throws', "throw new RangeError('too dear');", 'too dear'],
  ['loops', 'for (;;) {}', [HANGS, HANGS, STEPS]],
  [
    'allocates',
    'const all = []; for (;;) all.push(new Array(1e4).fill(all.length));',
    [FULL, FULL, 'out of memory'],
  ],
  ['is-no-number', 'return { research: 0 / 0 };', 'research must be a number from 0 to 1e13, got NaN'],
  ['is-of-another-type', "return { prices: ['1'] };", 'prices[0] must be a number from 0 to 1e13, got "1"'],
  ['is-unknown', 'return { price: [1] };', /^decide returned the unknown field price; known are prices, /],
  ['changes-its-view', 'view.tiers[0].price = 1e9;', /read.only|Cannot assign/],
  [
    'is-a-long-text',
    "return { stop: 'x'.repeat(2 ** 20) };",
    /^stop must be 'wound-down' or 'paused', got "x{57}\.\.\."$/,
  ],
];

/** Those that are thrown in the policy's own line; others are found in what it returns. */
const THROWN = ['throws', 'changes-its-view'];

/** More of the kind; quick, so that they may as well be tried each time. */
const MORE: typeof FAULTS = [
  ['is-a-promise', 'return (async () => ({}))();', /got a promise$/],
  ['is-nothing', 'return;', /got undefined$/],
  ['is-a-list', 'return [];', /got a list$/],
  ['has-a-getter', 'return { get research() { throw new Error("mine"); } };', 'mine'],
  ['has-a-function', 'return { ads: () => 1 };', 'ads must be a number from 0 to 1e13, got a function'],
  ['is-below-zero', 'return { research: -1 };', 'research must be a number from 0 to 1e13, got -1'],
  [
    'is-endless',
    'return { fixedCost: Infinity };',
    'fixedCost must be a number from 0 to 1e13, got Infinity',
  ],
  [
    'is-long',
    'return { prices: { length: 1e9 } };',
    'prices must be a list of numbers, one a tier, got an object',
  ],
  [
    'is-many',
    'return { prices: new Array(1e6) };',
    'prices must be a list of numbers, one a tier, got 1000000',
  ],
  ['throws-nothing', 'throw undefined;', 'undefined'],
  ['throws-in-words', 'throw { get message() { throw 1; } };', 'it threw something that cannot be read'],
  ['throws-escapes', "throw new Error('\\u001b[31mred\\u202e' + 'x'.repeat(1e5));", /^ \[31mred x+\.\.\.$/],
  ['recurses', 'const f = () => f() + 1; f();', /call stack|stack overflow/],
  [
    'asks-for-texts',
    "luck('1');",
    [
      /got undefined$/,
      'luck must be asked for draw 0, 1, 2, ..., got "1"',
      'luck must be asked for draw 0, 1, 2, ..., got "1"',
    ],
  ],
];

type Ran = Awaited<ReturnType<typeof run>>;

/** Replicate -> what became of it, as text. */
const worldsOf = ({ outcomes }: Ran) =>
  outcomes.map((world) => `${world.replicate} ${JSON.stringify(world)}`);

const good = Object.fromEntries(
  POLICY_LEVELS.map((level) => [level, run(moduleWith('behaves', ''), level)]),
) as Record<PolicyLevel, Promise<Ran>>;

/** One module with all faults, of which `month` picks one. */
async function asked(level: PolicyLevel, faults: readonly (readonly [string, string, ...unknown[]])[]) {
  const file = join(folder, `all-${faults.length}-${level}.mjs`);
  const list = faults.map(([, fault]) => `(view, memory, luck) => { ${fault} }`).join(',\n');
  writeFileSync(
    file,
    `export const policy = { name: 'all', decide: (view, p, memory, luck) => [${list}][view.month](view, memory, luck) };`,
  );
  const { own } = await loadPolicies({ modules: { own: pathToFileURL(file).href }, policyLevel: level });
  return (month: number) => {
    try {
      const view = { firm: 'kimi', month, tiers: [{ price: 1 }], users: [3], rivals: [] };
      return own.decide(view as never, {} as never, {}, uniformOf);
    } catch (error) {
      return (error as Error).message;
    }
  };
}

function uniformOf(draw: number): number {
  if (!(draw >= 0)) throw new RangeError('no such draw');
  return 0.5;
}

describe.each(POLICY_LEVELS)('at level %s', (level) => {
  const reasonOf = (reason: (typeof FAULTS)[number][2]) =>
    Array.isArray(reason) ? reason[POLICY_LEVELS.indexOf(level)] : reason;

  it.each(LONG ? FAULTS : FAULTS.slice(0, 3))(
    'a policy that %s fails the worlds in which it does, with policy, firm, month and level; the rest goes on',
    async (name, fault, reason) => {
      const result = await run(moduleWith(name, fault), level);
      const failed = result.failures.map(({ replicate }) => replicate);
      expect(failed.length).toBeGreaterThan(0);
      const others = (await good[level]).outcomes.filter(({ replicate }) => !failed.includes(replicate));
      expect(worldsOf(result)).toEqual(worldsOf({ ...result, outcomes: others }));
      const own = reasonOf(reason);
      const placed = [...THROWN, ...(level === 'untrusted' ? ['allocates'] : [])];
      const line = placed.includes(name) ? ', line 6' : '';
      const wanted = typeof own === 'string' ? own.replace(/[[\](){}.*+?]/g, '\\$&') : '.*';
      for (const { message } of result.failures) {
        const said = `policy \\S*${name}\\.mjs of firm lavish failed in month 2: ${wanted}${line} \\(policy level ${level}\\)`;
        const lost = `${wanted}; policy \\S*${name}\\.mjs of firm lavish was deciding in month 2 \\(policy level ${level}\\)`;
        expect(message).toMatch(new RegExp(`^(${said} \\(month 2, .*|${lost})$`));
      }
    },
    120_000,
  );

  it('every other fault is told in a line with the level', async () => {
    const quick = [...FAULTS, ...MORE].filter(([name]) => name !== 'loops' && name !== 'allocates');
    const outcomeOf = await asked(level, quick);
    for (const [month, [name, , reason]] of quick.entries()) {
      const told = /^(.*?)(?:, line \d+)? \(policy level (\w+)\)$/.exec(String(outcomeOf(month)));
      expect([name, told?.[2]]).toEqual([name, level]);
      const own = reasonOf(reason);
      if (own instanceof RegExp) expect(`${told?.[1]}`).toMatch(own);
      else expect([name, told?.[1]]).toEqual([name, own]);
    }
  });

  it('a decision that shows something else at each look is read once', async () => {
    const fault = `let n = 0; return new Proxy({}, {
      ownKeys: () => [], get: (_, key) => (key === 'research' ? (n++ === 0 ? 5 : 1e300) : undefined) });`;
    expect((await asked(level, [['flickers', fault]]))(0)).toEqual({ research: 5 });
  });
});

it('a policy that behaves gives the same bytes at all levels', async () => {
  const ran = await Promise.all(POLICY_LEVELS.map((level) => good[level]));
  expect(ran.map(({ failures }) => failures)).toEqual([[], [], []]);
  expect(new Set(ran.map((result) => worldsOf(result).join())).size).toBe(1);
});

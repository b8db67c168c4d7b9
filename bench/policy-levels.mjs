/**
 * What a decision of a policy from a module costs at each level of trust, beside the same policy called directly: CPU
 * time a decision on a view of a firm with five rivals, and the ratios to level trusted. The levels take turns, so that
 * a busy machine is busy for all. Ten seconds; needs `npm run build`.
 *   node bench/policy-levels.mjs
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { POLICY_LEVELS } from '../dist/src/experiment/policy-level.js';
import { loadPolicies } from '../dist/src/policies/load.js';

const TEXT = `export const policy = {
  name: 'measured',
  memory: () => ({ n: 0 }),
  decide(view, parameters, memory, luck) {
    memory.n += 1;
    return { prices: [view.rivals[0].prices[0] + 1, 2], research: luck(0) * 10, seek: view.runway < 6 };
  },
};`;
const numbers = (count) => Array.from({ length: count }, (_, k) => 1e6 / (k + 3));
const rival = (k) => ({
  ...{ firm: `rival${k}`, alive: true, hasParent: false, users: 1e6 / (k + 3), adSpend: 1e5 / 7 },
  ...{ prices: [1, 2.5], pricesBefore: [1, 2], apiPrice: 0.5, apiPriceBefore: 0.6 },
});
const FIELDS =
  `cash credits receivables burn payers joins share shareBefore growth flatMonths cac unitCost usePerUser churn
  apiPrice distil fixedCost research`.split(/\s+/);
const view = {
  ...{ firm: 'kimi', month: 3, runway: Infinity, hasParent: false, users: numbers(12) },
  ...Object.fromEntries(FIELDS.map((field, k) => [field, 1e6 / (k + 7)])),
  lastMonth: Object.fromEntries(numbers(24).map((value, k) => [`line${k}`, value])),
  tiers: [1, 2].map((price) => ({ price, quota: 2, adLoad: 0 })),
  rivals: [0, 1, 2, 3, 4].map(rival),
};
const COUNTS = { direct: 100_000, trusted: 20_000, fenced: 10_000, untrusted: 1000 };
const ROUNDS = 7;

const folder = mkdtempSync(join(tmpdir(), 'afterburn-'));
const file = join(folder, 'measured.mjs');
writeFileSync(file, TEXT);
const url = pathToFileURL(file).href;

const policies = { direct: (await import(url)).policy };
for (const policyLevel of POLICY_LEVELS)
  policies[policyLevel] = (await loadPolicies({ modules: { own: url }, policyLevel })).own;
rmSync(folder, { recursive: true });

/** Microseconds of CPU a decision. */
function costOf(name) {
  const { decide } = policies[name];
  const memory = { n: 0 };
  const before = process.cpuUsage();
  for (let k = 0; k < COUNTS[name]; k++) decide(view, {}, memory, () => 0.5);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / COUNTS[name];
}

const costs = Object.fromEntries(Object.keys(policies).map((name) => [name, []]));
for (let round = 0; round <= ROUNDS; round++)
  for (const name of Object.keys(policies)) {
    const cost = costOf(name);
    if (round > 0) costs[name].push(cost);
  }
const median = (values) => values.sort((a, b) => a - b)[values.length >> 1];
const trusted = median(costs.trusted);
for (const [name, values] of Object.entries(costs)) {
  const [low, high] = [Math.min(...values), Math.max(...values)].map((cost) => cost.toFixed(2));
  const ratio = (median(values) / trusted).toFixed(2);
  console.log(
    `${name.padEnd(9)} ${median(values).toFixed(2).padStart(7)} µs (${low} to ${high}), ${ratio} × trusted`,
  );
}

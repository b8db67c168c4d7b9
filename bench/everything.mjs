// The six-app benchmark with every mechanism of the model switched on: same users, same number of apps, so that the
// price of the mechanisms is the ratio of two replicates.
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { loadScenario } from '../dist/src/index.js';
import { scenarioFile } from './scenarios.mjs';

const ALL = {
  world: {
    inferenceCost: { progress: 0.85, served: 1e5, floor: 0.05, tenfold: 42 },
    tokenDrift: 0.3,
    frontier: 0.01,
    research: { rate: 0.03, users: 0.02, payers: 0.02, obsolescence: 0.02, synthetic: 0.1 },
    api: { tokens: 1e4, growth: 0.5 },
    funding: { base: -2 },
  },
  segments: {
    everybody: {
      activation: 0.75,
      backlash: 1,
      novelty: 0.5,
      zeroPrice: 0.5,
      quotaAversion: 1,
      adAversion: 0.3,
      adSpread: 0.4,
      secondApp: 0.25,
      contextGrowth: 0.03,
      wordOfMouth: 0.6,
      imitation: 0.1,
      quit: 0.7,
      matchSpread: 0.5,
      edgePull: 0.2,
      useCorrelation: 0.3,
      conversations: 20,
    },
  },
  channels: { web: { otherSpend: 1e4, reach: { everybody: 0.6 } } },
  buyers: { state: { tenders: 1, size: 5000, brand: 0.1, state: 0.7, onPremise: 0.3 } },
};

/** What every firm has, and one thing that only one has. */
const FIRM = {
  awareness: 0.3,
  press: 0.03,
  lapse: 1,
  shock: 0.35,
  research: 500,
  quality: 2,
  storeFee: 0.15,
  storeDelay: 1,
  store: { mobile: 0.6, delisting: 0.01 },
  edginess: 0.3,
  traitA: 0.5,
  capacity: 3e4,
  servers: 50,
  eCPM: 4,
  brandSafety: 0.8,
  gacha: { payers: 0.02, spend: 4 },
  annualShare: 0.2,
  reserved: 0.5,
  notice: 3,
  severance: 1,
  jolts: { rate: 0.05, size: 5000 },
  credits: 1000,
  channels: ['web'],
  acquisition: { hazard: 0.01 },
  listing: { revenue: 1e6, proceeds: 1e5 },
  business: { tenders: 1, size: 2000, paidAfter: 2, cloudShare: 0.3, apiHit: 0.2, bids: { state: 0 } },
  funding: { shift: 0, strategic: 0.02, creditShare: 0.3, tranches: 2 },
};
const OWN = [
  {
    parent: { monthlyCap: 1e4, topUpTo: 2e4 },
    policy: { name: 'bigTechSubsidy', base: 500, growth: 1.05, cap: 2000 },
  },
  { policy: { name: 'freemium', ads: 500 } },
  { policy: { name: 'adFollower', base: 300 }, distil: 0.2 },
  { policy: { name: 'blitzscale', base: 500, cap: 5000 }, api: { price: 3 } },
  { policy: { name: 'meteredValue', ads: 500 }, supplier: 'firm4' },
  { policy: { name: 'priceWarFollower', ads: 300 }, entersAt: 3 },
];

function merged(base, change) {
  if (typeof base !== 'object' || base === null || typeof change !== 'object' || Array.isArray(change))
    return change;
  const made = { ...base };
  for (const [key, value] of Object.entries(change))
    made[key] = key in base ? merged(base[key], value) : value;
  return made;
}

/** The benchmark with everything on: a plain scenario. @param {number} agents @param {number} review 0 to 1 */
export function everything(agents, review) {
  const raw = merged(parse(readFileSync(scenarioFile('six-app-benchmark'), 'utf8')), ALL);
  const rates = { review, back: review, orphan: review, innovation: -Math.log(1 - review) };
  raw.sourced = false;
  raw.agents = agents;
  raw.checks = [];
  Object.assign(raw.segments.everybody, rates);
  for (const [k, id] of Object.keys(raw.firms).entries()) {
    const { tiers, ...body } = raw.firms[id];
    raw.firms[id] = merged(merged(body, FIRM), OWN[k]);
    const two = [
      { price: 0, quota: 0.5, adLoad: 1, impressions: 30 },
      ...tiers.map((tier) => ({ ...tier, price: 15 })),
    ];
    raw.firms[id].tiers = two.slice(0, 2);
  }
  return raw;
}

/** The same, loaded. */
export const loadEverything = (agents, review) =>
  loadScenario({ text: JSON.stringify(everything(agents, review)) });

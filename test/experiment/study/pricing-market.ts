/**
 * A market that lives one month in which everybody chooses by the logit law and each firm earns (price - cost) x users,
 * all through the engine and its books: the game of Bertrand with logit demand, without its formulas.
 */
import { parseScenario, type Scenario } from '../../../sim/index.js';
import { type Factor, readFactors } from '../../../src/experiment/study/factor.js';
import { playersOf } from '../../../src/experiment/study/objective.js';
import { makeLab, type Study } from '../../../src/experiment/study/study.js';
import { inlinePool } from '../../../src/pool/inline.js';
import { prepare } from '../../../src/pool/prepare.js';

/** People in the market: a share is known to about 1e-5 in one world. */
const PEOPLE = 1e9;
const SEED = 'prices';
/** Cash that does not matter. */
const CASH = 1e12;

/** Of each firm: utils of its app, cost of serving a user, price at the start. */
export interface Seller {
  readonly value: number;
  readonly cost: number;
  readonly price: number;
}

/** Users who differ in nothing and have no habit, and look at the market in month 1. */
const STILL = {
  ...{
    priceSpread: 0,
    qualitySpread: 0,
    switchingCost: 0,
    switchingSpread: 0,
    habit: 0,
    zeroPrice: 0,
    network: 0,
  },
  ...{ adAversion: 0, innovation: 100, imitation: 0, review: 0, back: 0, activation: 1, secondApp: 0 },
  ...{ contextGrowth: 0, useSpread: 0, use: 1 },
};

function scenarioOf(sellers: readonly Seller[], sensitivity: number): Scenario {
  const firms = sellers.map(({ value, cost, price }, k) => [
    `app${k}`,
    {
      ...{ cash: CASH, shock: 0, press: 1, lapse: 0, funding: { shift: -50 }, policy: 'steady' },
      ...{ quality: value, modelSize: cost, tiers: [{ price }] },
    },
  ]);
  const parsed = parseScenario({
    ...{ title: 'Prices', question: 'Which prices?', currency: 'USD', start: '2024-01', months: 1 },
    ...{ people: PEOPLE, agents: PEOPLE, usageEdges: [], population: { engine: 'cohorts', types: 1 } },
    world: { inferenceCost: { start: 1 }, research: { rate: 0, users: 0, payers: 0, obsolescence: 0 } },
    segments: { all: { ...STILL, priceSensitivity: sensitivity } },
    firms: Object.fromEntries(firms),
  });
  if ('problems' in parsed) throw new Error(JSON.stringify(parsed.problems));
  return parsed.scenario;
}

/** What is asked of a market. */
export interface Asked {
  readonly sensitivity: number;
  /** Prices that may be chosen. */
  readonly range: string;
  readonly replicates: number;
  /** Firms that choose, by position; all unless given. */
  readonly choosing?: readonly number[];
  /** The market after a change X. */
  readonly against?: readonly Seller[];
}

/** A lab in this thread that simulates some scenarios. */
async function labOf(scenarios: readonly Scenario[]) {
  const pools = new Map<Scenario, ReturnType<typeof inlinePool>>();
  for (const scenario of scenarios)
    pools.set(scenario, inlinePool(await prepare({ raw: scenario.raw, seed: SEED, modules: {} }), SEED));
  return makeLab({ poolOf: (scenario) => pools.get(scenario) as ReturnType<typeof inlinePool> });
}

/** The study in which firms choose their prices, and where it runs. */
export async function pricingStudy(sellers: readonly Seller[], asked: Asked) {
  const { sensitivity, range, replicates, choosing = sellers.map((_, k) => k) } = asked;
  const scenario = scenarioOf(sellers, sensitivity);
  const against = asked.against ? { against: scenarioOf(asked.against, sensitivity) } : {};
  const written = choosing.map((k) => [`firms.app${k}.tiers.0.price`, range]);
  const { factors } = readFactors(Object.fromEntries(written), scenario);
  const study = { ...studyOf(scenario, factors, replicates), ...against };
  return { study, lab: await labOf([scenario, ...Object.values(against)]) };
}

/** A study of all firms that factors belong to. */
export function studyOf(scenario: Scenario, factors: readonly Factor[], replicates: number): Study {
  const { players, problems } = playersOf(scenario, { firms: [], factors });
  if (problems.length > 0) throw new Error(JSON.stringify(problems));
  return {
    ...{ study: 'equilibrium', title: '', question: '', scenario, labels: ['', ''], seed: SEED, replicates },
    ...{
      until: 0,
      isSecret: false,
      arms: [],
      firms: [],
      factors,
      points: 0,
      metrics: [],
      players,
      policies: [],
    },
  };
}

/** Small scenarios as plain values, for tests of the model. */
import { parseScenario, type Scenario } from '../../sim/index.js';

export type Raw = Record<string, unknown>;

/** Parses a raw scenario; throws with its problems. */
export function legal(raw: Raw): Scenario {
  const parsed = parseScenario(raw);
  if ('problems' in parsed) throw new Error(JSON.stringify(parsed.problems, null, 1));
  return parsed.scenario;
}

const QUIET_RESEARCH = { rate: 0, users: 0, payers: 0, obsolescence: 0 };

/** One firm without an app that burns 1 M a month from 10 M, nobody invests, no shocks. */
export function oneBurner(firm: Raw = {}, rest: Raw = {}): Raw {
  return {
    title: 'One burner',
    question: 'When is the cash gone?',
    currency: 'USD',
    start: '2024-01',
    months: 24,
    agents: 100,
    world: { inferenceCost: { start: 1 }, research: QUIET_RESEARCH },
    firms: {
      burner: { cash: 10e6, fixedCost: 1e6, shock: 0, funding: { shift: -50 }, policy: 'steady', ...firm },
    },
    ...rest,
  };
}

/** Two apps and 100,000 people who start with none; no funding, no shocks. */
export function twoApps(a: Raw = {}, b: Raw = {}, rest: { segment?: Raw; top?: Raw; world?: Raw } = {}): Raw {
  const app = {
    cash: 1e9,
    shock: 0,
    press: 1,
    quality: 1,
    funding: { shift: -50 },
    policy: 'steady',
    tiers: [{ price: 0 }],
  };
  return {
    title: 'Two apps',
    question: 'Who gets the users?',
    currency: 'USD',
    start: '2024-01',
    months: 12,
    people: 100_000,
    agents: 10_000,
    world: { inferenceCost: { start: 1 }, research: QUIET_RESEARCH, ...rest.world },
    segments: { all: { ...rest.segment } },
    firms: { a: { ...app, ...a }, b: { ...app, ...b } },
    ...rest.top,
  };
}

/** Plain data of a legal scenario, as page and workers send it to each other. */
import { parseScenario, type Scenario } from '../../sim/index.js';

/** Parses it. @throws Error with its problems if it is none */
export function parsePlain(raw: unknown): Scenario {
  const parsed = parseScenario(raw);
  if ('scenario' in parsed) return parsed.scenario;
  throw new Error(
    parsed.problems.map(({ path, expected }) => `${path.join('.')}: expected ${expected}`).join('\n'),
  );
}

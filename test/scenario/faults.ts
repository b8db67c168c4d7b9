import { parseScenario } from '../../sim/scenario/parse.js';

/** What is said of a plain scenario, a line a fault, `(key)` where the key is meant; none if it is legal. */
export function faultsOf(raw: unknown): string[] {
  const parsed = parseScenario(raw);
  return ('problems' in parsed ? parsed.problems : []).map(
    ({ path, atKey, expected, received, hint }) =>
      `${path.join('.')}${atKey ? ' (key)' : ''}: expected ${expected}, got ${received}${hint ? `; ${hint}` : ''}`,
  );
}

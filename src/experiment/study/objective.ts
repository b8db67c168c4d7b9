/**
 * What a firm that chooses its parameters wants to be large: its mean cash at the end, unless the study says. A firm that
 * ran out of cash counts with what it still owed then, one that was bought or gave up with what it had left.
 */
import type { Problem, Scenario } from '../../../sim/index.js';
import { familiesOf } from '../families.js';
import type { Factor } from './factor.js';
import { type Metric, namedMetrics } from './metric.js';

/** A firm that chooses, the fields it chooses, and what it wants. */
export interface Player {
  readonly firm: string;
  readonly factors: readonly Factor[];
  readonly objective: Metric;
}

/** Stands for the firm in a formula that several firms share. */
const FIRM = '{firm}';
const USUAL = `mean(cash(${FIRM}, months))`;

/** The firm whose field it is; undefined of a field of the market. */
export function firmOf(path: string, scenario: Scenario): string | undefined {
  const [root, id] = path.split('.');
  return root === 'firms' && familiesOf(scenario).some((family) => family.id === id) ? id : undefined;
}

/** The firms that choose: those named, else all that a factor belongs to. */
function choosers(scenario: Scenario, firms: readonly string[], factors: readonly Factor[]): string[] {
  if (firms.length > 0) return [...new Set(firms)];
  const owners = factors.map(({ paths: [path] }) => firmOf(path, scenario));
  return [...new Set(owners.filter((firm) => firm !== undefined))];
}

function isOf(firm: string, { paths }: Factor, scenario: Scenario): boolean {
  return paths.every((path) => firmOf(path, scenario) === firm);
}

/**
 * The players of a study.
 * @param given.maximise formula, in which `{firm}` is the firm that chooses
 * @returns problems at `maximise`, `firms.<place>` and `factors.<name>`
 */
export function playersOf(
  scenario: Scenario,
  given: {
    readonly firms: readonly string[];
    readonly factors: readonly Factor[];
    readonly maximise?: string;
  },
): { players: Player[]; problems: Problem[] } {
  const { firms, factors, maximise = USUAL } = given;
  const ids = choosers(scenario, firms, factors);
  const problems: Problem[] = factors
    .filter((factor) => !ids.some((firm) => isOf(firm, factor, scenario)))
    .map(({ name }) => ({
      path: ['factors', name],
      expected: `a field of ${ids.length === 0 ? 'a firm' : ids.join(' or ')}`,
      received: JSON.stringify(name),
    }));
  const players = ids.flatMap((firm, k): Player[] => {
    const own = factors.filter((factor) => isOf(firm, factor, scenario));
    const text = maximise.replaceAll(FIRM, JSON.stringify(firm));
    const { metrics, problems: faults } = namedMetrics({ maximise: text }, scenario);
    if (k === 0) problems.push(...faults.map((fault) => ({ ...fault, path: ['maximise'] })));
    if (own.length === 0)
      problems.push({ path: ['firms', k], expected: `a factor below firms.${firm}`, received: 'none' });
    return metrics.map((objective) => ({ firm, factors: own, objective: { ...objective, firm } }));
  });
  return { players, problems };
}

/**
 * Who can be played, and the player in the seat. A player is a policy: it sees the view that the firm's own policy would
 * see, at the same moment of the month, and what it returns goes the same way. So nothing can reach the player that a
 * policy could not know, and a played world differs from an unplayed one by decisions alone.
 */
import { type Decision, type FirmView, parseScenario, type Scenario } from '../../../sim/index.js';
import { middleOf } from '../../experiment/inputs.js';
import type { Game } from './game.js';

/** What the seat does after the last decision of the game: the same every month, or as the scenario's policy says. */
export type After = Decision | 'policy';

/** Told every month, before the decision: the view of the month and what the firm's own policy would do. */
export type Witness = (view: FirmView, own: Decision) => void;

/** Ids of the firms that can be played: there from month 1, no copies. One without an app sells to businesses. */
export function seatsOf({ firms }: Scenario): string[] {
  return Object.entries(firms)
    .filter(([, { entersAt, arrivals, copy }]) => {
      const early = middleOf(entersAt) === 1 && middleOf(arrivals) === 0;
      return early && copy === undefined;
    })
    .map(([id]) => id);
}

/** The scenario with the decisions of the game in the seat. Views are the world's own: copy what is kept. */
export function withPlayer(
  scenario: Scenario,
  { firm, decisions }: Pick<Game, 'firm' | 'decisions'>,
  { after, witness }: { after: After; witness?: Witness },
): Scenario {
  const seat = scenario.firms[firm];
  const { definition } = seat.policy;
  const player: typeof definition = {
    ...definition,
    decide(view, parameters, memory, luck) {
      const own = definition.decide(view, parameters, memory, luck);
      witness?.(view, own);
      return decisions[view.month - 1] ?? (after === 'policy' ? own : after);
    },
  };
  const policy = { ...seat.policy, definition: player };
  return { ...scenario, firms: { ...scenario.firms, [firm]: { ...seat, policy } } };
}

/** The plain data of a legal scenario, as far as a seat needs it. */
interface RawScenario {
  readonly firms: Record<string, Record<string, unknown>>;
  readonly arms?: unknown;
  readonly calibration?: unknown;
  readonly interventions?: readonly { readonly path: string }[];
  readonly correlations?: readonly { readonly between: readonly string[] }[];
}

/**
 * The scenario with another built-in policy in the seat, its parameters at their defaults; the first reason in words if
 * it cannot sit there (it needs a partner that nobody named).
 */
export function withPolicy(scenario: Scenario, firm: string, policy: string): Scenario | string {
  const { arms, calibration, ...raw } = structuredClone(scenario.raw) as RawScenario;
  raw.firms[firm].policy = policy;
  // neither is played; what dates or correlates a parameter of the old strategy goes with it
  const parsed = parseScenario({
    ...raw,
    interventions: raw.interventions?.filter(({ path }) => !path.startsWith(`firms.${firm}.policy.`)) ?? [],
    correlations:
      raw.correlations?.filter(
        ({ between }) => !between.some((path) => path.startsWith(`firms.${firm}.policy.`)),
      ) ?? [],
  });
  if ('scenario' in parsed) return parsed.scenario;
  const [{ path, expected }] = parsed.problems;
  return `${path.join('.')}: ${expected}`;
}

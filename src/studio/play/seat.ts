/**
 * Who can be played, and the player in the seat. A player is a policy: it sees the view that the firm's own policy would
 * see, at the same moment of the month, and what it returns goes the same way. So nothing can reach the player that a
 * policy could not know, and a played world differs from an unplayed one by decisions alone.
 */
import {
  type Decision,
  type FirmView,
  findPlace,
  parseQuantity,
  parseScenario,
  type Quantity,
  type Scenario,
  withValues,
} from '../../../sim/index.js';
import { middleOf } from '../../experiment/inputs.js';
import type { Game } from './game.js';

/** What the seat does after the last decision of the game: the same every month, or as the scenario's policy says. */
export type After = Decision | 'policy';

/** Told every month, before the decision: the view of the month and what the firm's own policy would do. */
export type Witness = (view: FirmView, own: Decision) => void;

/**
 * A number as it stands in month 1: as the last change of that month has it, of the scenario or of an arm, else as written.
 * @param path dotted, of a number of the scenario
 */
export function startsAt(scenario: Scenario, path: string, arm?: string): Quantity | undefined {
  const place = findPlace(path, scenario);
  if (!('spec' in place)) return undefined;
  const ofArm = arm === undefined ? [] : (scenario.arms[arm]?.overrides ?? []);
  const changes = [...scenario.interventions, ...ofArm];
  const last = changes.filter((change) => change.path === path && middleOf(change.month) === 1).at(-1);
  const said = last && parseQuantity(last.value, place.spec);
  return said && 'law' in said ? said : place.quantity;
}

/**
 * Ids of the firms that can be played: there from month 1 on in the market of the arm, no copies. One without an app sells
 * to businesses.
 */
export function seatsOf(scenario: Scenario, arm?: string): string[] {
  const is = (path: string, value: number) => {
    const quantity = startsAt(scenario, path, arm);
    return quantity !== undefined && middleOf(quantity) === value;
  };
  return Object.keys(scenario.firms).filter((id) => {
    const isAlone = scenario.firms[id].copy === undefined;
    return isAlone && is(`firms.${id}.entersAt`, 1) && is(`firms.${id}.arrivals`, 0);
  });
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
  readonly arms?: Readonly<Record<string, { readonly redraw?: readonly string[] }>>;
  readonly calibration?: unknown;
  readonly correlations?: readonly { readonly between: readonly string[] }[];
}

/**
 * The scenario with another built-in policy in the seat, its parameters at their defaults; the first reason in words if
 * it cannot sit there (it needs a partner that nobody named). What dates, redraws or correlates a parameter of the old
 * strategy goes with it.
 */
export function withPolicy(scenario: Scenario, firm: string, policy: string): Scenario | string {
  const seat = `firms.${firm}.policy`;
  const { calibration, ...raw } = withValues(scenario.raw, { [seat]: policy }) as RawScenario;
  const isOld = (path: string) => path.startsWith(`${seat}.`);
  const arms = Object.entries(raw.arms ?? {}).map(([id, arm]) =>
    arm.redraw ? [id, { ...arm, redraw: arm.redraw.filter((path) => !isOld(path)) }] : [id, arm],
  );
  const parsed = parseScenario({
    ...raw,
    arms: Object.fromEntries(arms),
    correlations: raw.correlations?.filter(({ between }) => !between.some(isOld)) ?? [],
  });
  if ('scenario' in parsed) return parsed.scenario;
  const [{ path, expected }] = parsed.problems;
  return `${path.join('.')}: ${expected}`;
}

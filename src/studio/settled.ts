/**
 * Numbers of the scenario that a slider cannot change, because something else sets them before they count: a policy that
 * writes the field whatever it finds there, or a change of month 1 of the scenario or of the arm; and numbers that must
 * stay uncertain, because an arm or a correlation of the scenario speaks of their luck. Only what is declared so; whether a
 * change did nothing is told by the worlds.
 */
import type { Scenario } from '../../sim/index.js';
import type { Field } from './fields.js';

/** Fields below a firm that a policy sets without looking at them; keys in the path are joined by dots. */
const SET_BY_POLICY: Readonly<Record<string, RegExp>> = {
  bigTechSubsidy: /^tiers\.\d+\.price$/,
};

/** Who sets a number instead, or who needs it uncertain. */
export type Setter = 'policy' | 'plan' | 'redrawn';

/** @param arm that holds; none: the scenario as it stands */
export function setterOf(path: string, scenario: Scenario, arm: string | undefined): Setter | undefined {
  const [root, id, ...keys] = path.split('.');
  const firms = Object.entries(scenario.firms);
  const firm = root === 'firms' && firms.find(([name, { family = name }]) => family === id);
  const policy = firm ? firm[1].policy.name : '';
  const sets = Object.hasOwn(SET_BY_POLICY, policy) ? SET_BY_POLICY[policy] : undefined;
  if (sets?.test(keys.join('.'))) return 'policy';
  const dated = [
    ...scenario.interventions,
    ...(arm === undefined ? [] : (scenario.arms[arm]?.overrides ?? [])),
  ];
  const isFirst = ({ law }: (typeof dated)[number]['month']) => law.kind === 'constant' && law.value === 1;
  if (dated.some((change) => change.path === path && isFirst(change.month))) return 'plan';
  const uncertain = [
    ...Object.values(scenario.arms).flatMap(({ redraw }) => redraw),
    ...scenario.correlations.flatMap(({ between }) => between),
  ];
  return uncertain.includes(path) ? 'redrawn' : undefined;
}

/** The fields with those that a slider cannot change last, and who sets them. */
export function withSetters(fields: readonly Field[], scenario: Scenario, arm: string | undefined): Field[] {
  const told = fields.map((field): Field => {
    const setter = setterOf(field.path, scenario, arm);
    return setter ? { ...field, setter } : field;
  });
  return [...told.filter(({ setter }) => !setter), ...told.filter(({ setter }) => setter)];
}

/** Rules of what is asked of a scenario: interventions, arms, correlations, checks. */
import { MECHANISMS } from '../mechanisms.js';
import { calibrationIsLegal } from './calibration-rules.js';
import { copulaOf } from './correlation.js';
import { didYouMean } from './nearest.js';
import { parseQuantity, show } from './parse-quantity.js';
import { type Draft, findPlace, isShare } from './paths.js';
import { constantOf, type Rule } from './rules.js';
import type { Fields, Path, Problem } from './scenario.js';

type Override = Fields['interventions'][number];

/** Overrides of a scenario with the path of their list: the interventions, then those of each arm. */
export function overrideLists(scenario: Draft): { path: Path; overrides: readonly Override[] }[] {
  const arms = Object.entries(scenario.arms);
  return [
    { path: ['interventions'], overrides: scenario.interventions },
    ...arms.map(([id, arm]) => ({ path: ['arms', id, 'overrides'], overrides: arm.overrides })),
  ];
}

const overridesAreLegal: Rule = (scenario) =>
  overrideLists(scenario).flatMap(({ path, overrides }) =>
    overrides.flatMap((override, i) => overrideProblems(scenario, override, [...path, i])),
  );

function overrideProblems(scenario: Draft, override: Override, path: Path): Problem[] {
  const place = findPlace(override.path, scenario);
  const months = constantOf(scenario.months) ?? 0;
  const month = constantOf(override.month) ?? 1;
  const problems: Problem[] = [];
  const atMonth = [...path, 'month'];
  if (month > months) {
    problems.push({
      path: atMonth,
      expected: `a month of the scenario, 1 to ${months}`,
      received: String(month),
    });
  }
  if (!('spec' in place)) {
    const { unknowable, ...fault } = place;
    return unknowable ? problems : [...problems, { path: [...path, 'path'], ...fault }];
  }
  if (isShare(place.path)) {
    const expected = 'a field that can change alone; the shares of the segments add to 1';
    return [...problems, { path: [...path, 'path'], expected, received: show(override.path) }];
  }
  if (place.spec.startOnly && month > 1) {
    const expected = `month 1, because \`${place.path.at(-1)}\` only shapes the start`;
    problems.push({ path: atMonth, expected, received: String(month) });
  }
  const value = parseQuantity(override.value, { ...place.spec, default: undefined });
  return 'law' in value ? problems : [...problems, { path: [...path, 'value'], ...value }];
}

/** Is the number set in month 1, by the field or by one of these overrides? */
function standsInMonthOne(scenario: Draft, path: string, overrides: readonly Override[]): boolean {
  const place = findPlace(path, scenario);
  const isFirst = (one: Override) => one.path === path && (constantOf(one.month) ?? 1) === 1;
  return !('spec' in place) || constantOf(place.quantity) !== 0 || overrides.some(isFirst);
}

/** A firm without arrivals in month 1 enters in a month of its own: a rate that comes later would find nobody waiting. */
const arrivalsBeginInMonthOne: Rule = (scenario) =>
  overrideLists(scenario).flatMap(({ path, overrides }) =>
    overrides.flatMap((override, i): Problem[] => {
      const isRate = /^firms\.[^.]+\.arrivals$/.test(override.path);
      if (!isRate || standsInMonthOne(scenario, override.path, [...scenario.interventions, ...overrides]))
        return [];
      const expected = 'a firm with `arrivals` above 0 in month 1';
      const hint = 'with 0 it enters in `entersAt`; give it 1e-9 if nobody shall come before this month';
      return [{ path: [...path, i, 'path'], expected, received: show(override.path), hint }];
    }),
  );

/** The point of the scenario as it stands. */
const BASE = 'base';

const armsAreNotBase: Rule = ({ arms }) =>
  Object.hasOwn(arms, BASE)
    ? [
        {
          path: ['arms', BASE],
          atKey: true,
          expected: 'another name',
          received: show(BASE),
          hint: 'it names the scenario without an arm',
        },
      ]
    : [];

const heldFirmsExist: Rule = ({ arms, firms, months }) =>
  Object.entries(arms).flatMap(([id, { hold }]) => {
    if (!hold) return [];
    const path = ['arms', id, 'hold'];
    const known = Object.keys(firms);
    const from = constantOf(hold.from) ?? 1;
    const last = constantOf(months) ?? 0;
    const late = {
      path: [...path, 'from'],
      expected: `a month of the scenario, 1 to ${last}`,
      received: String(from),
    };
    const strangers = hold.firms.flatMap((firm, i): Problem[] =>
      known.includes(firm)
        ? []
        : [
            {
              path: [...path, 'firms', i],
              expected: 'the name of a firm',
              received: show(firm),
              hint: didYouMean(firm, known),
            },
          ],
    );
    return from > last ? [...strangers, late] : strangers;
  });

const correlationsAreLegal: Rule = (scenario) => {
  const seen = new Set<string>();
  const problems = scenario.correlations.flatMap(({ between }, i): Problem[] => {
    const path = ['correlations', i, 'between'];
    const pair = [...between].sort().join(' ');
    const repeated = seen.has(pair);
    seen.add(pair);
    if (between[0] === between[1])
      return [{ path, expected: 'two different fields', received: show(between[0]) }];
    if (repeated) return [{ path, expected: 'each pair once', received: `a second \`${pair}\`` }];
    return between.flatMap((field, k) => uncertainProblems(scenario, field, [...path, k]));
  });
  if (problems.length > 0 || copulaOf(scenario.correlations)) return problems;
  const expected = 'rank correlations that can hold together (a positive definite matrix)';
  return [{ path: ['correlations'], expected, received: 'ones that cannot' }];
};

function uncertainProblems(scenario: Draft, field: string, path: Path): Problem[] {
  const place = findPlace(field, scenario);
  if ('spec' in place) {
    if (place.quantity.law.kind !== 'constant') return [];
    return [{ path, expected: 'the path of an uncertain number', received: `\`${field}\`, a constant` }];
  }
  const { unknowable, ...fault } = place;
  return unknowable ? [] : [{ path, ...fault }];
}

const checksAreUnique: Rule = ({ checks }) =>
  checks.flatMap(({ id }, i) =>
    checks.findIndex((check) => check.id === id) === i
      ? []
      : [{ path: ['checks', i, 'id'], expected: 'an id of its own', received: `a second ${show(id)}` }],
  );

const mechanismsExist: Rule = ({ without, arms }) => {
  const known = Object.keys(MECHANISMS);
  const lists = [
    { path: ['without'], names: without },
    ...Object.entries(arms).map(([id, arm]) => ({ path: ['arms', id, 'without'], names: arm.without })),
  ];
  return lists.flatMap(({ path, names }) =>
    names.flatMap((name, i): Problem[] =>
      known.includes(name)
        ? []
        : [
            {
              path: [...path, i],
              expected: 'the name of a mechanism',
              received: show(name),
              hint: didYouMean(name, known),
            },
          ],
    ),
  );
};

const redrawnAreUncertain: Rule = (scenario) =>
  Object.entries(scenario.arms).flatMap(([id, { redraw }]) =>
    redraw.flatMap((field, i) => uncertainProblems(scenario, field, ['arms', id, 'redraw', i])),
  );

/** All rules of plans and checks. Formulas of checks are read by the laboratory. */
export const PLAN_RULES: readonly Rule[] = [
  overridesAreLegal,
  arrivalsBeginInMonthOne,
  armsAreNotBase,
  heldFirmsExist,
  mechanismsExist,
  redrawnAreUncertain,
  correlationsAreLegal,
  checksAreUnique,
  calibrationIsLegal,
];

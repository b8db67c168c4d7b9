/**
 * Firms that come in numbers: `bot` with `copies: 30` becomes `bot-1` ... `bot-30`. The rules of a legal scenario read it
 * as it is written, so that problems name places of the file; then the copies are made, and every path that names
 * `firms.bot` is written out for each of them. Copies share their fields; uncertain ones are drawn for each anew,
 * because draws are addressed by paths.
 */
import { copulaOf } from './correlation.js';
import { show } from './parse-quantity.js';
import type { Draft } from './paths.js';
import { constantOf, type Rule } from './rules.js';
import type { Fields, Path, Problem } from './scenario.js';

/** Most firms without tiers: each is a row of every table in every month. */
const MOST_FIRMS = 400;

type Override = Fields['interventions'][number];
type Correlation = Fields['correlations'][number];

/** How many firms of this kind there are, 1 to 400. */
function countOf({ copies }: Draft['firms'][string]): number {
  return constantOf(copies) ?? 1;
}

/** Ids of a firm's copies; its own if there is one. */
export function copiesOf({ firms }: Draft, id: string): string[] {
  const firm = Object.hasOwn(firms, id) ? firms[id] : undefined;
  const n = firm ? countOf(firm) : 1;
  return n === 1 ? [id] : Array.from({ length: n }, (_, k) => `${id}-${k + 1}`);
}

/** The firm that a dotted path names; empty if it leads elsewhere. */
function firmOf(path: string): string {
  const [root, id] = path.split('.');
  return root === 'firms' ? (id ?? '') : '';
}

/** The path for each copy of the firm that it names; the path itself if it names none. */
function pathsOf(draft: Draft, path: string): string[] {
  const id = firmOf(path);
  const rest = path.slice('firms.'.length + id.length);
  return id === '' ? [path] : copiesOf(draft, id).map((copy) => `firms.${copy}${rest}`);
}

function spreadOverrides(draft: Draft, overrides: readonly Override[]): Override[] {
  return overrides.flatMap((override) =>
    pathsOf(draft, override.path).map((path) => ({ ...override, path })),
  );
}

/** Two fields of one firm correlate within each copy; those of two firms between all copies. */
function spreadCorrelations(draft: Draft): Correlation[] {
  return draft.correlations.flatMap((correlation): Correlation[] => {
    const [from, to] = correlation.between;
    const [ones, others] = [pathsOf(draft, from), pathsOf(draft, to)];
    const inside = firmOf(from) !== '' && firmOf(from) === firmOf(to);
    const pairs = inside
      ? ones.map((one, k) => [one, others[k]])
      : ones.flatMap((one) => others.map((other) => [one, other]));
    return pairs.map((between) => ({ ...correlation, between }));
  });
}

function spreadArm(draft: Draft, arm: Draft['arms'][string]): Draft['arms'][string] {
  const hold = arm.hold && { ...arm.hold, firms: arm.hold.firms.flatMap((id) => copiesOf(draft, id)) };
  return {
    ...arm,
    overrides: spreadOverrides(draft, arm.overrides),
    redraw: arm.redraw.flatMap((path) => pathsOf(draft, path)),
    ...(hold ? { hold } : {}),
  };
}

/** Makes the copies of a legal scenario; one without copies comes back as it is. */
export function withCopies<D extends Draft>(draft: D): D {
  if (Object.values(draft.firms).every((firm) => countOf(firm) === 1)) return draft;
  const firms = Object.entries(draft.firms).flatMap(([family, firm]) => {
    const ids = copiesOf(draft, family);
    if (ids.length === 1) return [[family, firm] as const];
    return ids.map((id, k) => [id, { ...firm, family, copy: k + 1 }] as const);
  });
  const arms = Object.entries(draft.arms).map(([id, arm]) => [id, spreadArm(draft, arm)]);
  return {
    ...draft,
    firms: Object.fromEntries(firms),
    arms: Object.fromEntries(arms),
    interventions: spreadOverrides(draft, draft.interventions),
    correlations: spreadCorrelations(draft),
  };
}

const copiesHaveNamesOfTheirOwn: Rule = (draft) =>
  Object.keys(draft.firms).flatMap((id) => {
    const ids = copiesOf(draft, id);
    const taken = ids.length === 1 ? undefined : ids.find((copy) => Object.hasOwn(draft.firms, copy));
    if (taken === undefined) return [];
    const expected = `another name, because a copy of \`${id}\` is called so`;
    return [{ path: ['firms', taken], atKey: true, expected, received: show(taken) }];
  });

/** Places where one firm is meant, with the firm they name. */
function singleFirms(draft: Draft): { path: Path; id: string }[] {
  const owners = Object.entries(draft.channels).map(([channel, { owner }]) => ({
    path: ['channels', channel, 'owner'],
    id: owner,
  }));
  const named = Object.entries(draft.firms).flatMap(([firm, { supplier, policy }]) => {
    const parameters = Object.entries(policy?.parameters ?? {}).map(([key, value]) => ({
      path: ['firms', firm, 'policy', key],
      id: typeof value === 'string' ? value : undefined,
    }));
    return [{ path: ['firms', firm, 'supplier'], id: supplier }, ...parameters];
  });
  return [...owners, ...named].flatMap(({ path, id }) => (id ? [{ path, id }] : []));
}

const oneFirmIsMeant: Rule = (draft) =>
  singleFirms(draft).flatMap(({ path, id }): Problem[] => {
    const { length } = copiesOf(draft, id);
    if (length === 1) return [];
    return [{ path, expected: 'the name of one firm', received: `${show(id)}, which has ${length} copies` }];
  });

const fewFirms: Rule = ({ firms }) => {
  let count = 0;
  for (const [id, firm] of Object.entries(firms)) {
    if (firm.tiers.length === 0) count += countOf(firm);
    if (count <= MOST_FIRMS) continue;
    const expected = `at most ${MOST_FIRMS} firms without tiers`;
    return [{ path: ['firms', id, 'copies'], expected, received: `${count} so far` }];
  }
  return [];
};

const correlationsHoldForCopies: Rule = (draft) => {
  const spread = spreadCorrelations(draft);
  if (spread.length === draft.correlations.length || copulaOf(spread)) return [];
  const expected = 'rank correlations that can hold together for all copies';
  return [{ path: ['correlations'], expected, received: 'ones that cannot' }];
};

/** All rules of firms that come in numbers. */
export const COPY_RULES: readonly Rule[] = [
  copiesHaveNamesOfTheirOwn,
  oneFirmIsMeant,
  fewFirms,
  correlationsHoldForCopies,
];

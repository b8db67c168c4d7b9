/**
 * What a firm could have done otherwise, made from what the scenario declares: a lever is a change of its own fields and
 * of the parameters of its policy, in the same words for every firm. Uncertain numbers are scaled as laws, so a lever
 * meets the same luck.
 */
import type { Law, Quantity, QuantitySpec, Scenario } from '../../../sim/index.js';
import { middleOf } from '../inputs.js';
import type { Values } from '../job.js';

/** Something a firm could have done. */
export interface Lever {
  /** Levers of one kind exclude each other. */
  readonly kind: string;
  readonly name: string;
  readonly values: Values;
}

type Firm = Scenario['firms'][string];

/** A law with all its values times a factor, as a scenario writes it. */
export function scaledText(law: Law, factor: number): string | number {
  const by = (value: number) => Number((value * factor).toPrecision(12));
  switch (law.kind) {
    case 'constant':
      return by(law.value);
    case 'interval':
      return `${by(law.low)} to ${by(law.high)}`;
    case 'normal':
      return `normal(${by(law.mean)}, ${by(law.sd)})`;
    case 'lognormal':
      return `lognormal(${by(law.median)}, ${law.sigma})`;
    case 'uniform':
      return `uniform(${by(law.low)}, ${by(law.high)})`;
    case 'triangular':
      return `triangular(${by(law.low)}, ${by(law.mode)}, ${by(law.high)})`;
  }
}

/** Quotas from this on are none. */
const NO_QUOTA = 1e9;
const MONEY = 'currency a month';
const RUNWAY = 'months';

function scaled(path: string, quantity: Quantity, factor: number): Values {
  return middleOf(quantity) === 0 ? {} : { [path]: scaledText(quantity.law, factor) };
}

/** Parameters of the policy that `chooses`, times a factor. */
function parameters(
  id: string,
  { policy }: Firm,
  factor: number,
  chooses: (spec: QuantitySpec, name: string) => boolean,
): Values {
  const own = Object.entries(policy.definition.parameters).flatMap(([name, spec]) =>
    'kind' in spec || !chooses(spec, name)
      ? []
      : Object.entries(scaled(`firms.${id}.policy.${name}`, policy.parameters[name] as Quantity, factor)),
  );
  return Object.fromEntries(own);
}

function tiersBy(id: string, { tiers }: Firm, field: 'price' | 'quota', factor: number): Values {
  return Object.fromEntries(
    tiers.flatMap((tier, k) =>
      Object.entries(scaled(`firms.${id}.tiers.${k}.${field}`, tier[field], factor)),
    ),
  );
}

/** Half of what an average user uses, million tokens a month; of the fields that the scenario declares. */
function halfUse({ segments }: Scenario): number {
  const uses = Object.values(segments).map(({ use }) => middleOf(use));
  return Number((uses.reduce((sum, use) => sum + use, 0) / Math.max(1, uses.length) / 2).toPrecision(2));
}

function priceLevers(id: string, firm: Firm): Lever[] {
  const lever = (name: string, factor: number) => ({
    kind: 'price',
    name,
    values: tiersBy(id, firm, 'price', factor),
  });
  return [lever('prices a quarter higher', 1.25), lever('prices a fifth lower', 0.8)];
}

function quotaLevers(id: string, firm: Firm, scenario: Scenario): Lever[] {
  const free = firm.tiers.flatMap((tier, k) => (middleOf(tier.price) === 0 ? [k] : []));
  const isOpen = free.some((k) => middleOf(firm.tiers[k].quota) >= NO_QUOTA);
  const quota = halfUse(scenario);
  if (isOpen) {
    const values = Object.fromEntries(free.map((k) => [`firms.${id}.tiers.${k}.quota`, quota]));
    return [{ kind: 'quota', name: `a free quota of ${quota} M tokens a month`, values }];
  }
  return [{ kind: 'quota', name: 'quotas halved', values: tiersBy(id, firm, 'quota', 0.5) }];
}

/** Without the free tier: those who used it choose among the paid ones. */
function paidOnly(id: string, { tiers }: Firm, raw: unknown): Lever[] {
  const written = (raw as { firms: Record<string, { tiers?: unknown[] }> }).firms[id]?.tiers ?? [];
  const paid = written.filter((_, k) => tiers[k] && middleOf(tiers[k].price) > 0);
  if (paid.length === 0 || paid.length === tiers.length) return [];
  return [{ kind: 'tiers', name: 'no free tier', values: { [`firms.${id}.tiers`]: paid } }];
}

function adLevers(id: string, firm: Firm): Lever[] {
  const lever = (name: string, factor: number) => ({
    kind: 'ads',
    name,
    values: parameters(id, firm, factor, ({ unit }) => unit === MONEY),
  });
  const without = firm.channels.map((channel) => ({
    kind: 'channel',
    name: `no advertising in ${channel}`,
    values: { [`firms.${id}.channels`]: firm.channels.filter((other) => other !== channel) },
  }));
  return [
    lever('half the advertising', 0.5),
    lever('no advertising', 0),
    lever('twice the advertising', 2),
    ...(firm.channels.length > 1 ? without : []),
  ];
}

function costLevers(id: string, firm: Firm): Lever[] {
  const by = (
    kind: string,
    name: string,
    field: 'research' | 'fixedCost' | 'modelSize' | 'cash',
    factor: number,
  ) => ({
    ...{ kind, name },
    values: scaled(`firms.${id}.${field}`, firm[field], factor),
  });
  return [
    by('research', 'half the research', 'research', 0.5),
    by('headcount', 'fixed cost a quarter lower', 'fixedCost', 0.75),
    by('model', 'a model half as large', 'modelSize', 0.5),
    by('cash', 'half as much cash again at the start', 'cash', 1.5),
  ];
}

function raiseLever(id: string, firm: Firm): Lever {
  const own = scaled(`firms.${id}.funding.seekAt`, firm.funding.seekAt, 2);
  const seeks = parameters(
    id,
    firm,
    2,
    ({ unit }, name) => name.startsWith('seek') && unit.startsWith(RUNWAY),
  );
  return { kind: 'raise', name: 'looks for money at twice the runway', values: { ...own, ...seeks } };
}

/** Every lever of a firm that changes something: price, quota, free tier, ads by channel, research, headcount, model, raising. */
export function leversOf(scenario: Scenario, id: string): Lever[] {
  const [member] = Object.keys(scenario.firms).filter(
    (name) => name === id || scenario.firms[name].family === id,
  );
  const firm = scenario.firms[member];
  const all = [
    ...priceLevers(id, firm),
    ...quotaLevers(id, firm, scenario),
    ...paidOnly(id, firm, scenario.raw),
    ...adLevers(id, firm),
    ...costLevers(id, firm),
    raiseLever(id, firm),
  ];
  return all.filter(({ values }) => Object.keys(values).length > 0);
}

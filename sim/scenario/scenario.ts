/** The types of a scenario as the model sees it. */
import type { z } from 'zod';
import type { PolicyDefinition } from '../policies/policy.js';
import type { scenarioFields } from './fields.js';
import type { Quantity } from './quantity.js';

/** A place in a scenario: keys and list positions from the top. */
export type Path = readonly (string | number)[];

/** What is wrong with a scenario, and where. Positions in the file are added by `src/source`. */
export interface Problem {
  readonly path: Path;
  readonly expected: string;
  readonly received: string;
  readonly hint?: string;
  /** True if the place is the key itself (unknown field), not its value. */
  readonly atKey?: boolean;
}

/** What the fields alone give, before policies are chosen. */
export type Fields = z.output<typeof scenarioFields>;

/** The policy a firm follows: its definition and the scenario's values of its parameters. */
export interface ChosenPolicy {
  readonly definition: PolicyDefinition;
  /** `name`, or the path of the module as written. */
  readonly name: string;
  readonly parameters: Readonly<Record<string, Quantity | string>>;
}

/** The firm of which a copy is one, and its number from 1; missing for a firm without copies. */
export interface CopyOf {
  readonly family?: string;
  readonly copy?: number;
}

export type FirmFields = Omit<Fields['firms'][string], 'policy'> & CopyOf & { readonly policy: ChosenPolicy };

/** A legal scenario. Every number is a Quantity; maps keep the order of the file. */
export type Scenario = Omit<Fields, 'firms'> & {
  readonly firms: Readonly<Record<string, FirmFields>>;
  /** The plain value it was parsed from: what is hashed, stored and sent to workers. */
  readonly raw: unknown;
};

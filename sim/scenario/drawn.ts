/** A scenario with its numbers drawn for one replicate: what the model reads, month by month. */
import type { PolicyDefinition } from '../policies/policy.js';
import type { Drawn } from './quantity.js';
import type { FirmFields, Scenario } from './scenario.js';

export type DrawnFirm = Drawn<Omit<FirmFields, 'policy'>> & {
  policy: {
    readonly definition: PolicyDefinition;
    readonly name: string;
    readonly parameters: Record<string, number | string>;
  };
};

export type DrawnScenario = Drawn<
  Pick<Scenario, 'world' | 'channels' | 'segments' | 'buyers' | 'people' | 'agents' | 'population' | 'months'>
> & {
  heavyAgents: number;
  usageEdges: number[];
  firms: Record<string, DrawnFirm>;
};
export type DrawnSegment = DrawnScenario['segments'][string];
export type DrawnBuyers = DrawnScenario['buyers'][string];
export type DrawnChannel = DrawnScenario['channels'][string];

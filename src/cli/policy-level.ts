/** `--policy-level`: how far policy modules are trusted. */
import { POLICY_LEVELS, type PolicyLevel, USUAL_LEVEL } from '../experiment/policy-level.js';
import { known, once } from './arguments.js';
import type { Options } from './open-run.js';

/** What the option is for, as the help has it. */
export const POLICY_LEVEL = {
  'policy-level': `how far policy modules are trusted: ${POLICY_LEVELS.join(', ')} [default: ${USUAL_LEVEL}]`,
} as const;

/** @throws UsageError if it is no level */
export function policyLevelOf(options: Options): PolicyLevel {
  const given = once('policy-level', options.policyLevel);
  if (given === undefined) return USUAL_LEVEL;
  return known('--policy-level: expected a level', given, POLICY_LEVELS) as PolicyLevel;
}

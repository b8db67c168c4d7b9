/** Makes a thread able to simulate: parses the scenario with the policies given by users. */
import {
  type Crew,
  type PolicyDefinition,
  type Problem,
  parseScenario,
  type Scenario,
  simulate,
  withValues,
} from '../../sim/index.js';
import { BASE, type JobSetup, type SimulateOne, type Values } from '../experiment/job.js';

type Policies = Readonly<Record<string, PolicyDefinition>>;

/** The first of them in words. */
function problemText([first, ...more]: readonly Problem[]): string {
  const rest = more.length > 0 ? ` (and ${more.length} more)` : '';
  return `${first.path.join('.')}: expected ${first.expected}, got ${first.received}${rest}`;
}

function parse(raw: unknown, policies: Policies): Scenario {
  const parsed = parseScenario(raw, { policies });
  if ('problems' in parsed)
    throw new Error(`these values make no legal scenario: ${problemText(parsed.problems)}`);
  return parsed.scenario;
}

/**
 * The scenario under some values: parsed anew when they change, which costs about 10 ms for 14 firms; a new thread
 * would cost a second.
 */
function scenarioWith(base: Scenario, policies: Policies): (values: Values | undefined) => Scenario {
  let last = { name: '', scenario: base };
  return (values) => {
    if (values === undefined) return base;
    const name = JSON.stringify(values);
    if (last.name !== name) last = { name, scenario: parse(withValues(base.raw, values), policies) };
    return last.scenario;
  };
}

/**
 * Parses the scenario again (a thread gets plain data) and fills scenario and seed into the model.
 * @param by.policies those of modules; none unless given @param by.crew threads that help with a world; none unless given
 */
export async function prepare(
  setup: JobSetup,
  { policies = {}, crew }: { readonly policies?: Policies; readonly crew?: Crew } = {},
): Promise<SimulateOne> {
  const chosen = scenarioWith(parse(setup.raw, policies), policies);
  const help = crew ? { crew } : {};
  return (point, replicate, { values, forks: branches } = {}) => {
    const options = { ...help, branches };
    return simulate(
      chosen(values),
      setup.seed,
      replicate,
      point === BASE ? options : { ...options, arm: point },
    );
  };
}

/** What stands above every result of a study. */
import { middleOf } from '../experiment/inputs.js';
import type { Failure } from '../experiment/job.js';
import type { Study } from '../experiment/study/study.js';
import { sha256 } from '../store/fingerprint.js';
import { userPoliciesOf } from '../store/scenario-file.js';
import { packageVersion } from './version.js';

/** The head of `study.json`. */
export function headOf(study: Study, { worlds, failures }: { worlds: number; failures: readonly Failure[] }) {
  const { scenario } = study;
  const { modules, policyLevel } = userPoliciesOf(scenario);
  return {
    study: study.study,
    title: study.title,
    question: study.question,
    afterburn: packageVersion(),
    numerics: middleOf(scenario.numerics),
    ...(study.isSecret ? { seed: '', seedHash: sha256(study.seed) } : { seed: study.seed }),
    replicates: study.replicates,
    agents: middleOf(scenario.agents),
    months: middleOf(scenario.months),
    currency: scenario.currency,
    firms: Object.fromEntries(Object.entries(scenario.firms).map(([id, { name }]) => [id, name ?? id])),
    ...(Object.keys(modules).length > 0 ? { policyLevel } : {}),
    worlds,
    failed: failures.length,
  };
}

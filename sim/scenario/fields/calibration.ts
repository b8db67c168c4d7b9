/** Fields of a fit: what is free, and the targets. */
import { z } from 'zod';
import { choice, quantity as q, text } from '../declare.js';

const free = z.strictObject({
  path: text('The field, such as `segments.all.review`.').optional(),
  paths: z.array(text('Path of a field.')).max(100).default([]).meta({ about: 'Instead of path: several fields that share one value.' }),
  low: q({ unit: 'as the field', min: -1e15, max: 1e15, setting: true, about: 'Least value that is tried.' }),
  high: q({ unit: 'as the field', min: -1e15, max: 1e15, setting: true, about: 'Largest value that is tried.' }),
  scale: choice(['auto', 'linear', 'log', 'logit'], 'In which scale steps are taken; auto: logit for shares strictly between 0 and 1, log for ranges above 0, else linear.').default('auto'),
  note: text('Why it is free and where the range comes from.').optional(),
});

const target = z.strictObject({
  measure: text('Formula over the batch, as in checks.'),
  value: q({ unit: 'as the measure', min: -1e15, max: 1e15, setting: true, about: 'What was observed.' }),
  sd: q({ unit: 'as the measure', min: 0, max: 1e15, default: 0, setting: true, about: 'Standard error of the observation; either this or `within`.' }),
  within: q({ unit: 'share of the value', min: 0, max: 10, default: 0, setting: true, about: 'Standard error as a share of the value; either this or `sd`.' }),
  source: text('Who observed it.'),
  fit: z.boolean().default(true).meta({ about: 'false: held out. Its error is reported and never fitted.' }),
});

/** `calibration` of a scenario. */
export const calibration = z
  .strictObject({
    free: z.array(free).max(60).meta({ about: 'Fields that are fitted within their ranges; while they are, they are constants.' }),
    targets: z.array(target).max(2000).default([]).meta({ about: 'Observations; `--data` adds those of a file.' }),
    replicates: q({ unit: 'worlds', min: 1, max: 1e5, default: 20, whole: true, setting: true, about: 'Worlds for each set of values while searching, the same luck for all; the last steps and the report take up to 16 times as many.' }),
    agents: q({ unit: 'agents', min: 0, max: 1e9, default: 0, whole: true, setting: true, about: 'Simulated users while fitting; 0: as the scenario says.' }),
    evaluations: q({ unit: 'sets of values', min: 1, max: 1e6, default: 500, whole: true, setting: true, about: 'Most sets of values that are tried; 300 and 450 allow a second and a third independent start.' }),
    seed: text('Seed of the search and of its worlds, which are never those of `run` with the same seed.').default('1'),
  })
  .meta({ about: 'What `afterburn calibrate` fits, and to what.' });

/**
 * Every field of a study file: once, with unit, range, default and sentence. A short command (`afterburn sweep ...`)
 * fills the same fields from its options, so both are checked by the same rules.
 */
import { z } from 'zod';
import { choice, quantity as q, text } from '../../../sim/index.js';
import { STUDIES } from './names.js';

function list(about: string) {
  return z.array(text(about)).default([]).meta({ about });
}

function named(what: string, about: string) {
  return z.record(z.string(), z.unknown()).prefault({}).meta({ about, what });
}

/** The fields of all studies; which kind takes which stands in `names.ts`. */
export const studyFields = z
  .strictObject({
    study: choice(STUDIES, 'What is asked.'),
    title: text('Short name.').optional(),
    question: text('The question the study asks.').optional(),
    scenario: text('Scenario file, from the folder of the study.'),
    against: text('Scenario B, from the folder of the study; the same file unless given.').optional(),
    set: list('path=value: a change of the scenario (of A and of B).'),
    setB: list('path=value: a change of B alone; instead of one in `set`, if that is of the same path.'),
    overlay: list('File of values laid over the scenario.'),
    agents: q({
      unit: 'agents',
      min: 0,
      max: 1e9,
      default: 0,
      whole: true,
      setting: true,
      about: 'Simulated users; 0: as the scenario says.',
    }),
    months: q({
      unit: 'months',
      min: 0,
      max: 400,
      default: 0,
      whole: true,
      setting: true,
      about: 'Months of a world; 0: as the scenario says.',
    }),
    seed: text('Any text: the same seed gives the same worlds and designs.').default('1'),
    replicates: q({
      unit: 'worlds',
      min: 2,
      max: 1e7,
      default: 0,
      whole: true,
      setting: true,
      about: 'Worlds of every point.',
    }),
    until: q({
      unit: 'half-width',
      min: 0,
      max: 1,
      default: 0,
      setting: true,
      about:
        'If > 0: add worlds until every probability, and every difference of probabilities, is known to so much either way, for sure at any time (95 %).',
    }),
    arms: list('Arm of the scenario.'),
    firms: list('Firm the study is about.'),
    factors: named(
      'field',
      'What is varied: field -> range such as `1 B to 4 B`, law, list of levels, or map of range, levels, scale, paths. All uncertain fields of the scenario unless given.',
    ),
    design: choice(
      ['sobol', 'lhs', 'grid', 'random', 'morris'],
      'How points are spread over the ranges.',
    ).optional(),
    points: q({
      unit: 'points',
      min: 1,
      max: 1e6,
      default: 0,
      whole: true,
      setting: true,
      about:
        'Points of the design; steps of each factor for a grid, trajectories for morris, base samples for sobol indices; most points of a search for a best response.',
    }),
    outcomes: named(
      'outcome',
      'What is measured: name -> formula over worlds, such as `share(cashOut(kimi))`. The usual outcomes of every firm unless given.',
    ),
    maximise: text(
      'Formula over worlds that a firm wants to be large, such as `mean(earned({firm}, 1, months))`; {firm} is the firm that chooses. Its mean cash at the end unless given.',
    ).optional(),
    policies: z
      .array(z.unknown())
      .default([])
      .meta({ about: 'Policies: a name, {name, ...parameters} or {module: ./file.js, ...parameters}.' }),
    seedFile: text(
      'File whose content is the seed: results tell only its SHA-256, so nobody can prepare for it.',
    ).optional(),
  })
  .meta({ about: 'A study.' });

/** A study as it was read, all defaults filled in. */
export type StudyFields = z.output<typeof studyFields>;

/**
 * Every field of a scenario, declared once, here and in `fields/`: name, unit, range, default, sentence, source.
 * Validation, the JSON Schema (`afterburn schema`), the reference (`afterburn describe`) and the TypeScript
 * type all come from these declarations.
 */
import { z } from 'zod';
import { choice, flag, mapOf, quantity as q, text } from './declare.js';
import { buyers } from './fields/business.js';
import { calibration } from './fields/calibration.js';
import { channel } from './fields/channel.js';
import { firm } from './fields/firm.js';
import { arm, check, override } from './fields/plan.js';
import { segment } from './fields/segment.js';
import { world } from './fields/world.js';

const correlation = z.strictObject({
  between: z.array(text('Path of an uncertain field.')).length(2).meta({ about: 'Two uncertain fields.' }),
  rank: q({ unit: 'rank correlation', min: -0.99, max: 0.99, setting: true, about: 'Spearman correlation of the two.' }),
});

const population = z
  .strictObject({
    engine: choice(['agents', 'cohorts'], 'How users are simulated: one by one, or as counts of exchangeable users, which cost the same however many they are.').default('agents'),
    types: q({
      unit: 'types',
      min: 0,
      max: 1e5,
      default: 0,
      whole: true,
      setting: true,
      startOnly: true,
      about: 'Discrete types of users in each segment (tastes, lapse, starting tenure), at least one a cell; with the same types both engines have the same law. Few types lose the tails of tastes, such as the few who pay: raise them until results stand still. 0: continuous tastes with agents, 512 types with cohorts.',
    }),
  })
  .meta({ about: 'Who stands for the people.' })
  .prefault({});

/** All fields. */
export const scenarioFields = z
  .strictObject({
    title: text('Short name.'),
    question: text('The question the scenario asks.'),
    about: text('What it shows and what is assumed.').optional(),
    numerics: q({ unit: 'version', min: 1, max: 1, default: 1, whole: true, setting: true, startOnly: true, about: 'Version of the arithmetic: the same number gives the same bytes for ever.' }),
    sourced: flag('Refuse numbers without a tag and a source; set in all shipped scenarios.'),
    currency: text('Unit of all money, such as CNY.'),
    start: text('Calendar month of month 1, such as 2024-01.'),
    months: q({ unit: 'months', min: 1, max: 400, whole: true, setting: true, startOnly: true, about: 'Length of a world.' }),
    people: q({ unit: 'people', min: 0, max: 1e10, default: 0, about: 'Everybody who could use an app.', startOnly: true }),
    agents: q({ unit: 'agents', min: 0, max: 1e9, default: 10000, whole: true, setting: true, startOnly: true, about: 'Simulated users; each stands for people / agents of her cell. At most 20 M unless they are simulated as cohorts.' }),
    population,
    replicates: q({ unit: 'worlds', min: 1, max: 1e7, default: 300, whole: true, setting: true, startOnly: true, about: 'Worlds that `run` simulates.' }),
    usageEdges: z.array(z.number().gt(0).lt(1)).max(31).default([0.5, 0.75, 0.9, 0.97, 0.99, 0.998]).meta({ about: 'Quantiles that part users into usage classes, rising; finest at the top.' }),
    heavyAgents: q({ unit: 'share of agents', min: 0, max: 1, default: 0.5, setting: true, startOnly: true, about: 'Part of the agents given to usage classes by tokens instead of by people.' }),
    sources: mapOf('source', text('Who says it, where and when.'), 'Named sources; S and P tags cite them by key.'),
    world,
    channels: mapOf('channel', channel, 'Advertising channels.'),
    segments: mapOf('segment', segment, 'Groups of people.'),
    buyers: mapOf('buyers', buyers, 'Businesses and authorities that put orders out to tender.'),
    firms: mapOf('firm', firm, 'Competitors, in the order of all tables.'),
    correlations: z.array(correlation).default([]).meta({ about: 'Rank correlations between uncertain fields.' }),
    without: z.array(text('Mechanism.')).default([]).meta({ about: 'Mechanisms that are switched off, by name (`afterburn describe mechanisms`).' }),
    interventions: z.array(override).default([]).meta({ about: 'Dated changes of any field.' }),
    arms: mapOf('arm', arm, 'Plans to compare.'),
    checks: z.array(check).default([]).meta({ about: 'Statements the batch is held against.' }),
    calibration: calibration.optional(),
    overlay: text('File of values that are laid over this scenario when it is read, such as one that `calibrate` wrote.').optional(),
  })
  .meta({ about: 'A scenario.' });

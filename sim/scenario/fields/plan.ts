/** Fields of what is asked of a world: dated changes, arms, checks. */
import { z } from 'zod';
import { choice, id, quantity as q, text } from '../declare.js';

/** A dated change, in `interventions` and in arms. */
export const override = z.strictObject({
  month: q({ unit: 'month', min: 1, max: 600, default: 1, whole: true, setting: true, about: 'First month in which the value holds.' }),
  path: text('Field to change, such as `firms.kimi.policy.base`.'),
  value: z.unknown().meta({ about: 'New value, checked like the field itself.' }),
});

/** An arm, by name under `arms`. */
export const arm = z
  .strictObject({
    about: text('What the arm asks.').optional(),
    overrides: z.array(override).default([]).meta({ about: 'Dated changes, on the same luck.' }),
    without: z.array(text('Mechanism.')).default([]).meta({ about: 'Mechanisms that are switched off, by name (`afterburn describe mechanisms`).' }),
    redraw: z.array(text('Path of an uncertain field.')).default([]).meta({ about: 'Uncertain fields that get another draw than in the base world, for the share of the variance that they carry.' }),
    hold: z
      .strictObject({
        firms: z.array(id('Firm.')).meta({ about: 'Firms that are held.' }),
        fields: z.array(choice(['ads', 'prices', 'quotas', 'research', 'all'], 'Decision that is held.')).meta({ about: 'Which decisions are held.' }),
        from: q({ unit: 'month', min: 1, max: 600, default: 1, whole: true, setting: true, about: 'First month that is held.' }),
      })
      .meta({ about: 'Firms that repeat the decisions they took in the base world of the same replicate.' })
      .optional(),
  })
  .meta({ about: 'A named plan that is compared on the same luck.' });

/** A check, in the list of the scenario. */
export const check = z
  .strictObject({
    id: text('Name of the check, such as `sc1.a`.'),
    kind: choice(['identity', 'behaviour'], 'Arithmetic, or a statement about the batch.'),
    about: text('The claim in words.'),
    source: text('Who says so.'),
    measure: text('Formula over the batch; see the reference of `check`.'),
    target: text('`2.3 to 4.5`, `>= .9`, `<= 10`, `= 40`.'),
    finding: text('What a failing or open check says about the model or the data.').optional(),
    changed: z
      .strictObject({
        from: text('The check as it was first stated.'),
        why: text('Why it says something else now.'),
      })
      .meta({ about: 'A check may be changed only with its old text and the reason, both in the score card.' })
      .optional(),
  })
  .meta({ about: 'A statement about the batch with its tolerance.' });

// All tables, in the order of their numbers, and those that have nothing to say of the engine.
import { choice } from './tables/choice.mjs';
import { claims } from './tables/claims.mjs';
import { diffusion } from './tables/diffusion.mjs';
import { gambling } from './tables/gambling.mjs';
import { passage } from './tables/passage.mjs';
import { pricing } from './tables/pricing.mjs';
import { randomNumbers } from './tables/random-numbers.mjs';
import { reach } from './tables/reach.mjs';
import { retention, survivalOfFirms } from './tables/retention.mjs';
import { concentration, congestion, context, serving } from './tables/serving.mjs';
import { intervals, survivalCurves } from './tables/statistics.mjs';
import { switching } from './tables/switching.mjs';

/**
 * A table: `cases` are rows as data, each with the function that runs it (`rows`); the rest of a case is what that
 * function is given. Of it the `parameters` can be set to other numbers; the others are what is published for them.
 */
export const TABLES = [
  retention,
  diffusion,
  choice,
  switching,
  gambling,
  passage,
  claims,
  survivalCurves,
  pricing,
  survivalOfFirms,
  reach,
  serving,
  randomNumbers,
  intervals,
  congestion,
  context,
  concentration,
];

/** Published tables that touch nothing the engine does, and why. */
export const NOT_APPLICABLE = [
  ['V03', 'nested logit', 'Choice is a multinomial logit over a drawn consideration set; no nests.'],
  ['V09', "Sobol' indices of the Ishigami function", 'No sensitivity indices yet.'],
  ['V10', 'Latin hypercube', 'No designs of experiments yet.'],
  [
    'V12',
    'switching costs and price (Dubé, Hitsch & Rossi 2009)',
    'A Markov-perfect equilibrium of firms that see the future; policies here see only the past.',
  ],
  ['V13', 'BG/NBD on CDNOW', 'A law of purchases by one customer; the engine counts users by month.'],
  [
    'V16',
    'funding funnel (CB Insights, Carta)',
    'The base of the hazard of a round is fitted to that funnel, so agreement would be no evidence; not run here.',
  ],
  [
    'V17',
    'Dorfman-Steiner',
    'Demand of constant elasticities in price and advertising; here demand is a logit and advertising saturates.',
  ],
  ['V20', 'Pólya urn', 'One draw at a time, each adding one ball; here a month moves everybody at once.'],
];

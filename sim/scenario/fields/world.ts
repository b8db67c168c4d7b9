/** Fields of the world: what no firm decides. */
import { z } from 'zod';
import { model, quantity as q } from '../declare.js';

/** `world` of a scenario. */
export const world = z
  .strictObject({
    exchangeRate: q({ unit: 'currency per USD', min: 1e-6, max: 1e6, default: 1, about: 'Converts the price weights and research scale, which are given per USD.', source: 'our assumption: 7.1 CNY per USD' }),
    inferenceCost: z
      .strictObject({
        start: q({ unit: 'currency per million tokens', min: 0, max: 1e6, about: 'Cost of serving in month 1; 0 is allowed.' }),
        floor: q({ unit: 'share of the start', min: 0, max: 1, default: 0.03, about: 'Plateau that energy and hardware leave.', source: 'our assumption: .02-.10' }),
        tenfold: q({ unit: 'months', min: 1, max: 1e6, default: 42, about: 'Time in which the part above the floor falls to a tenth.', source: 'article S0: 2-5 years' }),
        progress: q({ unit: 'ratio', min: 0.3, max: 1, default: 1, about: 'Cost after each doubling of all tokens ever served; 1 is no experience curve.', source: 'Wright 1936: .76-.9' }),
        served: q({ unit: 'million tokens', min: 1e-6, max: 1000000000000000.0, default: 1000000.0, about: 'Tokens ever served before month 1, for the experience curve.', source: model }),
      })
      .meta({ about: 'c(t) = floor + (start - floor) x 10^(-t/tenfold).' }),
    tokenDrift: q({ unit: 'per year', min: -0.9, max: 5, default: 0, about: 'Growth of the tokens that the same use takes.', source: 'our assumption: 0-1.5' }),
    frontier: q({ unit: 'utils a month', min: 0, max: 1, default: 0, about: 'mu: the frontier moves away from everybody by this.', source: 'our assumption: .02-.1' }),
    openSourceGap: q({ unit: 'utils', min: 0, max: 50, default: 50, about: 'Quality of open models lies this far below the frontier and is a floor for all.', source: model }),
    insolvency: q({ unit: 'share', min: 0, max: 1, default: 1, about: '1 (all above 0): a firm below its minimum cash is out; 0: it goes on with debts (to see what cash decides).', source: model }),
    freeCost: q({ unit: 'ratio', min: 0, max: 1, default: 1, about: "Part of the serving cost of free users that is paid; 0 gives the internet's free ride.", source: 'article S0' }),
    distillation: z
      .strictObject({
        depth: q({ unit: 'utils', min: 0, max: 20, default: 1, about: 'Quality that is lost in the end.', source: 'article S1: experience falls off a cliff' }),
        cliff: q({ unit: 'share of the model', min: 0, max: 1, default: 0.65, about: 'Cut at which half of it is lost.', source: model }),
        steepness: q({ unit: 'ratio', min: 0.1, max: 100, default: 8, about: 'How steep the cliff is.', source: 'our assumption: .6 utils at 70 % less cost' }),
      })
      .meta({ about: 'Quality lost by a cut of `distil`: depth x (S(distil) - S(0)) / (S(1) - S(0)), S a logistic curve.' })
      .prefault({}),
    api: z
      .strictObject({
        tokens: q({ unit: 'million tokens a month', min: 0, max: 1000000000000000.0, default: 0, about: 'Tokens that developers buy at the prices of month 1, beside the wrappers of the scenario.', source: model }),
        elasticity: q({ unit: 'ratio', min: 0, max: 10, default: 1.2, about: 'Tokens bought rise by this per cent for a per cent off the mean price.', source: 'our assumption: above 1, because spending did not fall' }),
        growth: q({ unit: 'per year', min: -0.9, max: 20, default: 0, about: 'Growth of tokens bought at constant price.', source: model }),
        sensitivity: q({ unit: 'utils per log price', min: 0, max: 50, default: 3, about: 'How strongly developers prefer a lower price; below 1 % of the first mean list price all are the same to them.', source: model }),
        inertia: q({ unit: 'share a month', min: 0, max: 1, default: 0.3, about: 'Part of the developers who stay with their supplier this month.', source: model }),
      })
      .meta({ about: 'Developers who buy tokens by API.' })
      .prefault({}),
    research: z
      .strictObject({
        rate: q({ unit: 'utils a month', min: 0, max: 1, default: 0.03, about: 'rho_R of ln(1 + R/scale).', source: model }),
        scale: q({ unit: 'USD a month', min: 1, max: 1e12, default: 10e6, about: 'R0.', source: model }),
        users: q({ unit: 'utils a month', min: 0, max: 1, default: 0.02, about: 'Data flywheel of ln(1 + MAU/10 M).', source: 'our assumption: 0-.05' }),
        synthetic: q({ unit: 'share of the data', min: 0, max: 1, default: 0, about: 'Generated text among the feedback.', source: 'article S4 (model collapse)' }),
        tolerated: q({ unit: 'share of the data', min: 0.01, max: 1, default: 0.5, about: 'Share of generated text at which feedback stops helping; beyond, it harms.', source: model }),
        payers: q({ unit: 'utils a month', min: 0, max: 1, default: 0.02, about: 'Product flywheel of sqrt(payers/1 M).', source: model }),
        obsolescence: q({ unit: 'utils a month', min: 0, max: 1, default: 0.05, about: 'What quality loses without work.', source: 'our assumption: .02-.1' }),
      })
      .meta({ about: 'How quality moves.' })
      .prefault({}),
    funding: z
      .strictObject({
        base: q({ unit: 'logit', min: -50, max: 20, default: -2.75, about: 'a0.', source: 'CB Insights 2017 funnel (fitted)' }),
        growth: q({ unit: 'logit per log-growth', min: -10, max: 20, default: 1.5, about: 'a1: 3-month growth, between -1 and 1.', source: 'Bradic 2012 (sign)' }),
        size: q({ unit: 'logit per log user', min: -5, max: 5, default: 0.1, about: 'a2 of ln(1 + MAU/1 M).', source: model }),
        climate: q({ unit: 'logit', min: -5, max: 5, default: 0.2, about: 'a3: hot (+1) or cold (-1) climate.', source: model }),
        distress: q({ unit: 'logit', min: -20, max: 20, default: 0.8, about: 'a4: subtracted when runway is under 6 months.', source: model }),
        frailty: q({ unit: 'logit sd', min: 0, max: 5, default: 0.9, about: 'Lasting luck of a firm with investors.', source: 'Momtaz 2021 (form)' }),
        flat: q({ unit: 'probability a month', min: 0, max: 1, default: 0.002, about: 'Cap of the hazard after six months without growth.', source: model }),
        months: q({ unit: 'months of burn', min: 0.1, max: 120, default: 18, about: 'Median size of a round.', source: 'textbook: 12-30' }),
        dilution: q({ unit: 'share', min: 0, max: 0.9, default: 0.2, about: 'Part of the firm that a round sells; the valuation follows.', source: 'textbook: .15-.25' }),
        spread: q({ unit: 'log sd', min: 0, max: 3, default: 0.5, about: 'Spread of the size of rounds.', source: model }),
        stay: q({ unit: 'months', min: 1, max: 1e6, default: 18, about: 'Mean stay of a capital climate.', source: 'our assumption: 9-30' }),
        hotAtStart: q({ unit: 'probability', min: 0, max: 1, default: 0.5, about: 'The climate of month 1 is hot.', source: model, startOnly: true }),
      })
      .meta({ about: 'Investors: logit of the monthly hazard of a round.' })
      .prefault({}),
  })
  .meta({ about: 'What no firm decides.' });

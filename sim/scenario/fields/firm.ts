/** Fields of a firm: its money, its serving, its app, who pays for it, its strategy. */
import { z } from 'zod';
import { id, mapOf, model, quantity as q, text } from '../declare.js';
import { business } from './business.js';
import { tier } from './tier.js';

const gacha = z
  .strictObject({
    payers: q({ unit: 'share of the users', min: 0, max: 1, default: 0, about: 'Users who buy cards and chances in a month.', source: 'textbook: .02-.05' }),
    spend: q({ unit: 'currency per payer-month', min: 0, max: 1000000.0, default: 0, about: 'Mean spending of such a user, after what the app store keeps.', source: 'MiniMax prospectus 2025: 15 USD in nine months' }),
    tail: q({ unit: 'Pareto exponent', min: 1.01, max: 100, default: 1.2, about: 'Tail of spending: the largest spenders move the month.', source: 'textbook' }),
  })
  .meta({ about: 'Gacha: few users buy chances, with a heavy tail (M23).' });

const api = z
  .strictObject({
    price: q({ unit: 'currency per million tokens', min: 0, max: 1000000.0, about: 'List price of tokens; policies may change it.' }),
    appeal: q({ unit: 'utils', min: -20, max: 20, default: 0, about: 'Appeal to developers beside the price.', source: model }),
  })
  .meta({ about: 'Sells tokens to developers at list price.' });

/** A firm, by name under `firms`; also what a card of the library holds. */
export const firm = z
  .strictObject({
    name: text('Name in tables and charts.').optional(),
    about: text('Who the firm is and where its numbers come from.').optional(),
    cash: q({ unit: 'currency', min: 0, max: 1e14, about: 'Cash before the first month.', startOnly: true }),
    minCash: q({ unit: 'currency', min: 0, max: 1e14, default: 0, about: 'Below this the firm is out of cash.', source: model }),
    credits: q({ unit: 'currency', min: 0, max: 1e14, default: 0, about: 'Cloud credits: pay inference and research compute only, used first.', source: model, startOnly: true }),
    entersAt: q({ unit: 'month', min: 1, max: 600, default: 1, whole: true, about: 'Month in which the firm appears.', startOnly: true }),
    fixedCost: q({ unit: 'currency a month', min: 0, max: 1e13, default: 0, about: 'Payroll, rent and everything that does not depend on users.', source: model }),
    research: q({ unit: 'currency a month', min: 0, max: 1e13, default: 0, about: 'Research, training and data.', source: model }),
    shock: q({ unit: 'share of fixed cost and research', min: 0, max: 5, default: 0.35, about: 'Standard deviation of the monthly surprise in payments.', source: 'our assumption: .2-1' }),
    modelSize: q({ unit: 'ratio', min: 0, max: 100, default: 1, about: 'Serving cost relative to the market.', source: 'normalisation' }),
    distil: q({ unit: 'share of the model', min: 0, max: 0.95, default: 0, about: 'Part of the serving cost that distillation cuts away; the quality it costs is given by world.distillation.', source: 'article S1' }),
    servers: q({ unit: 'servers', min: 0, max: 1000000000.0, default: 0, about: 'Parallel servers that share the capacity: Erlang B loss; 0 is the fluid limit of very many.', source: 'Erlang 1917' }),
    supplier: id('Firm whose list price is paid for every token (a wrapper).').optional(),
    supplied: q({ unit: 'share of the tokens', min: 0, max: 1, default: 1, about: 'Part of the tokens bought from the supplier; the rest is served at own cost.', source: model }),
    features: q({ unit: 'share', min: 0, max: 1, default: 1, about: 'What stands of the features that users came for; a fall is an event that they feel.', source: 'Replika, February 2023 (form)' }),
    edginess: q({ unit: 'ratio', min: 0, max: 10, default: 0, about: 'How daring the content is: pulls users (edgePull) and raises the hazard of being delisted.', source: 'article S1' }),
    traitA: q({ unit: 'ratio', min: -10, max: 10, default: 0, about: 'Character of the app, first dimension: users match it with a spread of matchSpread.', source: model }),
    traitB: q({ unit: 'ratio', min: -10, max: 10, default: 0, about: 'Character of the app, second dimension.', source: model }),
    capacity: q({ unit: 'million tokens a month', min: 0, max: 1e15, default: 0, about: 'Most that can be served; 0 is no limit.', source: model }),
    storeFee: q({ unit: 'share of subscriptions', min: 0, max: 1, default: 0, about: 'What the app store keeps.', source: 'textbook: .15-.30' }),
    storeDelay: q({ unit: 'months', min: 0, max: 12, default: 0, whole: true, about: 'Months until the app store pays.', source: model }),
    eCPM: q({ unit: 'currency per 1,000 impressions', min: 0, max: 1000000.0, default: 0, about: 'What advertisers pay for a thousand impressions.', source: 'MiniMax prospectus 2025; 2-9 USD' }),
    brandSafety: q({ unit: 'ratio', min: 0, max: 10, default: 1, about: 'Part of the usual ad revenue that brands pay on this content.', source: 'our assumption: .3-.6 for daring companions' }),
    gacha: gacha.prefault({}),
    api: api.optional(),
    store: z
      .strictObject({
        mobile: q({ unit: 'share of new users', min: 0, max: 1, default: 0, about: 'New users who come through an app store.', source: model }),
        delisting: q({ unit: 'probability a month', min: 0, max: 1, default: 0, about: 'Hazard of being taken out of the store, times edginess times mobile.', source: 'our assumption: 0-.03' }),
        delistedFor: q({ unit: 'months', min: 1, max: 600, default: 12, about: 'How long the app stays out of the store.', source: model, whole: true }),
      })
      .meta({ about: 'The app store as gatekeeper.' })
      .prefault({}),
    annualShare: q({ unit: 'share of the payers', min: 0, max: 1, default: 0, about: 'Payers on annual plans, paid in advance and not paid back.', source: 'RevenueCat 2026 (form)' }),
    annualDiscount: q({ unit: 'share of the price', min: 0, max: 1, default: 0, about: 'What an annual plan costs less.', source: 'textbook: .17 (two months free)' }),
    reserved: q({ unit: 'share of peak compute', min: 0, max: 1, default: 0, about: 'Reserved compute: at least this part of the largest serving cost of the notice period is paid.', source: model }),
    notice: q({ unit: 'months', min: 0, max: 36, default: 0, about: 'Notice period of reserved compute.', source: model, whole: true }),
    severance: q({ unit: 'months of pay', min: 0, max: 24, default: 0, about: 'What a cut of fixed cost costs at once.', source: 'textbook: 1-3' }),
    jolts: z
      .strictObject({
        rate: q({ unit: 'a month', min: 0, max: 100, default: 0, about: 'Poisson rate of sudden payments.', source: 'Cramér 1930 (form)' }),
        size: q({ unit: 'currency', min: 0, max: 10000000000000.0, default: 0, about: 'Mean of their exponential size.', source: model }),
      })
      .meta({ about: 'Rare large payments: law suits, breakdowns (Cramér-Lundberg).' })
      .prefault({}),
    track: z
      .strictObject({
        persistence: q({ unit: 'per month', min: 0, max: 0.999, default: 0.8, about: 'Autocorrelation of growth.', source: model }),
        spread: q({ unit: 'log growth in three months', min: 0, max: 5, default: 0, about: 'Stationary standard deviation of growth over time; with `mean`, `firmSpread` 0 too the firm is judged by its orders.', source: model }),
        mean: q({ unit: 'log growth in three months', min: -5, max: 5, default: 0, about: 'Mean growth.', source: model }),
        firmSpread: q({ unit: 'log growth in three months', min: 0, max: 5, default: 0, about: 'Spread of the lasting growth between firms.', source: model }),
      })
      .meta({ about: 'Growth that investors see in a firm whose users are not modelled: an AR(1) around a mean of its own.' })
      .prefault({}),
    copies: q({ unit: 'firms', min: 1, max: 400, default: 1, whole: true, setting: true, startOnly: true, about: 'So many firms of this kind, `<id>-1`, `<id>-2` ...; formulas name them all by `<id>`.' }),
    arrivals: q({
      unit: 'firms a month',
      min: 0,
      max: 100,
      default: 0,
      about: 'If > 0 the copies arrive by a Poisson process of this rate from entersAt on; those that have not arrived by the end stay absent. Later changes need a rate above 0 in month 1 (1e-9: nobody yet).',
      source: 'article S1: open models lower entry',
    }),
    harvest: q({ unit: 'currency per user-month', min: 0, max: 1e4, default: 0, about: 'Extra revenue per user once the share is above harvestShare.', source: model }),
    harvestShare: q({ unit: 'share of the people', min: 0, max: 1, default: 0.15, about: 'Share of the people from which users are harvested.', source: model }),
    quality: q({ unit: 'utils', min: -20, max: 20, default: 0, about: 'Quality at the start, relative to the frontier of month 1.', source: model }),
    qualityDrift: q({ unit: 'utils a month', min: -2, max: 2, default: 0, about: 'Net drift of quality that research and feedback do not explain.', source: model }),
    fit: mapOf('segment', q({ unit: 'utils', min: -20, max: 20, default: 0, about: 'How well the app fits a segment.' }), 'Fit by segment.'),
    awareness: q({ unit: 'share of the people', min: 0, max: 1, default: 0, about: 'Acquaintance A^o before the first month.', source: model, startOnly: true }),
    press: q({ unit: 'per month', min: 0, max: 1, default: 0, about: 'Acquaintance by press and own surfaces; 1 makes everybody know the app.', source: 'our assumption: .001-.05' }),
    lapse: q({ unit: 'ratio', min: 0, max: 20, default: 1, about: 'f: multiplies the lapse rate of its users; 0 switches lapsing off.', source: model }),
    users: q({ unit: 'people', min: 0, max: 1e10, default: 0, about: 'Monthly active users before the first month; splits those who have an app.', source: model, startOnly: true }),
    tiers: z.array(tier).max(3).default([]).meta({ about: 'At most three tiers; none for a firm that sells only to businesses.' }),
    channels: z.array(id('Channel the firm may buy.')).default([]).meta({ about: 'Channels the firm may buy.' }),
    business: business.optional(),
    parent: z
      .strictObject({
        monthlyCap: q({ unit: 'currency a month', min: 0, max: 1e13, about: 'Most that the parent pays in a month.' }),
        topUpTo: q({ unit: 'currency', min: 0, max: 1e14, about: 'The parent fills cash up to this.' }),
        stopHazard: q({ unit: 'probability a month', min: 0, max: 1, default: 0.002, about: 'The parent stops paying for good.', source: 'our assumption: at most .005' }),
      })
      .meta({ about: 'A parent company that pays the losses.' })
      .optional(),
    funding: z
      .strictObject({
        seekAt: q({ unit: 'months of runway', min: 0, max: 120, default: 12, about: 'Below this runway the firm looks for money.', source: model }),
        shift: q({ unit: 'logit', min: -50, max: 50, default: 0, about: 'Log odds of a round, added for this firm; -50 closes the market.', source: model }),
        strategic: q({ unit: 'probability a month', min: 0, max: 1, default: 0, about: 'State or corporate money while seeking, whatever the growth.', source: 'our assumption: .02-.05' }),
        creditShare: q({ unit: 'share of strategic money', min: 0, max: 1, default: 0, about: 'Part of state and corporate money that comes as cloud credits.', source: "press on Moonshot 2024: about half of Alibaba's money" }),
        tranches: q({ unit: 'payments', min: 1, max: 12, default: 1, whole: true, about: 'Payments in which the cash of a round comes, three months apart while the firm lives.', source: model }),
      })
      .meta({ about: 'Access to investors.' })
      .prefault({}),
    acquisition: z
      .strictObject({
        hazard: q({ unit: 'probability a month', min: 0, max: 1, default: 0, about: 'Sale or acqui-hire while runway is under 12 months.', source: 'our assumption: .02-.20 for top talent' }),
        always: q({ unit: 'probability a month', min: 0, max: 1, default: 0, about: 'Sale whatever the runway.', source: model }),
        multiple: q({ unit: 'ratio', min: 0, max: 100, default: 1.25, about: 'Median of what investors get for each unit of money raised.', source: 'article S1: principal and a small return, 1-1.5' }),
        multipleSpread: q({ unit: 'log sd', min: 0, max: 3, default: 0.15, about: 'Spread of the multiple.', source: model }),
      })
      .meta({ about: 'Being bought.' })
      .prefault({}),
    listing: z
      .strictObject({
        revenue: q({ unit: 'currency a year', min: 0, max: 1e14, about: 'Revenue of the last twelve months from which the firm can be listed.' }),
        chance: q({ unit: 'probability a month', min: 0, max: 1, default: 0.1, about: 'Listing in a month of hot climate, once the revenue is there.', source: model }),
        proceeds: q({ unit: 'currency', min: 0, max: 1e14, about: 'Money raised.' }),
      })
      .meta({ about: 'Going public, once: needs revenue and a hot climate (M19).' })
      .optional(),
    policy: z.unknown().meta({
      about: 'Burn strategy: a name, or {name, ...parameters}, or {module: ./file.js, ...parameters}.',
    }),
  })
  .meta({ about: 'A competitor.' });

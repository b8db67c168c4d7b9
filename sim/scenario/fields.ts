/**
 * Every field of a scenario, declared once: name, unit, range, default, sentence, source.
 * Validation, the JSON Schema (`afterburn schema`), the reference (`afterburn describe`) and the TypeScript
 * type all come from this file. Longer than a page because it is a list.
 */
import { z } from 'zod';
import { choice, flag, id, mapOf, quantity as q, text } from './declare.js';

const model = 'our assumption';

const tier = z
  .strictObject({
    name: text('Name of the tier in tables and charts.').optional(),
    price: q({ unit: 'currency a month', min: 0, max: 1e6, default: 0, about: 'Price of a subscription; 0 is free.', source: model }),
    quota: q({ unit: 'million tokens a month', min: 0, max: 1e9, default: 1e9, about: 'Use beyond this is not served.', source: model }),
    premium: q({ unit: 'utils', min: -20, max: 20, default: 0, about: 'Quality of the tier over the app.', source: model }),
    adLoad: q({ unit: 'share of the usual load', min: 0, max: 10, default: 0, about: 'How many ads a user sees; 1 is the usual load, multiplied by the ad aversion.', source: model }),
    adRevenue: q({ unit: 'currency per user-month', min: 0, max: 1e4, default: 0, about: 'Advertising revenue a month, besides that of counted impressions.', source: model }),
    impressions: q({ unit: 'per user-month', min: 0, max: 100000.0, default: 0, about: 'Ads that a user sees in a month at the declared load of the tier; each earns the eCPM of the firm.', source: 'MiniMax prospectus 2025; 5+ rewarded ads a day on active days' }),
  })
  .meta({ about: 'What a user can take: a price, a quota, a premium in quality, a load of ads.' });

const segment = z
  .strictObject({
    name: text('Name in tables and charts.').optional(),
    share: q({ unit: 'share of the people', min: 0, max: 1, default: 1, about: 'Part of the people who belong to the segment; the shares add to 1.', source: model, startOnly: true }),
    priceSensitivity: q({ unit: 'utils per USD-month', min: 0, max: 100, default: 0.35, about: 'Median of alpha, the weight of the price.', source: 'tuned to elasticities -1 to -2.6 (Bijmolt et al. 2005)' }),
    priceSpread: q({ unit: 'log sd', min: 0, max: 3, default: 1, about: 'Spread of alpha over users: it carries the spread of willingness to pay.', source: model, startOnly: true }),
    qualityTaste: q({ unit: 'ratio', min: 0, max: 10, default: 1, about: 'Mean of gamma, the weight of quality.', source: 'normalisation' }),
    qualitySpread: q({ unit: 'sd', min: 0, max: 2, default: 0.2, about: 'Spread of gamma over users.', source: model, startOnly: true }),
    adAversion: q({ unit: 'utils per usual ad load', min: 0, max: 20, default: 0.3, about: 'Median of delta, the weight of ads.', source: model }),
    adSpread: q({ unit: 'log sd', min: 0, max: 3, default: 0, about: 'Spread of delta over users.', source: model, startOnly: true }),
    switchingCost: q({ unit: 'utils', min: 0, max: 20, default: 0.8, about: 'Median of sigma, the effort of leaving an app at tenure 0.', source: model }),
    switchingSpread: q({ unit: 'log sd', min: 0, max: 3, default: 0.4, about: 'Spread of sigma over users.', source: model, startOnly: true }),
    habit: q({ unit: 'multiple of sigma', min: 0, max: 20, default: 1.5, about: 'What habit adds to the switching cost in the end.', source: 'Guadagni & Little 1983 (form); margarine panel 1.79 utils' }),
    habitMemory: q({ unit: 'per month', min: 0, max: 0.999, default: 0.85, about: 'rho of H = 1 - rho^tenure.', source: 'Guadagni & Little 1983: .875' }),
    habitRamp: q({ unit: 'months', min: 0, max: 240, default: 0, about: 'If > 0 habit grows in a straight line over this many months instead.', source: model }),
    entry: q({ unit: 'multiple of sigma', min: 0, max: 20, default: 0.9, about: 'Effort of taking up a first app.', source: model }),
    quit: q({ unit: 'share of leave', min: 0, max: 1, default: 1, about: 'Part of the leaving cost that also holds against having no app.', source: model }),
    novelty: q({ unit: 'utils', min: 0, max: 20, default: 0, about: 'Charm that wears off: in the end it lowers the cost of leaving by this.', source: model }),
    noveltyFade: q({ unit: 'months', min: 0.05, max: 240, default: 1.5, about: 'Time constant of the fading.', source: 'Hailuo D1-D60 retention' }),
    zeroPrice: q({ unit: 'utils', min: -20, max: 20, default: 0.5, about: 'Extra appeal of a price of exactly zero.', source: 'Shampanier, Mazar & Ariely 2007' }),
    quotaAversion: q({ unit: 'utils', min: 0, max: 50, default: 1, about: 'Weight of the share of her use that a quota leaves unserved.', source: model }),
    network: q({ unit: 'utils per log unit', min: 0, max: 10, default: 0.01, about: 'Network effect eta of ln(1 + scale x share).', source: 'our assumption: AI 0-.05, internet .3-1' }),
    networkScale: q({ unit: 'ratio', min: 0, max: 1e6, default: 100, about: 'Scale inside the logarithm.', source: model }),
    outside: q({ unit: 'utils', min: -50, max: 50, default: 0, about: 'Appeal of having no app.', source: 'normalisation' }),
    review: q({ unit: 'probability a month', min: 0, max: 1, default: 0.2, about: 'A user of an app looks at the whole market again.', source: model }),
    innovation: q({ unit: 'per month', min: 0, max: 100, default: 0.0025, about: 'Bass p: first look without an example.', source: 'Bass 1969: .03 a year' }),
    imitation: q({ unit: 'per month', min: 0, max: 100, default: 0.1, about: 'Bass q: first look by imitation.', source: 'Bass 1969: .38 a year; faster for AI apps' }),
    back: q({ unit: 'probability a month', min: 0, max: 1, default: 0.1, about: 'A lapsed user looks again.', source: model }),
    orphan: q({ unit: 'probability', min: 0, max: 1, default: 1, about: 'A user whose app died looks again in the next month.', source: model }),
    activation: q({ unit: 'probability', min: 0, max: 1, default: 0.75, about: 'A new user gets past her first month.', source: model }),
    lapseFreeA: q({ unit: 'Beta a', min: 0.01, max: 1e4, default: 0.8, about: 'First parameter of the lapse rate of free users (sBG).', source: 'Fader & Hardie 2007 (form); QuestMobile 2024', startOnly: true }),
    lapseFreeB: q({ unit: 'Beta b', min: 0.01, max: 1e6, default: 2.5, about: 'Second parameter of the lapse rate of free users.', source: 'Fader & Hardie 2007 (form); QuestMobile 2024', startOnly: true }),
    lapsePaidA: q({ unit: 'Beta a', min: 0.01, max: 1e4, default: 2.5, about: 'First parameter of the lapse rate of paying users.', source: 'RevenueCat 2026: 6.1 % after 12 months', startOnly: true }),
    lapsePaidB: q({ unit: 'Beta b', min: 0.01, max: 1e6, default: 5, about: 'Second parameter of the lapse rate of paying users.', source: 'RevenueCat 2026: 6.1 % after 12 months', startOnly: true }),
    matchSpread: q({ unit: 'utils', min: 0, max: 10, default: 0, about: 'Spread of the persistent match of a user with the character of an app (traits), so that loyalty is not all switching cost.', source: model, startOnly: true }),
    edgePull: q({ unit: 'utils', min: -20, max: 20, default: 0, about: 'Appeal of daring content: times the edginess of the app.', source: 'article S1 (sign)' }),
    backlash: q({ unit: 'ratio', min: 0, max: 1, default: 1, about: 'Part of the users who look around after a price rise, a quota cut, a lost feature or a blocked month; 0 switches it off.', source: 'Replika, February 2023 (form)' }),
    secondApp: q({ unit: 'probability', min: 0, max: 1, default: 0.25, about: 'A user who reviews keeps a second app.', source: 'a16z 2025; Menlo Ventures 2025' }),
    secondUse: q({ unit: 'share of her use', min: 0, max: 1, default: 0.3, about: 'What the second app gets, unpaid, on its cheapest tier.', source: model }),
    use: q({ unit: 'million tokens a month', min: 0, max: 1e6, default: 0.1, about: 'Mean use of a new user.', source: 'our assumption: 60 calls x 1,500 tokens' }),
    useSpread: q({ unit: 'log sd', min: 0, max: 3, default: 2, about: 'Spread of the lognormal use over users.', source: 'MiniMax prospectus 2025 (heavy tail)', startOnly: true }),
    useCorrelation: q({ unit: 'rank correlation', min: -0.95, max: 0.95, default: 0, about: 'Of use and price sensitivity over users.', source: 'article S1: heavy users of companions are price sensitive', startOnly: true }),
    conversations: q({ unit: 'per month', min: 0, max: 1000000.0, default: 0, about: 'If > 0, use is counted from conversations: conversations x (turns x turnTokens + turnGrowth x turns x (turns - 1) / 2).', source: 'article S2: context grows with every turn' }),
    turns: q({ unit: 'per conversation', min: 1, max: 1000, default: 10, about: 'Turns of a conversation.', source: model }),
    turnTokens: q({ unit: 'tokens', min: 0, max: 10000000.0, default: 1500, about: 'Tokens of the first turn; a knowledge base takes 9,000 to 10,000.', source: 'article S2' }),
    turnGrowth: q({ unit: 'tokens per turn', min: 0, max: 1000000.0, default: 800, about: 'What each turn adds to the next: the context that is read again.', source: 'our assumption: 300-1,500' }),
    contextGrowth: q({ unit: 'per month of tenure', min: 0, max: 1, default: 0.03, about: 'The longer she stays the more context she costs, up to 24 months.', source: model }),
    withApp: q({ unit: 'share of the segment', min: 0, max: 1, default: 0, about: 'People who have an app before the first month.', source: model, startOnly: true }),
    ever: q({ unit: 'share of the segment', min: 0, max: 1, default: 0, about: 'People who ever had an app before the first month; at least withApp.', source: model, startOnly: true }),
    forgetPaid: q({ unit: 'per month', min: 0, max: 1, default: 0.35, about: 'Awareness won by advertising is forgotten at this rate.', source: 'Sethuraman, Tellis & Briesch 2011 (carry-over)' }),
    forgetOwn: q({ unit: 'per month', min: 0, max: 1, default: 0.09, about: 'Acquaintance is forgotten at this rate.', source: model }),
    wordOfMouth: q({ unit: 'per month and share', min: 0, max: 50, default: 0.6, about: 'Awareness that one user spreads.', source: model }),
    calibrateFit: flag('Moves the fits of all apps that have users before the first month, so that a review by everybody would reproduce their shares in the segment (Berry 1994).'),
  })
  .meta({ about: 'A group of people with the same law of tastes.' });

const channel = z
  .strictObject({
    name: text('Name in tables and charts.').optional(),
    otherSpend: q({ unit: 'currency a month', min: 1, max: 1e13, about: 'X0: what all other advertisers spend there.' }),
    contacts: q({ unit: 'per head and month', min: 0, max: 1000, default: 1, about: 'kappa: contacts per head if one buyer bought everything.', source: 'our assumption: .4-1.3' }),
    crowding: q({ unit: 'ratio', min: 0, max: 1, default: 1, about: "How much rivals' money raises the price of a contact; 0 switches the auction off.", source: model }),
    hill: q({ unit: 'ratio', min: 0, max: 10, default: 0, about: 'If > 0, contacts x reach x^n / (x^n + halfAt^n) of the audience instead of 1 - e^-x.', source: 'Hill curve (textbook): n 1-2' }),
    halfAt: q({ unit: 'contacts per head', min: 1e-9, max: 1000000000.0, default: 1, about: 'Contacts that reach half of the audience, with hill > 0.', source: model }),
    reach: mapOf('segment', q({ unit: 'share of the segment', min: 0, max: 1, default: 0, about: 'Part of a segment that the channel can reach.' }), 'Reach by segment.'),
    owner: id('Firm that owns the channel.').optional(),
    ownerDiscount: q({ unit: 'share of the price', min: 0.01, max: 1, default: 0.2, about: 'What the owner pays of the price that others pay.', source: 'our assumption: 0-.4' }),
  })
  .meta({ about: 'A place where attention is auctioned.' });

const business = z
  .strictObject({
    tenders: q({ unit: 'a month', min: 0, max: 1000, default: 0, about: 'Poisson rate of tenders the firm bids for.', source: model }),
    win: q({ unit: 'logit', min: -20, max: 20, default: 0, about: 'Log odds of winning a tender.', source: model }),
    freeRivalHit: q({ unit: 'logit', min: 0, max: 20, default: 0, about: 'Lowers the log odds while a rival with a parent gives its model away.', source: model }),
    size: q({ unit: 'currency', min: 0, max: 1e12, default: 0, about: 'Median size of an order.', source: model }),
    sizeSpread: q({ unit: 'log sd', min: 0, max: 4, default: 1, about: 'Spread of the size of orders.', source: model }),
    margin: q({ unit: 'share of the order', min: -5, max: 1, default: 0.6, about: 'What is left of an order after delivery.', source: 'Zhipu prospectus: 59 % local' }),
    paidAfter: q({ unit: 'months', min: 0, max: 24, default: 3, whole: true, about: 'Months from delivery to payment.', source: 'Zhipu prospectus: 85-112 days' }),
    cloudShare: q({ unit: 'share of the orders', min: 0, max: 1, default: 0, about: 'Part of the orders that is served from the cloud; the rest is delivered on premise at `margin`.', source: 'Zhipu prospectus: 15 %' }),
    cloudMargin: q({ unit: 'share of the order', min: -5, max: 1, default: 0.6, about: 'Margin of cloud orders in month 1; it moves with the serving cost and with the market price of tokens.', source: 'Zhipu prospectus: 76 % in 2022' }),
    apiHit: q({ unit: 'logit', min: 0, max: 20, default: 0, about: 'Log odds lost for every e-fold by which the market price of tokens has fallen since month 1: customers serve themselves.', source: 'article S3' }),
    stateBacked: q({ unit: 'share', min: 0, max: 1, default: 0, about: 'State background in public tenders, 0 to 1.', source: 'article S3' }),
    onPremise: q({ unit: 'share', min: 0, max: 1, default: 1, about: "Can deliver on the customer's own machines, 0 to 1.", source: 'article S2' }),
    bids: mapOf('buyers', q({ unit: 'logit', min: -20, max: 20, default: 0, about: 'Appeal of the firm in public tenders of these buyers; who is not named here does not bid.' }), 'Public tenders the firm bids for.'),
  })
  .meta({ about: 'Sales to businesses and the state: tenders, wins, late payment.' });

const buyers = z
  .strictObject({
    name: text('Name in tables and charts.').optional(),
    tenders: q({ unit: 'a month', min: 0, max: 10000, about: 'Poisson rate of public tenders in month 1.' }),
    growth: q({ unit: 'per year', min: -1, max: 10, default: 0, about: 'Growth of the number of tenders.', source: model }),
    size: q({ unit: 'currency', min: 0, max: 1000000000000.0, about: 'Median size of an order.' }),
    sizeSpread: q({ unit: 'log sd', min: 0, max: 4, default: 1, about: 'Spread of the size of orders.', source: model }),
    nobody: q({ unit: 'logit', min: -20, max: 20, default: 0, about: 'Appeal of awarding the tender to nobody of the market.', source: model }),
    brand: q({ unit: 'logit per log user', min: -5, max: 5, default: 0, about: 'Weight of ln(1 + MAU/1 M): a large base of consumers helps.', source: 'article S2' }),
    state: q({ unit: 'logit', min: -10, max: 10, default: 0, about: 'Bonus of a state background; odds of 2 are .69.', source: 'article S3' }),
    onPremise: q({ unit: 'share of the tenders', min: 0, max: 1, default: 0, about: 'Tenders that only firms that deliver on premise can win.', source: 'article S2' }),
  })
  .meta({ about: 'Buyers who put orders out to tender; one of the bidders wins by a logit.' });

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

const firm = z
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
    arrivals: q({ unit: 'firms a month', min: 0, max: 100, default: 0, about: 'If > 0 the copies arrive by a Poisson process of this rate from entersAt on; those that have not arrived by the end stay absent.', source: 'article S1: open models lower entry' }),
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

const world = z
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
        tokens: q({ unit: 'million tokens a month', min: 0, max: 1000000000000000.0, default: 0, about: 'Tokens that developers buy at the prices of month 1.', source: model }),
        elasticity: q({ unit: 'ratio', min: 0, max: 10, default: 1.2, about: 'Tokens bought rise by this per cent for a per cent off the mean price.', source: 'our assumption: above 1, because spending did not fall' }),
        growth: q({ unit: 'per year', min: -0.9, max: 20, default: 0, about: 'Growth of tokens bought at constant price.', source: model }),
        sensitivity: q({ unit: 'utils per log price', min: 0, max: 50, default: 3, about: 'How strongly developers prefer a lower price; below 1 % of the list prices of month 1 all are the same to them.', source: model }),
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

const override = z.strictObject({
  month: q({ unit: 'month', min: 1, max: 600, default: 1, whole: true, setting: true, about: 'First month in which the value holds.' }),
  path: text('Field to change, such as `firms.kimi.policy.base`.'),
  value: z.unknown().meta({ about: 'New value, checked like the field itself.' }),
});

const arm = z
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

const check = z
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

const calibration = z
  .strictObject({
    free: z.array(free).max(60).meta({ about: 'Fields that are fitted within their ranges; while they are, they are constants.' }),
    targets: z.array(target).max(2000).default([]).meta({ about: 'Observations; `--data` adds those of a file.' }),
    replicates: q({ unit: 'worlds', min: 1, max: 1e5, default: 20, whole: true, setting: true, about: 'Worlds for each set of values, the same luck for all.' }),
    agents: q({ unit: 'agents', min: 0, max: 1e9, default: 0, whole: true, setting: true, about: 'Simulated users while fitting; 0: as the scenario says.' }),
    evaluations: q({ unit: 'sets of values', min: 1, max: 1e6, default: 500, whole: true, setting: true, about: 'Most sets of values that the search tries.' }),
    seed: text('Seed of the worlds and of the search.').default('1'),
  })
  .meta({ about: 'What `afterburn calibrate` fits, and to what.' });

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

/** Fields of sales to businesses: what a firm bids with, and the buyers who put orders out to tender. */
import { z } from 'zod';
import { mapOf, model, quantity as q, text } from '../declare.js';

/** `business` of a firm. */
export const business = z
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

/** Buyers, by name under `buyers`. */
export const buyers = z
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

/** Fields of a tier: what a user of an app can take. */
import { z } from 'zod';
import { model, quantity as q, text } from '../declare.js';

/** A tier, in the list of a firm. */
export const tier = z
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

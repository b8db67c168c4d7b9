/** Fields of an advertising channel. */
import { z } from 'zod';
import { id, mapOf, model, quantity as q, text } from '../declare.js';

/** A channel, by name under `channels`. */
export const channel = z
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

/**
 * The mechanisms of the model, once each: its number and name, what it does, the file that holds it, and the numbers
 * that switch it off. `without: [novelty]` in a scenario or an arm sets those numbers from month 1 on, so the twin
 * without a mechanism has the same luck. Where strategies decide such a number, their word is ignored. `sim/README.md`
 * has them as a table under the same numbers, M01 to M32; comments elsewhere refer to a mechanism by its number.
 */
import type { Decision } from './policies/policy.js';

/** One mechanism. `off`: path pattern (`*` is any name or position) -> value; fields left at a default of 0 stay. */
export interface Mechanism {
  readonly id: string;
  readonly about: string;
  /** File below `sim/` that holds its equation. */
  readonly file: string;
  readonly off: Readonly<Record<string, number>>;
  /** Fields of decisions that are ignored while it is off, because a firm would bring it back with them. */
  readonly ignores?: readonly (keyof Decision)[];
}

/** Mechanisms by the name that stands in `without`, in the order of their numbers. */
export const MECHANISMS: Readonly<Record<string, Mechanism>> = {
  'inference-cost': {
    id: 'M01',
    about: 'Every served token costs money, also those of free users.',
    file: 'firms/serving-cost.ts',
    off: { 'world.inferenceCost.start': 0 },
  },
  'cost-decline': {
    id: 'M02',
    about: 'Serving gets cheaper with time and experience, down to a floor.',
    file: 'world/inference-cost.ts',
    off: { 'world.inferenceCost.floor': 1, 'world.inferenceCost.progress': 1 },
  },
  'free-riders': {
    id: 'M03',
    about: 'Free users cost money that payers and advertisers must carry.',
    file: 'firms/free-riders.ts',
    off: { 'world.freeCost': 0 },
  },
  'switching-cost': {
    id: 'M04',
    about: 'Leaving an app takes effort, and habit adds to it.',
    file: 'demand/switching-cost.ts',
    off: { 'segments.*.switchingCost': 0 },
  },
  'attention-auction': {
    id: 'M05',
    about: "Attention is auctioned: rivals' money is everybody's price.",
    file: 'world/attention-auction.ts',
    off: { 'channels.*.crowding': 0 },
  },
  'growth-funding': {
    id: 'M06',
    about: 'Investors follow the growth and number of users.',
    file: 'firms/growth-funding.ts',
    off: { 'world.funding.growth': 0, 'world.funding.size': 0 },
  },
  'cross-subsidy': {
    id: 'M07',
    about: 'A parent pays the losses and owns channels.',
    file: 'firms/cross-subsidy.ts',
    off: { 'firms.*.parent.monthlyCap': 0, 'firms.*.parent.stopHazard': 0, 'channels.*.ownerDiscount': 1 },
  },
  'data-flywheel': {
    id: 'M08',
    about: 'Feedback of users improves quality, a little.',
    file: 'firms/data-flywheel.ts',
    off: { 'world.research.users': 0 },
  },
  'zero-price': {
    id: 'M09',
    about: 'A price of zero appeals beyond its money, and price cuts are answered.',
    file: 'demand/zero-price.ts',
    off: { 'segments.*.zeroPrice': 0, 'firms.*.policy.probability': 0 },
  },
  'heavy-use': {
    id: 'M10',
    about: 'Use is heavy-tailed and grows with tenure.',
    file: 'population/usage.ts',
    off: { 'segments.*.useSpread': 0, 'segments.*.contextGrowth': 0 },
  },
  distillation: {
    id: 'M11',
    about: 'A smaller model costs less and is worse, with a cliff.',
    file: 'firms/distillation.ts',
    off: { 'firms.*.distil': 0 },
    ignores: ['distil'],
  },
  quotas: {
    id: 'M12',
    about: 'Quotas cut what is served and are felt.',
    file: 'demand/quota.ts',
    off: { 'segments.*.quotaAversion': 0, 'firms.*.tiers.*.quota': 1e9 },
    ignores: ['quotas'],
  },
  novelty: {
    id: 'M13',
    about: 'The charm of a new app wears off.',
    file: 'demand/novelty.ts',
    off: { 'segments.*.novelty': 0 },
  },
  'store-gate': {
    id: 'M14',
    about: 'App stores take a fee, pay late and can take an app out.',
    file: 'firms/store.ts',
    off: { 'firms.*.storeFee': 0, 'firms.*.storeDelay': 0, 'firms.*.store.delisting': 0 },
  },
  entry: {
    id: 'M15',
    about: 'New firms arrive at random.',
    file: 'firms/entry.ts',
    off: { 'firms.*.arrivals': 1e-9 },
  },
  acquisition: {
    id: 'M16',
    about: 'A firm in distress is bought for its team.',
    file: 'firms/acquisition.ts',
    off: { 'firms.*.acquisition.hazard': 0, 'firms.*.acquisition.always': 0 },
  },
  tenders: {
    id: 'M17',
    about: 'Businesses and authorities put orders out to tender and pay late.',
    file: 'firms/tenders.ts',
    off: { 'firms.*.business.tenders': 0, 'buyers.*.tenders': 0 },
  },
  'strategic-capital': {
    id: 'M18',
    about: 'State and corporate money comes whatever the growth.',
    file: 'firms/strategic-capital.ts',
    off: { 'firms.*.funding.strategic': 0 },
  },
  'capital-climate': {
    id: 'M19',
    about: 'Investors are hot or cold together, and listing needs them hot.',
    file: 'world/capital-climate.ts',
    off: { 'world.funding.climate': 0, 'firms.*.listing.chance': 0 },
  },
  'second-app': {
    id: 'M20',
    about: 'Users keep a second app.',
    file: 'demand/second-app.ts',
    off: { 'segments.*.secondApp': 0 },
  },
  'product-flywheel': {
    id: 'M21',
    about: 'Feedback of payers improves the paid product.',
    file: 'firms/product-flywheel.ts',
    off: { 'world.research.payers': 0 },
  },
  'willingness-to-pay': {
    id: 'M22',
    about: 'Users differ in what a price means to them.',
    file: 'demand/willingness-to-pay.ts',
    off: { 'segments.*.priceSpread': 0, 'segments.*.useCorrelation': 0 },
  },
  'ads-and-gacha': {
    id: 'M23',
    about: 'Advertising and chances sold to few heavy spenders.',
    file: 'firms/gacha.ts',
    off: {
      'firms.*.tiers.*.adLoad': 0,
      'firms.*.tiers.*.adRevenue': 0,
      'firms.*.tiers.*.impressions': 0,
      'firms.*.gacha.payers': 0,
    },
    ignores: ['adLoads'],
  },
  'network-effect': {
    id: 'M24',
    about: 'An app is worth more with more users.',
    file: 'demand/network-effect.ts',
    off: { 'segments.*.network': 0 },
  },
  research: {
    id: 'M25',
    about: 'Research buys quality, and standing still loses it.',
    file: 'firms/research.ts',
    off: { 'world.research.rate': 0, 'world.research.obsolescence': 0, 'world.frontier': 0 },
  },
  congestion: {
    id: 'M26',
    about: 'What capacity cannot serve is blocked.',
    file: 'firms/congestion.ts',
    off: { 'firms.*.capacity': 0 },
  },
  quality: {
    id: 'M27',
    about: 'Better models appeal more, to some more than to others.',
    file: 'demand/quality.ts',
    off: { 'segments.*.qualityTaste': 0, 'segments.*.qualitySpread': 0 },
  },
  imitation: {
    id: 'M28',
    about: 'People take up the category by the example of others.',
    file: 'demand/imitation.ts',
    off: { 'segments.*.imitation': 0 },
  },
  insolvency: {
    id: 'M29',
    about: 'A firm without cash is out.',
    file: 'firms/insolvency.ts',
    off: { 'world.insolvency': 0 },
  },
  activation: {
    id: 'M30',
    about: 'Many do not get past their first month.',
    file: 'demand/activation.ts',
    off: { 'segments.*.activation': 1 },
  },
  backlash: {
    id: 'M31',
    about: 'A price rise, a cut or a lost feature makes users look around.',
    file: 'demand/backlash.ts',
    off: { 'segments.*.backlash': 0 },
  },
  wrappers: {
    id: 'M32',
    about: 'A wrapper pays the list price of a supplier that may become a rival.',
    file: 'firms/supplier.ts',
    off: { 'firms.*.supplied': 0 },
  },
};

/**
 * "Bargains, then rip-offs" (Klemperer 1995, Review of Economic Studies 62, section 3): where switching is costly a firm
 * first sells cheap to win users, then earns on those who are locked in. Here: list prices times `bargain` until the
 * share is won or a month has come, then prices, ads and quotas move step by step, because users look around after each
 * rise by as much as it is steep.
 * Loses when switching costs nothing, or when a rival keeps its bargain: those who came for the price go for it.
 */
import { calendarMonth, money, tokens, wholeMonths } from './parameters.js';
import { definePolicy, type FirmView } from './policy.js';

const ofList = { unit: 'share of the list price', min: 0, max: 100 } as const;
const ofLoad = { unit: 'share of the usual load', min: 0, max: 10 } as const;

/** List prices: what stood on the tiers before the first bargain. Written once. */
function listPrices(view: FirmView, memory: Record<string, number>): number[] {
  return view.tiers.map(({ price }, tier) => {
    memory[`list${tier}`] ??= price;
    return memory[`list${tier}`];
  });
}

/** Memory: `harvest` months since the harvest began (0 = bargain), `level` of prices in list prices, list prices. */
export const bargainThenHarvest = definePolicy({
  name: 'bargainThenHarvest',
  about: 'Sells cheap until a share is won, then raises prices and ads and cuts quotas step by step.',
  source: 'Klemperer 1995',
  parameters: {
    ads: money({ default: 0, about: 'Advertising a month during the bargain.', source: 'our assumption' }),
    harvestAds: money({
      default: 0,
      about: 'Advertising a month during the harvest.',
      source: 'our assumption',
    }),
    bargain: {
      ...ofList,
      default: 0.3,
      about: 'Price during the bargain; 0 is free.',
      source: 'our assumption: 0-.7',
    },
    share: {
      unit: 'share of the people',
      min: 0,
      max: 1,
      default: 0.15,
      about: 'The harvest begins when so many use the app.',
      source: 'our assumption: .05-.3',
    },
    harvestFrom: calendarMonth({
      default: 12,
      about: 'The harvest begins in this month at the latest.',
      source: 'our assumption: 6-24',
    }),
    every: wholeMonths({
      default: 3,
      about: 'Months between two steps of the harvest.',
      source: 'our assumption: 1-6',
    }),
    step: {
      ...ofList,
      default: 0.25,
      about: 'How far a step raises prices.',
      source: 'our assumption: .05-.5',
    },
    most: { ...ofList, default: 1.3, about: 'Prices never rise above this.', source: 'our assumption: 1-2' },
    adStep: {
      ...ofLoad,
      default: 0,
      about: 'Load of ads that a step adds to every tier.',
      source: 'our assumption: 0-.5',
    },
    mostAds: {
      ...ofLoad,
      default: 2,
      about: 'Steps raise no load of ads above this.',
      source: 'our assumption: 1-3',
    },
    quotaCut: {
      unit: 'share of the quota',
      min: 0,
      max: 1,
      default: 0,
      about: 'How far a step cuts quotas.',
      source: 'our assumption: 0-.3',
    },
    leastQuota: tokens({
      default: 0.05,
      about: 'Steps cut no quota below this.',
      source: 'our assumption: half the mean use',
    }),
  },
  memory: (): Record<string, number> => ({ harvest: 0, level: 0 }),
  decide(view, parameters, memory) {
    const list = listPrices(view, memory);
    const atLevel = (level: number) => list.map((price) => price * level);
    if (memory.harvest === 0 && view.share < parameters.share && view.month < parameters.harvestFrom) {
      memory.level = parameters.bargain;
      return { prices: atLevel(memory.level), ads: parameters.ads };
    }
    const steps = memory.harvest % parameters.every === 0;
    memory.harvest += 1;
    if (!steps) return { prices: atLevel(memory.level), ads: parameters.harvestAds };
    memory.level = Math.max(memory.level, Math.min(parameters.most, memory.level + parameters.step));
    return {
      prices: atLevel(memory.level),
      adLoads: view.tiers.map(({ adLoad }) =>
        Math.max(adLoad, Math.min(parameters.mostAds, adLoad + parameters.adStep)),
      ),
      quotas: view.tiers.map(({ quota }) =>
        Math.min(quota, Math.max(parameters.leastQuota, quota * (1 - parameters.quotaCut))),
      ),
      ads: parameters.harvestAds,
    };
  },
});

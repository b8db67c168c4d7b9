/**
 * The app of a company that earns its money elsewhere: free for everybody, advertised out of the parent's
 * pocket, never asks investors (article S0: only a giant's cash flow carries a hundred million free users).
 * Its budget has three parts: a constant one, one that grows (own surfaces, brand), and an answer to the leader.
 * Loses when users bring nothing elsewhere (no harvest, no ads): it gives away what they would have paid.
 */
import { leaderSpend } from './leader.js';
import { calendarMonth, factor, money } from './parameters.js';
import { definePolicy } from './policy.js';

/** Advertising = constant + min(cap, base x growth^months) + share x leader's last month; all prices 0. */
export const bigTechSubsidy = definePolicy({
  name: 'bigTechSubsidy',
  about:
    'Free for everybody, advertised by the parent: a growing base plus a share of what the leader spends.',
  source: 'articles S0 and S2 on ByteDance; QuestMobile and AppGrowing 2024',
  parameters: {
    constant: money({
      default: 0,
      about: 'Part of the advertising that never changes.',
      source: 'our assumption',
    }),
    base: money({
      default: 0,
      about: 'Part of the advertising that grows, in its first month.',
      source: 'our assumption',
    }),
    growth: factor({
      default: 1,
      about: 'What multiplies the growing part every month.',
      source: 'our assumption: 1-1.2',
    }),
    cap: money({ default: 1e13, about: 'Most that the growing part reaches.', source: 'our assumption' }),
    fromMonth: calendarMonth({
      default: 1,
      about: 'First month with advertising.',
      source: 'our assumption',
    }),
    leader: {
      kind: 'firm',
      optional: true,
      about: 'Firm whose advertising is answered; none: the rival that spent most.',
    },
    share: {
      unit: "share of the leader's spending",
      min: 0,
      max: 10,
      default: 0,
      about: "Part of the leader's advertising of last month that is answered.",
      source: 'our assumption: 0-1',
    },
  },
  memory: () => ({ multiple: 1 }),
  decide(view, parameters, memory) {
    const prices = view.tiers.map(() => 0);
    if (view.month < parameters.fromMonth) return { prices, ads: 0, seek: false };
    const growing = Math.min(parameters.cap, parameters.base * memory.multiple);
    if (growing < parameters.cap) memory.multiple *= parameters.growth;
    const answer = parameters.share * leaderSpend(view, parameters.leader);
    return { prices, ads: parameters.constant + growing + answer, seek: false };
  },
});

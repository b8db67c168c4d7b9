/**
 * Spends what it must to be heard: an own base and a part of what the loudest rival spent last month
 * (competitive-parity budgeting, a rule of many advertisers). The lag of one month keeps two followers from
 * chasing each other within a month.
 */
import { leaderSpend } from './leader.js';
import { definePolicy } from './policy.js';

/** Advertising = min(cap, base x growth^months + share x leader's last month). */
export const adFollower = definePolicy({
  name: 'adFollower',
  about: 'Advertises with an own base plus a share of what the leader spent last month.',
  source: 'competitive parity (textbook); article S4 and AppGrowing 2024',
  parameters: {
    leader: {
      kind: 'firm',
      optional: true,
      about: 'Firm whose advertising is answered; none: the rival that spent most.',
    },
    share: {
      unit: "share of the leader's spending",
      min: 0,
      max: 10,
      default: 0.1,
      about: "Part of the leader's advertising of last month that is answered.",
      source: 'our assumption: 0-1',
    },
    base: {
      unit: 'currency a month',
      min: 0,
      max: 1e13,
      default: 0,
      about: 'Own advertising in the first month.',
      source: 'our assumption',
    },
    growth: {
      unit: 'factor a month',
      min: 0,
      max: 10,
      default: 1,
      about: 'What multiplies the own part every month.',
      source: 'our assumption',
    },
    fromMonth: {
      unit: 'month',
      min: 1,
      max: 600,
      default: 1,
      whole: true,
      about: 'First month with advertising.',
      source: 'our assumption',
    },
    runwayFloor: {
      unit: 'months',
      min: 0,
      max: 999,
      default: 0,
      about: 'No advertising below this runway; 0 never stops.',
      source: 'our assumption: 0-9',
    },
    cap: {
      unit: 'currency a month',
      min: 0,
      max: 1e13,
      default: 1e13,
      about: 'Most that is spent on advertising in a month.',
      source: 'our assumption',
    },
  },
  memory: () => ({ multiple: 1 }),
  decide(view, parameters, memory) {
    if (view.month < parameters.fromMonth) return { ads: 0 };
    const own = parameters.base * memory.multiple;
    if (own < parameters.cap) memory.multiple *= parameters.growth;
    if (view.runway < parameters.runwayFloor) return { ads: 0 };
    return { ads: Math.min(parameters.cap, own + parameters.share * leaderSpend(view, parameters.leader)) };
  },
});

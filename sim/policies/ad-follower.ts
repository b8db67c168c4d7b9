/**
 * Spends what it must to be heard: an own base and a part of what the loudest rival spent last month
 * (competitive-parity budgeting, a rule of many advertisers). The lag of one month keeps two followers from
 * chasing each other within a month. When the runway gets short it goes silent, and a lab cuts research (article
 * S3: at least two of six will give up pre-training).
 * Loses when attention is dear: what the leader can afford buys few users for a small firm.
 */
import { tighten } from './belt.js';
import { leaderSpend } from './leader.js';
import { calendarMonth, factor, money, months, planShare } from './parameters.js';
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
    base: money({ default: 0, about: 'Own advertising in the first month.', source: 'our assumption' }),
    growth: factor({
      default: 1,
      about: 'What multiplies the own part every month.',
      source: 'our assumption',
    }),
    fromMonth: calendarMonth({
      default: 1,
      about: 'First month with advertising.',
      source: 'our assumption',
    }),
    runwayFloor: months({
      default: 0,
      about: 'No advertising below this runway; 0 never stops.',
      source: 'our assumption: 0-9',
    }),
    researchBelow: months({
      default: 0,
      about: 'Cuts research below this runway; 0 never cuts.',
      source: 'our assumption: 0-12',
    }),
    leastResearch: planShare({
      default: 0.3,
      about: 'Research never falls below this.',
      source: 'stopping pre-training saves 60-80 % of research',
    }),
    cut: planShare({
      default: 0.2,
      about: 'Part of the research plan that is cut in a month.',
      source: 'our assumption: .1-.5',
    }),
    restore: planShare({
      default: 0.05,
      about: 'Part of the research plan that comes back in a month.',
      source: 'our assumption: .02-.1',
    }),
    cap: money({
      default: 1e13,
      about: 'Most that is spent on advertising in a month.',
      source: 'our assumption',
    }),
  },
  memory: () => ({ multiple: 1, research: 1 }),
  decide(view, parameters, memory) {
    const { researchBelow: below, leastResearch: least, cut, restore } = parameters;
    memory.research = tighten(memory.research, view.runway, { below, least, cut, restore });
    const research = view.research * memory.research;
    if (view.month < parameters.fromMonth) return { ads: 0, research };
    const own = parameters.base * memory.multiple;
    if (own < parameters.cap) memory.multiple *= parameters.growth;
    if (view.runway < parameters.runwayFloor) return { ads: 0, research };
    const wanted = own + parameters.share * leaderSpend(view, parameters.leader);
    return { ads: Math.min(parameters.cap, wanted), research };
  },
});

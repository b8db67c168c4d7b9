/** Studies none of whose worlds comes to its end: every kind ends, tells that nothing was measured, and no number that is none. */
import { expect, it } from 'vitest';
import { bestResponse } from '../../../src/experiment/study/best-response.js';
import { compare } from '../../../src/experiment/study/compare.js';
import { discover } from '../../../src/experiment/study/discover.js';
import { equilibrium } from '../../../src/experiment/study/equilibrium.js';
import { league } from '../../../src/experiment/study/league.js';
import { rescue } from '../../../src/experiment/study/rescue.js';
import { sensitivity } from '../../../src/experiment/study/sensitivity.js';
import type { Lab, Study } from '../../../src/experiment/study/study.js';
import { sweep } from '../../../src/experiment/study/sweep.js';
import { bestResponseText } from '../../../src/report/studies/best-response.js';
import { bestResponseSections } from '../../../src/report/studies/best-response-page.js';
import { compareText } from '../../../src/report/studies/compare.js';
import { compareSections } from '../../../src/report/studies/compare-page.js';
import { discoverText } from '../../../src/report/studies/discover.js';
import { discoverSections } from '../../../src/report/studies/discover-page.js';
import { equilibriumText } from '../../../src/report/studies/equilibrium.js';
import { leagueText } from '../../../src/report/studies/league.js';
import { leagueSections } from '../../../src/report/studies/league-page.js';
import { rescueText } from '../../../src/report/studies/rescue.js';
import { rescueSections } from '../../../src/report/studies/rescue-page.js';
import { sensitivityText } from '../../../src/report/studies/sensitivity.js';
import { sensitivitySections } from '../../../src/report/studies/sensitivity-page.js';
import { sweepText } from '../../../src/report/studies/sweep.js';
import { sweepSections } from '../../../src/report/studies/sweep-page.js';
import { makeHead } from '../../report/study-fixture.js';
import { legal, rawMarket } from '../../scenario/market.js';
import { labOf, ranges, studyOf } from './artificial.js';
import { pricingStudy } from './pricing-market.js';

const broken = () =>
  labOf(() => {
    throw new Error('no world');
  });
const app = { cash: 10, channels: ['feed'], tiers: [{ price: 1 }], policy: 'steady' };
const scenario = legal(
  rawMarket({ months: 3, channels: { feed: { otherSpend: 1 } }, firms: { dies: app, lives: app } }),
);
const policies = ['steady', 'runwayGuard'].map((name) => ({ name, value: name }));

type Kind = readonly [
  run: (study: Study, lab: Lab) => Promise<object>,
  text: (result: never) => string,
  sections: (result: never) => readonly object[],
  study: Study,
];
const small = { replicates: 4, points: 16, factors: ranges(2), firms: ['dies'] };
const KINDS: Readonly<Record<string, Kind>> = {
  compare: [compare, compareText, compareSections, studyOf('compare', { arms: ['cheap'], replicates: 4 })],
  sweep: [sweep, sweepText, sweepSections, studyOf('sweep', { ...small, points: 3 })],
  sensitivity: [sensitivity, sensitivityText, sensitivitySections, studyOf('sensitivity', small)],
  discover: [discover, discoverText, discoverSections, studyOf('discover', small)],
  rescue: [
    rescue,
    rescueText,
    rescueSections,
    studyOf('rescue', { scenario, firms: ['dies'], replicates: 4 }),
  ],
  league: [league, leagueText, leagueSections, studyOf('league', { scenario, policies, replicates: 4 })],
};

it.each(Object.entries(KINDS))(
  '%s of no world ends and writes dashes',
  async (kind, [run, text, sections, study]) => {
    const result = { ...makeHead(kind), ...(await run(study, broken())) };
    expect(text(result as never)).not.toMatch(/NaN|undefined|Infinity/);
    expect(JSON.stringify(sections(result as never))).not.toMatch(/NaN|undefined|Infinity/);
  },
);

it.each([1, 2])('a choice of %i fields of which nothing was measured stays where it is', async (sellers) => {
  const seller = { value: 2, cost: 1, price: 4 };
  const asked = { sensitivity: 1, range: '1 to 6', replicates: 4 } as const;
  const { study } = await pricingStudy(
    Array.from({ length: sellers }, () => seller),
    asked,
  );
  const [player] = study.players;
  const best = await bestResponse({ ...study, study: 'best-response', players: [player] }, broken());
  const head = makeHead('best-response');
  expect(best.gain.n).toBe(0);
  expect(bestResponseText({ ...head, ...best })).toContain('Nothing could be measured');
  expect(JSON.stringify(bestResponseSections({ ...head, ...best }))).not.toMatch(/NaN|Infinity|undefined/);
  const ended = await equilibrium({ ...study, study: 'equilibrium' }, broken());
  for (const { fields } of ended.ends) expect(fields[0].chosen).toBeCloseTo(4, 3);
  expect(equilibriumText({ ...head, ...ended })).not.toMatch(/NaN|undefined|Infinity/);
});

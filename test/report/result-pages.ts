/** Every kind of page that a run or a study writes, as functions of plain results with toy numbers. */
import { bestResponseText } from '../../src/report/studies/best-response.js';
import { bestResponsePoints, bestResponseSections } from '../../src/report/studies/best-response-page.js';
import { compareText } from '../../src/report/studies/compare.js';
import { comparePoints, compareSections } from '../../src/report/studies/compare-page.js';
import { discoverText } from '../../src/report/studies/discover.js';
import { discoverPoints, discoverSections } from '../../src/report/studies/discover-page.js';
import { leagueText } from '../../src/report/studies/league.js';
import { leaguePoints, leagueSections } from '../../src/report/studies/league-page.js';
import { type PageHead, studyHtml } from '../../src/report/studies/page.js';
import { rescueText } from '../../src/report/studies/rescue.js';
import { rescuePoints, rescueSections } from '../../src/report/studies/rescue-page.js';
import type { StudySection, StudyTable } from '../../src/report/studies/section.js';
import { sensitivityText } from '../../src/report/studies/sensitivity.js';
import { sensitivityPoints, sensitivitySections } from '../../src/report/studies/sensitivity-page.js';
import { sweepText } from '../../src/report/studies/sweep.js';
import { sweepPoints, sweepSections } from '../../src/report/studies/sweep-page.js';
import { best, comparison, discovery, league, makeSensitivity, makeSweep, rescued } from './study-fixture.js';

/** A kind of study: its result, and what is made of it. */
export interface StudyKindPage {
  readonly name: string;
  readonly result: PageHead;
  text(result: PageHead): string;
  html(result: PageHead): string;
  points(result: PageHead): StudyTable;
}

interface Makers<T> {
  text(result: T): string;
  sections(result: T): StudySection[];
  points(result: T): StudyTable;
}

function kind<T extends PageHead>(
  name: string,
  result: T,
  { text, sections, points }: Makers<NoInfer<T>>,
): StudyKindPage {
  return {
    name,
    result,
    text: (own) => text(own as T),
    html: (own) => studyHtml(own, { text: text(own as T), sections: sections(own as T) }),
    points: (own) => points(own as T),
  };
}

const sweeps = { text: sweepText, sections: sweepSections, points: sweepPoints };
const sensitive = { text: sensitivityText, sections: sensitivitySections, points: sensitivityPoints };

export const STUDY_PAGES: readonly StudyKindPage[] = [
  kind('compare', comparison, { text: compareText, sections: compareSections, points: comparePoints }),
  kind('sweep of one field', makeSweep(1), sweeps),
  kind('sweep of two fields', makeSweep(2), sweeps),
  kind('sweep of three fields', makeSweep(3), sweeps),
  kind('sweep of levels', makeSweep(1, true), sweeps),
  kind('sensitivity', makeSensitivity('morris'), sensitive),
  kind('discover', discovery, { text: discoverText, sections: discoverSections, points: discoverPoints }),
  kind('rescue', rescued, { text: rescueText, sections: rescueSections, points: rescuePoints }),
  kind('league', league, { text: leagueText, sections: leagueSections, points: leaguePoints }),
  kind('best response', best, {
    text: bestResponseText,
    sections: bestResponseSections,
    points: bestResponsePoints,
  }),
];

/**
 * What a study writes for readers: `report.html` and `points.csv`. A kind may bring sections with figures and rows of
 * its own; without them the page tells the text, and the file holds the longest list of the result.
 */
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { StudyName } from '../experiment/study/names.js';
import { anyPoints } from '../report/studies/any-points.js';
import { bestResponsePoints, bestResponseSections } from '../report/studies/best-response-page.js';
import { comparePoints, compareSections } from '../report/studies/compare-page.js';
import { discoverPoints, discoverSections } from '../report/studies/discover-page.js';
import { leaguePoints, leagueSections } from '../report/studies/league-page.js';
import { type PageHead, studyHtml } from '../report/studies/page.js';
import { rescuePoints, rescueSections } from '../report/studies/rescue-page.js';
import type { StudySection, StudyTable } from '../report/studies/section.js';
import { sensitivityPoints, sensitivitySections } from '../report/studies/sensitivity-page.js';
import { sweepPoints, sweepSections } from '../report/studies/sweep-page.js';
import { realDisk, writeWhole } from '../store/disk.js';
import { pointsCsv } from '../store/points-csv.js';

interface StudyPage {
  /** Sections with figures; takes what `study.json` holds. */
  sections(result: never): StudySection[];
  /** Rows of `points.csv`. */
  points(result: never): StudyTable;
}

const STUDY_PAGES: Readonly<Partial<Record<StudyName, StudyPage>>> = {
  'best-response': { sections: bestResponseSections, points: bestResponsePoints },
  compare: { sections: compareSections, points: comparePoints },
  discover: { sections: discoverSections, points: discoverPoints },
  league: { sections: leagueSections, points: leaguePoints },
  rescue: { sections: rescueSections, points: rescuePoints },
  sensitivity: { sections: sensitivitySections, points: sensitivityPoints },
  sweep: { sections: sweepSections, points: sweepPoints },
};

function hash(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('base64');
}

/** Writes both files into the folder of a study. @param text what the terminal shows */
export async function writeStudyPage(folder: string, result: PageHead, text: string): Promise<void> {
  const own = STUDY_PAGES[result.study as StudyName];
  const sections = own ? own.sections(result as never) : [];
  const table = own ? own.points(result as never) : anyPoints(result);
  await writeWhole(realDisk, join(folder, 'points.csv'), await pointsCsv(table));
  await writeWhole(
    realDisk,
    join(folder, 'report.html'),
    studyHtml(result, { text, sections, sha256Base64: hash }),
  );
}

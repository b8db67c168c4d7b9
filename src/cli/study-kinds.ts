/** Each kind of study: who runs it, and who puts what it found into words. */
import { compare } from '../experiment/study/compare.js';
import { discover } from '../experiment/study/discover.js';
import { league } from '../experiment/study/league.js';
import type { StudyName } from '../experiment/study/names.js';
import { rescue } from '../experiment/study/rescue.js';
import { sensitivity } from '../experiment/study/sensitivity.js';
import type { Lab, Study } from '../experiment/study/study.js';
import { sweep } from '../experiment/study/sweep.js';
import { compareText } from '../report/studies/compare.js';
import { discoverText } from '../report/studies/discover.js';
import { leagueText } from '../report/studies/league.js';
import { rescueText } from '../report/studies/rescue.js';
import { sensitivityText } from '../report/studies/sensitivity.js';
import { sweepText } from '../report/studies/sweep.js';

interface StudyKind {
  run(study: Study, lab: Lab): Promise<object>;
  /** The result for a terminal; takes what `study.json` holds. */
  text(result: never): string;
}

export const STUDY_KINDS: Readonly<Partial<Record<StudyName, StudyKind>>> = {
  compare: { run: compare, text: compareText },
  discover: { run: discover, text: discoverText },
  league: { run: league, text: leagueText },
  rescue: { run: rescue, text: rescueText },
  sensitivity: { run: sensitivity, text: sensitivityText },
  sweep: { run: sweep, text: sweepText },
};

/** Each kind of study: who runs it, and who puts what it found into words. */
import { bestResponse } from '../experiment/study/best-response.js';
import { compare } from '../experiment/study/compare.js';
import { discover } from '../experiment/study/discover.js';
import { equilibrium } from '../experiment/study/equilibrium.js';
import { league } from '../experiment/study/league.js';
import type { StudyName } from '../experiment/study/names.js';
import { rescue } from '../experiment/study/rescue.js';
import { sensitivity } from '../experiment/study/sensitivity.js';
import type { Lab, Study } from '../experiment/study/study.js';
import { sweep } from '../experiment/study/sweep.js';
import { bestResponseText } from '../report/studies/best-response.js';
import { compareText } from '../report/studies/compare.js';
import { discoverText } from '../report/studies/discover.js';
import { equilibriumText } from '../report/studies/equilibrium.js';
import { leagueText } from '../report/studies/league.js';
import { rescueText } from '../report/studies/rescue.js';
import { sensitivityText } from '../report/studies/sensitivity.js';
import { sweepText } from '../report/studies/sweep.js';

interface StudyKind {
  run(study: Study, lab: Lab): Promise<object>;
  /** The result for a terminal; takes what `study.json` holds. */
  text(result: never): string;
}

export const STUDY_KINDS: Readonly<Record<StudyName, StudyKind>> = {
  'best-response': { run: bestResponse, text: bestResponseText },
  compare: { run: compare, text: compareText },
  discover: { run: discover, text: discoverText },
  equilibrium: { run: equilibrium, text: equilibriumText },
  league: { run: league, text: leagueText },
  rescue: { run: rescue, text: rescueText },
  sensitivity: { run: sensitivity, text: sensitivityText },
  sweep: { run: sweep, text: sweepText },
};

/** A league in words: who stands first, whether clearly, and the table. */
import type { LeagueResult, LeagueRow } from '../../experiment/study/league.js';
import { percent, points, scaled, signed } from '../numbers.js';
import { plainText } from '../plain-text.js';
import { makeTable, painter, tableText, wrap } from '../text-layout.js';
import { type StudyHead, studyHead } from './head.js';

const WIDTH = 100;

function answer({ ranking: [first, second], seats }: LeagueResult): string {
  const { advantage } = first;
  const lead = `${plainText(first.policy)} survives most often, in ${percent(first.alive.estimate)} of worlds over ${seats.length} seats`;
  if (advantage.alive.low > 0)
    return `${lead}: ${points(advantage.alive.estimate)} points over the mean of the league (95% ${points(advantage.alive.low)} to ${points(advantage.alive.high)}).`;
  return `${lead}, not clearly more than the mean of the league; ${plainText(second.policy)} is next with ${percent(second.alive.estimate)}.`;
}

function rowOf({ policy, alive, cash, advantage }: LeagueRow, place: number): string[] {
  const over = (value: number) => signed(value, scaled);
  return [
    ...[String(place + 1), plainText(policy), percent(alive.estimate), points(advantage.alive.estimate)],
    `${points(advantage.alive.low)} to ${points(advantage.alive.high)}`,
    ...[scaled(cash.estimate), over(advantage.cash.estimate)],
    `${over(advantage.cash.low)} to ${over(advantage.cash.high)}`,
  ];
}

const NOTE =
  'Every policy sits once in every seat, on the same luck. "over mean": against all policies in the same seat and world, with 95%.';

/** The text, with a final line break. */
export function leagueText(result: StudyHead & LeagueResult): string {
  const head = [
    '',
    'policy',
    'P(alive)',
    'over mean',
    '95%',
    `mean ${plainText(result.currency)} at end`,
    'over mean',
    '95%',
  ];
  const table = makeTable(head, [2, 3, 4, 5, 6, 7], painter(false));
  for (const [place, row] of result.ranking.entries()) table.push(rowOf(row, place));
  const parts = [studyHead(result), wrap(answer(result), WIDTH), tableText(table), wrap(NOTE, WIDTH)];
  return `${parts.join('\n\n')}\n`;
}

/** The page of a league: how much more often each policy survives than the others in the same seats and worlds. */
import type { LeagueResult, LeagueRow } from '../../experiment/study/league.js';
import { axisOver } from '../figures/axis.js';
import { plainTag, pointMarks, rowsPlot } from '../figures/rows.js';
import { count, intervalText, percent, points, scaled, signed } from '../numbers.js';
import { plainText } from '../plain-text.js';
import { firmText, type StudyHead } from './head.js';
import { cell, type StudyFigure, type StudySection, type StudyTable } from './section.js';

type League = StudyHead & LeagueResult;

interface Measure {
  readonly id: 'alive' | 'cash';
  readonly title: string;
  readonly unit: string;
  level(value: number): string;
  change(value: number): string;
}

function tableOf({ ranking }: League, { id, level, change }: Measure): StudyTable {
  const names = [`${id}, mean`, 'low', 'high'].map((name) => ({ name, write: level }));
  const over = ['over mean', 'low', 'high'].map((name) => ({ name, write: change }));
  return {
    columns: [{ name: 'policy' }, ...names, ...over],
    rows: ranking.map((row) => [
      row.policy,
      ...[row[id], row.advantage[id]].flatMap(({ estimate, low, high }) => [estimate, low, high].map(cell)),
    ]),
  };
}

function forest(league: League, measure: Measure): StudyFigure {
  const { ranking, seats } = league;
  const { id, change, level } = measure;
  const axis = axisOver(
    ranking.flatMap(({ advantage }) => [advantage[id].low, advantage[id].high]),
    change,
  );
  const interval = ({ advantage }: LeagueRow) =>
    `${change(advantage[id].low)} to ${change(advantage[id].high)}`;
  return {
    id: `league-${id}`,
    title: measure.title,
    how: `Over the mean of all policies in the same seats and worlds, ${measure.unit}, with 95% interval.`,
    note: `Every policy sits once in each of ${count(seats.length)} seats, on the same luck: ${count(ranking[0].alive.n)} worlds of each assignment.`,
    table: tableOf(league, measure),
    body: rowsPlot({
      axis,
      heads: [
        ['over mean', 84],
        ['95%', 130],
        [id === 'alive' ? 'P(alive)' : 'mean', 76],
      ],
      label: `${measure.title}: ${ranking.map((row) => `${plainText(row.policy)} ${change(row.advantage[id].estimate)} (${interval(row)})`).join(', ')}.`,
      rows: ranking.map((row) => ({
        tag: plainTag(row.policy),
        marks: pointMarks(axis, row.advantage[id], 'var(--ink2)'),
        cells: [change(row.advantage[id].estimate), interval(row), level(row[id].estimate)],
      })),
    }),
  };
}

function survivalClaim({ ranking }: League): string {
  const clear = ranking.filter(({ advantage }) => advantage.alive.low > 0);
  if (clear.length === 0) return 'No policy survives clearly more often than the mean of the league.';
  const names = clear.map(({ policy }) => plainText(policy));
  return `${names.join(', ')} ${clear.length === 1 ? 'survives' : 'survive'} clearly more often than the mean of the league.`;
}

function cashClaim({ ranking }: League): string {
  const [best] = [...ranking].sort((a, b) => b.advantage.cash.estimate - a.advantage.cash.estimate);
  const { low, high } = best.alive;
  return `${plainText(best.policy)} ends with most cash, ${scaled(best.cash.estimate)} in the mean; it survives in ${percent(best.alive.estimate)} of worlds (${intervalText(low, high)}).`;
}

/** Survival, then cash. */
export function leagueSections(league: League): StudySection[] {
  const seats = `Seats: ${league.seats.map((seat) => firmText(league, seat)).join(', ')}.`;
  const survival: Measure = {
    ...{ id: 'alive', title: 'Survival against the league', unit: 'points' },
    ...{ level: percent, change: points },
  };
  const money: Measure = {
    ...{ id: 'cash', title: 'Cash at the end against the league', unit: league.currency },
    ...{ level: scaled, change: (value) => signed(value, scaled) },
  };
  return [
    {
      ...{ id: 'survival', heading: 'Who survives', claim: survivalClaim(league), why: seats },
      figures: [forest(league, survival)],
    },
    { id: 'cash', heading: 'Cash', claim: cashClaim(league), figures: [forest(league, money)] },
  ];
}

/** A row for each policy and outcome; P(alive) of each seat too. */
export function leaguePoints({ ranking }: LeagueResult): StudyTable {
  const names = ['policy', 'outcome', 'seat', 'estimate', 'low', 'high', 'n'];
  return {
    columns: names.map((name) => ({ name })),
    rows: ranking.flatMap(({ policy, alive, cashOut, cash, advantage, seats }) => {
      const all = { alive, cashOut, cash, aliveOverMean: advantage.alive, cashOverMean: advantage.cash };
      return [
        ...Object.entries(all).map(([outcome, { estimate, low, high, n }]) => [
          ...[policy, outcome, ''],
          ...[estimate, low, high, n].map(cell),
        ]),
        ...Object.entries(seats).map(([seat, share]) => [
          policy,
          'alive',
          seat,
          cell(share),
          null,
          null,
          null,
        ]),
      ];
    }),
  };
}

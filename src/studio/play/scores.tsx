/** Every strategy in the player's seat, on the same luck, as a table. */
import { percent } from '../../report/numbers.js';
import { amount, withUnit } from '../amount.js';
import { Head } from '../views/figure.jsx';
import { exact, fine } from './digits.js';
import type { Score } from './jobs.js';
import { totalOf } from './life.js';
import { rowsOf, type ScoreRow } from './score-rows.js';
import { type DebriefProps, endOf } from './verdict.jsx';

function refusedNames({ told, words }: DebriefProps): string[] {
  const isRefused = (score: Score) => 'refused' in score;
  return (told.scores ?? []).filter(isRefused).map(({ policy }) => words.strategyName(policy));
}

/** The budget that strategies without one of their own were given, currency a month. */
function budgetOf({ told }: DebriefProps): number | undefined {
  return told.scores?.map((score) => ('ads' in score ? score.ads : undefined)).find((ads) => ads);
}

function Row({
  row,
  hasApp,
  words,
  language,
}: Pick<DebriefProps, 'words' | 'language'> & { row: ScoreRow; hasApp: boolean }) {
  const { names, life, me } = row;
  const raised = life.raised.reduce((sum, money) => sum + money, 0);
  const write = (value: number) => (
    <span title={exact(value)}>{Math.abs(value) < 0.5 ? '0' : fine(value, language)}</span>
  );
  return (
    <tr class={me ? 'me' : ''}>
      <th scope="row">{words.inOneRow(names)}</th>
      <td>{words.status(life.status, life.lived)}</td>
      <td data-head={words.endsWith}>{write(endOf(life))}</td>
      <td data-head={words.raisedHead}>
        {write(raised)}
        {life.stake < 1 && <small>{words.sold(percent(1 - life.stake))}</small>}
      </td>
      <td data-head={words.spentHead}>{write(-totalOf(life, 'advertising'))}</td>
      {hasApp && (
        <td data-head={words.peopleEnd}>{life.status === 'alive' ? write(life.users.at(-1) ?? 0) : '–'}</td>
      )}
    </tr>
  );
}

/** The table of all strategies. */
export function Scores(props: DebriefProps) {
  const { told, words, language, scenario, play } = props;
  const { currency, firms } = scenario;
  const refused = refusedNames(props);
  const budget = budgetOf(props);
  const hasApp = firms[play.game.firm].tiers.length > 0;
  const head = [
    words.strategy,
    words.ending,
    words.endsWith,
    words.raisedHead,
    words.spentHead,
    ...(hasApp ? [words.peopleEnd] : []),
  ];
  return (
    <section class="card">
      <h2 class="h3">{words.scoreTitle}</h2>
      <p class="sub">
        {words.scoreHow(currency)}
        {budget !== undefined && words.scoreBudget(withUnit(amount(budget, language), currency, language))}
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reached by keyboard */}
      <section class="wide-sheet" tabIndex={0} aria-label={words.scoreTitle}>
        <table class="mini score" aria-busy={!told.scores}>
          <Head names={head} />
          <tbody>
            {rowsOf(told, words, firms[play.game.firm].policy.name).map((row) => (
              <Row key={row.names[0]} {...{ row, hasApp, words, language }} />
            ))}
          </tbody>
        </table>
      </section>
      {!told.scores && <p class="small">{words.scoring}</p>}
      {refused.length > 0 && <p class="small">{words.refused(words.inOneRow(refused))}</p>}
    </section>
  );
}

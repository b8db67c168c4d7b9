/** What a share link holds, before anything of it runs. */
import { useEffect, useRef } from 'preact/hooks';
import { partAt, splitPath } from '../../../sim/index.js';
import { count } from '../../report/numbers.js';
import { plainText } from '../../report/plain-text.js';
import { figure, unitText, withUnit } from '../amount.js';
import { fieldName, ownerName, saidText } from '../field-names.js';
import { fieldsOf } from '../fields.js';
import type { Offered } from '../state.js';
import { translationsOf } from '../translations.js';
import type { Language, Words } from '../words.js';
import type { ViewProps } from './app.jsx';
import { armText } from './arms.jsx';

/** What the scenario has at a path, as its file says it. */
function before({ opened }: Offered, path: string, language: Language): string {
  const value = partAt(opened.scenario.raw, splitPath(path));
  if (typeof value === 'number') return figure(value, language);
  return typeof value === 'string' ? value.replace(/\s*\[.*$/s, '') : '–';
}

/** A change in the words of the rail, or as the link has it where the rail has no such number. */
function changeText(offered: Offered, [path, value]: [string, unknown], props: ViewProps): Told {
  const { studio, words } = props;
  const { scenario } = offered.opened;
  const field = fieldsOf(scenario).find((each) => each.path === path);
  if (!field || typeof value !== 'number')
    return { name: path, was: plainText(before(offered, path, studio.language)), is: String(value) };
  const by = translationsOf(studio);
  const owner = ownerName(field, scenario, words);
  const unit = unitText(field.spec, scenario.currency, by);
  return {
    name: `${owner}${words.colon()}${fieldName(field, scenario, by)}`,
    was: saidText(field, studio.language, words),
    is: withUnit(figure(value, studio.language), unit.text, studio.language),
  };
}

interface Told {
  readonly name: string;
  readonly was: string;
  readonly is: string;
}

function Changes({ offered, ...props }: ViewProps & { offered: Offered }) {
  const changes = Object.entries(offered.shared.changes);
  if (changes.length === 0) return <>{props.words.sharing.offerNone}</>;
  return (
    <ul>
      {changes.map((change) => {
        const { name, was, is } = changeText(offered, change, props);
        return (
          <li key={change[0]}>
            {name} {was} → <b>{is}</b>
          </li>
        );
      })}
    </ul>
  );
}

/** Rows that only some links have. */
function moreRows(offered: Offered, words: Words): [string, string][] {
  const { firms = [], world, game, arm } = offered.shared;
  const share = words.sharing;
  const { opened } = offered;
  const looks = [...firms, ...(world === undefined ? [] : [share.offerWorld(count(world))])];
  const rows: [string, string][] = looks.length > 0 ? [[share.offerLooksAt, looks.join(', ')]] : [];
  if (arm !== undefined) rows.unshift([words.answers.whatIf, armText(opened, arm)]);
  if (game) rows.push([share.offerGame, share.offerMonths(game.firm, game.decisions.length)]);
  return rows;
}

/** The page of a link: what it holds, and the choice to run it or not. */
export function Offer({ offered, ...props }: ViewProps & { offered: Offered }) {
  const { words, dispatch } = props;
  const { sharing: share } = words;
  const { opened, shared } = offered;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const origin = opened.id === undefined ? share.offerOwn(opened.file) : share.offerShipped;
  return (
    <section class="page offer">
      <h1 class="say" tabIndex={-1} ref={heading}>
        {share.offerTitle}
      </h1>
      <dl class="card">
        <div>
          <dt>{share.offerScenario}</dt>
          <dd>
            <b>{plainText(opened.scenario.title)}</b>
            {words.inBrackets(origin)}
            <p class="lead">{plainText(opened.scenario.question)}</p>
          </dd>
        </div>
        <div>
          <dt>{share.offerChanges}</dt>
          <dd>
            <Changes offered={offered} {...props} />
          </dd>
        </div>
        {[[words.seed, shared.seed], ...moreRows(offered, words)].map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <div class="acts">
        <button type="button" class="btn pri" onClick={() => dispatch({ type: 'take' })}>
          {share.offerRun}
        </button>
        <button type="button" class="btn quiet" onClick={() => dispatch({ type: 'leave' })}>
          {share.offerLeave}
        </button>
      </div>
    </section>
  );
}

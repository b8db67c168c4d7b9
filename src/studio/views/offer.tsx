/** What a share link holds, before anything of it runs. */
import { useEffect, useRef } from 'preact/hooks';
import { partAt, splitPath } from '../../../sim/index.js';
import { count } from '../../report/numbers.js';
import { plainText } from '../../report/plain-text.js';
import { figure } from '../amount.js';
import type { Offered } from '../state.js';
import type { Language } from '../words.js';
import type { ShareWords } from '../words-share.js';
import type { ViewProps } from './app.jsx';

/** What the scenario has at a path, as its file says it. */
function before({ opened }: Offered, path: string, language: Language): string {
  const value = partAt(opened.scenario.raw, splitPath(path));
  if (typeof value === 'number') return figure(value, language);
  return typeof value === 'string' ? value.replace(/\s*\[.*$/s, '') : '–';
}

function Changes({ offered, share, language }: ChangesProps) {
  const changes = Object.entries(offered.shared.changes);
  if (changes.length === 0) return <>{share.offerNone}</>;
  return (
    <ul>
      {changes.map(([path, value]) => (
        <li key={path}>
          <code>{path}</code> {plainText(before(offered, path, language))} →{' '}
          <b>{typeof value === 'number' ? figure(value, language) : String(value)}</b>
        </li>
      ))}
    </ul>
  );
}

interface ChangesProps {
  readonly offered: Offered;
  readonly share: ShareWords;
  readonly language: Language;
}

/** Rows that only some links have. */
function moreRows({ shared }: Offered, share: ShareWords): [string, string][] {
  const { firms = [], world, game } = shared;
  const looks = [...firms, ...(world === undefined ? [] : [share.offerWorld(count(world + 1))])];
  const rows: [string, string][] = looks.length > 0 ? [[share.offerLooksAt, looks.join(', ')]] : [];
  if (game) rows.push([share.offerGame, share.offerMonths(game.firm, game.decisions.length)]);
  return rows;
}

/** The page of a link: what it holds, and the choice to run it or not. */
export function Offer({ offered, studio, words, dispatch }: ViewProps & { offered: Offered }) {
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
            <b>{plainText(opened.scenario.title)}</b> ({origin})
            <p class="lead">{plainText(opened.scenario.question)}</p>
          </dd>
        </div>
        <div>
          <dt>{share.offerChanges}</dt>
          <dd>
            <Changes offered={offered} share={share} language={studio.language} />
          </dd>
        </div>
        {[[words.seed, shared.seed], ...moreRows(offered, share)].map(([name, value]) => (
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

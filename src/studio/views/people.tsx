/** Users, payers and their share at the end by firm, before and after on the same luck; the same numbers as a table. */
import { useState } from 'preact/hooks';
import { firmName } from '../../report/cases.js';
import { percent, points } from '../../report/numbers.js';
import { amount, signedAmount } from '../amount.js';
import { type Level, levelOf, PEOPLE, type People as Which } from '../people.js';
import type { Seen } from '../seen.js';
import { shortNames } from '../short-names.js';
import type { Language, Words } from '../words.js';
import { colourOf } from './colour.js';
import { Figure, Rows } from './figure.jsx';
import { Switch } from './switch.jsx';

interface PeopleProps {
  readonly seen: Seen;
  readonly words: Words;
  readonly language: Language;
}

/** A line with its level. */
interface Entry {
  readonly id: string;
  readonly level: Level;
}

function entriesOf(seen: Seen, what: Which): Entry[] {
  const { firmIds, firms } = seen.summary;
  const entries = firmIds.flatMap((id): Entry[] => {
    const level = firms[id].hasApp ? levelOf(seen, id, what) : undefined;
    return level ? [{ id, level }] : [];
  });
  const size = ({ level }: Entry) => level.was?.mean ?? level.now;
  return entries.sort((a, b) => size(b) - size(a));
}

const write = (value: number, what: Which, language: Language) =>
  what === 'share' ? percent(value) : amount(value, language);

const writeSigned = (value: number, what: Which, language: Language) =>
  what === 'share' ? points(value) : signedAmount(value, language);

function rangeText({ was }: Level, what: Which, { words, language }: PeopleProps): string {
  if (!was || (was.low === 0 && was.high === 0)) return '';
  const ends = [was.low, was.high].map((end) => writeSigned(end, what, language));
  return words.ex.range(ends[0], ends[1]);
}

/** The change with its interval. */
function changeText(level: Level, what: Which, props: PeopleProps): string {
  const change = writeSigned(level.was?.difference ?? 0, what, props.language);
  const range = rangeText(level, what, props);
  return range === '' ? change : props.words.answers.changeOf(change, range);
}

function Bar({ level, most, colour }: { level: Level; most: number; colour: string }) {
  const at = (value: number) => `${((100 * value) / (most || 1)).toFixed(2)}%`;
  return (
    <svg class="w" width="100%" aria-hidden="true">
      <rect
        x="0"
        y="7"
        width={level.now > 0 ? at(Math.max(level.now, most / 200)) : 0}
        height="10"
        rx="2"
        fill={colour}
      />
      {level.was && <circle class="ho" cx={at(level.was.mean)} cy="12" r="5" />}
      <line class="zl" x1="0" x2="0" y1="0" y2="100%" />
    </svg>
  );
}

function Chart({ what, ...props }: PeopleProps & { what: Which }) {
  const { seen, words, language } = props;
  const entries = entriesOf(seen, what);
  const most = Math.max(...entries.flatMap(({ level }) => [level.now, level.was?.mean ?? 0]));
  const names = shortNames(entries.map(({ id }) => firmName(seen.summary, id)));
  const spoken = entries.map(
    ({ id, level }) => `${firmName(seen.summary, id)} ${write(level.now, what, language)}`,
  );
  return (
    <div
      class="people"
      role="img"
      aria-label={words.answers.peopleLabel(words.answers.people[what], spoken.join('; '))}
    >
      {entries.map(({ id, level }, k) => (
        <div key={id} class={id === seen.focus[0] ? 'fr first' : 'fr'}>
          <span class="firm">
            <svg width="9" height="9" aria-hidden="true">
              <rect width="9" height="9" rx="3" fill={colourOf(seen.summary.firms[id])} />
            </svg>
            <span class="nm">
              <span>{names[k]}</span>
            </span>
          </span>
          <Bar {...{ level, most }} colour={colourOf(seen.summary.firms[id])} />
          <b>{write(level.now, what, language)}</b>
          {level.was && <span class="ends">{changeText(level, what, props).replace(/^0$/, '±0')}</span>}
        </div>
      ))}
    </div>
  );
}

/** Every measure of a firm in a row: means, whose changes are paired, and the median that the command line prints. */
function Table(props: PeopleProps) {
  const { seen, words, language } = props;
  const { answers, ex } = words;
  const isCompared = seen.before !== undefined;
  const head = PEOPLE.flatMap((what) => {
    const name = answers.people[what];
    const median = what === 'users' ? [answers.medianOf(name)] : [];
    const change = isCompared ? [`${name}, ${ex.beforeLabel}`, `${name}, ${answers.changeHead}`] : [];
    return [answers.meanOf(name), ...median, ...change];
  });
  const cells = (id: string) =>
    PEOPLE.flatMap((what) => {
      const level = levelOf(seen, id, what);
      const median = what === 'users' ? [write(seen.summary.firms[id].finalUsers.q50, what, language)] : [];
      if (!level) return ['–', ...median, ...(isCompared ? ['–', '–'] : [])];
      const now = [write(level.now, what, language), ...median];
      if (!level.was) return now;
      return [...now, write(level.was.mean, what, language), changeText(level, what, props)];
    });
  const ids = entriesOf(seen, 'users').map(({ id }) => id);
  return (
    <Rows head={[words.firm, ...head]} rows={ids.map((id) => [firmName(seen.summary, id), ...cells(id)])} />
  );
}

/** Nothing where no firm has an app. */
export function People(props: PeopleProps) {
  const [what, choose] = useState<Which>('users');
  const { seen, words } = props;
  const { answers } = words;
  const { summary, before } = seen;
  if (!summary.firmIds.some((id) => summary.firms[id].hasApp)) return null;
  const n = levelOf(seen, seen.focus[0], 'users')?.n ?? summary.n;
  return (
    <Figure
      title={answers.peopleTitle(summary.months)}
      sub={before ? answers.peopleHow + words.gap() + answers.peopleBefore : answers.peopleHow}
      note={before ? answers.peopleNote(n) : answers.peoplePlain(n)}
      tools={
        <Switch
          label={answers.measure}
          of={PEOPLE.map((each) => [each, answers.people[each]] as const)}
          value={what}
          choose={choose}
        />
      }
      words={words}
      chart={() => <Chart {...props} what={what} />}
      table={() => <Table {...props} />}
    />
  );
}

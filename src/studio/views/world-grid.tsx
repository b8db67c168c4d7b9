/**
 * Two hundred worlds of the leading firm, one square each. A square keeps its place, so that one sees the same luck
 * before and after. One tab stop, arrow keys; a square opens to what became of every firm in that world.
 */
import { useRef, useState } from 'preact/hooks';
import type { Status } from '../../../sim/index.js';
import type { Family } from '../../experiment/families.js';
import { firmName } from '../../report/cases.js';
import { count, percent } from '../../report/numbers.js';
import { countCauses, countFates, type Fate, fateIn } from '../compare.js';
import type { Seen } from '../seen.js';
import { shortNames } from '../short-names.js';
import type { Words } from '../words.js';
import type { ViewProps } from './app.jsx';
import { colourOf } from './colour.js';
import { Figure, Rows } from './figure.jsx';

const GLYPH: Record<Status, string> = {
  absent: '–',
  alive: '●',
  'cash-out': '✕',
  acquired: '◆',
  'wound-down': '■',
  paused: '‖',
};
const LEGEND = ['cash-out', 'acquired', 'wound-down', 'paused', 'alive', 'absent'] as const;
/** Always in the legend, whether they happen or not. */
const USUAL: readonly Status[] = ['cash-out', 'alive'];

function fateText(fate: Fate | undefined, { ex, answers }: Words): string {
  if (!fate) return ex.notYet;
  if (fate.of > 1 && fate.status !== 'absent') return answers.copiesFate(fate.lost, fate.of);
  const text = `${GLYPH[fate.status]} ${ex.fate[fate.status]}`;
  if (fate.month === null) return text;
  const ended = ex.inMonth(text, fate.month);
  return Object.hasOwn(ex.cause, fate.cause) ? ex.because(ended, ex.cause[fate.cause]) : ended;
}

/** What stands in a square: how it ended, of copies how many ran out of cash. */
function mark(fate: Fate | undefined): string {
  if (!fate) return '';
  if (fate.of > 1) return fate.lost > 0 ? String(fate.lost) : '';
  return fate.status === 'alive' ? '' : GLYPH[fate.status];
}

/** How dark a square of copies is: in quarters of those that ran out of cash. */
function tint({ status, lost, of }: Fate): string {
  return of === 1 ? status : `copies k${Math.ceil((4 * lost) / of)}`;
}

function Square({ at, seen, family, words, ...more }: SquareProps) {
  const fate = fateIn(seen.worlds[at], family);
  const was = seen.before && fateIn(seen.before.worlds[at], family);
  const isChanged =
    fate !== undefined && was !== undefined && (fate.status !== was.status || fate.lost !== was.lost);
  const change = was ? `; ${words.ex.beforeLabel}${words.colon()}${fateText(was, words)}` : '';
  return (
    <button
      type="button"
      class={`sq ${fate ? tint(fate) : 'none'}${isChanged ? ' ch' : ''}`}
      aria-label={`${words.ex.world(at)}${words.colon()}${fateText(fate, words)}${change}`}
      {...more}
    >
      {mark(fate)}
    </button>
  );
}

interface SquareProps {
  readonly at: number;
  readonly seen: Seen;
  readonly family: Family;
  readonly words: Words;
  readonly tabIndex: number;
  readonly 'aria-expanded': boolean;
  readonly onClick: () => void;
}

/** Squares in a row, as the page has laid them out. */
function columnsOf(grid: HTMLElement): number {
  const [first, ...others] = [...grid.children] as HTMLElement[];
  const next = others.findIndex(({ offsetTop }) => offsetTop !== first.offsetTop);
  return next < 0 ? others.length + 1 : next + 1;
}

function Squares({ seen, family, words, open, setOpen }: GridProps) {
  const grid = useRef<HTMLFieldSetElement>(null);
  const [active, setActive] = useState(0);
  const move = (event: KeyboardEvent) => {
    if (event.key === 'Escape') setOpen(undefined);
    const row = grid.current ? columnsOf(grid.current) : 1;
    const steps: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -row, ArrowDown: row };
    const last = seen.worlds.length - 1;
    const to = { Home: 0, End: last }[event.key] ?? active + (steps[event.key] ?? 0);
    if (to === active || to < 0 || to > last) return;
    event.preventDefault();
    setActive(to);
    (grid.current?.children[to] as HTMLElement | undefined)?.focus();
  };
  const toggle = (at: number) => {
    setActive(at);
    setOpen(open === at ? undefined : at);
  };
  return (
    <fieldset class="sqs" aria-label={words.ex.gridLabel} ref={grid} onKeyDown={move}>
      {seen.worlds.map((_, at) => (
        <Square
          key={at}
          {...{ at, seen, family, words }}
          tabIndex={at === active ? 0 : -1}
          aria-expanded={open === at}
          onClick={() => toggle(at)}
        />
      ))}
    </fieldset>
  );
}

interface GridProps {
  readonly seen: Seen;
  readonly family: Family;
  readonly words: Words;
  readonly open: number | undefined;
  readonly setOpen: (at: number | undefined) => void;
}

function Legend({ seen, family, words }: Pick<GridProps, 'seen' | 'family' | 'words'>) {
  const now = countFates(seen.worlds, family);
  const was = seen.before && countFates(seen.before.worlds, family);
  const shown = LEGEND.filter(
    (status) => USUAL.includes(status) || now[status] > 0 || (was && was[status] > 0),
  );
  return (
    <ul class="leg">
      {shown.map((status) => (
        <li key={status}>
          <span class={`sq ${status}`} aria-hidden="true">
            {GLYPH[status]}
          </span>
          <b>{count(now[status])}</b> {family.members.length > 1 && `${words.answers.copiesUnit} `}
          {words.ex.fate[status]}
          {was && <span class="was">{words.ex.wasCount(count(was[status]))}</span>}
        </li>
      ))}
    </ul>
  );
}

/** Why the leading firm ran out of cash, over all worlds; nothing if it never did. */
function Causes({ seen, family, words }: Pick<GridProps, 'seen' | 'family' | 'words'>) {
  const causes = countCauses(seen.worlds, family);
  if (causes.length === 0) return null;
  const all = causes.reduce((sum, [, n]) => sum + n, 0);
  const { cause: names } = words.ex;
  const rows = causes.map(([cause, n]) => `${names[cause] ?? cause} ${percent(n / all)}`);
  return <p class="sub why">{words.answers.causes(rows.join(' · '))}</p>;
}

/** True if a firm ends sooner in this world than it did before. */
function endsEarlier({ before, worlds, families, focus }: Seen, at: number): boolean {
  const family = families.get(focus[0]);
  if (!before || !family || family.members.length > 1) return false;
  const [now, was] = [fateIn(worlds[at], family), fateIn(before.worlds[at], family)];
  if (now?.month == null || !was) return false;
  return was.month === null || now.month < was.month;
}

interface WorldProps {
  readonly at: number;
  readonly seen: Seen;
  readonly words: Words;
  readonly watch: () => void;
  readonly close: () => void;
}

/** Every firm of one world. */
function World({ at, seen, words, watch, close }: WorldProps) {
  const { summary, before, families, worlds } = seen;
  const fate = (of: Seen['worlds'], id: string) => {
    const family = families.get(id);
    return family ? fateText(fateIn(of[at], family), words) : '';
  };
  const names = shortNames(summary.firmIds.map((id) => firmName(summary, id)));
  const same = (after: string, was: string) => (after === was ? words.ex.same : was);
  return (
    <section
      class="inside"
      aria-live="polite"
      aria-label={words.ex.world(at)}
      onKeyDown={({ key }) => key === 'Escape' && close()}
    >
      <div class="wh">
        <h3>{words.ex.world(at)}</h3>
        <span>{words.ex.worldNote}</span>
        <button type="button" class="btn" onClick={watch}>
          {words.ex.toMarket}
        </button>
        <button type="button" class="btn" onClick={close}>
          {words.close}
        </button>
      </div>
      <table class="mini fates">
        <thead>
          <tr>
            <th scope="col">{words.firm}</th>
            <th scope="col">{before ? words.ex.after : words.ex.outcome}</th>
            {before && <th scope="col">{words.ex.before}</th>}
          </tr>
        </thead>
        <tbody>
          {summary.firmIds.map((id, k) => (
            <tr key={id}>
              <th scope="row">
                <span class="firm">
                  <svg width="9" height="9" aria-hidden="true">
                    <rect width="9" height="9" rx="3" fill={colourOf(summary.firms[id])} />
                  </svg>
                  <span>{names[k]}</span>
                </span>
              </th>
              <td>{fate(worlds, id)}</td>
              {before && <td>{same(fate(worlds, id), fate(before.worlds, id))}</td>}
            </tr>
          ))}
        </tbody>
      </table>
      {endsEarlier(seen, at) && <p class="note-line">{words.answers.earlier}</p>}
    </section>
  );
}

/** One market of a batch has a view of its own; an opened world leads there. */
export function WorldGrid({ seen, words, dispatch }: Pick<ViewProps, 'words' | 'dispatch'> & { seen: Seen }) {
  const [open, setOpen] = useState<number | undefined>(undefined);
  const { summary, before, families, focus } = seen;
  const family = families.get(focus[0]);
  if (!family) return null;
  const table = () => (
    <Rows
      isText
      head={[words.ex.worldHead, words.ex.now, ...(before ? [words.ex.before] : [])]}
      rows={seen.worlds.map((world, at) => [
        String(at),
        fateText(fateIn(world, family), words),
        ...(before ? [fateText(fateIn(before.worlds[at], family), words)] : []),
      ])}
    />
  );
  const { length } = family.members;
  const plain = before ? words.ex.gridHowChanged : words.ex.gridHow;
  const how = length > 1 ? plain + words.gap() + words.answers.copiesHow(length) : plain;
  const chart = () => <Squares {...{ seen, family, words, open, setOpen }} />;
  return (
    <Figure
      title={words.ex.grid(firmName(summary, focus[0]))}
      sub={how}
      note={words.worldsOf(summary.n, summary.replicates)}
      {...{ words, chart, table }}
    >
      <Legend {...{ seen, family, words }} />
      <Causes {...{ seen, family, words }} />
      {open !== undefined && (
        <World
          at={open}
          watch={() => dispatch({ type: 'go', view: 'explore', market: open })}
          close={() => {
            setOpen(undefined);
            document.querySelectorAll<HTMLElement>('.sqs .sq')[open]?.focus();
          }}
          {...{ seen, words }}
        />
      )}
    </Figure>
  );
}

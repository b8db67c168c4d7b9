/**
 * Forest of P(cash-out) by firm with Wilson intervals, and what was before, hollow, with the paired
 * change; the same numbers as a table.
 */
import type { Estimate, FirmSummary } from '../../experiment/summary.js';
import { commonUnit, firmName } from '../../report/cases.js';
import { danger, FEW } from '../../report/narrative.js';
import { intervalCell, month, percent, points } from '../../report/numbers.js';
import { changeIn, isOwn, type Seen } from '../seen.js';
import { shortNames } from '../short-names.js';
import type { Words } from '../words.js';
import { OTHER_ENDS } from '../words-answers.js';
import { colourOf } from './colour.js';
import { Figure, Rows } from './figure.jsx';

/**
 * The firm that is asked about and those that stand for themselves first, then lines that pool copies; in each the most
 * endangered first, before the change if there is one: rows stay where they are while a slider moves.
 */
function byDanger({ summary, before, asked }: Seen): string[] {
  const of = (before ?? { summary }).summary;
  const late = (id: string) => Number(id !== asked && !isOwn(summary, id));
  return [...summary.firmIds].sort((a, b) => late(a) - late(b) || danger(of.firms[b]) - danger(of.firms[a]));
}

/** Percent of the width, two decimals. */
function x(share: number): string {
  return `${(share * 100).toFixed(2)}%`;
}

interface WhiskerProps {
  readonly now: Estimate;
  readonly was: Estimate | undefined;
  readonly colour: string;
  readonly few: boolean;
}

function Whisker({ now, was, colour, few }: WhiskerProps) {
  const { estimate, low, high } = now;
  return (
    <svg class="w" width="100%" aria-hidden="true">
      {[0, 0.25, 0.5, 0.75, 1].map((at) => (
        <line key={at} class={at === 0 ? 'zl' : 'gl'} x1={x(at)} x2={x(at)} y1="0" y2="100%" />
      ))}
      {was && Number.isFinite(was.estimate) && <circle class="ho" cx={x(was.estimate)} cy="16" r="5" />}
      {Number.isFinite(estimate) && (
        <>
          <line x1={x(low)} x2={x(high)} y1="16" y2="16" stroke={colour} stroke-width="2" />
          <line x1={x(low)} x2={x(low)} y1="12" y2="20" stroke={colour} stroke-width="2" />
          <line x1={x(high)} x2={x(high)} y1="12" y2="20" stroke={colour} stroke-width="2" />
          {!few && <circle cx={x(estimate)} cy="16" r="5" fill={colour} />}
        </>
      )}
    </svg>
  );
}

const GLYPH = { acquired: '◆', 'wound-down': '■', paused: '‖' } as const;

/** How else the firm ended; empty if it never did. */
function otherEnds({ outcomes }: FirmSummary, { answers, ex }: Words): string {
  const told = OTHER_ENDS.flatMap((end) => {
    const { estimate, low, high } = outcomes[end];
    const fate = `${GLYPH[end]} ${ex.fate[end]}`;
    return estimate >= 0.005 ? [answers.otherwise(percent(estimate), intervalCell(low, high), fate)] : [];
  });
  return told.join(' · ');
}

/** The change in points; an interval alone, without a number, where worlds are few. */
function changeText(seen: Seen, id: string): string {
  const change = changeIn(seen, id);
  if (!change) return '';
  return change.n < FEW ? '–' : points(change.difference);
}

/** The interval of the change; empty where no world changed. */
function changeRange(seen: Seen, id: string, { ex }: Words): string {
  const change = changeIn(seen, id);
  return change ? ex.range(points(change.low), points(change.high)) : '';
}

interface RowProps {
  readonly seen: Seen;
  readonly id: string;
  readonly name: string;
  readonly words: Words;
}

function Row({ seen, id, name, words }: RowProps) {
  const { summary, before, focus } = seen;
  const firm = summary.firms[id];
  const few = summary.n < FEW;
  const colour = colourOf(firm);
  const ends = few ? '' : otherEnds(firm, words);
  return (
    <div class={id === focus[0] ? 'fr first' : 'fr'}>
      <span class="firm">
        <svg width="9" height="9" aria-hidden="true">
          <rect width="9" height="9" rx="3" fill={colour} />
        </svg>
        <span class="nm">
          <span>{name}</span>
        </span>
      </span>
      <Whisker now={firm.cashOut} was={before?.summary.firms[id].cashOut} {...{ colour, few }} />
      {firm.cashOut.n === 0 ? (
        <span class="never">{words.ex.fate.absent}</span>
      ) : (
        <>
          <b>{few ? '–' : percent(firm.cashOut.estimate)}</b>
          <span class="iv">
            {before ? changeText(seen, id) : intervalCell(firm.cashOut.low, firm.cashOut.high)}
            {before && <small>{changeRange(seen, id, words)}</small>}
          </span>
        </>
      )}
      {ends !== '' && <span class="ends">{ends}</span>}
    </div>
  );
}

function Chart({ seen, ids, words }: { seen: Seen; ids: readonly string[]; words: Words }) {
  const { summary } = seen;
  const names = shortNames(ids.map((id) => firmName(summary, id)));
  const spoken = ids.map((id) => {
    const { estimate, low, high } = summary.firms[id].cashOut;
    const row = words.forestRow(firmName(summary, id), percent(estimate), words.shareInterval(low, high));
    const ends = otherEnds(summary.firms[id], words);
    return ends === '' ? row : `${row}, ${ends}`;
  });
  return (
    <div
      class={seen.before ? 'forest paired' : 'forest'}
      role="img"
      aria-label={words.forestLabel(spoken.join('; '))}
    >
      {ids.map((id, k) => (
        <Row key={id} name={names[k]} {...{ seen, id, words }} />
      ))}
      <div class="fr axis" aria-hidden="true">
        <span class="ticks">
          {['0', '25', '50', '75', '100%'].map((tick) => (
            <span key={tick}>{tick}</span>
          ))}
        </span>
      </div>
    </div>
  );
}

function Table({ seen, ids, words }: { seen: Seen; ids: readonly string[]; words: Words }) {
  const { summary, before } = seen;
  const plain = [words.firm, words.share, words.interval, words.medianMonth];
  const compared = [words.ex.before, words.ex.pointsHead, words.interval];
  const rows = ids.map((id) => {
    const { cashOut, medianExitMonth } = summary.firms[id];
    const { estimate, low, high } = cashOut;
    const change = changeIn(seen, id);
    const ends = change ? `${points(change.low)} … ${points(change.high)}` : '–';
    const was = before
      ? [percent(before.summary.firms[id].cashOut.estimate), changeText(seen, id), ends]
      : [];
    return [
      firmName(summary, id),
      percent(estimate),
      intervalCell(low, high),
      month(medianExitMonth),
      ...was,
    ];
  });
  return <Rows head={before ? [...plain, ...compared] : plain} rows={rows} />;
}

export function Forest({ seen, words }: { seen: Seen; words: Words }) {
  const { summary, before } = seen;
  const ids = byDanger(seen);
  const unit = commonUnit(summary);
  const how = words.forestHow(unit, summary.months);
  const props = { seen, ids, words };
  return (
    <Figure
      title={words.forest}
      sub={before ? how + words.gap() + words.ex.forestBefore : how}
      note={words.method(summary.n, unit === 'cases')}
      words={words}
      chart={() => <Chart {...props} />}
      table={() => <Table {...props} />}
    />
  );
}

/** Forest of P(cash-out) by firm with Wilson intervals, most endangered first; the same numbers as a table. */
import { useState } from 'preact/hooks';
import type { FirmSummary, Summary } from '../../experiment/summary.js';
import { commonUnit, firmName } from '../../report/cases.js';
import { danger, FEW } from '../../report/narrative.js';
import { intervalCell, intervalText, month, percent } from '../../report/numbers.js';
import type { Words } from '../words.js';

/** Slots with a colour of their own; later firms are slate. */
const COLOURS = 12;

function colourOf({ slot }: FirmSummary): string {
  return `var(--f${Math.min(slot, COLOURS)})`;
}

function byDanger(summary: Summary): string[] {
  return [...summary.firmIds].sort((a, b) => danger(summary.firms[b]) - danger(summary.firms[a]));
}

/** Percent of the width, two decimals. */
function x(share: number): string {
  return `${(share * 100).toFixed(2)}%`;
}

function Whisker({ firm, few }: { firm: FirmSummary; few: boolean }) {
  const { estimate, low, high } = firm.cashOut;
  const colour = colourOf(firm);
  return (
    <svg class="w" width="100%" height="32" aria-hidden="true">
      {[0, 0.25, 0.5, 0.75, 1].map((at) => (
        <line key={at} class={at === 0 ? 'zl' : 'gl'} x1={x(at)} x2={x(at)} y1="0" y2="32" />
      ))}
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

function Row({ summary, id }: { summary: Summary; id: string }) {
  const firm = summary.firms[id];
  const few = summary.n < FEW;
  return (
    <div class="fr">
      <span class="firm">
        <svg width="9" height="9" aria-hidden="true">
          <rect width="9" height="9" rx="3" fill={colourOf(firm)} />
        </svg>
        <span>{firmName(summary, id)}</span>
      </span>
      <Whisker firm={firm} few={few} />
      <b>{few ? '–' : percent(firm.cashOut.estimate)}</b>
      <span class="iv">{intervalCell(firm.cashOut.low, firm.cashOut.high)}</span>
    </div>
  );
}

function Chart({ summary, ids, words }: { summary: Summary; ids: readonly string[]; words: Words }) {
  const spoken = ids.map((id) => {
    const { estimate, low, high } = summary.firms[id].cashOut;
    return words.forestRow(firmName(summary, id), percent(estimate), intervalText(low, high));
  });
  return (
    <div class="forest" role="img" aria-label={words.forestLabel(spoken.join('; '))}>
      {ids.map((id) => (
        <Row key={id} summary={summary} id={id} />
      ))}
      <div class="fr axis" aria-hidden="true">
        <span />
        <span class="ticks">
          {['0', '25', '50', '75', '100%'].map((tick) => (
            <span key={tick}>{tick}</span>
          ))}
        </span>
      </div>
    </div>
  );
}

function Table({ summary, ids, words }: { summary: Summary; ids: readonly string[]; words: Words }) {
  return (
    <table class="mini">
      <thead>
        <tr>
          {[words.firm, words.share, words.interval, words.medianMonth].map((name) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {ids.map((id) => {
          const { cashOut, medianExitMonth } = summary.firms[id];
          return (
            <tr key={id}>
              <th scope="row">{firmName(summary, id)}</th>
              <td>{percent(cashOut.estimate)}</td>
              <td>{intervalCell(cashOut.low, cashOut.high)}</td>
              <td>{month(medianExitMonth)}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

export function Forest({ summary, words }: { summary: Summary; words: Words }) {
  const [table, setTable] = useState(false);
  const ids = byDanger(summary);
  const unit = commonUnit(summary);
  const Shown = table ? Table : Chart;
  return (
    <figure class="card">
      <h2 class="h3">{words.forest}</h2>
      <p class="sub">{words.forestHow(unit, summary.months)}</p>
      <Shown summary={summary} ids={ids} words={words} />
      <figcaption class="note">
        <span>{words.method(summary.n, unit === 'cases')}</span>
        <button type="button" class="link" aria-pressed={table} onClick={() => setTable(!table)}>
          {table ? words.asChart : words.asTable}
        </button>
      </figcaption>
    </figure>
  );
}

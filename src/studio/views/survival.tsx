/** Survival of the firms in focus as steps with their bands, the leading one also before, dashed; who is at risk below. */
import type { Survival as Curve, FirmSummary } from '../../experiment/summary.js';
import { firmName } from '../../report/cases.js';
import { intervalCell, percent } from '../../report/numbers.js';
import { spread } from '../../report/spread.js';
import type { Seen } from '../seen.js';
import { shortNames } from '../short-names.js';
import type { Words } from '../words.js';
import { colourOf, inkOf } from './colour.js';
import { Figure, Rows } from './figure.jsx';
import { bandPath, linePath, type Plane, PlaneOf, stepped } from './plane.jsx';

const TICKS = [
  [0, '0'],
  [0.25, '25'],
  [0.5, '50'],
  [0.75, '75'],
  [1, '100%'],
] as const;
const ROW = 18;

/** A curve from month 0, where everybody still operates; only as far as it is known. */
function pointsOf(values: readonly number[], { x, y }: Plane): [number, number][] {
  const known = [1, ...values].slice(0, 1 + values.filter(Number.isFinite).length);
  return stepped(known.map((value, month) => [x(month), y(value)] as const)).map(([a, b]) => [a, b]);
}

function Line({ firm, plane }: { firm: FirmSummary; plane: Plane }) {
  const { estimate, low, high } = firm.survival;
  return (
    <>
      <path d={bandPath(pointsOf(high, plane), pointsOf(low, plane))} fill={colourOf(firm)} opacity="0.15" />
      <path class="ln" d={linePath(pointsOf(estimate, plane))} stroke={colourOf(firm)} />
    </>
  );
}

interface Label {
  readonly text: string;
  readonly ink: string;
  readonly share: number;
}

function Labels({ labels, plane }: { labels: readonly Label[]; plane: Plane }) {
  const wanted = labels.map(({ share }) => plane.y(Number.isFinite(share) ? share : 0));
  const at = spread(wanted, 15, plane.top + 4, plane.bottom);
  return (
    <>
      {labels.map(({ text, ink }, k) => (
        <text key={text} class="lab" x={plane.right + 8} y={at[k] + 4} fill={ink}>
          {text}
        </text>
      ))}
    </>
  );
}

function AtRisk({ firms, plane, words }: { firms: readonly FirmSummary[]; plane: Plane; words: Words }) {
  const months = firms[0].survival.atRisk.length;
  const shown = [0, 0.25, 0.5, 0.75].map((part) => Math.round(part * months));
  return (
    <>
      {firms.map((firm, k) => {
        const y = plane.bottom + 44 + k * ROW;
        return (
          <g key={firm.slot}>
            <rect x={plane.right + 8} y={y - 9} width="9" height="9" rx="3" fill={colourOf(firm)} />
            <text class="ax" x={plane.right + 22} y={y}>
              {words.ex.atRisk}
            </text>
            {shown.map((month) => (
              <text key={month} class="ax" x={plane.x(month)} y={y} text-anchor="middle">
                {firm.survival.atRisk[month]}
              </text>
            ))}
          </g>
        );
      })}
    </>
  );
}

function shareText({ estimate, low, high }: Curve): string {
  const at = estimate.length - 1;
  return `${percent(estimate[at])}, ${intervalCell(low[at], high[at])}%`;
}

export function Survival({ seen, words }: { seen: Seen; words: Words }) {
  const { summary, before, focus } = seen;
  const [lead] = focus;
  const firms = focus.map((id) => summary.firms[id]);
  const was = before?.summary.firms[lead].survival;
  const name = (id: string) => firmName(summary, id);
  const short = shortNames(focus.map(name));
  const rows = focus.map((id) => `${name(id)} ${shareText(summary.firms[id].survival)}`);
  const label = words.ex.survivalLabel(
    [...rows, ...(was ? [`${words.ex.before} ${shareText(was)}`] : [])].join('; '),
  );
  const labels: Label[] = firms.map((firm, k) => {
    const share = firm.survival.estimate.at(-1) ?? Number.NaN;
    return {
      text: `${focus.length > 1 ? short[k] : words.ex.now} ${percent(share)}`,
      ink: inkOf(firm),
      share,
    };
  });
  const last = was?.estimate.at(-1) ?? Number.NaN;
  if (was) labels.push({ text: `${words.ex.beforeLabel} ${percent(last)}`, ink: 'var(--ink3)', share: last });
  const table = () => (
    <Rows
      head={[
        words.ex.monthHead,
        ...focus.map(name),
        ...(was ? [`${name(lead)} (${words.ex.beforeLabel})`] : []),
      ]}
      rows={firms[0].survival.estimate.map((_, month) => [
        String(month + 1),
        ...firms.map(({ survival }) => percent(survival.estimate[month])),
        ...(was ? [percent(was.estimate[month] ?? null)] : []),
      ])}
    />
  );
  const chart = () => (
    <PlaneOf
      {...{ label, low: 0, high: 1, ticks: TICKS, months: summary.months, monthWord: words.ex.month }}
      below={8 + firms.length * ROW}
    >
      {(plane) => (
        <>
          {was && <path class="ln was" d={linePath(pointsOf(was.estimate, plane))} />}
          {[...firms].reverse().map((firm) => (
            <Line key={firm.slot} firm={firm} plane={plane} />
          ))}
          <Labels labels={labels} plane={plane} />
          <AtRisk firms={firms} plane={plane} words={words} />
        </>
      )}
    </PlaneOf>
  );
  const sub = was ? `${words.ex.survivalHow} ${words.ex.dashed(name(lead))}` : words.ex.survivalHow;
  return (
    <Figure
      title={words.ex.survival}
      sub={sub}
      note={words.ex.survivalNote(summary.n)}
      {...{ words, chart, table }}
    />
  );
}

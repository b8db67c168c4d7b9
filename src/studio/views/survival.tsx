/** Survival of the firms in focus as steps with their bands, the leading one also before, dashed; who is at risk below. */
import type { Survival as Curve, FirmSummary } from '../../experiment/summary.js';
import { firmName } from '../../report/cases.js';
import { count, intervalCell, percent } from '../../report/numbers.js';
import { spread } from '../../report/spread.js';
import type { Seen } from '../seen.js';
import { shortNames } from '../short-names.js';
import { textWidth } from '../text-width.js';
import type { Words } from '../words.js';
import { colourOf, inkOf } from './colour.js';
import { Figure, Rows } from './figure.jsx';
import { bandPath, LABEL_GAP, linePath, type Plane, PlaneOf, stepped } from './plane.jsx';

const TICKS = [
  [0, '0'],
  [0.25, '25'],
  [0.5, '50'],
  [0.75, '75'],
  [1, '100%'],
] as const;
const ROW = 18;

/** Months in which somebody was still watched: behind them an interval would be from 0 to 100 %. */
function watchedOf({ atRisk }: Curve): number {
  const end = atRisk.indexOf(0);
  return end < 0 ? atRisk.length : end;
}

/** A curve from month 0, where everybody still operates; only as far as it is known. */
function pointsOf(values: readonly number[], months: number, { x, y }: Plane): [number, number][] {
  const known = months === 0 ? [] : [1, ...values.slice(0, months)].filter(Number.isFinite);
  return stepped(known.map((value, month) => [x(month), y(value)] as const)).map(([a, b]) => [a, b]);
}

function Line({ firm, plane }: { firm: FirmSummary; plane: Plane }) {
  const { estimate, low, high } = firm.survival;
  const of = (values: readonly number[]) => pointsOf(values, watchedOf(firm.survival), plane);
  return (
    <>
      <path d={bandPath(of(high), of(low))} fill={colourOf(firm)} opacity="0.15" />
      <path class="ln" d={linePath(of(estimate))} stroke={colourOf(firm)} />
    </>
  );
}

/** `short`: where the text does not fit. */
interface Label {
  readonly text: string;
  readonly short: string;
  readonly ink: string;
  readonly share: number;
}

function Labels({ labels, plane }: { labels: readonly Label[]; plane: Plane }) {
  const wanted = labels.map(({ share }) => plane.y(Number.isFinite(share) ? share : 0));
  const at = spread(wanted, 15, plane.top + 4, plane.bottom);
  return (
    <>
      {labels.map(({ text, short, ink }, k) => (
        <text key={text} class="lab" x={plane.right + LABEL_GAP} y={at[k] + 4} fill={ink}>
          {textWidth(text) > plane.width - plane.right - LABEL_GAP ? short : text}
        </text>
      ))}
    </>
  );
}

interface AtRiskProps {
  readonly firms: readonly FirmSummary[];
  /** One a firm; over its row if there are several. */
  readonly names: readonly string[];
  readonly plane: Plane;
  readonly words: Words;
}

/** Rows of numbers; where there are several each has its name above, for a label at a line may have had no room. */
function AtRisk({ firms, names, plane, words }: AtRiskProps) {
  const months = firms[0].survival.atRisk.length;
  const shown = [0, 0.25, 0.5, 0.75].map((part) => Math.round(part * months));
  const isOne = firms.length === 1;
  const x = isOne ? plane.right + LABEL_GAP : plane.left;
  return (
    <>
      {firms.map((firm, k) => {
        const y = plane.bottom + 44 + k * 2 * ROW + (isOne ? 0 : ROW - 2);
        const named = isOne ? y : y - ROW + 2;
        return (
          <g key={firm.slot}>
            <rect x={x} y={named - 9} width="9" height="9" rx="3" fill={colourOf(firm)} />
            <text class="ax" x={x + 14} y={named}>
              {isOne ? words.ex.atRisk : `${names[k]} · ${words.ex.atRisk}`}
            </text>
            {shown.map((month) => (
              <text key={month} class="ax" x={plane.x(month)} y={y} text-anchor="middle">
                {count(firm.survival.atRisk[month])}
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
  const labels: Label[] = firms.flatMap((firm, k) => {
    if (watchedOf(firm.survival) === 0) return [];
    const share = firm.survival.estimate.at(-1) ?? Number.NaN;
    const now = percent(share);
    return [
      {
        text: `${focus.length > 1 ? short[k] : words.ex.now} ${now}`,
        short: now,
        ink: inkOf(firm),
        share,
      },
    ];
  });
  const last = was?.estimate.at(-1) ?? Number.NaN;
  if (was) {
    const text = `${words.ex.beforeLabel} ${percent(last)}`;
    labels.push({ text, short: text, ink: 'var(--ink3)', share: last });
  }
  const table = () => (
    <Rows
      head={[
        words.ex.monthHead,
        ...focus.map(name),
        ...(was ? [name(lead) + words.inBrackets(words.ex.beforeLabel)] : []),
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
      below={8 + (firms.length === 1 ? 1 : 2 * firms.length) * ROW}
      labels={labels.map(({ text }) => text)}
    >
      {(plane) => (
        <>
          {was && <path class="ln was" d={linePath(pointsOf(was.estimate, watchedOf(was), plane))} />}
          {[...firms].reverse().map((firm) => (
            <Line key={firm.slot} firm={firm} plane={plane} />
          ))}
          <Labels labels={labels} plane={plane} />
          <AtRisk firms={firms} names={focus.map(name)} plane={plane} words={words} />
        </>
      )}
    </PlaneOf>
  );
  const sub = was ? words.ex.survivalHow + words.gap() + words.ex.dashed(name(lead)) : words.ex.survivalHow;
  return (
    <Figure
      title={words.ex.survival}
      sub={sub}
      note={words.ex.survivalNote(summary.n)}
      {...{ words, chart, table }}
    />
  );
}

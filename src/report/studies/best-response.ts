/** A best response in words: what to choose and what it gains, what would be as good, and the points tried. */
import type { BestField, BestResponse } from '../../experiment/study/best-response.js';
import { percent, points, scaled, signed } from '../numbers.js';
import { makeTable, painter, tableText, wrap } from '../text-layout.js';
import { fieldText, gainText, isShareFormula, wishText } from './chosen.js';
import { firmText, type StudyHead, studyHead } from './head.js';
import { valueText } from './value-text.js';

const WIDTH = 100;
/** Points tried that the terminal shows; the file has all. */
const MOST = 12;

function choiceText(field: BestField): string {
  return `${fieldText(field)} ${valueText(field.chosen)} (now ${valueText(field.present)})`;
}

function answer(result: StudyHead & BestResponse): string {
  const { firm, fields, gain, maximised, flat } = result;
  const name = firmText(result, firm);
  const choice = fields.map(choiceText).join(', ');
  const wish = wishText(maximised, result.currency);
  const rise = `${gainText(gain, maximised)} in ${wish}`;
  if (gain.n === 0) return `Nothing could be measured for ${name}: no world finished.`;
  if (flat)
    return `It makes no clear difference to ${name}: no point that was tried is clearly worse than the best, ${choice}. On fresh worlds: ${rise}.`;
  if (gain.low > 0) return `Best for ${name}: ${choice}. On fresh worlds that gains ${rise}.`;
  return `No clear gain for ${name}: the best found is ${choice}; on fresh worlds ${rise}.`;
}

function nearText(field: BestField): string {
  const name = fieldText(field);
  const near = field.near.map(valueText);
  if (field.range === undefined)
    return near.length === 1
      ? `Every other ${name} is clearly worse.`
      : `Not clearly worse than each other for ${name}: ${near.join(', ')}.`;
  const over =
    near[0] === near[1]
      ? `Of the points tried for ${name} only ${near[0]} is not clearly worse`
      : `Points tried for ${name} from ${near[0]} to ${near[1]} are not clearly worse`;
  const end = field.end
    ? ` The best lies at the ${field.end === 'low' ? 'lower' : 'upper'} end of the range, ${field.range.map(valueText).join(' to ')}: a wider range may hold a better one.`
    : '';
  return `${over}.${end}`;
}

function besideText({ beside: { cashOut, outside } }: BestResponse): string {
  const changes = [
    `P(cash-out) ${percent(cashOut.a)} → ${percent(cashOut.b)} (${points(cashOut.estimate)} points, 95% ${points(cashOut.low)} to ${points(cashOut.high)})`,
    `money from investors and parents ${scaled(outside.a)} → ${scaled(outside.b)}`,
  ];
  return `With it: ${changes.join('; ')}.`;
}

function shownTries({ tried, fields }: BestResponse): BestResponse['tried'] {
  const isLine = fields.length === 1 && fields[0].range !== undefined;
  const byValue = [...tried].sort((a, b) => b.fromBest - a.fromBest).slice(0, MOST);
  if (!isLine) return byValue;
  const apart = Math.ceil(tried.length / MOST);
  const order = [...tried].sort((a, b) => Number(a.values[0]) - Number(b.values[0]));
  return order.filter((own, k) => k % apart === 0 || own === byValue[0] || k === order.length - 1);
}

function tableOf(result: StudyHead & BestResponse): string {
  const isShare = isShareFormula(result.maximised);
  const shown = (value: number) => (isShare ? points(value) : signed(value, scaled));
  const heads = [
    ...result.fields.map(fieldText),
    isShare ? 'share' : 'objective',
    'less than best',
    '95%',
    'worlds',
  ];
  const table = makeTable(
    heads,
    heads.map((_, k) => k),
    painter(false),
  );
  for (const { values, objective, fromBest, low, high, worlds } of shownTries(result))
    table.push([
      ...values.map(valueText),
      isShare ? percent(objective) : scaled(objective),
      ...[shown(fromBest), `${shown(low)} to ${shown(high)}`, String(worlds)],
    ]);
  return tableText(table);
}

const NOTE =
  'Rivals keep their plans. All points met the same worlds; the gain is of worlds that did not choose the winner.';

/** The text, with a final line break. */
export function bestResponseText(result: StudyHead & BestResponse): string {
  const remarks = [...(result.flat ? [] : result.fields.map(nearText)), besideText(result)];
  const parts = [
    studyHead(result),
    wrap(answer(result), WIDTH),
    remarks.map((line) => wrap(line, WIDTH)).join('\n'),
    tableOf(result),
    wrap(NOTE, WIDTH),
  ];
  return `${parts.join('\n\n')}\n`;
}

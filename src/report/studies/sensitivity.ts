/** What decides an outcome, in words and as a table: the strongest field first. */
import type {
  Effect,
  FactorEffects,
  OutcomeSensitivity,
  SensitivityResult,
} from '../../experiment/study/sensitivity.js';
import { percent, plain, points, scaled, signed } from '../numbers.js';
import { plainText } from '../plain-text.js';
import { makeTable, painter, shorten, tableText, wrap } from '../text-layout.js';
import { firmText, type StudyHead, studyHead } from './head.js';
import { isShare, outcomeWord } from './outcome-words.js';

const WIDTH = 100;
const NAME = 40;
/** Outcomes and fields that the terminal shows; the file has all. */
const OUTCOMES = 3;
const FIELDS = 12;

function two(value: number): string {
  return Number.isFinite(value) ? value.toFixed(2).replace('-', '−') : '–';
}

function withInterval({ estimate, low, high }: Effect): string {
  return `${two(estimate)} (${two(low)} to ${two(high)})`;
}

function inUnits(own: OutcomeSensitivity, { estimate, low, high }: Effect): string {
  const write = isShare(own) ? (x: number) => points(x).replace('+', '') : scaled;
  return `${write(estimate)} (${write(low)} to ${write(high)})`;
}

function columnsOf(
  own: OutcomeSensitivity,
  { first, total, muStar, sigma, correlation }: FactorEffects,
): string[] {
  if (first && total) return [withInterval(first), withInterval(total)];
  if (muStar && sigma) return [inUnits(own, muStar), inUnits(own, sigma)];
  return correlation ? [withInterval(correlation), plain(correlation.p)] : [];
}

const HEADS = {
  sobol: ['alone', 'with others'],
  morris: ['mean effect', 'spread'],
  rank: ['partial rank correlation', 'p'],
} as const;

/** What the ends of a field's range do to the outcome, from the tornado. */
function endsOf(own: OutcomeSensitivity, factor: string): string[] {
  const row = own.tornado.find((each) => each.factor === factor);
  if (!row) return ['', ''];
  const write = (value: number) => (isShare(own) ? points(value) : signed(value, scaled));
  return [write(row.low.estimate), write(row.high.estimate)];
}

/** The outcome and its firm in words. */
export function sensitivityName(head: StudyHead, { outcome, firm }: OutcomeSensitivity): string {
  if (firm === '') return outcomeWord(outcome);
  return `${outcomeWord(outcome)} of ${firmText(head, firm)}`;
}

/** True if the intervals of two fields' effects overlap: which is stronger cannot be told. */
function isClose(first: FactorEffects, second: FactorEffects): boolean {
  const own = ({ total, muStar, correlation }: FactorEffects) => total ?? muStar ?? correlation;
  const [a, b] = [own(first), own(second)];
  if (!a || !b) return false;
  const least = Math.min(Math.abs(a.low), Math.abs(a.high));
  return least <= Math.max(Math.abs(b.low), Math.abs(b.high));
}

/** What decides an outcome, as a sentence. */
export function sensitivitySentence(
  head: StudyHead,
  own: OutcomeSensitivity,
  method: SensitivityResult['method'],
): string {
  const [strongest, second] = own.effects;
  const name = `${sensitivityName(head, own)} (mean ${isShare(own) ? percent(own.mean) : scaled(own.mean)})`;
  const chance =
    own.chanceShare === undefined
      ? ''
      : ` Luck alone makes ${percent(own.chanceShare)} of the variance of a single world.`;
  if (method === 'sobol' && !(own.variance > 0))
    return `${name}: the fields make no variance that could be told from luck; more points or worlds may.`;
  const how = { sobol: 'is decided most by', morris: 'moves most with', rank: 'goes most with' }[method];
  const rival =
    second && isClose(strongest, second) ? `, not clearly more than ${plainText(second.factor)}` : '';
  return `${name[0].toUpperCase()}${name.slice(1)} ${how} ${plainText(strongest.factor)}${rival}.${chance}`;
}

function tableOf(own: OutcomeSensitivity, method: SensitivityResult['method']): string {
  const head = ['field', ...HEADS[method], 'at low end', 'at high end'];
  const table = makeTable(head, [1, 2, 3, 4], painter(false));
  for (const effects of own.effects.slice(0, FIELDS)) {
    const name = shorten(plainText(effects.factor), NAME);
    table.push([name, ...columnsOf(own, effects), ...endsOf(own, effects.factor)]);
  }
  return tableText(table);
}

/** P(cash-out) first, then what varies most by its own mean. */
export function tellingOutcomes({ outcomes }: SensitivityResult, most = OUTCOMES): OutcomeSensitivity[] {
  const rank = (own: OutcomeSensitivity) => (own.firm === '' ? 2 : own.outcome === 'cashOut' ? 1 : 0);
  const spread = (own: OutcomeSensitivity) => (isShare(own) ? own.variance : 0);
  return [...outcomes].sort((a, b) => rank(b) - rank(a) || spread(b) - spread(a)).slice(0, most);
}

const NOTES = {
  sobol:
    '"alone" and "with others": parts of the variance between inputs (first and total Sobol index, 95%); their difference is interaction.',
  morris:
    '"mean effect": mean size of the change over the whole range of the field; "spread": how much it hangs on the other fields.',
  rank: 'Partial rank correlation: 1 or −1 if the outcome goes strictly with the field, the others held.',
};
const ENDS = 'Ends: that field alone at its 5% and 95% value, on the same luck.';

/** The text, with a final line break. */
export function sensitivityText(result: StudyHead & SensitivityResult): string {
  const { method, outcomes, silent } = result;
  const parts = [studyHead(result)];
  for (const own of tellingOutcomes(result))
    parts.push(`${wrap(sensitivitySentence(result, own, method), WIDTH)}\n\n${tableOf(own, method)}`);
  if (outcomes.length === 0) parts.push('No outcome varies over these fields.');
  const rest = outcomes.length - Math.min(OUTCOMES, outcomes.length);
  if (rest > 0) parts.push(`${rest} more outcomes are in the result.`);
  if (silent.length > 0)
    parts.push(wrap(`Never changes, or has no value somewhere: ${silent.map(plainText).join(', ')}.`, WIDTH));
  return `${[...parts, wrap(`${NOTES[method]} ${ENDS}`, WIDTH)].join('\n\n')}\n`;
}

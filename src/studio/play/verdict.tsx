/** The first words of a debrief: how it ended, how the twin fares, and the decision that mattered most. */
import { percent } from '../../report/numbers.js';
import { figure, withUnit } from '../amount.js';
import { NOT_SOLD } from '../market/history.js';
import { tierName } from './decisions.jsx';
import { fine } from './digits.js';
import { NO_LIMIT } from './form.js';
import type { Life } from './life.js';
import { channelName, nameOf } from './names.js';
import type { Debrief as Told } from './state.js';
import type { TableProps } from './table.jsx';
import type { Step } from './turning.js';

/** What the parts of a debrief get. */
export interface DebriefProps extends TableProps {
  readonly told: Told;
}

/** Cash at the end of a life, currency. */
export function endOf({ cash }: Life): number {
  return cash.at(-1) ?? 0;
}

/** Most fields of a decision that are named. */
const NAMED = 2;

function stepText(props: DebriefProps, { field, before, now }: Step): string {
  const { words, scenario, language } = props;
  const [key, part] = field.split('.', 2);
  const names: Record<string, () => string> = {
    prices: () => words.price(tierName(props, Number(part))),
    quotas: () => words.quota(tierName(props, Number(part))),
    ads: () => words.ads(channelName(scenario, part)),
    research: () => words.research,
    fixedCost: () => words.fixedCost,
    apiPrice: () => words.apiPrice,
    seek: () => words.seek,
  };
  if (!Object.hasOwn(names, key)) return words.stop;
  const write = (value: Step['now']): string => {
    if (key === 'seek') return words.seekSays(value as boolean | undefined);
    if (value === undefined) return words.asPlanned;
    if (key === 'prices' && Number(value) >= NOT_SOLD) return words.notSold;
    if (key === 'quotas' && Number(value) >= NO_LIMIT) return words.noLimit;
    return figure(Number(value), language);
  };
  return words.turningStep(names[key](), write(before), write(now));
}

/** The decision that mattered most, and the end without it. */
function TurningPoint(props: DebriefProps) {
  const { told, words, scenario, language } = props;
  const { turning } = told;
  if (turning === undefined) return null;
  if (turning === null) return <p class="lead">{words.turningNone}</p>;
  const { move, life } = turning;
  const steps = move.steps.slice(0, NAMED).map((step) => stepText(props, step));
  const said = words.turningMore(steps, move.steps.length - steps.length);
  const money = withUnit(fine(endOf(life), language), scenario.currency, language);
  return (
    <p class="lead" data-turning={move.month}>
      {words.turning(move.month, said) + words.gap() + words.turningEnd(life.status, life.lived, money)}
    </p>
  );
}

/** Money that you and your twin took from outside, and what it cost the owners; nothing if nobody took any. */
function raisedText({ told, words, scenario, language }: DebriefProps): string {
  const [yours, twins] = [told.you, told.twin].map(({ raised }) =>
    raised.reduce((sum, money) => sum + money, 0),
  );
  if (yours === 0 && twins === 0) return '';
  const write = (money: number) => withUnit(fine(money, language), scenario.currency, language);
  const sold = told.you.stake < 1 ? percent(1 - told.you.stake) : '';
  return words.endRaised(write(yours), sold, write(twins));
}

/** The verdict as a heading, with what it is held against. */
export function Verdict(props: DebriefProps) {
  const { told, words, scenario, play, language, turn } = props;
  const { you, twin } = told;
  const name = nameOf(scenario, play.game.firm);
  const [before, mark, after] =
    you.status === 'alive' ? words.survived(name, turn.months) : words.ended(name, you.status, you.lived);
  const [yours, twins] = [you, twin].map((life) => fine(endOf(life), language));
  return (
    <>
      <h1 class="say" tabIndex={-1} id="verdict">
        {before}
        {you.status === 'cash-out' ? <em>{mark}</em> : mark}
        {after}
        {words.twinSays(twin.status, twin.lived, turn.months)}
      </h1>
      <p class="lead">{words.endCash(yours, twins, scenario.currency) + words.gap() + raisedText(props)}</p>
      <TurningPoint {...props} />
    </>
  );
}

/** The decisions of a month, the change of cash they sum up to, and the one button that lives through it. */
import { useState } from 'preact/hooks';
import { middleOf } from '../../experiment/inputs.js';
import { plain } from '../../report/numbers.js';
import { plainText } from '../../report/plain-text.js';
import { withUnit } from '../amount.js';
import { NOT_SOLD } from '../market/history.js';
import { type Budget, budgetOf } from './budget.js';
import { signedExact } from './digits.js';
import { Field } from './field.jsx';
import { type Form, NO_LIMIT, viewNow } from './form.js';
import { channelName } from './names.js';
import type { TableProps } from './table.jsx';
import { moneyUnit, roundUp } from './units.js';
import type { PlayWords } from './words.js';

/** The form, how it is written, and in which units. */
interface FormProps extends TableProps {
  readonly form: Form;
  readonly set: (more: Partial<Form>) => void;
}

/** Name of a tier; one without a name is the free one, or has its number. */
export function tierName({ scenario, play, words }: TableProps, tier: number): string {
  const { tiers } = scenario.firms[play.game.firm];
  const name = plainText(tiers[tier]?.name ?? '');
  return name || (middleOf(tiers[tier].price) === 0 ? words.free : words.tier(tier + 1));
}

function replaced(values: readonly number[], at: number, value: number): number[] {
  return values.map((old, k) => (k === at ? value : old));
}

function Prices(props: FormProps) {
  const { form, set, words, scenario, turn, language } = props;
  const [first] = turn.views;
  const known = [...first.tiers.map(({ price }) => price), ...first.rivals.flatMap(({ prices }) => prices)];
  const max = roundUp(2 * Math.max(10, ...known.filter((price) => price < NOT_SOLD)));
  const unit = withUnit(scenario.currency, words.aMonth, language);
  return form.prices.map((price, tier) => (
    <Field
      key={tier}
      id={`price-${tier}`}
      name={words.price(tierName(props, tier))}
      value={price}
      unit={unit}
      max={max}
      empty={{ value: NOT_SOLD, text: words.notSold }}
      slider={words.range}
      set={(value) => set({ prices: replaced(form.prices, tier, value) })}
    />
  ));
}

function Quotas(props: FormProps) {
  const { form, set, words } = props;
  return form.quotas.map((quota, tier) => (
    <Field
      key={tier}
      id={`quota-${tier}`}
      name={words.quota(tierName(props, tier))}
      value={quota}
      unit={words.quotaUnit}
      empty={{ value: NO_LIMIT, text: words.noLimit }}
      slider={words.range}
      set={(value) => set({ quotas: replaced(form.quotas, tier, value) })}
    />
  ));
}

function Budgets(props: FormProps) {
  const { form, set, words, scenario, turn, language } = props;
  const [first] = turn.views;
  const { size, name } = moneyUnit(first, language);
  const unit = `${name}${scenario.currency}`;
  const now = viewNow(turn);
  const reach = first.cash / 24;
  const money = { size, unit, slider: words.range };
  return (
    <>
      {Object.keys(form.ads).map((channel) => (
        <Field
          key={channel}
          {...money}
          id={`ads-${channel}`}
          name={words.ads(channelName(scenario, channel))}
          value={form.ads[channel]}
          max={roundUp(Math.max(reach, form.ads[channel]))}
          set={(value) => set({ ads: { ...form.ads, [channel]: value } })}
        />
      ))}
      <Field
        {...money}
        id="research"
        name={words.research}
        value={form.research}
        max={roundUp(Math.max(reach, 2 * first.research, 1.5 * now.research))}
        set={(research) => set({ research })}
      />
      <Field
        {...money}
        id="fixed-cost"
        name={words.fixedCost}
        value={form.fixedCost}
        max={roundUp(1.2 * Math.max(1, first.fixedCost, now.fixedCost))}
        set={(fixedCost) => set({ fixedCost })}
      />
    </>
  );
}

function TokenPrice({ form, set, words, scenario, language }: FormProps) {
  const { apiPrice } = form;
  if (apiPrice === undefined) return null;
  return (
    <Field
      id="api-price"
      name={words.apiPrice}
      value={apiPrice}
      unit={withUnit(scenario.currency, words.apiUnit, language)}
      slider={words.range}
      set={(value) => set({ apiPrice: value })}
    />
  );
}

function Seek({ form, set, words, scenario, play }: FormProps) {
  const { funding, parent } = scenario.firms[play.game.firm];
  const short = plain(middleOf(funding.seekAt));
  // with a parent a firm only looks if it is told to
  const choices = parent === undefined ? [false, undefined, true] : [false, true];
  const chosen = parent === undefined ? form.seek : (form.seek ?? false);
  return (
    <>
      <fieldset class="dial ask">
        <legend>{words.seek}</legend>
        <span class="seg">
          {choices.map((seek) => (
            <button
              key={`${seek}`}
              type="button"
              aria-pressed={chosen === seek}
              onClick={() => set({ seek })}
            >
              {words.seekSays(seek)}
            </button>
          ))}
        </span>
      </fieldset>
      <p class="small hint">{words.seekHint(chosen, short)}</p>
    </>
  );
}

/** Fixed cost of last month, currency: what a cut is measured from. */
function paidLast({ turn }: TableProps): number {
  return -viewNow(turn).lastMonth.fixedCost;
}

/** Does the firm sell to businesses? */
export function sellsOrders({ scenario, play }: Pick<TableProps, 'scenario' | 'play'>): boolean {
  return scenario.firms[play.game.firm].business !== undefined;
}

/** The budget of the form as it stands. */
export function budgetNow(props: TableProps, form: Form): Budget {
  const { scenario, play, turn } = props;
  const severance = middleOf(scenario.firms[play.game.firm].severance);
  const due = sellsOrders(props) ? turn.due : undefined;
  return budgetOf(viewNow(turn), form, { severance, paid: paidLast(props), due });
}

function linesOf(budget: Budget, words: PlayWords, hasApp: boolean): [string, number][] {
  const { income, due, serving, ads, research, fixedCost, severance } = budget;
  const lines: [string, number | undefined][] = [
    [words.sumIncome, income],
    [words.sumDue, due],
    [hasApp ? words.sumServing : words.sumTokens, serving],
    [words.sumAds, ads],
    [words.sumResearch, research],
    [words.sumFixed, fixedCost],
    [words.sumSeverance, severance === 0 ? undefined : severance],
  ];
  return lines.filter((line): line is [string, number] => line[1] !== undefined);
}

/** The sum with what it leaves out. */
function changeName({ income, due }: Budget, words: PlayWords, hasApp: boolean): string {
  if (hasApp && income === undefined) return words.sumKnown;
  return due === undefined ? words.sumChange : words.sumNoOrders;
}

function Sum(props: FormProps) {
  const { words, language, scenario, form } = props;
  const budget = budgetNow(props, form);
  const hasApp = viewNow(props.turn).tiers.length > 0;
  const lines = linesOf(budget, words, hasApp);
  // of the lines as they are shown, so that it is their sum by hand too
  const change = lines.reduce((sum, [, money]) => sum + Math.round(money), 0);
  return (
    <dl class="sum">
      {lines.map(([name, money]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{signedExact(money)}</dd>
        </div>
      ))}
      <div class="t">
        <dt>{changeName(budget, words, hasApp)}</dt>
        <dd>{withUnit(signedExact(change), scenario.currency, language)}</dd>
      </div>
    </dl>
  );
}

function Stop({ words, dispatch, disabled }: TableProps & { disabled: boolean }) {
  const [asked, ask] = useState(false);
  if (!asked) {
    return (
      <button type="button" class="btn quiet wide" disabled={disabled} onClick={() => ask(true)}>
        {words.stop}
      </button>
    );
  }
  return (
    <div class="acts">
      <button
        type="button"
        class="btn"
        disabled={disabled}
        onClick={() => dispatch({ type: 'play', does: { do: 'stop' } })}
      >
        {words.stopSure}
      </button>
      <button type="button" class="btn quiet" onClick={() => ask(false)}>
        {words.stopBack}
      </button>
    </div>
  );
}

export function Decisions(props: TableProps) {
  const { play, words, dispatch, turn } = props;
  const { form } = play;
  if (!form) return null;
  const month = turn.lived + 1;
  const living = play.turn === undefined;
  const set = (more: Partial<Form>) =>
    dispatch({ type: 'play', does: { do: 'fill', form: { ...form, ...more } } });
  const part = { ...props, form, set };
  const heeds = (field: (typeof turn.ignored)[number]) => !turn.ignored.includes(field);
  return (
    <section class="card dec" aria-labelledby="decide">
      <h2 class="h3" id="decide">
        {words.decideMonth(month)}
      </h2>
      <p class="sub">{words.decideHint}</p>
      {heeds('prices') && <Prices {...part} />}
      {heeds('quotas') && <Quotas {...part} />}
      <Budgets {...part} />
      {heeds('apiPrice') && <TokenPrice {...part} />}
      {heeds('seek') && <Seek {...part} />}
      <Sum {...part} />
      <button
        type="button"
        class="btn pri go"
        aria-disabled={living}
        onClick={() => dispatch({ type: 'play', does: { do: 'live' } })}
      >
        {living ? words.living(month) : words.live(month)}
      </button>
      <Stop {...props} disabled={living} />
    </section>
  );
}

/**
 * What scenarios and declarations say, in Chinese: names, titles, questions, sentences of fields and their units. Shipped
 * texts only; what a file of one's own says stays as it is. Views get a state whose texts are translated already, so none of
 * them asks; paths, ids and numbers stay, and what is simulated, saved or linked is the scenario as it was.
 */
import type { Scenario } from '../../sim/index.js';
import type { Summary } from '../experiment/summary.js';
import type { World } from './market/history.js';
import type { Answer, Opened, Studio } from './state.js';
import type { Store } from './store.js';

/** Each by the text in the file or declaration; scenarios by id, names of fields by key. */
export interface Translations {
  /** How many copies a line stands for, `n` for the number. */
  readonly copies: string;
  /** Of plans and firms. */
  readonly abouts: Readonly<Record<string, string>>;
  readonly currencies: Readonly<Record<string, string>>;
  readonly keys: Readonly<Record<string, string>>;
  readonly names: Readonly<Record<string, string>>;
  /** What is wrong with a file, by pattern: `problem-texts.ts`. */
  readonly problems: Readonly<Record<string, string>>;
  readonly scenarios: Readonly<Record<string, { readonly title: string; readonly question: string }>>;
  readonly sentences: Readonly<Record<string, string>>;
  readonly units: Readonly<Record<string, string>>;
}

/** A text in another language; undefined if it has none. */
export function translated(texts: Readonly<Record<string, string>> | undefined, text: string) {
  return texts && Object.hasOwn(texts, text) ? texts[text] : undefined;
}

/** A name in the language of the page; copies keep their number, a line of copies how many they are. */
function nameIn(by: Translations, name: string): string {
  const { names } = by;
  const many = / \((\d+) copies\)$/.exec(name);
  if (many) return nameIn(by, name.slice(0, many.index)) + by.copies.replace('n', many[1]);
  const number = / \d+$/.exec(name)?.[0] ?? '';
  const whole = translated(names, name);
  const first = translated(names, name.slice(0, name.length - number.length));
  return whole ?? (first === undefined ? name : first + number);
}

function currencyIn({ currencies }: Translations, currency: string): string {
  return translated(currencies, currency) ?? currency;
}

type Named = { readonly name?: string };

function withNames<T extends Named>(all: Readonly<Record<string, T>>, say: (name: string) => string) {
  return Object.fromEntries(
    Object.entries(all).map(([id, one]) => [
      id,
      one.name === undefined ? one : { ...one, name: say(one.name) },
    ]),
  );
}

/** Translates once for each object, so that what is shown of the same state is the same object. */
function once<T extends object>(translate: (one: T, by: Translations) => T): (one: T, by: Translations) => T {
  const known = new WeakMap<T, T>();
  return (one, by) => {
    const found = known.get(one) ?? translate(one, by);
    known.set(one, found);
    return found;
  };
}

/** What is said of a plan or firm; of a shipped one that has no translation nothing. */
function aboutIn<T extends { readonly about?: string }>(by: Translations, one: T, isShipped: boolean): T {
  const { about, ...kept } = one;
  const known = about === undefined ? undefined : translated(by.abouts, about);
  const said = known ?? (isShipped ? undefined : about);
  return (said === undefined ? kept : { ...kept, about: said }) as T;
}

/** A scenario with its texts translated; `id` of a shipped one, whose title and question are known. */
export function scenarioIn(scenario: Scenario, by: Translations, id?: string): Scenario {
  const say = (name: string) => nameIn(by, name);
  const { firms, segments, channels, buyers, arms } = scenario;
  const isShipped = id !== undefined && Object.hasOwn(by.scenarios, id);
  const tiersIn = (firm: Scenario['firms'][string]) => ({
    ...aboutIn(by, firm, isShipped),
    tiers: firm.tiers.map((tier) => (tier.name === undefined ? tier : { ...tier, name: say(tier.name) })),
  });
  const named = withNames(firms, say);
  return {
    ...scenario,
    ...(isShipped ? by.scenarios[id] : {}),
    currency: currencyIn(by, scenario.currency),
    firms: Object.fromEntries(Object.entries(named).map(([key, firm]) => [key, tiersIn(firm)])),
    arms: Object.fromEntries(Object.entries(arms).map(([key, arm]) => [key, aboutIn(by, arm, false)])),
    segments: withNames(segments, say),
    channels: withNames(channels, say),
    buyers: withNames(buyers, say),
  };
}

const openedIn = once<Opened>((opened, by) => ({
  ...opened,
  scenario: scenarioIn(opened.scenario, by, opened.id),
}));

const summaryIn = once<Summary>((summary, by) => ({
  ...summary,
  currency: currencyIn(by, summary.currency),
  firms: withNames(summary.firms, (name) => nameIn(by, name)) as Summary['firms'],
}));

const answerIn = once<Answer>((answer, by) => ({
  ...answer,
  question: { ...answer.question, opened: openedIn(answer.question.opened, by) },
  ...(answer.summary ? { summary: summaryIn(answer.summary, by) } : {}),
}));

/** A lived world with its names translated. */
export function worldIn(world: World, by: Translations): World {
  const say = (name: string) => nameIn(by, name);
  const firms = world.firms.map((firm) => ({ ...firm, name: say(firm.name), tiers: firm.tiers.map(say) }));
  return { ...world, firms };
}

/** The translations that the page's language needs; undefined in English and while they are loaded. */
export function translationsOf({ language, translations }: Studio): Translations | undefined {
  return language === 'zh' ? translations : undefined;
}

/** The state as views show it. */
export function inLanguage(studio: Studio): Studio {
  const by = translationsOf(studio);
  if (!by) return studio;
  const { opened, answer, before, offered } = studio;
  return {
    ...studio,
    ...(opened ? { opened: openedIn(opened, by) } : {}),
    ...(answer ? { answer: answerIn(answer, by) } : {}),
    ...(before ? { before: answerIn(before, by) } : {}),
    ...(offered ? { offered: { ...offered, opened: openedIn(offered.opened, by) } } : {}),
  };
}

/**
 * Loads the translations when Chinese is chosen; the promise is that of the language at the start. Without them, because the
 * server is gone, names and titles stay English.
 */
export async function followLanguage(store: Store): Promise<void> {
  let asked: Promise<void> | undefined;
  const load = async () => {
    const { ZH } = await import('./zh/index.js');
    store.dispatch({ type: 'translate', translations: ZH });
  };
  const follow = ({ language }: Studio) => {
    if (language === 'zh') asked ??= load().catch(() => undefined);
  };
  store.listen(follow);
  follow(store.get());
  await asked;
}

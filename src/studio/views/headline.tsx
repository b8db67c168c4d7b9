/**
 * The answer as a sentence, by the rules of the report, or how it has changed; told to screen readers when it is
 * whole.
 */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Summary } from '../../experiment/summary.js';
import { firmName } from '../../report/cases.js';
import { FEW, focusFirm, headline, lead } from '../../report/narrative.js';
import { month, percent, points } from '../../report/numbers.js';
import { plainText } from '../../report/plain-text.js';
import { amount, signedAmount } from '../amount.js';
import { couldBeZero } from '../compare.js';
import { headlineZh, leadZh } from '../headline-zh.js';
import { levelOf } from '../people.js';
import { changeIn, mostChanged, mostInDanger, type Seen } from '../seen.js';
import type { Language, Words } from '../words.js';
import type { Sentence } from '../words-explore.js';
import { Spoken } from './spoken.jsx';

/** Between two announcements of an answer that is still coming, milliseconds. */
const CALM = 10_000;

/** What is told of an answer: the whole one at once, of one that is long in coming something now and then. */
function useCalm(text: string, isWhole: boolean): string {
  const [calm, setCalm] = useState('');
  const last = useRef(performance.now());
  useEffect(() => {
    const wait = isWhole ? 0 : Math.max(0, CALM - (performance.now() - last.current));
    const timer = setTimeout(() => {
      last.current = performance.now();
      setCalm(text);
    }, wait);
    return () => clearTimeout(timer);
  }, [text, isWhole]);
  return calm;
}

/** A line as the subject of a sentence: a firm, or one of those that are alike. */
function lineName(summary: Summary, id: string, words: Words): string {
  const { copies, name } = summary.firms[id];
  if (copies === 1) return firmName(summary, id);
  return words.answers.copies(plainText(name).replace(/ \(\d+ copies\)$/, ''));
}

/** How the leading firm's danger has changed; undefined while nothing is changed or no world can be compared. */
function comparison(seen: Seen, words: Words): { sentence: Sentence; pairs: number } | undefined {
  const { summary, focus } = seen;
  const [id] = focus;
  const change = changeIn(seen, id);
  if (!change) return undefined;
  const { cashOut } = summary.firms[id];
  const [n, few] = [summary.n, Math.min(summary.n, change.n) < FEW];
  const firm = lineName(summary, id, words);
  const told = { firm, share: cashOut, n, change, few, isZero: couldBeZero(change) };
  return { sentence: words.ex.compare(told), pairs: change.n };
}

/** True if the rules of the report speak of the leading line by themselves. */
function isReports({ summary, focus }: Seen): boolean {
  const [id] = focus;
  return id === focusFirm(summary) && summary.firms[id].copies === 1;
}

function plainSentence(seen: Seen, language: Language, words: Words): Sentence {
  const { summary, focus } = seen;
  if (isReports(seen)) return { ...(language === 'zh' ? headlineZh(summary) : headline(summary)), aside: '' };
  const { cashOut, copies, medianExitMonth } = summary.firms[focus[0]];
  return words.answers.lineSentence({
    firm: lineName(summary, focus[0], words),
    share: summary.n < FEW ? '' : percent(cashOut.estimate),
    interval: words.shareInterval(cashOut.low, cashOut.high),
    n: summary.n,
    isCopies: copies > 1,
    month: medianExitMonth === null ? '' : month(medianExitMonth),
  });
}

/** The interval of the sentence, and how many worlds are behind it. */
function ownLead(seen: Seen, language: Language, answers: Words['answers']): string {
  const { n, months, firms } = seen.summary;
  const { copies } = firms[seen.focus[0]];
  const users = seen.measure === 'users' ? levelOf(seen, seen.focus[0], 'users') : undefined;
  if (!users) return answers.lineLead(n, months, copies);
  const write = (end: number) => (Number.isFinite(end) ? amount(end, language) : '');
  const ends = { low: write(users.low), high: write(users.high) };
  return answers.usersLead({ ...ends, n: users.n, months, copies });
}

/** Who of the users pays, where the sentence counts both and they differ. */
function payersLead(seen: Seen, { answers }: Words): string {
  const [users, payers] = [levelOf(seen, seen.focus[0], 'users'), levelOf(seen, seen.focus[0], 'payers')];
  const isAsked = seen.measure === 'users' && users && payers;
  return isAsked && payers.now > 0 && payers.now < users.now ? answers.firstPay : '';
}

/** What stands under a sentence that compares nothing. */
function plainLead(seen: Seen, language: Language, words: Words): string {
  const { answers } = words;
  const { summary, focus } = seen;
  if (isReports(seen) && seen.measure === 'cash-out')
    return language === 'zh' ? leadZh(summary) : lead(summary);
  const most = mostInDanger(summary);
  const { cashOut } = summary.firms[most];
  const own = ownLead(seen, language, answers);
  if (most === focus[0] && seen.measure === 'cash-out') return own;
  const name = plainText(summary.firms[most].name);
  return `${own}${words.gap()}${answers.mostOften(name, percent(cashOut.estimate), words.shareInterval(cashOut.low, cashOut.high))}`;
}

/** Users at the end and what became of them; undefined while no world has ended in both. */
function usersSentence(seen: Seen, language: Language, words: Words): Sentence | undefined {
  const { summary, focus } = seen;
  const [users, payers] = [levelOf(seen, focus[0], 'users'), levelOf(seen, focus[0], 'payers')];
  if (!users || !payers) return undefined;
  const was = seen.isUnmoved ? undefined : users.was;
  const change = was && {
    size: amount(Math.abs(was.difference), language),
    isMore: was.difference > 0,
    low: signedAmount(was.low, language),
    high: signedAmount(was.high, language),
    isZero: !(was.low > 0 || was.high < 0),
    payersWere: amount(payers.was?.mean ?? 0, language),
  };
  return words.answers.usersSentence({
    firm: lineName(summary, focus[0], words),
    users: amount(users.now, language),
    payers: amount(payers.now, language),
    month: summary.months,
    n: users.n,
    ...(change ? { change } : {}),
  });
}

function sentenceOf(seen: Seen, compared: Sentence | undefined, language: Language, words: Words): Sentence {
  const ofUsers = seen.measure === 'users' ? usersSentence(seen, language, words) : undefined;
  return ofUsers ?? compared ?? plainSentence(seen, language, words);
}

function Parts({ before, mark, after, aside }: Sentence) {
  return (
    <>
      {before}
      <em>{mark}</em>
      {after}
      {aside && <span class="aside">{aside}</span>}
    </>
  );
}

/** Who has changed most, if it is not the firm of the sentence. */
function changedLead(seen: Seen, words: Words): string {
  const most = mostChanged(seen);
  if (!most || most.id === seen.focus[0]) return '';
  const { difference, low, high } = most.change;
  const name = lineName(seen.summary, most.id, words);
  return words.ex.mostChanged(name, points(difference), points(low), points(high));
}

/** What stands under the sentence. `pairs`: worlds that are compared; missing if nothing is. */
function Lead({ seen, pairs, language, words }: LeadProps) {
  const { summary, focus, isTogether } = seen;
  const said = [
    pairs === undefined ? plainLead(seen, language, words) : words.ex.paired(pairs, summary.replicates),
    pairs === undefined ? '' : changedLead(seen, words),
    pairs !== undefined && isTogether ? words.answers.together : '',
    payersLead(seen, words),
    summary.firms[focus[0]].hasParent ? words.answers.parent(firmName(summary, focus[0])) : '',
  ];
  return (
    <p class="lead">
      {seen.isUnmoved && <b>{words.ex.dead + words.gap()}</b>}
      {said.filter((text) => text !== '').join(words.gap())}
    </p>
  );
}

interface LeadProps {
  readonly seen: Seen;
  readonly pairs: number | undefined;
  readonly language: Language;
  readonly words: Words;
}

/** What is seen, and what is said before the first world has ended. */
interface HeadlineProps {
  readonly seen: Seen | undefined;
  /** No more worlds come. */
  readonly isWhole: boolean;
  readonly language: Language;
  readonly words: Words;
}

export function Headline({ seen, isWhole, language, words }: HeadlineProps) {
  // of worlds that did not change there is nothing to compare
  const compared = seen && !seen.isUnmoved ? comparison(seen, words) : undefined;
  const sentence = seen && sentenceOf(seen, compared?.sentence, language, words);
  const spoken = useCalm(sentence ? Object.values(sentence).join('') : '', isWhole);
  // one heading from the first moment on, so that it keeps the focus when the answer comes
  return (
    <>
      <h1 class="say">{sentence ? <Parts {...sentence} /> : words.waiting}</h1>
      <Spoken text={spoken} />
      {seen && <Lead {...{ seen, pairs: compared?.pairs, language, words }} />}
    </>
  );
}

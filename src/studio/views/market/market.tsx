/** One market: a world of the batch, month by month. Nothing moves unless the reader plays, steps or scrubs. */
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { plainText } from '../../../report/plain-text.js';
import { makeMarketAsker } from '../../market/ask.js';
import type { World } from '../../market/history.js';
import { startWorker } from '../../start-worker.js';
import { questionOf, WORLDS } from '../../state.js';
import { translationsOf, worldIn } from '../../translations.js';
import type { ViewProps } from '../app.jsx';
import { NumberInput } from '../number-input.jsx';
import { MarketCanvas } from './canvas.jsx';
import { MonthTable, SampleNote } from './month-table.jsx';
import { Orders } from './orders.jsx';
import { type Speed, Timeline } from './timeline.jsx';
import { UserStory } from './user-story.jsx';

/** Between two months when playing, and the longest move, milliseconds. */
const PACE = 900;
const MOVE = 800;

/** The world asked for, or why there is none; undefined while it is lived. */
function useWorld({ studio }: ViewProps, replicate: number) {
  const asker = useMemo(() => makeMarketAsker(startWorker), []);
  const [answer, setAnswer] = useState<World | { readonly message: string }>();
  const question = questionOf(studio);
  useEffect(() => () => asker.end(), [asker]);
  useEffect(() => {
    setAnswer(undefined);
    if (question) asker.ask(question, replicate, setAnswer);
  }, [question?.opened, question?.values, question?.seed, replicate]);
  const by = translationsOf(studio);
  return useMemo(() => (by && answer && !('message' in answer) ? worldIn(answer, by) : answer), [answer, by]);
}

function WorldChoice({ words, dispatch, replicate }: ViewProps & { replicate: number }) {
  const choose = (input: HTMLInputElement) => {
    const world = Number(input.value);
    if (Number.isInteger(world) && world >= 0 && world < WORLDS)
      dispatch({ type: 'go', view: 'explore', market: world });
  };
  return (
    <label class="world">
      {words.market.world}
      <NumberInput min="0" max={WORLDS - 1} value={replicate} write={choose} />
      <span class="of">{words.market.worldOf(WORLDS - 1)}</span>
    </label>
  );
}

/** Month, play and speed of a world; another world begins standing still in the month that was seen last. */
function useMonths(world: World, seen: { current: number }) {
  const [month, setMonth] = useState(Math.min(seen.current, world.months));
  seen.current = month;
  const [playing, setPlaying] = useState(false);
  const [speed, setSpeed] = useState<Speed>(1);
  const ended = month >= world.months;
  useEffect(() => {
    if (!playing) return;
    if (ended) {
      setPlaying(false);
      return;
    }
    const timer = setTimeout(() => setMonth(month + 1), PACE / speed);
    return () => clearTimeout(timer);
  }, [playing, month, speed, ended]);
  const go = (next: number) => {
    setPlaying(false);
    setMonth(Math.min(world.months, Math.max(0, next)));
  };
  const play = (on: boolean) => {
    if (on) setMonth(ended ? 0 : month + 1);
    setPlaying(on);
  };
  return { month, playing, speed, go, play, hurry: setSpeed };
}

function Months({ world, studio, words, seen }: ViewProps & { world: World; seen: { current: number } }) {
  const months = useMonths(world, seen);
  const [chosen, choose] = useState<number>();
  const { month, playing, speed } = months;
  const currency = plainText(studio.opened?.scenario.currency ?? '');
  const { theme, language } = studio;
  const length = Math.min(MOVE, playing ? PACE / speed : MOVE);
  const orders = <Orders {...{ world, month, currency, words, language }} />;
  const timeline = <Timeline world={world} words={words} {...months} />;
  const table = <MonthTable {...{ world, month, currency, words, language }} />;
  if (world.apps === 0) {
    return (
      <div class="mk">
        <div>
          {orders}
          {timeline}
        </div>
        <div class="side">{table}</div>
      </div>
    );
  }
  return (
    <div class="mk">
      <div>
        <MarketCanvas {...{ world, month, length, chosen, words, theme, language, choose }} />
        {timeline}
        <SampleNote world={world} words={words} language={language} />
        {orders}
      </div>
      <div class="side">
        {table}
        <UserStory {...{ world, words, currency, month, chosen, choose }} />
      </div>
    </div>
  );
}

/** The tab "One market". */
export function Market(props: ViewProps & { replicate: number }) {
  const { words, replicate } = props;
  const answer = useWorld(props, replicate);
  const seen = useRef(0);
  return (
    <>
      <div class="mkhead">
        <h1 class="h3">{words.market.title}</h1>
        <WorldChoice {...props} />
      </div>
      {!answer && <p class="sub">{words.market.waiting}</p>}
      {answer && 'message' in answer && (
        <p class="bad">
          {words.market.broken}
          {words.colon()}
          {answer.message}
        </p>
      )}
      {answer && !('message' in answer) && <Months {...props} world={answer} seen={seen} />}
    </>
  );
}

/** One user of the sample: chosen by a click, by number or as the next who moved; her story as far as the model knows it. */
import { count } from '../../../report/numbers.js';
import type { World } from '../../market/history.js';
import { type Line, moversIn, standOf, storyOf } from '../../market/story.js';
import { changesText, eventText, placeText, storyTitle, type Teller } from '../../market/tell.js';
import { NumberInput } from '../number-input.jsx';

interface StoryProps extends Teller {
  readonly month: number;
  readonly chosen: number | undefined;
  choose(dot: number): void;
}

/** The next mover after the chosen dot, from the first again after the last. */
function nextMover(movers: readonly number[], chosen: number | undefined): number {
  return movers.find((dot) => chosen !== undefined && dot > chosen) ?? movers[0];
}

function Chooser({ world, words, month, chosen, choose }: StoryProps & { world: World }) {
  const dots = world.crowd?.numbers.length ?? 0;
  const movers = moversIn(world, month);
  const type = (input: HTMLInputElement) => {
    const dot = Number(input.value);
    if (Number.isInteger(dot) && dot >= 1 && dot <= dots) choose(dot - 1);
  };
  return (
    <div class="chooser">
      <label>
        {words.market.dot}
        <NumberInput min="1" max={dots} value={chosen === undefined ? '' : chosen + 1} write={type} />
        <span>{words.market.dotOf(count(dots))}</span>
      </label>
      <button
        type="button"
        class="btn"
        disabled={movers.length === 0}
        onClick={() => choose(nextMover(movers, chosen))}
      >
        {month > 0 && movers.length === 0 ? words.market.noMover : words.market.nextMover}
      </button>
    </div>
  );
}

function Told({ line, teller }: { line: Line; teller: Teller }) {
  const { event, month } = line;
  const { market } = teller.words;
  return (
    <li>
      <b>{month === 0 ? market.start : market.month(month)}</b>
      <div>
        <p>{eventText(teller, event, month)}</p>
        {'changes' in event && <p class="soft">{changesText(teller, event.changes)}</p>}
      </div>
    </li>
  );
}

function Stand({ teller, dot, month }: { teller: Teller; dot: number; month: number }) {
  const { market } = teller.words;
  const stand = standOf(teller.world, dot, month);
  if (!stand) return null;
  const { at, since, second } = stand;
  const also = second ? ` ${market.second(placeText(teller, { app: second, tier: 0 }))}` : '';
  return <p class="sub">{(at ? market.now(placeText(teller, at), since) : market.nowNone) + also}</p>;
}

/** Where she left from, if the last line is of this month and a departure. */
function leavingIn(lines: readonly Line[], month: number) {
  const last = [...lines].reverse().find(({ event }) => event.kind !== 'second');
  return last?.month === month &&
    'from' in last.event &&
    last.event.kind !== 'switched' &&
    last.event.kind !== 'fell'
    ? last.event.from
    : undefined;
}

export function UserStory(props: StoryProps) {
  const { world, words, month, chosen } = props;
  if (!world.crowd) return null;
  const lines = chosen === undefined ? [] : storyOf(world, chosen, month);
  const number = chosen === undefined ? '' : count(chosen + 1);
  return (
    <section class="card us" aria-labelledby="story">
      <h2 class="h3" id="story">
        {chosen === undefined ? words.market.oneUser : storyTitle(props, number, leavingIn(lines, month))}
      </h2>
      {chosen === undefined ? (
        <p class="sub">{words.market.pick}</p>
      ) : (
        <Stand teller={props} dot={chosen} month={month} />
      )}
      <Chooser {...props} />
      {lines.length > 0 && (
        <>
          <ol class="story">
            {[...lines].reverse().map((line) => (
              <Told key={`${line.month} ${line.event.kind}`} line={line} teller={props} />
            ))}
          </ol>
          <p class="small">{words.market.circumstances}</p>
        </>
      )}
    </section>
  );
}

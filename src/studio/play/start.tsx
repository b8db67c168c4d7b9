/** Before a game: which firm, on which luck. */
import { useState } from 'preact/hooks';
import type { Scenario } from '../../../sim/index.js';
import { middleOf } from '../../experiment/inputs.js';
import { plainText } from '../../report/plain-text.js';
import { amount, withUnit } from '../amount.js';
import { type Opened, valuesOf } from '../state.js';
import type { ViewProps } from '../views/app.jsx';
import { keptGame } from './kept-game.js';
import { nameOf } from './names.js';
import { seatsOf } from './seat.js';
import type { PlayWords } from './words.js';

interface StartProps extends ViewProps {
  readonly opened: Opened;
  readonly say: PlayWords;
}

function Seat({ opened, studio, dispatch, say }: StartProps) {
  const { scenario } = opened;
  const { language } = studio;
  const seats = seatsOf(scenario);
  const [firm, setFirm] = useState(seats[0]);
  const [replicate, setReplicate] = useState(studio.market ?? 0);
  const begin = () => {
    const { seed } = studio;
    const game = { scenario: opened.id ?? opened.file, values: valuesOf(studio), seed, replicate, firm };
    dispatch({ type: 'play', does: { do: 'begin', game: { ...game, decisions: [] } } });
  };
  const choose = (event: Event) => setFirm((event.currentTarget as HTMLSelectElement).value);
  const number = (event: Event) => {
    const value = Number((event.currentTarget as HTMLInputElement).value);
    if (Number.isInteger(value) && value >= 0) setReplicate(value);
  };
  if (firm === undefined) return <p class="lead">{say.noSeats}</p>;
  return (
    <div class="card seat">
      <div class="field">
        <label for="seat">{say.firm}</label>
        <select id="seat" value={firm} onChange={choose}>
          {seats.map((id) => (
            <option key={id} value={id}>
              {nameOf(scenario, id)}
            </option>
          ))}
        </select>
        <p class="small">
          {say.startCash}
          {say.colon()}
          {withUnit(amount(middleOf(scenario.firms[firm].cash), language), scenario.currency, language)}
        </p>
      </div>
      <div class="field">
        <label for="luck">{say.luck}</label>
        <input id="luck" type="number" min="0" max="999999" value={replicate} onChange={number} />
        <p class="small">{say.luckHint}</p>
      </div>
      <button type="button" class="btn pri go" onClick={begin}>
        {say.begin}
      </button>
      <NoSeats {...{ scenario, seats, say }} />
    </div>
  );
}

/** Firms that cannot be played, by name; many copies of one are not named. */
function NoSeats({ scenario, seats, say }: { scenario: Scenario; seats: readonly string[]; say: PlayWords }) {
  const others = Object.keys(scenario.firms).filter(
    (id) => !seats.includes(id) && scenario.firms[id].copy === undefined,
  );
  if (others.length === 0) return null;
  return <p class="small">{say.notPlayed(others.map((id) => nameOf(scenario, id)))}</p>;
}

/** A game that was left by a reload waits here. */
function Waiting({ opened, dispatch, say }: StartProps) {
  const [kept] = useState(keptGame);
  if (kept?.scenario !== (opened.id ?? opened.file)) return null;
  if (!Object.hasOwn(opened.scenario.firms, kept.firm)) return null;
  const goOn = () => dispatch({ type: 'play', does: { do: 'begin', game: kept } });
  return (
    <div class="acts">
      <button type="button" class="btn" onClick={goOn}>
        {say.goOn(nameOf(opened.scenario, kept.firm), kept.decisions.length + 1)}
      </button>
    </div>
  );
}

export function Start(props: StartProps) {
  const { opened, say } = props;
  return (
    <div class="page start">
      <h1 class="say">{say.intro}</h1>
      <p class="lead">{say.introSeen}</p>
      <h2 class="h3">{plainText(opened.scenario.title)}</h2>
      <p class="q">{plainText(opened.scenario.question)}</p>
      <Waiting {...props} />
      <Seat {...props} key={opened.file} />
    </div>
  );
}

export function NothingOpen({ say }: { say: PlayWords }) {
  return (
    <div class="page start">
      <h1 class="say">{say.pickScenario}</h1>
      <p class="lead">{say.pickScenarioHint}</p>
      <a class="btn pri" href="#gallery">
        {say.toGallery}
      </a>
    </div>
  );
}

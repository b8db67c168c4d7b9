/** Before a game: in which plan's market, which firm, on which luck. */
import { useMemo, useState } from 'preact/hooks';
import { type Scenario, withValues } from '../../../sim/index.js';
import { middleOf } from '../../experiment/inputs.js';
import type { Values } from '../../experiment/job.js';
import { plainText } from '../../report/plain-text.js';
import { amount, withUnit } from '../amount.js';
import { parsePlain } from '../parse-plain.js';
import { armOf, hasNoValues, type Opened, valuesOf } from '../state.js';
import type { ViewProps } from '../views/app.jsx';
import { NumberInput } from '../views/number-input.jsx';
import { Steps } from '../views/steps.jsx';
import { keptGame } from './kept-game.js';
import { nameOf, planName } from './names.js';
import { seatsOf, startsAt } from './seat.js';
import type { PlayWords } from './words.js';

interface StartProps extends ViewProps {
  readonly opened: Opened;
  readonly say: PlayWords;
}

/** The scenario with the changed numbers; as it stands if they make no legal one, which the game then says. */
function changed(scenario: Scenario, values: Values): Scenario {
  if (hasNoValues({ values })) return scenario;
  try {
    return parsePlain(withValues(scenario.raw, values));
  } catch {
    return scenario;
  }
}

/** The plans of the scenario, that of Explore first chosen; one that is chosen here holds there, too. */
function PlanField({ opened: { scenario }, studio, words, dispatch, say }: StartProps) {
  const arm = armOf(studio);
  const names = Object.keys(scenario.arms);
  if (names.length === 0) return null;
  const choose = ({ currentTarget: { value } }: { currentTarget: HTMLSelectElement }) =>
    dispatch({ type: 'arm', arm: value === '' ? undefined : value });
  return (
    <div class="field">
      <label for="plan">{say.plan}</label>
      <select id="plan" value={arm ?? ''} onChange={choose}>
        <option value="">{words.answers.asItStands}</option>
        {names.map((name) => (
          <option key={name} value={name}>
            {planName(scenario, name)}
          </option>
        ))}
      </select>
      <p class="small">{arm === undefined ? say.planHint : planName(scenario, arm)}</p>
    </div>
  );
}

function Seat(props: StartProps) {
  const { opened, studio, dispatch, say } = props;
  const { scenario } = opened;
  const { language } = studio;
  const [values, arm] = [valuesOf(studio), armOf(studio)];
  const market = useMemo(() => changed(scenario, values), [scenario, values]);
  const seats = seatsOf(market, arm);
  const [chosen, setFirm] = useState(seats[0]);
  const firm = seats.includes(chosen) ? chosen : seats[0];
  const [replicate, setReplicate] = useState(studio.market ?? 0);
  const begin = () => {
    const plan = { values, ...(arm === undefined ? {} : { arm }) };
    const game = { scenario: opened.id ?? opened.file, ...plan, seed: studio.seed, replicate, firm };
    dispatch({ type: 'play', does: { do: 'begin', game: { ...game, decisions: [] } } });
  };
  const choose = (event: Event) => setFirm((event.currentTarget as HTMLSelectElement).value);
  const number = (input: HTMLInputElement) => {
    const value = Number(input.value);
    if (Number.isInteger(value) && value >= 0) setReplicate(value);
  };
  const cash = firm === undefined ? undefined : startsAt(market, `firms.${firm}.cash`, arm);
  if (!cash) {
    return (
      <>
        <p class="lead">{say.noSeats}</p>
        <PlanField {...props} />
      </>
    );
  }
  const changes = Object.keys(values).length;
  return (
    <div class="card seat">
      <PlanField {...props} />
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
          {withUnit(amount(middleOf(cash), language), scenario.currency, language)}
        </p>
      </div>
      <div class="field">
        <label for="luck">{say.luck}</label>
        <NumberInput id="luck" min="0" max="999999" value={replicate} write={number} />
        <p class="small">{say.luckHint}</p>
      </div>
      {changes > 0 && <p class="small">{say.withChanges(changes)}</p>}
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
      <div class="seats">
        <Seat {...props} key={opened.file} />
        <Steps steps={say.steps} />
      </div>
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

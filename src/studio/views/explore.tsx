/** Explore: an open scenario, its 200 worlds as they arrive, the answer as a sentence, and the result hash. */
import { SHIPPED } from 'virtual:shipped';
import { middleOf } from '../../experiment/inputs.js';
import { count } from '../../report/numbers.js';
import { plainText } from '../../report/plain-text.js';
import type { Opened } from '../state.js';
import type { ViewProps } from './app.jsx';
import { DropZone } from './drop-zone.jsx';
import { Forest } from './forest.jsx';
import { Headline } from './headline.jsx';
import { MarketLater } from './market/later.jsx';
import { StageTabs } from './market/tabs.jsx';
import { Progress } from './progress.jsx';
import { ResultHash } from './result-hash.jsx';
import { Share } from './share.jsx';

/** Choice of a shipped scenario; a file of one's own stands as itself. */
function ScenarioChoice({ opened, words }: { opened?: Opened; words: ViewProps['words'] }) {
  const go = (event: Event) => {
    const { value } = event.currentTarget as HTMLSelectElement;
    if (value !== '') location.hash = `#explore/${value}`;
  };
  return (
    <div class="field">
      <label for="scenario">{words.scenario}</label>
      <select id="scenario" value={opened?.id ?? ''} onChange={go}>
        {opened?.id === undefined && <option value="">{opened ? opened.file : ''}</option>}
        {SHIPPED.map(({ id, title }) => (
          <option key={id} value={id}>
            {title}
          </option>
        ))}
      </select>
    </div>
  );
}

function Facts({ opened, seed, words }: { opened: Opened; seed: string; words: ViewProps['words'] }) {
  const { scenario } = opened;
  const rows = [
    [words.firms, count(Object.keys(scenario.firms).length)],
    [words.months, count(middleOf(scenario.months))],
    [words.agents, count(middleOf(scenario.agents))],
    [words.seed, seed],
  ];
  return (
    <dl class="facts">
      {rows.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function Rail({ studio, words, dispatch }: ViewProps) {
  const { opened, seed } = studio;
  return (
    <section class="rail" aria-label={words.scenario}>
      <ScenarioChoice opened={opened} words={words} />
      {opened && (
        <>
          <h2 class="grp">{words.theQuestion}</h2>
          <p class="q">{plainText(opened.scenario.question)}</p>
          <Facts opened={opened} seed={seed} words={words} />
        </>
      )}
      <DropZone words={words} dispatch={dispatch} />
    </section>
  );
}

function Nothing({ words }: ViewProps) {
  return (
    <div class="stage">
      <h1 class="say">{words.pickOne}</h1>
      <p class="lead">{words.pickOneHint}</p>
      <a class="btn pri" href="#gallery">
        {words.toGallery}
      </a>
    </div>
  );
}

function Stage(props: ViewProps) {
  const { opened, market } = props.studio;
  if (!opened) return <Nothing {...props} />;
  return (
    <div class="stage">
      <StageTabs {...props} />
      {market === undefined ? <Worlds {...props} /> : <MarketLater {...props} replicate={market} />}
    </div>
  );
}

function Worlds(props: ViewProps) {
  const { studio, words, stop } = props;
  const { answer, language } = studio;
  return (
    <>
      <Headline summary={answer?.summary} language={language} waiting={words.waiting} />
      {answer && <Progress answer={answer} words={words} stop={stop} />}
      {answer?.summary && (
        <div class="row">
          <Forest summary={answer.summary} words={words} />
        </div>
      )}
      {answer && <ResultHash answer={answer} words={words} />}
      <Share {...props} />
    </>
  );
}

export function Explore(props: ViewProps) {
  return (
    <div class="ex">
      <Rail {...props} />
      <Stage {...props} />
    </div>
  );
}

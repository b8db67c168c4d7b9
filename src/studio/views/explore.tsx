/**
 * Explore: the numbers of an open scenario in the rail, its 200 worlds as they arrive, before and after together, the
 * answer as a sentence, and the result hash.
 */
import { SHIPPED } from 'virtual:shipped';
import { useMemo, useState } from 'preact/hooks';
import { middleOf } from '../../experiment/inputs.js';
import { firmName } from '../../report/cases.js';
import { count } from '../../report/numbers.js';
import { plainText } from '../../report/plain-text.js';
import { type Field, fieldsOf } from '../fields.js';
import { type Seen, seenOf } from '../seen.js';
import { withSetters } from '../settled.js';
import { armOf, type Opened, valuesOf } from '../state.js';
import { translationsOf } from '../translations.js';
import type { Language, Words } from '../words.js';
import type { ViewProps } from './app.jsx';
import { ArmPrompt, Arms } from './arms.jsx';
import { CashFan } from './cash-fan.jsx';
import { Changes } from './changes.jsx';
import { Dock } from './dock.jsx';
import { DropZone } from './drop-zone.jsx';
import { FieldList } from './field-list.jsx';
import { FirmChips } from './firm-chips.jsx';
import { Forest } from './forest.jsx';
import { Headline } from './headline.jsx';
import { MarketLater } from './market/later.jsx';
import { StageTabs } from './market/tabs.jsx';
import { People } from './people.jsx';
import { Progress } from './progress.jsx';
import { ResultHash } from './result-hash.jsx';
import { Share } from './share.jsx';
import { Survival } from './survival.jsx';
import { WorldGrid } from './world-grid.jsx';

/** Choice of a shipped scenario; a file of one's own stands as itself. */
function ScenarioChoice({ studio, words }: Pick<ViewProps, 'studio' | 'words'>) {
  const { opened } = studio;
  const titles = translationsOf(studio)?.scenarios;
  const go = (event: Event) => {
    const { value } = event.currentTarget as HTMLSelectElement;
    if (value !== '') location.hash = `#explore/${value}`;
  };
  return (
    <div class="field">
      <label for="scenario">{words.scenario}</label>
      <select id="scenario" value={opened?.id ?? ''} onChange={go}>
        {opened?.id === undefined && <option value="">{opened ? opened.file : words.pickOne}</option>}
        {SHIPPED.map(({ id, title }) => (
          <option key={id} value={id}>
            {titles?.[id]?.title ?? title}
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

/** What every part of Explore gets besides. `close`: back to the worlds, on a phone. */
interface RailProps extends ViewProps {
  readonly fields: readonly Field[];
  readonly close: () => void;
}

function Rail({ fields, close, ...props }: RailProps) {
  const { studio, words, dispatch } = props;
  const { opened, seed } = studio;
  return (
    <section class="rail" aria-label={words.scenario}>
      <ScenarioChoice studio={studio} words={words} />
      {opened && (
        <>
          <p class="q">{plainText(opened.scenario.question)}</p>
          <Arms key={`arms ${opened.file}`} opened={opened} {...props} />
          <h2 class="h3">{words.ex.change}</h2>
          <FieldList key={opened.file} fields={fields} opened={opened} {...props} />
          <Facts opened={opened} seed={seed} words={words} />
        </>
      )}
      <DropZone words={words} dispatch={dispatch} />
      <button type="button" class="btn pri wide phone" onClick={close}>
        {words.ex.done}
      </button>
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

interface StageProps extends ViewProps {
  readonly fields: readonly Field[];
}

type FigureProps = Pick<ViewProps, 'words' | 'dispatch'> & {
  readonly seen: Seen;
  readonly language: Language;
};

/** What the scenario says of the leading firm. */
function About({ opened, seen, words }: { opened: Opened; seen: Seen; words: Words }) {
  const [member] = seen.families.get(seen.focus[0])?.members ?? [];
  const about = Object.values(opened.scenario.firms)[member]?.about;
  return about ? (
    <p class="about">
      <b>{firmName(seen.summary, seen.focus[0]) + words.colon()}</b>
      {plainText(about)}
    </p>
  ) : null;
}

/**
 * What the question is about stands first. Two columns, each with its own heights, so that a chart beside a tall one, or
 * beside an open world, leaves no gap below; on a phone the first column is read first.
 */
function Figures({ seen, words, dispatch, language }: FigureProps) {
  const own = { seen, words, language };
  const grid = <WorldGrid key="grid" {...{ seen, words, dispatch }} />;
  const forest = <Forest key="forest" {...own} />;
  const survival = <Survival key="survival" {...own} />;
  const people = <People key="people" {...own} />;
  const fan = <CashFan key={`fan ${seen.measure}`} {...own} />;
  const isOfUsers = seen.measure === 'users';
  return (
    <div class="row two">
      <div class="row">{isOfUsers ? [people, grid] : [grid, survival, fan]}</div>
      <div class="row">{isOfUsers ? [fan, forest, survival] : [forest, people]}</div>
    </div>
  );
}

function Worlds({ fields, ...props }: StageProps) {
  const { studio, words, stop, dispatch } = props;
  const { answer, language } = studio;
  const seen = seenOf(studio);
  return (
    <div class={seen?.isStale ? 'stale' : undefined}>
      <Headline {...{ seen, language, words }} isWhole={!seen?.isStale && answer?.state !== 'running'} />
      <ArmPrompt {...props} />
      {answer && <Progress {...{ answer, seen, words, stop }} />}
      <Changes fields={fields} {...props} />
      {seen && (
        <>
          <FirmChips {...{ seen, words, dispatch }} />
          {studio.opened && <About opened={studio.opened} {...{ seen, words }} />}
          <Figures {...{ seen, words, dispatch, language }} />
        </>
      )}
      {answer && <ResultHash answer={answer} before={studio.before} words={words} />}
      <Share {...props} />
    </div>
  );
}

function Stage(props: StageProps) {
  const { opened, market } = props.studio;
  if (!opened) return <Nothing {...props} />;
  return (
    <div class="stage">
      <StageTabs {...props} />
      {market === undefined ? <Worlds {...props} /> : <MarketLater {...props} replicate={market} />}
    </div>
  );
}

/** The rail is drawn anew when something in it changes, not with every world. */
export function Explore(props: ViewProps) {
  const [isOpen, setOpen] = useState(false);
  const { studio, words } = props;
  const { opened, language, seed } = studio;
  const [values, arm] = [valuesOf(studio), armOf(studio)];
  const by = translationsOf(studio);
  const all = useMemo(() => (opened ? fieldsOf(opened.scenario) : []), [opened]);
  const fields = useMemo(() => (opened ? withSetters(all, opened.scenario, arm) : []), [all, opened, arm]);
  const rail = useMemo(
    () => <Rail {...props} fields={fields} close={() => setOpen(false)} />,
    [opened, values, arm, language, by, seed, words, fields],
  );
  return (
    <div class={isOpen ? 'ex open' : 'ex'}>
      {rail}
      <Stage {...props} fields={fields} />
      {opened && (
        <Dock fields={fields} lead={seenOf(studio)?.focus[0]} open={() => setOpen(true)} {...props} />
      )}
    </div>
  );
}

/** The gallery: the question of the whole, three steps, and a card for every scenario whose title is its question. */
import { SHIPPED, type Shipped } from 'virtual:shipped';
import { translationsOf } from '../translations.js';
import type { ViewProps } from './app.jsx';
import { DropZone } from './drop-zone.jsx';
import { Steps } from './steps.jsx';

/** The scenario a stranger begins with. */
const FIRST = 'china-traffic-war-2024';

function ScenarioCard({
  shipped,
  studio,
  words,
}: { shipped: Shipped } & Pick<ViewProps, 'studio' | 'words'>) {
  const { title, question } = translationsOf(studio)?.scenarios[shipped.id] ?? shipped;
  return (
    <li>
      <a class="card sc" href={`#explore/${shipped.id}`}>
        <span class="n">
          <span>{title}</span>
          {shipped.id === FIRST && <span class="tag">{words.startHere}</span>}
        </span>
        <span class="q">{question}</span>
        <span class="m">{words.firmsMonths(shipped.firms, shipped.months)}</span>
      </a>
    </li>
  );
}

/** Shipped scenarios, the first one first. */
const IN_ORDER = [...SHIPPED].sort((a, b) => Number(b.id === FIRST) - Number(a.id === FIRST));

export function Gallery({ studio, words, dispatch }: ViewProps) {
  return (
    <div class="page">
      <div class="hero">
        <div>
          <h1>{words.hero}</h1>
          <p>{words.heroLead}</p>
          <div class="acts">
            <a class="btn pri" href={`#explore/${FIRST}`}>
              {words.start}
            </a>
          </div>
        </div>
        <Steps steps={words.steps} />
      </div>
      <div class="ghead">
        <h2>{words.scenarios(SHIPPED.length)}</h2>
      </div>
      <ul class="grid3">
        {IN_ORDER.map((shipped) => (
          <ScenarioCard key={shipped.id} {...{ shipped, studio, words }} />
        ))}
        <li class="own">
          <DropZone words={words} dispatch={dispatch} />
        </li>
      </ul>
    </div>
  );
}

/** A chart card: title, how it is made, the drawing or its table. */
import { useState } from 'preact/hooks';
import { LineChart, type LineChartProps, NumberTable } from './line-chart.jsx';
import type { PlayWords } from './words.js';

interface FigureProps {
  readonly title: string;
  readonly how: string;
  readonly chart: LineChartProps;
  readonly words: PlayWords;
}

export function Figure({ title, how, chart, words }: FigureProps) {
  const [table, setTable] = useState(false);
  const other = table ? words.chart : words.table;
  const Shown = table ? NumberTable : LineChart;
  return (
    <figure class="card" aria-label={title}>
      <div class="fh">
        <h2 class="h3">{title}</h2>
        <button
          type="button"
          class="link"
          aria-label={`${title}${words.colon()}${other}`}
          onClick={() => setTable(!table)}
        >
          {other}
        </button>
      </div>
      <p class="sub">{how}</p>
      <Shown {...chart} />
    </figure>
  );
}

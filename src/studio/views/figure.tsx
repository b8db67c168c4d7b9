/** A figure: title, unit and method, the chart, and the same numbers as a table. */
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { Words } from '../words.js';

/** `chart` and `table` say the same; `children` stand under both. */
interface FigureProps {
  readonly title: string;
  readonly sub: string;
  readonly note: string;
  /** Controls over chart and table. */
  readonly tools?: ComponentChildren;
  readonly words: Words;
  readonly chart: () => ComponentChildren;
  readonly table: () => ComponentChildren;
  readonly children?: ComponentChildren;
}

export function Figure({ title, sub, note, tools, words, chart, table, children }: FigureProps) {
  const [isTable, setTable] = useState(false);
  const shown = isTable ? words.asChart : words.asTable;
  return (
    <figure class="card" aria-label={title}>
      <h2 class="h3">{title}</h2>
      <p class="sub">{sub}</p>
      {tools}
      {isTable ? (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
        <section class="scroll" tabIndex={0} aria-label={title}>
          {table()}
        </section>
      ) : (
        chart()
      )}
      {children}
      <figcaption class="note">
        <span>{note}</span>
        <button
          type="button"
          class="link"
          aria-label={`${title}${words.colon()}${shown}`}
          onClick={() => setTable(!isTable)}
        >
          {shown}
        </button>
      </figcaption>
    </figure>
  );
}

/** The head of a table: a name for each column. */
export function Head({ names }: { names: readonly string[] }) {
  return (
    <thead>
      <tr>
        {names.map((name) => (
          <th key={name} scope="col">
            {name}
          </th>
        ))}
      </tr>
    </thead>
  );
}

interface RowsProps {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Are the cells words, which begin at the left, rather than numbers? */
  readonly isText?: boolean;
}

/** A table of texts; the first cell of a row is its heading. */
export function Rows({ head, rows, isText }: RowsProps) {
  return (
    <table class={isText ? 'mini texts' : 'mini'}>
      <Head names={head} />
      <tbody>
        {rows.map(([first, ...cells]) => (
          <tr key={first}>
            <th scope="row">{first}</th>
            {cells.map((cell, k) => (
              <td key={head[k + 1]}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

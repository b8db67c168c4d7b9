/** What to do, in numbered steps: each what, and how. */

export function Steps({ steps }: { steps: readonly (readonly [string, string])[] }) {
  return (
    <ol class="steps">
      {steps.map(([what, how], k) => (
        <li key={what}>
          <span aria-hidden="true">{k + 1}</span>
          <div>
            <b>{what}</b>
            <div>{how}</div>
          </div>
        </li>
      ))}
    </ol>
  );
}

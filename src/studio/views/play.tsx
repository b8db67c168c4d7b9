/** Play the CEO: says that it is not here yet. */
import type { ViewProps } from './app.jsx';

export function Play({ words }: ViewProps) {
  return (
    <div class="page">
      <h1 class="say">{words.play}</h1>
      <p class="lead">{words.playSoon}</p>
    </div>
  );
}

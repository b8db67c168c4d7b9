/** In which market a game is played, where that is not the scenario as it stands. */
import { planName } from './names.js';
import type { TableProps } from './table.jsx';

export function MarketTold({ play, scenario, words }: TableProps) {
  const { arm, values } = play.game;
  const changes = Object.keys(values).length;
  if (arm === undefined && changes === 0) return null;
  return (
    <p class="small" data-plan={arm}>
      {arm !== undefined && words.inPlan(planName(scenario, arm)) + words.gap()}
      {changes > 0 && words.withChanges(changes)}
    </p>
  );
}

/** What the reader says of a text: every problem as its printed line. */
import { parseSource } from '../../src/source/parse-source.js';
import { formatProblem } from '../../src/source/place.js';

/** Lines about a scenario `m.yaml`; none if it is legal. */
export function linesOf(input: { text?: string; bytes?: Uint8Array; sets?: string[] }): string[] {
  const parsed = parseSource({ ...input, file: 'm.yaml' });
  return 'problems' in parsed ? parsed.problems.map(formatProblem) : [];
}

/** Lines about a scenario that may name the card `kimi`, and about the card. */
export function linesOnCard(card: string, scenario: string, sets: string[] = []): string[] {
  const gone = { expected: 'the file of a firm card', received: 'no such file' };
  const cards = { kimi: { file: 'firms/kimi.yaml', bytes: card }, './gone.yaml': gone };
  const parsed = parseSource({
    text: scenario,
    file: 'm.yaml',
    sets,
    shelf: { cards, names: ['doubao', 'kimi'] },
  });
  return 'problems' in parsed ? parsed.problems.map(formatProblem) : [];
}

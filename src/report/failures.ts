/** Worlds that broke off: said wherever the state of a batch is said. The arithmetic of a world failed, not a firm. */
import type { Manifest, Summary } from '../experiment/summary.js';
import { leftOut, worlds } from './narrative.js';
import { plainText } from './plain-text.js';

/** `complete`, `complete, 2 worlds failed`, `PARTIAL 3 of 9`. Plain text. */
export function stateText(summary: Summary, manifest: Manifest): string {
  const failed = summary.failed === 0 ? '' : `, ${worlds(summary.failed)} failed`;
  return plainText(manifest.state) + failed;
}

/** Arms that were asked for and have no world that came to its end. */
function lostArms(summary: Summary, manifest: Manifest): string[] {
  const lost = manifest.arms.filter((name) => name !== 'base' && summary.arms[name] === undefined);
  return summary.n > 0 && manifest.state === 'complete' ? lost : [];
}

/** Reasons that are told, each once. */
const MOST_REASONS = 5;

/** Why, each reason once, with the first world that failed for it and how many did. Plain text. */
function reasonLines({ failed, failures = [] }: Summary): string[] {
  const told = failures.slice(0, MOST_REASONS);
  const lines = told.map(({ point, replicate, reason, worlds: many }) => {
    const others = many > 1 ? `; the first of ${worlds(many)}` : '';
    return plainText(`${point} ${replicate}: ${reason}${others}`);
  });
  const rest = told.reduce((left, { worlds: many }) => left - many, failed);
  return told.length > 0 && rest > 0 ? [...lines, `and ${worlds(rest)} for other reasons`] : lines;
}

/** Sentences about what is missing in these numbers; none if nothing is. Plain text. */
export function failureSentences(summary: Summary, manifest: Manifest): string[] {
  const { failed, n } = summary;
  if (failed === 0) return [];
  const first =
    n === 0 ? `${worlds(failed)} failed, none came to its end.` : `${leftOut(failed)} of all numbers.`;
  const arms = lostArms(summary, manifest).map(
    (name) => `No world of the arm “${plainText(name)}” came to its end.`,
  );
  return [first, ...reasonLines(summary), ...arms];
}

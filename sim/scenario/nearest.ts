/** Finds the word that was probably meant: edit distance after Levenshtein 1966, a microsecond a word. */
import { distance } from 'fastest-levenshtein';

const LONGEST_WORD = 64;
const LONGEST_LIST = 14;

/** Letters that two words must begin with alike, if one of them begins the other. */
const SHORTEST_BEGIN = 5;

/**
 * The known word nearest to `word`, at most a third of its letters (and at least 2) away, else one that begins it or
 * that it begins; upper case is ignored.
 */
export function nearest(word: string, known: readonly string[]): string | undefined {
  if (word.length > LONGEST_WORD) return undefined;
  const small = word.toLowerCase();
  let best: string | undefined;
  let bestDistance = Math.max(2, Math.floor(word.length / 3)) + 1;
  for (const candidate of known) {
    const edits = distance(small, candidate.toLowerCase());
    if (edits < bestDistance && edits < candidate.length) [best, bestDistance] = [candidate, edits];
  }
  return best ?? known.find((candidate) => isBegin(small, candidate.toLowerCase()));
}

function isBegin(a: string, b: string): boolean {
  return Math.min(a.length, b.length) >= SHORTEST_BEGIN && (a.startsWith(b) || b.startsWith(a));
}

/** The hint of a Problem about an unknown word: the nearest known one, else the whole list if it is short. */
export function didYouMean(word: string, known: readonly string[]): string | undefined {
  const found = nearest(word, known);
  if (found !== undefined) return `did you mean \`${found}\`?`;
  if (known.length === 0) return 'there are none';
  return known.length <= LONGEST_LIST ? `known: ${known.join(', ')}` : 'see `afterburn describe`';
}

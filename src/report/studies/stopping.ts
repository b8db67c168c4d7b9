/** Why a batch that was to end when the answer is known has ended, and what its intervals promise. */
import type { Stopping } from '../../experiment/looks.js';
import { count, points } from '../numbers.js';

/** @param told worlds of every plan, and whether probabilities or differences of them were to be known */
export function stoppingText(
  { reason, until, reached, intervals, looks }: Stopping,
  told: { readonly worlds: number; readonly of: 'probability' | 'difference' },
): string {
  const width = (value: number) => points(value).replace(/^\+/, '');
  const what = told.of === 'difference' ? 'difference of probabilities' : 'P(cash-out)';
  const why = {
    known: `every ${what} is known to ${width(until)} points either way`,
    most: `no more were allowed; the least known ${what} is known to ${width(reached)} points either way, not to ${width(until)}`,
    'nothing finished': 'in the last ones nothing finished that could be counted',
  }[reason];
  const all = intervals === 1 ? 'Its interval holds' : `Their ${count(intervals)} intervals hold together`;
  const looked = `with 95% however often one looks (${looks} ${looks === 1 ? 'look' : 'looks'})`;
  return `Ended after ${count(told.worlds)} worlds of every plan: ${why}. ${all} ${looked}; other intervals are those of a single look.`;
}

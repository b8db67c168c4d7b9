/** The keys of a month's draws, stream by stream. */
import { keyOf, type Luck } from '../core/draws.js';
import { STREAM } from '../core/streams.js';
import type { MonthKeys } from './contract.js';

/** Keys of month `month` (from 1) of a world. */
export function monthKeys(luck: Luck, month: number): MonthKeys {
  return {
    sift: keyOf(luck, STREAM.sift, month),
    verdict: keyOf(luck, STREAM.verdict, month),
    consider: keyOf(luck, STREAM.consider, month),
    choice: keyOf(luck, STREAM.choice, month),
    second: keyOf(luck, STREAM.second, month),
    secondChoice: keyOf(luck, STREAM.secondChoice, month),
    cohort: keyOf(luck, STREAM.cohort, month),
  };
}

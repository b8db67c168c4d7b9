/**
 * What a firm knows of the advertising it reacts to: last month's spending of one rival.
 * Rivals that are not alive spend nothing, so a follower is alone again when its leader dies.
 */
import type { FirmView } from './policy.js';

/**
 * Advertising of the leader last month, currency.
 * @param leader firm to follow; empty: the rival that spent most
 */
export function leaderSpend(view: FirmView, leader: string): number {
  let most = 0;
  for (const rival of view.rivals) {
    if (!rival.alive || (leader !== '' && rival.firm !== leader)) continue;
    most = Math.max(most, rival.adSpend);
  }
  return most;
}

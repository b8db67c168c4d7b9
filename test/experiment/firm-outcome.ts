/** A firm that lived and did nothing, for worlds made by hand. */
import { type FirmOutcome, LEDGER_LINES } from '../../sim/index.js';

/** Outcome of a firm, different from that in what is given. */
export function firmOutcome(firm: string, fate: Partial<FirmOutcome> = {}): FirmOutcome {
  return {
    firm,
    outcome: 'alive',
    exitMonth: null,
    entryMonth: 1,
    listedMonth: null,
    roundsClosed: 0,
    raised: 0,
    valuation: 0,
    stake: 1,
    proceeds: 0,
    proximateCause: '',
    startingCash: 0,
    finalCash: 0,
    minCash: 0,
    finalUsers: 0,
    peakUsers: 0,
    ledger: LEDGER_LINES.map(() => 0),
    ...fate,
  };
}

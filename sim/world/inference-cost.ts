/**
 * The cost of serving falls with time and with experience, down to a plateau (M02). With time a tenth of it is left
 * after `tenfold` months; with experience (Wright 1936) a share `progress` of it is left after each doubling of all
 * tokens that were ever served. Both act on the part above the floor, which energy and hardware leave whatever has
 * been learnt.
 */
import { LOG2E, log, pow } from '../core/numerics.js';
import type { DrawnScenario } from '../scenario/drawn.js';

/** Wright's factor (Q/Q0)^(log2 progress) after `tokens` more than the `served` of the start; 1 without learning. */
export function experience(progress: number, served: number, tokens: number): number {
  return progress < 1 ? pow(1 + tokens / served, log(progress) * LOG2E) : 1;
}

/**
 * c(t) = floor + (start - floor) x 10^(-t / tenfold) x (Q/Q0)^(log2 progress), t = 0 in month 1; currency per million
 * tokens. `tokens`: served by all firms since the start, million.
 */
export function inferenceCost(
  cost: DrawnScenario['world']['inferenceCost'],
  month: number,
  tokens: number,
): number {
  const floor = cost.start * cost.floor;
  const learnt = experience(cost.progress, cost.served, tokens);
  return floor + (cost.start - floor) * pow(10, -(month - 1) / cost.tenfold) * learnt;
}

/** What a firm has served this month, million tokens: to users, to developers. */
interface Server {
  readonly status: string;
  readonly tokens: number;
  readonly apiTokens: number;
}

/** Million tokens that the living firms have served this month. */
export function tokensOf(firms: readonly Server[]): number {
  let tokens = 0;
  for (const firm of firms) if (firm.status === 'alive') tokens += firm.tokens + firm.apiTokens;
  return tokens;
}

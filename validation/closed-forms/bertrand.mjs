// Bertrand competition under a logit with an outside good: p_j = c_j + 1 / (a (1 - s_j)) (Anderson, de Palma & Thisse 1992).
import { logit } from './logit.mjs';

/** Prices and shares of the equilibrium: u_j = v_j - sensitivity p_j, none has u = 0. */
export function bertrand({ values, costs, sensitivity }) {
  let prices = costs.map((c) => c + 1 / sensitivity);
  let shares = [];
  for (let round = 0; round < 500; round++) {
    shares = logit(values.map((v, k) => v - sensitivity * prices[k]).concat(0));
    prices = costs.map((c, k) => c + 1 / (sensitivity * (1 - shares[k])));
  }
  return { prices, shares: shares.slice(0, -1) };
}

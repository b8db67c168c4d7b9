/**
 * What capacity cannot serve is blocked (M26). One great server loses what lies above its capacity: the fluid limit.
 * `servers` parallel ones without a queue lose calls by chance before that (Erlang 1917): B(0) = 1,
 * B(n) = a B(n-1) / (n + a B(n-1)). Instead of n steps up, 1/B(N) = sum over k of prod over j < k of (N - j)/a is summed
 * down from its first term, all terms positive: at most about 20 sqrt(N) of them count, a millisecond at 1e9 servers.
 */

/** Beyond this 1/B is so large that nobody is blocked. */
const NEVER = 1e15;

/** Erlang's loss: part of the calls that find all `servers` (whole, at least 1) busy, at `load` erlangs; 0 to 1. */
export function erlangB(servers: number, load: number): number {
  if (!(load > 0)) return 0;
  let term = 1;
  let sum = 1;
  for (let k = 0; k < servers && sum < NEVER; k++) {
    term *= (servers - k) / load;
    sum += term;
    if (term < 1e-17 * sum) break;
  }
  return sum < NEVER ? 1 / sum : 0;
}

/**
 * Part of the demand that is blocked, 0 to 1. `tokens`, `capacity`: million a month (capacity 0: no limit);
 * `servers` that share the capacity, rounded to whole ones (0: the fluid limit of very many).
 */
export function blockedShare(tokens: number, capacity: number, servers: number): number {
  if (!(capacity > 0)) return 0;
  if (servers > 0) {
    const whole = Math.max(1, Math.round(servers));
    return erlangB(whole, (tokens * whole) / capacity);
  }
  return tokens > capacity ? 1 - capacity / tokens : 0;
}

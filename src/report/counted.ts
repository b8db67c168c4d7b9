/** English counts: one has no s. */

/** `1 world`, `7 worlds`. */
export const counted = (n: number, one: string): string => `${n} ${one}${n === 1 ? '' : 's'}`;

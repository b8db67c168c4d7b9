/**
 * Channels: attention is auctioned, so rivals' money is everybody's price; own repetition is wasted (M05).
 * price index = 1 + crowding sum X / X0; contacts x = kappa X / (X0 price index); reach = 1 - prod_c [1 - a met(x)]
 * with met(x) = 1 - e^-x, or Hill's curve x^n / (x^n + K^n) where the channel declares one (`hill` n, `halfAt` K).
 * Our assumption, fitted to what Kimi paid per user in 2024.
 */
import { exp, pow } from '../core/numerics.js';
import type { DrawnChannel } from '../scenario/drawn.js';

/** Auction price index of a channel in which the firms bid `bids` (currency, at list price); 1 without crowding. */
export function priceIndex(channel: DrawnChannel, bids: number): number {
  return 1 + (channel.crowding * bids) / channel.otherSpend;
}

/** Contacts per head and month that `bid` buys at this price index. */
export function contacts(channel: DrawnChannel, bid: number, index: number): number {
  return (channel.contacts * bid) / (channel.otherSpend * index);
}

/**
 * Part of those whom a channel reaches at all that see an ad at least once, from the contacts per head: 1 - e^-x
 * (contacts at random), or with `hill` n > 0 Hill's curve x^n / (x^n + halfAt^n), which reaches half at `halfAt`.
 */
export function met(channel: Pick<DrawnChannel, 'hill' | 'halfAt'>, perHead: number): number {
  if (!(perHead > 0)) return 0;
  return channel.hill > 0 ? 1 / (1 + pow(channel.halfAt / perHead, channel.hill)) : 1 - exp(-perHead);
}

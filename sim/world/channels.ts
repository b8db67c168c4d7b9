/**
 * Channels: attention is auctioned, so rivals' money is everybody's price; own repetition is wasted (M05).
 * contacts x = kappa X / (X0 + sum X); price index = 1 + sum X / X0; reach = 1 - prod_c [1 - a (1 - e^-x)].
 * Our assumption, fitted to what Kimi paid per user in 2024.
 */
import { exp } from '../core/numerics.js';
import type { DrawnChannel } from '../scenario/drawn.js';

/** Auction price index of a channel in which the firms bid `bids` (currency, at list price). */
export function priceIndex(channel: DrawnChannel, bids: number): number {
  return 1 + bids / channel.otherSpend;
}

/** Contacts per head and month that `bid` buys at this price index. */
export function contacts(channel: DrawnChannel, bid: number, index: number): number {
  return (channel.contacts * bid) / (channel.otherSpend * index);
}

/** Part of those whom a channel reaches at all that see an ad at least once, from the contacts per head. */
export function met(perHead: number): number {
  return perHead > 0 ? 1 - exp(-perHead) : 0;
}

/** What a bid of money is worth in this channel: the owner pays less (M07). */
export function listPrice(channel: DrawnChannel, firm: string, money: number): number {
  return channel.owner === firm ? money / channel.ownerDiscount : money;
}

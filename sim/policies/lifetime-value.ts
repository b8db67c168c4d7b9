/**
 * What a firm may expect to earn from one user: margin a month x expected months, undiscounted.
 * The textbook formula with constant margin and retention (Gupta et al. 2006, Modeling Customer Lifetime Value)
 * at a discount rate of 0: the expected life is short, and a discount would be one more number nobody knows.
 */
import type { FirmView } from './policy.js';

/** A churn below this is taken as this: nobody plans with more than 100 months. Our assumption. */
const LEAST_CHURN = 0.01;

/** Revenue less serving cost per user, currency a month; 0 without users. */
export function userMargin(view: FirmView): number {
  const users = view.users.length > 0 ? view.users[0] : 0;
  if (users <= 0) return 0;
  const { subscriptions, storeFee, adSales, gacha, harvest } = view.lastMonth;
  return (subscriptions + storeFee + adSales + gacha + harvest) / users - view.unitCost * view.usePerUser;
}

/** Expected earnings of one user, currency: margin / max(churn, .01); negative if a user costs more than she pays. */
export function lifetimeValue(view: FirmView): number {
  return userMargin(view) / Math.max(view.churn, LEAST_CHURN);
}

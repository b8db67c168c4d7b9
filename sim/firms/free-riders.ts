/**
 * Free users cost what payers and advertisers must carry (M03). The internet's free ride, at a marginal cost near
 * zero, is `freeCost` 0; with 1 every token that they are served is paid. Second apps are free users too.
 */

/** Million tokens whose cost is paid: all of those of payers, `freeCost` of the `free` ones among them. */
export function billedTokens(tokens: number, free: number, freeCost: number): number {
  return tokens - (1 - freeCost) * free;
}

/**
 * chi* = (c - r) / (p (1 - f)): the share of payers from which an app earns, if payers cost what free users cost.
 * `cost` and `adRevenue` in currency per user-month, `price` in currency a month, `fee` the store's share.
 * Article S0's numbers, 1.4625 and 25.075, give 5.83 %.
 */
export function breakEvenConversion(app: {
  cost: number;
  adRevenue: number;
  price: number;
  fee: number;
}): number {
  return (app.cost - app.adRevenue) / (app.price * (1 - app.fee));
}

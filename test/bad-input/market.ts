/** A small legal scenario; every bad input is this text with one thing changed. */
export const MARKET = `title: Two apps
question: Who runs out of cash?
currency: CNY
start: 2024-01
months: 12
people: 1 M
sources:
  report: A public report, p. 3
world:
  inferenceCost:
    start: 2 to 4
channels:
  feed:
    otherSpend: 5 M
    reach: {students: 0.8}
segments:
  students:
    share: 0.4
    withApp: 0.1
    ever: 0.2
  others:
    share: 0.6
firms:
  kimi:
    cash: 50 M
    users: 100 k
    tiers:
      - price: 0
    channels: [feed]
    policy: {name: steady, ads: 1 M}
  doubao:
    cash: 60 M
    tiers:
      - price: 0
    policy: steady
arms:
  quiet:
    overrides:
      - {month: 7, path: firms.kimi.policy.ads, value: 0}
checks:
  - id: a
    kind: behaviour
    about: Kimi grows.
    source: nobody
    measure: median(users(kimi, 12) / users(kimi, 3))
    target: 1 to 4
`;

/** The text with `from` replaced by `to`; throws if it is not there exactly once. */
export function changed(from: string, to: string): string {
  if (MARKET.split(from).length !== 2) throw new Error(`changed: ${JSON.stringify(from)} is not there once`);
  return MARKET.replace(from, () => to);
}

/** A small legal scenario in which every number says who says so. */
export const SOURCED = `title: Two firms
question: Who runs out of cash?
sourced: true
currency: CNY
start: 2024-01
months: 12
sources: {report: A public report, s2: An article}
world:
  inferenceCost:
    start: 2 to 4 [S s2:77]
firms:
  kimi:
    cash: 50 M [P report, p. 3] after the last round
    policy:
      name: steady
      ads: 1 M [A] first month
  doubao:
    cash: 60 M [C] 70 M less 10 M
    policy: steady
arms:
  quiet:
    overrides:
      - month: 7
        path: firms.kimi.policy.ads
        value: 0 [A] switched off
`;

/** The sourced text with `from` replaced by `to`; throws if it is not there exactly once. */
export function sourced(from: string, to: string): string {
  if (SOURCED.split(from).length !== 2) throw new Error(`sourced: ${JSON.stringify(from)} is not there once`);
  return SOURCED.replace(from, () => to);
}

/**
 * Every stream of chance, named once. A stream is a word of the address of a draw, so a new stream shifts no
 * other. Numbers are part of the numerics version: never reuse or renumber one.
 */
export const STREAM = {
  /** What we do not know: one uniform per uncertain field. */
  parameters: 1,
  /** Standardised tastes: the pool, and the window of a replicate. */
  tastes: 2,
  window: 3,
  /** Starting state of a user: tenure, past, second app. */
  start: 4,
  /** A user's month: the byte that sifts, the rest of the verdict, the consideration set, the choice. */
  sift: 5,
  verdict: 6,
  consider: 7,
  choice: 8,
  second: 9,
  secondChoice: 10,
  /** The market's month. */
  climate: 11,
  /** A firm's month. */
  shock: 12,
  round: 13,
  roundSize: 14,
  frailty: 15,
  strategic: 16,
  parent: 17,
  acquisition: 18,
  tenders: 19,
  policy: 20,
  /** Orders of the months before the first. */
  pastTenders: 21,
  /** A cohort's month (0 = the start): all its counts. */
  cohort: 22,
  /** A firm's month, continued. */
  jolts: 23,
  gacha: 24,
  delisting: 25,
  listing: 26,
  growth: 27,
  proceeds: 28,
  /** When the copies of a firm arrive. */
  arrivals: 29,
  /** Public tenders: how many, who wins, how large. */
  buyers: 30,
} as const;

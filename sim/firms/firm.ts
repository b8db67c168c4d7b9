/**
 * The state of a firm in one world. Money inside the model is in whole minor units (1/100 of the currency). Longer than a
 * page because every field of the state is declared and begun here, once.
 */
import { keyOf, type Luck, uniform } from '../core/draws.js';
import { normalQuantile } from '../core/numerics.js';
import { STREAM } from '../core/streams.js';
import { LEDGER_LINES, type LedgerLine, type Status } from '../metrics/columns.js';
import { pathHash } from '../scenario/draw.js';
import type { DrawnFirm } from '../scenario/drawn.js';
import { makeContracts } from './annual-plans.js';
import { makeTrack, type Track } from './track.js';

/** Minor units in a unit of the currency. */
export const MINOR = 100;

/** What stands on one tier: what users are offered this month. */
export interface TierState {
  /** Currency a month. */
  price: number;
  /** Million tokens a month. */
  quota: number;
  /** Share of the usual load of ads. */
  adLoad: number;
}

/** An offer at the opening of a month; prices and quotas by tier. */
interface Opening {
  features: number;
  readonly prices: number[];
  readonly quotas: number[];
}

/** Newest first; `keep` entries at most. */
export function remember(history: number[], value: number, keep: number): void {
  if (history.length < keep) history.push(0);
  for (let k = history.length - 1; k > 0; k--) history[k] = history[k - 1];
  history[0] = value;
}

/** One firm. Histories are newest first; money in minor units where it says so, else in currency; people are people. */
export interface FirmState {
  /** Its name in the scenario. */
  readonly id: string;
  /** Its fields as they stand this month. */
  readonly fields: DrawnFirm;
  /** The firm of which it is a copy; its own id if it is alone. */
  readonly family: string;
  /** Its number among the copies, from 1. */
  readonly copy: number;
  /** Does it arrive by chance? */
  readonly arrives: boolean;
  /** Position in the scenario: its row in all tables. */
  readonly index: number;
  /** Entity of its draws: a hash of its id, so that another firm in the market moves none of its luck. */
  readonly address: number;
  /** Slot of its app in the offer sheet, from 1; 0 = no app. */
  readonly slot: number;
  /** Whose list price it pays, if it is a wrapper. */
  supplier: FirmState | undefined;
  /** How it stands: absent, alive, or its end. */
  status: Status;
  /** First month in the market; SOME_DAY while an arrival is awaited. */
  entryMonth: number;
  /** Month of its end; 0 before. */
  exitMonth: number;
  /** Why it ended; empty before. */
  cause: string;
  /** Money it can pay with, minor units. */
  cash: number;
  /** Credits that only compute can be paid with, minor units. */
  credits: number;
  /** Money due in 0, 1, 2 ... months, minor units (index 0 = this month): from businesses, from the app store. */
  readonly due: Float64Array;
  readonly storeDue: Float64Array;
  /** Tranches of rounds that investors have promised, by month, minor units. */
  readonly promised: Float64Array;
  /** By LEDGER_LINES, minor units: this month's cash ledger, and its sum over all months. */
  readonly ledger: Float64Array;
  readonly totals: Float64Array;
  /** Stock of quality, utils relative to the frontier of month 1. */
  quality: number;
  /** What stands on its tiers. */
  readonly tiers: readonly TierState[];
  /** What its users were offered last month: events are measured from it, however often a month changes it. */
  readonly opening: Opening;
  /** By tier: review probability that the events of last month add (M31), and those of this month. */
  readonly backlash: number[];
  readonly nextBacklash: number[];
  /** Load of ads that the declared revenue belongs to, by tier. */
  readonly declaredLoads: readonly number[];
  /** Advertising by channel this month, currency. */
  readonly adSpend: Float64Array;
  /** Smoothed parts of a budget by channel. */
  readonly split: Float64Array;
  /** Advertising of last month, currency. */
  lastAds: number;
  /** What this month's decision spends, currency: on research, on fixed cost. */
  research: number;
  fixedCost: number;
  /** What the scenario's field said of fixed cost when the firm last decided, currency a month. */
  planned: number;
  /** What this month's decision cut off fixed cost, currency a month. */
  cut: number;
  /** Does its policy look for money, however long or short the runway? undefined: it leaves that to the runway. */
  wantsMoney: boolean | undefined;
  /** How its policy ends it this month; empty if it goes on. */
  stop: 'wound-down' | 'paused' | '';
  /** Numbers that its policy keeps between months. */
  readonly memory: Record<string, number>;
  /** By segment, parts of the people: who know it from advertising, who know it otherwise. */
  readonly paidAwareness: Float64Array;
  readonly ownAwareness: Float64Array;
  /** By segment: part of the people who use it, second apps too. */
  readonly shareBySegment: Float64Array;
  /** By segment: people who joined this month. */
  readonly joinsBySegment: Float64Array;
  /** Users of up to twelve months, second apps too. */
  readonly users: number[];
  /** Value of the orders of up to twelve months, currency. */
  readonly orders: number[];
  /** Public tenders won this month, currency. */
  publicOrders: number;
  /** Orders won this month, of public tenders and others. */
  wins: number;
  /** Net outflow of up to three months without rounds, listing and parent, currency. */
  readonly outflow: number[];
  /** Of up to three months: advertising, currency, and the people whom it won. */
  readonly adsPaid: number[];
  readonly joinsPaid: number[];
  /** Serving cost of the months that can count for a notice period, currency. */
  readonly serving: number[];
  /** Revenue of up to twelve months, currency. */
  readonly revenue: number[];
  /** People on annual plans, by month in which their contract ends. */
  readonly contracts: Float64Array;
  /** Months in a row without growth of users, orders or track. */
  flatMonths: number;
  /** People with it as their first app. */
  firstUsers: number;
  /** Of them those on tiers that cost something. */
  payers: number;
  /** People whose first app it became this month, and those of them whom advertising won. */
  joins: number;
  paidJoins: number;
  /** People whose first app it was until this month. */
  left: number;
  /** Million tokens that its users were served this month. */
  tokens: number;
  /** Part of their use that capacity could not serve, 0 to 1. */
  blocked: number;
  /** Part of all people who use it, second apps too: this month, the month before. */
  share: number;
  shareBefore: number;
  /** Prices by tier as rivals see them, currency a month: a month ago, now. */
  readonly pricesBefore: number[];
  readonly pricesNow: number[];
  /** List price of tokens, currency per million tokens; now and a month ago as rivals see it. */
  apiPrice: number;
  apiPriceNow: number;
  apiPriceBefore: number;
  /** Million tokens sold to developers this month. */
  apiTokens: number;
  /** Its share of what developers bought this month. */
  apiShare: number;
  /** Million tokens this month: bought at its supplier, sold to its wrappers. */
  bought: number;
  resold: number;
  /** What that costs and brings, minor units. */
  owedSupplier: number;
  paidByWrappers: number;
  /** Part of the model that is cut away, 0 to .95. */
  distil: number;
  /** Rounds closed after the start. */
  rounds: number;
  /** Cash and credits that rounds have brought so far, minor units. */
  raised: number;
  /** Post-money valuation of the last round, currency. */
  valuation: number;
  /** Part that the owners of the start still hold, 0 to 1. */
  stake: number;
  /** What a buyer paid to the investors, minor units. */
  proceeds: number;
  /** Month of its listing; 0 before. */
  listedMonth: number;
  /** First month in which a delisted app is in the store again; 0 if it was never out. */
  listedAgain: number;
  /** Lasting luck with investors, standard normal. */
  readonly frailty: number;
  /** Growth that investors see in a firm whose users are not modelled. */
  readonly track: Track;
  /** Has its parent stopped paying for good? */
  parentStopped: boolean;
  /** Cash before its first month, minor units. */
  readonly startingCash: number;
  /** Lowest cash so far, minor units: at the start, at the end of a month. */
  lowestCash: number;
  /** Most users of any month. */
  mostUsers: number;
}

/** Month of a firm that arrives by chance, until it does. */
export const SOME_DAY = Infinity;

/** Longest delay of a payment, months. */
export const LONGEST_DELAY = 25;
/** Months from the first to the last of the most tranches of a round. */
const LONGEST_ROUND = 33;

/** A firm before month 1; its lasting luck with investors is drawn here. */
export function makeFirm(
  id: string,
  fields: DrawnFirm,
  at: { index: number; slot: number; segments: number; channels: number; luck: Luck },
): FirmState {
  const tiers = fields.tiers.map((tier) => ({ price: tier.price, quota: tier.quota, adLoad: tier.adLoad }));
  const cash = Math.round(fields.cash * MINOR);
  const address = pathHash(id);
  const column = () => new Float64Array(at.segments);
  return {
    id,
    fields,
    family: fields.family ?? id,
    copy: fields.copy ?? 1,
    arrives: fields.arrivals > 0,
    index: at.index,
    address,
    slot: at.slot,
    supplier: undefined,
    status: 'absent',
    entryMonth: fields.arrivals > 0 ? SOME_DAY : fields.entersAt,
    exitMonth: 0,
    cause: '',
    cash,
    credits: Math.round(fields.credits * MINOR),
    due: new Float64Array(LONGEST_DELAY + 1),
    storeDue: new Float64Array(LONGEST_DELAY + 1),
    promised: new Float64Array(LONGEST_ROUND + 1),
    ledger: new Float64Array(LEDGER_LINES.length),
    totals: new Float64Array(LEDGER_LINES.length),
    quality: fields.quality,
    tiers,
    opening: {
      features: fields.features,
      prices: tiers.map(({ price }) => price),
      quotas: tiers.map(({ quota }) => quota),
    },
    backlash: tiers.map(() => 0),
    nextBacklash: tiers.map(() => 0),
    declaredLoads: tiers.map((tier) => tier.adLoad),
    adSpend: new Float64Array(at.channels),
    split: new Float64Array(at.channels),
    lastAds: 0,
    research: fields.research,
    fixedCost: fields.fixedCost,
    planned: fields.fixedCost,
    cut: 0,
    wantsMoney: undefined,
    stop: '',
    memory: fields.policy.definition.memory?.() ?? {},
    paidAwareness: column(),
    ownAwareness: column().fill(fields.awareness),
    shareBySegment: column(),
    joinsBySegment: column(),
    users: [],
    orders: [],
    publicOrders: 0,
    wins: 0,
    outflow: [],
    adsPaid: [],
    joinsPaid: [],
    serving: [],
    revenue: [],
    contracts: makeContracts(),
    flatMonths: 0,
    firstUsers: 0,
    payers: 0,
    joins: 0,
    paidJoins: 0,
    left: 0,
    tokens: 0,
    blocked: 0,
    share: 0,
    shareBefore: 0,
    pricesBefore: tiers.map((tier) => tier.price),
    pricesNow: tiers.map((tier) => tier.price),
    apiPrice: fields.api?.price ?? 0,
    apiPriceNow: fields.api?.price ?? 0,
    apiPriceBefore: fields.api?.price ?? 0,
    apiTokens: 0,
    apiShare: 0,
    bought: 0,
    resold: 0,
    owedSupplier: 0,
    paidByWrappers: 0,
    distil: fields.distil,
    rounds: 0,
    raised: 0,
    valuation: 0,
    stake: 1,
    proceeds: 0,
    listedMonth: 0,
    listedAgain: 0,
    frailty: normalQuantile(uniform(keyOf(at.luck, STREAM.frailty, 0), address)),
    track: makeTrack(at.luck, address),
    parentStopped: false,
    startingCash: cash,
    lowestCash: cash,
    mostUsers: 0,
  };
}

const LINE = Object.fromEntries(LEDGER_LINES.map((line, k) => [line, k])) as Record<LedgerLine, number>;

/** Books an amount of currency on a line of this month: rounded once to minor units; returns what was booked. */
export function bookLine(firm: FirmState, line: LedgerLine, amount: number): number {
  const minor = Math.round(amount * MINOR);
  if (!Number.isFinite(minor)) throw new Error(`bookLine: ${line} is ${amount} (firm ${firm.id})`);
  firm.ledger[LINE[line]] += minor;
  firm.cash += minor;
  return minor;
}

/** This month's entry of a line, minor units. */
export function lineOf(firm: FirmState, line: LedgerLine): number {
  return firm.ledger[LINE[line]];
}

/** Money the firm is still owed, minor units. */
export function receivables(firm: FirmState): number {
  let sum = 0;
  for (let k = 0; k < firm.due.length; k++) sum += firm.due[k] + firm.storeDue[k];
  return sum;
}

/**
 * Mean net outflow of up to three months without rounds and parent, currency a month; before the first month
 * what is planned. Negative if the firm earns.
 */
export function burnOf(firm: FirmState): number {
  const n = Math.min(3, firm.outflow.length);
  if (n === 0) return firm.fixedCost + firm.research;
  let sum = 0;
  for (let k = 0; k < n; k++) sum += firm.outflow[k];
  return sum / n;
}

/** cash / burn in months; Infinity if the firm earns, 0 if there is no cash. */
export function runwayOf(firm: FirmState): number {
  const burn = burnOf(firm);
  if (firm.cash <= 0) return 0;
  return burn > 0 ? firm.cash / MINOR / burn : Infinity;
}

/**
 * Rounds of money. While runway is short, unless the policy will not look, or if the policy asks, a round comes with
 *   logit h = a0 + shift + growth and size (M06) + climate (M19) - a4 1{runway < 6} + frailty
 * and after six months without growth h is at most `flat`; state and corporate money (M18) comes beside it.
 * Amount = burn x lognormal(months, spread). Rounds are drawn, never scheduled. Money comes in tranches a quarter of a
 * year apart; what is promised counts as cash when a firm asks itself whether to look for more.
 */
import { logistic, lognormal } from '../core/distributions.js';
import { keyOf, uniform } from '../core/draws.js';
import { STREAM } from '../core/streams.js';
import type { Market } from '../market-state.js';
import { climateAppeal } from '../world/capital-climate.js';
import { fallDue } from './calendar.js';
import { bookLine, burnOf, type FirmState, MINOR, runwayOf } from './firm.js';
import { growthAppeal, sizeAppeal } from './growth-funding.js';
import { hasStrategicOffer } from './strategic-capital.js';
import { growthOf } from './view.js';

/** Months without growth after which investors hardly listen. */
const FLAT_MONTHS = 6;
/** Months between two tranches. */
const QUARTER = 3;
/** Runway below which a search looks desperate. */
const DISTRESS = 6;

/** Monthly probability of a round for this firm. */
export function roundHazard(market: Market, firm: FirmState): number {
  const { funding } = market.scenario.world;
  const logit =
    funding.base +
    firm.fields.funding.shift +
    growthAppeal(funding, growthOf(firm)) +
    sizeAppeal(funding, firm.users[0] ?? 0) +
    climateAppeal(funding, market.world.climate) -
    (runwayOf(firm) < DISTRESS ? funding.distress : 0) +
    funding.frailty * firm.frailty;
  const hazard = logistic(logit);
  return firm.flatMonths >= FLAT_MONTHS ? Math.min(hazard, funding.flat) : hazard;
}

/** Looks for a round; books the money. Firms with a parent only look if their policy asks, and none if it refuses. */
export function seekRound(market: Market, firm: FirmState): void {
  const { luck, month, scenario } = market;
  const { fields } = firm;
  const burn = burnOf(firm);
  if (burn <= 0) return;
  const short = promisedRunway(firm, burn) < fields.funding.seekAt && fields.parent === undefined;
  if (!(firm.wantsMoney ?? short)) return;
  const round = uniform(keyOf(luck, STREAM.round, month), firm.address) < roundHazard(market, firm);
  if (!round && !hasStrategicOffer(firm, luck, month)) return;
  const { months, spread } = scenario.world.funding;
  const length = lognormal(months, spread, uniform(keyOf(luck, STREAM.roundSize, month), firm.address));
  closeRound(firm, burn * length, {
    credits: round ? 0 : fields.funding.creditShare,
    dilution: scenario.world.funding.dilution,
  });
}

/** Months that cash and promised tranches last. */
function promisedRunway(firm: FirmState, burn: number): number {
  let promised = 0;
  for (let k = 0; k < firm.promised.length; k++) promised += firm.promised[k];
  return runwayOf(firm) + promised / MINOR / burn;
}

/** Takes the money of a round: credits, the first tranche, promises; the owners of before hold less. Writes the firm. */
function closeRound(firm: FirmState, amount: number, share: { credits: number; dilution: number }): void {
  const { tranches } = firm.fields.funding;
  const minor = Math.round(amount * MINOR);
  const credits = Math.round(minor * share.credits);
  const later = Math.floor((minor - credits) / tranches);
  for (let k = 1; k < tranches; k++) firm.promised[k * QUARTER - 1] += later;
  firm.credits += credits;
  firm.raised += credits;
  takeTranche(firm, minor - credits - later * (tranches - 1));
  firm.rounds++;
  if (share.dilution > 0) firm.valuation = amount / share.dilution;
  firm.stake *= 1 - share.dilution;
}

function takeTranche(firm: FirmState, minor: number): void {
  firm.raised += bookLine(firm, 'rounds', minor / MINOR);
}

/** Books the tranches that fall due this month. */
export function collectTranches(firm: FirmState): void {
  takeTranche(firm, fallDue(firm.promised));
}

/** The sections between the answer and the inputs: who, when, cash, users, money, why, market, arms. */
import type { Summary } from '../../experiment/summary.js';
import * as claims from '../claims.js';
import { armCashFigure, armShareFigure } from '../figures/arms.js';
import { cashFigure } from '../figures/cash.js';
import { causesFigure } from '../figures/causes.js';
import { advertisingFigure, cacFigure, usersFigure } from '../figures/firm-lines.js';
import { forestFigure } from '../figures/forest.js';
import { incidenceFigure } from '../figures/incidence.js';
import { peopleFigure, priceIndexFigure, unitCostFigure } from '../figures/market.js';
import { movesFigure } from '../figures/moves.js';
import { sankeyFigure } from '../figures/sankey.js';
import { survivalFigure } from '../figures/survival.js';
import { waterfallFigure } from '../figures/waterfall.js';
import type { Section } from '../frame.js';
import { plainText } from '../plain-text.js';

/** A section whose claim is about one firm: that of the headline, then the one whose button is pressed. */
function byFirm(summary: Summary, claim: (summary: Summary, id?: string) => string) {
  const claims = Object.fromEntries(summary.firmIds.map((id) => [id, claim(summary, id)]));
  return { claim: claim(summary), claims };
}

function usersSection(summary: Summary): Section {
  const apps = summary.firmIds.some((id) => summary.firms[id].hasApp);
  const figures = [usersFigure, peopleFigure, sankeyFigure, movesFigure];
  return {
    id: 'users',
    heading: 'Where users went',
    claim: claims.usersClaim(summary),
    figures: apps ? figures.map((make) => make(summary)) : [],
  };
}

function marketSection(summary: Summary): Section {
  const buys = [advertisingFigure(summary), cacFigure(summary)].filter(
    (figure) => figure.sheet.rows.length > 0,
  );
  const channels = summary.channelIds.length > 0 ? [{ ...priceIndexFigure(summary), half: true }] : [];
  return {
    id: 'market',
    heading: 'The market',
    claim: claims.marketClaim(summary),
    figures: [...buys, ...channels, { ...unitCostFigure(summary), half: channels.length > 0 }],
  };
}

function armsSection(summary: Summary): Section {
  const about = Object.entries(summary.arms).map(
    ([name, arm]) => `${plainText(name)}: ${plainText(arm.about)}`,
  );
  return {
    id: 'arms',
    heading: 'What would change it',
    ...byFirm(summary, claims.armsClaim),
    why: about.join(' '),
    figures: [armShareFigure(summary), armCashFigure(summary)],
  };
}

/** All sections made from the worlds, in reading order; `summary.n` > 0. */
export function resultSections(summary: Summary): Section[] {
  const cash = [cashFigure(summary)];
  const money = [waterfallFigure(summary)];
  const when = [survivalFigure(summary), incidenceFigure(summary)];
  const who = [forestFigure(summary)];
  const why = [causesFigure(summary)];
  const sections: Section[] = [
    { id: 'who', heading: 'Who runs out of cash', claim: claims.whoClaim(summary), figures: who },
    { id: 'when', heading: 'When', ...byFirm(summary, claims.whenClaim), figures: when },
    { id: 'cash', heading: 'Cash', ...byFirm(summary, claims.cashClaim), figures: cash },
    usersSection(summary),
    { id: 'money', heading: 'Where the money went', ...byFirm(summary, claims.moneyClaim), figures: money },
    { id: 'why', heading: 'Why', claim: claims.whyClaim(summary), figures: why },
    marketSection(summary),
  ];
  return Object.keys(summary.arms).length === 0 ? sections : [...sections, armsSection(summary)];
}

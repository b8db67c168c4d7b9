/** What everybody knows: changes of the rivals' public facts from one view to the next, and own money from outside, as facts. */
import type { FirmView, RivalView } from '../../../sim/index.js';

/** One piece of news of a month. Money in currency. */
export type News = { readonly month: number; readonly firm: string } & (
  | { readonly kind: 'enters' | 'leaves' | 'passes' | 'passed' }
  | { readonly kind: 'price' | 'tokens' | 'ads' | 'raises'; readonly from: number; readonly to: number }
);

/** A change of advertising is news from this factor on. */
const LOUD = 2;

/** The tier whose price moved most, in proportion. */
function priceMove({ prices, pricesBefore }: RivalView): { from: number; to: number } | undefined {
  const moves = prices
    .map((to, tier) => ({ from: pricesBefore[tier], to }))
    .filter(({ from, to }) => from !== undefined && from !== to);
  const size = ({ from, to }: { from: number; to: number }) => Math.abs(to - from) / Math.max(from, to);
  return moves.sort((a, b) => size(b) - size(a))[0];
}

function isLoud(from: number, to: number): boolean {
  if (from === to) return false;
  return from === 0 || to === 0 || to / from >= LOUD || from / to >= LOUD;
}

function newsOfRival(rival: RivalView, before: RivalView | undefined, me: readonly FirmView[]): News[] {
  const [last, now] = me;
  const base = { month: now.month - 1, firm: rival.firm };
  if (!before) return [{ ...base, month: now.month, kind: 'enters' }];
  if (!before.alive) return [];
  if (!rival.alive) return [{ ...base, kind: 'leaves' }];
  const price = priceMove(rival);
  const was = before.users - (last.users[0] ?? 0);
  const is = rival.users - (now.users[0] ?? 0);
  return [
    ...(price ? [{ ...base, kind: 'price' as const, ...price }] : []),
    ...(rival.apiPrice !== rival.apiPriceBefore
      ? [{ ...base, kind: 'tokens' as const, from: rival.apiPriceBefore, to: rival.apiPrice }]
      : []),
    ...(was < 0 && is > 0 ? [{ ...base, kind: 'passes' as const }] : []),
    ...(was > 0 && is < 0 ? [{ ...base, kind: 'passed' as const }] : []),
    ...(last.month > 1 && isLoud(before.adSpend, rival.adSpend)
      ? [{ ...base, kind: 'ads' as const, from: before.adSpend, to: rival.adSpend }]
      : []),
  ];
}

/** Money that the firm itself got from outside. */
function ownNews({ firm, month, lastMonth }: FirmView): News[] {
  const { rounds, listing, parent } = lastMonth;
  const to = rounds + listing + parent;
  return to > 0 ? [{ month: month - 1, firm, kind: 'raises', from: 0, to }] : [];
}

/** All news so far, newest month first. The first month has no before. */
export function newsOf(views: readonly FirmView[]): News[] {
  const months = views.slice(1).map((now, k) => {
    const last = views[k];
    const known = new Map(last.rivals.map((rival) => [rival.firm, rival]));
    return [
      ...ownNews(now),
      ...now.rivals.flatMap((rival) => newsOfRival(rival, known.get(rival.firm), [last, now])),
    ];
  });
  return months
    .reverse()
    .flat()
    .sort((a, b) => b.month - a.month);
}

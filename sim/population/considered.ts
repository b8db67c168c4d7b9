/**
 * Choice probabilities of a logit over a drawn consideration set (Goeree 2008), integrated instead of drawn:
 *   P(j) = A_j w_j Int_0^inf e^(-(c + w_j) z) Prod_{k not in {a, j}} (1 - A_k + A_k e^(-w_k z)) dz
 * with c the weights of no app and of the own app a, which are always considered (1/x = Int e^(-x z) dz). The integral
 * is a trapezoid in ln z, whose error falls exponentially (Trefethen & Weideman 2014): below 5e-6 of each probability
 * with steps of .6; below the first node the integrand is a straight line. A user whose second app is i considers i
 * for certain; a mixture over i costs nothing, because the integrand is linear in it.
 *
 * About 20 nodes: a few hundred multiplications for an app and its users, and one exponential a node for each tenure.
 */
import { exp2 } from '../core/single.js';
import { MOST_APPS } from './contract.js';

const MOST_NODES = 192;
const STEP = 0.6;
const GROWTH = 1.8221188003905089;
/** Of the inverse of the largest total: first node. Of the inverse of the smallest: last node. */
const FIRST = 0.02;
const LAST = 17;
const LOG2E = Math.LOG2E;
/** Weights of the trapezoid left of the first node, moments 0 and 1 of a geometric series. */
const LEFT = STEP / (GROWTH - 1);
const LEFT_SLOPE = STEP / (GROWTH * GROWTH - 1);

/** Weights and awareness (0 to 1) of the living apps; length of each at least `count`. */
export interface Rivals {
  readonly weights: Float64Array;
  readonly aware: Float64Array;
  count: number;
}

/** A type's reviewers of living app `own` (-1: of none) with their mean weights of none and of the own app. */
export interface Reviewed {
  readonly apps: Rivals;
  readonly own: number;
  readonly outside: number;
  readonly ownWeight: number;
  /** By living app: the part of them who have it as second app; expected second apps, written. */
  readonly holders: Float64Array;
  readonly parts: Float64Array;
}

/** Nodes and what they need of the apps of one type; by node, or by app x node. */
export interface Grid {
  count: number;
  readonly z: Float64Array;
  readonly step: Float64Array;
  /** 1 - A + A e^(-w z), and e^(-w z) over it. */
  readonly met: Float64Array;
  readonly ratio: Float64Array;
  /** By node: the product over all rivals; the mixture over second apps, relative to having none. */
  readonly product: Float64Array;
  readonly holding: Float64Array;
  /** By node: the integrand without e^(-c z): of no app and the own app; of all rivals; e^(-c z) of the last `totalsAt`. */
  readonly base: Float64Array;
  readonly rivals: Float64Array;
  readonly decay: Float64Array;
  /** By app x node: the part of each rival. */
  readonly flow: Float64Array;
  /** Results of `totalsAt`: 1/total in the mean over sets; the probability of any rival. */
  inverse: number;
  rival: number;
}

/** An empty grid; one serves a whole population. */
export function makeGrid(): Grid {
  const line = () => new Float64Array(MOST_NODES);
  const table = () => new Float64Array(MOST_APPS * MOST_NODES);
  return {
    count: 0,
    z: line(),
    step: line(),
    met: table(),
    ratio: table(),
    product: line(),
    holding: line(),
    base: line(),
    rivals: line(),
    decay: line(),
    flow: table(),
    inverse: 0,
    rival: 0,
  };
}

/** e^-x for x >= 0, relative error below 3e-6; 0 beyond 83. */
function fadeOf(x: number): number {
  return x > 83 ? 0 : x === 0 ? 1 : exp2(-x * LOG2E);
}

/** Lays the nodes for totals from `least` to `most`, and the apps' functions on them. `aware`: A by living app. */
export function layGrid(grid: Grid, apps: Rivals, totals: { least: number; most: number }): void {
  const { z, step } = grid;
  const first = FIRST / totals.most;
  const end = LAST / totals.least;
  z[0] = 0;
  step[0] = first * (LEFT - LEFT_SLOPE);
  let n = 1;
  for (let at = first; n < MOST_NODES; n++, at *= GROWTH) {
    z[n] = at;
    step[n] = STEP * at;
    if (at > end) {
      n++;
      break;
    }
  }
  step[1] += first * LEFT_SLOPE;
  grid.count = n;
  for (let k = 0; k < apps.count; k++) {
    const weight = apps.weights[k];
    const aware = apps.aware[k];
    for (let i = 0, at = k * MOST_NODES; i < n; i++, at++) {
      const fade = fadeOf(weight * z[i]);
      const met = 1 - aware + aware * fade;
      grid.met[at] = met;
      grid.ratio[at] = aware === 1 ? 1 : fade / met;
    }
  }
}

/**
 * Prepares the integrands of users whose own app is living app `own` (-1: none); `holders[k]`: part of them whose
 * second app is living app k (all 0 if nobody has one).
 */
export function prepare(grid: Grid, apps: Rivals, own: number, holders: Float64Array): void {
  const { base, rivals, flow, met, ratio, step } = grid;
  let holding = 0;
  for (let k = 0; k < apps.count; k++) if (k !== own) holding += holders[k];
  for (let i = 0; i < grid.count; i++) {
    let product = step[i];
    let mixture = 1 - holding;
    for (let k = 0, at = i; k < apps.count; k++, at += MOST_NODES) {
      if (k === own) continue;
      product *= met[at];
      if (holders[k] > 0) mixture += holders[k] * ratio[at];
    }
    grid.product[i] = product;
    grid.holding[i] = mixture;
    base[i] = product * mixture;
    let sum = 0;
    for (let k = 0, at = i; k < apps.count; k++, at += MOST_NODES) {
      if (k === own) continue;
      const part = holders[k];
      const known = apps.aware[k];
      const chance = known === 1 ? mixture : known * (mixture - part * ratio[at]) + part;
      const x = apps.weights[k] * ratio[at] * product * chance;
      flow[at] = x;
      sum += x;
    }
    rivals[i] = sum;
  }
}

/** Integrates at a fixed weight c (of no app and the own app): writes `inverse`, `rival` and `decay`. */
export function totalsAt(grid: Grid, c: number): void {
  const { base, rivals, decay, z } = grid;
  let inverse = 0;
  let rival = 0;
  for (let i = 0; i < grid.count; i++) {
    const x = fadeOf(c * z[i]);
    decay[i] = x;
    inverse += base[i] * x;
    rival += rivals[i] * x;
  }
  grid.inverse = inverse;
  grid.rival = rival;
}

/** Adds `users` movers to rivals, at the weight of the last `totalsAt`, to the mixture of nodes. */
export function addMovers(grid: Grid, mixture: Float64Array, users: number): void {
  const scale = users / grid.rival;
  for (let i = 0; i < grid.count; i++) mixture[i] += scale * grid.decay[i];
}

/** Expected movers to each rival of the mixture, by living app; writes `parts`. */
export function composeMovers(
  grid: Grid,
  mixture: Float64Array,
  parts: Float64Array,
  among: { count: number; own: number },
): void {
  for (let k = 0; k < among.count; k++) {
    let sum = 0;
    if (k !== among.own) {
      for (let i = 0, at = k * MOST_NODES; i < grid.count; i++, at++) sum += mixture[i] * grid.flow[at];
    }
    parts[k] = sum;
  }
}

/**
 * Second app of those whose first app is living app `chosen` and whose own app was `own` (-1: none), from the same set
 * without the first and without none:
 *   P(chosen, j) = w_c w_j/C [E 1/x - E 1/(C + x)],  x = the set's weight without c,  C = w_0 + w_c.
 * Of the users `prepare` was last called for. Writes `parts` and returns the probability of finding any.
 */
export function composeSecond(grid: Grid, from: Reviewed, chosen: number): number {
  const { apps, own, outside, ownWeight, holders, parts } = from;
  const { ratio } = grid;
  const stays = chosen === own;
  const C = outside + (stays ? ownWeight : apps.weights[chosen]);
  const heard = stays ? 1 : apps.aware[chosen];
  const had = stays ? 0 : holders[chosen];
  let all = 0;
  parts.fill(0, 0, apps.count);
  for (let i = 0; i < grid.count; i++) {
    const rest = (stays ? 1 : fadeOf(ownWeight * grid.z[i])) * without(grid, apps.count, { own, chosen, i });
    const faded = fadeOf(C * grid.z[i]);
    const open = (rest * (1 - faded)) / C;
    const others = grid.holding[i] - had * ratio[chosen * MOST_NODES + i];
    const chance = heard * others + had;
    all += rest * faded * chance;
    if (!stays && own >= 0) parts[own] += ownWeight * open * chance;
    for (let k = 0, at = i; k < apps.count; k++, at += MOST_NODES) {
      if (k === own || k === chosen) continue;
      const part = holders[k];
      const known = apps.aware[k];
      const both = heard * (known * (others - part * ratio[at]) + part) + had * known;
      parts[k] += apps.weights[k] * open * ratio[at] * both;
    }
  }
  let sum = 0;
  for (let k = 0; k < apps.count; k++) sum += parts[k];
  return Math.min(1, sum / all);
}

/** The product at node i without the chosen app: by division, unless the app's own factor has all but vanished. */
function without(
  grid: Grid,
  count: number,
  { own, chosen, i }: { own: number; chosen: number; i: number },
): number {
  if (chosen === own) return grid.product[i];
  const met = grid.met[chosen * MOST_NODES + i];
  if (met > 1e-20) return grid.product[i] / met;
  let product = grid.step[i];
  for (let k = 0, at = i; k < count; k++, at += MOST_NODES) {
    if (k !== own && k !== chosen) product *= grid.met[at];
  }
  return product;
}

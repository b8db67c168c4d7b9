/** A population whose users all have the median tastes, so that choices have a closed form. */

import { makeLuck } from '../../../sim/core/draws.js';
import { LOG2E } from '../../../sim/core/numerics.js';
import { type Agents, makeAgents, startingState, stateWithout } from '../../../sim/population/agents.js';
import {
  type Cells,
  type MonthKeys,
  makeOfferSheet,
  NEVER,
  type OfferSheet,
  STATES,
  TENURES,
  TIERS,
} from '../../../sim/population/contract.js';
import { monthKeys } from '../../../sim/population/month-keys.js';

export interface MadeSegment {
  readonly agents: number;
  /** Utility of each app (utils) and of having none; awareness of each app. */
  readonly utility: readonly number[];
  readonly outside: number;
  readonly awareness: readonly number[];
  /** App that all have (0 = none), and what leaving it costs (utils). */
  readonly own: number;
  readonly leave: number;
  readonly quit: number;
}

/** One cell a segment; everybody reviews. */
export function madePopulation(segments: readonly MadeSegment[]): {
  agents: Agents;
  sheet: OfferSheet;
  cells: Cells;
} {
  const apps = segments[0].utility.length;
  let at = 0;
  const start: number[] = [];
  const end: number[] = [];
  for (const segment of segments) {
    start.push(at);
    end.push(at + segment.agents);
    at = (at + segment.agents + 15) & ~15;
  }
  const cells: Cells = {
    count: segments.length,
    segments: segments.length,
    classes: 1,
    start: Int32Array.from(start),
    end: Int32Array.from(end),
    segment: Int32Array.from(segments, (_, s) => s),
    usageClass: new Int32Array(segments.length),
    origin: Int32Array.from(segments, ({ own }) => own),
    weight: new Float64Array(segments.length).fill(1),
    length: at,
    agents: segments.reduce((sum, { agents }) => sum + agents, 0),
  };
  const agents = makeAgents(cells, apps);
  agents.price.fill(1);
  agents.ads.fill(1);
  agents.switching.fill(1);
  const sheet = makeOfferSheet(segments.length, 1, apps);
  sheet.aging.fill(1);
  sheet.livingCount = apps;
  for (let app = 1; app <= apps; app++) {
    sheet.living[app - 1] = app;
    sheet.tiers[app - 1] = 1;
  }
  segments.forEach((segment, s) => {
    for (let i = start[s]; i < end[s]; i++) {
      agents.state[i] = segment.own ? startingState(segment.own, 0, 5) : stateWithout(NEVER);
    }
    segment.utility.forEach((v, j) => {
      sheet.terms[((s * apps + j) * TIERS) << 2] = v * LOG2E;
      sheet.awareness[s * apps + j] = Math.floor(segment.awareness[j] * 65536);
    });
    sheet.allAware[s] = segment.awareness.every((a) => a >= 1) ? 1 : 0;
    sheet.outside[s] = segment.outside * LOG2E;
    sheet.outsideGrip[s] = 1 - segment.quit;
    sheet.activation[s] = 1;
    sheet.entry[s] = segment.leave * LOG2E;
    sheet.habit.fill(segment.leave * LOG2E, s * TENURES, (s + 1) * TENURES);
    sheet.hazard.fill(0, s * STATES * 3, (s + 1) * STATES * 3);
  });
  return { agents, sheet, cells };
}

/** Keys of a month of a seed. */
export function madeKeys(seed: string, month = 1): MonthKeys {
  return monthKeys(makeLuck(seed, 0), month);
}

/** Pearson's chi-squared of counts against probabilities. */
export function chiSquared(counts: readonly number[], probabilities: readonly number[]): number {
  const n = counts.reduce((a, b) => a + b, 0);
  return counts.reduce((sum, c, k) => sum + (c - n * probabilities[k]) ** 2 / (n * probabilities[k]), 0);
}

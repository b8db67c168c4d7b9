/**
 * The peeling trajectory of PRIM: coverage to the right, density upwards, from all worlds to the smallest box. The box
 * that was taken is filled, the same box on fresh worlds hollow with its intervals.
 */
import { escapeHtml } from '../plain-text.js';
import type { Interval } from './rows.js';

const HEIGHT = 280;
const TICKS = [0, 0.25, 0.5, 0.75, 1] as const;

/** All shares are 0..1. */
export interface Trajectory {
  readonly steps: readonly { readonly coverage: number; readonly density: number }[];
  /** The box, and what the drawing says beside it. */
  readonly box: { readonly coverage: number; readonly density: number; readonly text: string };
  readonly fresh: { readonly coverage: Interval; readonly density: Interval };
  /** Density of all worlds. */
  readonly share: number;
  readonly label: string;
}

function x(coverage: number): string {
  return `${(coverage * 100).toFixed(2)}%`;
}

function y(density: number): string {
  return ((1 - density) * HEIGHT).toFixed(1);
}

function percentText(tick: number): string {
  return `${tick * 100}${tick === 1 ? '%' : ''}`;
}

function grid(share: number): string {
  const lines = TICKS.map(
    (tick) => `<line class="${tick === 0 ? 'zl' : 'gl'}" x1="0" x2="100%" y1="${y(tick)}" y2="${y(tick)}"/>`,
  );
  const axis = TICKS.map(
    (tick) => `<text x="${x(tick)}" y="${HEIGHT + 18}" text-anchor="middle">${percentText(tick)}</text>`,
  );
  const all = `<line class="zl" x1="0" x2="100%" y1="${y(share)}" y2="${y(share)}" stroke-dasharray="4 3"/>`;
  return lines.join('') + axis.join('') + all;
}

function path(steps: Trajectory['steps']): string {
  const points = steps.map(
    ({ coverage, density }) => `${(coverage * 100).toFixed(2)},${((1 - density) * 100).toFixed(2)}`,
  );
  const line = `<svg width="100%" height="${HEIGHT}" viewBox="0 0 100 100" preserveAspectRatio="none"><polyline class="ln" points="${points.join(' ')}"/></svg>`;
  const dots = steps.map(
    ({ coverage, density }) => `<circle cx="${x(coverage)}" cy="${y(density)}" r="2.6" fill="var(--ink3)"/>`,
  );
  return line + dots.join('');
}

function freshMarks({ coverage, density }: Trajectory['fresh']): string {
  const all = [coverage, density].flatMap(({ estimate, low, high }) => [estimate, low, high]);
  if (!all.every(Number.isFinite)) return '';
  const [atX, atY] = [x(coverage.estimate), y(density.estimate)];
  return `<line class="wk" x1="${x(coverage.low)}" x2="${x(coverage.high)}" y1="${atY}" y2="${atY}"/><line class="wk" x1="${atX}" x2="${atX}" y1="${y(density.low)}" y2="${y(density.high)}"/><circle cx="${atX}" cy="${atY}" r="5" fill="var(--card)" stroke="var(--out)" stroke-width="2"/>`;
}

function boxMarks({ coverage, density, text }: Trajectory['box']): string {
  const isRight = coverage > 0.5;
  const isHigh = density > 0.9;
  const at = Number(y(density)) + (isHigh ? 4 : -12);
  const beside = isHigh ? (isRight ? -12 : 12) : 0;
  return `<circle cx="${x(coverage)}" cy="${y(density)}" r="6" fill="var(--out)" stroke="var(--card)" stroke-width="1.5"/><text class="lab" x="${x(coverage)}" dx="${beside}" y="${at}" text-anchor="${isRight ? 'end' : 'start'}">${escapeHtml(text)}</text>`;
}

/** The drawing as HTML. */
export function trajectoryPlot({ steps, box, fresh, share, label }: Trajectory): string {
  const ticks = TICKS.map(
    (tick) =>
      `<text x="100%" dx="-8" y="${Number(y(tick)) + 4}" text-anchor="end">${percentText(tick)}</text>`,
  );
  const marks = grid(share) + path(steps) + freshMarks(fresh) + boxMarks(box);
  return `<div class="panel wide" role="img" aria-label="${escapeHtml(label)}"><div class="ya">density: cases among its worlds</div><svg class="w" width="44" height="${HEIGHT + 24}" aria-hidden="true">${ticks.join('')}</svg><svg class="w" width="100%" height="${HEIGHT + 24}" aria-hidden="true">${marks}</svg><div class="xa">coverage: part of all cases that lie in it</div></div>`;
}

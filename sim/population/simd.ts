/**
 * The SIMD population: the WebAssembly kernel behind the interface of populations. Only the offer sheet is copied,
 * once a month; the first count and what a dead app does to the counts are the host's (simd-counts.ts).
 */
import { chooseFirstTiers, ORIGIN } from './agents.js';
import { type Cells, LAPSED, ORPHAN } from './contract.js';
import { returnKernel, takeKernel } from './kernel-module.js';
import type { AgentPopulation } from './population.js';
import { countOrphans, countSettled, dropSeconds, recount } from './simd-counts.js';
import { layOut, RECORD, turnRing, viewAgents, viewMemory, writeCells, writeTables } from './simd-memory.js';
import { agingTurns, writeKeys, writePlan, writeSegments } from './simd-sheet.js';
import { startAgents } from './start.js';
import { spreadOut } from './tastes.js';

/** An empty SIMD population of these cells for `apps` slots. Shapes and months as in `Population`. */
export function simdPopulation(cells: Cells, apps: number): AgentPopulation {
  const layout = layOut(cells, apps);
  const kernel = takeKernel(layout.end);
  const { exports } = kernel;
  const views = viewMemory(kernel, layout, cells.count);
  const agents = viewAgents(kernel.buffer, layout, cells, apps);
  const { tally } = agents;
  writeTables(views);
  exports.lay(layout.columns, cells.length, layout.tops, apps);
  writeCells(views, cells, apps);
  const cellsEnd = layout.cells + cells.count * RECORD;
  let started = false;
  let counted = false;
  let twice = false;

  // The kernel's exponential has no ends; no normal of ours is beyond 7.
  const spread = (column: Float32Array, by: number) => {
    const { byteOffset, byteLength } = column;
    if (Math.abs(by) <= 100) exports.spreadOut(byteOffset, byteOffset + byteLength, by);
    else spreadOut(column, by);
  };
  const report = () => {
    exports.report(layout.cells, cellsEnd, layout.users, layout.tenures, layout.none);
    return tally;
  };
  const count = (clock: number) => {
    if (!started) exports.boundLapses(cells.length);
    started = true;
    turnRing(views, apps, clock);
    recount(views, clock);
    twice ||= tally.second.some((users) => users > 0);
    counted = true;
  };
  return {
    agents,
    start: (segments, from) => startAgents(agents, segments, { ...from, spreadOut: spread }),
    chooseFirstTiers(sheet) {
      chooseFirstTiers(agents, sheet);
      if (cells.origin.some((app) => app > 0 && sheet.tiers[app - 1] > 1)) counted = false;
    },
    countStart() {
      count(ORIGIN);
      tally.moves.fill(0);
      tally.lapses.fill(0);
      return report();
    },
    moveUsers(sheet, keys, month) {
      const now = month + ORIGIN;
      const turns = agingTurns(views, sheet);
      writeSegments(views, sheet, now);
      if (!counted || turns) count(now - 1);
      tally.moves.fill(0);
      tally.lapses.fill(0);
      for (let s = 0; s < sheet.segments; s++) if (sheet.second[s] > 0) twice = true;
      writeKeys(views, keys);
      turnRing(views, apps, now);
      const { several, ads, matched } = writePlan(views, sheet);
      exports.openMonth(now, sheet.livingCount, several, twice, ads, matched);
      exports.moveAll(layout.cells, cellsEnd);
      return report();
    },
    orphan(app) {
      if (twice) dropSeconds(views, app);
      exports.relabel(cells.length, 0x7c, app << 2, ORPHAN);
      countOrphans(views, apps, app);
    },
    settleOrphans() {
      for (let cell = 0; cell < cells.count; cell++) {
        if (tally.none[cell * 3 + ORPHAN] === 0) continue;
        exports.relabel(cells.length, 0xffff, ORPHAN, LAPSED);
        countSettled(views, apps);
        return;
      }
    },
    release: () => returnKernel(kernel),
  };
}

import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { simulate, startMarket, VERDICTS, watchUsers } from '../../sim/index.js';
import { loadFile } from '../../src/store/scenario-file.js';

const FILE = join(import.meta.dirname, '../../scenarios/startup-20m.yaml');

async function world(options: string[] = []) {
  const { scenario } = await loadFile(FILE, ['agents=3000', 'months=12', ...options]);
  return { scenario, market: startMarket(scenario, '1', 3) };
}

/** Everybody in the columns. */
function everybody({ start, end }: { start: Int32Array; end: Int32Array }): Int32Array {
  return Int32Array.from(
    [...start].flatMap((from, cell) => Array.from({ length: end[cell] - from }, (_, k) => from + k)),
  );
}

describe('watching users', () => {
  it('finds the lapses that the world has tallied, app by app, and leaves those who stay where they were', async () => {
    const { market } = await world();
    const { cells, apps } = market.state;
    const users = everybody(cells);
    const weight = Array.from(users, (user) => cells.weight[cells.end.findIndex((end) => user < end)]);
    const watch = watchUsers(market.state, users);
    if (!watch) throw new Error('users are simulated one by one');
    let before = watch.look();
    let stayed = 0;
    for (let month = 1; month <= market.months; month++) {
      market.step();
      const now = watch.look();
      const lapsed = new Float64Array(apps.length + 1);
      now.verdict.forEach((verdict, k) => {
        const from = before.code[k] >> 2;
        if (VERDICTS[verdict] === 'lapse' && now.code[k] >> 2 === 0 && now.code[k] !== 2)
          lapsed[from] += weight[k];
        if (VERDICTS[verdict] !== 'stay' || before.code[k] === 2 || now.code[k] === 2) return;
        stayed++;
        expect(now.code[k]).toBe(before.code[k]);
      });
      const side = apps.length + 1;
      const tallied = Float64Array.from({ length: side }, (_, app) =>
        market.state.segments.reduce(
          (sum, _segment, s) => sum + market.state.tally.lapses[s * side + app],
          0,
        ),
      );
      expect([...lapsed]).toEqual([...tallied]);
      before = now;
    }
    expect(stayed).toBeGreaterThan(0);
  });

  it('changes no byte of the world', async () => {
    const { scenario, market } = await world();
    const watch = watchUsers(market.state, Int32Array.of(0, 1));
    while (market.month < market.months) {
      market.step();
      watch?.look();
    }
    expect(market.outcome()).toEqual(simulate(scenario, '1', 3));
  });

  it('has nobody to show where users are simulated in groups', async () => {
    const { market } = await world(['population.engine=cohorts']);
    expect(watchUsers(market.state, Int32Array.of(0))).toBeUndefined();
  });
});

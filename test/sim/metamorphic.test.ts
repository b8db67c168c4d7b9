/**
 * Laws that tie two worlds together: what must not change when a scenario is told differently. On random scenarios;
 * AFTERBURN_LONG=1 tries a thousand of them instead of sixty.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { simulate } from '../../sim/index.js';
import { byId } from './by-id.js';
import { legal, type Raw } from './made-scenario.js';
import { randomScenario } from './random-scenario.js';

const RUNS = process.env.AFTERBURN_LONG ? 1000 : 60;
const LONG = 600_000;

const live = (raw: Raw, seed = 'metamorphic', replicate = 0) =>
  byId(simulate(legal(raw), seed, replicate), raw);

/** The entries of a map in reverse, or turned by one. */
function reordered(map: unknown, turn: boolean): Raw {
  const entries = Object.entries(map as Raw);
  return Object.fromEntries(turn ? [...entries.slice(1), entries[0]] : entries.reverse());
}

describe('the order of the file means nothing', () => {
  it.each(['firms', 'channels', 'segments', 'buyers'])(
    'reordering %s changes no byte of any firm and of the market',
    (part) => {
      fc.assert(
        fc.property(randomScenario, fc.boolean(), (raw, turn) => {
          const other = { ...raw, [part]: reordered(raw[part], turn) };
          expect(live(other)).toEqual(live(raw));
        }),
        { seed: 1, numRuns: RUNS },
      );
    },
    LONG,
  );
});

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { simulate } from '../../sim/index.js';
import { parseSource } from '../../src/source/parse-source.js';
import { loadFile } from '../../src/store/scenario-file.js';
import { emptyFolder } from '../empty-folder.js';
import { market } from '../experiment/calibration/market.js';

const text = JSON.stringify({ ...market(), sourced: false, months: 6 });

function withOverlay(...overlays: string[]) {
  return parseSource({
    text,
    file: 'my.yaml',
    overlays: overlays.map((bytes, k) => ({ bytes, file: `o${k + 1}.yaml` })),
  });
}

function lines(parsed: ReturnType<typeof parseSource>): string[] {
  if (!('problems' in parsed)) throw new Error('no problem');
  return parsed.problems.map(
    ({ where, path, expected, received }) => `${where} ${path.join('.')}: ${expected}, got ${received}`,
  );
}

describe('an overlay', () => {
  it('lays values over a scenario, the last one on top, and --set over all of them', () => {
    const parsed = parseSource({
      text,
      file: 'my.yaml',
      sets: ['firms.paid.press=0.03'],
      overlays: [
        {
          file: 'a',
          bytes: 'values: {firms.paid.quality: 3, firms.paid.press: 0.01, firms.free.press: 0.02}',
        },
        { file: 'b', bytes: 'values:\n  firms.paid.quality: 4 [C] by hand\nfitted: {loss: 3}' },
      ],
    });
    if ('problems' in parsed) throw new Error('problems');
    const { paid, free } = parsed.scenario.firms;
    expect([paid.quality, paid.press, free.press].map(({ law }) => law)).toEqual(
      [4, 0.03, 0.02].map((value) => ({ kind: 'constant', value })),
    );
    expect(paid.quality.tag).toBe('C');
    expect(parsed.scenario.raw).not.toHaveProperty('overlay');
  });

  it('has its problems in its own file, all at once', () => {
    expect(
      lines(
        withOverlay(
          'valuse: {}\nvalues:\n  firms.paid.qualty: 3\n  firms.paid.press: 3\n  firms.pad.press: .2\n',
          '- 1',
          'values: 3',
          '# nothing',
        ),
      ),
    ).toEqual([
      'o1.yaml:1:1 valuse: a known field of an overlay, got "valuse"',
      'o2.yaml:1:1 : a map of fields such as `title:`, got a list',
      'o4.yaml:1:1 : a map of fields such as `title:`, got an empty file',
      'o3.yaml:1:9 values: a map from paths to values, got something else',
      'o1.yaml:3:3 values.firms.paid.qualty: a known field in the path `firms.paid.qualty`, got "qualty"',
      'o1.yaml:4:21 firms.paid.press: a number from 0 to 1 (per month), got 3',
      'o1.yaml:5:3 values.firms.pad.press: the name of a firm in the path `firms.pad.press`, got "pad"',
    ]);
  });

  it('may be named by the scenario, from its own folder; the worlds are those of the values written out', async () => {
    const folder = emptyFolder();
    mkdirSync(join(folder, 'below'));
    const write = (name: string, value: unknown) => writeFileSync(join(folder, name), JSON.stringify(value));
    const raw = { ...market(), months: 6 };
    write('below/my.yaml', { ...raw, overlay: '../fit.yaml' });
    write('fit.yaml', { values: { 'firms.paid.quality': 3.25 } });
    raw.firms.paid.quality = 3.25;
    write('plain.yaml', raw);
    const [laid, plain] = await Promise.all(
      ['below/my.yaml', 'plain.yaml'].map((name) => loadFile(join(folder, name))),
    );
    expect(laid.scenario.raw).toEqual(plain.scenario.raw);
    expect(simulate(laid.scenario, '1', 0)).toEqual(simulate(plain.scenario, '1', 0));
    await expect(
      loadFile(join(folder, 'plain.yaml'), [], { overlays: [join(folder, 'fti.yaml')] }),
    ).rejects.toThrow(/expected an overlay file, got no such file; did you mean .*fit\.yaml\?/);
  });

  it('is never left out in silence where files cannot be read', () => {
    const named = parseSource({
      text: JSON.stringify({ ...market(), overlay: 'fit.yaml' }),
      file: 'my.yaml',
    });
    expect(lines(named)[0]).toMatch(
      /^my\.yaml:1:\d+ overlay: an overlay that is named in the file and read with it/,
    );
  });
});

/**
 * Dieharder (Brown, Eddelbuettel and Bauer, 3.31.1) as a judge of 32-bit words: which tests, with how many samples,
 * and how a reader is fed to one of them. A test collects p-values of its samples and reports the p-value of their
 * Kolmogorov-Smirnov test, so too even is as bad as uneven. Words go through a pipe in blocks of 256 kB; every test
 * begins at the reader's first word, so its p-values are the same on every machine.
 *
 * Left out, each with its reason:
 * - 14 (diehard_sums): "Do Not Use" in `dieharder -l`, "completely useless" in `dieharder -d 14 -h`.
 * - 5, 6, 7 (opso, oqso, dna): "Suspect" in `dieharder -l`; the spread of 6 and 7 comes from simulation (`-d 6 -h`).
 * - 201 (rgb_minimum_distance): /dev/urandom fails it (github.com/rleonid/oml/issues/110); 11 and 12 test the same.
 * - 204 (rgb_kstest_test): by its own help a test of the Kolmogorov-Smirnov test, not of generators.
 */
import { spawn, spawnSync } from 'node:child_process';

/**
 * The tests: their numbers, lengths (`-n`) and samples (`-p`), chosen so that the longest of them take a few seconds.
 * `quick`: also in a short run; `long`: only in a long one.
 */
export const TESTS = [
  { args: ['-d', '0'], samples: 100, quick: true },
  { args: ['-d', '1'], samples: 100 },
  { args: ['-d', '2'], samples: 20 },
  { args: ['-d', '3'], samples: 100 },
  { args: ['-d', '4'], samples: 100, quick: true },
  { args: ['-d', '8'], samples: 100, quick: true },
  { args: ['-d', '9'], samples: 50 },
  { args: ['-d', '10'], samples: 100 },
  { args: ['-d', '11'], samples: 100, quick: true },
  { args: ['-d', '12'], samples: 100 },
  { args: ['-d', '13'], samples: 20 },
  { args: ['-d', '15'], samples: 100, quick: true },
  { args: ['-d', '16'], samples: 50 },
  { args: ['-d', '17'], samples: 10, long: true },
  { args: ['-d', '100'], samples: 100, quick: true },
  { args: ['-d', '101'], samples: 20 },
  { args: ['-d', '102'], samples: 50 },
  { args: ['-d', '200', '-n', '3'], samples: 100 },
  { args: ['-d', '200', '-n', '8'], samples: 20 },
  { args: ['-d', '202', '-n', '5'], samples: 100 },
  { args: ['-d', '203', '-n', '0'], samples: 50 },
  { args: ['-d', '203', '-n', '5'], samples: 20, long: true },
  { args: ['-d', '203', '-n', '23'], samples: 10, long: true },
  { args: ['-d', '205'], samples: 1, long: true },
  { args: ['-d', '206'], samples: 10, long: true },
  { args: ['-d', '207'], samples: 1 },
  { args: ['-d', '208'], samples: 1 },
  { args: ['-d', '209'], samples: 1 },
];

/** A program that may be missing. */
const PROGRAM = 'dieharder';
/** Words in a block. */
const BLOCK = 1 << 16;
const FIELDS = ['test_name', 'ntuple', 'tsamples', 'psamples', 'pvalues', 'assessment'];
const OUTPUT = [...FIELDS.flatMap((field) => ['-D', field]), '-c', ',', '-k', '2'];
/** Dieharder's way to resolve weak results: samples are added, 100 at a time and up to 1,000. */
const RESOLVE = ['-Y', '1', '-P', '1000'];

/** From the words of a test to those of its repetition; there are fewer tests than this. */
const FRESH = 30;

/** The version dieharder says it has, or null if it is not installed. */
export function dieharderVersion() {
  const { stdout } = spawnSync(PROGRAM, ['-l'], { encoding: 'utf8' });
  return stdout ? (/version (\S+)/.exec(stdout)?.[1] ?? 'unknown') : null;
}

/** Feeds words until the child has read enough; a closed pipe is how it says so. */
function feed(child, reader) {
  let n = 0;
  const more = () => {
    let room = child.stdin.writable;
    while (room) {
      const words = new Int32Array(BLOCK);
      for (let i = 0; i < BLOCK; i++) words[i] = reader(n++);
      room = child.stdin.write(new Uint8Array(words.buffer));
    }
  };
  child.stdin.on('error', (error) => {
    if (error.code !== 'EPIPE' && error.code !== 'ECONNRESET') throw error;
  });
  child.stdin.on('drain', more);
  more();
}

/**
 * The p-values of one test, in the order printed: `{ name, first, last, verdict }`, where `first` is that of the stated
 * samples, `last` that after all samples added. Verdicts: PASSED, WEAK (unresolved), FAILED.
 * @param {string} text lines `name,ntuple,tsamples,psamples,p,assessment`; a pass with more psamples repeats them all
 */
export function parseRows(text) {
  const lines = text.split('\n').map((line) => line.split(',').map((cell) => cell.trim()));
  const rows = lines.filter((cells) => cells.length >= FIELDS.length && Number(cells[4]) >= 0);
  const passOf = (psamples) => rows.filter((cells) => cells[3] === psamples);
  const last = passOf(rows.at(-1)?.[3]);
  return passOf(rows[0]?.[3]).map(([name, ntuple, , , p], i) => ({
    name: ntuple === '0' ? name : `${name} ${ntuple}`,
    first: Number(p),
    last: Number(last[i][4]),
    samples: Number(last[i][3]),
    verdict: last[i][5],
  }));
}

/** Runs dieharder once; `reader` null is its own AES with a seed. */
function runOnce({ args, samples }, { reader, part, resolve }) {
  const from = reader ? ['-g', '200'] : ['-g', '205', '-S', `${part + 1}`];
  const more = [...args, '-p', `${samples}`, ...OUTPUT, ...(resolve ? RESOLVE : [])];
  const child = spawn(PROGRAM, [...from, ...more], { stdio: ['pipe', 'pipe', 'ignore'] });
  let text = '';
  child.stdout.on('data', (data) => {
    text += data;
  });
  if (reader) feed(child, reader);
  return new Promise((settle, fail) => {
    child.on('error', fail);
    child.on('close', (code) => {
      const rows = parseRows(text);
      if (rows.length > 0) settle(rows);
      else fail(new Error(`dieharder ${args.join(' ')}: code ${code}, printed "${text.slice(0, 200)}"`));
    });
  });
}

/** Whether a test has to be read again before it is judged, see `runTest`. */
function doubtful(rows, samples) {
  if (samples === 1) return rows.some(({ verdict }) => verdict === 'WEAK');
  return samples < 100 && rows.some(({ verdict, last }) => verdict === 'FAILED' && last > 0.5);
}

/**
 * Runs one test. With `resolve`, weak results get more samples. Two cases are read again on other words first: a weak
 * test of one sample, which dieharder would give a hundred, up to twice (three weak ones in turn: 1e-6); and p-values
 * of less than 100 samples that are too high, because dieharder's Kolmogorov-Smirnov test says so of good words too
 * (its own AES, test 100, seeds 1 to 300: 32 of 300 above .995 with 10 samples, 20 with 20, 14 with 50, 2 with 200).
 * @param {{ args: string[], samples: number }} test
 * @param {{ readerOf: (part: number) => ((n: number) => number) | null, part: number, resolve: boolean }} source
 */
export async function runTest(test, { readerOf, part, resolve }) {
  const more = resolve && test.samples > 1;
  const first = await runOnce(test, { reader: readerOf(part), part, resolve: more });
  let rows = first;
  for (let turn = 1; turn < 3 && resolve && doubtful(rows, test.samples); turn++) {
    const other = part + turn * FRESH;
    const samples = test.samples > 1 ? test.samples + 100 : 1;
    const again = await runOnce(
      { ...test, samples },
      { reader: readerOf(other), part: other, resolve: more },
    );
    rows = again.map((row, i) => ({ ...row, first: first[i].first }));
  }
  return rows;
}

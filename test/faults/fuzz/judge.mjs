/** What the real readers make of a fuzzed file: `good`, `bad`, or a fault of ours in words. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

const dist = new URL('../../../dist/', import.meta.url);
const at = (path) => import(new URL(path, dist).href);
const [
  { exitOf },
  { loadText, ScenarioError },
  { openStudy, readStudyFile },
  { readCard },
  { aloneFilled },
  { formatProblem },
  { readHistory },
  sim,
] = await Promise.all([
  at('src/cli/exits.js'),
  at('src/store/scenario-file.js'),
  at('src/store/study-file.js'),
  at('src/source/card.js'),
  at('src/source/card-alone.js'),
  at('src/source/place.js'),
  at('src/store/history.js'),
  at('sim/index.js'),
]);

/** Every line of a refusal: a place, what was expected, what was there. */
const LINE = /^[^\s:]+:\d+:\d+( .+)?: expected .+, got .+$/u;

/** A line that names no place, or bytes that a terminal would obey. */
function badLine(line) {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: it looks for them
  return !LINE.test(line) || /[\u0000-\u001f\u007f-\u009f\u202a-\u202e]/.test(line);
}

function refused(lines) {
  const broken = lines.find(badLine);
  if (lines.length === 0 || broken !== undefined)
    return `a refusal without a place: ${JSON.stringify(broken)}`;
  return 'bad';
}

/** Opens a market of few users and lives a month. */
function step(scenario) {
  const raw = sim.withValues(scenario.raw, { agents: 200 });
  const parsed = sim.parseScenario(raw);
  if ('problems' in parsed) return `fewer agents are refused: ${JSON.stringify(parsed.problems[0])}`;
  try {
    sim.startMarket(parsed.scenario, 'fuzz', 0).step();
  } catch (error) {
    // a policy that cannot do what its parameters say fails its world by its name: exit 3
    if (!/^policy \S+ of firm \S+, month 1: /.test(error.message)) throw error;
  }
  return 'good';
}

const READERS = {
  async scenario(bytes, { folder }) {
    const scenario = await loadText({ bytes, file: 'm.yaml', folder, sets: [] });
    return step(scenario);
  },
  async overlay(bytes, { folder, own, base }) {
    const file = join(own, 'o.yaml');
    writeFileSync(file, bytes);
    const scenario = await loadText({ bytes: base, file: 'm.yaml', folder, sets: [], overlays: [file] });
    return step(scenario);
  },
  card(bytes) {
    const { card, problems } = readCard({ bytes, file: 'c.yaml' });
    if (problems.length > 0) return refused(problems.map(formatProblem));
    aloneFilled(card);
    return 'good';
  },
  async study(bytes, { own }) {
    const file = join(own, 's.yaml');
    writeFileSync(file, bytes);
    await openStudy(await readStudyFile(file));
    return 'good';
  },
  async history(bytes, { scenario }) {
    const read = await readHistory(bytes, { scenario, file: 'h.csv', tolerance: 0.05 });
    return 'problems' in read ? refused(read.problems.map(formatProblem)) : 'good';
  },
};

/**
 * Reads a file of a kind as the commands do.
 * @returns {Promise<string>} `good`, `bad`, or what is wrong with the product
 */
export async function judge(kind, bytes, setting) {
  try {
    return await READERS[kind](bytes, setting);
  } catch (error) {
    const { code, text } = exitOf(error, { version: '0', command: '' });
    if (code !== 2) return text;
    return error instanceof ScenarioError
      ? refused(text.split('\n').map((line) => line.replaceAll(`${setting.own}/`, '')))
      : `no ScenarioError: ${text}`;
  }
}

export { loadText, sim };

/**
 * The scenarios of the package as modules of the studio: `virtual:shipped` lists them, each with a loader of its plain
 * data, cards and overlays already in it; `virtual:firm-cards` has the texts of the cards for files that are dropped;
 * `virtual:tokens.css` are the report's colours and fonts; `virtual:known-hashes` are result hashes of the command line.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { loadScenario } from 'afterburn';
import { TOKENS } from '../../../dist/src/report/style/tokens.js';
import { hashEngine } from '../../../dist/src/store/fingerprint.js';

const SHIPPED = 'virtual:shipped';
const CARDS = 'virtual:firm-cards';
const STYLE = 'virtual:tokens.css';
const HASHES = 'virtual:known-hashes';
const KNOWN = new URL('../known-hashes.json', import.meta.url);

const yamlFiles = (folder) =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.yaml'))
    .sort();
const stem = (file) => basename(file, '.yaml');
const middle = ({ law }) => law.value;

async function cardOf(folder, file) {
  const scenario = await loadScenario(join(folder, file));
  const { title, question, firms, months, agents, raw } = scenario;
  const facts = {
    title,
    question,
    firms: Object.keys(firms).length,
    months: middle(months),
    agents: middle(agents),
  };
  return { id: stem(file), raw, facts };
}

function listModule(scenarios) {
  const rows = scenarios.map(
    ({ id, facts }) =>
      `{...${JSON.stringify({ id, ...facts })}, load: () => import(${JSON.stringify(`${SHIPPED}/data-${id}`)})}`,
  );
  return `export const SHIPPED = [${rows.join(',\n')}];`;
}

/** Data as a module; a text that is parsed loads faster than the same data as code. */
function dataModule(name, data) {
  return `export const ${name} = JSON.parse(${JSON.stringify(JSON.stringify(data))});`;
}

function cardTexts(folder) {
  return Object.fromEntries(
    yamlFiles(folder).map((file) => [stem(file), readFileSync(join(folder, file), 'utf8')]),
  );
}

/** Result hashes of the command line; none if another engine made them. */
function knownHashes() {
  const { engine, ...known } = existsSync(KNOWN) ? JSON.parse(readFileSync(KNOWN, 'utf8')) : { hashes: {} };
  return engine === hashEngine() ? known : { seed: '1', replicates: 0, hashes: {} };
}

/** The plugin. @param folder of the scenarios */
export function shippedScenarios(folder) {
  let scenarios;
  const own = (id) => id.startsWith('virtual:');
  return {
    name: 'shipped-scenarios',
    async buildStart() {
      scenarios ??= await Promise.all(yamlFiles(folder).map((file) => cardOf(folder, file)));
    },
    resolveId: (id) => (own(id) ? `\0${id}` : undefined),
    load(id) {
      if (!own(id.slice(1))) return undefined;
      const name = id.slice(1);
      if (name === SHIPPED) return listModule(scenarios);
      if (name === STYLE) return TOKENS;
      if (name === HASHES) return dataModule('KNOWN', knownHashes());
      if (name.startsWith(CARDS)) return dataModule('CARDS', cardTexts(join(folder, 'firms')));
      const found = scenarios.find((scenario) => name === `${SHIPPED}/data-${scenario.id}`);
      return dataModule('raw', found.raw);
    },
  };
}

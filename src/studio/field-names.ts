/**
 * Names of fields for the rail: the keys of the scenario's own path, in words. In Chinese keys are translated; one without
 * a translation stays as the file has it, which is also what the filter and the command line know.
 */
import type { Scenario } from '../../sim/index.js';
import { plainText } from '../report/plain-text.js';
import { figure } from './amount.js';
import type { Field } from './fields.js';
import { type Translations, translated } from './translations.js';
import type { Language, Words } from './words.js';

/** `fixedCost` -> `fixed cost`. */
function inWords(key: string): string {
  return key.replace(/([a-z])([A-Z])/g, (_, a: string, b: string) => `${a} ${b.toLowerCase()}`);
}

/** Keys below a tier with a name: the name stands for `tiers 1`. */
function tierNamed({ owner, keys }: Pick<Field, 'owner' | 'keys'>, { firms }: Scenario) {
  const id = owner.replace(/^firms\./, '');
  const tiers = keys[0] === 'tiers' && Object.hasOwn(firms, id) ? firms[id].tiers : [];
  const name = plainText(tiers[Number(keys[1]) - 1]?.name ?? '');
  return name === '' ? { first: [], keys } : { first: [name], keys: keys.slice(2) };
}

/** The field below its owner: `Fixed cost`, `Member: price`, `Tiers 1: price` of a tier without a name. */
export function fieldName(
  field: Pick<Field, 'owner' | 'keys'>,
  scenario: Scenario,
  by?: Translations,
): string {
  const { first, keys } = tierNamed(field, scenario);
  const words = [...first, ...keys.map((key) => translated(by?.keys, key) ?? inWords(key))];
  const colon = by ? '：' : ': ';
  const text = words.reduce(
    (all, word) => (/^\d+$/.test(word) ? `${all} ${word}` : all && all + colon + word) || word,
    '',
  );
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** What the scenario says of a number: its value, or from where to where if it is unsure. */
export function saidText({ quantity, value }: Field, language: Language, { ex }: Words): string {
  const { law } = quantity;
  if (law.kind === 'constant') return figure(value, language);
  if (law.kind === 'interval' || law.kind === 'uniform')
    return ex.range(figure(law.low, language), figure(law.high, language));
  return `≈ ${figure(value, language)}`;
}

/** Whose number it is, as a heading: the name of the firm, segment or channel, else the world or the run. */
export function ownerName({ owner }: Pick<Field, 'owner'>, scenario: Scenario, words: Words): string {
  const [root, id] = owner.split('.');
  if (root === '') return words.ex.theRun;
  if (id === undefined) return words.ex.theWorld;
  if (root === 'firms') return plainText(firmNamed(scenario, id)) || id;
  const named = (scenario as unknown as Record<string, Record<string, { name?: string }>>)[root]?.[id];
  return plainText(named?.name ?? id) || id;
}

/** Copies of a firm have the name of their family's first. */
function firmNamed({ firms }: Scenario, id: string): string {
  const own = Object.hasOwn(firms, id) ? firms[id] : Object.values(firms).find(({ family }) => family === id);
  return own?.name ?? id;
}

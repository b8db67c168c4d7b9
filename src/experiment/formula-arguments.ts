/** Reads the arguments of a measure: names of firms, channels and columns, and months. */
import type jsep from 'jsep';
import { didYouMean, MONTH_COLUMNS, type Scenario } from '../../sim/index.js';
import { familiesOf } from './families.js';
import { FormulaFault } from './formula-fault.js';
import {
  type ArgumentKind,
  type Arguments,
  FLOW_COLUMNS,
  type MeasureDefinition,
  SINGLE_COLUMNS,
} from './measures.js';
import { ROOT_CAUSES } from './root-cause.js';

/**
 * Positions, months and names for a measure.
 * @throws FormulaFault for unknown names, months outside the scenario, sets where one firm is meant
 */
export function readArguments(
  nodes: readonly jsep.Expression[],
  definition: MeasureDefinition,
  scenario: Scenario,
): Arguments {
  const values = nodes.map((node, i) => readArgument(node, definition.takes[i], scenario));
  const months = values.filter((_, i) => definition.takes[i] === 'month');
  if (months.length === 2 && months[0] > months[1]) {
    throw new FormulaFault('a first month that is not after the last', `${months[0]} and ${months[1]}`);
  }
  const column = values[definition.takes.indexOf('column')];
  const firms = values[definition.takes.indexOf('set')];
  if (typeof column === 'string' && SINGLE_COLUMNS.includes(column) && (firms as number[]).length > 1) {
    throw new FormulaFault(`one firm, because \`${column}\` cannot be added up`, 'several');
  }
  return values;
}

function readArgument(
  node: jsep.Expression,
  kind: ArgumentKind,
  scenario: Scenario,
): number | string | number[] {
  switch (kind) {
    case 'month':
      return readMonth(node, scenario, 1);
    case 'fromZero':
      return readMonth(node, scenario, 0);
    case 'column':
      return word(node, 'column', MONTH_COLUMNS);
    case 'flow':
      return word(node, 'column that can be added up', FLOW_COLUMNS);
    case 'channel':
      return Object.keys(scenario.channels).indexOf(word(node, 'channel', Object.keys(scenario.channels)));
    case 'number':
      return readNumber(node);
    case 'root':
      return word(node, 'root cause', ROOT_CAUSES);
    case 'firm':
      return oneFirm(readFirms(node, scenario));
    default:
      return readFirms(node, scenario);
  }
}

/** Length of the scenario, months. */
export function lastMonth({ months }: Scenario): number {
  return months.law.kind === 'constant' ? months.law.value : 0;
}

function readMonth(node: jsep.Expression, scenario: Scenario, first: number): number {
  const last = lastMonth(scenario);
  const value = node.type === 'Identifier' && node.name === 'months' ? last : node.value;
  if (typeof value === 'number' && Number.isInteger(value) && value >= first && value <= last) return value;
  const received = node.type === 'Literal' ? String(node.raw) : 'something else';
  throw new FormulaFault(`a month from ${first} to ${last}`, received);
}

function readNumber(node: jsep.Expression): number {
  if (node.type === 'Literal' && typeof node.value === 'number') return node.value;
  throw new FormulaFault('a number', 'something else');
}

function word(node: jsep.Expression, what: string, known: readonly string[]): string {
  const isText = node.type === 'Literal' && typeof node.value === 'string';
  if (!isText && node.type !== 'Identifier') {
    const hint = node.type === 'BinaryExpression' ? 'put a name that holds - in quotes' : undefined;
    throw new FormulaFault(`the name of a ${what}`, 'something else', hint);
  }
  const name = String(isText ? node.value : node.name);
  if (known.includes(name)) return name;
  throw new FormulaFault(`the name of a ${what}`, `\`${name}\``, didYouMean(name, known));
}

function oneFirm(firms: number[]): number[] {
  if (firms.length === 1) return firms;
  throw new FormulaFault('one firm', `${firms.length} firms`);
}

/** Positions of a firm, or of all copies of one that comes in numbers. */
function namedFirms(node: jsep.Expression, scenario: Scenario): number[] {
  const ids = Object.keys(scenario.firms);
  const families = familiesOf(scenario);
  const name = word(node, 'firm', [...new Set([...families.map(({ id }) => id), ...ids])]);
  return [...(families.find(({ id }) => id === name)?.members ?? [ids.indexOf(name)])];
}

/** A firm, `all`, `firms(a, b)` or `policy(name)`, as positions in the scenario. */
function readFirms(node: jsep.Expression, scenario: Scenario): number[] {
  const ids = Object.keys(scenario.firms);
  if (node.type === 'Identifier' && node.name === 'all') return ids.map((_, i) => i);
  if (node.type !== 'CallExpression') return namedFirms(node, scenario);
  const { callee, arguments: values } = node as jsep.CallExpression;
  if (callee.name === 'firms' && values.length > 0)
    return [...new Set(values.flatMap((value) => readFirms(value, scenario)))];
  if (callee.name !== 'policy' || values.length !== 1) {
    throw new FormulaFault(
      'a firm, `all`, `firms(a, b)` or `policy(name)`',
      `\`${String(callee.name)}(...)\``,
    );
  }
  const policies = ids.map((id) => scenario.firms[id].policy.name);
  const name = word(values[0], 'policy that a firm follows', [...new Set(policies)]);
  return ids.flatMap((_, i) => (policies[i] === name ? [i] : []));
}

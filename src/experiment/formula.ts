/**
 * The language of `checks[].measure`: a formula over a batch, such as
 * `median(users(doubao, 12) / users(doubao, 3))` or `share(cashOut(kimi)) - share(cashOut(doubao))`.
 * Parsed in formula-syntax.ts, checked against the scenario, turned into closures once. Functions of one
 * world stand in `measures.ts`; median, mean, share, quantile, sd, lowest, highest gather the worlds; `arm(name,
 * formula)` takes the same replicate of an arm (inside a gatherer) or the batch of the arm (outside).
 * Worlds where a number is undefined (0 / 0) are left out, except by share, where they are false.
 */
import type jsep from 'jsep';
import { didYouMean, type Outcome, type Scenario } from '../../sim/index.js';
import { lastMonth, readArguments } from './formula-arguments.js';
import { FormulaFault } from './formula-fault.js';
import { NUMBERS, OPERATORS } from './formula-operators.js';
import { kindText, parseTree } from './formula-syntax.js';
import { GATHERERS } from './gatherers.js';
import { MEASURES } from './measures.js';
import type { WorldShape } from './world-cell.js';

/** One replicate: its outcome at each point (`base` or an arm) that finished. */
export type World = ReadonlyMap<string, Outcome>;

/** What a formula gathers over worlds: one number a world, then `name` of them all. */
export interface Gather {
  readonly name: string;
  /** Second argument of `quantile`, else 0. */
  readonly parameter: number;
  /** Points that a world must have finished to count. */
  readonly points: readonly string[];
  value(world: World): number;
}

/** A formula ready to be measured: gather the worlds, then put the gathered numbers together. */
export interface Formula {
  readonly gathers: readonly Gather[];
  /** `gathered` in the order of `gathers`. */
  combine(gathered: readonly number[]): number;
  /** The gatherer if the whole formula is one, such as `share`: it has an interval of its own. */
  readonly sole?: string;
  /** Last month of the worlds that it reads; that of the scenario if it asks how they end. */
  readonly lastMonth: number;
}

interface Scope {
  readonly scenario: Scenario;
  readonly shape: WorldShape;
  readonly point: string;
  /** Points that the formula of a world uses. */
  readonly points: Set<string>;
  /** What the formula of the batch gathers. */
  readonly gathers: Gather[];
  /** Last months that its measures read. */
  readonly ends: number[];
}

/** The same tree is compiled over gathered numbers (a batch) and over one world. */
interface Level<C> {
  call(name: string, node: jsep.CallExpression, scope: Scope): (context: C) => number;
}

const LONGEST = 1000;
const BASE = 'base';

/**
 * Reads a formula.
 * @throws FormulaFault that says what was expected and received
 */
export function parseFormula(text: string, scenario: Scenario): Formula {
  if (text.length > LONGEST) {
    throw new FormulaFault(`a formula of at most ${LONGEST} characters`, `${text.length} characters`);
  }
  const tree = parseTree(text);
  const shape = {
    firms: Object.keys(scenario.firms).length,
    channels: Object.keys(scenario.channels).length,
    months: lastMonth(scenario),
  };
  const gathers: Gather[] = [];
  const ends: number[] = [];
  const combine = compile(tree, { scenario, shape, point: BASE, points: new Set(), gathers, ends }, BATCH);
  const sole = soleGatherer(tree);
  return { gathers, combine, ...(sole ? { sole } : {}), lastMonth: Math.max(0, ...ends) };
}

function soleGatherer(tree: jsep.Expression): string | undefined {
  if (tree.type !== 'CallExpression') return undefined;
  const { callee, arguments: values } = tree as jsep.CallExpression;
  const name = String(callee.name);
  if (name === 'arm') return soleGatherer(values[1]);
  return Object.hasOwn(GATHERERS, name) ? name : undefined;
}

function compile<C>(node: jsep.Expression, scope: Scope, level: Level<C>): (context: C) => number {
  switch (node.type) {
    case 'Literal':
      return literal(node as jsep.Literal);
    case 'Identifier':
      return identifier(node as jsep.Identifier, scope);
    case 'UnaryExpression':
      return unary(node as jsep.UnaryExpression, scope, level);
    case 'BinaryExpression':
      return binary(node as jsep.BinaryExpression, scope, level);
    case 'CallExpression':
      return call(node as jsep.CallExpression, scope, level);
    case 'Compound':
      throw new FormulaFault('one formula', 'none or several');
    default:
      throw new FormulaFault('numbers, functions, + - * / and comparisons', kindText(node));
  }
}

function literal({ value, raw }: jsep.Literal): () => number {
  if (typeof value !== 'number') throw new FormulaFault('a number', raw);
  return () => value;
}

function identifier({ name }: jsep.Identifier, scope: Scope): () => number {
  if (name === 'months') {
    scope.ends.push(scope.shape.months);
    return () => scope.shape.months;
  }
  const known = ['months', ...Object.keys(MEASURES), ...Object.keys(GATHERERS)];
  throw new FormulaFault('a number or a function with its arguments', `\`${name}\``, didYouMean(name, known));
}

function unary<C>(node: jsep.UnaryExpression, scope: Scope, level: Level<C>): (context: C) => number {
  const value = compile(node.argument, scope, level);
  if (node.operator === '-') return (context) => -value(context);
  if (node.operator === '!') return (context) => (value(context) === 0 ? 1 : 0);
  throw new FormulaFault('the operator - or !', `\`${node.operator}\``);
}

function binary<C>(node: jsep.BinaryExpression, scope: Scope, level: Level<C>): (context: C) => number {
  if (!Object.hasOwn(OPERATORS, node.operator)) {
    throw new FormulaFault(
      `one of the operators ${Object.keys(OPERATORS).join(' ')}`,
      `\`${node.operator}\``,
    );
  }
  const operate = OPERATORS[node.operator];
  const [left, right] = [compile(node.left, scope, level), compile(node.right, scope, level)];
  return (context) => operate(left(context), right(context));
}

function call<C>(node: jsep.CallExpression, scope: Scope, level: Level<C>): (context: C) => number {
  if (node.callee.type !== 'Identifier')
    throw new FormulaFault('the name of a function', kindText(node.callee));
  const name = String(node.callee.name);
  const values = node.arguments;
  if (name === 'arm') {
    takes(name, values, [2, 2]);
    return compile(values[1], { ...scope, point: armOf(values[0], scope) }, level);
  }
  if (!Object.hasOwn(NUMBERS, name)) return level.call(name, node, scope);
  const { least, most, of } = NUMBERS[name];
  takes(name, values, [least, most]);
  const parts = values.map((value) => compile(value, scope, level));
  return (context) => of(...parts.map((part) => part(context)));
}

function takes(name: string, values: readonly unknown[], [least, most]: readonly [number, number]): void {
  if (values.length >= least && values.length <= most) return;
  const count = least === most ? `${least}` : `${least} to ${most}`;
  throw new FormulaFault(`\`${name}\` with ${count} argument${most === 1 ? '' : 's'}`, String(values.length));
}

/** A name without or within quotes. */
function nameOf(node: jsep.Expression): string {
  return String(node.type === 'Identifier' ? node.name : node.value);
}

function armOf(node: jsep.Expression, { scenario }: Scope): string {
  const name = nameOf(node);
  if (Object.hasOwn(scenario.arms, name)) return name;
  throw new FormulaFault('the name of an arm', `\`${name}\``, didYouMean(name, Object.keys(scenario.arms)));
}

const BATCH: Level<readonly number[]> = {
  call(name, node, scope) {
    if (!Object.hasOwn(GATHERERS, name)) throw noGatherer(name);
    const { least } = GATHERERS[name];
    takes(name, node.arguments, [least, least]);
    const points = new Set<string>();
    const value = compile(node.arguments[0], { ...scope, points }, WORLD);
    if (points.size === 0)
      throw new FormulaFault(`a number of a world inside \`${name}\``, 'plain arithmetic');
    const parameter = least > 1 ? probability(node.arguments[1]) : 0;
    const slot = scope.gathers.push({ name, parameter, points: [...points], value }) - 1;
    return (gathered) => gathered[slot];
  },
};

function noGatherer(name: string): FormulaFault {
  const known = [...Object.keys(GATHERERS), ...Object.keys(NUMBERS), 'arm'];
  if (!Object.hasOwn(MEASURES, name)) {
    return new FormulaFault('a function of the batch', `\`${name}\``, didYouMean(name, known));
  }
  return new FormulaFault(
    'a number of the batch',
    `\`${name}\` of one world`,
    `write \`median(${name}(...))\``,
  );
}

function probability(node: jsep.Expression): number {
  const value = node.type === 'Literal' ? node.value : undefined;
  if (typeof value === 'number' && value >= 0 && value <= 1) return value;
  throw new FormulaFault('a number from 0 to 1 as second argument of `quantile`', 'something else');
}

/** Kinds of arguments that are months. */
const MONTHS: readonly string[] = ['month', 'fromZero'];

const WORLD: Level<World> = {
  call(name, node, scope) {
    if (!Object.hasOwn(MEASURES, name)) {
      const isGatherer = Object.hasOwn(GATHERERS, name);
      const hint = isGatherer ? 'a function of the batch cannot stand inside another' : undefined;
      const known = [...Object.keys(MEASURES), ...Object.keys(NUMBERS), 'arm'];
      throw new FormulaFault('a function of one world', `\`${name}\``, hint ?? didYouMean(name, known));
    }
    const definition = MEASURES[name];
    takes(name, node.arguments, [definition.takes.length, definition.takes.length]);
    const values = readArguments(node.arguments, definition, scope.scenario);
    const measure = definition.make(values, scope.shape);
    const { point } = scope;
    const months = values.filter((_, i) => MONTHS.includes(definition.takes[i])) as number[];
    scope.ends.push(...(months.length > 0 ? months : [scope.shape.months]));
    scope.points.add(point);
    return (world) => measure(world.get(point) as Outcome);
  },
};

/**
 * What a study measures: formulas of the same language as checks (`formula.ts`), over the worlds of one point of the
 * study. `share(cashOut(kimi))` is a probability, `median(life(kimi))` a median month, `quantile(cash(kimi, 24), .05)`
 * the cash that one world in twenty falls short of.
 */
import type { Outcome, Problem, Scenario } from '../../../sim/index.js';
import { familiesOf } from '../families.js';
import { type Formula, parseFormula } from '../formula.js';
import { lastMonth } from '../formula-arguments.js';
import { FormulaFault } from '../formula-fault.js';
import { BASE } from '../job.js';

/** A named number of a batch. */
export interface Metric {
  readonly name: string;
  /** The firm it is about, if it is about one. */
  readonly firm?: string;
  readonly text: string;
  readonly formula: Formula;
  /** Of a share of the copies of a firm, `mean(cashOut(f)) / copies`: how many. */
  readonly copies?: number;
}

/** Outcomes of every firm that a study tells unless it names its own; `{f}` is the firm, `{m}` the last month. */
const USUAL: Readonly<Record<string, string>> = {
  cashOut: 'share(cashOut({f}))',
  life: 'mean(life({f}))',
  users: 'mean(users({f}, {m}))',
  share: 'mean(shareOf({f}, {m}))',
  payers: 'mean(payers({f}, {m}))',
  cash: 'mean(cash({f}, {m}))',
  advertising: 'mean(spend({f}, 1, {m}))',
};

/** A formula of a study, which has no arms inside: each plan is a point of its own. @throws FormulaFault */
function ownFormula(text: string, scenario: Scenario): Formula {
  const formula = parseFormula(text, scenario);
  if (formula.gathers.length === 0)
    throw new FormulaFault('a formula that measures worlds, such as `share(cashOut(kimi))`', 'arithmetic');
  if (formula.gathers.some(({ points }) => points.some((point) => point !== BASE)))
    throw new FormulaFault('a formula without `arm`', 'one with it', 'name the arm in `arms`');
  return formula;
}

function usualText(name: string, firm: string, copies: number, months: number): string {
  const text = USUAL[name].replaceAll('{f}', JSON.stringify(firm)).replaceAll('{m}', String(months));
  return copies === 1 ? text : `${text.replace(/^share/, 'mean')} / ${copies}`;
}

/**
 * The usual outcomes of some firms: P(cash-out), months lived, and what there is at the end. Of a firm that comes in
 * copies they are means over copies.
 * @param firms ids as the scenario names them; all unless given
 */
export function usualMetrics(scenario: Scenario, firms?: readonly string[]): Metric[] {
  const months = lastMonth(scenario);
  const families = familiesOf(scenario).filter(({ id }) => firms?.includes(id) ?? true);
  return families.flatMap(({ id, members }) =>
    Object.keys(USUAL)
      .filter((name) => name !== 'life' || members.length === 1)
      .map((name) => {
        const text = usualText(name, id, members.length, months);
        const isShare = members.length > 1 && USUAL[name].startsWith('share');
        const copies = isShare ? { copies: members.length } : {};
        return { name, firm: id, text, formula: parseFormula(text, scenario), ...copies };
      }),
  );
}

/** Outcomes that a study names: name -> formula. @returns metrics, or a problem at `outcomes.<name>` for each bad one */
export function namedMetrics(
  named: Readonly<Record<string, string>>,
  scenario: Scenario,
): { metrics: Metric[]; problems: Problem[] } {
  const metrics: Metric[] = [];
  const problems: Problem[] = [];
  for (const [name, text] of Object.entries(named)) {
    try {
      metrics.push({ name, text, formula: ownFormula(text, scenario) });
    } catch (error) {
      if (!(error instanceof FormulaFault)) throw error;
      const { expected, received, hint } = error;
      problems.push({ path: ['outcomes', name], expected, received, ...(hint ? { hint } : {}) });
    }
  }
  return { metrics, problems };
}

/** The same formula for another scenario, or undefined if that has no such firm, month or channel. */
function formulaFor(text: string, scenario: Scenario): Formula | undefined {
  try {
    return parseFormula(text, scenario);
  } catch (error) {
    if (error instanceof FormulaFault) return undefined;
    throw error;
  }
}

/** What metrics gather of the worlds of a scenario, which may be another than that they were read for: NaN if it lacks something. */
export function gathererFor(metrics: readonly Metric[], scenario: Scenario): (outcome: Outcome) => number[] {
  const own = metrics.map(({ text, formula }) => ({
    formula: formulaFor(text, scenario),
    missing: formula.gathers.map(() => Number.NaN),
  }));
  return (outcome) => {
    const world = new Map([[BASE, outcome]]);
    return own.flatMap(
      ({ formula, missing }) => formula?.gathers.map((each) => each.value(world)) ?? missing,
    );
  };
}

/** The only door of the model: everything outside `sim` imports from here. */
export type { Fork } from './core/draws.js';
export { keyOf, makeLuck, seedWords, uniform, word } from './core/draws.js';
export { exp, log, normalQuantile } from './core/numerics.js';
export type { Decisions } from './market.js';
export type { Mechanism } from './mechanisms.js';
export { MECHANISMS } from './mechanisms.js';
export type { FirmEnd, LedgerLine, MonthColumn, Status } from './metrics/columns.js';
export {
  LEDGER_LINES,
  MARKET_COLUMNS,
  MONTH_COLUMNS,
  OUTCOME_MONTHS,
  OUTCOME_NUMBERS,
  REVENUE_LINES,
  STATUS,
} from './metrics/columns.js';
export type { FirmOutcome, Outcome } from './outcome.js';
export { POLICIES } from './policies/list.js';
export type { Decision, FirmView, ParameterSpec, PolicyDefinition, RivalView } from './policies/policy.js';
export { definePolicy } from './policies/policy.js';
export type { Crew, HelperTask } from './population/crew/crew.js';
export { loseHelper, makeSignal } from './population/crew/signal.js';
export { USUAL_TYPES } from './population/populate.js';
export { conversationTokens, usageBands } from './population/usage.js';
export { AMOUNT, parseAmount } from './scenario/amount.js';
export { assign } from './scenario/assign.js';
export { choice, flag, ID, id, mapOf, quantity, text } from './scenario/declare.js';
export { type Declared, declaredBy } from './scenario/declared.js';
export { describeFields } from './scenario/describe.js';
export { jsonSchema } from './scenario/json-schema.js';
export { drawWithin } from './scenario/laws.js';
export type { Conversion } from './scenario/money.js';
export { convertMoney, moneyOf } from './scenario/money.js';
export { didYouMean, nearest } from './scenario/nearest.js';
export type { Parsed, ParseOptions } from './scenario/parse.js';
export { parseScenario } from './scenario/parse.js';
export { parseQuantity, show } from './scenario/parse-quantity.js';
export { findPlace, placesOf, splitPath } from './scenario/paths.js';
export { isWithin, partAt } from './scenario/plain.js';
export type { Drawn, Law, Quantity, QuantitySpec, Tag } from './scenario/quantity.js';
export type { Path, Problem, Scenario } from './scenario/scenario.js';
export { readShape } from './scenario/shape.js';
export { withValues } from './scenario/with-values.js';
export type { PlanOptions, RunningMarket } from './simulate.js';
export { ReplicateError, simulate, startMarket } from './simulate.js';
export { startWarnings } from './start-warnings.js';
export { VERDICTS, type Watch, type Watched, watchUsers } from './watch.js';

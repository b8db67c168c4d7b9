/**
 * The door of the statistics: pure functions, usable without a market, in Node and in browsers. Grouped by what they
 * answer; a line for each file.
 */

// Probabilities, means, quantiles.
export { type Cluster, clusterShare, independentOnes } from './cluster-share.js';
// Survival.
export { cumulativeIncidence as aalenJohansen, type IncidenceCurve } from './cumulative-incidence.js';
export { kaplanMeier, type SurvivalCurve } from './kaplan-meier.js';
export { type Group, logRank } from './log-rank.js';
// Models and matrices.
export { type LogitFit, logisticRegression } from './logistic-regression.js';
export { meanRange } from './mean-range.js';
export { newcombe } from './newcombe.js';
export { normalQuantile } from './normal-quantile.js';
export { quantile } from './quantile.js';
export { type Eigen, symmetricEigen } from './symmetric-eigen.js';
export { type ProbabilityInterval, wilson } from './wilson.js';

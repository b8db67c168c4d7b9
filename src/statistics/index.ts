/**
 * The door of the statistics: pure functions, usable without a market, in Node and in browsers. A line for
 * each file.
 */
export { asymptoticSequence, type SampleMoments } from './asymptotic-sequence.js';
export { bernoulliSequence } from './bernoulli-sequence.js';
export {
  bertrandLogit,
  bestResponse,
  type PricingAnswer,
  type PricingEquilibrium,
  type PricingGame,
  type PricingProblem,
  type RivalOffer,
} from './bertrand-logit.js';
export {
  type BettingOptions,
  type BettingSequence,
  type MeanInterval,
  makeBettingSequence,
} from './betting-sequence.js';
export { type BootstrapInterval, type BootstrapOptions, bootstrap } from './bootstrap.js';
export { clopperPearson } from './clopper-pearson.js';
export { type Cluster, clusterShare, independentOnes } from './cluster-share.js';
export { type Cma, type CmaOptions, type NormalAt, startCma } from './cma-es.js';
export { cumulativeIncidence as aalenJohansen, type IncidenceCurve } from './cumulative-incidence.js';
export { discountedLifetime } from './discounted-lifetime.js';
export { type CustomerCounts, fitSbg, type SbgFit, sbgLogLikelihood } from './fit-sbg.js';
export { gridDesign, type LevelPlaces } from './grid-design.js';
export { betaCdf, betaQuantile } from './incomplete-beta.js';
export type { FirstEstimator } from './index-terms.js';
export { kaplanMeier, type SurvivalCurve } from './kaplan-meier.js';
export { latinHypercube } from './latin-hypercube.js';
export { type Group, type LogRankTest, logRank } from './log-rank.js';
export { type LogitFit, logisticRegression } from './logistic-regression.js';
export { type LogitOptions, logitElasticities, logitShares, type Nest } from './logit-shares.js';
export { type MeanEstimate, meanInterval } from './mean-interval.js';
export { meanRange } from './mean-range.js';
export { minimizeScalar, type ScalarMinimum, type ScalarSearch } from './minimize-scalar.js';
export { type EffectOptions, type MorrisEffects, morris, morrisEffects } from './morris.js';
export { type MorrisOptions, morrisDesign } from './morris-design.js';
export { newcombe } from './newcombe.js';
export { normalCdf } from './normal-cdf.js';
export { normalQuantile } from './normal-quantile.js';
export { countPairs, type PairedCounts } from './paired-counts.js';
export { type PairedDifference, pairedDifference } from './paired-difference.js';
export { type PairedInterval, pairedProportions } from './paired-proportions.js';
export { pairedEvidence, pairedSequence } from './paired-sequence.js';
export { type PrimBox, type PrimMeasures, type PrimStep, prim, type TestedLimit } from './prim.js';
export type { PrimOptions } from './prim-options.js';
export { isInBox, type PrimLimit } from './prim-region.js';
export { quantile } from './quantile.js';
export { randomDesign } from './random-design.js';
export { type RandomStream, randomStream, type Seed } from './random-stream.js';
export { partialRankCorrelation, type RankCorrelation, rankCorrelation } from './rank-correlation.js';
export { runningIntersection } from './running-intersection.js';
export { saltelliDesign } from './saltelli-design.js';
export { sbgCurve, sbgRetention, sbgSurvival } from './shifted-beta-geometric.js';
export {
  type IndexOptions,
  type Interval,
  indicesFrom,
  indicesFromReplicates,
  type ReplicateIndices,
  type SobolIndices,
  sobolIndices,
} from './sobol-indices.js';
export { sobolSequence } from './sobol-sequence.js';
export { studentQuantile } from './student-quantile.js';
export { type HalvingOptions, type Ranking, successiveHalving } from './successive-halving.js';
export { type Eigen, symmetricEigen } from './symmetric-eigen.js';
export { type ProbabilityInterval, wilson } from './wilson.js';
export { wrightOmega } from './wright-omega.js';

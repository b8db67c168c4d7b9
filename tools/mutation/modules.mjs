/** What is mutated, and by which tests: quick ones of the module's own, since each mutant runs those that reach it. */
export const MODULES = {
  draws: {
    mutate: ['sim/core/draws.ts', 'sim/core/streams.ts', 'sim/core/distributions.ts', 'sim/core/binomial.ts'],
    tests: ['test/sim/core/{draws,distributions,numerics,binomial}.test.ts'],
  },
  numerics: {
    mutate: ['sim/core/numerics.ts', 'sim/core/single.ts'],
    tests: ['test/sim/core/numerics.test.ts'],
  },
};

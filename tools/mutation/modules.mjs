/**
 * What is mutated, and by which tests: quick ones of the module's own, since each mutant runs those that reach it. Not
 * statistical ones, and none of the command line, which runs what was compiled before.
 */
export const MODULES = {
  draws: {
    mutate: ['sim/core/draws.ts', 'sim/core/streams.ts'],
    tests: ['test/sim/core/{draws,known-draws}.test.ts'],
  },
  numerics: {
    mutate: ['sim/core/numerics.ts', 'sim/core/single.ts'],
    tests: ['test/sim/core/numerics.test.ts'],
  },
  ledger: {
    mutate: [
      'sim/firms/books.ts',
      'sim/firms/calendar.ts',
      'sim/firms/commitments.ts',
      'sim/firms/annual-plans.ts',
      'sim/firms/firm.ts:305-347',
    ],
    tests: ['test/sim/firms/books.test.ts'],
  },
  parts: {
    mutate: ['src/store/{part,part-index,folder,merge}.ts'],
    tests: ['test/store/{part,part-index,folder,merge}.test.ts'],
  },
  validator: {
    mutate: [
      'src/source/{decode,depth,locate,parse-source,place,plain-map,plain-value,read-source,syntax}.ts',
      'sim/scenario/{parse,parse-quantity,quantity,rules,plan-rules,shape,sourcing,number-hint,nearest,policy-choice}.ts',
    ],
    tests: [
      'test/source/{read-source,decode,depth}.test.ts',
      'test/scenario/parse.test.ts',
      'test/bad-input/{bad-input,bytes,set}.test.ts',
    ],
  },
};

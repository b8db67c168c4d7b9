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
      'sim/firms/firm.ts:311-353',
    ],
    tests: ['test/sim/firms/books.test.ts'],
  },
  // what is written, read back, told apart and refused; disk and lock are held by faults (test/faults), not by values
  parts: {
    mutate: ['src/store/{part,part-index,folder,merge,json-shape}.ts'],
    tests: ['test/store/{part,part-index,folder,merge,json-shape}.test.ts'],
  },
  // The validator in three, each with tests of its own that take a fraction of a second for a change. What decides whether
  // a scenario is legal, from bytes on; not the files that only find the place or the words of a problem (syntax,
  // indentation, locate, place), nor cards, overlays and `--set`, which become such a scenario first.
  reader: {
    mutate: ['src/source/{decode,depth,plain-value,read-source}.ts'],
    tests: [
      'test/source/{read-source,decode,depth,plain-value}.test.ts',
      'test/bad-input/{bytes,syntax}.test.ts',
    ],
  },
  quantities: {
    mutate: ['sim/scenario/{parse-quantity,number-hint,nearest}.ts'],
    tests: ['test/scenario/numbers.test.ts'],
  },
  validator: {
    mutate: ['sim/scenario/{parse,shape,plain,rules,plan-rules,paths,sourcing,policy-choice}.ts'],
    tests: ['test/scenario/{parse,shape,plain,rules,plan-rules,paths,sourcing,policy-choice}.test.ts'],
  },
};

/** The kinds of study: what each asks, and which fields it takes besides those that all take. */

/** Names of the kinds. */
export const STUDIES = [
  'compare',
  'sweep',
  'sensitivity',
  'discover',
  'rescue',
  'best-response',
  'equilibrium',
  'league',
] as const;

export type StudyName = (typeof STUDIES)[number];

/** Fields of every study. */
export const OF_ALL = [
  'study',
  'title',
  'question',
  'scenario',
  'set',
  'overlay',
  'agents',
  'months',
  'seed',
  'replicates',
] as const;

/** What a kind is and takes. */
export interface StudyNote {
  readonly about: string;
  /** Fields besides those of all. */
  readonly takes: readonly string[];
  /** Worlds of every point unless the study says. */
  readonly replicates: number;
  /** Points unless the study says; 0 if it has none. */
  readonly points: number;
  /** Arguments after the name of the command, and what they do. */
  readonly examples: readonly (readonly [line: string, about: string])[];
}

/** By name. */
export const STUDY_NOTES: Readonly<Record<StudyName, StudyNote>> = {
  compare: {
    about: 'is plan B better than plan A: differences of every outcome on the same luck',
    takes: ['against', 'setB', 'arms', 'firms', 'outcomes', 'until'],
    replicates: 200,
    points: 0,
    examples: [
      ['scenarios/startup-20m.yaml --arm giantsAbsent', 'the scenario against an arm of it'],
      ['my.yaml --set-b "firms.kimi.cash=2 B"', 'the scenario against itself with a change'],
      ['a.yaml b.yaml --until 0.02', 'until each difference of P(cash-out) is known to 2 points'],
    ],
  },
  sweep: {
    about: 'what happens over a range: outcomes at the points of a design',
    takes: ['arms', 'firms', 'factors', 'design', 'points', 'outcomes'],
    replicates: 50,
    points: 0,
    examples: [
      ['my.yaml --factor "firms.kimi.cash=1 B to 4 B" --points 9 --design grid', 'nine steps of one field'],
      ['my.yaml --factor "firms.kimi.policy=[steady, runwayGuard]"', 'two policies'],
    ],
  },
  sensitivity: {
    about: 'what decides it: Morris screening, Sobol indices or rank correlations',
    takes: ['arms', 'firms', 'factors', 'design', 'points', 'outcomes'],
    replicates: 10,
    points: 0,
    examples: [
      ['my.yaml --design morris --points 20', 'which of the uncertain fields matter'],
      ['my.yaml --outcome "P=share(cashOut(kimi))" --points 256', 'first and total Sobol indices'],
    ],
  },
  discover: {
    about: 'what must be true: boxes of the uncertain fields in which a firm runs out of cash (PRIM)',
    takes: ['arms', 'firms', 'factors', 'points', 'outcomes'],
    replicates: 4,
    points: 500,
    examples: [['my.yaml --firm kimi --points 1000', 'in which worlds Kimi runs out of cash']],
  },
  rescue: {
    about: 'what would have saved a firm: each lever alone and the best pair, on the same luck',
    takes: ['firms', 'outcomes'],
    replicates: 200,
    points: 0,
    examples: [['my.yaml --firm kimi', 'all levers of Kimi, the best first']],
  },
  'best-response': {
    about: 'the best parameters of a firm against fixed rivals',
    takes: ['arms', 'firms', 'factors', 'maximise', 'points'],
    replicates: 100,
    points: 0,
    examples: [
      ['my.yaml --firm kimi --factor "firms.kimi.tiers.0.price=5 to 60"', 'the price that leaves most cash'],
    ],
  },
  equilibrium: {
    about: 'best responses in turn until nobody gains: what rivals do if you do X, with regret',
    takes: ['arms', 'firms', 'factors', 'maximise', 'setB', 'points'],
    replicates: 60,
    points: 0,
    examples: [
      [
        'my.yaml --firm a --firm b --factor "firms.a.tiers.0.price=5 to 60" --factor "firms.b.tiers.0.price=5 to 60"',
        'prices of two firms',
      ],
      [
        'my.yaml --set-b "firms.a.tiers.0.price=0" --firm b --factor "firms.b.tiers.0.price=0 to 60"',
        'what b does if a becomes free, and what that leaves of it',
      ],
    ],
  },
  league: {
    about: 'policies against each other on shared seeds in rotating seats',
    takes: ['firms', 'policies', 'seedFile'],
    replicates: 50,
    points: 0,
    examples: [
      [
        'my.yaml --policy steady --policy runwayGuard --policy blitzscale',
        'three policies in the seats of the scenario',
      ],
    ],
  },
};

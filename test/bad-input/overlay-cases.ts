/** Overlays that are faulty, on `market.ts`, and every line that is printed. */
export const OVERLAY_CASES: readonly (readonly [title: string, overlay: string, lines: readonly string[]])[] =
  [
    ['nothing', '', ['o.yaml:1:1: expected a map of fields such as `title:`, got an empty file']],
    ['a list', '- firms.kimi.cash', ['o.yaml:1:1: expected a map of fields such as `title:`, got a list']],
    ['a number', '5', ['o.yaml:1:1: expected a map of fields such as `title:`, got a single value']],
    ['no values', 'fitted: {}', ['o.yaml:1:1 values: expected a map from paths to values, got nothing']],
    [
      'values in a list',
      'values: [firms.kimi.cash]',
      ['o.yaml:1:1 values: expected a map from paths to values, got something else'],
    ],
    [
      'a misspelt top field',
      'vlaues: {}\nvalues: {}',
      ['o.yaml:1:1 vlaues: expected a known field of an overlay, got "vlaues"; did you mean `values`?'],
    ],
    [
      'a path of no field',
      'values:\n  firms.kimi.csh: 5',
      [
        'o.yaml:2:3 values.firms.kimi.csh: expected a known field in the path `firms.kimi.csh`, got "csh"; did you mean `cash`?',
      ],
    ],
    [
      'a path of no firm and one of no segment',
      'values:\n  firms.kimy.cash: 5\n  segments.student.ever: .1',
      [
        'o.yaml:2:3 values.firms.kimy.cash: expected the name of a firm in the path `firms.kimy.cash`, got "kimy"; did you mean `kimi`?',
        'o.yaml:3:3 values.segments.student.ever: expected the name of a segment in the path `segments.student.ever`, got "student"; did you mean `students`?',
      ],
    ],
    [
      'a number out of range',
      'values:\n  firms.kimi.press: 3',
      ['o.yaml:2:21 firms.kimi.press: expected a number from 0 to 1 (per month), got 3'],
    ],
    [
      'no number',
      'values:\n  people: .nan',
      ['o.yaml:2:11 people: expected a number from 0 to 1e10 (people), got NaN; numbers must be finite'],
    ],
    [
      'a path twice',
      'values:\n  months: 6\n  months: 7',
      ['o.yaml:3:3 values.months: expected each key once, got a second `months`'],
    ],
    [
      'a key of every object',
      'values:\n  __proto__.polluted: 1\n  constructor.prototype.polluted: 1',
      [
        'o.yaml:2:3 values.__proto__.polluted: expected a known field in the path `__proto__.polluted`, got "__proto__"; see `afterburn describe`',
        'o.yaml:3:3 values.constructor.prototype.polluted: expected a known field in the path `constructor.prototype.polluted`, got "constructor"; see `afterburn describe`',
      ],
    ],
    [
      'a tag that would be code',
      'values:\n  months: !!js/function "x"',
      [
        'o.yaml:2:25 values.months: expected a value without a tag, got the tag !!js/function',
        'o.yaml:2:25 months: expected a whole number from 1 to 400 (months), got "x"; write 12, 5.5 M, 30 k, 1.2 B or 35%',
      ],
    ],
    [
      'a study',
      'study: compare\nscenario: m.yaml',
      ['o.yaml:1:1 study: expected an overlay, got a study; `afterburn study o.yaml` runs it'],
    ],
    [
      'a scenario',
      'title: x\nsegments: {a: {}}',
      [
        'o.yaml:2:1 segments: expected an overlay, got a scenario; `afterburn run o.yaml` simulates it, and a study names it: `scenario: o.yaml`',
      ],
    ],
    [
      'a firm card',
      'card: kimi\nfirm: {}',
      [
        'o.yaml:1:1 card: expected an overlay, got a firm card; a scenario names it: `firms: {kimi: {firm: kimi}}`',
      ],
    ],
  ];

/** Files of another kind than the command takes: one sentence that says what the file is and where it belongs. */
export const KIND_CASES: readonly (readonly [title: string, text: string, line: string])[] = [
  [
    'a study',
    'title: x\nstudy: sweep\nscenario: m.yaml\nfactors: {}',
    'm.yaml:2:1 study: expected a scenario, got a study; `afterburn study m.yaml` runs it',
  ],
  [
    'an overlay',
    'fitted: {loss: 1}\nvalues: {months: 5}',
    'm.yaml:2:1 values: expected a scenario, got an overlay; lay it over a scenario: `afterburn run my.yaml --overlay m.yaml`',
  ],
  [
    'a card',
    'card: kimi\ncurrency: CNY\nfirm: {}',
    'm.yaml:1:1 card: expected a scenario, got a firm card; a scenario names it: `firms: {kimi: {firm: kimi}}`',
  ],
  [
    'a file of npm',
    '{\n "name": "x",\n "version": "1.0.0",\n "type": "module",\n "license": "MIT" }',
    'm.yaml:2:2: expected a scenario, got a map of other fields (name, version, type, ...); `afterburn describe` tells its fields, `afterburn new` writes one',
  ],
];

/** Texts that are not the YAML of a scenario: broken, too deep, tagged, endless, with keys that are not allowed. */
import { changed, MARKET } from './market.js';

/** What is wrong, the text, and every line that is printed. */
export const SYNTAX_CASES: readonly [string, string, readonly string[]][] = [
  ['an empty file', '', ['m.yaml:1:1: expected a map of fields such as `title:`, got an empty file']],
  [
    'a file of comments',
    '# nothing\n',
    ['m.yaml:1:1: expected a map of fields such as `title:`, got an empty file'],
  ],
  [
    'a single value',
    'hello\n',
    ['m.yaml:1:1: expected a map of fields such as `title:`, got a single value'],
  ],
  ['a list', '- title: x\n', ['m.yaml:1:1: expected a map of fields such as `title:`, got a list']],
  [
    'a value in a tab-indented line',
    changed('  report:', '\treport:'),
    ['m.yaml:8:1: expected spaces as indentation, got a tab'],
  ],
  [
    'an unclosed bracket',
    changed('[feed]', '[feed'),
    [
      'm.yaml:30:5: expected YAML, got something else (flow sequence in block collection must be sufficiently indented and end with a ])',
    ],
  ],
  [
    'an unclosed quote',
    changed('Two apps', '"Two apps'),
    ['m.yaml:1:8: expected a closing ", got a " that is not closed in its line; close it: `"Two apps"`'],
  ],
  [
    'an unclosed single quote in a firm',
    changed('    cash: 60 M', "    name: 'Doubao\n    cash: 60 M"),
    ["m.yaml:32:11: expected a closing ', got a ' that is not closed in its line; close it: `'Doubao'`"],
  ],
  [
    'a quote within quotes',
    changed('Two apps', "'Kimi's two apps'"),
    [
      "m.yaml:1:14: expected nothing behind the closing quote, got more text; within '...' write a quote as ''",
    ],
  ],
  [
    'a line with one space too few',
    changed('    users: 100 k', '   users: 100 k'),
    [
      'm.yaml:26:4: expected the indentation of one of the levels above, got 3 spaces; check the indentation of this line (3 spaces; the lines beside it have 4)',
    ],
  ],
  [
    'a line with one space too many',
    changed('    users: 100 k', '     users: 100 k'),
    [
      'm.yaml:26:6: expected the indentation of one of the levels above, got 5 spaces; check the indentation of this line (5 spaces; the lines beside it have 4)',
    ],
  ],
  [
    'a firm at no level of firms',
    changed('  doubao:', ' doubao:'),
    [
      'm.yaml:31:2: expected the indentation of one of the levels above, got 1 space; check the indentation of this line (1 space; the line above it has 4)',
    ],
  ],
  [
    'a field below one that has a value',
    changed('    policy: steady\n', '    policy: steady\n      ads: 3\n'),
    [
      'm.yaml:36:7: expected the indentation of one of the levels above, got 6 spaces; check the indentation of this line (6 spaces; the line above it has 4)',
    ],
  ],
  [
    'a dash out of line',
    changed('      - {month: 7', '      - {month: 6, path: people, value: 0}\n     - {month: 7'),
    [
      'm.yaml:40:6: expected the indentation of one of the levels above, got 5 spaces; check the indentation of this line (5 spaces; the line above it has 6)',
    ],
  ],
  [
    'a line without a colon',
    changed('months: 12', 'months'),
    ['m.yaml:5:1: expected `key: value` in this line, got no `: `'],
  ],
  [
    'a second colon in a line',
    changed('title: Two apps', 'title: Two apps: the war'),
    [
      'm.yaml:1:8: expected one `key: value` in a line, got a second `: `; text that holds `: ` or ` #` needs quotes',
    ],
  ],
  [
    'two documents',
    changed('world:', '---\nworld:'),
    ['m.yaml:9:1: expected one document, got a second one; remove the line `---`'],
  ],
  [
    'a %YAML directive',
    `%YAML 1.1\n---\n${MARKET}`,
    ['m.yaml:1:1: expected a document without directives, got a %YAML line'],
  ],
  [
    'an unknown directive',
    `%FOO bar\n---\n${MARKET}`,
    ['m.yaml:1:1: expected a document without directives, got a line that begins with %'],
  ],
  [
    'a reserved character',
    changed('currency: CNY', 'currency: @CNY'),
    ['m.yaml:3:11: expected YAML, got something else (plain value cannot start with reserved character @)'],
  ],
  [
    'a tag in a flow map',
    changed('{name: steady, ads: 1 M}', '{name: steady, ads: 1 M [A] guess}'),
    [
      'm.yaml:30:37: expected YAML, got something else (unexpected flow-seq-start at node end); within { } or [ ] a number with a [tag] needs quotes',
    ],
  ],
  [
    'a function tag',
    changed('title: Two apps', 'title: !!js/function "x"'),
    ['m.yaml:1:22 title: expected a value without a tag, got the tag !!js/function'],
  ],
  [
    'a binary tag',
    changed('title: Two apps', 'title: !!binary aGk='),
    ['m.yaml:1:17 title: expected a value without a tag, got the tag !!binary'],
  ],
  [
    'an own tag',
    changed('cash: 50 M', 'cash: !money 50'),
    ['m.yaml:25:18 firms.kimi.cash: expected a value without a tag, got the tag !money'],
  ],
  [
    'an unknown alias',
    changed('cash: 50 M', 'cash: *much'),
    ['m.yaml:25:11 firms.kimi.cash: expected an anchor that was set before, got `*much`'],
  ],
  [
    'a circular alias',
    changed('sources:', 'about: &x [*x]\nsources:'),
    ['m.yaml:7:12: expected aliases that unfold to at most 20000 values and 64 levels, got more'],
  ],
  [
    'a bad alias chain',
    'a: &a [1,1,1,1,1,1,1,1,1]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]\nd: &d [*c,*c,*c,*c,*c,*c,*c,*c,*c]\ne: &e [*d,*d,*d,*d,*d,*d,*d,*d,*d]\nf: &f [*e,*e,*e,*e,*e,*e,*e,*e,*e]\n',
    ['m.yaml:5:11: expected aliases that unfold to at most 20000 values and 64 levels, got more'],
  ],
  [
    'many values without an alias',
    changed('sources:', `about: [${'1,'.repeat(20_000)}]\nsources:`),
    ['m.yaml:7:8: expected a file of at most 20000 values and 64 levels, got more'],
  ],
  [
    'a map as key',
    changed('title: Two apps', '? {a: 1}\n: x\ntitle: Two apps'),
    ['m.yaml:1:3: expected a key that is a name, got a list, a map or nothing as key'],
  ],
  [
    'a list as key in sources',
    changed('  report:', '  [a]: x\n  report:'),
    ['m.yaml:8:3 sources: expected a key that is a name, got a list, a map or nothing as key'],
  ],
  [
    'too deep in brackets',
    `title: ${'['.repeat(65)}${']'.repeat(65)}\n`,
    ['m.yaml:1:71: expected at most 64 levels of nesting, got more'],
  ],
  [
    'too deep by indentation',
    `${Array.from({ length: 70 }, (_, i) => `${' '.repeat(i)}a:`).join('\n')}\n`,
    ['m.yaml:65:65: expected at most 64 levels of nesting, got more'],
  ],
  [
    'too deep by dashes',
    `${'- '.repeat(70)}x\n`,
    ['m.yaml:1:129: expected at most 64 levels of nesting, got more'],
  ],
  [
    'a duplicate key',
    changed('    cash: 60 M', '    cash: 60 M\n    cash: 70 M'),
    ['m.yaml:33:5 firms.doubao.cash: expected each key once, got a second `cash`'],
  ],
  [
    'a duplicate firm',
    changed('arms:', '  kimi:\n    cash: 1\n    policy: steady\narms:'),
    ['m.yaml:36:3 firms.kimi: expected each key once, got a second `kimi`'],
  ],
  [
    'a firm named __proto__',
    changed('  doubao:', '  __proto__:'),
    ['m.yaml:31:3 firms.__proto__: expected a known field, got `__proto__`; this name is not allowed'],
  ],
  [
    'a firm named constructor',
    changed('  doubao:', '  constructor:'),
    ['m.yaml:31:3 firms.constructor: expected a known field, got `constructor`; this name is not allowed'],
  ],
  [
    'a field named prototype',
    changed('    cash: 60 M', '    cash: 60 M\n    prototype: 1'),
    ['m.yaml:33:5 firms.doubao.prototype: expected a known field, got `prototype`; this name is not allowed'],
  ],
  [
    'a name of digits out of order',
    changed('  doubao:', '  12:'),
    [
      'm.yaml:31:3 firms.12: expected a name with a letter, got `12`; names of digits only cannot keep their place in the order',
    ],
  ],
];

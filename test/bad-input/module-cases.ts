/** What a module may export as `policy` by mistake, and the message. */
const decide = () => ({ ads: 1 });
const spec = { unit: 'share', min: 0, max: 1, about: 'A share.' };

export const MODULE_CASES: readonly (readonly [exported: unknown, message: string])[] = [
  [undefined, 'expected an export `policy = { name, decide }`, got nothing'],
  [decide, 'expected an export `policy = { name, decide }`, got a function'],
  [{ name: 'a' }, 'expected `policy.decide` to be a function, got nothing'],
  [{ decide }, 'expected `policy.name` to be a text, got nothing'],
  [{ name: 'a', decide, about: 3 }, 'expected `policy.about` to be a text, got 3'],
  [{ name: 'a', decide, memory: {} }, 'expected `policy.memory` to be a function, got an object'],
  [
    { name: 'a', decide, parameters: [] },
    'expected `policy.parameters` to be a map of parameters, got a list',
  ],
  [
    { name: 'a', decide, parameters: { x: 3 } },
    'expected `parameters.x` to be { unit, min, max, about }, got 3',
  ],
  ...(
    [
      ['unit', undefined, '`parameters.x.unit` to be a text, got nothing'],
      ['about', undefined, '`parameters.x.about` to be a text, got nothing'],
      ['min', undefined, '`parameters.x.min` to be a number, got nothing'],
      ['max', '1', '`parameters.x.max` to be a number, got "1"'],
      ['min', 2, '`parameters.x.min` to be at most `max`, 1, got 2'],
      ['default', 7, '`parameters.x.default` to be a number from 0 to 1, got 7'],
      ['whole', 1, '`parameters.x.whole` to be true or false, got 1'],
      ['kind', 'user', '`parameters.x.kind` to be \'firm\' or left out, got "user"'],
    ] as const
  ).map(([key, value, line]): [unknown, string] => [
    { name: 'a', decide, parameters: { x: { ...spec, [key]: value } } },
    `expected ${line}`,
  ]),
  [
    { name: 'a', decide, parameters: { module: spec } },
    'expected another name for the parameter `parameters.module`, got "module"',
  ],
];

/** Rules of plans, at both sides of their borders. The borders are those of the reference (`afterburn describe`). */
import { describe, expect, test } from 'vitest';
import { faultsOf } from './faults.js';
import { rawMarket } from './market.js';

type Case = readonly [title: string, raw: unknown, lines: readonly string[]];

/** Each case is refused with these lines, in this order; without lines it is legal. */
const holds = (cases: readonly Case[]) =>
  test.each(cases)('%s', (_title, raw, lines) => {
    expect(faultsOf(raw)).toEqual(lines);
  });

/** A year with three firms, one of which arrives. */
const year = (more: object = {}) =>
  rawMarket({
    segments: { core: { share: 0.4, withApp: '0.1 to 0.2' }, rest: { share: 0.6 } },
    firms: {
      kimi: { cash: '5 to 10', policy: { name: 'steady', ads: '1 to 2' }, tiers: [{ price: 9 }] },
      glm: { cash: '5 to 10', policy: 'steady' },
      bot: { cash: 1, policy: 'steady', copies: 2, arrivals: 0.5 },
    },
    world: { inferenceCost: { start: '1 to 2' } },
    ...more,
  });

const change = (month: number | undefined, path: string, value: unknown = 1) => ({
  ...(month !== undefined && { month }),
  path,
  value,
});
const now = (...interventions: object[]) => year({ interventions });
const arm = (more: object) => year({ arms: { other: more } });

describe('a dated change', () => {
  const price = 'firms.kimi.tiers.0.price';
  const late = 'interventions.0.month: expected a month of the scenario, 1 to 12, got 13';
  const costs = 'world.inferenceCost.strat';
  const field = `expected a known field in the path \`${costs}\`, got "strat"; did you mean \`start\`?`;
  const share =
    'interventions.0.path: expected a field that can change alone; the shares of the segments add to 1, got "segments.core.share"';
  holds([
    ['may come in the last month', now(change(12, price)), []],
    [
      'may come in the first, which need not be said',
      now(change(undefined, 'firms.kimi.cash'), change(1, price)),
      [],
    ],
    ['may not come after the end', now(change(13, price)), [late]],
    ['leads to a field', now(change(1, costs)), [`interventions.0.path: ${field}`]],
    [
      'is told by its place in its arm',
      arm({ overrides: [change(1, price), change(1, costs)] }),
      [`arms.other.overrides.1.path: ${field}`],
    ],
    ['is told of both faults', now(change(13, costs)), [late, `interventions.0.path: ${field}`]],
    ['may be of another field of a segment', now(change(2, 'segments.core.review', 0.5)), []],
    ['is not of a share', now(change(1, 'segments.core.share')), [share]],
    ['after the end and of a share has two faults', now(change(13, 'segments.core.share')), [late, share]],
    ['of the start comes in month 1', now(change(1, 'firms.kimi.cash')), []],
    [
      'of the start comes no later',
      now(change(2, 'firms.kimi.cash')),
      ['interventions.0.month: expected month 1, because `cash` only shapes the start, got 2'],
    ],
    [
      'has a value in the range of the field',
      now(change(2, price, -1)),
      ['interventions.0.value: expected a number from 0 to 1e6 (currency a month), got -1'],
    ],
    [
      'has a value even if the field has a default',
      now({ month: 2, path: price }),
      ['interventions.0.value: expected a value, got nothing; this field is required'],
    ],
    [
      'has a value that is a number',
      now(change(2, price, null)),
      ['interventions.0.value: expected a number from 0 to 1e6 (currency a month), got nothing'],
    ],
    [
      'after the end with a bad value has two faults',
      now(change(13, price, -1)),
      [late, 'interventions.0.value: expected a number from 0 to 1e6 (currency a month), got -1'],
    ],
    ['may be of a parameter', now(change(2, 'firms.kimi.policy.ads')), []],
    [
      'of a faulty policy says nothing more',
      {
        ...now(change(13, 'firms.kimi.policy.ads')),
        firms: { kimi: { cash: 1, policy: 'stedy', tiers: [{}] } },
      },
      ['firms.kimi.policy: expected the name of a policy, got "stedy"; did you mean `steady`?', late],
    ],
  ]);
});

describe('arrivals that change later', () => {
  const rate = (firm: string) => `firms.${firm}.arrivals`;
  const told = (place: string, firm: string) =>
    `${place}.path: expected a firm with \`arrivals\` above 0 in month 1, got "${rate(firm)}"; with 0 it enters in \`entersAt\`; give it 1e-9 if nobody shall come before this month`;
  const glmArrives = change(1, rate('glm'), 0.1);
  holds([
    ['need some in month 1', now(change(2, rate('bot'), 1)), []],
    ['are refused without', now(change(2, rate('glm'), 1)), [told('interventions.0', 'glm')]],
    ['are the first if they come in month 1', now(change(1, rate('glm'), 1)), []],
    ['may follow a change in month 1', now(glmArrives, change(2, rate('glm'), 1)), []],
    [
      'may follow a change without month, which is month 1',
      now({ path: rate('glm'), value: 1 }, change(3, rate('glm'), 1)),
      [],
    ],
    [
      'may not follow a later one',
      now(change(2, rate('glm'), 1), change(3, rate('glm'), 1)),
      [told('interventions.0', 'glm'), told('interventions.1', 'glm')],
    ],
    [
      'may not follow that of another firm',
      now(change(1, rate('kimi'), 1), change(2, rate('glm'), 1)),
      [told('interventions.1', 'glm')],
    ],
    [
      'of an arm may follow that of the scenario',
      year({ interventions: [glmArrives], arms: { other: { overrides: [change(2, rate('glm'), 1)] } } }),
      [],
    ],
    ['of an arm may follow its own', arm({ overrides: [glmArrives, change(2, rate('glm'), 1)] }), []],
    [
      'of the scenario may not follow that of an arm',
      year({ interventions: [change(2, rate('glm'), 1)], arms: { other: { overrides: [glmArrives] } } }),
      [told('interventions.0', 'glm')],
    ],
    [
      'of no firm have one fault',
      now(change(2, rate('gml'), 1)),
      [expect.stringMatching(/^interventions\.0\.path: expected a known firm in /) as unknown as string],
    ],
  ]);
});

describe('an arm', () => {
  const hold = (more: object) => arm({ hold: { firms: ['kimi'], fields: ['ads'], ...more } });
  const late = 'arms.other.hold.from: expected a month of the scenario, 1 to 12, got 13';
  const nobody = 'arms.other.hold.firms.1: expected the name of a firm, got "kimmi"; did you mean `kimi`?';
  const off = (more: object) => year({ without: ['novelty'], ...more });
  const word = 'expected the name of a mechanism, got "noveltie"; did you mean `novelty`?';
  const constant = 'expected the path of an uncertain number, got `firms.bot.cash`, a constant';
  holds([
    ['may hold firms to the last month', hold({ from: 12 }), []],
    ['may not hold them after the end', hold({ from: 13 }), [late]],
    ['holds firms of the market', hold({ firms: ['glm', 'kimmi'] }), [nobody]],
    ['is told of both', hold({ firms: ['glm', 'kimmi'], from: 13 }), [nobody, late]],
    [
      'is not named base',
      year({ arms: { base: {} } }),
      ['arms.base (key): expected another name, got "base"; it names the scenario without an arm'],
    ],
    ['may switch off what the scenario may', off({ arms: { other: { without: ['free-riders'] } } }), []],
    [
      'may switch off mechanisms alone',
      off({ arms: { other: { without: ['novelty', 'noveltie'] } } }),
      [`arms.other.without.1: ${word}`],
    ],
    [
      'is no excuse for the scenario',
      off({ without: ['noveltie'], arms: { other: {} } }),
      [`without.0: ${word}`],
    ],
    ['redraws uncertain numbers', arm({ redraw: ['firms.kimi.cash', 'firms.kimi.policy.ads'] }), []],
    [
      'redraws no constants',
      arm({ redraw: ['firms.kimi.cash', 'firms.bot.cash'] }),
      [`arms.other.redraw.1: ${constant}`],
    ],
    [
      'redraws fields',
      arm({ redraw: ['firms.kimi.csh'] }),
      [
        'arms.other.redraw.0: expected a known field in the path `firms.kimi.csh`, got "csh"; did you mean `cash`?',
      ],
    ],
    [
      'does not tell again of a faulty policy',
      { ...arm({ redraw: ['firms.kimi.policy.ads'] }), firms: { kimi: { cash: 1, policy: 'stedy' } } },
      ['firms.kimi.policy: expected the name of a policy, got "stedy"; did you mean `steady`?'],
    ],
  ]);
});

describe('correlations', () => {
  const [kimi, glm, cost] = ['firms.kimi.cash', 'firms.glm.cash', 'world.inferenceCost.start'];
  const pairs = (...list: (readonly [string, string, number])[]) =>
    year({ correlations: list.map(([a, b, rank]) => ({ between: [a, b], rank })) });
  const once = 'expected each pair once, got a second `firms.glm.cash firms.kimi.cash`';
  const impossible =
    'correlations: expected rank correlations that can hold together (a positive definite matrix), got ones that cannot';
  holds([
    // 2 sin(pi 0.5 / 6) = 0.5176 thrice: the smallest eigenvalue is 1 - 0.5176 > 0
    ['may be any that hold together', pairs([kimi, glm, 0.5], [glm, cost, 0.5], [kimi, cost, 0.5]), []],
    // -0.5176 thrice: 1 - 2 x 0.5176 < 0
    ['may not be others', pairs([kimi, glm, -0.5], [glm, cost, -0.5], [kimi, cost, -0.5]), [impossible]],
    [
      'are between two fields',
      pairs([kimi, kimi, 0.5]),
      [`correlations.0.between: expected two different fields, got "${kimi}"`],
    ],
    [
      'stand once, in either order',
      pairs([kimi, cost, 0.1], [kimi, glm, 0.5], [glm, kimi, 0.5]),
      [`correlations.2.between: ${once}`],
    ],
    [
      'are between uncertain numbers',
      pairs([kimi, 'firms.bot.cash', 0.5]),
      [
        'correlations.0.between.1: expected the path of an uncertain number, got `firms.bot.cash`, a constant',
      ],
    ],
    [
      'are each told of their own fault, and only of that',
      pairs([kimi, glm, -0.5], [glm, cost, -0.5], [kimi, cost, -0.5], [glm, glm, 0.5]),
      [`correlations.3.between: expected two different fields, got "${glm}"`],
    ],
  ]);
});

describe('checks', () => {
  const check = (id: string) => ({
    id,
    kind: 'identity',
    about: 'x',
    source: 'x',
    measure: '1',
    target: '= 1',
  });
  holds([
    ['have ids of their own', year({ checks: [check('a'), check('b')] }), []],
    [
      'do not share them',
      year({ checks: [check('a'), check('b'), check('a')] }),
      ['checks.2.id: expected an id of its own, got a second "a"'],
    ],
  ]);
});

/** Rules that look at several fields of a market at once. Each reports all its faults; none repairs anything. */
import { didYouMean } from './nearest.js';
import { shortNumber, show } from './parse-quantity.js';
import type { Draft } from './paths.js';
import type { Quantity } from './quantity.js';
import type { Path, Problem } from './scenario.js';

/** A rule of a legal scenario. `broken`: paths that have a fault of their own and hold stand-ins. */
export type Rule = (scenario: Draft, broken: readonly Path[]) => Problem[];

/** Most firms with tiers: an app is five bits in a user's row, and 0 is no app. */
const MOST_APPS = 31;

/** The number, or undefined if it is uncertain. */
export function constantOf(quantity: Quantity): number | undefined {
  return quantity.law.kind === 'constant' ? quantity.law.value : undefined;
}

function unknownWord(
  path: Path,
  what: string,
  of: { word: string; known: readonly string[]; atKey?: boolean },
): Problem {
  const { word, known, atKey } = of;
  const hint = didYouMean(word, known);
  return { path, expected: `the name of a ${what}`, received: show(word), hint, ...(atKey ? { atKey } : {}) };
}

const startIsMonth: Rule = ({ start }) =>
  /^\d{4}-(0[1-9]|1[0-2])$/.test(start)
    ? []
    : [{ path: ['start'], expected: 'a month such as 2024-01', received: show(start) }];

const someFirm: Rule = ({ firms }) =>
  Object.keys(firms).length > 0
    ? []
    : [
        {
          path: ['firms'],
          expected: 'at least one firm',
          received: 'none',
          hint: 'add `firms:` with a name for each firm',
        },
      ];

const sharesAddUp: Rule = ({ segments }, broken) => {
  if (broken.some(([top, , field = 'share']) => top === 'segments' && field === 'share')) return [];
  const shares = Object.entries(segments).map(([id, { share }]) => [id, constantOf(share)] as const);
  const last = shares.at(-1);
  if (!last || shares.some(([, share]) => share === undefined)) return [];
  const sum = shares.reduce((total, [, share]) => total + (share ?? 0), 0);
  if (Math.abs(sum - 1) <= 1e-6) return [];
  const received = `shares that add to ${Math.round(sum * 1e9) / 1e9}`;
  return [
    { path: ['segments', last[0], 'share'], expected: 'shares of all segments that add to 1', received },
  ];
};

const appsHaveUsers: Rule = ({ firms, people, agents, segments }) => {
  const app = Object.keys(firms).find((id) => firms[id].tiers.length > 0);
  if (app === undefined) return [];
  const problems: Problem[] = [];
  const why = `because firm ${app} has tiers`;
  const count = constantOf(people);
  if (count !== undefined && count < 1) {
    const expected = `at least 1 person, ${why}`;
    problems.push({
      path: ['people'],
      expected,
      ...(people.isDefault
        ? { received: 'nothing', hint: 'this field is required here' }
        : { received: shortNumber(count) }),
    });
  }
  if (count !== 0 && constantOf(agents) === 0) {
    problems.push({ path: ['agents'], expected: `at least 1 agent, ${why}`, received: '0' });
  }
  if (Object.keys(segments).length === 0) {
    problems.push({ path: ['segments'], expected: `at least one segment, ${why}`, received: 'none' });
  }
  return problems;
};

/** Most users that are simulated one by one: 22 bytes each. */
export const MOST_AGENTS = 2e7;

const agentsFitMemory: Rule = ({ agents, population }) => {
  const count = constantOf(agents) ?? 0;
  return population.engine === 'cohorts' || count <= MOST_AGENTS
    ? []
    : [
        {
          path: ['agents'],
          expected: `at most ${shortNumber(MOST_AGENTS)} agents`,
          received: shortNumber(count),
          hint: 'cohorts (population.engine) simulate up to 1e9 users',
        },
      ];
};

const edgesRise: Rule = ({ usageEdges }) =>
  usageEdges.flatMap((edge, i) =>
    i === 0 || edge > usageEdges[i - 1]
      ? []
      : [
          {
            path: ['usageEdges', i],
            expected: `a quantile above the one before, ${usageEdges[i - 1]}`,
            received: String(edge),
          },
        ],
  );

const channelsExist: Rule = ({ firms, channels }) => {
  const known = Object.keys(channels);
  return Object.entries(firms).flatMap(([id, firm]) =>
    firm.channels.flatMap((word, i): Problem[] => {
      const path = ['firms', id, 'channels', i];
      if (!known.includes(word)) return [unknownWord(path, 'channel', { word, known })];
      if (firm.channels.indexOf(word) === i) return [];
      return [{ path, expected: 'each channel once', received: `a second ${show(word)}` }];
    }),
  );
};

const ownersExist: Rule = ({ firms, channels }) =>
  Object.entries(channels).flatMap(([id, { owner }]) =>
    owner === undefined || Object.hasOwn(firms, owner)
      ? []
      : [unknownWord(['channels', id, 'owner'], 'firm', { word: owner, known: Object.keys(firms) })],
  );

const suppliersSell: Rule = ({ firms }) =>
  Object.entries(firms).flatMap(([id, { supplier }]): Problem[] => {
    if (supplier === undefined) return [];
    const path = ['firms', id, 'supplier'];
    const known = Object.keys(firms).filter((other) => other !== id && firms[other].api !== undefined);
    if (known.includes(supplier)) return [];
    if (!Object.hasOwn(firms, supplier)) return [unknownWord(path, 'firm', { word: supplier, known })];
    const hint =
      supplier === id ? 'a firm cannot supply itself' : `give firm ${supplier} an \`api\` with a price`;
    return [{ path, expected: 'another firm that sells tokens', received: show(supplier), hint }];
  });

const segmentsExist: Rule = ({ firms, channels, segments }) => {
  const known = Object.keys(segments);
  const strangers = (path: Path, map: object) =>
    Object.keys(map).flatMap((word) =>
      known.includes(word) ? [] : [unknownWord([...path, word], 'segment', { word, known, atKey: true })],
    );
  return [
    ...Object.entries(channels).flatMap(([id, { reach }]) => strangers(['channels', id, 'reach'], reach)),
    ...Object.entries(firms).flatMap(([id, { fit }]) => strangers(['firms', id, 'fit'], fit)),
  ];
};

const bidsNameBuyers: Rule = ({ firms, buyers }) => {
  const known = Object.keys(buyers);
  return Object.entries(firms).flatMap(([id, { business }]) =>
    Object.keys(business?.bids ?? {}).flatMap((word) => {
      const path = ['firms', id, 'business', 'bids', word];
      return known.includes(word) ? [] : [unknownWord(path, 'group of buyers', { word, known, atKey: true })];
    }),
  );
};

const everCoversWithApp: Rule = ({ segments }) =>
  Object.entries(segments).flatMap(([id, segment]) => {
    const [ever, withApp] = [constantOf(segment.ever), constantOf(segment.withApp)];
    if (ever === undefined || withApp === undefined || ever >= withApp) return [];
    return [
      { path: ['segments', id, 'ever'], expected: `at least withApp, ${withApp}`, received: String(ever) },
    ];
  });

const usersNeedTiers: Rule = ({ firms }) =>
  Object.entries(firms).flatMap(([id, { users, tiers }]) =>
    tiers.length > 0 || constantOf(users) === 0
      ? []
      : [
          {
            path: ['firms', id, 'users'],
            expected: 'no users, because the firm has no tiers',
            received: describe(users),
          },
        ],
  );

const tracksNeedNoTiers: Rule = ({ firms }) =>
  Object.entries(firms).flatMap(([id, { tiers, track }]) =>
    tiers.length === 0
      ? []
      : (['spread', 'mean', 'firmSpread'] as const).flatMap((key): Problem[] =>
          constantOf(track[key]) === 0
            ? []
            : [
                {
                  path: ['firms', id, 'track', key],
                  expected: '0, because the firm has tiers and is judged by its users',
                  received: describe(track[key]),
                },
              ],
        ),
  );

const fewApps: Rule = ({ firms }) => {
  const apps = Object.keys(firms).filter((id) => firms[id].tiers.length > 0);
  let count = 0;
  let last: string | undefined;
  for (const id of apps) {
    count += constantOf(firms[id].copies) ?? 1;
    if (count > MOST_APPS) last ??= id;
  }
  if (last === undefined) return [];
  const path = ['firms', last, 'tiers'];
  return [{ path, expected: `at most ${MOST_APPS} firms with tiers`, received: String(count) }];
};

function describe(quantity: Quantity): string {
  const value = constantOf(quantity);
  return value === undefined ? 'an uncertain number' : String(value);
}

/** All rules of the market itself; those of plans are in `plan-rules.ts`. */
export const MARKET_RULES: readonly Rule[] = [
  startIsMonth,
  someFirm,
  sharesAddUp,
  appsHaveUsers,
  agentsFitMemory,
  edgesRise,
  channelsExist,
  ownersExist,
  suppliersSell,
  segmentsExist,
  bidsNameBuyers,
  everCoversWithApp,
  usersNeedTiers,
  tracksNeedNoTiers,
  fewApps,
];

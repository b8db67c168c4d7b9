/** Files of a run folder or a shard that are damaged, or made to do harm: what the file holds, and the sentence. */
const SHARD = 'f: expected the folder of a shard, with shard.json, got a damaged one';
const RUN = 'f/scenario.json is damaged: choose another folder, or remove this one';
const other = (file: string) => `f/${file}: expected a file of a run folder, got one with other fields`;

const shard = {
  index: 0,
  count: 2,
  points: ['base'],
  replicates: 4,
  stem: 'my',
  raw: {},
  command: 'afterburn run my.yaml',
  again: 'afterburn shard my.yaml',
  failures: [] as object[],
};
const failure = { point: 'base', replicate: 0, seed: '1', message: 'no', stack: 'no' };
const run = { raw: {}, worldHash: 'w', seed: '1', engine: 'e', modules: {} as object };
const page = {
  summary: {
    ...{ title: 'x', question: 'x', firms: {}, firmIds: ['a'], channelIds: [], arms: {} },
    ...{ checks: [], inputs: [], warnings: [] },
  },
  manifest: {
    ...{ scenario: 'x', fingerprint: 'x', seed: 'x', command: 'x', state: 'complete' },
    ...{ arms: [], policies: [], files: {} },
  },
};

export type FolderFile = 'shard.json' | 'scenario.json' | 'summary.json' | 'manifest.json';

/** Legal files, each with which its reader is content. */
export const LEGAL_FILES: Readonly<Record<FolderFile, object>> = {
  'shard.json': { ...shard, failures: [failure] },
  'scenario.json': run,
  'summary.json': page.summary,
  'manifest.json': page.manifest,
};

const text = JSON.stringify;

export const FOLDER_CASES: readonly (readonly [
  title: string,
  file: FolderFile,
  content: string,
  message: string,
])[] = [
  ['half a file', 'shard.json', text(shard).slice(0, 40), SHARD],
  ['null', 'shard.json', 'null', SHARD],
  ['a list', 'shard.json', '[]', SHARD],
  ['no fields', 'shard.json', '{}', SHARD],
  ['no points', 'shard.json', text({ ...shard, points: [] }), SHARD],
  ['a point that leads out of the folder', 'shard.json', text({ ...shard, points: ['../../x'] }), SHARD],
  ['a point of no name', 'shard.json', text({ ...shard, points: [''] }), SHARD],
  ['more worlds than anybody could count', 'shard.json', text({ ...shard, replicates: 1e9 }), SHARD],
  ['worlds without end', 'shard.json', text(shard).replace('4', '1e400'), SHARD],
  ['fewer worlds than none', 'shard.json', text({ ...shard, replicates: -1 }), SHARD],
  ['the shard 2 of 2', 'shard.json', text({ ...shard, index: 2 }), SHARD],
  ['a command that is a list', 'shard.json', text({ ...shard, command: ['rm'] }), SHARD],
  ['failures that are numbers', 'shard.json', text({ ...shard, failures: [5] }), SHARD],
  [
    'a failure of another place',
    'shard.json',
    text({ ...shard, failures: [{ ...failure, point: '/etc' }] }),
    SHARD,
  ],
  ['half a file', 'scenario.json', text(run).slice(0, 20), RUN],
  ['a list', 'scenario.json', '[1]', RUN],
  ['no fields', 'scenario.json', '{}', RUN],
  ['a number as seed', 'scenario.json', text({ ...run, seed: 1 }), RUN],
  ['a scenario that is a text', 'scenario.json', text({ ...run, raw: 'x' }), RUN],
  ['modules in a list', 'scenario.json', text({ ...run, modules: ['x'] }), RUN],
  ['modules that are maps', 'scenario.json', text({ ...run, modules: { x: {} } }), RUN],
  ['no fields', 'summary.json', '{}', other('summary.json')],
  ['null', 'summary.json', 'null', other('summary.json')],
  ['firms that are numbers', 'summary.json', text({ ...page.summary, firmIds: [1] }), other('summary.json')],
  ['a map as title', 'summary.json', text({ ...page.summary, title: {} }), other('summary.json')],
  ['no fields', 'manifest.json', '{}', other('manifest.json')],
  ['files in a list', 'manifest.json', text({ ...page.manifest, files: ['x'] }), other('manifest.json')],
  ['a number as command', 'manifest.json', text({ ...page.manifest, command: 5 }), other('manifest.json')],
];

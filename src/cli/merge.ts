/** `afterburn merge <out> <folders...>`: shards in, the results of the whole batch out. */
import type { Command } from './command.js';

export const mergeCommand: Command = {
  usage: 'merge <out> <folders..>',
  about: 'put shards together: the results are those of one machine, byte for byte',
  options: {
    modules: 'folder that the paths of policy modules start from [default: the working directory]',
    quiet: { flag: 'no notes on stderr' },
    json: { flag: 'print summary.json instead of the report' },
  },
  examples: [
    ['merge output/mine shared/mine/*', 'all shards of a folder; those that are missing are told'],
    ['merge output/mine shared/mine', 'the same'],
  ],
  positional: (parser) =>
    void parser
      .positional('out', { type: 'string', describe: 'run folder of the whole batch' })
      .positional('folders', {
        type: 'string',
        array: true,
        describe: 'folders of shards, or one that holds them',
      }),
  async act(given) {
    const { mergeShards } = await import('./merge-shards.js');
    return mergeShards(String(given.out), given.folders as readonly string[], {
      options: given,
      quiet: given.quiet === true,
      json: given.json === true,
    });
  },
};

/** `afterburn report <folder>`: draws report.html again from the run folder alone, wherever it lies now. */
import { join } from 'node:path';
import { printable } from '../source/printable.js';
import type { Command } from './command.js';
import { EXIT } from './exits.js';

export const reportCommand: Command = {
  usage: 'report <folder>',
  about: 'draw report.html again from summary.json and manifest.json of a run folder',
  options: {},
  examples: [
    ['report output/china-traffic-war-2024-0123456789ab', 'the same bytes, also if the folder was moved'],
  ],
  positional: (parser) => void parser.positional('folder', { type: 'string', describe: 'run folder' }),
  async act(given) {
    const { writePage } = await import('./page.js');
    const { realDisk } = await import('../store/disk.js');
    await writePage(realDisk, String(given.folder));
    process.stdout.write(printable(`${join(String(given.folder), 'report.html')}\n`));
    return EXIT.done;
  },
};

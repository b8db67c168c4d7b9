/** `afterburn validate <scenario...>`: all problems of all files, without simulating anything. */
import type { Command } from './command.js';
import { EXIT } from './exits.js';

async function problemsOf(file: string): Promise<string> {
  const { loadFile, ScenarioError } = await import('../store/scenario-file.js');
  try {
    await loadFile(file);
    return '';
  } catch (error) {
    if (!(error instanceof ScenarioError)) throw error;
    return error.message;
  }
}

export const validateCommand: Command = {
  usage: 'validate <scenarios..>',
  about: 'check scenario files: every number, name and source',
  options: {},
  examples: [['validate scenarios/*.yaml', 'all shipped scenarios']],
  positional: (parser) =>
    void parser.positional('scenarios', { type: 'string', array: true, describe: 'scenario files' }),
  async act(given) {
    let bad = 0;
    for (const file of given.scenarios as readonly string[]) {
      const problems = await problemsOf(file);
      if (problems === '') process.stdout.write(`${file}: ok\n`);
      else process.stderr.write(`${problems}\n`);
      bad += problems === '' ? 0 : 1;
    }
    return bad > 0 ? EXIT.input : EXIT.done;
  },
};

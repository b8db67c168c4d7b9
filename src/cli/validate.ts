/** `afterburn validate <scenario...>`: all problems of all files, firm cards among them, without simulating anything. */
import { printable } from '../source/printable.js';
import type { FileOptions } from '../store/scenario-file.js';
import { many } from './arguments.js';
import type { Command } from './command.js';
import { EXIT } from './exits.js';
import { POLICY_LEVEL, policyLevelOf } from './policy-level.js';

async function problemsOf(file: string, options: FileOptions): Promise<string> {
  const { loadFile, ScenarioError } = await import('../store/scenario-file.js');
  const { loadCard } = await import('../store/card-file.js');
  const { formatProblem } = await import('../source/place.js');
  const found = await loadCard(file);
  if (found) return found.problems.map(formatProblem).join('\n');
  try {
    await loadFile(file, [], options);
    return '';
  } catch (error) {
    if (!(error instanceof ScenarioError)) throw error;
    return error.message;
  }
}

export const validateCommand: Command = {
  usage: 'validate <scenarios..>',
  about: 'check scenario files and firm cards: every number, name and source',
  options: { overlay: 'file of values laid over each scenario; may be repeated', ...POLICY_LEVEL },
  examples: [
    ['validate scenarios/*.yaml', 'all shipped scenarios'],
    ['validate scenarios/firms/*.yaml', 'all shipped firm cards'],
  ],
  positional: (parser) =>
    void parser.positional('scenarios', {
      type: 'string',
      array: true,
      describe: 'scenario files or firm cards',
    }),
  async act(given) {
    const options = { overlays: many(given.overlay), policyLevel: policyLevelOf(given) };
    let bad = 0;
    for (const file of given.scenarios as readonly string[]) {
      const problems = await problemsOf(file, options);
      if (problems === '') process.stdout.write(printable(`${file}: ok\n`));
      else process.stderr.write(printable(`${problems}\n`));
      bad += problems === '' ? 0 : 1;
    }
    return bad > 0 ? EXIT.input : EXIT.done;
  },
};

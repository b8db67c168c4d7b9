/**
 * A module that is imported can end the whole process: by `process.exit()`, or by a wait that never ends, so that
 * nothing is left to do. Neither can be caught, but both can be told on the way out.
 */
import { writeSync } from 'node:fs';

/** Exit code of bad input, as in the command line. */
const BAD_INPUT = 2;
const STDERR = 2;

/**
 * Does something during which the process must not end. If it does, the line is written to stderr and the exit
 * code is 2.
 * @param line the whole message, from what the module did
 */
export async function watchImport<T>(line: (did: string) => string, act: () => Promise<T>): Promise<T> {
  let did = 'one that ends the process';
  const onIdle = () => {
    did = 'one that waits for something that never comes';
  };
  const onExit = () => {
    process.exitCode = BAD_INPUT;
    writeSync(STDERR, `${line(did)}\n`);
  };
  process.once('beforeExit', onIdle).once('exit', onExit);
  try {
    return await act();
  } finally {
    process.off('beforeExit', onIdle).off('exit', onExit);
  }
}

/** Takes 30 ms to do nothing, and longer while a folder holds anything, so that a test can stop a run in the middle. */
import { existsSync, readdirSync } from 'node:fs';

const never = new Int32Array(new SharedArrayBuffer(4));
const { AFTERBURN_TEST_HOLD: folder } = process.env;
const isHeld = () => folder !== undefined && existsSync(folder) && readdirSync(folder).length > 0;

export const policy = {
  name: 'slow',
  about: 'Thinks long and does nothing.',
  source: 'test',
  parameters: {},
  decide() {
    do Atomics.wait(never, 0, 0, 30);
    while (isHeld());
    return {};
  },
};

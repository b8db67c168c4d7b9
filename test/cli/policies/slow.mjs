/** Takes 30 ms to do nothing, so that a test can stop a run in the middle. */
const never = new Int32Array(new SharedArrayBuffer(4));

export const policy = {
  name: 'slow',
  about: 'Thinks long and does nothing.',
  source: 'test',
  parameters: {},
  decide() {
    Atomics.wait(never, 0, 0, 30);
    return {};
  },
};

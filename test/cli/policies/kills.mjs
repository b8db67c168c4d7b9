/** Kills the worker of its cluster in worlds whose drawn fixed cost is above 7,000, and waits for its own end there. */
const never = new Int32Array(new SharedArrayBuffer(4));
// read at once: an orphan has another parent
const worker = process.ppid;

export const policy = {
  name: 'kills',
  about: 'Poison.',
  source: 'test',
  parameters: {},
  decide({ fixedCost }) {
    if (fixedCost <= 7000) return {};
    if (process.ppid === worker && worker !== 1) process.kill(worker, 'SIGKILL');
    Atomics.wait(never, 0, 0, 20_000);
    return {};
  },
};

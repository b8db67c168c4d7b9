/** Prints a page every month. */
export const policy = {
  name: 'noisy',
  decide() {
    console.log('x'.repeat(5000));
    return {};
  },
};

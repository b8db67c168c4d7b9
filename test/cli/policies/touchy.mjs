/** Throws in worlds whose drawn fixed cost is above 5,000. */
export const policy = {
  name: 'touchy',
  about: 'Gives up when costs are high.',
  source: 'test',
  parameters: {},
  decide({ fixedCost }) {
    if (fixedCost > 5000) throw new RangeError('too dear');
    return {};
  },
};

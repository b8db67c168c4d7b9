/** Ends its thread in the middle of a world. */
export const policy = { name: 'exits', decide: () => process.exit(0) };

/** The least that a policy can be. */
export const policy = { name: 'bare', decide: () => ({}) };

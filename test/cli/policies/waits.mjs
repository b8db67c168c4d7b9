/** Is never loaded to its end. */
await new Promise(() => {});
export const policy = { name: 'waits', decide: () => ({}) };

/** Has forgotten what it does. */
export const policy = { name: 'noDecide', parameters: {} };

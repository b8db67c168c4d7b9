/** Throws while it is imported. */
throw new Error('no money today');

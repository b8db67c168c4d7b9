/** Ends the process while it is imported. */
process.exit(0);

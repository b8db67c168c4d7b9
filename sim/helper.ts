/**
 * The door for threads that help with the users of a world. It is apart from the door of the model because a helper
 * needs neither scenarios nor firms, and starts three times as fast without them.
 */
export type { HelperTask } from './population/crew/crew.js';
export { helpLeader } from './population/crew/helper.js';

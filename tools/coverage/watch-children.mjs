/**
 * Tells every process and thread that a test starts to write down what it ran (Node's NODE_V8_COVERAGE). Set here and not
 * for vitest itself, whose own measure it would disturb.
 */
import { join } from 'node:path';

/** Where counts are written, a file for each process, thread or page. */
export const CHILDREN = join(import.meta.dirname, '../../coverage/children');

process.env.NODE_V8_COVERAGE = CHILDREN;

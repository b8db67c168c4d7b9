/**
 * Tells every process and thread that a test starts to write down what it ran (Node's NODE_V8_COVERAGE). Set here and not
 * for vitest itself, whose own measure it would disturb.
 */
import { join } from 'node:path';

process.env.NODE_V8_COVERAGE = join(import.meta.dirname, '../../coverage/children');

/** Where Redis is and how long it may be away, as the options or the environment say. */
import { once, whole } from './arguments.js';
import type { Options } from './open-run.js';

const HERE = 'redis://127.0.0.1:6379';
/** Seconds without Redis before worker and submit give up. */
const PATIENCE = 300;

export function readLink(options: Options): { readonly url: string; readonly patienceMs: number } {
  const url = once('redis', options.redis) ?? process.env.REDIS_URL ?? HERE;
  const patience = whole('redis-patience', options.redisPatience, { least: 1, most: 86_400 }) ?? PATIENCE;
  return { url, patienceMs: patience * 1000 };
}

/**
 * The connection to Redis (ioredis). What can go wrong with it is told in a sentence: nobody answers, a wrong password, a
 * server that went away and did not come back, settings under which Redis forgets shards.
 */
import { Redis } from 'ioredis';

/** Redis does not answer, or not any more. Exit code 75: later it may. */
export class RedisAway extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'RedisAway';
  }
}

/** Redis answers but will not have us, or the address is none. Exit code 2. */
export class RedisRefused extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'RedisRefused';
  }
}

export interface RedisLink {
  readonly client: Redis;
  /** The address without user and password. */
  readonly place: string;
  /** Aborted with a RedisAway when Redis has been away for longer than the patience. */
  readonly gone: AbortSignal;
  close(): void;
}

/** Nobody waits longer for the first answer, milliseconds. */
const FIRST_ANSWER = 10_000;
/** Pause before a lost connection is tried again, milliseconds: longer each time. */
const pause = (times: number) => Math.min(200 * times, 2000);
/** A connection that is silent for so long while an answer is due is cut and made again, milliseconds. */
const SILENCE = 30_000;

/** @throws RedisRefused if it is no address of a Redis */
export function placeOf(url: string): string {
  // the address itself is not told: it may hold a password
  if (!URL.canParse(url) || !/^rediss?:\/\/[^/]/.test(url))
    throw new RedisRefused('--redis: expected an address such as redis://127.0.0.1:6379, got another');
  const { protocol, host, pathname } = new URL(url);
  return `${protocol}//${host}${pathname === '/' ? '' : pathname}`;
}

function refusalOf(place: string, error: Error): Error {
  if (/NOAUTH|WRONGPASS|NOPERM|invalid password/i.test(error.message))
    return new RedisRefused(`${place}: Redis wants another user or password (${error.message})`);
  const { code } = error as NodeJS.ErrnoException;
  const why = code === 'ECONNREFUSED' ? 'connection refused' : error.message || code;
  return new RedisAway(`${place}: no Redis answers (${why}); redis-server --appendonly yes starts one`);
}

/** Waits for the first answer. */
function firstAnswer(client: Redis, place: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const fail = (error: Error) => {
      client.disconnect();
      reject(refusalOf(place, error));
    };
    const timer = setTimeout(() => fail(new Error(`silent for ${FIRST_ANSWER / 1000} s`)), FIRST_ANSWER);
    client.once('error', fail).once('ready', () => {
      clearTimeout(timer);
      client.off('error', fail);
      resolve();
    });
    client.once('error', () => clearTimeout(timer));
  });
}

/**
 * Connects; a connection that is lost later is made again, for as long as the patience lasts.
 * @param watch.say shows a line when Redis goes and when it comes back
 * @throws RedisAway, RedisRefused
 */
export async function openRedis(
  url: string,
  watch: { readonly patienceMs: number; say(text: string): void },
): Promise<RedisLink> {
  const place = placeOf(url);
  const client = new Redis(url, {
    maxRetriesPerRequest: null,
    retryStrategy: pause,
    socketTimeout: SILENCE,
  });
  await firstAnswer(client, place);
  const gone = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const seconds = watch.patienceMs / 1000;
  const giveUp = () => gone.abort(new RedisAway(`${place}: Redis has been away for ${seconds} s`));
  client
    // trouble is told by its end, the close of the connection
    .on('error', () => {})
    .on('close', () => {
      if (timer || client.status === 'end') return;
      watch.say(`${place}: Redis is away; trying again for ${seconds} s`);
      timer = setTimeout(giveUp, watch.patienceMs);
    })
    .on('ready', () => {
      clearTimeout(timer);
      timer = undefined;
      watch.say(`${place}: Redis is back`);
    });
  return {
    ...{ client, place, gone: gone.signal },
    close() {
      client.removeAllListeners('close');
      clearTimeout(timer);
      client.disconnect();
    },
  };
}

/** What is wrong with the settings of a Redis for a queue, a sentence each. */
export async function settingFaults({ client, place }: RedisLink): Promise<string[]> {
  const info = await client.info();
  const of = (name: string) => new RegExp(`^${name}:(\\S+)`, 'm').exec(info)?.[1];
  const policy = of('maxmemory_policy') ?? 'noeviction';
  const faults: string[] = [];
  if (policy !== 'noeviction')
    faults.push(
      `${place}: maxmemory-policy is ${policy}, expected noeviction: full memory would lose shards`,
    );
  if (of('aof_enabled') === '0')
    faults.push(`${place}: appendonly is no, expected yes: a restart of Redis would lose shards`);
  return faults;
}

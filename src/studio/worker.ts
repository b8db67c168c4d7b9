/** The script of a worker of the studio: worlds of a question in chunks, one world with its users, or a game. */
import { serveWeb, type WebScope } from '../pool/web-serve.js';
import { withDigest } from './digest.js';
import { type FromMarket, serveWorld, type ToMarket } from './market/serve.js';
import { makePlayServer, type ToPlayWorker } from './play/jobs.js';

const scope = globalThis as unknown as WebScope & { postMessage(message: FromMarket | object): void };
serveWeb(scope, withDigest);
const chunks = scope.onmessage;
const play = makePlayServer();
type Message = Parameters<NonNullable<typeof chunks>>[0]['data'] | ToMarket | ToPlayWorker;
scope.onmessage = (event: { data: Message }) => {
  const { data } = event;
  if (data.kind === 'world') scope.postMessage(serveWorld(data));
  else if (data.kind === 'play') scope.postMessage(play(data));
  else chunks?.({ data });
};

/** The script of a worker of the studio: worlds of a question in chunks, or one world with its users. */
import { serveWeb, type WebScope } from '../pool/web-serve.js';
import { type FromMarket, serveWorld, type ToMarket } from './market/serve.js';

const scope = globalThis as unknown as WebScope & { postMessage(message: FromMarket): void };
serveWeb(scope);
const chunks = scope.onmessage;
scope.onmessage = (event: { data: Parameters<NonNullable<typeof chunks>>[0]['data'] | ToMarket }) => {
  const { data } = event;
  if (data.kind === 'world') scope.postMessage(serveWorld(data));
  else chunks?.({ data });
};

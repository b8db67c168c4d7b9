/** The script of a worker of the studio. */
import { serveWeb, type WebScope } from '../pool/web-serve.js';

serveWeb(globalThis as unknown as WebScope);

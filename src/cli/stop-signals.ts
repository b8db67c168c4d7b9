/** SIGINT, SIGTERM and SIGHUP: the first asks for a stop that keeps what is finished, a second SIGINT ends at once. */
import { EXIT } from './exits.js';

export interface StopSignals {
  readonly signal: AbortSignal;
  /** Exit code of the signal that came; undefined if none did. */
  code(): number | undefined;
  /** Back to how Node handles signals. */
  release(): void;
}

/** Listens until `release`. */
export function listenForStop(): StopSignals {
  const abort = new AbortController();
  let code: number | undefined;
  const stop = (own: number) => () => {
    if (code === EXIT.interrupted && own === EXIT.interrupted) process.exit(own);
    code ??= own;
    abort.abort();
  };
  const onInterrupt = stop(EXIT.interrupted);
  const onTerminate = stop(EXIT.terminated);
  const onHangUp = stop(EXIT.hungUp);
  process.on('SIGINT', onInterrupt).on('SIGTERM', onTerminate).on('SIGHUP', onHangUp);
  return {
    signal: abort.signal,
    code: () => code,
    release: () =>
      void process.off('SIGINT', onInterrupt).off('SIGTERM', onTerminate).off('SIGHUP', onHangUp),
  };
}

/**
 * The token that the command line puts into the address it prints. It is taken out of the address at once, so that no
 * copied link carries it, and kept for this tab, so that a reload finds the same scenario.
 */

const KEY = 'afterburn-token';

/** The token of the address, if it has one. */
export function takeToken(): string | undefined {
  const token = /^#token=([\w-]+)$/.exec(location.hash)?.[1];
  if (token === undefined) return undefined;
  history.replaceState(null, '', '#gallery');
  try {
    sessionStorage.setItem(KEY, token);
  } catch {
    // a browser that keeps nothing: a reload will begin in the gallery
  }
  return token;
}

/** The token of this tab from before a reload. */
export function keptToken(): string | undefined {
  try {
    return sessionStorage.getItem(KEY) ?? undefined;
  } catch {
    return undefined;
  }
}

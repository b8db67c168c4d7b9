/** Names for narrow places: without what stands in brackets at their end, unless two firms would be called the same. */

/** `Kimi (Moonshot)` -> `Kimi`; a name that is all brackets stays. */
export function shortName(name: string): string {
  return name.replace(/\s*[(（][^()（）]*[)）]$/, '') || name;
}

/** Short names in the order of the names; whole ones where the short ones are alike. */
export function shortNames(names: readonly string[]): string[] {
  const short = names.map(shortName);
  return short.map((name, k) => (short.indexOf(name) === short.lastIndexOf(name) ? name : names[k]));
}

/**
 * Puts foreign texts into every text of a plain result, wherever a page might show it: finds the sinks by trying, so that
 * a new field is not forgotten. Texts that the page needs as they are (kinds, outcomes, months) are left out: a page that
 * cannot be drawn with another text there shows none.
 */
type Path = readonly (string | number)[];

/** A text of a plain value; `kind` is its path with positions and names of firms, arms and inputs left out. */
interface Leaf {
  readonly path: Path;
  readonly kind: string;
}

function leavesOf(value: unknown, path: Path = []): Leaf[] {
  if (typeof value === 'string') {
    const kind = path.map((key, k) =>
      typeof key === 'number' || NAMED.has(String(path[k - 1])) ? '*' : key,
    );
    return [{ path, kind: kind.join('.') }];
  }
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.flatMap((part, k) => leavesOf(part, [...path, k]));
  return Object.entries(value).flatMap(([key, part]) => leavesOf(part, [...path, key]));
}

/** Maps whose keys are names. */
const NAMED = new Set(['firms', 'arms', 'files', 'values', 'names', 'labels']);

function withLeaves<T>(value: T, leaves: readonly Leaf[], text: (leaf: number) => string): T {
  const copy = structuredClone(value);
  for (const [k, { path }] of leaves.entries()) {
    let part = copy as Record<string | number, unknown>;
    for (const key of path.slice(0, -1)) part = part[key] as typeof part;
    part[path.at(-1) as string] = text(k);
  }
  return copy;
}

/** The kinds of leaves of a value in which a page can be drawn with another text. */
export interface Sinks<T> {
  /** Such as `firms.*.name`. */
  readonly kinds: readonly string[];
  /** The value with payload `turn + k` in its k-th leaf. */
  filled(payloads: readonly string[], turn: number): T;
}

/**
 * Finds the texts of a result that a page tolerates to be anything.
 * @param draw makes the page; throws if it cannot
 */
export function sinksOf<T>(value: T, draw: (value: T) => unknown): Sinks<T> {
  const leaves = leavesOf(value);
  const isDrawn = (some: readonly Leaf[]) => {
    try {
      draw(withLeaves(value, some, (k) => `foreign ${k}`));
      return true;
    } catch {
      return false;
    }
  };
  const kinds = [...new Set(leaves.map(({ kind }) => kind))].filter((kind) =>
    isDrawn(leaves.filter((leaf) => leaf.kind === kind)),
  );
  const free = leaves.filter(({ kind }) => kinds.includes(kind));
  return {
    kinds,
    filled: (payloads, turn) => withLeaves(value, free, (k) => payloads[(turn + k) % payloads.length]),
  };
}

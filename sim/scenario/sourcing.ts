/** Rule of `sourced: true`: every number about the world says who says so (tags: `quantity.ts`). */
import { didYouMean } from './nearest.js';
import { parseQuantity, show } from './parse-quantity.js';
import { type Draft, findPlace, placesOf } from './paths.js';
import { overrideLists } from './plan-rules.js';
import type { Quantity } from './quantity.js';
import type { Path, Problem } from './scenario.js';

/** Key of a source within `[P questmobile, p. 3]` or `[S s2:77]`: up to the first space, comma or colon. */
function sourceKey(source: string): string {
  return source.split(/[\s,:]/)[0];
}

/** Numbers without a tag, S and P without a named source, A and C without a reason. */
export function unsourced(scenario: Draft): Problem[] {
  if (!scenario.sourced) return [];
  const known = Object.keys(scenario.sources);
  const given = placesOf(scenario).filter(({ spec, quantity }) => !spec.setting && !quantity.isDefault);
  return [
    ...given.flatMap(({ path, quantity }) => tagProblems(path, quantity, known)),
    ...overrideLists(scenario).flatMap(({ path, overrides }) =>
      overrides.flatMap((override, i) => {
        const place = findPlace(override.path, scenario);
        if (!('spec' in place) || place.spec.setting) return [];
        const quantity = parseQuantity(override.value, place.spec);
        return 'law' in quantity ? tagProblems([...path, i, 'value'], quantity, known) : [];
      }),
    ),
  ];
}

function tagProblems(path: Path, { tag, source, note }: Quantity, known: readonly string[]): Problem[] {
  if (tag === undefined) {
    const hint = 'this scenario is `sourced: true`; write it as `12 [P source]` or `12 [A] why`';
    return [{ path, expected: 'a number with a tag [S], [P], [L], [C] or [A]', received: 'no tag', hint }];
  }
  if (tag === 'S' || tag === 'P') {
    const key = sourceKey(source ?? '');
    if (known.includes(key)) return [];
    const expected = `a key of \`sources\` after ${tag}`;
    return [{ path, expected, received: key === '' ? 'nothing' : show(key), hint: didYouMean(key, known) }];
  }
  if (source || note) return [];
  const missing =
    tag === 'A' ? 'why it is assumed' : tag === 'C' ? 'how it is computed' : 'which textbook says so';
  return [{ path, expected: `a note after [${tag}]: ${missing}`, received: 'nothing' }];
}

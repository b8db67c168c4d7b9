/** What a function asks of its arguments. A RangeError names the argument, what was expected and what came. */

/** @throws RangeError `bootstrap: expected level to be a number in (0, 1), got 95` unless `isTrue` */
export function expectThat(isTrue: boolean, sentence: string, received: unknown): asserts isTrue {
  if (!isTrue) throw new RangeError(`${sentence}, got ${String(received)}`);
}

/** A whole number from `low` to `high`. @param name `bootstrap: expected samples` */
export function expectWhole(value: number, low: number, name: string, high = 2 ** 32): void {
  const bound = high === 2 ** 32 ? `of at least ${low}` : `from ${low} to ${high}`;
  expectThat(
    Number.isInteger(value) && value >= low && value <= high,
    `${name} to be a whole number ${bound}`,
    value,
  );
}

/** A level of confidence such as .95. @param name the function */
export function expectLevel(level: number, name: string): void {
  expectThat(level > 0 && level < 1, `${name}: expected level to be a number between 0 and 1`, level);
}

/**
 * How often V8 ran a place of a script. V8 gives nested ranges of characters with counts (Profiler.FunctionCoverage); the
 * innermost range around a place tells its count.
 */

/** Counts at `offsets` (ascending) of a script's `functions`, one for each. */
export function countsAt(functions, offsets) {
  const ranges = functions
    .flatMap((one) => one.ranges)
    .sort((a, b) => a.startOffset - b.startOffset || b.endOffset - a.endOffset);
  const open = [];
  let next = 0;
  return offsets.map((offset) => {
    while (next < ranges.length && ranges[next].startOffset <= offset) open.push(ranges[next++]);
    while (open.length > 0 && open[open.length - 1].endOffset <= offset) open.pop();
    for (let k = open.length - 1; k >= 0; k--) if (open[k].endOffset > offset) return open[k].count;
    return 0;
  });
}

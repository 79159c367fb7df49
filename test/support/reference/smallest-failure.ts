/**
 * Leaves out items for which `fails` stays true until none can be left out, or `tries` are used up: a minimal
 * reproduction (delta debugging). `fails` must be true for the items given.
 */
export async function smallestFailure<T>(
  items: readonly T[],
  fails: (subset: readonly T[]) => Promise<boolean>,
  tries: number,
): Promise<readonly T[]> {
  let kept = items;
  let left = tries;
  for (let size = Math.ceil(kept.length / 2); size >= 1; size = size > 1 ? Math.ceil(size / 2) : 0) {
    for (let start = 0; start < kept.length && left > 0; left--) {
      const fewer = [...kept.slice(0, start), ...kept.slice(start + size)];
      if (fewer.length > 0 && (await fails(fewer))) kept = fewer;
      else start += size;
    }
  }
  return kept;
}

/** Whether at most one slip leads from one text to the other: a character put in, left out, replaced, or two neighbours swapped. */
export function isOneSlip(one: string, other: string): boolean {
  const shorter = Math.min(one.length, other.length);
  let before = 0;
  while (before < shorter && one[before] === other[before]) before++;
  let after = 0;
  while (after < shorter - before && one[one.length - 1 - after] === other[other.length - 1 - after]) after++;
  const [left, right] = [one.slice(before, one.length - after), other.slice(before, other.length - after)];
  if (left.length <= 1 && right.length <= 1) return true;
  return left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0];
}

/**
 * Jaro–Winkler similarity, 0 to 1: common characters that stand about the same place, with a bonus for a common beginning
 * (Winkler 1990: up to four characters, 0.1 each).
 */
export function jaroWinkler(one: string, other: string): number {
  const jaro = jaroSimilarity(one, other);
  let prefix = 0;
  while (prefix < 4 && prefix < one.length && one[prefix] === other[prefix]) prefix++;
  return jaro + prefix * 0.1 * (1 - jaro);
}

function jaroSimilarity(one: string, other: string): number {
  if (one === other) return one === '' ? 0 : 1;
  const reach = Math.max(0, Math.floor(Math.max(one.length, other.length) / 2) - 1);
  const taken = new Array<boolean>(other.length).fill(false);
  const ofOne: string[] = [];
  for (let at = 0; at < one.length; at++)
    for (let to = Math.max(0, at - reach); to <= Math.min(other.length - 1, at + reach); to++) {
      if (taken[to] || one[at] !== other[to]) continue;
      taken[to] = true;
      ofOne.push(one[at] as string);
      break;
    }
  const common = ofOne.length;
  if (common === 0) return 0;
  const ofOther = [...other].filter((_, at) => taken[at]);
  const swapped = ofOne.filter((character, at) => character !== ofOther[at]).length / 2;
  return (common / one.length + common / other.length + (common - swapped) / common) / 3;
}

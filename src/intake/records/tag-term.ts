/** A tag that holds until an instant. */
export interface TagTerm {
  readonly tag: string;
  readonly until: Date;
}

/** The end of what has none: later than any instant that is asked for. */
export const FOR_GOOD = new Date('9999-12-31T23:59:59.999Z');

const LENGTH = FOR_GOOD.toISOString().length;

/** How a tag with an end is stored: the end, RFC 3339 in UTC, a bar and the tag. As text such terms stand in the order of their ends. */
export function termOf(tag: string, until: Date): string {
  // years beyond four digits would be longer
  return `${(until > FOR_GOOD ? FOR_GOOD : until).toISOString()}|${tag}`;
}

/** Reads what `termOf` wrote. */
export function readTerm(term: string): TagTerm {
  return { tag: term.slice(LENGTH + 1), until: new Date(term.slice(0, LENGTH)) };
}

/** Of a term so many characters are its end, and its tag begins after so many. */
export const termLengths = { until: LENGTH, tag: LENGTH + 1 } as const;

/** The terms as properties of a node, with the last of their ends, by which an index finds whom time moves; null for none. */
export function tagTermProperties(terms: readonly string[]) {
  if (terms.length === 0) return { tagTerms: null, tagsEndAt: null };
  const last = [...terms].sort().at(-1) as string;
  return { tagTerms: terms, tagsEndAt: readTerm(last).until };
}

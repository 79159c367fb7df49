/** An identifier, and when and by whom facts saw it. */
export interface SeenIdentifier {
  readonly key: string;
  readonly kind: string;
  readonly scope: string;
  readonly value: string;
  readonly strength: 'strong' | 'weak';
  firstSeenAt: Date;
  lastSeenAt: Date;
  readonly sources: string[];
  /** Of an earlier owner's: until when, and the key it has otherwise. */
  readonly until?: Date;
  readonly plainKey?: string;
}

/** Notes that a fact named an identifier. */
export function noteSeen(
  identifiers: Map<string, SeenIdentifier>,
  fact: { readonly seenAt: Date; readonly source: string },
  identifier: Omit<SeenIdentifier, 'firstSeenAt' | 'lastSeenAt' | 'sources'>,
): void {
  const { seenAt, source } = fact;
  const seen = identifiers.get(identifier.key);
  if (!seen) {
    identifiers.set(identifier.key, { ...identifier, firstSeenAt: seenAt, lastSeenAt: seenAt, sources: [source] });
    return;
  }
  if (seenAt < seen.firstSeenAt) seen.firstSeenAt = seenAt;
  if (seenAt > seen.lastSeenAt) seen.lastSeenAt = seenAt;
  if (!seen.sources.includes(source)) seen.sources.push(source);
}

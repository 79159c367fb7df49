/** What tells a possible match from all others. */
export interface MatchName {
  /** Key of the shared identifier; empty where the two are alike. */
  readonly via: string;
  /** The facts of either side, as `type:key`. */
  readonly oneFact: string;
  readonly otherFact: string;
}

const PREFIX = 'match_';

/** The id of a possible match: opaque, and the same whenever it is found again. */
export function encodeMatchId({ via, oneFact, otherFact }: MatchName): string {
  return PREFIX + Buffer.from(JSON.stringify([via, oneFact, otherFact]), 'utf8').toString('base64url');
}

/** Reads an id back; null for a text that is none. */
export function decodeMatchId(id: string): MatchName | null {
  if (!id.startsWith(PREFIX)) return null;
  try {
    const parts: unknown = JSON.parse(Buffer.from(id.slice(PREFIX.length), 'base64url').toString('utf8'));
    if (!Array.isArray(parts) || parts.length !== 3 || parts.some((part) => typeof part !== 'string')) return null;
    const [via, oneFact, otherFact] = parts as [string, string, string];
    return { via, oneFact, otherFact };
  } catch {
    return null;
  }
}

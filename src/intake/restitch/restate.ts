import { DomainError } from '../../platform/errors.ts';
import { splitKey } from '../../platform/ids.ts';
import type { Evidence, EvidenceType } from '../identity/evidence.ts';
import type { IdentifierGiven, IdentifierNormaliser, StatedIdentifier } from '../identity/normalise-identifier.ts';
import { keyAt, type Periods, plainKey } from '../identity/owner-periods.ts';
import { readStated, type StatedOnce, writeStated } from '../identity/stated-identifiers.ts';

/** A fact as the graph keeps it, with what it stated. */
export interface StoredStatement extends Omit<Evidence, 'stored' | 'changed'> {
  readonly source: string;
  /** Of an order or event: what `sentKey` made of its identifiers; null: the keys say it. */
  readonly sent: readonly string[] | null;
  /** Of a source record: JSON of what it ever stated. */
  readonly statedIdentifiers: string | null;
}

/** An identifier under the rules at hand, and when the fact had it. */
export interface RestatedIdentifier extends Pick<StatedIdentifier, 'kind' | 'scope' | 'strength'> {
  readonly value: string;
  /** Its key, whoever had it then. */
  readonly plainKey: string;
  readonly at: Date;
}

/** A fact with its identifiers made anew out of what it stated. */
export interface Restatement {
  readonly stored: StoredStatement;
  readonly identifiers: readonly RestatedIdentifier[];
  readonly statedIdentifiers: string | null;
}

/** A fact under the rules at hand, every identifier under the key that it had when the fact was seen. */
export interface SettledFact {
  readonly stored: StoredStatement;
  readonly evidence: Evidence;
  readonly identifiers: ReadonlyMap<string, RestatedIdentifier>;
  readonly statedIdentifiers: string | null;
  /** What became of an identifier is another thing than before, if only in what is said of it. */
  readonly differs: boolean;
}

/** Makes identifiers anew out of what a fact stated. A kind that the rules do not declare identifies nobody. */
export function restate(stored: StoredStatement, normaliser: IdentifierNormaliser): Restatement {
  if (stored.type !== 'customer') {
    const made = sentBy(stored).map((given) => normalise(given, normaliser));
    return { stored, identifiers: made.flatMap((one) => identifierOf(one, stored.seenAt)), statedIdentifiers: null };
  }
  const stated = readStated(stored.statedIdentifiers, stored.seenAt).map(
    (one): [StatedOnce, StatedIdentifier | null] => [
      one,
      normalise({ kind: one.kind, value: one.value, scope: one.sentScope || null }, normaliser),
    ],
  );
  const renewed = stated.map(
    ([one, made]): StatedOnce =>
      made === null
        ? { ...one, normalised: null, status: 'undeclared' }
        : { ...one, scope: made.scope, normalised: made.normalised, status: made.status },
  );
  return {
    stored,
    identifiers: stated.flatMap(([{ at }, made]) => identifierOf(made, at)),
    statedIdentifiers: stored.statedIdentifiers === null ? null : writeStated(renewed, stored.seenAt),
  };
}

/** The identifiers of an order or event as they were sent. */
function sentBy({ sent, strongKeys, weakKeys }: StoredStatement): IdentifierGiven[] {
  return (sent ?? [...strongKeys, ...weakKeys].map(plainKey)).map((key) => {
    const [kind = '', scope = '', value = ''] = splitKey(key);
    return { kind, value, scope: scope || null };
  });
}

function normalise(given: IdentifierGiven, normaliser: IdentifierNormaliser): StatedIdentifier | null {
  try {
    return normaliser.normalise(given);
  } catch (error) {
    if (error instanceof DomainError && error.code === 'UNKNOWN_IDENTIFIER_KIND') return null;
    throw error;
  }
}

function identifierOf(made: StatedIdentifier | null, at: Date): RestatedIdentifier[] {
  if (made === null || made.key === null || made.normalised === null) return [];
  const { kind, scope, strength, normalised, key } = made;
  return [{ kind, scope, strength, value: normalised, plainKey: key, at }];
}

/** Puts the identifiers of a fact into the periods of their owners: a record had each when it first stated it. */
export function settle({ stored, identifiers, statedIdentifiers }: Restatement, periods: Periods): SettledFact {
  const first = new Map<string, RestatedIdentifier>();
  for (const one of identifiers) {
    const before = first.get(one.plainKey);
    if (before === undefined || one.at < before.at) first.set(one.plainKey, one);
  }
  const settled = new Map([...first.values()].map((one) => [keyAt(one.plainKey, one.at, periods), one]));
  const keys = (strength: 'strong' | 'weak') =>
    [...settled].filter(([, one]) => one.strength === strength).map(([key]) => key);
  const [strongKeys, weakKeys] = [keys('strong'), keys('weak')];
  const changed = !sameKeys(strongKeys, stored.strongKeys) || !sameKeys(weakKeys, stored.weakKeys);
  const { source: _, sent: __, statedIdentifiers: before, ...evidence } = stored;
  return {
    stored,
    evidence: { ...evidence, strongKeys, weakKeys, stored: true, changed },
    identifiers: settled,
    statedIdentifiers,
    differs: changed || statedIdentifiers !== before,
  };
}

const sameKeys = (one: readonly string[], other: readonly string[]) =>
  one.length === other.length && one.every((key) => other.includes(key));

/** A fact by its type and key. */
export interface FactName {
  readonly type: EvidenceType;
  readonly key: string;
}

import { splitKey } from '../../../platform/ids.ts';
import { subtractDuration } from '../../../platform/time.ts';

/** What limits joining by the identifiers of one kind. */
export interface LinkLimits {
  /** Kinds of a lower number join first, so that the highest gives way when a limit is met. */
  readonly priority: number;
  /** A customer has at most one value per scope. */
  readonly exclusive: boolean;
  /** No join by this kind gives a customer more values than this; null: any number. */
  readonly maxPerCustomer: number | null;
  /** Count only values seen within so long of each other, ISO 8601 as declared; null: over all time. */
  readonly window: string | null;
  /** The same in milliseconds. */
  readonly windowMs: number | null;
  /** A value that more people than this have joins nobody; null: any number may. */
  readonly sharedAbove: number | null;
}

/** An identifier taken apart, with the limits of its kind. */
export interface LinkKey extends LinkLimits {
  readonly key: string;
  readonly kind: string;
  /** Kind and scope: within it an exclusive value has no other beside it. */
  readonly namespace: string;
}

/** The limits of a kind as a rules file declares them. */
export interface DeclaredLimits {
  readonly priority?: number;
  readonly exclusive?: boolean;
  readonly maxPerCustomer?: number;
  /** ISO 8601. */
  readonly window?: string;
  readonly sharedAbove?: number;
}

/** The limits of a kind; what is not declared does not limit. */
export function readLimits(declared: DeclaredLimits): LinkLimits {
  const { priority = 50, exclusive = false, maxPerCustomer = null, window = null, sharedAbove = null } = declared;
  return {
    priority,
    exclusive,
    maxPerCustomer,
    window,
    windowMs: window === null ? null : SOME_TIME.getTime() - subtractDuration(SOME_TIME, window, 'UTC').getTime(),
    sharedAbove,
  };
}

// A month is as long as the one before this instant: 31 days.
const SOME_TIME = new Date('2000-02-01T00:00:00Z');
const unlimited = readLimits({});

export type ReadLinkKey = (key: string) => LinkKey;

/** Looks up what limits joining by an identifier; each is taken apart once. */
export function createReadLinkKey(rules: {
  readonly kinds: ReadonlyMap<string, { readonly limits: LinkLimits }>;
}): ReadLinkKey {
  const known = new Map<string, LinkKey>();
  return (key) => {
    const found = known.get(key);
    if (found) return found;
    const [kind = '', scope = ''] = splitKey(key);
    const link = { ...unlimited, ...rules.kinds.get(kind)?.limits, key, kind, namespace: `${kind} ${scope}` };
    known.set(key, link);
    return link;
  };
}

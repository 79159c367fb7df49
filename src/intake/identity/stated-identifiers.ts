import { compositeKey } from '../../platform/ids.ts';
import type { StatedIdentifier } from './normalise-identifier.ts';

/** What became of an identifier that was stated; undeclared: the rules no longer know its kind. */
export type StatedStatus = StatedIdentifier['status'] | 'undeclared';

/** An identifier that a source record stated, and when it first did. */
export interface StatedOnce extends Pick<StatedIdentifier, 'kind' | 'scope' | 'sentScope' | 'value' | 'normalised'> {
  readonly status: StatedStatus;
  readonly at: Date;
}

/** The form in which a source record keeps it: what goes without saying is left out. */
interface StatedInRecord {
  readonly kind: string;
  readonly scope: string;
  readonly value: string;
  readonly normalised: string | null;
  readonly status: StatedStatus;
  /** Scope as it was sent, where that is another. */
  readonly sentScope?: string;
  /** When it was first stated, ISO 8601, where that is not when the record's newest version was. */
  readonly at?: string;
}

/** Reads what `writeStated` wrote; `seenAt` is the time of the record's newest version. */
export function readStated(json: string | null, seenAt: Date): StatedOnce[] {
  const kept: StatedInRecord[] = json ? JSON.parse(json) : [];
  return kept.map((one) => ({
    ...one,
    sentScope: one.sentScope ?? one.scope,
    at: one.at === undefined ? seenAt : new Date(one.at),
  }));
}

/** The same in JSON, sorted, so that the order in which versions came has no say. */
export function writeStated(stated: readonly StatedOnce[], seenAt: Date): string {
  const kept = stated.map(({ kind, scope, sentScope, value, normalised, status, at }): [string, StatedInRecord] => [
    JSON.stringify([kind, scope, value, sentScope]),
    {
      kind,
      scope,
      value,
      normalised,
      status,
      ...(sentScope === scope ? {} : { sentScope }),
      ...(at.getTime() === seenAt.getTime() ? {} : { at: at.toISOString() }),
    },
  ]);
  return JSON.stringify(kept.sort(([one], [other]) => (one < other ? -1 : 1)).map(([, entry]) => entry));
}

/** Each as it was sent once, with the earliest time. */
export function mergeStated(stated: readonly StatedOnce[]): StatedOnce[] {
  const merged = new Map<string, StatedOnce>();
  for (const { kind, scope, sentScope, value, normalised, status, at } of stated) {
    const name = JSON.stringify([kind, sentScope, value]);
    const before = merged.get(name);
    if (!before) merged.set(name, { kind, scope, sentScope, value, normalised, status, at });
    else if (at < before.at) merged.set(name, { ...before, at });
  }
  return [...merged.values()];
}

/** The key of the identifier that it became, whoever had that when; null when it became none. */
export const keyOfStated = ({ kind, scope, normalised, status }: StatedOnce): string | null =>
  status === 'accepted' && normalised !== null ? compositeKey(kind, scope, normalised) : null;

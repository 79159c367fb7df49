import { mayMeetLimit } from '../identity/limit-groups.ts';
import { readCustomersOn } from './claim-again.store.ts';
import { isShared, type RestitchRules, type Start, settleAll } from './gather-closure.ts';
import type { SettledFact } from './restate.ts';
import { readCustomersAfter, readSharedAfter } from './scan.store.ts';
import { type Reader, readStatementsAfter } from './statements.store.ts';

/** What is looked through, in this order: facts for other identifiers, then what limits may decide otherwise. */
export const scanSteps = ['customer', 'order', 'event', 'shared', 'customers'] as const;
export type ScanStep = (typeof scanSteps)[number];

/** A page of what is looked through. */
export interface ScannedPage {
  /** What of it may be decided otherwise. */
  readonly start: Start;
  /** Facts whose identifiers are others than the graph has. */
  readonly changed: readonly SettledFact[];
  /** How many were looked at. */
  readonly count: number;
  /** Where the next page begins; null: this was the last one. */
  readonly next: string | null;
}

const PAGE = 2_000;

/**
 * Looks through the next page of a step.
 * @param until the last customer id to be looked at: those made later were stitched under the rules at hand
 */
export async function scanPage(
  reader: Reader,
  step: ScanStep,
  cursor: string,
  until: string,
  rules: RestitchRules,
): Promise<ScannedPage> {
  if (step === 'shared') return scanShared(reader, cursor, rules);
  if (step === 'customers') return scanCustomers(reader, cursor, until, rules);
  const stored = await readStatementsAfter(reader, step, cursor, PAGE);
  const differing = (await settleAll(reader, stored, rules.normaliser)).filter(({ differs }) => differs);
  const owned = differing.flatMap(({ stored: { customer } }) => customer ?? []);
  const facts = differing.filter(({ stored: { customer } }) => customer === null).map(({ evidence }) => evidence);
  return {
    start: { customers: [...new Set(owned)], facts: facts.map(({ type, key }) => ({ type, key })) },
    changed: differing.filter(({ evidence }) => evidence.changed),
    count: stored.length,
    next: stored.length < PAGE ? null : (stored.at(-1)?.key ?? null),
  };
}

/** Those on identifiers that were shared by too many people, and are not any more. */
async function scanShared(reader: Reader, cursor: string, rules: RestitchRules): Promise<ScannedPage> {
  const keys = await readSharedAfter(reader, cursor, PAGE);
  const customers: string[] = [];
  for (const key of keys)
    if (!(await isShared(reader, key, rules))) customers.push(...(await readCustomersOn(reader, key)));
  const next = keys.length < PAGE ? null : (keys.at(-1) ?? null);
  return { start: { customers: [...new Set(customers)], facts: [] }, changed: [], count: 0, next };
}

/** Those of whom limits had a say, or may have one now. */
async function scanCustomers(
  reader: Reader,
  cursor: string,
  until: string,
  rules: RestitchRules,
): Promise<ScannedPage> {
  const found = await readCustomersAfter(reader, cursor, until, PAGE);
  const doubtful = found.filter(
    ({ contested, keys, records }) =>
      contested || mayMeetLimit({ evidence: [], strongKeys: keys, customers: [] }, [{ keys, records }], rules.readKey),
  );
  return {
    start: { customers: doubtful.map(({ id }) => id), facts: [] },
    changed: [],
    count: found.length,
    next: found.length < PAGE ? null : (found.at(-1)?.id ?? null),
  };
}

/** Cuts a start into portions that make transactions of a moderate size. */
export function* portionsOf({ customers, facts }: Start, size: number): Generator<Start> {
  for (let from = 0; from < customers.length; from += size)
    yield { customers: customers.slice(from, from + size), facts: [] };
  for (let from = 0; from < facts.length; from += size) yield { customers: [], facts: facts.slice(from, from + size) };
}

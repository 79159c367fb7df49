import type { IngestService } from '../../intake/ingest.service.ts';
import { pointsKey } from '../../intake/records/prepare-points.ts';
import type { PointsRecord } from '../../platform/generated/schema-types.ts';
import type { Database, Transaction } from '../../platform/neo4j/database.ts';
import { asSent, type Locked, lockCustomer, readAnchor } from '../anchors/anchors.store.ts';
import { untilSettled } from '../anchors/until-settled.ts';
import type { IdentifierQuery } from '../customer360/customers.service.ts';
import type { LoyaltyService } from './loyalty.service.ts';
import { readAccountFacts } from './loyalty.store.ts';
import type { AccountFacts } from './movements.ts';
import { alreadyReversed, checkPoints, insufficient, notFound, notKnown, notOne, reused } from './redemption-errors.ts';
import { noteAnswer, readEntry, type StoredEntry } from './redemptions.store.ts';

/** A redemption that is asked for; exactly one of customer and identifier is given. */
export interface RedeemRequest {
  readonly source: string;
  readonly idempotencyKey: string;
  readonly customer?: string | null | undefined;
  readonly identifier?: IdentifierQuery | null | undefined;
  readonly points: number;
  readonly order?: { readonly source: string; readonly number: string } | null | undefined;
  readonly reason?: string | null | undefined;
}

/** A redemption that is to be taken back. */
export interface ReverseRequest {
  readonly source: string;
  readonly idempotencyKey: string;
  readonly redemption: { readonly source: string; readonly entryId: string };
  readonly reason?: string | null | undefined;
}

/** A redemption that was made. */
export interface Redemption {
  readonly source: string;
  readonly idempotencyKey: string;
  /** Id of the customer. */
  readonly customer: string;
  readonly points: number;
  readonly at: Date;
  /** Right after it, or after it was taken back just now. */
  readonly balance: number;
  readonly reversedAt: Date | null;
}

export interface RedemptionsService {
  /** Takes points if they are there. Errors: see the mutation redeemPoints. */
  redeem(request: RedeemRequest): Promise<Redemption>;
  /** Takes a redemption back. Errors: see the mutation reverseRedemption. */
  reverse(request: ReverseRequest): Promise<Redemption>;
}

export interface RedemptionsDependencies {
  readonly database: Database;
  readonly ingest: Pick<IngestService, 'decide'>;
  readonly loyalty: Pick<LoyaltyService, 'accountAt'>;
  /** Key of the identifier that is meant; null: nobody can have it. */
  readonly keyOf: (identifier: IdentifierQuery) => string | null;
  /** The fewest points that one redemption takes. */
  readonly least: number;
}

export function createRedemptionsService(dependencies: RedemptionsDependencies): RedemptionsService {
  const { database, ingest, loyalty, keyOf, least } = dependencies;

  /** Key of the identifier that the redemption will stay with. */
  async function anchorKey({ customer, identifier }: RedeemRequest): Promise<string> {
    if (identifier) {
      const key = keyOf(identifier);
      if (key === null) throw notFound(`Nobody can have the ${identifier.kind} "${identifier.value}".`);
      return key;
    }
    const anchor = await readAnchor(database.read, customer as string);
    if (anchor === null) throw notFound(`There is no customer ${customer}.`);
    if (anchor.key === null) throw notKnown();
    return anchor.key;
  }

  async function factsIn(transaction: Transaction, id: string): Promise<AccountFacts> {
    const [facts] = await readAccountFacts(transaction.run, [id]);
    if (!facts) throw new Error(`The customer ${id} was locked and is not there.`);
    return facts;
  }
  const balanceOf = (facts: AccountFacts, at: Date) => loyalty.accountAt(facts, at)?.balance ?? 0;

  async function redeem(request: RedeemRequest): Promise<Redemption> {
    const { source, idempotencyKey, points, customer, identifier, order } = request;
    checkPoints(points, least);
    const key = pointsKey(source, idempotencyKey);
    const asked = JSON.stringify([customer ?? null, identifier ? keyOf(identifier) : null, points, order ?? null]);
    const again = (entry: StoredEntry): Redemption => {
      if (entry.request !== asked || entry.customer === null) throw reused(source, idempotencyKey);
      return { ...answerOf(entry), balance: entry.balanceAfter ?? 0, reversedAt: null };
    };
    const earlier = await readEntry(database.read, key);
    if (earlier) return again(earlier);
    const anchor = await anchorKey(request);

    return untilSettled(() =>
      ingest.decide('loyalty.redeem', async (transaction, take, now) => {
        const locked = await lockCustomer(transaction, anchor);
        if (locked === 'moved') return locked;
        const meanwhile = await readEntry(transaction.run, key);
        if (meanwhile) return again(meanwhile);
        if (locked === null) throw notOne();
        const balance = balanceOf(await factsIn(transaction, locked.customer), now);
        if (balance < points) throw insufficient(balance, points);
        await take({ points: { ...recordOf(request, locked, now), kind: 'BURN', points, order } });
        const after = balance - points;
        if (!(await noteAnswer(transaction, { customer: locked.customer, key, request: asked, balance: after })))
          throw notOne();
        return { source, idempotencyKey, points, customer: locked.customer, at: now, balance: after, reversedAt: null };
      }),
    );
  }

  async function reverse(request: ReverseRequest): Promise<Redemption> {
    const { source, idempotencyKey, redemption } = request;
    const [key, burnKey] = [pointsKey(source, idempotencyKey), pointsKey(redemption.source, redemption.entryId)];
    const asked = JSON.stringify([burnKey]);

    return untilSettled(() =>
      ingest.decide('loyalty.reverse', async (transaction, take, now) => {
        const burn = await readEntry(transaction.run, burnKey);
        if (burn?.kind !== 'BURN' || burn.customer === null)
          throw notFound(`There is no redemption "${redemption.entryId}" of ${redemption.source}.`);
        const locked = await lockCustomer(transaction, burn.strongKeys[0] ?? '');
        if (locked === 'moved') return locked;
        const { customer } = burn;
        const done = await readEntry(transaction.run, key);
        if (done?.request === asked) return { ...answerOf(burn), balance: done.balanceAfter ?? 0, reversedAt: done.at };
        if (done) throw reused(source, idempotencyKey);
        if (locked?.customer !== customer) throw notOne();
        const { entries } = await factsIn(transaction, customer);
        if (entries.some((entry) => entry.kind === 'REVERSE' && entry.reverses === burnKey))
          throw alreadyReversed(redemption.source, redemption.entryId);
        await take({ points: { ...recordOf(request, locked, now), kind: 'REVERSE', reverses: redemption } });
        const balance = balanceOf(await factsIn(transaction, customer), now);
        if (!(await noteAnswer(transaction, { customer, key, request: asked, balance }))) throw notOne();
        return { ...answerOf(burn), balance, reversedAt: now };
      }),
    );
  }

  return { redeem, reverse };
}

function answerOf({ source, entryId, points, at, customer }: StoredEntry) {
  return { source, idempotencyKey: entryId, points, at, customer: customer as string };
}

/** What a points record has in common, whatever it does. */
function recordOf(
  { source, idempotencyKey, reason }: RedeemRequest | ReverseRequest,
  { anchor }: Locked,
  now: Date,
): Omit<PointsRecord, 'kind'> {
  const customer = { identifiers: [asSent(anchor)] };
  return { source, entryId: idempotencyKey, occurredAt: now.toISOString(), customer, reason };
}

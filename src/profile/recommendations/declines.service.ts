import type { IngestService } from '../../intake/ingest.service.ts';
import type { Clock } from '../../platform/clock.ts';
import { DomainError } from '../../platform/errors.ts';
import { newId } from '../../platform/ids.ts';
import type { Database, Query } from '../../platform/neo4j/database.ts';
import { asSent, readAnchor } from '../anchors/anchors.store.ts';
import type { IdentifierQuery } from '../customer360/customers.service.ts';
import type { RecommendationRules } from './recommendation-rules.ts';

/** A product that a customer does not want to see, or wants to see again; exactly one of customer and identifier is given. */
export interface DeclineRequest {
  readonly customer?: string | null | undefined;
  readonly identifier?: IdentifierQuery | null | undefined;
  readonly sku: string;
  readonly reason?: string | null | undefined;
  readonly takeBack?: boolean | null | undefined;
}

export interface DeclinesService {
  /** Takes the word in as an event; gives the customer's id. Errors: see the mutation declineRecommendation. */
  decline(request: DeclineRequest): Promise<string>;
}

export interface DeclinesDependencies {
  readonly database: Database;
  readonly clock: Clock;
  readonly ingest: Pick<IngestService, 'ingest'>;
  readonly rules: Pick<RecommendationRules, 'declinedEvents' | 'wantedEvents'>;
  /** Key of the identifier that is meant; null: nobody can have it. */
  readonly keyOf: (identifier: IdentifierQuery) => string | null;
}

const find: Query = {
  name: 'recommendations.findDecliner',
  text: `
OPTIONAL MATCH (product:Product {sku: $sku})
OPTIONAL MATCH (identifier:Identifier {key: $key})-[:IDENTIFIES]->(customer:Customer)
WHERE identifier.strength = 'strong' AND NOT identifier.shared
RETURN product IS NOT NULL AS known, identifier.kind AS kind, identifier.value AS value, identifier.scope AS scope,
  collect(customer.id) AS customers`,
};
interface Found {
  readonly known: boolean;
  readonly kind: string | null;
  readonly value: string;
  readonly scope: string;
  readonly customers: readonly string[];
}

/** What a customer says of a recommendation becomes an event that hangs on an identifier, as all evidence does. */
export function createDeclinesService(dependencies: DeclinesDependencies): DeclinesService {
  const { database, clock, ingest, rules, keyOf } = dependencies;

  async function anchorKey({ customer, identifier }: DeclineRequest): Promise<string | null> {
    if (identifier) return keyOf(identifier);
    const anchor = await readAnchor(database.read, customer as string);
    if (anchor === null) throw notFound(`There is no customer ${customer}.`);
    if (anchor.key === null) throw notKnown();
    return anchor.key;
  }

  return {
    async decline(request) {
      const { sku, reason, takeBack } = request;
      const [name] = takeBack ? rules.wantedEvents : rules.declinedEvents;
      if (name === undefined) throw noWord();
      const [found] = await database.read<Found & Record<string, unknown>>(find, {
        sku,
        key: await anchorKey(request),
      });
      if (!found?.known) throw notFound(`There is no product ${sku}.`);
      const { kind, value, scope, customers } = found;
      const [customer] = customers;
      if (kind === null || customer === undefined || customers.length > 1)
        throw notFound('The identifier does not lead to one customer.');
      const event = { source: 'api', eventId: newId('word'), name, occurredAt: clock.now().toISOString(), sku };
      const who = { identifiers: [asSent({ kind, value, scope })] };
      await ingest.ingest([{ event: { ...event, customer: who, ...(reason != null && { properties: { reason } }) } }]);
      return customer;
    },
  };
}

const notFound = (message: string) => new DomainError('NOT_FOUND', message);
const notKnown = () =>
  new DomainError(
    'CUSTOMER_NOT_KNOWN',
    'The customer has no strong identifier of their own, so nobody can tell later whose word it is. Take in an event with what is known of them.',
  );
const noWord = () =>
  new DomainError(
    'BAD_USER_INPUT',
    'The recommendation rules name no event for that: see declinedEvents and wantedEvents.',
    {
      argument: 'takeBack',
    },
  );

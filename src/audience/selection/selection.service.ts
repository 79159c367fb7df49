import { type OrderRow, orderFromNode } from '../../catalogue/orders/order-row.ts';
import { type ProductRow, productFromNode } from '../../catalogue/products/product-row.ts';
import { type StaffRow, staffFromNode } from '../../catalogue/staff/staff-row.ts';
import { type StoreRow, storeFromNode } from '../../catalogue/stores/store-row.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Database, Row } from '../../platform/neo4j/database.ts';
import { type CustomerRow, customerFromNode } from '../../profile/customer360/customer-row.ts';
import type { PossibleMatchRow } from '../../profile/identity/possible-match.ts';
import type { Rule, Scope } from '../rules/index.ts';
import type { CompileSelection } from './compile-selection.ts';
import type { Connection } from './connection.ts';
import type { CustomerParts } from './customer-parts.ts';
import { type CustomerWithParts, customersWithParts } from './customers-with-parts.ts';
import { type OrderBy, orderingOf, type Sortable } from './ordering.ts';
import { customersSortable, ordersSortable, productsSortable, staffSortable, storesSortable } from './orderings.ts';
import { pagesOfOrders } from './orders-of-customers.ts';
import type { PageArguments } from './page.ts';
import { type MatchesArguments, pageOfPossibleMatches } from './possible-matches.ts';
import { type ReadArguments, readPage } from './read-page.ts';
import { countOf } from './read-range.ts';
import { isEveryone, readSelection, type SelectionInput, sourceOf } from './read-selection.ts';

/** Paging arguments, with the sort keys of lists that have any. */
export interface ListArguments extends ReadArguments {
  readonly orderBy?: readonly OrderBy[] | null;
}

/** The instant from which `within` and the lifecycle stage are reckoned; missing means now. */
export interface AsOf {
  readonly asOf?: Date | null;
}

/** Filtered, ordered pages of everything that can be listed. Errors: BAD_USER_INPUT, INVALID_RULE, INVALID_CURSOR. */
export interface SelectionService {
  customers(input: SelectionInput & AsOf & ListArguments): Promise<Connection<CustomerRow>>;
  /** The customers that an already read rule selects; `filter` or `rule` is then only what errors point into. */
  customersOf(rule: Rule, input?: SelectionInput & AsOf & ListArguments): Promise<Connection<CustomerRow>>;
  /** How many customers a filter or rule selects. */
  countCustomers(input: SelectionInput & AsOf): Promise<number>;
  /** All customers that a rule selects, by id, with flat memory however many there are. */
  streamCustomersOf(rule: Rule, input?: SelectionInput & AsOf, signal?: AbortSignal): AsyncIterable<CustomerRow>;
  orders(input: SelectionInput & AsOf & ReadArguments): Promise<Connection<OrderRow>>;
  /** The same page of each customer's orders: one statement however many customers. Every id asked for has an entry. */
  ordersOfCustomers(
    customerIds: readonly string[],
    input?: { readonly filter?: unknown } & AsOf & PageArguments,
  ): Promise<ReadonlyMap<string, Connection<OrderRow>>>;
  /** Customers by id, with parts of them, in one statement; null for an id that leads nowhere. */
  customersWithParts(ids: readonly string[], parts: CustomerParts): Promise<(CustomerWithParts | null)[]>;
  /** Pairs of customers who may be one person: the likeliest first, then those that limits or decisions keep apart. */
  possibleMatches(input: MatchesArguments): Promise<Connection<PossibleMatchRow>>;
  stores(input: SelectionInput & AsOf & ListArguments): Promise<Connection<StoreRow>>;
  staffMembers(input: SelectionInput & AsOf & ReadArguments): Promise<Connection<StaffRow>>;
  products(input: SelectionInput & AsOf & ReadArguments): Promise<Connection<ProductRow>>;
}

/** What the selection service stands on. */
export interface SelectionDependencies {
  readonly database: Database;
  readonly clock: Clock;
  readonly timeZone: string;
  readonly compile: CompileSelection;
  /** Compares what changed, before possible matches are read. */
  readonly compareChanged: () => Promise<void>;
}

export function createSelectionService({
  database,
  clock,
  timeZone,
  compile,
  compareChanged,
}: SelectionDependencies): SelectionService {
  const sourceFor = async (name: string, rule: Rule, scope: Scope, input: SelectionInput & AsOf, keysIn?: string) => ({
    name,
    select: await compile.prepare(rule, { scope, asOf: input.asOf ?? clock.now(), source: sourceOf(input), keysIn }),
  });

  const list = async <T>(
    sortable: Sortable,
    scope: Scope,
    rule: Rule,
    input: SelectionInput & AsOf & ListArguments,
    parse: (node: Row) => T,
  ): Promise<Connection<T>> => {
    const ordering = orderingOf(sortable, input.orderBy);
    return readPage(database, await sourceFor(sortable.list, rule, scope, input), ordering, input, parse);
  };

  const read = (input: SelectionInput, scope: Scope) => readSelection(input, scope, timeZone);

  const customersOf = (rule: Rule, input: SelectionInput & AsOf & ListArguments = {}) =>
    list(customersSortable, 'customer', rule, input, customerFromNode);

  return {
    customers: async (input) => customersOf(read(input, 'customer'), input),
    customersOf,
    countCustomers: async (input) =>
      countOf(database, await sourceFor('customers', read(input, 'customer'), 'customer', input)),
    async *streamCustomersOf(rule, input = {}, signal) {
      const source = await sourceFor('customers', rule, 'customer', input);
      const { text, parameters } = source.select({ predicates: ['node.id IS NOT NULL'], parameters: {} });
      const query = { name: 'customers.stream', text: `${text}\nRETURN node ORDER BY node.id` };
      for await (const row of database.stream<{ node: Row }>(query, parameters, signal && { signal })) {
        yield customerFromNode(row.node);
      }
    },
    orders: async (input) =>
      list(ordersSortable, 'order', read(input, 'order'), { ...input, orderBy: null }, orderFromNode),
    ordersOfCustomers: async (customerIds, input = {}) => {
      const rule = read(input, 'order');
      const filtered = isEveryone(rule)
        ? null
        : await sourceFor('ordersOfCustomers', rule, 'order', input, 'placedKeys');
      const orders = { customerIds: [...new Set(customerIds)], filtered };
      return pagesOfOrders(database, orders, orderingOf(ordersSortable, null), input);
    },
    customersWithParts: (ids, parts) => customersWithParts(database, ids, parts, orderingOf(ordersSortable, null)),
    possibleMatches: async (input) => {
      await compareChanged();
      return pageOfPossibleMatches(database, input);
    },
    stores: async (input) => list(storesSortable, 'store', read(input, 'store'), input, storeFromNode),
    staffMembers: async (input) =>
      list(staffSortable, 'staff', read(input, 'staff'), { ...input, orderBy: null }, staffFromNode),
    products: async (input) =>
      list(productsSortable, 'product', read(input, 'product'), { ...input, orderBy: null }, productFromNode),
  };
}

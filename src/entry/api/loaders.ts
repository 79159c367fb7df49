import type { Application } from '../../application.ts';
import type { SegmentRow } from '../../audience/segments/segment-row.ts';
import type { VersionPage } from '../../audience/segments/versions/versions-of.ts';
import type { Connection } from '../../audience/selection/connection.ts';
import type { PageArguments } from '../../audience/selection/page.ts';
import type { TaggedRow } from '../../audience/tags/rule-tags.ts';
import type { OrderRow } from '../../catalogue/orders/order-row.ts';
import type { ReportArguments } from '../../profile/sales/sales.service.ts';
import type { TagKind } from '../../profile/tags/tag-definition.ts';
import { batch, batchByArguments } from './batch.ts';

/** What is asked of the orders of each customer. */
export interface OrdersArguments extends PageArguments {
  readonly filter?: unknown;
  readonly asOf: Date;
}

/** An object as loaders of tags take it. */
export const tagged = (key: string, { tags, tagTerms }: Pick<TaggedRow, 'tags' | 'tagTerms'>): TaggedRow => ({
  key,
  tags,
  tagTerms,
});

/** The loaders of one request: calls of the same tick become one call of a service, and nothing is read twice. */
export type Loaders = ReturnType<typeof createLoaders>;

/** New loaders, empty. `now`: the instant of the request. */
export function createLoaders(application: Application, now: Date) {
  const { customers, value, loyalty, people, identity, orders, stores, staff, products, segments, selection } =
    application;
  const keyOf = ({ key }: TaggedRow) => key;
  const tagsOf = (kind: TagKind) => batch((rows: readonly TaggedRow[]) => application.tagsOf(kind, rows, now), keyOf);
  const originsOf = (kind: Exclude<TagKind, 'CUSTOMER'>) =>
    batch((rows: readonly TaggedRow[]) => application.tagOrigins.ofObjects(kind, rows, now), keyOf);
  return {
    customer: batch(customers.customersById),
    customerWithParts: batchByArguments(selection.customersWithParts),
    habitsOfCustomer: batch(application.habitsOf),
    tagsOfCustomer: tagsOf('CUSTOMER'),
    inferredTagsOfCustomer: batch(
      (rows: readonly TaggedRow[]) => application.tagsOf('CUSTOMER', rows, now, true),
      keyOf,
    ),
    tagsOfStore: tagsOf('STORE'),
    tagsOfStaff: tagsOf('STAFF'),
    tagsOfProduct: tagsOf('PRODUCT'),
    tagOriginsOfCustomer: batch((ids: readonly string[]) => application.tagOrigins.ofCustomers(ids, now)),
    tagOriginsOfStore: originsOf('STORE'),
    tagOriginsOfStaff: originsOf('STAFF'),
    tagOriginsOfProduct: originsOf('PRODUCT'),
    identifiersOfCustomer: batch(customers.identifiersOf),
    devicesOfCustomer: batch(customers.devicesOf),
    recordsOfCustomer: batch(customers.recordsOf),
    attributesOfCustomer: batch(customers.attributesOf),
    mergedFromOfCustomer: batch(customers.mergedFromOf),
    possibleMatchesOfCustomer: batch(identity.possibleMatchesOf),
    historyOfCustomer: batch(identity.historiesOf),
    explainedIdentity: batch(identity.explainIdentities),
    explainedPair: batch(identity.explainPairs, (pair) => JSON.stringify(pair)),
    lifecycleOfCustomer: batch((ids: readonly string[]) => application.lifecycle.historiesOf(ids, now)),
    reportOfStore: batchByArguments((codes: readonly string[], period: ReportArguments) =>
      application.sales.reportsOf('store', codes, period),
    ),
    reportOfStaff: batchByArguments((codes: readonly string[], period: ReportArguments) =>
      application.sales.reportsOf('staff', codes, period),
    ),
    timelineOfCustomer: batchByArguments(application.timeline.pagesOf),
    consentsOfCustomer: batch((ids: readonly string[]) => application.moments.consentsOf(ids, now)),
    reviewsOfCustomer: batch(application.moments.reviewsOf),
    questionsOfCustomer: batch(application.moments.questionsOf),
    goldenHoursOfCustomer: batch((ids: readonly string[]) => application.moments.goldenHoursOf(ids, now)),
    valueOfCustomer: batch(value.valuesOf),
    householdOfCustomer: batch(people.householdsOf),
    referredByOfCustomer: batch(people.referredBy),
    referralsOfCustomer: batchByArguments((ids, first: number) => people.referralsOf(ids, first)),
    neighboursOfCustomer: batchByArguments(people.neighboursOf),
    loyaltyOfCustomer: batch(loyalty.accountsOf),
    device: batch(customers.devicesById),
    order: batch(orders.ordersByKey),
    linesOfOrder: batch(orders.linesOfOrders),
    customerIdOfOrder: batch(orders.customerIdsOfOrders),
    ordersOfCustomer: batchByArguments(
      async (ids, args: OrdersArguments): Promise<Connection<OrderRow>[]> =>
        pick(ids, await selection.ordersOfCustomers(ids, args)),
    ),
    store: batch(stores.storesByCode),
    revenueOfStore: batchByArguments(stores.storeRevenue),
    staff: batch(staff.staffByCode),
    storeOfStaff: batch(staff.storeOfStaff),
    managerOfStaff: batch(staff.managerOfStaff),
    product: batch(products.productsBySku),
    recommendationsOfCustomer: batchByArguments(application.recommendations.recommendationsOf),
    boughtWithProduct: batchByArguments(application.recommendations.boughtWith),
    segment: batch(segments.byIds),
    versionsOfSegment: batchByArguments(async (ids: readonly string[], page: VersionPage) =>
      pick(ids, await segments.versionsOf(ids, page)),
    ),
    segmentHistoryOfCustomer: batch(async (ids: readonly string[]) =>
      pick(ids, await application.segmentHistory.ofCustomers(ids)),
    ),
    usersOfSegment: batch(async (ids: readonly string[]) => pick(ids, await segments.usersOf(ids))),
    segmentsOfCustomer: batch(async (ids: readonly string[]) =>
      pick(ids, await segments.segmentsOfCustomers(ids, now)),
    ),
    sizeOfSegment: batch(
      async (rows: readonly SegmentRow[]) => {
        const sizes = await segments.sizes(rows, now);
        return pick(
          rows.map((row) => row.id),
          sizes,
        );
      },
      (row) => row.id,
    ),
  };
}

/** What a service gave for each key; a missing one is a fault of that service. */
function pick<Value>(keys: readonly string[], found: ReadonlyMap<string, Value>): Value[] {
  return keys.map((key) => {
    const value = found.get(key);
    if (value === undefined) throw new Error(`A batch gave nothing for ${key}.`);
    return value;
  });
}

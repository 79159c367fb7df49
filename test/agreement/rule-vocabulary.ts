import type { Vocabulary } from '../../src/audience/rules/testing/vocabulary.ts';
import { vocabulary } from '../support/reference/vocabulary.ts';
import type { World } from '../support/reference/world.ts';
import { nastyDates, nastyDurations } from '../support/reference/world-instants.ts';

/** What rules may speak of so that they hit what a world holds, edges included. `ids`: of its customers. */
export function ruleVocabulary(world: World, ids: readonly string[], segments: readonly string[]): Vocabulary {
  const orders = [...world.orders.values()];
  const lines = orders.flatMap((order) => order.lines);
  const { persons } = world;
  const instants = (dates: readonly (Date | null)[]): string[] => [
    ...dates.flatMap((date) => (date ? [date.toISOString()] : [])),
    ...nastyDates.map((date) => new Date(`${date}T00:00:00+08:00`).toISOString()),
    world.settings.now.toISOString(),
  ];
  return {
    segments,
    durations: nastyDurations,
    measures: {
      count: ['0', '1', '2', '3', '5'],
      quantity: ['0', '1', '3', '4'],
      total: ['0', ...decimals(orders.map(({ net }) => net))],
      sum: ['0', '1', '3', ...decimals(lines.map(({ total }) => total))],
      average: ['1', '2', '2.5', ...decimals(lines.map(({ total }) => total))],
      minimum: ['1', '2', ...decimals(lines.map(({ total }) => total))],
      maximum: ['1', '4', ...decimals(lines.map(({ total }) => total))],
      distinct: ['0', '1', '2', '3'],
      share: ['0', '25', '33.3', '50', '100'],
    },
    values: {
      'customer.id': ids,
      'customer.displayName': texts(vocabulary.names),
      'customer.city': texts(vocabulary.cities),
      'customer.province': texts(vocabulary.provinces),
      'customer.country': texts(vocabulary.countries),
      'customer.birthDate': [...vocabulary.birthDates, '1992-03-01'],
      'customer.language': texts(vocabulary.languages),
      'customer.tags': tags,
      'customer.purchaseCount': [0, 1, 2, 3, 5],
      'customer.totalSpent': decimals(persons.map(({ totalSpent }) => totalSpent)),
      'customer.averagePurchaseValue': decimals(
        persons.flatMap(({ averagePurchaseValue }) => averagePurchaseValue ?? []),
      ),
      'customer.firstPurchaseAt': instants(persons.map(({ firstPurchaseAt }) => firstPurchaseAt)),
      'customer.lastPurchaseAt': instants(persons.map(({ lastPurchaseAt }) => lastPurchaseAt)),
      'customer.lastSeenAt': instants(persons.map(({ lastSeenAt }) => lastSeenAt)),
      'customer.createdAt': instants([new Date(world.settings.now.getTime() - 1)]),
      'customer.promotionShare': shares,
      'customer.discountShare': shares,
      'customer.priceSensitivity': [...shares, '20.65493', '34.2'],
      'customer.returnRate': shares,
      'customer.averageRating': ['1', '4'],
      'customer.seasonShare': shares,
      'customer.preferredHour': [0, 8, 20, 23],
      'customer.sharesOpened': [0, 1, 2, 4],
      'customer.reviewReads': [0, 1, 2],
      'customer.preferredChannel': texts(vocabulary.channels),
      'customer.preferredStore': [...vocabulary.storeCodes],
      'customer.preferredCategory': texts(vocabulary.categories.flat()),
      'order.source': texts(vocabulary.sources),
      'order.number': orders.map(({ number }) => number),
      'order.placedAt': instants(orders.map(({ placedAt }) => placedAt)),
      'order.channel': texts(vocabulary.channels),
      'order.promotion': texts(vocabulary.promotions),
      'order.total': decimals(orders.map(({ total }) => total)),
      'order.netTotal': decimals(orders.map(({ net }) => net)),
      'line.total': decimals(lines.map(({ total }) => total)),
      'line.quantity': [1, 2, 4],
      'line.unitPrice': decimals(orders.flatMap(({ lines }) => lines.map(({ unitPrice }) => unitPrice))),
      'product.sku': [...vocabulary.skus],
      'product.name': texts(vocabulary.names),
      'product.category': texts(vocabulary.categories.flat()),
      'product.brand': texts(vocabulary.brands),
      'product.price': ['399', '99.99', '1000'],
      'product.tags': tags,
      'store.code': [...vocabulary.storeCodes],
      'store.name': texts(vocabulary.names),
      'store.format': texts(vocabulary.formats),
      'store.city': texts(vocabulary.cities),
      'store.province': texts(vocabulary.provinces),
      'store.region': texts(vocabulary.regions),
      'store.tags': tags,
      'staff.code': [...vocabulary.staffCodes],
      'staff.name': texts(vocabulary.names),
      'staff.title': texts(vocabulary.titles),
      'staff.tags': tags,
      'event.source': texts(vocabulary.sources),
      'event.name': texts([...vocabulary.eventNames, 'share', 'review', 'review_read']),
      'event.occurredAt': instants([...world.events.values()].map(({ occurredAt }) => occurredAt)),
      'event.channel': texts(vocabulary.channels),
      'identifier.kind': [
        'phone',
        'email',
        'member_number',
        'wechat_unionid',
        'tmall_id',
        'device_id',
        'cookie',
        'Phone',
      ],
      'identifier.scope': texts(vocabulary.scopes),
      'device.platform': texts(vocabulary.platforms),
      'device.model': texts(vocabulary.models),
    },
  };
}

const shares = ['0', '25', '33.3', '50', '66.7', '75', '100'];
const tags = vocabulary.tags.map((tag) => tag.normalize('NFKC'));

/** The texts, and pieces of them in another case, for those operators that search. */
function texts(values: readonly string[]): string[] {
  const whole = values.map((value) => value.normalize('NFKC'));
  return [
    ...whole,
    ...whole.map((value) => value.slice(0, 2).toUpperCase()),
    ...whole.map((value) => value.slice(1, 4).toLowerCase()),
  ];
}

/** Decimal text as rules write it, without zeros at the end. */
function decimals(amounts: readonly { toFixed(): string }[]): string[] {
  return [...new Set(amounts.map((amount) => amount.toFixed()))];
}

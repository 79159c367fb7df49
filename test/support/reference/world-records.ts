import type { Dice } from './dice.ts';
import type {
  CustomerFact,
  CustomerRefJson,
  EventFact,
  IdentifierJson,
  OrderFact,
  ProfileJson,
  RecordJson,
} from './record-input.ts';
import { vocabulary } from './vocabulary.ts';
import { maybe } from './world-catalogue.ts';
import { instant, spell } from './world-instants.ts';
import { junk, respell, type Somebody } from './world-people.ts';

/** What was observed of whom, in which order the generator came to it. */
export interface Diary {
  readonly dice: Dice;
  readonly records: RecordJson[];
  /** Numbers facts, so that keys and instants of observation are unique. */
  count: number;
}

/** Customer records, orders and events of one person. */
export function writeDown(person: Somebody, diary: Diary): void {
  const { dice, records } = diary;
  const own: { source: string; recordId: string }[] = [];
  for (let left = dice.number(0, 3); left > 0; left--) {
    const key = { source: dice.pick(vocabulary.sources), recordId: `r-${++diary.count}` };
    own.push(key);
    for (let versions = dice.pick([1, 1, 1, 2, 3]); versions > 0; versions--)
      records.push({ customer: customer(key, person, diary) });
  }
  for (let left = dice.pick([0, 0, 1, 1, 2, 3, 6]); left > 0; left--) {
    records.push(...orderVersions(reference(person, own, diary), diary).map((order) => ({ order })));
  }
  for (let left = dice.number(0, 3); left > 0; left--) records.push({ event: event(person, own, diary) });
}

function customer(key: { source: string; recordId: string }, person: Somebody, diary: Diary): CustomerFact {
  const { dice } = diary;
  // seconds that nobody else has: of two records that are equally new none is the newest
  const observed = Date.parse('2025-01-01T00:00:00Z') + dice.number(0, 560) * 86_400_000 + ++diary.count * 1000;
  return {
    ...key,
    observedAt: spell(observed, dice),
    ...maybe(dice, { provenance: dice.pick(['FIRST_PARTY', 'SECOND_PARTY', 'THIRD_PARTY'] as const) }, 0.3),
    identifiers: stated(person, dice),
    ...maybe(dice, { profile: profile(diary) }),
    ...maybe(dice, { tags: dice.some(vocabulary.tags, 0.3) }),
  };
}

function profile({ dice, count }: Diary): ProfileJson {
  return {
    ...maybe(dice, names(dice), 0.6),
    ...maybe(dice, { gender: dice.pick(vocabulary.genders) as 'FEMALE' }, 0.5),
    ...maybe(dice, { birthDate: dice.pick(vocabulary.birthDates) }, 0.5),
    ...maybe(dice, { language: dice.pick(vocabulary.languages) }, 0.5),
    ...maybe(dice, { address: withLine(address(dice), count) }, 0.6),
  };
}

/** Always with a name to show: how one is made of the others is left open. */
function names(dice: Dice): ProfileJson {
  return {
    displayName: dice.pick(vocabulary.names),
    ...maybe(dice, { givenName: dice.pick(vocabulary.names) }, 0.4),
    ...maybe(dice, { familyName: dice.pick(vocabulary.names) }, 0.4),
  };
}

function address(dice: Dice): ProfileJson['address'] {
  return {
    ...maybe(dice, { city: dice.pick(vocabulary.cities) }),
    ...maybe(dice, { province: dice.pick(vocabulary.provinces) }),
    ...maybe(dice, { country: dice.pick(vocabulary.countries) }),
  };
}

/** Only where there is a city, so that what is stated of an address stays the same whether lines are told or not. */
function withLine(address: ProfileJson['address'], count: number): ProfileJson['address'] {
  return address?.city === undefined || count % 4 === 0
    ? address
    : { ...address, line: vocabulary.addressLines[count % vocabulary.addressLines.length] as string };
}

function stated(person: Somebody, dice: Dice): IdentifierJson[] {
  const identifiers = [...dice.some(person.strong, 0.6), ...dice.some(person.weak, 0.3)].map((one) =>
    respell(one, dice),
  );
  return dice.chance(0.15) ? [...identifiers, junk(dice)] : identifiers;
}

/** Whose an order or event is said to be: mostly one identifier, sometimes a record, a device only, or nothing usable. */
function reference(
  person: Somebody,
  own: readonly { source: string; recordId: string }[],
  { dice }: Diary,
): CustomerRefJson {
  const kind = dice.number(1, 20);
  if (kind <= 3 && own.length > 0) return { record: dice.pick(own) };
  if (kind === 4) return { record: { source: 'web', recordId: `unseen-${dice.number(1, 4)}` } };
  if (kind === 5) return { identifiers: [junk(dice)] };
  if (kind <= 8 && person.weak.length > 0) return { identifiers: person.weak.map((one) => respell(one, dice)) };
  if (kind <= 10)
    return { identifiers: [...dice.some(person.strong, 0.6), ...dice.some(person.weak, 0.6), junk(dice)] };
  return { identifiers: [respell(dice.pick(person.strong), dice)] };
}

function orderVersions(customerRef: CustomerRefJson, diary: Diary): OrderFact[] {
  const { dice } = diary;
  const key = { source: dice.pick(vocabulary.sources), number: `o-${++diary.count}` };
  const placedAt = instant(dice);
  const versions = [order(key, placedAt, customerRef, dice)];
  if (dice.chance(0.25)) {
    const updatedAt = new Date(Date.parse(placedAt) + dice.number(1, 500) * 1000).toISOString();
    versions.push({ ...order(key, placedAt, customerRef, dice), updatedAt });
  }
  return versions;
}

function order(
  key: { source: string; number: string },
  placedAt: string,
  customerRef: CustomerRefJson,
  dice: Dice,
): OrderFact {
  const currency = dice.pick(['CNY', 'CNY', 'CNY', 'CNY', 'USD', 'JPY']);
  const price = (): string => dice.pick(currency === 'JPY' ? ['1', '12345'] : vocabulary.prices);
  return {
    ...key,
    placedAt,
    currency,
    customer: customerRef,
    ...maybe(dice, {
      status: dice.pick(['PENDING', 'PAID', 'PAID', 'PAID', 'PARTIALLY_REFUNDED', 'REFUNDED', 'CANCELLED'] as const),
    }),
    ...maybe(dice, { channel: dice.pick(vocabulary.channels) }),
    ...maybe(dice, { promotion: dice.pick(vocabulary.promotions) }, 0.5),
    ...maybe(dice, { store: dice.pick(vocabulary.storeCodes) }),
    ...maybe(dice, { staff: dice.pick(vocabulary.staffCodes) }, 0.5),
    lines: Array.from({ length: dice.pick([1, 1, 2, 3]) }, () => ({
      sku: dice.pick(vocabulary.skus),
      quantity: dice.number(1, 4),
      unitPrice: price(),
      ...maybe(dice, { discount: currency === 'JPY' ? '1' : '0.01' }, 0.2),
    })),
    ...maybe(dice, { total: currency === 'JPY' ? '777' : '1234.56' }, 0.1),
    ...maybe(dice, { refunded: currency === 'JPY' ? '1' : '0.01' }, 0.2),
  };
}

function event(person: Somebody, own: readonly { source: string; recordId: string }[], diary: Diary): EventFact {
  const { dice } = diary;
  const mine = person.weak.find(({ kind }) => kind === 'device_id');
  const deviceId = dice.chance(0.8) && mine ? mine.value : `d-lost-${dice.number(1, 5)}`;
  const told: EventFact = {
    source: dice.pick(vocabulary.sources),
    eventId: `e-${++diary.count}`,
    name: dice.pick(vocabulary.eventNames),
    occurredAt: instant(dice),
    customer: reference(person, own, diary),
    ...maybe(dice, { device: device(deviceId) }, 0.5),
    ...maybe(dice, { channel: dice.pick(vocabulary.channels) }),
    ...maybe(dice, { store: dice.pick(vocabulary.storeCodes) }, 0.5),
    ...maybe(dice, { sku: dice.pick(vocabulary.skus) }, 0.5),
  };
  return { ...told, ...referral(diary.count) };
}

/** Shares that others open, reviews that others read, and who invited whom, also those whom nobody knows. */
function referral(count: number): Partial<EventFact> {
  const shareId = `S-${count % 5}`;
  switch (count % 6) {
    case 0:
      return { name: 'share', properties: { shareId } };
    case 1:
    case 2:
      return { properties: { shareId } };
    case 3:
      return { properties: { invitedBy: { kind: 'phone', value: `138 1234 ${2000 + (count % 25)}` } } };
    case 4:
      return { name: 'review', source: REVIEWS };
    default:
      return reading(count);
  }
}

const REVIEWS = vocabulary.sources[0];

/** Somebody reads a review that was told just before, or later, if it is one; it may be their own. */
function reading(count: number): Partial<EventFact> {
  const reviewId = `e-${count - 1 + 6 * ((count % 5) - 2)}`;
  if (count % 4 === 1) return { name: 'review_helpful', source: REVIEWS, properties: { reviewId } };
  return { name: 'review_read', properties: { reviewId, reviewSource: REVIEWS } };
}

/** A device says the same of itself every time; some say nothing. */
function device(deviceId: string): NonNullable<EventFact['device']> {
  const turn = [...deviceId].reduce((sum, letter) => sum + letter.charCodeAt(0), 0);
  const platform = vocabulary.platforms[turn % 4];
  const model = vocabulary.models[turn % 3];
  return { deviceId, ...(platform ? { platform } : {}), ...(model ? { model } : {}) };
}

import { formatInstant } from './calendar.ts';
import { drawVisitedShop, type Sale } from './orders.ts';
import type { Person } from './people.ts';
import { presenceOf } from './presence.ts';
import { articles, drawArticle } from './products.ts';
import type { Random } from './random.ts';
import { referTo, type Sighting } from './sightings.ts';
import type { DemoCustomerRef, DemoEvent, Source } from './types.ts';
import { scopes, type World } from './world.ts';

const minute = 60_000;
const day = 86_400_000;
const phoneModels = {
  ios: ['iPhone 13', 'iPhone 14 Pro', 'iPhone 15', 'iPhone SE'],
  android: ['Mate 60', 'Mi 14', 'Find X7', 'Reno 11', 'Magic 6'],
} as const;

/** Everything a person's events are made from. `done` collects them. */
interface Trail {
  random: Random;
  world: World;
  person: Person;
  sightings: ReadonlyMap<Source, Sighting>;
  sales: readonly Sale[];
  done: DemoEvent[];
}

type EventFacts = Omit<DemoEvent, 'eventId' | 'occurredAt'>;

function add(trail: Trail, at: number, { source, name, ...facts }: EventFacts): void {
  const { calendar, personalCode } = trail.world;
  if (at > calendar.until) return; // not yet
  const occurredAt = formatInstant(at);
  const eventId = `${personalCode(trail.person.index)}-${trail.done.length + 1}`;
  trail.done.push({ source, eventId, name, occurredAt, ...facts });
}

function ownDevice({ person }: Trail): NonNullable<DemoEvent['device']> {
  const models = phoneModels[person.platform];
  return { deviceId: person.deviceId, platform: person.platform, model: models[person.index % models.length] };
}

/** At the counter: scans the code, follows; on the shop's tablet or their own phone, sometimes by a friend's link. */
function addFollowing(trail: Trail): void {
  const { random, person } = trail;
  const sighting = trail.sightings.get('wechat');
  if (!sighting) return;
  const atShop = person.counter?.shop ?? null;
  const tablet = person.counter?.tablet ?? null;
  const device = tablet === null ? ownDevice(trail) : { deviceId: tablet, platform: 'android', model: 'Tab S9' };
  const followedAt = sighting.observedAt;
  if (atShop) {
    add(trail, followedAt - minute, {
      source: 'wechat',
      name: 'scan_qr',
      channel: 'store',
      store: atShop.code,
      customer: referTo(random, sighting),
      device,
    });
  }
  const inviter = drawInviter(trail);
  add(trail, followedAt, {
    source: 'wechat',
    name: 'follow',
    channel: 'wechat',
    ...(atShop ? { store: atShop.code } : {}),
    customer: referTo(random, sighting),
    device,
    ...(inviter === null ? {} : { properties: { invitedBy: inviter } }),
  });
}

/** Who shared the link: somebody who was there earlier, a few early ones again and again. */
function drawInviter({ random, world, person }: Trail): Record<string, string> | null {
  if (!random.chance(0.14) || person.index < 4) return null;
  const inviter = 2 + Math.floor((person.index - 2) * random.next() * random.next() * random.next());
  if (inviter === person.index || !presenceOf(world, inviter).sources.includes('wechat')) return null;
  return { kind: 'wechat_unionid', value: world.platformId('union', inviter), scope: scopes.union };
}

/** Looked at on the site before anybody had to say who they were: only the cookie is known. */
function addAnonymousBrowsing(trail: Trail): void {
  const { random, person } = trail;
  const sighting = trail.sightings.get('site');
  if (!sighting) return;
  const customer = { identifiers: [{ kind: 'cookie', value: person.cookie }] };
  const pages = random.between(1, 4);
  const start = sighting.observedAt - random.between(10, 3 * 24 * 60) * minute;
  for (let page = 0; page < pages; page++) addLook(trail, start + page * minute, 'site', customer, page > 0);
}

function addLook(trail: Trail, at: number, source: Source, customer: DemoCustomerRef, atProduct: boolean): void {
  const { random, world, person } = trail;
  const device = source === 'site' ? {} : { device: ownDevice(trail) };
  if (!atProduct) {
    const properties = { path: random.pick(['/', '/new', '/tents', '/hiking', '/stores']) };
    add(trail, at, { source, name: 'page_view', channel: source, customer, ...device, properties });
    return;
  }
  const isCold = world.calendar.isCold(world.calendar.dayOf(at));
  const { sku } = drawArticle(random, person.persona, isCold, 'strong');
  add(trail, at, { source, name: 'product_view', channel: source, customer, ...device, sku });
}

/** People who have only looked so far come back to look. */
function addWindowShopping(trail: Trail): void {
  const { random, world, person } = trail;
  if (!person.presence.onlyLooks) return;
  for (const [source, sighting] of trail.sightings) {
    if (source === 'crm') continue;
    const looks = random.between(1, 5);
    for (let look = 0; look < looks; look++) {
      const on = world.calendar.drawDay(random, person.firstDay, person.lastDay);
      const at = Math.max(sighting.observedAt + look * minute, world.calendar.drawTime(random, on, 'online'));
      addLook(trail, at, source, referTo(random, sighting), look > 0);
    }
  }
}

/** Before an online order: looked at, put into the basket. After: reviewed, shared. In shops: came, not always to buy. */
function addAroundSales(trail: Trail): void {
  const { random, sightings } = trail;
  for (const { order, placedAt, isPurchase } of trail.sales) {
    const sighting = sightings.get(order.source);
    const line = order.lines[0];
    if (!sighting || !line) continue;
    const common = { source: order.source, channel: order.channel, sku: line.sku };
    const who = () => referTo(random, sighting);
    const device = order.channel === 'mini_program' ? { device: ownDevice(trail) } : {};
    if (order.channel !== 'store' && random.chance(0.45)) {
      const at = placedAt - random.between(5, 2 * 24 * 60) * minute;
      add(trail, at, { ...common, name: 'product_view', customer: who(), ...device });
      if (random.chance(0.6))
        add(trail, at + 2 * minute, { ...common, name: 'add_to_cart', customer: who(), ...device });
    }
    if (isPurchase && random.chance(order.channel === 'store' ? 0.04 : 0.14)) {
      const rating = random.chance(0.75) ? random.between(4, 5) : random.between(1, 3);
      add(trail, placedAt + random.between(3, 20) * day, {
        ...common,
        name: 'review',
        customer: who(),
        properties: { rating },
      });
    }
    if (isPurchase && order.channel === 'mini_program' && random.chance(0.12)) {
      const properties = { shareId: `share-${order.number}` };
      add(trail, placedAt + random.between(1, 72) * 60 * minute, {
        ...common,
        name: 'share',
        customer: who(),
        ...device,
        properties,
      });
    }
    if (order.store !== undefined && random.chance(0.25)) {
      add(trail, placedAt - random.between(5, 40) * minute, {
        source: order.source,
        name: 'store_visit',
        channel: 'store',
        store: order.store,
        customer: who(),
      });
    }
  }
}

/** Came to the shop and left without a bag. */
function addIdleVisits(trail: Trail): void {
  const { random, world, person, sightings } = trail;
  const sighting = sightings.get('crm') ?? sightings.get('pos');
  if (!sighting || !person.presence.sources.includes('pos')) return;
  const visits = random.integer(3);
  for (let visit = 0; visit < visits; visit++) {
    const on = world.calendar.drawDay(random, person.firstDay, person.lastDay);
    add(trail, world.calendar.drawTime(random, on, 'shop'), {
      source: sighting.customer.source,
      name: 'store_visit',
      channel: 'store',
      store: drawVisitedShop(random, person).code,
      customer: referTo(random, sighting),
    });
  }
}

/** In the mini-program before logging in: only the device is known. */
function addDeviceOnly(trail: Trail): boolean {
  const { random, person } = trail;
  const sighting = trail.sightings.get('mini_program');
  // Only of devices that the account's record names later: those are handed over to the person.
  const isNamed = sighting?.customer.identifiers.some(({ kind }) => kind === 'device_id') ?? false;
  if (!sighting || !isNamed || !random.chance(0.5)) return false;
  const customer = { identifiers: [{ kind: 'device_id', value: person.deviceId }] };
  addLook(trail, sighting.observedAt - random.between(1, 600) * minute, 'mini_program', customer, random.chance(0.5));
  return true;
}

/** What a person did besides buying, and whether some of it shows only their phone's device id. */
export function drawEvents(
  random: Random,
  world: World,
  person: Person,
  sightings: ReadonlyMap<Source, Sighting>,
  sales: readonly Sale[],
): { events: DemoEvent[]; deviceWasAnonymous: boolean } {
  const trail: Trail = { random, world, person, sightings, sales, done: [] };
  addFollowing(trail);
  addAnonymousBrowsing(trail);
  const deviceWasAnonymous = addDeviceOnly(trail);
  addWindowShopping(trail);
  addAroundSales(trail);
  addIdleVisits(trail);
  return { events: trail.done, deviceWasAnonymous };
}

/** Somebody whom nothing but a cookie, or a tablet at a counter, ever showed. `code` makes the event ids. */
export function drawVisitorEvents(
  random: Random,
  world: World,
  identifier: { kind: string; value: string },
  code: string,
  tabletStore: string | null,
): DemoEvent[] {
  const on = world.calendar.drawDay(random, 0, world.calendar.days - 1);
  const start = world.calendar.drawTime(random, on, tabletStore === null ? 'online' : 'shop');
  const looks = random.between(1, 4);
  const events: DemoEvent[] = [];
  for (let look = 0; look < looks; look++) {
    events.push({
      source: 'site',
      eventId: `${code}-${look + 1}`,
      name: 'product_view',
      occurredAt: formatInstant(Math.min(world.calendar.until, start + look * minute)),
      customer: { identifiers: [identifier] },
      ...(tabletStore === null ? {} : { device: { deviceId: identifier.value, platform: 'android', model: 'Tab S9' } }),
      channel: tabletStore === null ? 'site' : 'store',
      ...(tabletStore === null ? {} : { store: tabletStore }),
      sku: random.pick(articles).sku,
    });
  }
  return events;
}

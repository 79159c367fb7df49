import { fromMinor } from '../platform/money.ts';
import { type Basket, drawBasket } from './basket.ts';
import { formatInstant } from './calendar.ts';
import type { Person } from './people.ts';
import { type Random, weighted } from './random.ts';
import { referTo, type Sighting } from './sightings.ts';
import { drawClerk } from './staff.ts';
import { drawShop, type Shop, shopsIn } from './stores.ts';
import type { Channel, DemoOrder, OrderStatus, Source } from './types.ts';
import type { World } from './world.ts';

/** An order that will be placed: where and when. */
export interface Visit {
  source: Source;
  channel: Channel;
  placedAt: number;
}

/** An order as made, and what it is worth in fen (0 if it does not count as a purchase). */
export interface Sale {
  order: DemoOrder;
  placedAt: number;
  isPurchase: boolean;
  netFen: number;
}

const channelOf: Partial<Record<Source, Channel>> = {
  pos: 'store',
  mini_program: 'mini_program',
  tmall: 'tmall',
  jd: 'jd',
  site: 'site',
};
const pull: Partial<Record<Source, number>> = { pos: 1, mini_program: 0.5, tmall: 0.6, jd: 0.45, site: 0.35 };
const letterOf: Readonly<Record<Channel, string>> = { store: 'S', mini_program: 'M', tmall: 'T', jd: 'J', site: 'W' };
const day = 86_400_000;

/** When and where the person buys, in the order of time. */
export function drawVisits(random: Random, world: World, person: Person): Visit[] {
  const { origin, sources } = person.presence;
  const selling = sources.filter((source) => channelOf[source] !== undefined);
  if (person.orderCount === 0 || selling.length === 0) return [];
  const drawSource = weighted(selling, (source) => (pull[source] as number) * (source === origin ? 2 : 1));
  const visits: Visit[] = [];
  for (let count = 0; count < person.orderCount; count++) {
    const source = drawSource(random);
    const channel = channelOf[source] as Channel;
    const on = world.calendar.drawDay(random, person.firstDay, person.lastDay);
    visits.push({
      source,
      channel,
      placedAt: world.calendar.drawTime(random, on, channel === 'store' ? 'shop' : 'online'),
    });
  }
  return visits.sort((one, other) => one.placedAt - other.placedAt);
}

/** Mostly the shop they always go to; sometimes another in town, or one they pass on a journey. */
export function drawVisitedShop(random: Random, person: Person): Shop {
  if (person.shop === null || random.chance(0.06)) return drawShop(random);
  if (random.chance(0.85)) return person.shop;
  return random.pick(shopsIn(person.shop.city));
}

function drawPromotion(random: Random, world: World, visit: Visit, isFirstOnline: boolean): string | null {
  const season = world.calendar.promotionOn(world.calendar.dayOf(visit.placedAt));
  if (season !== null && random.chance(0.88)) return season;
  return isFirstOnline && visit.channel === 'mini_program' && random.chance(0.5) ? 'first-online' : null;
}

interface Outcome {
  status: OrderStatus;
  refunded: number;
  updatedAt: number | null;
}

function drawOutcome(random: Random, world: World, visit: Visit, basket: Basket): Outcome {
  const { until } = world.calendar;
  const later = (days: number) => Math.min(until, visit.placedAt + 1 + Math.floor(random.next() * days * day));
  const isOnline = visit.channel !== 'store';
  const draw = random.next();
  if (isOnline && visit.placedAt > until - 14 * day && draw > 0.75) {
    return { status: 'PENDING', refunded: 0, updatedAt: null };
  }
  if (draw < 0.025) return { status: 'REFUNDED', refunded: basket.total, updatedAt: later(20) };
  if (draw < 0.055) {
    const part =
      basket.lineTotals.length > 1
        ? random.pick(basket.lineTotals)
        : Math.floor((basket.total * random.between(10, 40)) / 100);
    return { status: 'PARTIALLY_REFUNDED', refunded: part, updatedAt: later(20) };
  }
  if (isOnline && draw < 0.095) return { status: 'CANCELLED', refunded: 0, updatedAt: later(2) };
  return { status: 'PAID', refunded: 0, updatedAt: isOnline ? later(1) : null };
}

/** Places one order of a person who is known there by `sighting`. */
export function drawSale(
  random: Random,
  world: World,
  person: Person,
  visit: Visit,
  sighting: Sighting,
  position: number,
  isFirstOnline: boolean,
): Sale {
  const { channel, placedAt, source } = visit;
  const shop = channel === 'store' ? drawVisitedShop(random, person) : null;
  const clerk = shop === null ? null : drawClerk(random, shop);
  const promotion = drawPromotion(random, world, visit, isFirstOnline);
  const basket = drawBasket(random, {
    person,
    isCold: world.calendar.isCold(world.calendar.dayOf(placedAt)),
    promotion,
    selling: shop?.strength ?? 'middling',
    skill: clerk?.skill ?? 1,
    priceLevel: shop?.format === 'outlet' ? 0.8 : 1,
  });
  const { status, refunded, updatedAt } = drawOutcome(random, world, visit, basket);
  const placed = formatInstant(placedAt);
  const code = `${world.personalCode(person.index)}-${String(position + 1).padStart(2, '0')}`;
  const order: DemoOrder = {
    source,
    number: `${letterOf[channel]}${placed.slice(2, 10).replaceAll('-', '')}-${code}`,
    placedAt: placed,
    status,
    currency: 'CNY',
    channel,
    ...(promotion === null ? {} : { promotion }),
    ...(shop === null || clerk === null ? {} : { store: shop.code, staff: clerk.code }),
    customer: referTo(random, sighting),
    lines: basket.lines,
  };
  if (random.chance(0.5)) order.total = fromMinor(basket.total, 'CNY');
  if (refunded > 0) order.refunded = fromMinor(refunded, 'CNY');
  if (updatedAt !== null) order.updatedAt = formatInstant(updatedAt);
  const isPurchase = status === 'PAID' || status === 'PARTIALLY_REFUNDED';
  return { order, placedAt, isPurchase, netFen: isPurchase ? basket.total - refunded : 0 };
}

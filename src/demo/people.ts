import { formatDate } from './calendar.ts';
import type { Persona } from './leaf.ts';
import { drawName, type PersonName } from './names.ts';
import { type City, citiesWithoutStore, cityOf, drawAddress } from './places.ts';
import { type Presence, presenceOf } from './presence.ts';
import { createRandom, type Random, streams, weighted } from './random.ts';
import { drawShop, type Shop, tabletOf } from './stores.ts';
import type { DemoAddress } from './types.ts';
import type { World } from './world.ts';

/** A person as they really are; what the sources know of them is less. */
export interface Person {
  index: number;
  id: string;
  gender: 'FEMALE' | 'MALE';
  name: PersonName;
  birthDate: string;
  phone: string;
  secondPhone: string | null;
  email: string;
  address: DemoAddress;
  city: City;
  /** The shop they go to; null where their city has none. */
  shop: Shop | null;
  persona: Persona;
  tags: string[];
  presence: Presence;
  /** Where they scanned the code to follow, and the tablet they did it on if not their own phone. */
  counter: { shop: Shop; tablet: string | null } | null;
  cookie: string;
  deviceId: string;
  platform: 'ios' | 'android';
  sharesPhoneWith: string | null;
  /** Days of the calendar between which they deal with the brand. */
  firstDay: number;
  lastDay: number;
  orderCount: number;
}

/** A person's id in the truth: `p-0000042`. */
export function personId(index: number): string {
  return `p-${String(index).padStart(7, '0')}`;
}

const drawPersona = weighted<readonly [Persona, number]>(
  [
    ['hiker', 46],
    ['camper', 24],
    ['casual', 20],
    ['runner', 10],
  ],
  ([, share]) => share,
);

// Many buy once or twice, a few buy often: from, to, share.
const drawOrderRange = weighted<readonly [number, number, number]>(
  [
    [1, 1, 27],
    [2, 2, 16],
    [3, 4, 20],
    [5, 8, 17],
    [9, 14, 11],
    [15, 25, 7],
    [26, 45, 2],
  ],
  ([, , share]) => share,
);

const mailHosts = ['mail.example.com', 'post.example.com', 'mail.example.net', 'example.org'];

function drawEmail(random: Random, name: PersonName, code: string): string {
  const plain = `${name.givenPinyin}${random.chance(0.5) ? '.' : ''}${name.familyPinyin}`.toLowerCase();
  return `${plain.replace('ü', 'v')}${code}@${random.pick(mailHosts)}`;
}

function drawBirthDate(random: Random, until: number): string {
  const age = random.chance(0.7) ? random.between(22, 42) : random.between(18, 66);
  return formatDate(until - Math.floor((age + random.next()) * 365.25) * 86_400_000);
}

/** Customers are won over the whole time, in the order of their numbers; three in ten were there before. */
function drawTimes(random: Random, index: number, world: World): { firstDay: number; lastDay: number } {
  const end = world.calendar.days - 1;
  const position = index / world.customers;
  const joined = position < 0.3 ? random.integer(60) : ((position - 0.3) / 0.7) * end + random.integer(31) - 15;
  const firstDay = Math.min(end, Math.max(0, Math.floor(joined)));
  const stays = random.chance(0.52);
  return { firstDay, lastDay: stays ? end : firstDay + Math.floor(random.next() * (end - firstDay)) };
}

function drawOrderCount(random: Random, spanDays: number, allDays: number): number {
  const [from, to] = drawOrderRange(random);
  const count = random.between(from, to);
  return Math.max(1, Math.round(count * (0.4 + (1.15 * spanDays) / allDays)));
}

function drawTags(random: Random, persona: Persona): string[] {
  const tags: string[] = [];
  if ((persona === 'hiker' || persona === 'camper') && random.chance(0.92)) tags.push(persona);
  if (persona === 'runner') tags.push('trail-runner');
  if (persona === 'hiker' && random.chance(0.15)) tags.push('camper');
  if (random.chance(0.12)) tags.push('family');
  return tags;
}

function drawCounter(random: Random, { sources }: Presence, shop: Shop): Person['counter'] {
  if (!sources.includes('pos') || !sources.includes('wechat') || !random.chance(0.6)) return null;
  return { shop, tablet: random.chance(0.25) ? tabletOf(shop) : null };
}

function drawPerson(random: Random, index: number, world: World): Person {
  const presence = presenceOf(world, index);
  const gender = random.chance(0.52) ? 'FEMALE' : 'MALE';
  const name = drawName(random, gender);
  const { firstDay, lastDay } = drawTimes(random, index, world);
  const nearest = drawShop(random);
  const isFarAway = !presence.sources.includes('pos') && random.chance(0.3);
  const city = isFarAway ? random.pick(citiesWithoutStore) : cityOf(nearest.city);
  const [persona] = drawPersona(random);
  return {
    index,
    id: personId(index),
    gender,
    name,
    birthDate: drawBirthDate(random, world.calendar.until),
    phone: world.phone(index, false),
    secondPhone: random.chance(0.05) ? world.phone(index, true) : null,
    email: drawEmail(random, name, world.personalCode(index)),
    address: drawAddress(random, city),
    city,
    shop: isFarAway ? null : nearest,
    persona,
    tags: drawTags(random, persona),
    presence,
    counter: isFarAway ? null : drawCounter(random, presence, nearest),
    cookie: world.platformId('cookie', index),
    deviceId: world.platformId('device', index),
    platform: random.chance(0.45) ? 'ios' : 'android',
    sharesPhoneWith: null,
    firstDay,
    lastDay,
    orderCount: presence.onlyLooks ? 0 : drawOrderCount(random, lastDay - firstDay, world.calendar.days),
  };
}

/**
 * The people `first` and, if there is one, `first + 1`: strangers in most cases, a couple in some. Couples live
 * together; half of them have one phone number for both, some a computer at home that both use.
 */
export function drawHousehold(random: Random, world: World, first: number): Person[] {
  const one = drawPerson(random, first, world);
  if (first + 1 >= world.customers) return [one];
  const other = drawPerson(random, first + 1, world);
  if (!random.chance(0.06)) return [one, other];

  const { address, city, shop } = one;
  const partner: Person = { ...other, address, city, shop };
  if (random.chance(0.5)) partner.cookie = one.cookie;
  if (random.chance(0.5)) {
    partner.phone = one.phone;
    partner.sharesPhoneWith = one.id;
    one.sharesPhoneWith = partner.id;
  }
  return [one, partner];
}

/** The stream all draws of a household come from. */
export function householdRandom(world: World, first: number): Random {
  return createRandom(world.seed, streams.household, first);
}

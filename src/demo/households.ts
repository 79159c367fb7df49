import { drawEvents, drawVisitorEvents } from './events.ts';
import { drawSale, drawVisits, type Sale, type Visit } from './orders.ts';
import { drawHousehold, householdRandom, type Person } from './people.ts';
import { createRandom, type Random, streams } from './random.ts';
import { drawSighting, type Sighting } from './sightings.ts';
import { shops, tabletOf } from './stores.ts';
import { personTruth, recordTruths } from './truth.ts';
import type { Batch, Source, TruthDevice } from './types.ts';
import type { World } from './world.ts';

const minute = 60_000;

/** When a source first noted the person: at the first order there, else some day; at the counter if that is where they followed. */
function firstNoted(
  random: Random,
  world: World,
  person: Person,
  source: Source,
  visits: readonly Visit[],
): number | null {
  const first = visits.find((visit) => visit.source === source);
  if (first) return first.placedAt - random.between(0, 2) * minute;
  if (source === 'pos' || source === 'tmall' || source === 'jd') return null; // Only buyers are noted there.
  const atCounter = visits.find((visit) => visit.source === 'pos');
  const joinsThere = source === 'crm' || (source === 'wechat' && person.counter !== null);
  if (atCounter && joinsThere && random.chance(0.8)) {
    return Math.min(world.calendar.until, atCounter.placedAt + random.between(2, 9) * minute);
  }
  const day = world.calendar.drawDay(random, person.firstDay, person.lastDay);
  return world.calendar.drawTime(random, day, source === 'wechat' && joinsThere ? 'shop' : 'online');
}

interface Life {
  person: Person;
  sightings: Map<Source, Sighting>;
  all: Sighting[];
  sales: Sale[];
}

function drawLife(random: Random, world: World, person: Person): Life {
  const visits = drawVisits(random, world, person);
  const sightings = new Map<Source, Sighting>();
  for (const source of person.presence.sources) {
    const observedAt = firstNoted(random, world, person, source, visits);
    if (observedAt !== null) sightings.set(source, drawSighting(random, world, person, source, observedAt));
  }
  const all = [...sightings.values()];
  // Not found at the till, so written down a second time.
  const shopVisits = visits.filter((visit) => visit.source === 'pos');
  const later = shopVisits.length > 1 && random.chance(0.12) ? shopVisits.at(-1) : undefined;
  const copy = later && drawSighting(random, world, person, 'pos', later.placedAt, 1);
  if (copy) all.push(copy);

  let hasBoughtOnline = false;
  const sales = visits.map((visit, position) => {
    const isFirstOnline = visit.channel !== 'store' && !hasBoughtOnline;
    if (visit.channel !== 'store') hasBoughtOnline = true;
    const sighting = visit === later && copy ? copy : (sightings.get(visit.source) as Sighting);
    return drawSale(random, world, person, visit, sighting, position, isFirstOnline);
  });
  return { person, sightings, all, sales };
}

function cookieTruths(lives: readonly Life[]): TruthDevice[] {
  const users = new Map<string, { person: string; isKnown: boolean }[]>();
  for (const { person, sightings } of lives) {
    const site = sightings.get('site');
    if (!site) continue;
    const user = { person: person.id, isKnown: site.handles.length > 0 };
    users.set(person.cookie, [...(users.get(person.cookie) ?? []), user]);
  }
  return [...users].map(([cookie, [first, second]]) => ({
    kind: 'device',
    person: first && !second ? first.person : null,
    identifier: { kind: 'cookie', value: cookie },
    handedOver: first !== undefined && second === undefined && first.isKnown,
  }));
}

/** Now and then somebody looks on without ever saying who they are: a stranger, one of the two on another computer, or people at a tablet. */
function addVisitor(random: Random, world: World, number: number, people: readonly Person[], batch: Batch): void {
  if (!random.chance(0.3)) return;
  const value = world.platformId('visitor', number);
  const shop = random.chance(0.15) ? random.pick(shops) : null;
  const tablet = shop && tabletOf(shop);
  const identifier = tablet ? { kind: 'device_id', value: tablet } : { kind: 'cookie', value };
  for (const event of drawVisitorEvents(random, world, identifier, value, tablet && shop ? shop.code : null)) {
    batch.records.push({ event });
  }
  if (tablet) return;
  const isOneOfThem = random.chance(0.3);
  const person = isOneOfThem ? random.pick(people).id : `v-${String(number).padStart(7, '0')}`;
  batch.truth.push({ kind: 'device', person, identifier, handedOver: false });
}

/** Everything of the people `first` and `first + 1`. */
export function makeHousehold(world: World, first: number): Batch {
  const random = householdRandom(world, first);
  const people = drawHousehold(random, world, first);
  const lives = people.map((person) => drawLife(random, world, person));
  const batch: Batch = { records: [], truth: [] };
  for (const { person, sightings, all, sales } of lives) {
    for (const { customer } of all) batch.records.push({ customer });
    for (const { order } of sales) batch.records.push({ order });
    const { events, deviceWasAnonymous } = drawEvents(random, world, person, sightings, sales);
    for (const event of events) batch.records.push({ event });
    batch.truth.push(personTruth(person, sales), ...recordTruths(person.id, all));
    if (deviceWasAnonymous) {
      const identifier = { kind: 'device_id', value: person.deviceId };
      batch.truth.push({ kind: 'device', person: person.id, identifier, handedOver: true });
    }
  }
  batch.truth.push(...cookieTruths(lives));
  addVisitor(createRandom(world.seed, streams.visitor, first), world, first, people, batch);
  return batch;
}

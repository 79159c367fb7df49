import type { Event, Person, World } from './world.ts';

/** More people at one place are no household. */
const MOST_TOGETHER = 8;

/** The others who are known and share an address or a device; two who share a phone are one person in these worlds. */
export function householdOf(person: Person, { persons }: World): Person[] {
  const places = new Map(persons.map((one) => [one, placesOf(one)]));
  const shared = placesOf(person).filter((place) => {
    const there = persons.filter((one) => places.get(one)?.includes(place));
    return there.length <= MOST_TOGETHER;
  });
  return persons.filter(
    (one) => one !== person && one.known && shared.some((place) => places.get(one)?.includes(place)),
  );
}

function placesOf({ addressLine, city, devices }: Person): string[] {
  const address = addressLine === null || city === null ? [] : [`at ${JSON.stringify([addressLine, city])}`];
  return [...address, ...devices.map(({ deviceId }) => `on ${deviceId}`)].map((place) => place.normalize('NFKC'));
}

/** Those whom a person brought. */
export const referralsOf = (person: Person, world: World): Person[] =>
  world.persons.filter(
    (one) => one !== person && one.eventObjects.some((event) => bringersBy(event, world).has(person)),
  );

/** Those who brought a person. */
export const referrersOf = (person: Person, world: World): Person[] => {
  const bringers = new Set(person.eventObjects.flatMap((event) => [...bringersBy(event, world)]));
  return [...bringers].filter((one) => one !== person);
};

/** How often others opened what a person shared, each of them once for a share. */
export const sharesOpenedOf = (person: Person, world: World): number => {
  const shared = person.eventObjects.filter(({ name, shareId }) => name === 'share' && shareId !== null);
  return heardOf(person, world, new Set(shared.map(({ shareId }) => shareId)), ({ name, shareId }) =>
    name === 'share' ? null : shareId,
  );
};

/** How often others read what a person thinks of products, each of them once for a review. */
export const reviewReadsOf = (person: Person, world: World): number => {
  const reviews = person.eventObjects.filter(({ name }) => name === 'review');
  return heardOf(person, world, new Set(reviews.map(({ key }) => key)), ({ reviewKey }) => reviewKey);
};

/** The pairs of a thing and somebody else with an event that names it. */
function heardOf(
  person: Person,
  { persons }: World,
  things: ReadonlySet<string | null>,
  namedBy: (event: Event) => string | null,
): number {
  const others = persons.filter((one) => one !== person);
  const heard = others.map(
    ({ eventObjects }) => new Set(eventObjects.map(namedBy).filter((thing) => thing !== null && things.has(thing))),
  );
  return heard.reduce((sum, { size }) => sum + size, 0);
}

/** Who is told by an event to have brought whoever did it. */
function bringersBy({ name, shareId, invitedBy }: Event, { events, persons }: World): Set<Person> {
  const shares = [...events.values()].filter((event) => event.name === 'share' && event.shareId === shareId);
  const sharers = shareId === null || name === 'share' ? [] : shares.flatMap(({ customer }) => customer ?? []);
  const invited = persons.filter(({ identifiers }) => identifiers.some(({ key }) => key === invitedBy));
  return new Set([...sharers, ...(invitedBy !== null && invited.length === 1 ? invited : [])]);
}

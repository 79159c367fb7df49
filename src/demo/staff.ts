import { type Calendar, formatInstant } from './calendar.ts';
import { drawName } from './names.ts';
import { cityOf } from './places.ts';
import { createRandom, type Random, streams, weighted } from './random.ts';
import { type Shop, shops } from './stores.ts';
import type { DemoStaff } from './types.ts';

/** A member of the sales staff. `skill` (0.4 to 1.6) is how many customers they serve and how much they add to a basket. */
export interface Clerk {
  code: string;
  name: string;
  title: string;
  store: string | null;
  manager: string | null;
  hiredOn: string;
  skill: number;
}

const regions = ['East', 'North', 'South', 'West'] as const;

function nameOf(random: Random): string {
  const name = drawName(random, random.chance(0.5) ? 'FEMALE' : 'MALE');
  return random.chance(0.2) ? `${name.familyPinyin} ${name.givenPinyin}` : name.family + name.given;
}

function hiredOn(random: Random, openedOn: string): string {
  const year = Math.max(Number(openedOn.slice(0, 4)), random.between(2016, 2023));
  return `${year}-${String(random.between(6, 12)).padStart(2, '0')}-${String(random.between(1, 28)).padStart(2, '0')}`;
}

const baseSkill: Readonly<Record<Shop['strength'], number>> = { weak: 0.4, middling: 0.7, strong: 0.9 };

function crewOf(shop: Shop, position: number): Clerk[] {
  const random = createRandom(0, streams.staff, position);
  const regional = `e-100${regions.indexOf(cityOf(shop.city).region) + 1}`;
  const managerCode = `e-${1040 + position * 10}`;
  const size = shop.format === 'flagship' ? 6 : 4;
  const crew: Clerk[] = [];
  for (let seat = 0; seat <= size; seat++) {
    const isManager = seat === 0;
    crew.push({
      code: `e-${1040 + position * 10 + seat}`,
      name: shop.code === 'sh-01' && seat === 2 ? 'Chen Jie' : nameOf(random),
      title: isManager ? 'Store manager' : seat === 1 ? 'Senior sales adviser' : 'Sales adviser',
      store: shop.code,
      manager: isManager ? regional : managerCode,
      hiredOn: hiredOn(random, shop.openedOn),
      // Managers sell now and then; the rest differ, the weaker shops having weaker people.
      skill: isManager ? 0.4 : baseSkill[shop.strength] + Math.round(random.next() * 70) / 100,
    });
  }
  return crew;
}

const heads: readonly Clerk[] = regions.map((region, position) => ({
  code: `e-100${position + 1}`,
  name: nameOf(createRandom(0, streams.staff, 100 + position)),
  title: `Regional manager ${region}`,
  store: null,
  manager: null,
  hiredOn: `2015-0${position + 1}-12`,
  skill: 0,
}));

/** Everybody: four regional managers, then shop by shop the manager and the advisers. The same for every seed. */
export const clerks: readonly Clerk[] = [...heads, ...shops.flatMap(crewOf)];

const drawByShop = new Map(
  shops.map((shop) => [
    shop.code,
    weighted(
      clerks.filter((clerk) => clerk.store === shop.code),
      (clerk) => clerk.skill,
    ),
  ]),
);

/** Who serves a customer in that shop. */
export function drawClerk(random: Random, shop: Shop): Clerk {
  const draw = drawByShop.get(shop.code);
  if (!draw) throw new RangeError(`no staff at ${shop.code}`);
  return draw(random);
}

/** The clerk as an import record. */
export function staffRecord(clerk: Clerk, calendar: Calendar): DemoStaff {
  return {
    code: clerk.code,
    name: clerk.name,
    ...(clerk.store === null ? {} : { store: clerk.store }),
    ...(clerk.manager === null ? {} : { manager: clerk.manager }),
    title: clerk.title,
    hiredOn: clerk.hiredOn,
    tags: clerk.title.includes('manager') ? ['manager'] : [],
    updatedAt: formatInstant(calendar.startOf(0)),
  };
}

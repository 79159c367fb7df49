import { fromMinor } from '../platform/money.ts';
import type { Sale } from './orders.ts';
import type { Person } from './people.ts';
import type { Sighting } from './sightings.ts';
import type { DemoIdentifier, TruthPerson, TruthRecord } from './types.ts';

function keyOf({ kind, scope, value }: DemoIdentifier): string {
  return `${kind}|${scope ?? ''}|${value}`;
}

/** Numbers the sightings of one person by what hangs together: those with a strong identifier in common, directly or through others. */
export function groupSightings(sightings: readonly Pick<Sighting, 'handles'>[]): number[] {
  const leader = sightings.map((_, position) => position);
  const find = (position: number): number => {
    const above = leader[position] as number;
    return above === position ? position : find(above);
  };
  const firstWith = new Map<string, number>();
  for (const [position, { handles }] of sightings.entries()) {
    for (const handle of handles) {
      const first = firstWith.get(keyOf(handle));
      if (first === undefined) firstWith.set(keyOf(handle), position);
      else leader[Math.max(find(first), find(position))] = Math.min(find(first), find(position));
    }
  }
  const numbers = new Map<number, number>();
  return sightings.map((_, position) => {
    const root = find(position);
    const number = numbers.get(root) ?? numbers.size + 1;
    numbers.set(root, number);
    return number;
  });
}

/** The truth about each record of a person. */
export function recordTruths(person: string, sightings: readonly Sighting[]): TruthRecord[] {
  const groups = groupSightings(sightings);
  return sightings.map(({ customer, faults }, position) => ({
    kind: 'record',
    person,
    source: customer.source,
    recordId: customer.recordId,
    group: groups[position] as number,
    faults: [...faults],
  }));
}

/** The truth about a person. */
export function personTruth(person: Person, sales: readonly Sale[]): TruthPerson {
  return {
    kind: 'person',
    person: person.id,
    displayName: person.name.family + person.name.given,
    phone: `+86${person.phone}`,
    email: person.email,
    sharesPhoneWith: person.sharesPhoneWith,
    purchaseCount: sales.filter((sale) => sale.isPurchase).length,
    totalSpent: fromMinor(
      sales.reduce((sum, sale) => sum + sale.netFen, 0),
      'CNY',
    ),
  };
}

/** What drives a person's purchases. */
export type Persona = 'hiker' | 'camper' | 'runner' | 'casual';

/** A leaf of the category tree with what is sold there: sku, name, brand, price in CNY; cheapest first. */
export interface Leaf {
  path: readonly [string, string, string];
  zh: string;
  /** How much each kind of person is drawn to it. */
  appeal: Readonly<Record<Persona, number>>;
  season: 'cold' | 'warm' | null;
  items: readonly (readonly [sku: string, name: string, brand: string, price: number])[];
}

/** A leaf; appeal in the order hiker, camper, runner, casual. */
export function leaf(
  group: string,
  name: string,
  zh: string,
  season: Leaf['season'],
  [hiker, camper, runner, casual]: readonly [number, number, number, number],
  items: Leaf['items'],
): Leaf {
  return { path: ['Outdoor', group, name], zh, season, appeal: { hiker, camper, runner, casual }, items };
}

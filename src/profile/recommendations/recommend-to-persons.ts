import type { OrderedProduct, PersonProducts, PersonStore } from './person.store.ts';
import { type PersonFacts, type Recommended, recommend } from './recommend.ts';
import type { RecommendationRules } from './recommendation-rules.ts';

/** What is asked of a customer's recommendations. */
export interface RecommendArguments {
  /** 1 to 250. */
  readonly first: number;
  /** Only products in one of these categories, of any level; missing: all. */
  readonly categories?: readonly string[] | null | undefined;
  /** Products that the reader does not want, by sku. */
  readonly exclude?: readonly string[] | null | undefined;
}

/** Recommendations for each of some customers, in that order: three statements, whatever their number. */
export async function recommendToPersons(
  store: PersonStore,
  ids: readonly string[],
  { first, categories, exclude }: RecommendArguments,
  { rules, now }: { readonly rules: RecommendationRules; readonly now: Date },
): Promise<Recommended[][]> {
  const { outOfSaleTags, person } = rules;
  const shown = { outOfSaleTags, categories: categories ?? null, at: now };
  const names = [...rules.returnedEvents, ...rules.declinedEvents, ...rules.wantedEvents];
  const found = await store.productsOf(ids, { names, now });
  const facts = new Map(found.map((products) => [products.id, factsOf(products, rules)]));
  const bought = new Set([...facts.values()].flatMap((one) => one.bought.map(({ sku }) => sku)));
  const unwanted = new Set(exclude ?? []);
  // What fills up a list is none of what a customer has, gave back or declined, and none of what is in it already.
  const most = Math.max(0, ...found.map(({ orders, events }) => orders.length + events.length));
  const [neighbours, popular] = await Promise.all([
    store.neighboursOf([...bought], shown),
    store.popular(first * 2 + most + unwanted.size, shown),
  ]);
  const options = { rules: person, now: now.getTime(), first, popular, exclude: unwanted };
  const neighboursOf = (sku: string) => neighbours.get(sku) ?? [];
  return ids.map((id) => {
    const own = facts.get(id);
    return own ? recommend(own, { ...options, neighboursOf }) : [];
  });
}

/** What orders and events say, in the words of the rules: of declining and wanting a product the newest word counts. */
function factsOf(
  { orders, events }: PersonProducts,
  { returnedEvents, declinedEvents, wantedEvents }: RecommendationRules,
): PersonFacts {
  const declined = new Set<string>();
  for (const { sku, name } of events) {
    if (declinedEvents.includes(name)) declined.add(sku);
    else if (wantedEvents.includes(name)) declined.delete(sku);
  }
  const skuOf = ({ sku }: OrderedProduct) => sku;
  return {
    bought: orders.filter(({ isPurchase }) => isPurchase),
    returned: [
      ...orders.filter(({ status }) => status === 'REFUNDED'),
      ...events.filter(({ name }) => returnedEvents.includes(name)),
    ],
    ordered: orders.filter(({ status }) => status === 'PENDING').map(skuOf),
    declined: [...declined],
  };
}

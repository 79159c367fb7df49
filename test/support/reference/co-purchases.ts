/** An order as a plain list has it; who: whoever the customer turns out to be. */
export interface PlainBasket {
  readonly who: string;
  readonly at: number;
  readonly counts: boolean;
  readonly skus: readonly string[];
}

export interface PlainPairRules {
  readonly historyDays: number;
  readonly togetherDays: number;
  readonly nextDays: number;
  readonly support: number;
  readonly damping: number;
  readonly shrinkage: number;
}

const DAY = 86_400_000;

/** What goes with a product, counted customer by customer straight from the definitions: slow, and with nothing in common with ours. */
export function plainBoughtWith(
  baskets: readonly PlainBasket[],
  sku: string,
  kind: string,
  now: number,
  rules: PlainPairRules,
) {
  const counted = baskets.filter(({ counts, at }) => counts && at <= now && at > now - rules.historyDays * DAY);
  const people = [...new Set(counted.filter(({ skus }) => skus.length > 0).map(({ who }) => who))];
  const times = (who: string, wanted: string) =>
    counted.filter((basket) => basket.who === who && basket.skus.includes(wanted)).map(({ at }) => at);
  const buyersOf = (wanted: string) => people.filter((who) => times(who, wanted).length > 0).length;
  const goes = (from: number, to: number) =>
    kind === 'TOGETHER'
      ? Math.abs(to - from) <= rules.togetherDays * DAY
      : to > from && to - from <= rules.nextDays * DAY;
  return [...new Set(counted.flatMap(({ skus }) => skus))]
    .filter((other) => other !== sku)
    .map((other) => {
      const both = people.filter((who) =>
        times(who, sku).some((from) => times(who, other).some((to) => goes(from, to))),
      );
      const [customers, one, two] = [both.length, buyersOf(sku), buyersOf(other)];
      return {
        product: { sku: other },
        customers,
        lift: (customers * people.length) / (one * two),
        score: (customers / one) * (people.length / two) ** rules.damping * (customers / (customers + rules.shrinkage)),
      };
    })
    .filter(({ customers }) => customers >= rules.support)
    .sort(
      (one, other) =>
        other.score - one.score || other.customers - one.customers || (one.product.sku < other.product.sku ? -1 : 1),
    );
}

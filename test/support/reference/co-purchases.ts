/** An order as a plain list has it; who: whoever the customer turns out to be. */
export interface PlainBasket {
  readonly who: string;
  readonly at: number;
  readonly status: string;
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

const isPurchase = (status: string) => status === 'PAID' || status === 'PARTIALLY_REFUNDED';

/** What goes with a product, counted customer by customer straight from the definitions: slow, and with nothing in common with ours. */
export function plainBoughtWith(
  baskets: readonly PlainBasket[],
  sku: string,
  kind: string,
  now: number,
  rules: PlainPairRules,
) {
  const counted = baskets.filter(
    ({ status, at }) => isPurchase(status) && at <= now && at > now - rules.historyDays * DAY,
  );
  const people = [...new Set(counted.filter(({ skus }) => skus.length > 0).map(({ who }) => who))];
  const times = (who: string, wanted: string) =>
    counted.filter((basket) => basket.who === who && basket.skus.includes(wanted)).map(({ at }) => at);
  const buyersOf = (wanted: string) => people.filter((who) => times(who, wanted).length > 0).length;
  const goes = (from: number, to: number) =>
    kind === 'TOGETHER'
      ? Math.abs(to - from) <= rules.togetherDays * DAY
      : to > from && to - from <= rules.nextDays * DAY;
  return [...new Set(counted.flatMap(({ skus }) => skus))]
    .filter((other) => other !== sku || kind === 'NEXT')
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

export interface PlainPersonRules {
  readonly halfLifeDays: number;
  readonly repurchasedBy: number;
  readonly repurchaseAfterDays: number;
  readonly returnedDays: number;
}

/** What a person is offered by what they bought, straight from the definitions. */
export function plainRecommendations(
  baskets: readonly PlainBasket[],
  who: string,
  now: number,
  rules: { readonly pairs: PlainPairRules; readonly person: PlainPersonRules },
) {
  const skus = [...new Set(baskets.flatMap((basket) => basket.skus))];
  const { halfLifeDays, repurchasedBy, repurchaseAfterDays, returnedDays } = rules.person;
  const own = baskets.filter((basket) => basket.who === who && basket.at <= now);
  const last = (sku: string, wanted: (status: string) => boolean) =>
    Math.max(...own.filter((basket) => wanted(basket.status) && basket.skus.includes(sku)).map(({ at }) => at));
  const counted = baskets.filter(
    ({ status, at }) => isPurchase(status) && at <= now && at > now - rules.pairs.historyDays * DAY,
  );
  const buyers = (sku: string) =>
    new Set(counted.filter((basket) => basket.skus.includes(sku)).map((basket) => basket.who)).size;
  const pairs = new Map(
    skus.flatMap((sku) =>
      ['TOGETHER', 'NEXT'].map(
        (kind) => [`${sku} ${kind}`, plainBoughtWith(baskets, sku, kind, now, rules.pairs)] as const,
      ),
    ),
  );
  const everAgain = (sku: string) =>
    plainBoughtWith(baskets, sku, 'NEXT', now, { ...rules.pairs, support: 1 }).find(
      ({ product }) => product.sku === sku,
    )?.customers ?? 0;
  const allowed = (sku: string) => {
    if (own.some(({ status, skus }) => status === 'PENDING' && skus.includes(sku))) return false;
    const [bought, returned] = [last(sku, isPurchase), last(sku, (status) => status === 'REFUNDED')];
    if (now - returned < returnedDays * DAY && bought <= returned) return false;
    return (
      bought === Number.NEGATIVE_INFINITY ||
      (everAgain(sku) / buyers(sku) >= repurchasedBy && now - bought >= repurchaseAfterDays * DAY)
    );
  };
  return skus
    .filter(allowed)
    .map((sku) => {
      const reasons = skus.flatMap((from) =>
        ['TOGETHER', 'NEXT'].flatMap((kind) => {
          const at = last(from, isPurchase);
          const pair = pairs.get(`${from} ${kind}`)?.find(({ product }) => product.sku === sku);
          if (!pair || at === Number.NEGATIVE_INFINITY) return [];
          return [
            { kind, from, customers: pair.customers, weight: pair.score * 0.5 ** ((now - at) / DAY / halfLifeDays) },
          ];
        }),
      );
      return { sku, reasons, score: reasons.reduce((sum, { weight }) => sum + weight, 0) };
    })
    .filter(({ reasons }) => reasons.length > 0)
    .sort((one, other) => other.score - one.score);
}

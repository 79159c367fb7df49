import { fromMinor } from '../platform/money.ts';
import { type Calendar, formatInstant } from './calendar.ts';
import type { Leaf, Persona } from './leaf.ts';
import { carriedLeaves } from './products-carried.ts';
import { wornLeaves } from './products-worn.ts';
import { type Random, weighted } from './random.ts';
import type { DemoProduct } from './types.ts';

/** A product; `price` in fen (1/100 CNY). */
export interface Article {
  sku: string;
  name: string;
  brand: string;
  price: number;
  leaf: Leaf;
}

/** What every shop put in its window at 618. */
export const heroOf618 = 'model-a';

const leaves: readonly Leaf[] = [...carriedLeaves, ...wornLeaves];

const articlesByLeaf = new Map<Leaf, readonly Article[]>(
  leaves.map((leaf) => [
    leaf,
    leaf.items.map(([sku, name, brand, price]) => ({ sku, name, brand, price: price * 100, leaf })),
  ]),
);

/** All 120 products. */
export const articles: readonly Article[] = [...articlesByLeaf.values()].flat();

const articleBySku = new Map(articles.map((article) => [article.sku, article]));

/** A product by its sku; throws when there is none. */
export function articleOf(sku: string): Article {
  const article = articleBySku.get(sku);
  if (!article) throw new RangeError(`no such product: ${sku}`);
  return article;
}

function drawLeaf(persona: Persona, isCold: boolean): (random: Random) => Leaf {
  return weighted(leaves, ({ appeal, season }) => {
    const inSeason = season === null ? 1 : (season === 'cold') === isCold ? 1.5 : 0.45;
    return appeal[persona] * inSeason;
  });
}

const personas: readonly Persona[] = ['hiker', 'camper', 'runner', 'casual'];
const leafDraws = new Map(
  personas.map((persona) => [persona, { cold: drawLeaf(persona, true), warm: drawLeaf(persona, false) }]),
);

/** How much a seller gets out of a customer: of two things that would do, the dearer or the cheaper one. */
export type Selling = 'weak' | 'middling' | 'strong';

/** What a person of that kind would take, then; chosen by interest, season and who sells. */
export function drawArticle(random: Random, persona: Persona, isCold: boolean, selling: Selling): Article {
  const draws = leafDraws.get(persona);
  if (!draws) throw new RangeError(`no such persona: ${persona}`);
  const choice = articlesByLeaf.get((isCold ? draws.cold : draws.warm)(random)) as readonly Article[];
  const first = random.integer(choice.length);
  const second = random.integer(choice.length);
  const position = selling === 'weak' ? Math.min(first, second) : Math.max(first, second);
  // Most people buy in the middle of the range, so the dearest things stay rare wherever they are sold.
  const restrained = selling !== 'strong' && position === choice.length - 1 && random.chance(0.6) ? 1 : position;
  return choice[restrained] as Article;
}

const poles = articles.filter((article) => article.leaf.path[2] === 'Trekking poles');

/** Trekking poles, the cheaper ones more often. */
export function drawPoles(random: Random): Article {
  return poles[Math.min(random.integer(poles.length), random.integer(poles.length))] as Article;
}

/** Things of which one buys several. */
export function isConsumable(article: Article): boolean {
  return article.price < 10_000 && article.leaf.path[1] !== 'Trekking';
}

/** The product as an import record. */
export function productRecord({ sku, name, brand, price, leaf }: Article, calendar: Calendar): DemoProduct {
  return {
    sku,
    name,
    category: [...leaf.path],
    brand,
    price: { amount: fromMinor(price, 'CNY'), currency: 'CNY' },
    tags: [...(brand === 'Yunling' ? ['own-brand'] : []), ...(sku === heroOf618 ? ['618-hero'] : [])],
    attributes: { categoryZh: leaf.zh },
    updatedAt: formatInstant(calendar.startOf(0)),
  };
}

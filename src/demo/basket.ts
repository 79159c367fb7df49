import { fromMinor } from '../platform/money.ts';
import type { Person } from './people.ts';
import { type Article, articleOf, drawArticle, drawPoles, heroOf618, isConsumable, type Selling } from './products.ts';
import type { Random } from './random.ts';
import type { DemoOrderLine } from './types.ts';

/** What is bought at once; amounts in fen. */
export interface Basket {
  lines: DemoOrderLine[];
  /** What each line comes to, less its discount. */
  lineTotals: number[];
  total: number;
}

/** The circumstances of a purchase. */
export interface Occasion {
  person: Person;
  isCold: boolean;
  promotion: string | null;
  selling: Selling;
  /** 0.4 to 1.6 in a shop, 1 online: how much is added to the first thing. */
  skill: number;
  /** Part of the list price that is asked: 1, at outlets less. */
  priceLevel: number;
}

function drawLineCount(random: Random, { selling, skill }: Occasion): number {
  if (selling === 'weak') return random.chance(0.1) ? 2 : 1;
  const draw = random.next() / (0.5 + skill / 2);
  if (draw < 0.06) return 4;
  if (draw < 0.18) return 3;
  return draw < 0.45 ? 2 : 1;
}

function drawDiscountPercent(random: Random, promotion: string | null): number {
  if (promotion === '618' || promotion === '11.11') return random.between(8, 25);
  if (promotion === 'first-online') return 10;
  return random.chance(0.06) ? 5 : 0;
}

function drawArticles(random: Random, occasion: Occasion): Article[] {
  const { person, isCold, promotion, selling } = occasion;
  const chosen: Article[] = [];
  if (promotion === '618' && random.chance(selling === 'weak' ? 0.75 : 0.35)) chosen.push(articleOf(heroOf618));
  // Poles sell themselves: hikers leave a shop with them even if nobody there shows them more.
  if (selling === 'weak' && person.persona === 'hiker' && random.chance(0.45)) chosen.push(drawPoles(random));
  const count = drawLineCount(random, occasion);
  for (let attempt = 0; chosen.length < count && attempt < count * 3; attempt++) {
    const article = drawArticle(random, person.persona, isCold, selling);
    if (!chosen.includes(article)) chosen.push(article);
  }
  return chosen;
}

/** Fills a basket: one line a product, discounts for the whole line, everything exact to the fen. */
export function drawBasket(random: Random, occasion: Occasion): Basket {
  const lines: DemoOrderLine[] = [];
  const lineTotals: number[] = [];
  let total = 0;
  const percent = drawDiscountPercent(random, occasion.promotion);
  for (const article of drawArticles(random, occasion)) {
    const quantity = isConsumable(article) && random.chance(0.45) ? random.between(2, 4) : 1;
    const unitPrice = Math.round((article.price * occasion.priceLevel) / 100) * 100;
    const discount = Math.floor((unitPrice * quantity * percent) / 100);
    const line: DemoOrderLine = { sku: article.sku, quantity, unitPrice: fromMinor(unitPrice, 'CNY') };
    if (discount > 0) line.discount = fromMinor(discount, 'CNY');
    lines.push(line);
    lineTotals.push(unitPrice * quantity - discount);
    total += unitPrice * quantity - discount;
  }
  return { lines, lineTotals, total };
}

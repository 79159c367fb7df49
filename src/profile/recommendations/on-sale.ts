import { termLengths } from '../../intake/records/tag-term.ts';

/** Which products may be shown. */
export interface Shown {
  readonly outOfSaleTags: readonly string[];
  /** Names of categories of any level; null: all. */
  readonly categories: readonly string[] | null;
  /** When: tags have ends. */
  readonly at: Date;
}

/** Whether `product` may be shown, in Cypher; its values are `onSaleParameters`. */
export const onSale = `none(tag IN product.tags WHERE tag IN $outOfSaleTags)
  AND none(term IN coalesce(product.tagTerms, [])
    WHERE left(term, ${termLengths.until}) > $tagsAt AND substring(term, ${termLengths.tag}) IN $outOfSaleTags)
  AND ($categories IS NULL OR any(name IN product.category WHERE name IN $categories))`;

/** Values for `onSale`. */
export const onSaleParameters = ({ outOfSaleTags, categories, at }: Shown) => ({
  outOfSaleTags,
  categories,
  tagsAt: at.toISOString(),
});

import { describe, expect, it } from 'vitest';
import { completeRule } from './complete.ts';

/** The completions where `|` stands, the text of each; those of a kind only when it is given. */
function at(marked: string, kind?: string): string[] {
  const position = marked.indexOf('|');
  const { completions } = completeRule(marked.replace('|', ''), position);
  return completions.filter((one) => kind === undefined || one.kind === kind).map(({ text }) => text);
}
/** What a text at `|` would be. */
function textAt(marked: string) {
  return completeRule(marked.replace('|', ''), marked.indexOf('|')).text;
}

describe('what may stand at a place in a rule', () => {
  it('is a name, a relation, a negation or a bracket where a condition begins', () => {
    for (const marked of ['|', 'tags has "a" and |', 'tags has "a" or (|', 'not (|', 'purchases and\n  |']) {
      expect(at(marked, 'FIELD').slice(0, 3)).toEqual(['id', 'displayName', 'gender']);
      expect(at(marked, 'RELATION')).toEqual(expect.arrayContaining(['purchases', 'orders', 'events']));
      expect(at(marked, 'KEYWORD')).toEqual(expect.arrayContaining(['not', 'no', 'in segment', '(']));
      expect(at(marked).filter((text) => ['and', 'or', 'where', '=', 'LOW', ')'].includes(text))).toEqual([]);
    }
  });

  it('begins as what was typed begins, whatever its case', () => {
    expect(at('lastP|')).toEqual(['lastPurchaseAt']);
    expect(at('LASTp|')).toEqual(['lastPurchaseAt']);
    expect(completeRule('tags has "a" and lastPurch is known', 22)).toMatchObject({ from: 17, to: 26, typed: 'lastP' });
    expect(at('colour|')).toEqual([]);
  });

  it('follows what brackets and dots speak of', () => {
    expect(at('purchases where (pro|')).toEqual(['promotion']);
    expect(at('purchases where (store.per|')).toEqual(['performance']);
    expect(at('purchases where (lines where (product.cat|')).toEqual(['category']);
    expect(at('purchases where (lines where (product.sku = "a") and st|').sort()).toEqual(['staff', 'status', 'store']);
    expect(at('purchases where (lines where (|', 'OBJECT')).toContain('product');
    expect(at('ref|').sort()).toEqual(['referrals', 'referredBy']);
    expect(at('no house|')).toEqual(['household']);
    expect(at('household where (referredBy where (lastP|')).toEqual(['lastPurchaseAt']);
    expect(at('household sum tot|')).toEqual(['totalSpent']);
    expect(at('events where (store.city = "x") and pur|')).toEqual(
      expect.arrayContaining(['purchaseCount', 'purchases']),
    );
  });

  it('is an operator of the field behind its name', () => {
    expect(at('city |', 'OPERATOR')).toEqual([
      '=',
      '!=',
      'in',
      'not in',
      'contains',
      'starts with',
      'is known',
      'is not known',
    ]);
    expect(at('purchases where (placedAt |', 'OPERATOR')).toEqual(
      expect.arrayContaining(['before', 'after', 'within', 'not within', 'is known', 'is not known']),
    );
    expect(at('purchases where (placedAt |', 'OPERATOR')).not.toContain('=');
    expect(at('tags |', 'OPERATOR')).toEqual(['has', 'has any', 'has all', 'has none']);
    expect(at('city is |')).toEqual(['known', 'not known']);
    expect(at('city is not |')).toEqual(['known']);
    expect(at('city starts |')).toEqual(['with']);
  });

  it('is a fixed word of the field behind its operator', () => {
    expect(at('purchases where (store.performance = |', 'VALUE')).toEqual(['LOW', 'MEDIUM', 'HIGH']);
    expect(at('lifecycleStage in (LOYAL, L|', 'VALUE')).toEqual(['LOYAL', 'LAPSED']);
    expect(at('city = |', 'VALUE')).toEqual([]);
  });

  it('is a measure, `where` or a connective behind a relation, a connective behind a condition', () => {
    expect(at('purchases |')).toEqual(expect.arrayContaining(['count', 'total', 'where', 'and', 'or']));
    expect(at('events |')).not.toContain('total');
    expect(at('purchases count |', 'OPERATOR')).toEqual(['=', '!=', '<', '<=', '>', '>=']);
    expect(at('city = "x" |', 'KEYWORD')).toEqual(['and', 'or']);
    expect(at('(city = "x" |', 'KEYWORD')).toEqual(['and', 'or', ')']);
    expect(at('no pur|')).toEqual(expect.arrayContaining(['purchases']));
  });

  it('is a unit behind the amount of a span of time', () => {
    expect(at('lastSeenAt within 6 |')).toEqual(['hours', 'days', 'weeks', 'months', 'years']);
    expect(at('lastSeenAt within 6 m|')).toEqual(['months']);
  });

  it('is a text that is compared with a value, or names a segment', () => {
    expect(textAt('city = "Sh|')).toEqual({ scope: 'customer', path: ['city'] });
    expect(textAt('purchases where (store.tags has any ("a", |')).toEqual({ scope: 'order', path: ['store', 'tags'] });
    expect(textAt('purchases where (lines where (product.category = |')).toEqual({
      scope: 'line',
      path: ['product', 'category'],
    });
    expect(textAt('not in segment "v|')).toBe('segment');
    expect(textAt('purchaseCount > |')).toBeNull();
    expect(textAt('|')).toBeNull();
    expect(completeRule('city = "Shang"', 10)).toMatchObject({ from: 7, to: 14, typed: 'Sh', completions: [] });
  });

  it('does not depend on what is wrong elsewhere, nor on what follows', () => {
    expect(at('nonsense and (also wrong) or city | and and )', 'OPERATOR')).toContain('starts with');
    expect(at('city = "x" # a comment, cit|')).toEqual([]);
    expect(at('city = "x" # a comment\nand cit|')).toEqual(['city']);
  });

  it('speaks of the scope that is asked for', () => {
    expect(completeRule('plac', 4, 'order').completions).toEqual([
      { text: 'placedAt', kind: 'FIELD', type: 'DateTime', owner: 'order' },
    ]);
  });
});

import { describe, expect, it } from 'vitest';
import { and, compare, inSegment, not, or, relation } from './build.ts';
import { parsed } from './testing/parsed.ts';
import type { Measure } from './tree.ts';

const count = (operator: Measure['operator'], value: string): Measure => ({ measure: 'count', operator, value });
const total = (operator: Measure['operator'], value: string): Measure => ({ measure: 'total', operator, value });
const none = [count('eq', '0')];
const loyal = compare(['lifecycleStage'], 'eq', 'LOYAL');

describe('questions that marketers ask', () => {
  it('reads hikers who bought poles at low-performing stores', () => {
    const rule = parsed(`
      tags has "hiker"
      and purchases where (store.performance = LOW and lines where (product.category = "Trekking poles"))`);
    expect(rule).toEqual({
      kind: 'And',
      rules: [
        { kind: 'Compare', path: ['tags'], operator: 'has', value: 'hiker' },
        {
          kind: 'Relation',
          relation: 'purchases',
          where: {
            kind: 'And',
            rules: [
              { kind: 'Compare', path: ['store', 'performance'], operator: 'eq', value: 'LOW' },
              {
                kind: 'Relation',
                relation: 'lines',
                where: { kind: 'Compare', path: ['product', 'category'], operator: 'eq', value: 'Trekking poles' },
                measures: [],
              },
            ],
          },
          measures: [],
        },
      ],
    });
  });

  it('reads the list of those to win back', () => {
    const rule = parsed(`
      purchases where (promotion = "618" and store.tags has "sales-capability-low" and lines where (product.sku = "model-a"))
      and no events where (name = "store_visit" and occurredAt within 6 months)
      and no orders where (placedAt within 6 months)`);
    const bought = and([
      compare(['promotion'], 'eq', '618'),
      compare(['store', 'tags'], 'has', 'sales-capability-low'),
      relation('lines', compare(['product', 'sku'], 'eq', 'model-a'), []),
    ]);
    const visited = and([compare(['name'], 'eq', 'store_visit'), compare(['occurredAt'], 'within', 'P6M')]);
    expect(rule).toEqual(
      and([
        relation('purchases', bought, []),
        relation('events', visited, none),
        relation('orders', compare(['placedAt'], 'within', 'P6M'), none),
      ]),
    );
  });

  it('reads a cross-sell', () => {
    const rule = parsed(`
      purchases where (promotion = "618" and lines where (product.category = "Trekking poles"))
      and no purchases where (lines where (product.category in ("Shell jackets", "Hiking shoes")))`);
    const poles = relation('lines', compare(['product', 'category'], 'eq', 'Trekking poles'), []);
    const others = relation('lines', compare(['product', 'category'], 'in', ['Shell jackets', 'Hiking shoes']), []);
    expect(rule).toEqual(
      and([
        relation('purchases', and([compare(['promotion'], 'eq', '618'), poles]), []),
        relation('purchases', others, none),
      ]),
    );
  });

  it('reads measures, a stage and a saved segment', () => {
    const rule = parsed(`
      purchases where (placedAt within 90 days) count >= 3 total > 5000
      or (lifecycleStage = LOYAL and not in segment "asked not to be called")`);
    const often = relation('purchases', compare(['placedAt'], 'within', 'P90D'), [
      count('gte', '3'),
      total('gt', '5000'),
    ]);
    expect(rule).toEqual(or([often, and([loyal, not(inSegment('asked not to be called'))])]));
  });
});

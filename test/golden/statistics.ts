import { defaultStatistics, type Statistics } from '../../src/audience/compiler/index.ts';

const complete = (counts: Record<string, readonly [objects: number, links: number]>) => ({
  frequencies: new Map(Object.entries(counts).map(([value, [objects, links]]) => [value, { objects, links }])),
  complete: true,
});

/** A graph with a hundred thousand customers, so that the golden plans stay the same whatever stands in a database. */
export const statistics: Statistics = {
  ...defaultStatistics,
  values: new Map([
    ['product.category', complete({ 'Trekking poles': [40, 12_000], 'Shell jackets': [60, 20_000], 'Hiking shoes': [90, 30_000] })],
    ['product.sku', complete({ 'model-a': [1, 900] })],
    ['product.brand', complete({ Peak: [2_000, 250_000] })],
    ['store.performance', complete({ LOW: [75, 90_000], MEDIUM: [150, 250_000], HIGH: [75, 160_000] })],
    ['store.tags', complete({ 'sales-capability-low': [30, 40_000], outlet: [10, 9_000] })],
    ['store.code', complete({ 'sh-01': [1, 2_500] })],
    ['order.promotion', complete({ '618': [40_000, 40_000], 'test run': [300, 300] })],
    ['event.name', complete({ page_view: [450_000, 450_000], store_visit: [2_000, 2_000] })],
    ['customer.tags', complete({ hiker: [4_000, 4_000], vip: [1_000, 1_000], 'do-not-call': [300, 300] })],
    ['customer.city', complete({ Shanghai: [9_000, 9_000], Beijing: [8_000, 8_000] })],
  ]),
};

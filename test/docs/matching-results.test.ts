import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readPage, tableUnder } from './read-page.ts';

interface Result {
  readonly set: string;
  readonly about: string;
  readonly acceptAbove: number | null;
  readonly quality: { readonly [measure in 'precision' | 'recall' | 'joined' | 'right' | 'wanted']: number };
}
const text = readFileSync(new URL('../../bench/results/matching.json', import.meta.url), 'utf8');
const results: readonly Result[] = JSON.parse(text);
const sets = [...new Set(results.map(({ set }) => set))];
const of = (name: string) => results.filter(({ set }) => set === name);
const febrl = ['febrl1', 'febrl2', 'febrl3', 'febrl4'];

describe('how good joining is, as measured', () => {
  it('is what the page says, to the last digit', () => {
    const shown = tableUnder(readPage('possible-matches.md'), 'How good it is');
    expect(shown).toEqual(
      sets.map((name) => {
        const [, records, people] = /^(\d+) records of (\d+) people$/.exec(of(name)[0]?.about ?? '') ?? [];
        const cells = of(name).map(
          ({ quality: { precision, recall } }) => `${precision.toFixed(4)} / ${recall.toFixed(4)}`,
        );
        return [name, `${records}, ${people}`, ...cells];
      }),
    );
  });

  it('is of the four sets, under the default rules first and then at falling thresholds', () => {
    expect(sets.slice(0, 4)).toEqual(febrl);
    for (const name of sets)
      expect(of(name).map(({ acceptAbove }) => acceptAbove)).toEqual([null, 0.999, 0.99, 0.95, 0.9, 0.8]);
  });

  it('joins at least 99 right pairs of 100 on each of them, by the pairs that were counted', () => {
    for (const { set, quality } of results) {
      const { precision, recall, joined, right, wanted } = quality;
      expect([precision, recall]).toEqual([joined === 0 ? 1 : right / joined, right / wanted]);
      if (febrl.includes(set)) expect(precision).toBeGreaterThanOrEqual(0.99);
    }
  });
});

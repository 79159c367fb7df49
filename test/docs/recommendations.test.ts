import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readRecommendationRules } from '../../src/profile/recommendations/recommendation-rules.ts';
import { coPurchaseKinds } from '../../src/profile/recommendations/score-pairs.ts';
import { useApp } from '../support/app.ts';
import { codes, readPage, tableUnder } from './read-page.ts';

const page = readPage('recommendations.md');
const blocks = (language: string) => page.blocks.filter((block) => block.language === language).map(({ text }) => text);

describe('docs/recommendations.md', () => {
  const app = useApp();

  it('asks what can be asked', async () => {
    const codesOf = async (query: string) => {
      const { errors } = await app.graphql(query, { sku: 'nothing', id: 'cus_nobody' });
      return (errors ?? []).map(({ extensions }) => extensions?.code);
    };
    expect(await Promise.all(blocks('graphql').map(codesOf))).toEqual([[], [], ['NOT_FOUND'], []]);
  });

  it('names the kinds', () => {
    expect(tableUnder(page, 'What is counted').flatMap(([kind = '']) => codes(kind))).toEqual([...coPurchaseKinds]);
  });

  it('shows the rules as they are', () => {
    expect(blocks('json').map((text) => JSON.parse(text))).toEqual([readRecommendationRules(null)]);
  });

  it('tells how good it is as measured, to the last digit', () => {
    const text = readFileSync(new URL('../../bench/results/recommendations.json', import.meta.url), 'utf8');
    const { splits }: { splits: Split[] } = JSON.parse(text);
    expect(tableUnder(page, 'How good it is')).toEqual(
      splits.map(({ cut, people, ours, popular, popularLately }) => [
        cut,
        people.toLocaleString('en-US'),
        ...[ours, popular, popularLately].map((rate) => rate.toFixed(4)),
      ]),
    );
    expect(splits).toHaveLength(3);
  });
});

interface Split {
  readonly cut: string;
  readonly people: number;
  readonly ours: number;
  readonly popular: number;
  readonly popularLately: number;
}

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
});

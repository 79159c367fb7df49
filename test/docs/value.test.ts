import { describe, expect, it } from 'vitest';
import { rfmGroup } from '../../src/profile/value/rfm.ts';
import { useApp } from '../support/app.ts';
import { readPage, tableUnder } from './read-page.ts';

const page = readPage('value.md');

describe('docs/value.md', () => {
  const app = useApp();

  it('asks what can be asked', async () => {
    const [query] = page.blocks;
    expect(await app.graphql(query?.text ?? '', { id: 'cus_nobody' })).toEqual({ data: { customer: null } });
  });

  it('shows the groups as they are', () => {
    const grid = tableUnder(page, 'The groups');
    expect(grid).toEqual(
      [5, 4, 3, 2, 1].map((recency) => [
        String(recency),
        ...[1, 2, 3, 4, 5].map((value) => rfmGroup({ recency, frequency: value, monetary: value })),
      ]),
    );
  });
});

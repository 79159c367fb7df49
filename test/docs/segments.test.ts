import { getOperationAST, parse, validate } from 'graphql';
import { beforeAll, describe, expect, it } from 'vitest';
import { changeCauses } from '../../src/audience/segments/live/members.store.ts';
import { schema } from '../../src/platform/schema.ts';
import { useApp } from '../support/app.ts';
import { codes, readPage, tableUnder } from './read-page.ts';

const page = readPage('segments.md');
const operations = page.blocks.filter(({ language }) => language === 'graphql').map(({ text }) => text);
const isSubscription = (text: string) => getOperationAST(parse(text))?.operation === 'subscription';

describe('docs/segments.md', () => {
  const app = useApp();
  const ids = new Map<string, string>();

  beforeAll(async () => {
    for (const [name, rule] of [
      ['Buyers', 'purchases'],
      ['Asked not to be called', 'tags has "no calls"'],
    ] as const)
      ids.set(name, (await app.application.segments.save({ name, rule })).id);
  });

  it('shows operations that are answered, one after the other', async () => {
    expect(operations.length).toBeGreaterThan(6);
    for (const query of operations.filter((text) => !isSubscription(text))) {
      const { data, errors } = await app.graphql(query, { segments: [...ids.values()] });
      expect(errors, query).toBeUndefined();
      expect(Object.values(data ?? {}), query).not.toContain(null);
    }
  });

  it('shows a subscription of the schema', () => {
    expect(operations.filter(isSubscription).map((text) => validate(schema, parse(text)))).toEqual([[]]);
  });

  it('names every cause', () => {
    const rows = tableUnder(page, 'Who entered, who left').flatMap(([cause = '']) => codes(cause));
    expect(rows).toEqual([...changeCauses]);
  });
});

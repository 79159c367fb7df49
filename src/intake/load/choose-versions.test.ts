import { describe, expect, it } from 'vitest';
import type { EventFact, StoreFact } from '../records/facts.ts';
import { chooseVersions, type StoredVersion } from './choose-versions.ts';

const store = (index: number, at: number, contentHash: string): StoreFact => ({
  type: 'store',
  index,
  key: 's',
  version: new Date(at),
  contentHash,
  properties: {},
});
const choose = (facts: StoreFact[], stored?: StoredVersion) => {
  const { winners, warnings, ...counts } = chooseVersions(facts, new Map(stored ? [['s', stored]] : []));
  return {
    ...counts,
    winner: winners.get('s')?.contentHash ?? null,
    warnings: warnings.map(({ index, code }) => `${index} ${code}`),
  };
};

describe('choosing versions', () => {
  it('creates, then leaves the same content alone', () => {
    expect(choose([store(0, 5, 'a'), store(1, 5, 'a')])).toEqual({
      created: 1,
      updated: 0,
      unchanged: 1,
      winner: 'a',
      warnings: [],
    });
  });

  it('fills a placeholder', () => {
    expect(choose([store(0, 5, 'a')], { contentHash: null, version: null })).toMatchObject({ created: 1, winner: 'a' });
  });

  it('takes newer content and never older', () => {
    const stored = { contentHash: 'b', version: new Date(5) };
    expect(choose([store(0, 6, 'a')], stored)).toMatchObject({ updated: 1, winner: 'a', warnings: [] });
    expect(choose([store(0, 4, 'a')], stored)).toMatchObject({ unchanged: 1, winner: null, warnings: [] });
  });

  it('lets the greater hash win at the same time, in whatever order they come', () => {
    expect(choose([store(0, 5, 'a'), store(1, 5, 'b')])).toMatchObject({ created: 1, updated: 1, winner: 'b' });
    expect(choose([store(0, 5, 'b'), store(1, 5, 'a')])).toEqual({
      created: 1,
      updated: 0,
      unchanged: 1,
      winner: 'b',
      warnings: ['1 SAME_TIME_OTHER_CONTENT'],
    });
  });

  it('never changes an event', () => {
    const event = { type: 'event', index: 3, key: 'e', version: new Date(9), contentHash: 'z' } as EventFact;
    const { winners, unchanged, warnings } = chooseVersions(
      [event],
      new Map([['e', { contentHash: 'a', version: new Date(1) }]]),
    );
    expect([winners.size, unchanged, warnings[0]?.code]).toEqual([0, 1, 'EVENT_CHANGED']);
  });
});

import { describe, expect, it } from 'vitest';
import { RFM_GROUPS, rfmBoundaries, rfmGroup, rfmScores } from './rfm.ts';

const columns = (recency: number[], frequency: number[], monetary: number[]) => ({
  recency: Float64Array.from(recency),
  frequency: Float64Array.from(frequency),
  monetary: Float64Array.from(monetary),
});

describe('scores', () => {
  const tens = [10, 1, 9, 2, 8, 3, 7, 4, 6, 5];
  const boundaries = rfmBoundaries(columns(tens, [1, 1, 1, 1, 1, 1, 1, 2, 2, 9], tens));

  it('are fifths', () => {
    expect(boundaries.recency).toEqual([3, 5, 7, 9]);
    const scores = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map(
      (recency) => rfmScores({ recency, frequency: 0, monetary: 0 }, boundaries).recency,
    );
    expect(scores).toEqual([1, 1, 2, 2, 3, 3, 4, 4, 5, 5]);
  });

  it('are equal where values are: by how many are below', () => {
    // Seven bought once: nobody is below them. 70 % are below two purchases, 90 % below nine.
    expect(boundaries.frequency).toEqual([2, 2, 2, 9]);
    const frequency = (value: number) => rfmScores({ recency: 0, frequency: value, monetary: 0 }, boundaries).frequency;
    expect([1, 2, 3, 9, 20].map(frequency)).toEqual([1, 4, 4, 5, 5]);
  });

  it('are all 1 where all are alike, or nobody is there', () => {
    for (const alike of [[], [5], [5, 5, 5]]) {
      const of = rfmBoundaries(columns(alike, alike, alike));
      expect(rfmScores({ recency: 5, frequency: 5, monetary: 5 }, of)).toEqual({
        recency: 1,
        frequency: 1,
        monetary: 1,
      });
    }
  });
});

describe('groups', () => {
  const group = (recency: number, value: number) => rfmGroup({ recency, frequency: value, monetary: value });

  it('have a name for every score', () => {
    const grid = [5, 4, 3, 2, 1].map((recency) => [1, 2, 3, 4, 5].map((value) => group(recency, value)));
    expect(new Set(grid.flat())).toEqual(new Set(RFM_GROUPS));
    expect(group(5, 5)).toBe('CHAMPIONS');
    expect(group(1, 5)).toBe('CANNOT_LOSE');
    expect(group(1, 1)).toBe('HIBERNATING');
  });

  it('round half a score up', () => {
    expect(rfmGroup({ recency: 5, frequency: 3, monetary: 4 })).toBe('CHAMPIONS');
  });
});

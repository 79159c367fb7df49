import { describe, expect, it } from 'vitest';
import { and, compare, inSegment, not, or, relation } from './build.ts';
import { locateSegment, segmentCycleError, unknownSegmentError } from './segments.ts';
import type { Rule, Scope } from './tree.ts';
import { conditionCount, depthOf, mapRule, segmentReferences, visitRule } from './walk.ts';

const city = compare(['city'], 'eq', 'Shanghai');
const lowStore = compare(['store', 'performance'], 'eq', 'LOW');
const lines = relation('lines', compare(['quantity'], 'gt', 1), []);
const rule = or([
  and([city, relation('purchases', and([lowStore, lines]), []), inSegment('b')]),
  not(inSegment('a')),
  inSegment('b'),
]);

describe('walking a rule', () => {
  it('counts conditions and levels', () => {
    expect(conditionCount(rule)).toBe(8);
    expect([city, lowStore, not(city), and([city, lowStore])].map(depthOf)).toEqual([1, 2, 2, 3]);
    expect(depthOf(rule)).toBe(6);
  });

  it('visits outer rules before inner ones, each with its scope', () => {
    const seen: [Rule['kind'], Scope][] = [];
    visitRule(rule, (part, scope) => seen.push([part.kind, scope]));
    expect(seen).toEqual([
      ['Or', 'customer'],
      ['And', 'customer'],
      ['Compare', 'customer'],
      ['Relation', 'customer'],
      ['And', 'order'],
      ['Compare', 'order'],
      ['Relation', 'order'],
      ['Compare', 'line'],
      ['InSegment', 'customer'],
      ['Not', 'customer'],
      ['InSegment', 'customer'],
      ['InSegment', 'customer'],
    ]);
  });

  it('changes rules from the inside, keeping the form canonical and the original whole', () => {
    const before = structuredClone(rule);
    const saved = and([city, lowStore]);
    const changed = mapRule(rule, (part) => (part.kind === 'InSegment' && part.segment === 'b' ? saved : part));
    expect(changed).toEqual(
      or([and([city, relation('purchases', and([lowStore, lines]), []), city, lowStore]), not(inSegment('a')), saved]),
    );
    expect(rule).toEqual(before);
  });

  it('lists the segments, each once', () => {
    expect(segmentReferences(rule)).toEqual(['b', 'a']);
    expect(segmentReferences(city)).toEqual([]);
  });
});

describe('segments in a text or a filter', () => {
  const text = '# in segment "vip"\ncity = "in segment"\nand not IN segment  "ＶＩＰ" or in segment "b"';

  it('are found where the text names them', () => {
    expect(locateSegment(text, 'VIP')).toEqual({
      line: 3,
      column: 9,
      length: 17,
      excerpt: `and not IN segment  "ＶＩＰ" or in segment "b"\n${' '.repeat(8)}${'^'.repeat(20)}`,
    });
    expect(locateSegment(text, 'vip')).toBeNull();
  });

  it('are marked when nobody has saved them', () => {
    expect(unknownSegmentError('b', ['c', 'loyal'], { text })).toMatchObject({
      code: 'UNKNOWN_SEGMENT',
      message: 'There is no segment with the id or name "b". Did you mean `c`?',
      suggestions: ['c'],
      line: 3,
      column: 30,
      length: 14,
    });
    const filter = { city: { eq: 'a' }, and: [{ not: { inSegment: 'b' } }] };
    expect(unknownSegmentError('b', [], { filter })).toEqual({
      code: 'UNKNOWN_SEGMENT',
      message: 'There is no segment with the id or name "b".',
      suggestions: [],
      path: ['and', '0', 'not', 'inSegment'],
    });
  });

  it('are marked where a rule enters a cycle', () => {
    expect(segmentCycleError('b', ['a', 'b', 'a'], { text })).toMatchObject({
      code: 'SEGMENT_CYCLE',
      message: 'The segment would contain itself: "a" -> "b" -> "a".',
      line: 3,
      column: 30,
    });
  });
});

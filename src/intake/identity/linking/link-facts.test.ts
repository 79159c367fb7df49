import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compositeKey } from '../../../platform/ids.ts';
import { buildIdentityRules } from '../identity-rules.ts';
import { type Linked, type LinkTies, linkFacts } from './link-facts.ts';
import { createReadLinkKey } from './link-limits.ts';
import type { LinkFact } from './linked-group.ts';

const phone = (value: string) => compositeKey('phone', '', value);
const email = (value: string) => compositeKey('email', '', value);
const member = (value: string, scope = 'brand') => compositeKey('member_number', scope, value);
const day = (number: number) => new Date(Date.UTC(2026, 0, number));

const fact = (node: string, strongKeys: string[], more: Partial<LinkFact> = {}): LinkFact => ({
  node,
  strongKeys,
  seenAt: day(1),
  name: null,
  isRecord: true,
  ...more,
});

const rules = {
  kinds: {
    phone: { normaliser: 'phone', strength: 'strong', priority: 30, sharedAbove: 2 },
    email: { normaliser: 'email', strength: 'strong', priority: 40, maxPerCustomer: 2, window: 'P10D' },
  },
};
const readKey = createReadLinkKey(buildIdentityRules(rules, 'the rules of the test'));
const noTies: LinkTies = { together: [], apart: [] };
const link = (facts: readonly LinkFact[], ties = noTies, shared = new Set<string>()) =>
  linkFacts(facts, ties, readKey, shared);
const groupsOf = ({ groups }: Linked) => groups.map((nodes) => [...nodes].sort().join(' ')).sort();

describe('joining facts within limits', () => {
  it('joins over chains of shared values', () => {
    const linked = link([fact('a', [phone('1')]), fact('b', [phone('1'), email('x')]), fact('c', [email('x')])]);
    expect(groupsOf(linked)).toEqual(['a b c']);
    expect(linked.refusals).toEqual([]);
  });

  it('keeps two member numbers of one brand apart, and tells why', () => {
    const linked = link([fact('a', [member('1'), phone('1')]), fact('b', [member('2'), phone('1')])]);
    expect(groupsOf(linked)).toEqual(['a', 'b']);
    expect(linked.refusals).toEqual([{ reason: 'EXCLUSIVE_CONFLICT', key: phone('1'), one: 'a', other: 'b' }]);
  });

  it('lets two member numbers of different brands be one person', () => {
    const linked = link([fact('a', [member('1'), phone('1')]), fact('b', [member('2', 'other'), phone('1')])]);
    expect(groupsOf(linked)).toEqual(['a b']);
  });

  it('joins nobody by an order that names two of what a person has one of, but follows a record that changed its own', () => {
    const both = (isRecord: boolean) => [
      fact('a', [member('1')]),
      fact('b', [member('1'), member('2')], { isRecord }),
      fact('c', [member('2')], { isRecord: false }),
    ];
    const linked = link(both(false));
    expect(groupsOf(linked)).toEqual(['a b', 'c']);
    expect(linked.refusals).toEqual([{ reason: 'EXCLUSIVE_CONFLICT', key: member('2'), one: 'b', other: 'c' }]);
    expect(groupsOf(link(both(true)))).toEqual(['a b c']);
  });

  it('gives a fact that could be either to the one seen first', () => {
    const linked = link([
      fact('a', [member('1'), phone('1')], { seenAt: day(2) }),
      fact('b', [member('2'), phone('1')], { seenAt: day(1) }),
      fact('c', [phone('1')], { seenAt: day(3) }),
    ]);
    expect(groupsOf(linked)).toEqual(['a', 'b c']);
  });

  it('joins by the kind of the lowest priority number first', () => {
    const linked = link([
      fact('a', [member('1'), email('x')]),
      fact('b', [member('2'), phone('1')]),
      fact('c', [email('x'), phone('1')]),
    ]);
    expect(groupsOf(linked)).toEqual(['a', 'b c']);
    expect(linked.refusals).toEqual([{ reason: 'EXCLUSIVE_CONFLICT', key: email('x'), one: 'a', other: 'c' }]);
  });

  it('lets a value that more people have than allowed join nobody', () => {
    const names = ['lin', 'wang', 'zhao'].map((name) => fact(name, [phone('1')], { name }));
    expect(groupsOf(link(names.slice(0, 2)))).toEqual(['lin wang']);
    const linked = link(names);
    expect(groupsOf(linked)).toEqual(['lin', 'wang', 'zhao']);
    expect(linked.shared).toEqual(new Map([[phone('1'), 3]]));
    expect(linked.refusals).toEqual([]);
  });

  it('tells people apart by another kind of value where no names are stated, but not by how often a value is sent', () => {
    const facts = ['1', '2', '3'].map((number) => fact(number, [member(number), phone('1')]));
    expect(link(facts).shared).toEqual(new Map([[phone('1'), 3]]));
    const often = Array.from({ length: 20 }, (_, number) => fact(String(number), [phone('1')], { name: 'lin' }));
    expect(groupsOf(link(often))).toHaveLength(1);
  });

  it('keeps a value shared that was found to be', () => {
    expect(groupsOf(link([fact('a', [phone('1')]), fact('b', [phone('1')])], noTies, new Set([phone('1')])))).toEqual([
      'a',
      'b',
    ]);
  });

  it('refuses more values of a kind than a person may have within the window', () => {
    const chain = (...days: number[]) => [
      fact('a', [email('1'), phone('1')], { seenAt: day(days[0] as number) }),
      fact('b', [email('2'), phone('1')], { seenAt: day(days[1] as number) }),
      fact('c', [email('2'), email('3')], { seenAt: day(days[2] as number) }),
    ];
    expect(groupsOf(link(chain(1, 2, 3)))).toEqual(['a b', 'c']);
    expect(link(chain(1, 2, 3)).refusals).toEqual([
      { reason: 'TOO_MANY_VALUES', key: email('2'), one: 'b', other: 'c' },
    ]);
    expect(groupsOf(link(chain(1, 2, 20)))).toEqual(['a b c']);
  });

  it('holds to what was decided, before anything else', () => {
    const facts = [
      fact('a', [member('1')]),
      fact('b', [member('2')]),
      fact('c', [phone('1')]),
      fact('d', [phone('1')]),
    ];
    const linked = link(facts, { together: [['a', 'b']], apart: [['c', 'd']] });
    expect(groupsOf(linked)).toEqual(['a b', 'c', 'd']);
    expect(linked.refusals).toEqual([{ reason: 'KEPT_APART', key: phone('1'), one: 'c', other: 'd' }]);
  });

  it('depends on nothing but the facts', () => {
    const value = fc.oneof(
      fc.constantFrom('1', '2', '3').map(phone),
      fc.constantFrom('1', '2', '3', '4').map(email),
      fc.constantFrom('1', '2', '3').map((number) => member(number)),
    );
    const some = fc.record({
      strongKeys: fc.uniqueArray(value, { minLength: 1, maxLength: 3 }),
      seenAt: fc.integer({ min: 1, max: 28 }).map(day),
      name: fc.constantFrom(null, 'lin', 'wang', 'zhao'),
    });
    const facts = fc
      .array(some, { maxLength: 12 })
      .map((list) => list.map((one, at) => fact(`n${at}`, one.strongKeys, one)));
    fc.assert(
      fc.property(
        facts.chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length }))),
        ([list, shuffled]) => {
          const [one, other] = [link(list), link(shuffled)];
          expect(groupsOf(other)).toEqual(groupsOf(one));
          const told = (linked: Linked) => linked.refusals.map((refusal) => JSON.stringify(refusal)).sort();
          expect(told(other)).toEqual(told(one));
          expect(new Map(other.shared)).toEqual(new Map(one.shared));
        },
      ),
      { numRuns: 500 },
    );
  });
});

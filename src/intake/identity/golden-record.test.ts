import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type RecordProfile, survive } from './golden-record.ts';

type Given = Partial<Omit<RecordProfile, 'observedAt'>> & { observedAt?: string };

/** A record that differs from a plain first-party one only in what is given. */
function record({ observedAt = '2026-06-18T03:02:00.000Z', ...given }: Given): RecordProfile {
  return {
    source: 'pos',
    recordId: '1',
    provenance: 'FIRST_PARTY',
    profile: {},
    tags: [],
    ...given,
    observedAt: new Date(observedAt),
  };
}

const older = '2026-01-01T00:00:00.000Z';
const newer = '2026-02-01T00:00:00.000Z';

describe('survive', () => {
  it('knows nothing without records', () => {
    expect(survive([])).toEqual({
      displayName: null,
      givenName: null,
      familyName: null,
      gender: null,
      birthDate: null,
      language: null,
      address: null,
      attributes: {},
      tags: [],
      tagTerms: [],
      origins: [],
    });
  });

  it('believes the newest of one provenance, attribute by attribute', () => {
    const golden = survive([
      record({ observedAt: newer, recordId: 'new', profile: { language: 'en' } }),
      record({ observedAt: older, recordId: 'old', profile: { language: 'zh-CN', birthDate: '1990-05-17' } }),
    ]);
    expect(golden).toMatchObject({ language: 'en', birthDate: '1990-05-17' });
    expect(golden.origins).toEqual([
      {
        name: 'birthDate',
        value: '1990-05-17',
        source: 'pos',
        recordId: 'old',
        provenance: 'FIRST_PARTY',
        observedAt: new Date(older),
      },
      {
        name: 'language',
        value: 'en',
        source: 'pos',
        recordId: 'new',
        provenance: 'FIRST_PARTY',
        observedAt: new Date(newer),
      },
    ]);
  });

  it('believes the nearer source, however old', () => {
    const third = record({
      provenance: 'THIRD_PARTY',
      observedAt: '2026-03-01T00:00:00Z',
      profile: { language: 'fr' },
    });
    const second = record({ provenance: 'SECOND_PARTY', observedAt: newer, profile: { language: 'de' } });
    const first = record({ provenance: 'FIRST_PARTY', observedAt: older, profile: { language: 'zh' } });
    expect(survive([third, second, first]).language).toBe('zh');
    expect(survive([third, second]).language).toBe('de');
  });

  it('settles equal times by the greater source and record id', () => {
    const golden = survive([
      record({ source: 'tmall', recordId: '1', profile: { language: 'b' } }),
      record({ source: 'pos', recordId: '9', profile: { language: 'z' } }),
      record({ source: 'tmall', recordId: '2', profile: { language: 'a' } }),
    ]);
    expect(golden.language).toBe('a');
  });

  it('never lets nothing win over something', () => {
    const said = record({
      observedAt: older,
      provenance: 'THIRD_PARTY',
      profile: { displayName: 'Lin', gender: 'FEMALE' },
    });
    for (const nothing of [
      '',
      '  ',
      'null',
      'NULL',
      'N/A',
      '---',
      '***',
      '未知',
      'undefined',
      '\u200b',
      null,
      undefined,
    ]) {
      const golden = survive([said, record({ profile: { displayName: nothing, gender: 'UNKNOWN' } })]);
      expect(golden).toMatchObject({ displayName: 'Lin', gender: 'FEMALE' });
    }
    expect(survive([record({ profile: { displayName: 'null', birthDate: '1900-01-01' } })]).origins).toEqual([]);
  });

  it('keeps short names that only look like placeholders', () => {
    expect(survive([record({ profile: { familyName: 'Li', givenName: 'Na' } })]).displayName).toBe('Na Li');
    expect(survive([record({ profile: { displayName: '🌸' } })]).displayName).toBe('🌸');
  });

  it('keeps UNKNOWN as the gender when nobody knows more', () => {
    expect(survive([record({ profile: { gender: 'UNKNOWN' } })]).gender).toBe('UNKNOWN');
    expect(survive([record({})]).gender).toBeNull();
  });

  it('takes an address whole from one record', () => {
    const golden = survive([
      record({
        observedAt: older,
        recordId: 'old',
        profile: { address: { line: '1 Nanjing Rd', city: 'Shanghai', province: 'Shanghai', postalCode: '200000' } },
      }),
      record({
        observedAt: newer,
        recordId: 'new',
        profile: { address: { city: 'Beijing', line: ' ', district: null } },
      }),
      record({ profile: { address: { line: '', city: 'unknown' } } }),
    ]);
    expect(golden.address).toEqual({
      line: null,
      district: null,
      city: 'Beijing',
      province: null,
      country: null,
      postalCode: null,
    });
    expect(golden.origins.map(({ name, value, recordId }) => [name, value, recordId])).toEqual([
      ['city', 'Beijing', 'new'],
    ]);
  });

  it('calls the street addressLine', () => {
    const golden = survive([record({ profile: { address: { line: '1 Nanjing Rd', country: 'CN' } } })]);
    expect(golden.origins.map(({ name, value }) => [name, value])).toEqual([
      ['addressLine', '1 Nanjing Rd'],
      ['country', 'CN'],
    ]);
  });

  it('decides a source’s own attributes key by key', () => {
    const golden = survive([
      record({
        observedAt: older,
        recordId: 'old',
        profile: { attributes: { shoeSize: 38, sport: 'hiking', pets: ['cat'] } },
      }),
      record({ observedAt: newer, recordId: 'new', profile: { attributes: { shoeSize: 39, sport: null, pets: [] } } }),
      record({ profile: { attributes: ['not', 'an object'] } }),
    ]);
    expect(JSON.stringify(golden.attributes)).toBe('{"pets":["cat"],"shoeSize":39,"sport":"hiking"}');
    expect(golden.origins.map(({ name, value, recordId }) => [name, value, recordId])).toEqual([
      ['attributes.pets', ['cat'], 'old'],
      ['attributes.shoeSize', 39, 'new'],
      ['attributes.sport', 'hiking', 'old'],
    ]);
  });

  it('takes any key of an attribute as a plain key', () => {
    const attributes: unknown = JSON.parse('{"__proto__":{"admin":true},"constructor":1}');
    const golden = survive([record({ profile: { attributes } })]);
    expect(JSON.stringify(golden.attributes)).toBe('{"__proto__":{"admin":true},"constructor":1}');
    expect(Object.getPrototypeOf(golden.attributes)).toBe(Object.prototype);
  });

  it('keeps the tags of all records, sorted, each from the source nearest to it', () => {
    const golden = survive([
      record({ observedAt: newer, recordId: 'b', provenance: 'SECOND_PARTY', tags: ['vip', ' hiker ', ''] }),
      record({ observedAt: older, recordId: 'a', tags: ['hiker', 'hiker'] }),
      record({ tags: null }),
    ]);
    expect(golden.tags).toEqual(['hiker', 'vip']);
    expect(golden.origins.map(({ name, value, recordId }) => [name, value, recordId])).toEqual([
      ['tags', 'hiker', 'a'],
      ['tags', 'vip', 'b'],
    ]);
  });
});

describe('the name that survives', () => {
  it('is shown as stated, else made of its parts', () => {
    const shown = (profile: RecordProfile['profile']) => survive([record({ profile })]).displayName;
    expect(shown({ displayName: 'Lin Lin', givenName: '小雨', familyName: '林' })).toBe('Lin Lin');
    expect(shown({ givenName: '小雨', familyName: '林' })).toBe('林小雨');
    expect(shown({ givenName: 'Xiaoyu', familyName: 'Lin' })).toBe('Xiaoyu Lin');
    expect(shown({ givenName: 'Anna', familyName: '林' })).toBe('Anna 林');
    expect(shown({ familyName: 'Lin' })).toBe('Lin');
    expect(shown({ givenName: 'Xiaoyu' })).toBe('Xiaoyu');
  });

  it('comes rather from a record that has both parts', () => {
    const whole = record({ observedAt: older, recordId: 'whole', profile: { givenName: 'Xiaoyu', familyName: 'Lin' } });
    const part = record({ observedAt: newer, recordId: 'part', profile: { familyName: 'Wang' } });
    expect(survive([whole, part])).toMatchObject({ givenName: 'Xiaoyu', familyName: 'Lin', displayName: 'Xiaoyu Lin' });
  });

  it('comes from the nearer source even when that has one part only, and is filled up where nothing contradicts', () => {
    const clerk = record({ observedAt: older, recordId: 'clerk', profile: { familyName: 'Lin' } });
    const shop = record({
      provenance: 'SECOND_PARTY',
      recordId: 'shop',
      profile: { givenName: 'Xiaoyu', familyName: 'Lin' },
    });
    const golden = survive([shop, clerk]);
    expect(golden).toMatchObject({ givenName: 'Xiaoyu', familyName: 'Lin', displayName: 'Xiaoyu Lin' });
    expect(golden.origins.map(({ name, recordId }) => [name, recordId])).toEqual([
      ['displayName', 'clerk'],
      ['familyName', 'clerk'],
      ['givenName', 'shop'],
    ]);
  });

  it('is never mixed from two names', () => {
    const clerk = record({ profile: { familyName: 'Lin' } });
    const other = record({ provenance: 'SECOND_PARTY', profile: { givenName: 'Wei', familyName: 'Wang' } });
    expect(survive([clerk, other])).toMatchObject({ givenName: null, familyName: 'Lin', displayName: 'Lin' });
  });
});

describe('the golden record', () => {
  const text = fc.option(fc.constantFrom('a', 'b', '', 'null', ' a '));
  const records = fc.array(
    fc.record({
      source: fc.constantFrom('pos', 'tmall'),
      recordId: fc.constantFrom('1', '2', '3'),
      provenance: fc.constantFrom('FIRST_PARTY' as const, 'SECOND_PARTY' as const, 'THIRD_PARTY' as const),
      observedAt: fc.constantFrom(new Date(older), new Date(newer)),
      profile: fc.record({
        displayName: text,
        givenName: text,
        familyName: text,
        gender: fc.constantFrom('FEMALE', 'MALE', 'UNKNOWN', null),
        address: fc.option(fc.record({ city: text, line: text })),
        attributes: fc.option(fc.dictionary(fc.constantFrom('x', 'y'), fc.oneof(fc.constantFrom('p', 'q'), fc.nat(2)))),
      }),
      tags: fc.array(fc.constantFrom('t', 'u', ' t')),
    }),
    { maxLength: 8 },
  );

  it('does not depend on the order of the records', () => {
    const shuffled = records.chain((list) =>
      fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
    );
    fc.assert(
      fc.property(shuffled, ([list, other]) => {
        expect(JSON.stringify(survive(other))).toBe(JSON.stringify(survive(list)));
      }),
      { numRuns: 500 },
    );
  });

  it('holds only what a record says, and traces each value to one that says it', () => {
    const statedBy = ({ profile, tags }: RecordProfile, name: string): unknown[] => {
      const own = Object.entries(profile.attributes ?? {}).map(([key, value]) => [`attributes.${key}`, value] as const);
      const single = new Map<string, unknown>([
        ['gender', profile.gender],
        ['city', profile.address?.city],
        ['addressLine', profile.address?.line],
        ...own,
      ]);
      const values: readonly unknown[] = name === 'tags' ? (tags ?? []) : [single.get(name)];
      return values.map((value) => (typeof value === 'string' ? value.trim() : value));
    };
    fc.assert(
      fc.property(records, (list) => {
        const origins = survive(list).origins.filter(({ name }) => !name.endsWith('Name'));
        for (const { name, value, source, recordId, observedAt } of origins) {
          const sameRecord = (one: RecordProfile) =>
            one.source === source && one.recordId === recordId && one.observedAt.getTime() === observedAt.getTime();
          expect(list.filter(sameRecord).flatMap((one) => statedBy(one, name))).toContain(value);
        }
      }),
    );
  });
});

import { describe, expect, it, test } from 'vitest';
import type { ProfileInput } from '../../../platform/generated/schema-types.ts';
import { buildIdentityRules } from '../identity-rules.ts';
import { createIdentifierNormaliser } from '../normalise-identifier.ts';
import { blockingKeys } from './blocking-keys.ts';
import { compareRecords } from './compare-records.ts';
import { readFeatures } from './read-features.ts';
import { isOneSlip, jaroWinkler } from './text-similarity.ts';
import { frequencyClass, weighComparison } from './weigh-comparison.ts';

const rules = buildIdentityRules(
  { kinds: { ssn: { normaliser: 'digits', strength: 'strong', exclusive: true, scoped: false } } },
  'the rules of the test',
);
const { normalise } = createIdentifierNormaliser(rules);

interface Said extends ProfileInput {
  readonly phone?: string;
  readonly email?: string;
  readonly ssn?: string;
}
function featuresOf({ phone, email, ssn, ...profile }: Said, key = 'r') {
  const stated = Object.entries({ phone, email, ssn }).flatMap(([kind, value]) =>
    value === undefined ? [] : [normalise({ kind, value })],
  );
  return readFeatures({ key, profile, stated }, rules);
}
/** The levels of a comparison, the same from either side; null where a field is not compared. */
function levelsOf(one: Said, other: Said): string {
  const levels = (left: Said, right: Said) =>
    compareRecords(featuresOf(left), featuresOf(right))
      .map(({ field, level }) => `${field} ${level}`)
      .join(', ');
  expect(levels(other, one)).toBe(levels(one, other));
  return levels(one, other);
}
const name = (displayName: string): Said => ({ displayName });
const parts = (familyName: string, givenName: string): Said => ({ familyName, givenName });

describe('names', () => {
  it.each([
    ['林小雨', '林 小雨', 'SAME'],
    ['張國榮', '张国荣', 'SAME'],
    ['林小雨女士', '林小雨', 'SAME'],
    ['林小雨', 'Lin Xiaoyu', 'SAME'],
    ['林小雨', 'XIAO YU LIN', 'SAME'],
    ['林小雨', 'LINXIAOYU', 'SAME'],
    ['林小雨', 'Xiao-Yu Lin', 'SAME'],
    ['吕布', 'Lü Bu', 'SAME'],
    ['呂布', 'LYU BU', 'SAME'],
    ['吕布', 'Lv Bu', 'SAME'],
    ['单雄信', 'Shan Xiongxin', 'SAME'],
    ['欧阳娜娜', 'Nana Ouyang', 'SAME'],
    ['Grace Hopper', 'HOPPER, Grace', 'SAME'],
    ['Dr. José Núñez', 'Jose Nunez', 'SAME'],
    ["Conan O'Brien", 'Conan OBrien', 'SAME'],
    ['王小明', '王晓明', 'SAME_SOUND'],
    ['Jon Smithe', 'Jon Smith', 'CLOSE'],
    ['J. Smith', 'John Smith', 'CLOSE'],
    ['Chris Miller', 'Christopher Miller', 'CLOSE'],
    ['LINXIAOYV', '林小雨', 'CLOSE'],
    ['林女士', '林小雨', 'ONE_PART_MISSING'],
    ['Anna Smith', 'Anna Jones', 'GIVEN_NAME_ONLY'],
    ['王小雨', '王小云', 'FAMILY_NAME_ONLY'],
    ['Kevin Lin', '林小雨', 'FAMILY_NAME_ONLY'],
    ['爱徒步的雪', '王雪', 'DIFFERENT'],
    ['李强', '王芳', 'DIFFERENT'],
  ])('%s and %s: %s', (one, other, level) => {
    expect(levelsOf(name(one), name(other))).toBe(`NAME ${level}`);
  });

  it('may come in parts, or both ways; a nickname beside the name does not hide it', () => {
    expect(levelsOf(parts('司马', '相如'), name('Xiangru Sima'))).toBe('NAME SAME');
    expect(levelsOf(parts('Smith', 'John'), parts('john', 'SMITH'))).toBe('NAME SAME');
    expect(levelsOf({ ...parts('王', '雪'), displayName: '爱徒步的雪' }, name('王雪'))).toBe('NAME SAME');
    expect(levelsOf({ familyName: '王', displayName: '王大明' }, name('王小雨'))).toBe('NAME FAMILY_NAME_ONLY');
    expect(levelsOf(name('null'), name('王小雨'))).toBe('');
  });
});

test.each([
  ['1990-02-03', '1990-02-03', 'BIRTH_DATE SAME'],
  ['1990-02-03', '1990-03-02', 'BIRTH_DATE CLOSE'],
  ['1990-02-03', '1990-02-08', 'BIRTH_DATE CLOSE'],
  ['1990-02-03', '1987-02-04', 'BIRTH_DATE DIFFERENT'],
])('birth dates %s and %s: %s', (one, other, levels) => {
  expect(levelsOf({ birthDate: one }, { birthDate: other })).toBe(levels);
});

test.each([
  ['13812345678', '13812345687', 'PHONE CLOSE'],
  ['13812345678', '1381234567', 'PHONE CLOSE'],
  ['13812345678', '13898765432', 'PHONE DIFFERENT'],
  ['13800000000', '13812345678', ''],
])('phones %s and %s: %s', (one, other, levels) => {
  expect(levelsOf({ phone: one }, { phone: other })).toBe(levels);
});

test.each([
  ['lin.xy@example.com', 'lin.yx@example.com', 'EMAIL CLOSE'],
  ['lin.xy@gmail.com', 'lin.xy@gmial.com', 'EMAIL CLOSE'],
  ['lin.xy@gmail.com', 'linxy@outlook.com', 'EMAIL SAME_MAILBOX_ELSEWHERE'],
  ['abc@gmail.com', 'abd@gmail.com', 'EMAIL DIFFERENT'],
])('mailboxes %s and %s: %s', (one, other, levels) => {
  expect(levelsOf({ email: one }, { email: other })).toBe(levels);
});

test.each([
  [{ line: '中山路12号3栋502室', city: '上海市' }, { line: '中山路 12号 3棟 502室', city: 'Shanghai' }, 'SAME'],
  [{ line: '87 Poynton Street', postalCode: '4655' }, { line: '87 Poyntn Street', postalCode: '4655' }, 'CLOSE'],
  [{ line: '中山路12号502室', district: '静安区' }, { line: '中山路12号503室', district: '静安' }, 'SAME_AREA'],
  [{ city: 'Shanghai' }, { city: '上海', district: '静安区' }, 'SAME_CITY'],
  [{ line: '1 Main Street', city: 'Leeds' }, { line: '1 Main Street', city: 'York' }, 'DIFFERENT'],
])('addresses %j and %j: %s', (one, other, level) => {
  expect(levelsOf({ address: one }, { address: other })).toBe(`ADDRESS ${level}`);
});

test('numbers of which a person has one', () => {
  expect(levelsOf({ ssn: '6988048' }, { ssn: '6988084' })).toBe('OWN_NUMBER CLOSE');
  expect(levelsOf({ ssn: '6988048' }, { ssn: '5056485' })).toBe('OWN_NUMBER DIFFERENT');
  expect(levelsOf({ ssn: '6988048' }, { ssn: '6988048' })).toBe('');
});

test('a slip is one change at most', () => {
  const pairs = [
    ['abc', 'abc'],
    ['abc', 'ab'],
    ['abc', 'abdc'],
    ['abc', 'acb'],
    ['abc', 'xbc'],
    ['', 'a'],
  ] as const;
  expect(pairs.every(([one, other]) => isOneSlip(one, other) && isOneSlip(other, one))).toBe(true);
  expect([isOneSlip('abcd', 'badc'), isOneSlip('abc', 'cba'), isOneSlip('', 'ab'), isOneSlip('aab', 'abba')]).toEqual([
    false,
    false,
    false,
    false,
  ]);
  // Winkler's own examples
  expect(jaroWinkler('martha', 'marhta')).toBeCloseTo(0.9611, 4);
  expect(jaroWinkler('dixon', 'dicksonx')).toBeCloseTo(0.8133, 4);
  expect(jaroWinkler('abc', 'xyz')).toBe(0);
});

describe('the score', () => {
  const compared = (one: Said, other: Said) => compareRecords(featuresOf(one), featuresOf(other));
  const score = (one: Said, other: Said, inBlock = 0, records = 1024) =>
    weighComparison(compared(one, other), { records, inBlock: () => inBlock }).score;
  const wang = { displayName: '王伟', birthDate: '1990-01-01' };

  it('falls with the frequency of what agrees, and with the number of records', () => {
    expect(score(wang, wang)).toBe(0.999964);
    expect(score(wang, wang, 64)).toBeLessThan(0.1);
    expect(score(wang, wang, 0, 1 << 20)).toBeLessThan(0.9998);
    expect(score(name('王伟'), name('王伟'))).toBeLessThan(0.5);
  });

  it('does not take relatives of one household for one person', () => {
    const home = { address: { line: '中山路12号3栋502室', city: '上海' } };
    const [one, other] = [
      { ...wang, ...home, phone: '13700000101' },
      { ...home, displayName: '王芳', phone: '13700000102' },
    ];
    const weighed = weighComparison(compared(one, other), { records: 1024, inBlock: () => 0 });
    const household = weighed.comparisons.filter(({ field }) => field === 'PHONE' || field === 'ADDRESS');
    expect(household.reduce((sum, { weight }) => sum + weight, 0)).toBe(2);
    expect(weighed.score).toBeLessThan(0.01);
  });

  it('counts by powers of two', () => {
    expect([0, 3, 4, 7, 8, 63, 64].map(frequencyClass)).toEqual([0, 0, 4, 4, 8, 32, 64]);
  });
});

test('whoever is one slip apart shares a block', () => {
  const shares = (one: Said, other: Said) => {
    const blocks = new Set(blockingKeys(featuresOf(one)));
    return blockingKeys(featuresOf(other)).some((key) => blocks.has(key));
  };
  const named = (more: Said): Said => ({ displayName: 'Wei Wang', ...more });
  const typed = (more: Said): Said => ({ displayName: 'Wie Wang', ...more });
  for (let at = 1; at < 11; at++) {
    const digits = [...'13812345678'];
    digits[at] = String((Number(digits[at]) + 1) % 10);
    expect(shares(named({ phone: '13812345678' }), typed({ phone: digits.join('') })), `phone digit ${at}`).toBe(true);
  }
  for (let at = 0; at < 10; at++) {
    const letters = [...'murongxueyi'];
    letters.splice(at, 1);
    const email = `${letters.join('')}@example.com`;
    expect(shares({ email: 'murongxueyi@example.com' }, { email }), `letter ${at}`).toBe(true);
  }
  expect(shares({ email: 'murong@gmail.com' }, { email: 'murong@gmial.com' })).toBe(true);
  expect(shares(name('林小雨'), name('Xiaoyu Lin'))).toBe(true);
  expect(shares(typed({ birthDate: '1990-01-01' }), named({ birthDate: '1990-01-01' }))).toBe(true);
});

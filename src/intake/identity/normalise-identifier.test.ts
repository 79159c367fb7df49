import { describe, expect, it } from 'vitest';
import { buildIdentityRules } from './identity-rules.ts';
import { createIdentifierNormaliser } from './normalise-identifier.ts';

const normaliser = createIdentifierNormaliser(buildIdentityRules({}, 'test'));
const keyOf = (kind: string, value: string, scope?: string) => normaliser.normalise({ kind, value, scope }).key;
const statusOf = (kind: string, value: string) => normaliser.normalise({ kind, value }).status;

describe('normalising identifiers', () => {
  it.each([
    '13800138000',
    '138 0013 8000',
    '138-0013-8000',
    '+86 138 0013 8000',
    '0086 13800138000',
    '８６13800138000'.replace('８６', '+86'),
    '１３８００１３８０００',
    ' 13800138000\u200B',
  ])('reads the phone %s as one E.164 number', (value) => {
    expect(keyOf('phone', value)).toBe('phone||+8613800138000');
  });

  it('keeps foreign numbers, and ignores a scope where a value means the same everywhere', () => {
    expect(keyOf('phone', '+44 20 7946 0958', 'shop-1')).toBe('phone||+442079460958');
  });

  it('lowers and trims e-mails', () => {
    expect(keyOf('email', ' Lin@Example.com ')).toBe('email||lin@example.com');
  });

  it('keeps marketplace ids as they are, within their scope', () => {
    expect(keyOf('tmall_id', 'Ab|1', 'shop')).toBe('tmall_id|shop|Ab\\|1');
    expect(keyOf('tmall_id', 'Ab|1', 'other')).toBe('tmall_id|other|Ab\\|1');
  });

  it('gives a member number without a scope the default scope', () => {
    expect(keyOf('member_number', ' M7 ')).toBe('member_number|brand|M7');
    expect(keyOf('member_number', 'M7', 'brand')).toBe('member_number|brand|M7');
  });

  it.each([
    ['phone', '00000000000'],
    ['phone', 'null'],
    ['phone', '13800000000'],
    ['phone', '18888888888'],
    ['email', 'TEST@test.com'],
    ['email', 'no-reply@shop.cn'],
    ['jd_id', '无'],
    ['member_number', '0000'],
    ['cookie', 'undefined'],
    ['wechat_unionid', '  '],
  ])('blocks the junk %s "%s"', (kind, value) => {
    expect(normaliser.normalise({ kind, value })).toMatchObject({ status: 'blocked', key: null, normalised: null });
  });

  it.each([
    ['phone', '12345'],
    ['phone', '2380013800012'],
    ['email', 'lin at example.com'],
    ['email', 'lin@localhost'],
  ])('doubts the %s "%s"', (kind, value) => {
    expect(statusOf(kind, value)).toBe('doubtful');
  });

  it('names the known kinds when one is unknown', () => {
    expect(() => keyOf('passport', 'E1')).toThrow(
      /"passport" is not declared. Known kinds: alipay_id, cookie, device_id/,
    );
  });

  it('obeys a rules file: new kinds, normalisers, country and blocked values', () => {
    const own = createIdentifierNormaliser(
      buildIdentityRules(
        {
          defaultCountry: 'GB',
          kinds: {
            ssn: { normaliser: 'digits', strength: 'strong' },
            plate: { normaliser: 'upper', strength: 'weak' },
          },
          blocked: { values: ['Nobody'] },
        },
        'test',
      ),
    );
    expect(own.normalise({ kind: 'ssn', value: '123-45-67' }).key).toBe('ssn||1234567');
    expect(own.normalise({ kind: 'plate', value: 'ab 1' })).toMatchObject({ key: 'plate||AB 1', strength: 'weak' });
    expect(own.normalise({ kind: 'phone', value: '020 7946 0958' }).key).toBe('phone||+442079460958');
    expect(own.normalise({ kind: 'jd_id', value: 'NOBODY' }).status).toBe('blocked');
    expect(own.normalise({ kind: 'jd_id', value: '无' }).status).toBe('accepted');
  });

  it.each([
    [{ kinds: { phone: { normaliser: 'telephone', strength: 'strong' } } }, /kinds.phone.normaliser/],
    [{ kinds: { phone: { normaliser: 'phone', strength: 'strong', max: 3 } } }, /kinds.phone/],
    [{ blocked: { patterns: ['('] } }, /blocked.patterns.0: .*a regular expression/],
  ])('refuses faulty rules and says where: %j', (rules, message) => {
    expect(() => buildIdentityRules(rules, 'rules.json')).toThrow(message);
  });
});

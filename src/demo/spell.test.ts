import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { describe, expect, it } from 'vitest';
import { createRandom } from './random.ts';
import { junkPhones, mistypePhone, spellEmail, spellPhone } from './spell.ts';

const read = (text: string) => {
  const phone = parsePhoneNumberFromString(text, 'CN');
  return phone?.isValid() ? phone.number : null;
};

describe('spellings', () => {
  it('writes a phone in at least eight ways that all mean the same number', () => {
    const random = createRandom(1, 1, 1);
    const spelled = new Set(Array.from({ length: 2000 }, () => spellPhone(random, '13912345678')));
    expect(spelled).toContain('139 1234 5678');
    expect(spelled).toContain('008613912345678');
    expect(spelled).toContain('１３９１２３４５６７８');
    expect(spelled.size).toBe(9);
    for (const text of spelled) expect(read(text)).toBe('+8613912345678');
  });

  it('mistypes a phone so that it is never the right one, and sometimes none at all', () => {
    const random = createRandom(1, 1, 2);
    const wrong = Array.from({ length: 1000 }, () => mistypePhone(random, '13912345578'));
    for (const text of wrong) expect(read(text)).not.toBe('+8613912345578');
    const short = wrong.filter((text) => text.length === 10);
    expect(short.length).toBeGreaterThan(300);
    for (const text of short) expect(read(text)).toBeNull();
  });

  it('changes no more of an e-mail address than its capitals and blanks', () => {
    const random = createRandom(1, 1, 3);
    const spelled = new Set(Array.from({ length: 500 }, () => spellEmail(random, 'lin@example.com')));
    expect(spelled.size).toBe(4);
    for (const text of spelled) expect(text.trim().toLowerCase()).toBe('lin@example.com');
  });

  it('has junk that is no phone number', () => {
    expect(junkPhones.map(read)).toEqual([null, null, null, null]);
  });
});

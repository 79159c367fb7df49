import type { Dice } from './dice.ts';
import type { IdentifierJson } from './record-input.ts';

/** What somebody can be known by. Facts state parts of it, so only the facts decide who is one person. */
export interface Somebody {
  strong: IdentifierJson[];
  weak: IdentifierJson[];
}

/** People with phones, accounts and devices; some share a phone or a device with another. */
export function somebodies(dice: Dice): Somebody[] {
  const people = Array.from({ length: dice.number(10, 40) }, (_, index) => somebody(index, dice));
  for (const person of people) {
    const other = dice.pick(people);
    if (dice.chance(0.1)) person.strong.push(dice.pick(other.strong));
    if (dice.chance(0.2) && other.weak.length > 0) person.weak.push(dice.pick(other.weak));
  }
  return people;
}

function somebody(index: number, dice: Dice): Somebody {
  const all: IdentifierJson[] = [
    { kind: 'phone', value: `1381234${String(2000 + index)}` },
    { kind: 'phone', value: `1391234${String(3000 + index)}` },
    { kind: 'email', value: `person${index}@mail.example` },
    { kind: 'member_number', value: `M${index}` },
    { kind: 'wechat_unionid', value: `oU_${index}`, scope: 'open-1' },
    { kind: 'wechat_openid', value: `oO_${index}`, scope: dice.pick(['app-mini', 'app-service']) },
    { kind: 'tmall_id', value: `T${index}`, ...(dice.chance(0.5) ? { scope: 'shop-1' } : {}) },
  ];
  const strong = dice.some(all, 0.45);
  const weak: IdentifierJson[] = [
    { kind: 'device_id', value: `d-${index}` },
    { kind: 'cookie', value: `c-${index}` },
  ];
  return { strong: strong.length > 0 ? strong : [dice.pick(all)], weak: dice.some(weak, 0.6) };
}

/** Another spelling of the same identifier. */
export function respell({ kind, value, scope }: IdentifierJson, dice: Dice): IdentifierJson {
  const spelled = { kind, value: respellValue(kind, value, dice) };
  if (kind === 'member_number' && dice.chance(0.5)) return { ...spelled, scope: 'brand' };
  return scope === undefined ? spelled : { ...spelled, scope };
}

function respellValue(kind: string, value: string, dice: Dice): string {
  if (kind === 'phone') {
    const parts = [value.slice(0, 3), value.slice(3, 7), value.slice(7)];
    const fullWidth = value.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
    return dice.pick([
      value,
      `+86${value}`,
      parts.join(' '),
      `+86 ${parts.join('-')}`,
      `0086${value}`,
      ` ${value} `,
      fullWidth,
    ]);
  }
  if (kind === 'email') return dice.pick([value, value.toUpperCase(), ` ${value} `]);
  return kind === 'member_number' ? dice.pick([value, ` ${value}`]) : value;
}

/** A value that links nobody: everybody who does not know better states it. */
export function junk(dice: Dice): IdentifierJson {
  return dice.pick<IdentifierJson>([
    { kind: 'phone', value: '12345' },
    { kind: 'phone', value: '00000000000' },
    { kind: 'phone', value: 'unknown' },
    { kind: 'email', value: 'Test@Test.com' },
    { kind: 'email', value: 'not an address' },
    { kind: 'tmall_id', value: 'NULL', scope: 'shop-1' },
    { kind: 'member_number', value: '1111111' },
    { kind: 'wechat_openid', value: '', scope: 'app-mini' },
    { kind: 'cookie', value: 'none' },
    { kind: 'device_id', value: '0000' },
  ]);
}

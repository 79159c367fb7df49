import type { Random } from './random.ts';

const fullWidthZero = 0xff10;

/**
 * A Chinese mobile number (11 digits) as people and systems write it: with blanks or dashes, +86 or 0086 before it, in
 * full-width digits. All of these mean the same number.
 */
export function spellPhone(random: Random, digits: string): string {
  const [a, b, c] = [digits.slice(0, 3), digits.slice(3, 7), digits.slice(7)];
  const draw = random.next();
  if (draw < 0.45) return digits;
  if (draw < 0.6) return `${a} ${b} ${c}`;
  if (draw < 0.7) return `${a}-${b}-${c}`;
  if (draw < 0.82) return `+86${digits}`;
  if (draw < 0.89) return `+86 ${a} ${b} ${c}`;
  if (draw < 0.93) return `0086${digits}`;
  if (draw < 0.95) return `0086 ${a}-${b}-${c}`;
  if (draw < 0.97) return ` ${digits} `;
  return [...digits].map((digit) => String.fromCharCode(fullWidthZero + Number(digit))).join('');
}

/** The number with a slip of the finger: two digits swapped, one wrong (both still numbers), or one missing (no number). */
export function mistypePhone(random: Random, digits: string): string {
  const draw = random.next();
  if (draw < 0.4) return digits.slice(0, -1);
  const at = random.between(4, 9);
  if (draw < 0.7 && digits[at] !== digits[at + 1]) {
    return digits.slice(0, at) + digits.charAt(at + 1) + digits.charAt(at) + digits.slice(at + 2);
  }
  return digits.slice(0, at) + String((Number(digits[at]) + random.between(1, 9)) % 10) + digits.slice(at + 1);
}

/** The address in the writer's own use of capitals and blanks. */
export function spellEmail(random: Random, email: string): string {
  const draw = random.next();
  if (draw < 0.78) return email;
  if (draw < 0.88) return email.slice(0, 1).toUpperCase() + email.slice(1);
  if (draw < 0.94) return email.toUpperCase();
  return ` ${email} `;
}

/** What is typed into a field that must not stay empty. */
export const junkPhones: readonly string[] = ['00000000000', '11111111111', '无', 'null'];
export const junkEmails: readonly string[] = ['test@test.com', '无', 'null', 'unknown'];

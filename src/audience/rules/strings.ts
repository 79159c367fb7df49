import { fault, type Reading } from './errors.ts';

/** Text as rules keep and compare it: NFKC. Refuses what rule text could not write down again. */
export function readString(text: string): Reading<string> {
  if (/[\r\n]/.test(text)) return fault('INVALID_STRING', { reason: 'it has a line break' });
  if (/\p{Surrogate}/u.test(text))
    return fault('INVALID_STRING', { reason: 'it has half a character (a lone surrogate)' });
  return { value: text.normalize('NFKC') };
}

/** Text between double quotes, as a rule writes it. */
export function quote(text: string): string {
  return `"${text.replace(/["\\]/g, '\\$&')}"`;
}

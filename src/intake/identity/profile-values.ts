import { plainText } from './normalise-identifier.ts';

const placeholders = new Set([
  ...['null', '(null)', 'undefined', 'none', 'nil', 'n/a', 'nan', 'unknown', 'not given', 'not available', 'anonymous'],
  ...['[object object]', '无', '未知', '不详', '未填写', '匿名', '匿名用户'],
  ...['0000-00-00', '0001-01-01', '1899-12-30', '1900-01-01'],
]);
const nothingButMarks = /^[\p{P}\p{Z}\p{C}]*$/u;
const hanName = /^[\p{Script=Han}·]+$/u;

/**
 * A profile text as it may be believed: NFKC, without outer spaces; null when it says nothing: not a text, blank,
 * nothing but punctuation, or a placeholder such as "null" or "未知".
 */
export function tidyText(value: unknown): string | null {
  if (typeof value !== 'string') return null;
  const text = plainText(value);
  return nothingButMarks.test(text) || placeholders.has(text.toLowerCase()) ? null : text;
}

/** A value of a source's own attribute as it may be believed; null when it says nothing (also [] and {}). */
export function tidyValue(value: unknown): unknown {
  if (typeof value === 'string') return tidyText(value);
  if (typeof value !== 'object' || value === null) return value ?? null;
  return Object.keys(value).length === 0 ? null : value;
}

/** A name to show out of its parts: Chinese characters in Chinese order without a space, else given name first. */
export function composeName(givenName: string | null, familyName: string | null): string | null {
  if (givenName === null || familyName === null) return givenName ?? familyName;
  return hanName.test(givenName + familyName) ? familyName + givenName : `${givenName} ${familyName}`;
}

/** The same text for equal JSON values, whatever the order of their keys. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}

import { isValidPhoneNumber, parsePhoneNumberFromString } from 'libphonenumber-js/max';
import type { IdentifierJson } from './record-input.ts';

/** An identifier in its normal form; two statements speak of the same identifier when their keys are equal. */
export interface NormalIdentifier {
  kind: string;
  /** '' where the kind has no scope or the default one is nameless. */
  scope: string;
  value: string;
  strong: boolean;
  key: string;
}

const kinds: Record<string, { strong: boolean; defaultScope?: string; normalise: (value: string) => string | null }> = {
  phone: { strong: true, normalise: normalPhone },
  email: { strong: true, normalise: normalEmail },
  member_number: { strong: true, defaultScope: 'brand', normalise: (value) => value.trim() },
  wechat_unionid: { strong: true, normalise: (value) => value },
  wechat_openid: { strong: true, normalise: (value) => value },
  alipay_id: { strong: true, normalise: (value) => value },
  tmall_id: { strong: true, normalise: (value) => value },
  jd_id: { strong: true, normalise: (value) => value },
  douyin_id: { strong: true, normalise: (value) => value },
  device_id: { strong: false, normalise: (value) => value },
  cookie: { strong: false, normalise: (value) => value },
};

/** Kinds of which a person has at most one value per scope. */
export const exclusiveKinds: readonly string[] = ['member_number', 'wechat_unionid'];

const junkValues = new Set(['', 'null', 'unknown', 'none', 'test@test.com']);
const junkPatterns = [/^0+$/, /^(\d)\1{6,}$/];

/** The normal form of a stated identifier; null when it is junk, which never links anybody. */
export function normaliseIdentifier(stated: IdentifierJson): NormalIdentifier | null {
  const kind = kinds[stated.kind];
  if (!kind) throw new Error(`identifier kind ${stated.kind} is not one of the default kinds`);
  const value = kind.normalise(stated.value);
  if (value === null || isJunk(value) || isJunk(stated.value)) return null;
  const scope = stated.scope ?? kind.defaultScope ?? '';
  return { kind: stated.kind, scope, value, strong: kind.strong, key: `${stated.kind}|${scope}|${value}` };
}

function isJunk(value: string): boolean {
  const bare = value.trim();
  return junkValues.has(bare.toLowerCase()) || junkPatterns.some((pattern) => pattern.test(bare));
}

function normalPhone(value: string): string | null {
  return isValidPhoneNumber(value, 'CN') ? (parsePhoneNumberFromString(value, 'CN')?.number ?? null) : null;
}

function normalEmail(value: string): string | null {
  const text = value.trim().toLowerCase();
  return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text) ? text : null;
}

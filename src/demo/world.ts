import { type Calendar, createCalendar } from './calendar.ts';
import { createScrambler } from './random.ts';
import type { DemoOptions, Source } from './types.ts';

/** The scopes identifiers are given in. */
export const scopes = {
  union: 'brand',
  service: 'wx-yunling-service',
  miniProgram: 'wx-yunling-mini',
  tmall: 'yunling-tmall',
  jd: 'yunling-jd',
} as const;

/** The whole frame of one demo: its time and the numbers that are given out. Each function is one-to-one. */
export interface World {
  readonly seed: number;
  readonly customers: number;
  readonly calendar: Calendar;
  /** An 11-digit mobile number; `second`: a number no first one equals. */
  phone(person: number, second: boolean): string;
  /** A short code that is the person's in nothing but order numbers, event ids and e-mail addresses. */
  personalCode(person: number): string;
  /** A source's own record id; `copy` 1 is a record made twice. */
  recordId(source: Source, person: number, copy: 0 | 1): string;
  /** The value of an id a platform gives: wechat_unionid, tmall_id … */
  platformId(kind: PlatformId, person: number): string;
}

type PlatformId = 'union' | 'service' | 'mini' | 'tmall' | 'jd' | 'member' | 'cookie' | 'device' | 'visitor';

const platformPrefixes: Readonly<Record<PlatformId, string>> = {
  union: 'oU_',
  service: 'oS_',
  mini: 'oM_',
  tmall: 'tm',
  jd: 'jd_',
  member: 'YL',
  cookie: 'ck-',
  device: 'dev-',
  visitor: 'anon-',
};

const recordPrefixes: Readonly<Record<Source, string>> = {
  pos: '',
  wechat: 'wx',
  mini_program: 'mp',
  tmall: 'T',
  jd: 'J',
  site: 'u',
  crm: 'C',
};

// All begin mobile numbers of China; 138 is left out because Ms Lin's number is one.
const phonePrefixes = (
  '130 131 132 133 134 135 136 137 139 150 151 152 153 155 156 157 158 159 166 170 ' +
  '171 172 173 175 176 177 178 180 181 182 183 185 186 187 188 189 191 198 199'
).split(' ');

const phonePrime = 3_899_999_989;
const eightDigitPrime = 89_999_999;

/** The frame of a demo. Throws a RangeError for sizes below 1 or above a million, bad seeds and bad dates. */
export function createWorld({ customers, seed, until }: DemoOptions): World {
  if (!Number.isInteger(customers) || customers < 1 || customers > 1_000_000) {
    throw new RangeError(`customers must be a whole number from 1 to 1000000, not ${customers}`);
  }
  if (!Number.isSafeInteger(seed)) throw new RangeError(`seed must be a whole number, not ${seed}`);
  if (Number.isNaN(until.getTime())) throw new RangeError('until is not a date');

  const phones = createScrambler(seed, 1, phonePrime);
  const codes = createScrambler(seed, 2, eightDigitPrime);
  const records = new Map(
    Object.keys(recordPrefixes).map((source, position) => [
      source,
      createScrambler(seed, 10 + position, eightDigitPrime),
    ]),
  );
  const platforms = new Map(
    Object.keys(platformPrefixes).map((kind, position) => [kind, createScrambler(seed, 30 + position, phonePrime)]),
  );
  return {
    seed,
    customers,
    calendar: createCalendar(until),
    phone(person, second) {
      const number = phones(person * 2 + (second ? 1 : 0));
      const prefix = phonePrefixes[Math.floor(number / 100_000_000)] as string;
      return prefix + String(number % 100_000_000).padStart(8, '0');
    },
    personalCode: (person) => String(10_000_000 + codes(person)),
    recordId(source, person, copy) {
      const number = (records.get(source) as (index: number) => number)(person * 2 + copy);
      return recordPrefixes[source] + String(10_000_000 + number);
    },
    platformId(kind, person) {
      const number = (platforms.get(kind) as (index: number) => number)(person);
      return platformPrefixes[kind] + number.toString(36).padStart(7, '0');
    },
  };
}

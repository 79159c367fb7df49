import type { Features, Mailbox, OwnNumber, Place } from './read-features.ts';
import type { PersonName } from './read-name.ts';

/** Blocks of more records than this are not compared: what they have in common says too little. */
export const MOST_IN_BLOCK = 63;

/** The name block of a whole name; it also counts how many records have that name. */
export const nameKey = (whole: string): string => `name:${whole}`;
/** The block of a birth date; it also counts how many records have it. */
export const birthKey = (date: string): string => `birth:${date}`;
/** The block of the last digits of a phone number; it also counts how many records have such a one. */
export const phoneKey = (digits: string): string => `phone-end:${digits.slice(-6)}`;
/** The block of a mailbox name, whatever the provider; it also counts how many records have it. */
export const mailboxKey = ({ local }: Mailbox): string => `mailbox:${local.replace(/[^\p{L}\p{N}]/gu, '')}`;

/** Whether the size of a block counts how frequent a value is. */
export const isCounted = (key: string): boolean => /^(name|birth|phone-end|mailbox):/.test(key);

/**
 * The blocks that a record is in: only records with a block in common are compared. An error in one place leaves another block
 * whole: a number has one of its beginning and one of its end, and so on. What is common by itself (a birthday, a first half of
 * a number) also stands together with the initials of the name.
 */
export function blockingKeys({ names, birthDate, phones, emails, place, own }: Features): string[] {
  const initials = [...new Set(names.flatMap(initialsOf))];
  return [
    ...new Set([
      ...names.filter(isWhole).flatMap(({ whole }) => whole.map(nameKey)),
      ...(birthDate === null
        ? []
        : [birthKey(birthDate), ...initials.map((two) => `birth+initials:${birthDate}:${two}`)]),
      ...phones.flatMap(({ value }) => [
        phoneKey(value),
        ...initials.map((two) => `phone-start+initials:${value.slice(0, -6)}:${two}`),
      ]),
      ...emails.flatMap(({ value }) => emailKeys(value)),
      ...(place === null ? [] : placeKeys(place.value, initials)),
      ...own.flatMap(ownKeys),
    ]),
  ];
}

const isWhole = ({ parts }: PersonName): boolean => parts === null || (parts.family !== '' && parts.given !== '');

function initialsOf({ parts }: PersonName): string[] {
  if (parts === null || parts.family === '' || parts.given === '') return [];
  return [[parts.family.charAt(0), parts.given.charAt(0)].sort().join('')];
}

function emailKeys(mailbox: Mailbox): string[] {
  const { local, domain } = mailbox;
  if (local.length < 6) return [mailboxKey(mailbox)];
  return [mailboxKey(mailbox), `email-start:${local.slice(0, 5)}@${domain}`, `email-end:${local.slice(-5)}@${domain}`];
}

function placeKeys({ line, district, city, postalCode }: Place, initials: readonly string[]): string[] {
  const area = postalCode || (district === '' ? '' : `${city}/${district}`);
  return [
    ...(line.length < 4 ? [] : [`line:${line}`]),
    ...(area === '' ? [] : initials.map((two) => `area+initials:${area}:${two}`)),
  ];
}

function ownKeys({ namespace, value }: OwnNumber): string[] {
  const half = Math.ceil(value.length / 2);
  return [`own-start:${namespace}:${value.slice(0, half)}`, `own-end:${namespace}:${value.slice(-half)}`];
}

import { formatInstant } from './calendar.ts';
import { courtesyName, drawNickname, spellName } from './names.ts';
import type { Person } from './people.ts';
import { drawAddress } from './places.ts';
import type { Random } from './random.ts';
import { junkEmails, junkPhones, mistypePhone, spellEmail, spellPhone } from './spell.ts';
import type { DemoCustomer, DemoCustomerRef, DemoIdentifier, DemoProfile, Fault, Source } from './types.ts';
import { scopes, type World } from './world.ts';

/** What one source noted of a person. */
export interface Sighting {
  customer: DemoCustomer;
  /** The strong identifiers it states, in normal form (a phone is its 11 digits): what links it. */
  handles: DemoIdentifier[];
  faults: Fault[];
  /** When, in ms. */
  observedAt: number;
}

/** A sighting while it is written down. */
interface Draft {
  identifiers: DemoIdentifier[];
  handles: DemoIdentifier[];
  faults: Fault[];
}

function notePhone(draft: Draft, random: Random, person: Person, mayUseSecond: boolean): void {
  const draw = random.next();
  if (draw < 0.004) {
    draft.identifiers.push({ kind: 'phone', value: random.pick(junkPhones) });
    draft.faults.push('junk-phone');
    return;
  }
  if (draw < 0.014) {
    const wrong = mistypePhone(random, person.phone);
    draft.identifiers.push({ kind: 'phone', value: wrong });
    draft.faults.push('mistyped-phone');
    if (wrong.length === 11) draft.handles.push({ kind: 'phone', value: wrong });
    return;
  }
  const usesSecond = mayUseSecond && person.secondPhone !== null && random.chance(0.6);
  const digits = usesSecond ? (person.secondPhone as string) : person.phone;
  if (usesSecond) draft.faults.push('second-phone');
  else if (person.sharesPhoneWith !== null) draft.faults.push('shared-phone');
  draft.identifiers.push({ kind: 'phone', value: spellPhone(random, digits) });
  draft.handles.push({ kind: 'phone', value: digits });
}

function noteEmail(draft: Draft, random: Random, person: Person): void {
  if (random.chance(0.015)) {
    draft.identifiers.push({ kind: 'email', value: random.pick(junkEmails) });
    draft.faults.push('junk-email');
    return;
  }
  draft.identifiers.push({ kind: 'email', value: spellEmail(random, person.email) });
  draft.handles.push({ kind: 'email', value: person.email });
}

function noteExact(draft: Draft, kind: string, value: string, scope?: string): void {
  const identifier = scope === undefined ? { kind, value } : { kind, value, scope };
  draft.identifiers.push(identifier);
  draft.handles.push(identifier);
}

function noteAddress(draft: Draft, random: Random, person: Person): DemoProfile {
  if (!random.chance(0.12)) return { address: { ...person.address } };
  draft.faults.push('old-address');
  return { address: drawAddress(random, person.city) };
}

function fullName(random: Random, person: Person): DemoProfile {
  const displayName = spellName(random, person.name);
  return random.chance(0.6)
    ? { displayName, familyName: person.name.family, givenName: person.name.given }
    : { displayName };
}

function genderKnown(random: Random, person: Person, probability: number): DemoProfile {
  if (random.chance(probability)) return { gender: person.gender };
  return random.chance(0.5) ? { gender: 'UNKNOWN' } : {};
}

type Noter = (draft: Draft, random: Random, person: Person, world: World) => Partial<DemoCustomer>;

const noters: Readonly<Record<Source, Noter>> = {
  pos(draft, random, person) {
    notePhone(draft, random, person, false);
    if (random.chance(0.5)) noteEmail(draft, random, person);
    const name = random.chance(0.35)
      ? { displayName: courtesyName(person.name, person.gender), familyName: person.name.family }
      : fullName(random, person);
    return { profile: { ...name, ...genderKnown(random, person, 0.8) } };
  },
  wechat(draft, random, person, world) {
    noteExact(draft, 'wechat_unionid', world.platformId('union', person.index), scopes.union);
    noteExact(draft, 'wechat_openid', world.platformId('service', person.index), scopes.service);
    const tablet = person.counter?.tablet ?? null;
    // Some bind their account to their number, most of them at a counter.
    if (random.chance(person.counter === null ? 0.5 : 0.85)) notePhone(draft, random, person, false);
    if (tablet !== null) draft.identifiers.push({ kind: 'device_id', value: tablet });
    const displayName = drawNickname(random, person.name);
    return { profile: { displayName, language: 'zh-CN', ...genderKnown(random, person, 0.4) } };
  },
  mini_program(draft, random, person, world) {
    if (random.chance(0.94)) {
      noteExact(draft, 'wechat_unionid', world.platformId('union', person.index), scopes.union);
    }
    noteExact(draft, 'wechat_openid', world.platformId('mini', person.index), scopes.miniProgram);
    if (random.chance(0.9)) notePhone(draft, random, person, true);
    if (random.chance(0.4)) draft.identifiers.push({ kind: 'device_id', value: person.deviceId });
    const address = random.chance(0.6) ? noteAddress(draft, random, person) : {};
    return { profile: { ...fullName(random, person), language: 'zh-CN', ...address } };
  },
  tmall: (draft, random, person, world) => noteFromPlatform(draft, random, person, world, 'tmall'),
  jd: (draft, random, person, world) => noteFromPlatform(draft, random, person, world, 'jd'),
  site(draft, random, person) {
    noteEmail(draft, random, person);
    draft.identifiers.push({ kind: 'cookie', value: person.cookie });
    const address = random.chance(0.4) ? noteAddress(draft, random, person) : {};
    return { profile: { ...fullName(random, person), ...genderKnown(random, person, 0.3), ...address } };
  },
  crm(draft, random, person, world) {
    noteExact(draft, 'member_number', world.platformId('member', person.index).toUpperCase());
    notePhone(draft, random, person, false);
    if (random.chance(0.55)) noteEmail(draft, random, person);
    const birthDate = random.chance(0.85) ? { birthDate: person.birthDate } : {};
    const profile = { ...fullName(random, person), ...genderKnown(random, person, 0.9), ...birthDate };
    return { profile, tags: ['member', ...person.tags] };
  },
};

/** Marketplaces hide the number of some buyers; what is left of it links nobody. */
function noteFromPlatform(draft: Draft, random: Random, person: Person, world: World, platform: 'tmall' | 'jd') {
  noteExact(draft, `${platform}_id`, world.platformId(platform, person.index), scopes[platform]);
  const hidesNumber = random.chance(0.13);
  if (!hidesNumber) notePhone(draft, random, person, true);
  const masked = `${person.phone.slice(0, 3)}****${person.phone.slice(7)}`;
  const attributes: Record<string, unknown> = { nick: drawNickname(random, person.name) };
  if (hidesNumber) attributes.maskedPhone = masked;
  const profile = { ...fullName(random, person), ...noteAddress(draft, random, person), attributes };
  return { provenance: 'SECOND_PARTY' as const, profile };
}

/** What that source notes of the person at that instant. `copy` 1: a clerk who did not find the first record. */
export function drawSighting(
  random: Random,
  world: World,
  person: Person,
  source: Source,
  observedAt: number,
  copy: 0 | 1 = 0,
): Sighting {
  const draft: Draft = { identifiers: [], handles: [], faults: [] };
  const noted = noters[source](draft, random, person, world);
  const customer: DemoCustomer = {
    source,
    recordId: world.recordId(source, person.index, copy),
    observedAt: formatInstant(observedAt),
    identifiers: draft.identifiers,
    ...noted,
  };
  return { customer, handles: draft.handles, faults: draft.faults, observedAt };
}

/** How a later order or event of the same source names the customer: by an identifier, or by the record. */
export function referTo(random: Random, sighting: Sighting): DemoCustomerRef {
  const { source, recordId } = sighting.customer;
  const byRecord = random.chance(0.3);
  // A number that two people share would not tell whose order it is: the source itself knows its record.
  const telling = sighting.faults.includes('shared-phone')
    ? sighting.handles.filter((handle) => handle.kind !== 'phone')
    : sighting.handles;
  if (byRecord || telling.length === 0) return { record: { source, recordId } };
  const handle = random.pick(telling);
  const value = handle.kind === 'phone' ? spellPhone(random, handle.value) : handle.value;
  return { identifiers: [{ ...handle, value }] };
}

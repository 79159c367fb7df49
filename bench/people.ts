import { createRandom } from './dataset.ts';

/** A customer record as an import file has it, with the person whom it is of. */
export interface PersonRecord {
  readonly person: number;
  readonly source: string;
  readonly recordId: string;
  readonly identifiers: readonly { readonly kind: string; readonly value: string }[];
}

const START = Date.UTC(2024, 0, 1);
const phoneOf = (person: number) => `+86${13_000_000_000 + person * 7}`;

/** What each system knows a person by: they overlap, so that a person's records hang together over one or two others. */
const systems: readonly [source: string, (person: number) => PersonRecord['identifiers']][] = [
  [
    'pos',
    (person) => [
      { kind: 'phone', value: phoneOf(person) },
      { kind: 'member_number', value: `m-${person}` },
    ],
  ],
  [
    'web',
    (person) => [
      { kind: 'email', value: `p${person}@mail.example` },
      { kind: 'phone', value: phoneOf(person) },
    ],
  ],
  ['news', (person) => [{ kind: 'email', value: `p${person}@mail.example` }]],
  [
    'wechat',
    (person) => [
      { kind: 'wechat_unionid', value: `u-${person}` },
      { kind: 'member_number', value: `m-${person}` },
    ],
  ],
  [
    'tmall',
    (person) => [
      { kind: 'tmall_id', value: `t-${person}` },
      { kind: 'phone', value: phoneOf(person) },
    ],
  ],
];

/**
 * Records of people whom on average half of the systems know, in the order of chance.
 * @param shared false: the same records of as many strangers, no two of whom have anything in common
 */
export function personRecords(count: number, shared: boolean): PersonRecord[] {
  const random = createRandom(7);
  const records: PersonRecord[] = [];
  for (let person = 0; records.length < count; person++)
    for (const [source, identifiersOf] of systems)
      if (records.length < count && random() < 0.5) {
        const who = shared ? person : records.length;
        records.push({ person: who, source, recordId: `${source}-${person}`, identifiers: identifiersOf(who) });
      }
  for (let at = records.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1));
    [records[at], records[other]] = [records[other] as PersonRecord, records[at] as PersonRecord];
  }
  return records;
}

/** One line of an import file. */
export function lineOf({ person, source, recordId, identifiers }: PersonRecord, at: number): string {
  const observedAt = new Date(START + at * 1000).toISOString();
  const profile = { displayName: `Person ${person}`, address: { city: `City ${person % 20}` } };
  return `${JSON.stringify({ customer: { source, recordId, observedAt, identifiers, profile } })}\n`;
}

import { beforeAll, describe, expect, it } from 'vitest';
import { fixedClock } from '../../src/platform/clock.ts';
import { DomainError } from '../../src/platform/errors.ts';
import { compositeKey } from '../../src/platform/ids.ts';
import { createCustomersService } from '../../src/profile/customer360/customers.service.ts';
import { createCustomersStore } from '../../src/profile/customer360/customers.store.ts';
import { createEvidenceStore } from '../../src/profile/customer360/evidence.store.ts';
import { defaultLifecycleRules } from '../../src/profile/lifecycle/lifecycle-rules.ts';
import { fixture, observed } from '../catalogue/observed.ts';
import { useDatabase } from '../support/database.ts';

const database = useDatabase();
const clock = fixedClock('2026-06-18T04:00:00.000Z');

/** As the wiring makes it from the identity rules, here for two kinds. */
function normaliseIdentifier(kind: string, value: string, scope?: string | null): string | null {
  if (kind !== 'email' && kind !== 'cookie')
    throw new DomainError('UNKNOWN_IDENTIFIER_KIND', `"${kind}" is not declared. Known kinds: cookie, email.`);
  return value === 'null' ? null : compositeKey(kind, scope ?? '', value.trim().toLowerCase());
}

const customers = createCustomersService({
  customers: createCustomersStore(database),
  evidence: createEvidenceStore(database),
  normaliseIdentifier,
  clock,
  lifecycle: defaultLifecycleRules,
});

beforeAll(async () => {
  await database.write(
    fixture(`
WITH datetime('2026-01-01T00:00:00Z') AS t
CREATE (lin:Customer {id: 'cus_lin', createdAt: t, updatedAt: datetime('2026-06-18T03:02:00Z'), displayName: '林小雨',
  givenName: '小雨', familyName: '林', gender: 'FEMALE', birthDate: date('1990-05-17'), language: 'zh-CN',
  addressLine: '1 Nanjing Rd', district: 'Jing\\'an', city: 'Shanghai', province: 'Shanghai', country: 'CN', postalCode: '200000',
  attributes: '{"shoeSize":38}', tags: ['hiker', 'vip'], known: true, purchaseCount: 2, totalSpentMinor: 59900,
  averagePurchaseMinor: 29950, firstPurchaseAt: t, lastPurchaseAt: datetime('2026-06-18T11:02:00+08:00'),
  lastSeenAt: datetime('2026-06-18T03:05:00Z')})
CREATE (wang:Customer {id: 'cus_wang', createdAt: t, updatedAt: t, tags: [], known: true, purchaseCount: 0, totalSpentMinor: 0})
CREATE (guest:Customer {id: 'cus_guest', createdAt: t, updatedAt: t, tags: [], known: false, purchaseCount: 0, totalSpentMinor: 0})
CREATE (old1:MergedCustomer {id: 'cus_old1', mergeId: 'mrg_1', mergedAt: datetime('2026-01-02T00:00:00Z'), cause: 'SHARED_IDENTIFIER'})
CREATE (old2:MergedCustomer {id: 'cus_old2', mergeId: 'mrg_2', mergedAt: datetime('2026-01-03T00:00:00Z'), cause: 'SHARED_IDENTIFIER', via: 'email||lin@example.com'})
CREATE (old3:MergedCustomer {id: 'cus_old3', mergeId: 'mrg_3', mergedAt: datetime('2026-01-04T00:00:00Z'), cause: 'SHARED_IDENTIFIER'})
CREATE (old4:MergedCustomer {id: 'cus_old4', mergeId: 'mrg_3', mergedAt: datetime('2026-01-04T00:00:00Z'), cause: 'SHARED_IDENTIFIER'})
CREATE (old1)-[:MERGED_INTO]->(old2)-[:MERGED_INTO]->(old3)-[:MERGED_INTO]->(lin), (old4)-[:MERGED_INTO]->(lin)
CREATE (mail:Identifier {key: 'email||lin@example.com', kind: 'email', scope: '', value: 'lin@example.com', strength: 'strong',
  firstSeenAt: t, lastSeenAt: datetime('2026-06-18T03:02:00Z'), sources: ['tmall', 'pos'], shared: false})
CREATE (c1:Identifier {key: 'cookie||c-1', kind: 'cookie', scope: '', value: 'c-1', strength: 'weak', firstSeenAt: t,
  lastSeenAt: t, sources: ['web'], shared: false})
CREATE (c2:Identifier {key: 'cookie|shop|c-0', kind: 'cookie', scope: 'shop', value: 'c-0', strength: 'weak', firstSeenAt: t,
  lastSeenAt: t, sources: ['web'], shared: true})
CREATE (c3:Identifier {key: 'cookie||c-3', kind: 'cookie', scope: '', value: 'c-3', strength: 'weak', firstSeenAt: t,
  lastSeenAt: t, sources: ['web'], shared: false})
CREATE (:Identifier {key: 'email||nobody@example.com', kind: 'email', scope: '', value: 'nobody@example.com', strength: 'strong',
  firstSeenAt: t, lastSeenAt: t, sources: ['pos'], shared: true})
CREATE (mail)-[:IDENTIFIES]->(lin), (c1)-[:IDENTIFIES {own: false, carries: true}]->(lin), (c2)-[:IDENTIFIES]->(lin),
  (c2)-[:IDENTIFIES]->(wang), (c3)-[:IDENTIFIES]->(wang)
CREATE (lin)-[:USES]->(:Device {deviceId: 'd-2', platform: 'ios', model: 'phone', lastSeenAt: t}),
  (lin)-[:USES]->(:Device {deviceId: 'd-1'})
CREATE (lin)-[:HAS_RECORD]->(:SourceRecord {key: 'tmall|9', source: 'tmall', recordId: '9', provenance: 'SECOND_PARTY',
  observedAt: datetime('2026-06-18T03:02:00Z'), receivedAt: datetime('2026-06-18T03:03:00Z'), tags: ['vip'],
  statedIdentifiers: '[{"kind":"phone","scope":"","value":"123","normalised":null,"status":"doubtful"}]',
  profile: '{"displayName":"t**3","address":{"city":"Beijing"},"language":"en"}'})
CREATE (lin)-[:HAS_RECORD]->(:SourceRecord {key: 'pos|2', source: 'pos', recordId: '2', provenance: 'FIRST_PARTY',
  observedAt: t, receivedAt: t, tags: ['hiker'],
  profile: '{"familyName":"林","givenName":"小雨","address":{"line":"1 Nanjing Rd","city":"Shanghai"},"attributes":{"shoeSize":38}}'})
CREATE (lin)-[:HAS_RECORD]->(:SourceRecord {key: 'pos|10', source: 'pos', recordId: '10', provenance: 'FIRST_PARTY',
  observedAt: t, receivedAt: t, tags: [], profile: '{"gender":"FEMALE"}'})
CREATE (lin)-[:HAS_RECORD]->(:SourceRecord {key: 'crm|not yet'})`),
  );
});

describe('customers by id', () => {
  it('come in the order of the ids, merged ones as their living survivor, in one statement', async () => {
    const ids = ['cus_wang', 'cus_gone', 'cus_old1', 'cus_lin', 'cus_old4', 'cus_wang'];
    const { result, statements } = await observed(database, () => customers.customersById(ids));
    expect(statements).toEqual(['customers.byId']);
    expect(result.map((customer) => customer?.id ?? null)).toEqual([
      'cus_wang',
      null,
      'cus_lin',
      'cus_lin',
      'cus_lin',
      'cus_wang',
    ]);
  });

  it('carry the golden record and the figures', async () => {
    const [lin, wang] = await customers.customersById(['cus_lin', 'cus_wang']);
    expect(lin).toEqual({
      id: 'cus_lin',
      createdAt: new Date('2026-01-01T00:00:00.000Z'),
      updatedAt: new Date('2026-06-18T03:02:00.000Z'),
      displayName: '林小雨',
      givenName: '小雨',
      familyName: '林',
      gender: 'FEMALE',
      birthDate: '1990-05-17',
      language: 'zh-CN',
      addressLine: '1 Nanjing Rd',
      district: "Jing'an",
      city: 'Shanghai',
      province: 'Shanghai',
      country: 'CN',
      postalCode: '200000',
      attributes: { shoeSize: 38 },
      tags: ['hiker', 'vip'],
      tagTerms: [],
      known: true,
      purchaseCount: 2,
      totalSpentMinor: 59900,
      averagePurchaseMinor: 29950,
      firstPurchaseAt: new Date('2026-01-01T00:00:00.000Z'),
      lastPurchaseAt: new Date('2026-06-18T03:02:00.000Z'),
      lastSeenAt: new Date('2026-06-18T03:05:00.000Z'),
      interestAt: null,
    });
    expect(wang).toMatchObject({ displayName: null, birthDate: null, attributes: {}, averagePurchaseMinor: null });
  });

  it('are in a stage at an instant, by default now', async () => {
    const [lin, wang, guest] = await customers.customersById(['cus_lin', 'cus_wang', 'cus_guest']);
    if (!lin || !wang || !guest) throw new Error('the fixture is incomplete');
    expect([lin, wang, guest].map((one) => customers.lifecycleStage(one))).toEqual(['REPEAT', 'WINDOW', 'ANONYMOUS']);
    expect(customers.lifecycleStage(lin, new Date('2027-06-18T03:02:00.000Z'))).toBe('REPEAT');
    expect(customers.lifecycleStage(lin, new Date('2027-06-18T03:02:00.001Z'))).toBe('LAPSED');
  });
});

describe('customers by identifier', () => {
  it('are found by the normalised value', async () => {
    const { result, statements } = await observed(database, () =>
      customers.customerByIdentifier({ kind: 'email', value: ' Lin@Example.com ' }),
    );
    expect(result?.id).toBe('cus_lin');
    expect(statements).toEqual(['customers.byIdentifier']);
  });

  it('are found by a weak identifier only when it leads to one', async () => {
    expect((await customers.customerByIdentifier({ kind: 'cookie', value: 'c-1' }))?.id).toBe('cus_lin');
    expect(await customers.customerByIdentifier({ kind: 'cookie', value: 'c-0', scope: 'shop' })).toBeNull();
  });

  it('are not found by an unknown value, nor by one that leads to nobody', async () => {
    expect(await customers.customerByIdentifier({ kind: 'email', value: 'x@example.com' })).toBeNull();
    expect(await customers.customerByIdentifier({ kind: 'email', value: 'nobody@example.com' })).toBeNull();
  });

  it('need no statement for a value that identifies nobody', async () => {
    const { result, statements } = await observed(database, () =>
      customers.customerByIdentifier({ kind: 'email', value: 'null' }),
    );
    expect([result, statements]).toEqual([null, []]);
  });

  it('are refused for a kind that nobody declared', async () => {
    await expect(customers.customerByIdentifier({ kind: 'fax', value: '1' })).rejects.toMatchObject({
      code: 'UNKNOWN_IDENTIFIER_KIND',
      message: expect.stringContaining('Known kinds: cookie, email.'),
    });
  });

  it('come in order for many, in one statement', async () => {
    const { result, statements } = await observed(database, () =>
      customers.customersByIdentifier([
        { kind: 'email', value: 'x@example.com' },
        { kind: 'email', value: 'null' },
        { kind: 'cookie', value: 'c-1' },
        { kind: 'email', value: 'lin@example.com' },
      ]),
    );
    expect(result.map((customer) => customer?.id ?? null)).toEqual([null, null, 'cus_lin', 'cus_lin']);
    expect(statements).toEqual(['customers.byIdentifier']);
  });
});

describe('the evidence of customers', () => {
  const ids = ['cus_wang', 'cus_gone', 'cus_lin'];

  it('lists the identifiers by kind, scope and value, each once', async () => {
    const { result, statements } = await observed(database, () => customers.identifiersOf(ids));
    expect(statements).toEqual(['customers.identifiers']);
    expect(result.map((list) => list.map(({ key }) => key))).toEqual([
      ['cookie||c-3', 'cookie|shop|c-0'],
      [],
      ['cookie||c-1', 'cookie|shop|c-0', 'email||lin@example.com'],
    ]);
    expect(result[2]?.[2]).toEqual({
      key: 'email||lin@example.com',
      kind: 'email',
      scope: null,
      value: 'lin@example.com',
      strength: 'strong',
      firstSeenAt: new Date('2026-01-01T00:00:00.000Z'),
      lastSeenAt: new Date('2026-06-18T03:02:00.000Z'),
      sources: ['pos', 'tmall'],
      shared: false,
      until: null,
    });
    expect(result[2]?.[1]).toMatchObject({ scope: 'shop', strength: 'weak', shared: true });
  });

  it('lists the devices', async () => {
    const { result, statements } = await observed(database, () => customers.devicesOf(ids));
    expect(statements).toEqual(['customers.devices']);
    expect(result).toEqual([
      [],
      [],
      [
        { deviceId: 'd-1', platform: null, model: null, lastSeenAt: null },
        { deviceId: 'd-2', platform: 'ios', model: 'phone', lastSeenAt: new Date('2026-01-01T00:00:00.000Z') },
      ],
    ]);
  });

  it('finds a device by its own id', async () => {
    const { result, statements } = await observed(database, () => customers.devicesById(['d-2', 'd-9', 'd-1']));
    expect(statements).toEqual(['devices.byId']);
    expect(result.map((device) => device?.deviceId ?? null)).toEqual(['d-2', null, 'd-1']);
  });

  it('lists the source records by time, source and id, without those that have not come yet', async () => {
    const { result, statements } = await observed(database, () =>
      customers.recordsOf(['cus_lin', 'cus_wang', 'cus_lin']),
    );
    expect(statements).toEqual(['customers.sourceRecords']);
    const keys = ['pos|10', 'pos|2', 'tmall|9'];
    expect(result.map((list) => list.map(({ key }) => key))).toEqual([keys, [], keys]);
    expect(result[0]?.[2]).toEqual({
      key: 'tmall|9',
      source: 'tmall',
      recordId: '9',
      provenance: 'SECOND_PARTY',
      observedAt: new Date('2026-06-18T03:02:00.000Z'),
      receivedAt: new Date('2026-06-18T03:03:00.000Z'),
      profile: { displayName: 't**3', address: { city: 'Beijing' }, language: 'en' },
      tags: ['vip'],
      tagTerms: [],
      statedIdentifiers: [{ kind: 'phone', scope: '', value: '123', normalised: null, status: 'doubtful' }],
    });
    expect(result[0]?.[0]?.statedIdentifiers).toEqual([]);
  });

  it('lists everyone merged in, through chains too, newest first', async () => {
    const { result, statements } = await observed(database, () => customers.mergedFromOf(ids));
    expect(statements).toEqual(['customers.mergedFrom']);
    expect(result[0]).toEqual([]);
    expect(result[2]?.map(({ id, intoId, mergeId }) => [id, intoId, mergeId])).toEqual([
      ['cus_old3', 'cus_lin', 'mrg_3'],
      ['cus_old4', 'cus_lin', 'mrg_3'],
      ['cus_old2', 'cus_old3', 'mrg_2'],
      ['cus_old1', 'cus_old2', 'mrg_1'],
    ]);
    expect(result[2]?.[2]).toMatchObject({
      mergedAt: new Date('2026-01-03T00:00:00.000Z'),
      cause: 'SHARED_IDENTIFIER',
    });
  });

  it('traces every value of the golden record to the record it came from', async () => {
    const { result, statements } = await observed(database, () => customers.attributesOf(ids));
    expect(statements).toEqual(['customers.sourceRecords']);
    expect(result.slice(0, 2)).toEqual([[], []]);
    expect(result[2]?.map(({ name, value, source, recordId }) => [name, value, source, recordId])).toEqual([
      ['addressLine', '1 Nanjing Rd', 'pos', '2'],
      ['attributes.shoeSize', 38, 'pos', '2'],
      ['city', 'Shanghai', 'pos', '2'],
      ['displayName', 't**3', 'tmall', '9'],
      ['familyName', '林', 'pos', '2'],
      ['gender', 'FEMALE', 'pos', '10'],
      ['givenName', '小雨', 'pos', '2'],
      ['language', 'en', 'tmall', '9'],
      ['tags', 'hiker', 'pos', '2'],
      ['tags', 'vip', 'tmall', '9'],
    ]);
    expect(result[2]?.[0]).toMatchObject({
      provenance: 'FIRST_PARTY',
      observedAt: new Date('2026-01-01T00:00:00.000Z'),
    });
  });
});

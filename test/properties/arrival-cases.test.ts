import { beforeEach, describe, expect, it } from 'vitest';
import { useApp } from '../support/app.ts';
import { wipe } from '../support/database.ts';
import { worldSettings } from '../support/reference/arbitrary-world.ts';
import { portraitOf } from '../support/reference/portrait.ts';
import { readPortrait } from '../support/reference/read-portrait.ts';
import type { IdentifierJson, RecordJson } from '../support/reference/record-input.ts';
import { sendRecords } from '../support/reference/send.ts';
import { buildWorld } from '../support/reference/world.ts';

/** Small histories that once told the system and the reference apart. */
const app = useApp({ now: worldSettings.now.toISOString(), config: { currencyRates: worldSettings.rates } });
const phone = { kind: 'phone', value: '13800138000' };
const cookie = { kind: 'cookie', value: 'c-1' };
const device = { kind: 'device_id', value: 'd-1' };
const record = { source: 'web', recordId: 'r-1' };

const customer = (identifiers: IdentifierJson[], recordId = 'r-1'): RecordJson => ({
  customer: { source: 'web', recordId, observedAt: '2026-01-01T00:00:00Z', identifiers },
});
const event = (eventId: string, identifiers: IdentifierJson[], more: object = {}): RecordJson => ({
  event: {
    source: 'web',
    eventId,
    name: 'view',
    occurredAt: '2026-01-02T00:00:00Z',
    customer: { identifiers },
    ...more,
  },
});
const later = (json: RecordJson): RecordJson =>
  ({
    customer: { ...(json as { customer: object }).customer, observedAt: '2026-02-01T00:00:00Z' },
  }) as RecordJson;
const order = (number: string, more: object): RecordJson => ({
  order: {
    source: 'web',
    number,
    placedAt: '2026-08-01T00:00:00Z',
    currency: 'CNY',
    customer: { identifiers: [phone] },
    lines: [{ sku: 'bag', quantity: 1, unitPrice: '10.00' }],
    ...more,
  },
});

const histories: Record<string, RecordJson[][]> = {
  'an event names a device and a record that comes later': [
    [event('e-1', [cookie], { customer: { identifiers: [cookie], record } })],
    [customer([phone])],
  ],
  'an event names a cookie and a record, and then another event only that record': [
    [event('e-1', [], { customer: { identifiers: [cookie], record } })],
    [event('e-2', [], { customer: { record } })],
  ],
  'a record is referred to before it comes': [[order('o-1', { customer: { record } })], [customer([phone])]],
  'somebody signs in on one of the devices that carried what nobody signed': [
    [event('e-1', [cookie, { kind: 'cookie', value: 'c-2' }, device])],
    [event('e-2', [phone, device])],
  ],
  'a second person is seen on a device that carried what nobody signed': [
    [event('e-1', [device])],
    [customer([phone, device])],
    [customer([{ kind: 'email', value: 'other@mail.example' }, device], 'r-2')],
  ],
  'two persons turn out to be one, so that their device has one owner again': [
    [customer([phone, device]), customer([{ kind: 'jd_id', value: 'J1' }, device], 'r-2'), event('e-1', [device])],
    [customer([phone, { kind: 'jd_id', value: 'J1' }], 'r-3')],
  ],
  'a record on the device of somebody known turns out to be theirs, after it went with what nobody signed': [
    [
      customer([{ kind: 'tmall_id', value: 'T1' }, device], 'r-2'),
      customer([phone, { kind: 'device_id', value: 'd-3' }], 'r-3'),
    ],
    [customer([device])],
    [
      event('e-1', [], { customer: { record }, device: { deviceId: 'd-2' } }),
      event('e-2', [
        { kind: 'device_id', value: 'd-2' },
        { kind: 'device_id', value: 'd-3' },
      ]),
    ],
    [later(customer([{ kind: 'tmall_id', value: 'T1' }, device]))],
  ],
  'a newer version of an order that nobody signed leaves a device': [
    [
      order('o-1', { customer: { identifiers: [device, { kind: 'device_id', value: 'd-2' }] } }),
      event('e-1', [device]),
      event('e-2', [{ kind: 'device_id', value: 'd-2' }]),
    ],
    [order('o-1', { customer: { identifiers: [device] }, updatedAt: '2026-08-02T00:00:00Z' })],
  ],
  'a newer version of an order that a device carried to somebody names another person': [
    [customer([phone, device]), order('o-1', { customer: { identifiers: [device] } }), event('e-1', [device])],
    [
      order('o-1', {
        customer: { identifiers: [{ kind: 'jd_id', value: 'J1' }] },
        updatedAt: '2026-08-02T00:00:00Z',
      }),
    ],
  ],
  'a newer version of a signed order leaves a device': [
    [order('o-1', { customer: { identifiers: [phone, device, { kind: 'device_id', value: 'd-2' }] } })],
    [
      order('o-1', { customer: { identifiers: [phone, device] }, updatedAt: '2026-08-02T00:00:00Z' }),
      event('e-1', [{ kind: 'device_id', value: 'd-2' }]),
    ],
  ],
  'a newer version of an order that nobody signed is signed': [
    [
      customer([phone, device]),
      customer([{ kind: 'jd_id', value: 'J1' }, device], 'r-2'),
      order('o-1', { customer: { identifiers: [device, { kind: 'device_id', value: 'd-2' }] } }),
    ],
    [order('o-1', { updatedAt: '2026-08-02T00:00:00Z' })],
  ],
  'an order moves to another person': [
    [customer([phone]), customer([{ kind: 'jd_id', value: 'J1' }], 'r-2'), order('o-1', {})],
    [order('o-1', { customer: { identifiers: [{ kind: 'jd_id', value: 'J1' }] }, updatedAt: '2026-08-02T00:00:00Z' })],
  ],
  'a store is first heard of from an event': [
    [order('o-1', { store: 'sh-01' })],
    [event('e-1', [phone], { store: 'sh-02' })],
  ],
  'a member of staff is first heard of as a manager': [
    [{ staff: { code: 'e-1', manager: 'e-2' } }, { staff: { code: 'e-3' } }],
    [order('o-1', { staff: 'e-1' })],
  ],
  'a newer version of an order names another store': [
    [order('o-1', { store: 'sh-01', staff: 'e-1' })],
    [order('o-1', { store: 'sh-02', staff: 'e-2', updatedAt: '2026-08-02T00:00:00Z' })],
  ],
};

describe.each(Object.entries(histories))('%s', (_, batches) => {
  beforeEach(async () => {
    await wipe(app.database);
  });

  it.each([
    ['as told', batches],
    ['the other way round', [...batches].reverse()],
    ['at once', [batches.flat()]],
  ])('%s', async (_way, arrival) => {
    for (const batch of arrival) expect(await sendRecords(app.data, batch)).toMatchObject({ rejected: 0, errors: [] });
    const { portrait } = await readPortrait(app.data, app.database);
    expect(portrait).toEqual(portraitOf(buildWorld(batches.flat(), worldSettings)));
  });
});

describe('a device that was anonymous first', () => {
  it('is one identifier of the person who turns up on it in the same batch', async () => {
    await wipe(app.database);
    await sendRecords(app.data, [event('e-1', [device]), customer([phone, device])]);
    const count = async (rule: string): Promise<number> =>
      (
        await app.data<{ previewSegment: { count: number } }>(
          'query ($rule: String) { previewSegment(rule: $rule) { count } }',
          { rule },
        )
      ).previewSegment.count;
    expect(await count('identifiers count = 2 and devices count = 1 and events count = 1')).toBe(1);
    expect(await count('identifiers where (kind = "device_id") count = 1')).toBe(1);
  });
});

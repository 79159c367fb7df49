import { beforeAll, describe, expect, it } from 'vitest';
import { useApp } from '../support/app.ts';
import type { RecordJson } from '../support/reference/record-input.ts';
import { sendRecords } from '../support/reference/send.ts';
import {
  bindAndJoin,
  browsing,
  catalogue,
  friendJoinsOnHerPhone,
  friendLooks,
  lateFacts,
  messageOpened,
  onlinePurchase,
  scanAndFollow,
  shopPurchase,
  thirdPurchaseAndShare,
} from './ms-lin.records.ts';
import { customerBy, knownBy, selected } from './read-customer.ts';
import { lifeOf } from './read-life.ts';

const app = useApp();
const send = (records: RecordJson[]) => sendRecords(app.data, records);

const byPhone = { kind: 'phone', value: '13800138000' };
const byUnionId = { kind: 'wechat_unionid', value: 'oU_77', scope: 'open-1' };
const byCookie = { kind: 'cookie', value: 'mp-7' };
const phoneOf = (sources: string[]) => ({ kind: 'phone', scope: null, value: '+8613800138000', sources });
const points = (balance: number, tier: string) => ({ balance, debt: 0, tier: { name: tier } });
const emailIdentifier = { kind: 'email', scope: null, value: 'lin@example.com', sources: ['pos'] };

/** Her timeline at the counter, and after the second and third purchase, newest first. */
const atTheCounter = [
  '2026-06-18 03:06 EVENT wechat follow',
  '2026-06-18 03:05 EVENT wechat scan_qr',
  '2026-06-18 03:02 IDENTITY CREATED',
  '2026-06-18 03:02 ORDER pos A-1',
  '2026-06-18 03:02 POINTS EARN 1299, 1299 now',
  '2026-06-18 03:02 STAGE FIRST_TIME by ORDER',
];
const joined = [
  '2026-06-18 03:10 IDENTITY MERGED',
  '2026-06-18 03:10 TAG member IMPORTED',
  '2026-06-18 03:09 TAG follower IMPORTED',
  ...atTheCounter,
];
const afterTheSecond = [
  '2026-06-20 13:01 IDENTITY MERGED',
  '2026-06-20 13:00 ORDER mini-program MP-1',
  '2026-06-20 13:00 POINTS EARN 799, 2098 now',
  '2026-06-20 13:00 STAGE REPEAT by ORDER',
  '2026-06-20 13:00 TIER SILVER ENTERED',
  '2026-06-20 12:50 EVENT mini-program open',
  '2026-06-18 11:30 EVENT wechat message_opened',
  ...joined,
  '2026-06-10 12:00 EVENT mini-program page_view',
  '2026-06-10 12:00 STAGE ANONYMOUS by ARRIVED',
];
const afterTheThird = [
  '2026-09-15 08:00 EVENT mini-program share',
  '2026-09-15 07:00 ORDER pos B-7',
  '2026-09-15 07:00 POINTS EARN 1500, 3598 now',
  ...afterTheSecond,
];
const afterLateFacts = [
  '2025-11-10 16:00 FIRST_TIME ORDER tmall T-2025',
  '2026-06-18 03:02 REPEAT ORDER pos A-1',
  '2027-09-15 07:00 LAPSED TIME',
];
const herStages = [
  '2026-06-10 12:00 ANONYMOUS ARRIVED',
  '2026-06-18 03:02 FIRST_TIME ORDER pos A-1',
  '2026-06-20 13:00 REPEAT ORDER mini-program MP-1',
];

/** Each test is a step and builds on those before it. */
describe('Ms Lin', () => {
  const ids = { browser: '', shop: '', wechat: '' };

  beforeAll(async () => {
    app.clock.set('2026-06-01T09:00:00+08:00');
    await send(catalogue);
  });

  it('looks at a bag in the mini-program, unknown to anybody', async () => {
    app.clock.set('2026-06-10T20:00:05+08:00');
    expect(await send(browsing)).toMatchObject({
      created: 1,
      rejected: 0,
      customersCreated: 1,
      customersMerged: 0,
    });
    const visitor = await customerBy(app, byCookie);
    expect(visitor).toMatchObject({
      displayName: null,
      lifecycleStage: 'ANONYMOUS',
      purchaseCount: 0,
      totalSpent: { amount: '0.00', currency: 'CNY' },
      averagePurchaseValue: null,
      lastSeenAt: '2026-06-10T12:00:00.000Z',
      identifiers: [{ kind: 'cookie', scope: null, value: 'mp-7', sources: ['mini-program'] }],
      sourceRecords: [],
      loyalty: null,
    });
    ids.browser = visitor?.id ?? '';
    expect(await lifeOf(app, byCookie)).toEqual({
      stages: ['2026-06-10 12:00 ANONYMOUS ARRIVED'],
      timeline: [
        '2026-06-10 12:00 IDENTITY CREATED',
        '2026-06-10 12:00 EVENT mini-program page_view',
        '2026-06-10 12:00 STAGE ANONYMOUS by ARRIVED',
      ],
    });
  });

  it('buys a bag in the shop and leaves phone and e-mail', async () => {
    app.clock.set('2026-06-18T11:02:30+08:00');
    expect(await send(shopPurchase)).toMatchObject({
      created: 2,
      customersCreated: 1,
      customersMerged: 0,
      warnings: [],
    });
    const lin = await knownBy(app, byPhone);
    expect(lin).toMatchObject({
      familyName: 'Lin',
      gender: 'FEMALE',
      lifecycleStage: 'FIRST_TIME',
      purchaseCount: 1,
      totalSpent: { amount: '1299.00', currency: 'CNY' },
      averagePurchaseValue: { amount: '1299.00', currency: 'CNY' },
      firstPurchaseAt: '2026-06-18T03:02:00.000Z',
      lastPurchaseAt: '2026-06-18T03:02:00.000Z',
      lastSeenAt: '2026-06-18T03:02:00.000Z',
      identifiers: [emailIdentifier, phoneOf(['pos'])],
      loyalty: points(1_299, 'MEMBER'),
    });
    expect(lin.orders).toEqual([
      {
        source: 'pos',
        number: 'A-1',
        store: { name: "Shanghai Jing'an" },
        staff: { name: 'Chen Jie' },
        total: { amount: '1299.00' },
      },
    ]);
    expect(lin.id).not.toBe(ids.browser);
    expect(await lifeOf(app, byPhone)).toEqual({
      stages: ['2026-06-18 03:02 FIRST_TIME ORDER pos A-1'],
      timeline: [
        '2026-06-18 03:02 IDENTITY CREATED',
        '2026-06-18 03:02 ORDER pos A-1',
        '2026-06-18 03:02 POINTS EARN 1299, 1299 now',
        '2026-06-18 03:02 STAGE FIRST_TIME by ORDER',
      ],
    });
    ids.shop = lin.id;
  });

  it('scans the code at the counter and follows: WeChat knows somebody, but not yet whom', async () => {
    app.clock.set('2026-06-18T11:06:30+08:00');
    expect(await send(scanAndFollow)).toMatchObject({ created: 2, customersCreated: 1, customersMerged: 0 });
    const follower = await knownBy(app, byUnionId);
    expect(follower).toMatchObject({
      lifecycleStage: 'WINDOW',
      purchaseCount: 0,
      lastSeenAt: '2026-06-18T03:06:00.000Z',
      loyalty: points(0, 'MEMBER'),
    });
    expect((await knownBy(app, byPhone)).id).toBe(ids.shop);
    expect(await selected(app, 'purchases count = 0 and lifecycleStage = WINDOW')).toEqual([follower.id]);
    ids.wechat = follower.id;
    expect(await lifeOf(app, byUnionId)).toEqual({
      stages: ['2026-06-18 03:05 WINDOW IDENTIFIED wechat_openid'],
      timeline: [
        '2026-06-18 03:06 IDENTITY CREATED',
        '2026-06-18 03:06 EVENT wechat follow',
        '2026-06-18 03:05 EVENT wechat scan_qr',
        '2026-06-18 03:05 STAGE WINDOW by IDENTIFIED',
      ],
    });
  });

  it('binds WeChat and becomes a member: one customer from now on', async () => {
    app.clock.set('2026-06-18T11:10:30+08:00');
    expect(await send(bindAndJoin)).toMatchObject({ created: 2, customersCreated: 0, customersMerged: 1 });
    const lin = await knownBy(app, byPhone);
    expect([ids.shop, ids.wechat]).toContain(lin.id);
    for (const id of [ids.shop, ids.wechat]) expect((await customerBy(app, null, id))?.id).toBe(lin.id);
    const [old] = [ids.shop, ids.wechat].filter((id) => id !== lin.id);
    expect(lin.mergedFrom).toEqual([
      { id: old, mergedAt: '2026-06-18T03:10:30.000Z', cause: 'SHARED_IDENTIFIER', via: expect.anything() },
    ]);
    // any of those that the WeChat record brought together may be named
    expect(['phone +8613800138000', 'wechat_openid oSA_1', 'wechat_unionid oU_77']).toContain(
      `${lin.mergedFrom[0]?.via?.kind} ${lin.mergedFrom[0]?.via?.value}`,
    );
    expect(lin).toMatchObject({
      displayName: '小林',
      familyName: 'Lin',
      birthDate: '1992-02-29',
      tags: ['follower', 'member'],
      inferredTags: [],
      lifecycleStage: 'FIRST_TIME',
      purchaseCount: 1,
      loyalty: points(1_299, 'MEMBER'),
    });
    expect(lin.identifiers).toEqual([
      emailIdentifier,
      { kind: 'member_number', scope: 'brand', value: 'M-1001', sources: ['crm'] },
      phoneOf(['crm', 'pos', 'wechat']),
      { kind: 'wechat_openid', scope: 'service-account', value: 'oSA_1', sources: ['wechat'] },
      { kind: 'wechat_unionid', scope: 'open-1', value: 'oU_77', sources: ['wechat'] },
    ]);
    expect(await selected(app, '')).toHaveLength(2);
    expect(await lifeOf(app, byPhone)).toEqual({
      stages: ['2026-06-18 03:02 FIRST_TIME ORDER pos A-1'],
      timeline: joined,
    });
  });

  it('opens the message at home', async () => {
    app.clock.set('2026-06-18T19:30:30+08:00');
    await send(messageOpened);
    expect((await knownBy(app, byPhone)).lastSeenAt).toBe('2026-06-18T11:30:00.000Z');
    expect(await selected(app, 'events where (name = "message_opened" and occurredAt within 1 hour)')).toHaveLength(1);
  });

  it('buys online with the code and gives her address: a repeat customer, and the browser was she', async () => {
    app.clock.set('2026-06-20T21:01:30+08:00');
    expect(await send(onlinePurchase)).toMatchObject({ created: 3, customersCreated: 0, customersMerged: 1 });
    const lin = await knownBy(app, byPhone);
    expect(await selected(app, '')).toEqual([lin.id]);
    for (const id of Object.values(ids)) expect((await customerBy(app, null, id))?.id).toBe(lin.id);
    expect((await knownBy(app, byCookie)).id).toBe(lin.id);
    expect(lin).toMatchObject({
      displayName: 'Lin Mei',
      givenName: 'Mei',
      familyName: 'Lin',
      gender: 'FEMALE',
      birthDate: '1992-02-29',
      language: 'zh-CN',
      city: 'Shanghai',
      province: 'Shanghai',
      country: 'CN',
      tags: ['follower', 'member'],
      inferredTags: ['repurchase'],
      lifecycleStage: 'REPEAT',
      purchaseCount: 2,
      totalSpent: { amount: '2098.00' },
      averagePurchaseValue: { amount: '1049.00' },
      firstPurchaseAt: '2026-06-18T03:02:00.000Z',
      lastPurchaseAt: '2026-06-20T13:00:00.000Z',
      lastSeenAt: '2026-06-20T13:01:00.000Z',
      devices: [{ deviceId: 'd-lin', platform: 'ios', model: 'iPhone 17' }],
      loyalty: points(2_098, 'SILVER'),
    });
    expect(lin.identifiers).toEqual([
      { kind: 'cookie', scope: null, value: 'mp-7', sources: ['mini-program'] },
      { kind: 'device_id', scope: null, value: 'd-lin', sources: ['mini-program'] },
      emailIdentifier,
      { kind: 'member_number', scope: 'brand', value: 'M-1001', sources: ['crm'] },
      phoneOf(['crm', 'pos', 'wechat']),
      { kind: 'wechat_openid', scope: 'mini-program', value: 'oMP_1', sources: ['mini-program'] },
      { kind: 'wechat_openid', scope: 'service-account', value: 'oSA_1', sources: ['wechat'] },
      { kind: 'wechat_unionid', scope: 'open-1', value: 'oU_77', sources: ['mini-program', 'wechat'] },
    ]);
    expect(
      await selected(app, 'events count = 5 and events where (name = "page_view" and product.sku = "bag-a")'),
    ).toEqual([lin.id]);
    expect(await lifeOf(app, byPhone)).toEqual({ stages: herStages, timeline: afterTheSecond });
  });

  it('is one customer whose every value leads back to its source', async () => {
    const lin = await knownBy(app, byPhone);
    const from = Object.fromEntries(
      lin.attributes.map(({ name, value, source, recordId }) => [name, `${value} < ${source} ${recordId}`]),
    );
    expect(from).toMatchObject({
      displayName: 'Lin Mei < mini-program u-5',
      givenName: 'Mei < mini-program u-5',
      familyName: 'Lin < pos 77120',
      gender: 'FEMALE < pos 77120',
      birthDate: '1992-02-29 < crm M-1001',
      language: 'zh-CN < wechat oSA_1',
      city: 'Shanghai < mini-program u-5',
      province: 'Shanghai < mini-program u-5',
      country: 'CN < mini-program u-5',
      postalCode: '200040 < mini-program u-5',
    });
    expect(lin.sourceRecords).toEqual([
      { source: 'crm', recordId: 'M-1001', provenance: 'FIRST_PARTY', observedAt: '2026-06-18T03:10:00.000Z' },
      { source: 'mini-program', recordId: 'u-5', provenance: 'FIRST_PARTY', observedAt: '2026-06-20T13:01:00.000Z' },
      { source: 'pos', recordId: '77120', provenance: 'FIRST_PARTY', observedAt: '2026-06-18T03:02:00.000Z' },
      { source: 'wechat', recordId: 'oSA_1', provenance: 'FIRST_PARTY', observedAt: '2026-06-18T03:09:00.000Z' },
    ]);
    expect(lin.orders.map(({ source, number, total }) => [source, number, total.amount])).toEqual([
      ['mini-program', 'MP-1', '799.00'],
      ['pos', 'A-1', '1299.00'],
    ]);
  });

  it('buys again by member number and shares; who opens the share is nobody yet', async () => {
    app.clock.set('2026-09-15T16:30:00+08:00');
    expect(await send(thirdPurchaseAndShare)).toMatchObject({ created: 2, customersCreated: 0 });
    expect(await send(friendLooks)).toMatchObject({ created: 1, customersCreated: 1 });
    const lin = await knownBy(app, byPhone);
    expect(lin).toMatchObject({
      tags: ['follower', 'member'],
      inferredTags: ['repurchase', 'store-shopper'],
      lifecycleStage: 'REPEAT',
      purchaseCount: 3,
      totalSpent: { amount: '3598.00' },
      averagePurchaseValue: { amount: '1199.33' },
      loyalty: points(3_598, 'SILVER'),
    });
    expect(await selected(app, 'events where (name = "share" and product.sku = "bag-c")')).toEqual([lin.id]);
    expect((await knownBy(app, { kind: 'cookie', value: 'mp-8' })).lifecycleStage).toBe('ANONYMOUS');
    expect(await lifeOf(app, byPhone)).toEqual({ stages: herStages, timeline: afterTheThird });
  });

  it('stays herself when the friend joins and uses her phone', async () => {
    const before = await knownBy(app, byPhone);
    app.clock.set('2026-09-16T12:10:00+08:00');
    expect(await send(friendJoinsOnHerPhone)).toMatchObject({ created: 3, rejected: 0 });
    const lin = await knownBy(app, byPhone);
    const friend = await knownBy(app, { kind: 'phone', value: '13900139000' });
    expect({ ...lin, updatedAt: '' }).toEqual({ ...before, updatedAt: '' });
    expect(friend.id).not.toBe(lin.id);
    expect(await lifeOf(app, byPhone)).toEqual({ stages: herStages, timeline: afterTheThird });
    expect((await lifeOf(app, { kind: 'phone', value: '13900139000' })).stages).toEqual([
      '2026-09-15 08:10 ANONYMOUS ARRIVED',
      '2026-09-16 04:00 WINDOW IDENTIFIED phone',
    ]);
    expect(friend).toMatchObject({
      displayName: 'Wang Fang',
      lifecycleStage: 'WINDOW',
      devices: [{ deviceId: 'd-lin' }],
      loyalty: points(0, 'MEMBER'),
    });
    expect((await knownBy(app, { kind: 'cookie', value: 'mp-8' })).id).toBe(friend.id);
    expect(await selected(app, 'events count = 2')).toEqual([friend.id]);
    expect(await customerBy(app, { kind: 'device_id', value: 'd-lin' })).toBeNull();
    const unsigned = await selected(app, 'lifecycleStage = ANONYMOUS');
    expect(unsigned).toHaveLength(1);
    expect(await selected(app, '')).toEqual([lin.id, friend.id, ...unsigned].sort());
  });

  it('has lapsed when a year has passed since she last bought', async () => {
    const stage = async (): Promise<string> => (await knownBy(app, byPhone)).lifecycleStage;
    app.clock.set('2027-09-15T15:00:00+08:00');
    expect(await stage()).toBe('REPEAT');
    app.clock.set('2027-09-15T15:00:00.001+08:00');
    expect(await stage()).toBe('LAPSED');
    expect(await selected(app, 'lifecycleStage = LAPSED')).toHaveLength(1);
    expect(await lifeOf(app, byPhone)).toEqual({
      stages: [...herStages, '2027-09-15 07:00 LAPSED TIME'],
      timeline: ['2027-09-15 07:00 STAGE LAPSED by TIME', '2027-06-20 13:00 TIER SILVER KEPT', ...afterTheThird],
    });
    expect(await selected(app, 'lifecycleStage = LAPSED', '2027-09-15T15:00:00+08:00')).toHaveLength(0);
  });

  it('is told right when facts come late, and the same when they come again', async () => {
    expect(await send(lateFacts)).toMatchObject({ created: 1, updated: 1, unchanged: 0 });
    const lin = await knownBy(app, byPhone);
    expect(lin).toMatchObject({
      purchaseCount: 4,
      totalSpent: { amount: '4800.00' },
      averagePurchaseValue: { amount: '1200.00' },
      firstPurchaseAt: '2025-11-10T16:00:01.000Z',
      lastPurchaseAt: '2026-09-15T07:00:00.000Z',
      tags: ['follower', 'member'],
      inferredTags: ['repurchase'],
      lifecycleStage: 'LAPSED',
      loyalty: points(4_800, 'SILVER'),
    });
    expect(lin.identifiers.find(({ kind }) => kind === 'phone')?.sources).toEqual(['crm', 'pos', 'tmall', 'wechat']);
    const everything = [
      ...lateFacts,
      ...bindAndJoin,
      ...onlinePurchase,
      ...shopPurchase,
      ...browsing,
      ...friendJoinsOnHerPhone,
    ];
    expect(await send(everything)).toMatchObject({
      created: 0,
      updated: 0,
      unchanged: everything.length,
      customersCreated: 0,
      customersMerged: 0,
    });
    expect(await knownBy(app, byPhone)).toEqual(lin);
    expect((await lifeOf(app, byPhone)).stages).toEqual(afterLateFacts);
  });

  it('is who she was after a wrong merge with another Lin, and its undoing', async () => {
    const give = async (object: string, tag: string) =>
      app.application.handTags.give({ object, tag, by: { actor: 'a clerk', reason: 'asked for it' } });
    await give((await knownBy(app, byPhone)).id, 'vip');
    const before = await lifeOf(app, byPhone);
    const herTags = (await knownBy(app, byPhone)).tags;
    expect(herTags).toEqual(['follower', 'member', 'vip']);
    const customer = { identifiers: [{ kind: 'phone', value: '13700137000' }] };
    const placedAt = '2027-09-01T10:00:00+08:00';
    await send([
      {
        customer: {
          source: 'crm',
          recordId: 'M-2000',
          observedAt: placedAt,
          profile: { familyName: 'Lin' },
          tags: ['no calls'],
          ...customer,
        },
      },
      { order: { source: 'pos', number: 'Z-1', placedAt, currency: 'CNY', customer, lines: [], total: '10.00' } },
    ]);
    const [lin, other] = [await knownBy(app, byPhone), await knownBy(app, { kind: 'phone', value: '13700137000' })];
    const stamp = { actor: 'an agent', reason: 'the same name' };
    await app.application.decisions.merge([lin.id, other.id], stamp);
    expect((await lifeOf(app, byPhone)).stages).toEqual([
      ...afterLateFacts.slice(0, -1),
      '2027-09-01 02:00 LOYAL ORDER pos Z-1',
    ]);
    await give(other.id, 'tall');
    expect((await knownBy(app, byPhone)).tags).toEqual(['follower', 'member', 'no calls', 'tall', 'vip']);
    const [merge] = (await app.application.customers.mergedFromOf([lin.id]))[0] ?? [];
    await app.application.decisions.undoMerge(merge?.mergeId as string, stamp);
    const after = await lifeOf(app, byPhone);
    const facts = (lines: string[]) => lines.filter((line) => !line.includes(' IDENTITY '));
    expect(after.stages).toEqual(before.stages);
    expect(facts(after.timeline)).toEqual(facts(before.timeline));
    const otherLin = await knownBy(app, { kind: 'phone', value: '13700137000' });
    expect([(await knownBy(app, byPhone)).tags, otherLin.tags]).toEqual([herTags, ['no calls', 'tall']]);
    expect((await lifeOf(app, { kind: 'phone', value: '13700137000' })).stages).toEqual([
      '2027-09-01 02:00 FIRST_TIME ORDER pos Z-1',
    ]);
  });
});

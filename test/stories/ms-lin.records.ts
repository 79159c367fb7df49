import type { IdentifierJson, RecordJson } from '../support/reference/record-input.ts';

/** What the systems of the brand send of Ms Lin and her friend, in the order of the story. */

const phone = { kind: 'phone', value: '+86 138 0013 8000' };
const unionId = { kind: 'wechat_unionid', value: 'oU_77', scope: 'open-1' };
const serviceOpenId = { kind: 'wechat_openid', value: 'oSA_1', scope: 'service-account' };
const miniOpenId = { kind: 'wechat_openid', value: 'oMP_1', scope: 'mini-program' };
const cookie = { kind: 'cookie', value: 'mp-7' };
const device = { deviceId: 'd-lin', platform: 'ios', model: 'iPhone 17' };
const friendUnionId = { kind: 'wechat_unionid', value: 'oU_88', scope: 'open-1' };
const friendCookie = { kind: 'cookie', value: 'mp-8' };

const event = (
  source: string,
  eventId: string,
  name: string,
  occurredAt: string,
  identifiers: IdentifierJson[],
  more: object = {},
): RecordJson => ({ event: { source, eventId, name, occurredAt, customer: { identifiers }, ...more } });

export const catalogue: RecordJson[] = [
  { store: { code: 'sh-01', name: "Shanghai Jing'an", city: 'Shanghai', format: 'flagship' } },
  { store: { code: 'hz-01', name: 'Hangzhou Lakeside', city: 'Hangzhou', format: 'flagship' } },
  { staff: { code: 'e-1042', name: 'Chen Jie', store: 'sh-01' } },
  { product: { sku: 'bag-a', name: 'City bag', category: ['Bags'], price: { amount: '1299.00', currency: 'CNY' } } },
  {
    product: {
      sku: 'bag-b',
      name: 'Evening bag',
      category: ['Bags', 'Online only'],
      price: { amount: '899.00', currency: 'CNY' },
    },
  },
  { product: { sku: 'bag-c', name: 'Travel bag', category: ['Bags'], price: { amount: '1500.00', currency: 'CNY' } } },
];

export const browsing: RecordJson[] = [
  event('mini-program', 'ev-1', 'page_view', '2026-06-10T20:00:00+08:00', [cookie], { sku: 'bag-a' }),
];

export const shopPurchase: RecordJson[] = [
  {
    customer: {
      source: 'pos',
      recordId: '77120',
      observedAt: '2026-06-18T11:02:00+08:00',
      identifiers: [
        { kind: 'phone', value: '138 0013 8000' },
        { kind: 'email', value: ' Lin@Example.com ' },
      ],
      profile: { familyName: 'Lin', gender: 'FEMALE' },
    },
  },
  {
    order: {
      source: 'pos',
      number: 'A-1',
      placedAt: '2026-06-18T11:02:00+08:00',
      currency: 'CNY',
      channel: 'store',
      store: 'sh-01',
      staff: 'e-1042',
      customer: { identifiers: [phone] },
      lines: [{ sku: 'bag-a', quantity: 1, unitPrice: '1299.00' }],
    },
  },
];

export const scanAndFollow: RecordJson[] = [
  event('wechat', 'e-9', 'scan_qr', '2026-06-18T11:05:00+08:00', [serviceOpenId, unionId], { store: 'sh-01' }),
  event('wechat', 'e-10', 'follow', '2026-06-18T11:06:00+08:00', [serviceOpenId], { channel: 'service-account' }),
];

export const bindAndJoin: RecordJson[] = [
  {
    customer: {
      source: 'wechat',
      recordId: 'oSA_1',
      observedAt: '2026-06-18T11:09:00+08:00',
      identifiers: [serviceOpenId, unionId, phone],
      profile: { displayName: '小林', language: 'zh-CN' },
      tags: ['follower'],
    },
  },
  {
    customer: {
      source: 'crm',
      recordId: 'M-1001',
      observedAt: '2026-06-18T11:10:00+08:00',
      identifiers: [{ kind: 'member_number', value: ' M-1001' }, phone],
      profile: { birthDate: '1992-02-29' },
      tags: ['member'],
    },
  },
];

export const messageOpened: RecordJson[] = [
  event('wechat', 'e-11', 'message_opened', '2026-06-18T19:30:00+08:00', [serviceOpenId], {
    properties: { code: 'FIRST10' },
  }),
];

export const onlinePurchase: RecordJson[] = [
  event('mini-program', 'ev-2', 'open', '2026-06-20T20:50:00+08:00', [miniOpenId, unionId, cookie], { device }),
  {
    order: {
      source: 'mini-program',
      number: 'MP-1',
      placedAt: '2026-06-20T21:00:00+08:00',
      currency: 'CNY',
      channel: 'mini-program',
      promotion: 'FIRST10',
      customer: { identifiers: [miniOpenId] },
      lines: [{ sku: 'bag-b', quantity: 1, unitPrice: '899.00', discount: '100.00' }],
    },
  },
  {
    customer: {
      source: 'mini-program',
      recordId: 'u-5',
      observedAt: '2026-06-20T21:01:00+08:00',
      identifiers: [miniOpenId],
      profile: {
        displayName: 'Lin Mei',
        givenName: 'Mei',
        address: {
          line: 'Yuyuan Rd 1',
          district: "Jing'an",
          city: 'Shanghai',
          province: 'Shanghai',
          country: 'CN',
          postalCode: '200040',
        },
      },
    },
  },
];

export const thirdPurchaseAndShare: RecordJson[] = [
  {
    order: {
      source: 'pos',
      number: 'B-7',
      placedAt: '2026-09-15T15:00:00+08:00',
      currency: 'CNY',
      channel: 'store',
      store: 'hz-01',
      customer: { identifiers: [{ kind: 'member_number', value: 'M-1001', scope: 'brand' }] },
      lines: [{ sku: 'bag-c', quantity: 1, unitPrice: '1500.00' }],
    },
  },
  event('mini-program', 'ev-3', 'share', '2026-09-15T16:00:00+08:00', [miniOpenId], {
    device,
    sku: 'bag-c',
    properties: { share: 'S-1' },
  }),
];

export const friendLooks: RecordJson[] = [
  event('mini-program', 'ev-4', 'page_view', '2026-09-15T16:10:00+08:00', [friendCookie], {
    sku: 'bag-c',
    properties: { share: 'S-1' },
  }),
];

export const friendJoinsOnHerPhone: RecordJson[] = [
  {
    customer: {
      source: 'crm',
      recordId: 'M-1002',
      observedAt: '2026-09-16T12:00:00+08:00',
      identifiers: [{ kind: 'phone', value: '13900139000' }, friendUnionId, friendCookie],
      profile: { displayName: 'Wang Fang' },
    },
  },
  // at Lin's: the same phone, another account
  event('mini-program', 'ev-5', 'open', '2026-09-16T12:05:00+08:00', [friendUnionId], { device }),
  // and somebody who is not signed in
  event('mini-program', 'ev-6', 'page_view', '2026-09-16T12:06:00+08:00', [], { device }),
];

export const lateFacts: RecordJson[] = [
  {
    order: {
      source: 'mini-program',
      number: 'MP-1',
      placedAt: '2026-06-20T21:00:00+08:00',
      status: 'PARTIALLY_REFUNDED',
      refunded: '99.00',
      currency: 'CNY',
      channel: 'mini-program',
      promotion: 'FIRST10',
      customer: { identifiers: [miniOpenId] },
      lines: [{ sku: 'bag-b', quantity: 1, unitPrice: '899.00', discount: '100.00' }],
      updatedAt: '2026-06-25T09:00:00+08:00',
    },
  },
  {
    order: {
      source: 'tmall',
      number: 'T-2025',
      placedAt: '2025-11-11T00:00:01+08:00',
      currency: 'CNY',
      channel: 'tmall',
      customer: { identifiers: [{ kind: 'phone', value: '0086-138-0013-8000' }] },
      lines: [{ sku: 'bag-a', quantity: 2, unitPrice: '650.50' }],
    },
  },
];

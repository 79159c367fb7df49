import { formatInstant } from './calendar.ts';
import { personId } from './people.ts';
import { groupSightings } from './truth.ts';
import type { Batch, DemoCustomer, DemoEvent, DemoIdentifier, DemoOrder, TruthPerson } from './types.ts';
import { scopes, type World } from './world.ts';

/**
 * Ms Lin and the friend she shares with: the same for every seed, only moved along with `until`. Her first purchase is
 * 40 days before the last day, her last one 7 days before it.
 */
export const lin = {
  person: personId(0),
  phone: '+8613800138000',
  email: 'lin@example.com',
  unionId: 'oU_lin',
  memberNumber: 'YL-LIN-0001',
  /** Net of the three orders below, in CNY. */
  totalSpent: '847.10',
} as const;

const friend = { person: personId(1), unionId: 'oU_zhou', phone: '+8613800138001', email: 'zhou@example.com' };

const phone: DemoIdentifier = { kind: 'phone', value: lin.phone };
const union: DemoIdentifier = { kind: 'wechat_unionid', value: lin.unionId, scope: scopes.union };
const friendUnion: DemoIdentifier = { kind: 'wechat_unionid', value: friend.unionId, scope: scopes.union };
const serviceOpenId: DemoIdentifier = { kind: 'wechat_openid', value: 'oS_lin', scope: scopes.service };
const miniOpenId: DemoIdentifier = { kind: 'wechat_openid', value: 'oM_lin', scope: scopes.miniProgram };
const member: DemoIdentifier = { kind: 'member_number', value: lin.memberNumber };
const device = { deviceId: 'dev-lin', platform: 'ios', model: 'iPhone 15' };
const friendDevice = { deviceId: 'dev-zhou', platform: 'android', model: 'Mate 60' };
const family = { familyName: '林' };

type At = (daysBack: number, time: string) => string;

function customersOf(at: At): { customer: DemoCustomer; strong: DemoIdentifier[]; person: string }[] {
  const spelledPhone = { kind: 'phone', value: '138 0013 8000' };
  const spelledEmail = { kind: 'email', value: ' Lin@Example.com ' };
  const home = {
    line: '愚园路218号6栋1102室',
    district: '静安区',
    city: 'Shanghai',
    province: 'Shanghai',
    country: 'CN',
  };
  const atTill: DemoCustomer = {
    source: 'pos',
    recordId: '77120',
    observedAt: at(40, '11:02'),
    identifiers: [spelledPhone, spelledEmail],
    profile: { displayName: '林女士', ...family, gender: 'FEMALE' },
  };
  const follower: DemoCustomer = {
    source: 'wechat',
    recordId: 'wx-lin',
    observedAt: at(40, '11:06'),
    identifiers: [union, serviceOpenId, { kind: 'phone', value: '13800138000' }],
    profile: { displayName: '林间小路', language: 'zh-CN' },
  };
  const asMember: DemoCustomer = {
    source: 'crm',
    recordId: 'C-lin',
    observedAt: at(40, '11:08'),
    identifiers: [member, phone],
    profile: { displayName: '林悦', givenName: '悦', ...family, gender: 'FEMALE', birthDate: '1991-05-12' },
    tags: ['hiker', 'member'],
  };
  const online: DemoCustomer = {
    source: 'mini_program',
    recordId: 'mp-lin',
    observedAt: at(39, '20:10'),
    identifiers: [union, miniOpenId, { kind: 'phone', value: '+86 138 0013 8000' }],
    profile: { displayName: '林悦', givenName: '悦', ...family, language: 'zh-CN', address: home },
  };
  const invited: DemoCustomer = {
    source: 'wechat',
    recordId: 'wx-zhou',
    observedAt: at(6, '12:40'),
    identifiers: [friendUnion],
    profile: { displayName: '周周爱爬山', gender: 'FEMALE', language: 'zh-CN' },
  };
  return [
    { customer: atTill, person: lin.person, strong: [phone, { kind: 'email', value: lin.email }] },
    { customer: follower, person: lin.person, strong: [union, serviceOpenId, phone] },
    { customer: asMember, person: lin.person, strong: [member, phone] },
    { customer: online, person: lin.person, strong: [union, miniOpenId, phone] },
    { customer: invited, person: friend.person, strong: [friendUnion] },
  ];
}

function ordersOf(at: At): DemoOrder[] {
  const bag = { sku: 'pack-city-22', quantity: 1, unitPrice: '269.00' };
  const secondBag = { sku: 'sling-6', quantity: 1, unitPrice: '199.00', discount: '19.90' };
  const poles = { sku: 'pole-carbon-2', quantity: 1, unitPrice: '399.00' };
  const paid = { status: 'PAID', currency: 'CNY' } as const;
  const online = { source: 'mini_program', channel: 'mini_program' } as const;
  return [
    {
      ...paid,
      source: 'pos',
      number: 'LIN-1',
      placedAt: at(40, '11:02'),
      channel: 'store',
      store: 'sh-01',
      staff: 'e-1042',
      customer: { identifiers: [phone] },
      lines: [bag],
      total: '269.00',
    },
    {
      ...paid,
      ...online,
      number: 'LIN-2',
      placedAt: at(39, '20:15'),
      promotion: 'first-online',
      customer: { identifiers: [union] },
      lines: [secondBag],
      total: '179.10',
      updatedAt: at(39, '20:16'),
    },
    {
      ...paid,
      ...online,
      number: 'LIN-3',
      placedAt: at(7, '19:30'),
      customer: { identifiers: [miniOpenId] },
      lines: [poles],
      updatedAt: at(7, '19:31'),
    },
  ];
}

function eventsOf(at: At): { event: DemoEvent; person: string }[] {
  const customer = { identifiers: [union] };
  const atCounter = { source: 'wechat', customer, device, store: 'sh-01' } as const;
  const online = { source: 'mini_program', channel: 'mini_program', customer, device } as const;
  const invitedBy = { kind: union.kind, value: lin.unionId, scope: scopes.union };
  const hers: DemoEvent[] = [
    { ...atCounter, eventId: 'lin-1', name: 'scan_qr', occurredAt: at(40, '11:05'), channel: 'store' },
    { ...atCounter, eventId: 'lin-2', name: 'follow', occurredAt: at(40, '11:06'), channel: 'wechat' },
    {
      source: 'wechat',
      eventId: 'lin-3',
      name: 'message_open',
      occurredAt: at(40, '20:00'),
      channel: 'wechat',
      customer,
      device,
      sku: 'sling-6',
      properties: { message: 'thank-you', code: 'HELLO-LIN' },
    },
    { ...online, eventId: 'lin-4', name: 'product_view', occurredAt: at(39, '20:08'), sku: 'sling-6' },
    {
      ...online,
      eventId: 'lin-5',
      name: 'add_to_cart',
      occurredAt: at(39, '20:09'),
      sku: 'sling-6',
      properties: { code: 'HELLO-LIN' },
    },
    { ...online, eventId: 'lin-6', name: 'product_view', occurredAt: at(7, '19:20'), sku: 'pole-carbon-2' },
    {
      ...online,
      eventId: 'lin-7',
      name: 'share',
      occurredAt: at(6, '12:00'),
      sku: 'pole-carbon-2',
      properties: { shareId: 'share-lin' },
    },
  ];
  const followsHer: DemoEvent = {
    source: 'wechat',
    eventId: 'zhou-1',
    name: 'follow',
    occurredAt: at(6, '12:40'),
    channel: 'wechat',
    customer: { identifiers: [friendUnion] },
    device: friendDevice,
    properties: { invitedBy, shareId: 'share-lin' },
  };
  return [...hers.map((event) => ({ event, person: lin.person })), { event: followsHer, person: friend.person }];
}

function truthOf(
  person: string,
  phoneValue: string,
  email: string,
  name: string,
  count: number,
  spent: string,
): TruthPerson {
  return {
    kind: 'person',
    person,
    displayName: name,
    phone: phoneValue,
    email,
    sharesPhoneWith: null,
    purchaseCount: count,
    totalSpent: spent,
  };
}

/** Ms Lin in five steps, and with two customers or more the friend who follows her link. */
export function makeLin(world: World): Batch {
  const { calendar } = world;
  const at: At = (daysBack, time) => {
    const [hours, minutes] = time.split(':').map(Number) as [number, number];
    return formatInstant(calendar.startOf(calendar.days - 1 - daysBack) + (hours * 60 + minutes) * 60_000);
  };
  const batch: Batch = { records: [], truth: [] };
  const cast = world.customers > 1 ? [lin.person, friend.person] : [lin.person];
  const customers = customersOf(at).filter(({ person }) => cast.includes(person));
  for (const { customer } of customers) batch.records.push({ customer });
  for (const order of ordersOf(at)) batch.records.push({ order });
  for (const { event, person } of eventsOf(at)) if (cast.includes(person)) batch.records.push({ event });

  batch.truth.push(truthOf(lin.person, lin.phone, lin.email, '林悦', 3, lin.totalSpent));
  if (cast.length > 1) batch.truth.push(truthOf(friend.person, friend.phone, friend.email, '周敏', 0, '0.00'));
  for (const person of cast) {
    const own = customers.filter((entry) => entry.person === person);
    const groups = groupSightings(own.map(({ strong }) => ({ handles: strong })));
    for (const [position, { customer }] of own.entries()) {
      const { source, recordId } = customer;
      batch.truth.push({ kind: 'record', person, source, recordId, group: groups[position] as number, faults: [] });
    }
  }
  return batch;
}

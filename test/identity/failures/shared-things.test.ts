import { beforeEach, describe, expect, it } from 'vitest';
import { useApp } from '../../support/app.ts';
import { wipe } from '../../support/database.ts';
import { event, order, record, strictRules } from '../people.ts';
import { useRulesFile } from '../rules-file.ts';
import { everyone, factsOf, possibleMatches, survivorsOf, whoHas } from '../tell-people.ts';

/** Customer platforms have made one person of all who used the same thing. */
const app = useApp();
const phone = (number: number) => ['phone', `1380013800${number}`] as const;
const email = (name: string) => ['email', `${name}@mail.example`] as const;
const member = (number: string) => ['member_number', number] as const;
const tablet = ['device_id', 'shop-tablet'] as const;
const browser = ['cookie', 'browser'] as const;

beforeEach(() => wipe(app.database));

describe('a device that many use', () => {
  it('a tablet in the shop, on which one after the other signs up, joins nobody, whoever came first', async () => {
    await app.ingest(event('app|before', 1, [tablet]));
    const anonymous = (await everyone(app))[0]?.id as string;
    await app.ingest(record('app|1', 2, [phone(1), tablet], 'Lin'));
    expect(await factsOf(app)).toEqual(['app|1 app|before']);
    for (const number of [2, 3, 4])
      await app.ingest(record(`app|${number}`, number + 1, [phone(number), tablet], `Name ${number}`));
    await app.ingest(event('app|after', 9, [tablet]), order('app|sale', 9, [phone(3), tablet]));
    expect(await factsOf(app)).toEqual(['app|1', 'app|2', 'app|3 app|sale', 'app|4', 'app|after app|before']);
    // What came before anybody signed up is again whose it was.
    expect(await survivorsOf(app, [anonymous])).toEqual([anonymous]);
    expect(await possibleMatches(app)).toEqual([]);
  });

  it('a second person on the phone of the first does not get the first one’s history, also for good', async () => {
    await app.ingest(record('app|ann', 1, [email('ann'), tablet]), event('app|1', 2, [email('ann'), tablet]));
    await app.ingest(event('app|2', 3, [tablet]));
    expect(await factsOf(app)).toEqual(['app|1 app|2 app|ann']);
    await app.ingest(event('app|3', 4, [email('bob'), tablet]), event('app|4', 5, [tablet]));
    expect(await factsOf(app)).toEqual(['app|1 app|ann', 'app|2 app|4', 'app|3']);
  });

  it('a cookie that outlives signing out does not join two, whether they state it or only use it', async () => {
    await app.ingest(record('web|ann', 1, [member('1'), browser]), record('web|bob', 2, [member('2'), browser]));
    await app.ingest(order('web|a', 3, [member('1'), browser]), order('web|b', 4, [member('2'), browser]));
    expect(await factsOf(app)).toEqual(['web|a web|ann', 'web|b web|bob']);
  });

  it('two e-mail addresses on one device do not pile onto one profile', async () => {
    await app.ingest(event('app|1', 1, [email('ann'), tablet]), event('app|2', 2, [email('bob'), tablet]));
    const [one, other] = await everyone(app);
    expect(one?.identifiers).toEqual(['device_id||shop-tablet', 'email||ann@mail.example']);
    expect(other?.identifiers).toEqual(['device_id||shop-tablet', 'email||bob@mail.example']);
  });
});

describe('an identifier that is not one person’s', () => {
  it('a family’s phone does not join members who have numbers of their own; orders by phone go to the first seen', async () => {
    await app.ingest(
      record('crm|mother', 1, [member('1'), phone(1)], 'Lin'),
      record('crm|father', 2, [member('2'), phone(1)], 'Wang'),
      record('crm|child', 3, [member('3'), phone(1)], 'Wang Jr'),
      order('pos|1', 4, [phone(1)]),
      order('pos|2', 5, [member('2'), phone(1)]),
    );
    expect(await factsOf(app)).toEqual(['crm|child', 'crm|father pos|2', 'crm|mother pos|1']);
    expect(await possibleMatches(app)).toEqual([
      'crm|child / crm|father pos|2: EXCLUSIVE_CONFLICT',
      'crm|child / crm|mother pos|1: EXCLUSIVE_CONFLICT',
      'crm|father pos|2 / crm|mother pos|1: EXCLUSIVE_CONFLICT',
    ]);
    for (const number of ['1', '2', '3']) expect(await whoHas(app, 'member_number', number)).not.toBeNull();
  });

  it('a number that somebody else enters as their own is not taken from whom it belongs to', async () => {
    await app.ingest(record('crm|owner', 1, [member('1'), phone(1)], 'Lin'));
    const owner = await whoHas(app, 'phone', '13800138001');
    await app.ingest(record('crm|other', 2, [member('2'), phone(1)], 'Wang'));
    expect(await factsOf(app)).toEqual(['crm|other', 'crm|owner']);
    expect(await whoHas(app, 'member_number', '1')).toBe(owner);
    // Whose it is cannot be told from the phone alone any more.
    expect(await whoHas(app, 'phone', '13800138001')).toBeNull();
    expect((await everyone(app)).map(({ identifiers }) => identifiers)).toEqual([
      ['member_number|brand|2', 'phone||+8613800138001'],
      ['member_number|brand|1', 'phone||+8613800138001'],
    ]);
  });

  it('one event that names two of what a person has one of does not make one of two', async () => {
    await app.ingest(record('crm|1', 1, [member('1')]), record('crm|2', 2, [member('2')]));
    await app.ingest(event('app|both', 3, [member('1'), member('2')]));
    expect(await factsOf(app)).toEqual(['app|both crm|1', 'crm|2']);
    expect(await possibleMatches(app)).toEqual(['app|both crm|1 / crm|2: EXCLUSIVE_CONFLICT']);
  });

  it('the same openid in two mini-programs is two people’s', async () => {
    const openid = (appId: string) => ({
      customer: {
        source: appId,
        recordId: '1',
        observedAt: '2026-05-01T00:00:00Z',
        identifiers: [{ kind: 'wechat_openid', scope: appId, value: 'o-1' }],
      },
    });
    await app.ingest(openid('wx1'), openid('wx2'));
    expect(await factsOf(app)).toEqual(['wx1|1', 'wx2|1']);
  });
});

describe('a value that turns out to be shared', () => {
  const strict = useApp({ config: { identityRules: useRulesFile(strictRules) } });

  it('parts again whom it had joined, each with what is theirs, and joins nobody any more', async () => {
    await strict.ingest(
      record('crm|lin', 1, [phone(1)], 'Lin', { tags: ['hiker'] }),
      record('crm|wang', 2, [phone(1)], 'Wang', { tags: ['camper'] }),
      order('pos|1', 3, 'crm|lin', '10.00'),
      order('pos|2', 3, 'crm|wang', '20.00'),
      order('pos|3', 3, 'crm|wang', '5.00'),
    );
    const [both] = await everyone(strict);
    expect(both).toMatchObject({ purchases: 3, spent: '35.00', tags: ['camper', 'hiker'], stage: 'REPEAT' });
    await strict.ingest(record('crm|zhao', 4, [phone(1)], 'Zhao'));
    const parted = [
      { facts: 'crm|lin pos|1', name: 'Lin', tags: ['hiker'], purchases: 1, spent: '10.00', stage: 'FIRST_TIME' },
      { facts: 'crm|wang pos|2 pos|3', name: 'Wang', tags: ['camper'], purchases: 2, spent: '25.00', stage: 'REPEAT' },
      { facts: 'crm|zhao', name: 'Zhao', tags: [], purchases: 0, spent: '0.00', stage: 'WINDOW' },
    ];
    expect(await everyone(strict)).toMatchObject(parted);
    expect((await everyone(strict))[0]?.id).toBe(both?.id);
    await strict.ingest(record('crm|wang', 5, [phone(1)], 'Wang', { tags: ['camper'] }));
    expect(await everyone(strict)).toMatchObject(parted);
  });

  it('is not one that one person sends often', async () => {
    await strict.ingest(...Array.from({ length: 30 }, (_, number) => order(`pos|${number}`, 1, [phone(1)])));
    await strict.ingest(record('crm|lin', 4, [phone(1)], 'Lin'), record('web|lin', 4, [phone(1)], 'LIN'));
    expect(await everyone(strict)).toMatchObject([{ purchases: 30, spent: '300.00' }]);
  });
});

import { beforeEach, describe, expect, it } from 'vitest';
import { useApp } from '../../support/app.ts';
import { wipe } from '../../support/database.ts';
import { event, order, record } from '../people.ts';
import { useRulesFile } from '../rules-file.ts';
import { everyone, factsOf, whoHas } from '../tell-people.ts';

/** What programs send where they know no id has made one person of thousands. */
const app = useApp();
beforeEach(() => wipe(app.database));

// As tracking libraries are known to send them, in any case, also quoted once too often.
const junk = [
  ...[
    'null',
    'NULL',
    'None',
    'none',
    'NaN',
    'nil',
    'undefined',
    'Undefined',
    'true',
    'false',
    '0',
    '-1',
    '[object Object]',
  ],
  ...['anonymous', 'ANONYMOUS', 'guest', 'unknown', 'test', 'void', 'n/a', 'id', 'email', 'user_id', 'userid'],
  ...[
    'distinct_id',
    'distinctid',
    'not_authenticated',
    'not authenticated',
    '"null"',
    "'undefined'",
    '“null”',
    '""',
    '  ',
  ],
  ...['00000000-0000-0000-0000-000000000000', '000000000', '11111111', '无', '匿名'],
];

describe('a junk id', () => {
  it.each(['wechat_openid', 'member_number', 'tmall_id', 'device_id'])('as %s joins nobody', async (kind) => {
    const report = await app.ingest(
      ...junk.map((value, at) => record(`crm|${at}`, 1, [[kind, value]], `Name ${at}`)),
      ...junk.map((value, at) => record(`web|${at}`, 1, [[kind, value]], `Other ${at}`)),
    );
    expect(report).toMatchObject({ rejected: 0, created: 2 * junk.length, customersCreated: 2 * junk.length });
    expect(report.warnings.map(({ code }) => code)).toEqual(report.warnings.map(() => 'BLOCKED_IDENTIFIER'));
    expect(report.warnings).toHaveLength(2 * junk.length);
  });

  it('does not take the good identifiers beside it down, and carries nothing', async () => {
    await app.ingest(
      record(
        'crm|1',
        1,
        [
          ['phone', 'null'],
          ['email', 'ann@mail.example'],
        ],
        'Ann',
      ),
      record(
        'crm|2',
        1,
        [
          ['phone', 'null'],
          ['email', 'bob@mail.example'],
        ],
        'Bob',
      ),
      order('pos|1', 2, [
        ['phone', 'NULL'],
        ['email', 'bob@mail.example'],
      ]),
      order('pos|2', 2, [['phone', 'undefined']]),
      event('web|1', 2, [['cookie', 'null']]),
      event('web|2', 2, [['cookie', 'null']]),
    );
    expect(await factsOf(app)).toEqual(['crm|1', 'crm|2 pos|1']);
  });
});

describe('junk of one’s own', () => {
  const own = useApp({
    config: { identityRules: useRulesFile({ blocked: { patterns: ['^user_(null|undefined)$'] } }) },
  });

  it('is named in the rules file', async () => {
    await own.ingest(record('crm|1', 1, [['tmall_id', 'user_null']]), record('crm|2', 1, [['tmall_id', 'USER_NULL']]));
    expect(await factsOf(own)).toEqual(['crm|1', 'crm|2']);
  });
});

describe('a good-looking value that clerks type for everybody', () => {
  const shop = ['email', 'shop@brand.example'] as const;
  const named = (number: number) =>
    record(`pos|${number}`, number, [shop, ['alipay_id', `a${number}`]], `Name ${number}`);

  it('joins nobody once more people than allowed have it, and those before come apart, whatever the order', async () => {
    const people = Array.from({ length: 9 }, (_, at) => named(at + 1));
    for (const arrival of [people, [...people].reverse()]) {
      await wipe(app.database);
      await app.ingest(...arrival.slice(0, 8), order('web|1', 20, [['alipay_id', 'a2']]));
      expect(await everyone(app)).toHaveLength(1);
      await app.ingest(...arrival.slice(8));
      expect(await factsOf(app)).toEqual(people.map((_, at) => (at === 1 ? 'pos|2 web|1' : `pos|${at + 1}`)));
      expect(await whoHas(app, ...shop)).toBeNull();
    }
  });
});

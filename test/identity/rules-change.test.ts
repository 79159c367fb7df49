import { setTimeout } from 'node:timers/promises';
import { beforeEach, describe, expect, it } from 'vitest';
import { type Application, createApplication } from '../../src/application.ts';
import { createLogger } from '../../src/platform/log.ts';
import type { Query } from '../../src/platform/neo4j/database.ts';
import { useApp } from '../support/app.ts';
import { wipe } from '../support/database.ts';
import { dumpCustomers } from '../support/intake.ts';
import { event, order, record } from './people.ts';
import { useRulesFile } from './rules-file.ts';

const phone = { normaliser: 'phone', strength: 'strong', priority: 30 };
const caseless = { normaliser: 'email', strength: 'strong', priority: 40 };
const file = useRulesFile({
  kinds: { phone: { ...phone, sharedAbove: 1 }, tmall_id: { normaliser: 'none', strength: 'strong' } },
});
// Ids of Tmall in any case, e-mail addresses join nobody, and a phone joins whoever has it.
const other = {
  kinds: { phone, email: { ...caseless, strength: 'weak' }, tmall_id: { normaliser: 'upper', strength: 'strong' } },
};
const otherFile = useRulesFile(other);

// One phone number each, or as many as one likes.
const strictFile = useRulesFile({ kinds: { phone: { ...phone, exclusive: true } } });
const looseFile = useRulesFile({ kinds: { phone } });

const app = useApp({ config: { identityRules: file } });
const silent = createLogger({ logLevel: 'silent' });
const start = (identityRules: string) =>
  createApplication({ ...app.application, log: silent, config: { ...app.application.config, identityRules } });

beforeEach(() => wipe(app.database));

/** Lin and Wang share a phone, the Zhaos an e-mail address, and one Tmall id is spelled in two ways. */
const facts = [
  record('s|lin', 1, [['phone', '13800138001']], 'Lin'),
  record('s|wang', 2, [['phone', '13800138001']], 'Wang'),
  record(
    's|zhao',
    3,
    [
      ['phone', '13800138002'],
      ['email', 'zhao@mail.example'],
    ],
    'Zhao',
  ),
  record(
    's|zhou',
    4,
    [
      ['phone', '13800138003'],
      ['email', 'zhao@mail.example'],
    ],
    'Zhou',
  ),
  record('s|may', 5, [['tmall_id', 'may-7']], 'May'),
  order('s|o-may', 6, [['tmall_id', 'MAY-7']]),
  order('s|o-junk', 6, [['phone', '0000']]),
  event('s|e-zhao', 7, [['email', 'zhao@mail.example']]),
];
const people = async () =>
  (await dumpCustomers(app.database)).map(({ records, orders, events, purchaseCount }) => [
    [...records, ...orders, ...events].join(' '),
    purchaseCount,
  ]);
const before = [
  ['s|lin', 0],
  ['s|may', 0],
  ['s|o-may', 1],
  ['s|wang', 0],
  ['s|zhao s|zhou s|e-zhao', 0],
].sort();
// The event names only an address that two known people have.
const after = [
  ['s|e-zhao', 0],
  ['s|lin s|wang', 0],
  ['s|may s|o-may', 1],
  ['s|zhao', 0],
  ['s|zhou', 0],
].sort();

describe('other identity rules', () => {
  it('are previewed: who would become one, who would come apart, and why', async () => {
    await app.ingest(...facts);
    expect((await people()).sort()).toEqual(before);
    const preview = `query ($rules: JSON!) { previewIdentityRules(rules: $rules) {
      customers merging splitting restated complete
      merges { customers { displayName } identifiers { kind value } }
      splits { customer { displayName } parts reasons { reason identifier { kind value } } }
    } }`;
    const { previewIdentityRules } = await app.data<{ previewIdentityRules: { merges: object[] } }>(preview, {
      rules: other,
    });
    previewIdentityRules.merges.sort((one, next) => (JSON.stringify(one) < JSON.stringify(next) ? -1 : 1));
    expect(previewIdentityRules).toEqual({
      customers: 5,
      merging: 2,
      splitting: 1,
      // two of Zhao and Zhou, the event of the address, and one Tmall id
      restated: 4,
      complete: true,
      merges: [
        {
          customers: [{ displayName: 'Lin' }, { displayName: 'Wang' }],
          identifiers: [{ kind: 'phone', value: '+8613800138001' }],
        },
        {
          customers: [{ displayName: 'May' }, { displayName: null }],
          identifiers: [{ kind: 'tmall_id', value: 'MAY-7' }],
        },
      ],
      splits: [
        {
          customer: { displayName: 'Zhou' },
          parts: 3,
          reasons: [{ reason: 'NO_IDENTIFIER', identifier: { kind: 'email', value: 'zhao@mail.example' } }],
        },
      ],
    });
    expect((await people()).sort()).toEqual(before);
    const text = '{\n  "kinds": { "phone": { "normaliser": "telephone", "strength": "strong" } }\n}';
    const { errors } = await app.graphql(preview, { rules: text });
    expect(errors?.[0]).toMatchObject({
      message: expect.stringContaining('line 2, column 39, at kinds.phone.normaliser: found "telephone"'),
      extensions: { code: 'INVALID_IDENTITY_RULES' },
    });
  });

  it('come into force with the server that has them, which stitches anew and shows how far it is', async () => {
    await app.ingest(...facts);
    const ids = (await app.database.read<{ id: string }>(customerIds)).map(({ id }) => id);
    const server = start(otherFile);
    const shown = 'query { identityRules { restitching { inForce origin total done startedAt finishedAt since } } }';
    app.clock.set('2026-06-19T00:00:00Z');
    const now = '2026-06-19T00:00:00.000Z';
    await server.identityRules.putInForce();
    // Facts and customers: 8 + 5.
    const begun = {
      inForce: false,
      origin: otherFile,
      total: 13,
      done: 0,
      since: now,
      startedAt: now,
      finishedAt: null,
    };
    expect(await app.data(shown)).toEqual({ identityRules: { restitching: begun } });
    // A server with the old rules takes in nothing any more, and a decision neither; questions are answered.
    await expect(app.ingest(record('s|new', 8, [['phone', '13800138009']]))).rejects.toMatchObject({
      code: 'IDENTITY_RULES_CHANGED',
    });
    expect((await people()).sort()).toEqual(before);

    await server.ingest.ingest([order('s|o-lin', 8, [['phone', '13800138001']])]);
    await server.identityRules.restitch();
    expect((await people()).sort()).toEqual(
      after.map(([who, bought]) => (who === 's|lin s|wang' ? ['s|lin s|wang s|o-lin', 1] : [who, bought])).sort(),
    );
    expect(await server.identityRules.state()).toMatchObject({ inForce: true, done: 13, finishedAt: new Date(now) });
    // Every id still leads somewhere, and the history says why.
    expect((await server.customers.customersById(ids)).every((customer) => customer !== null)).toBe(true);
    const lin = await server.customers.customerByIdentifier({ kind: 'phone', value: '13800138001' });
    const [history] = await server.identity.historiesOf([lin?.id as string]);
    const told = { cause: 'RULES_CHANGED', via: { kind: 'phone', value: '+8613800138001' } };
    // Wang, and the order, which came while the phone was still known as shared.
    expect(history?.filter(({ kind }) => kind === 'MERGED')).toMatchObject([told, told]);

    // Going back gives what was there.
    await app.application.identityRules.putInForce();
    await app.application.identityRules.restitch();
    expect((await people()).sort()).toEqual(
      before
        .map(([who, bought]) => [who, bought] as [string, number])
        .concat([['s|o-lin', 1]])
        .sort(),
    );
  });

  it('go on where they stood when a server is killed, and two servers do not do the work twice', async () => {
    await app.ingest(...facts);
    app.clock.set('2026-06-18T04:00:00Z');
    const servers = [start(otherFile), start(otherFile)] as const;
    const portions: number[] = [];
    const stopCounting = app.database.observe(({ name }) => {
      if (name === 'restitch.holdJob') portions.push(portions.length);
    });
    await Promise.all(servers.map(({ identityRules }) => identityRules.putInForce()));
    expect(await app.database.read(currentSets)).toEqual([{ sets: 1 }]);
    // One stops after the records, in order: what is done is done, the next goes on from there.
    const stop = new AbortController();
    const stopListening = app.database.observe(({ name }) => {
      if (name === 'restitch.advanceJob') stop.abort();
    });
    await servers[0].identityRules.restitch(stop.signal);
    stopListening();
    const halfway = { step: 'order', done: 5, finishedAt: null };
    expect(await servers[0].identityRules.state()).toMatchObject(halfway);
    // Another takes the work and dies; the next waits until its time is over.
    await app.database.write(takeLease, { until: new Date('2026-06-18T04:01:00Z') });
    const begun = portions.length;
    await servers[1].identityRules.restitch();
    expect(portions).toHaveLength(begun);
    expect(await servers[1].identityRules.state()).toMatchObject(halfway);
    app.clock.set('2026-06-18T04:02:00Z');
    await Promise.all(servers.map(({ identityRules }) => identityRules.restitch()));
    const once = portions.length;
    expect(once).toBeGreaterThan(begun);
    await Promise.all(servers.map(({ identityRules }) => identityRules.restitch()));
    expect(portions).toHaveLength(once);
    stopCounting();
    expect((await people()).sort()).toEqual(after);
  });

  it('are stitched in the background from the start on', async () => {
    await app.ingest(...facts);
    const server = start(otherFile);
    await server.identityRules.start();
    await server.ingest.ingest([record('s|late', 9, [['phone', '13800138001']])]);
    for (let waited = 0; (await server.identityRules.state())?.finishedAt === null && waited < 600; waited++)
      await setTimeout(100);
    await server.settle();
    expect((await people()).sort()).toEqual(
      after.map(([who, bought]) => [who === 's|lin s|wang' ? 's|late s|lin s|wang' : who, bought]).sort(),
    );
  });

  it('leave undecided what only the old ones kept apart, until that is stitched anew', async () => {
    const email = ['email', 'family@mail.example'] as const;
    await start(strictFile).ingest.ingest([
      record('s|lin', 1, [['phone', '13800138001'], email], 'Lin'),
      record('s|wang', 2, [['phone', '13800138002'], email], 'Wang'),
    ]);
    const pair = { one: { source: 's', recordId: 'lin' }, other: { source: 's', recordId: 'wang' } };
    const explain = async (server: Application) => (await server.identity.explainPairs([pair]))[0];
    expect(await explain(start(strictFile))).toMatchObject({ verdict: 'EXCLUSIVE_CONFLICT' });
    const server = start(looseFile);
    await server.identityRules.putInForce();
    expect(await explain(server)).toMatchObject({
      verdict: 'NOT_DECIDED_YET',
      text: 'Both have email family@mail.example, and nothing known keeps them apart: they came in under other rules.',
      conflicts: [],
      path: [],
    });
    await server.identityRules.restitch();
    expect(await explain(server)).toMatchObject({
      verdict: 'ONE_CUSTOMER',
      text: 'One customer: from record lin of s to record wang of s, over email family@mail.example.',
    });
  });

  it('are simply taken by a graph that holds no facts', async () => {
    await app.ingest(record('s|lin', 1, [['phone', '13800138001']]));
    const server = start(otherFile);
    await expect(server.ingest.ingest([record('s|lin', 2, [['phone', '13800138001']])])).rejects.toMatchObject({
      code: 'IDENTITY_RULES_CHANGED',
    });
    await app.database.write({
      name: 'test.forget',
      text: 'MATCH (node:SourceRecord|Customer|Identifier) DETACH DELETE node',
    });
    expect((await server.ingest.ingest([record('s|lin', 2, [['phone', '13800138001']])])).created).toBe(1);
    expect(await server.identityRules.state()).toMatchObject({ inForce: true, total: 0 });
  });
});

describe('a server that puts other rules in force', () => {
  it('waits for those who are taking in facts under the old ones, and these do not wait for each other', async () => {
    await app.ingest(record('s|lin', 1, [['phone', '13800138001']]));
    const server = start(otherFile);
    const steps: string[] = [];
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const { requireRules } = await import('../../src/intake/identity/rules-in-force.store.ts');
    const { keepRules } = await import('../../src/intake/identity/rules-in-force.ts');
    const { readIdentityRules } = await import('../../src/intake/identity/rules-file/read-rules-file.ts');
    const kept = keepRules(readIdentityRules(file));
    const taking = app.database.writeTransaction('test.taking', async (transaction) => {
      await requireRules(transaction, kept, app.clock.now());
      steps.push('began');
      await held;
      steps.push('committed');
    });
    while (!steps.includes('began')) await setTimeout(20);
    await app.ingest(record('s|wang', 2, [['phone', '13800138002']]));
    steps.push('another ingest');
    const changing = server.identityRules.putInForce().then(() => steps.push('in force'));
    await setTimeout(300);
    release();
    await Promise.all([taking, changing]);
    expect(steps).toEqual(['began', 'another ingest', 'committed', 'in force']);
  });
});

const customerIds: Query = { name: 'test.ids', text: 'MATCH (customer:Customer) RETURN customer.id AS id' };
const currentSets: Query = {
  name: 'test.sets',
  text: `MATCH (rules:IdentityRuleSet {name: 'current'}) RETURN count(rules) AS sets`,
};
const takeLease: Query = {
  name: 'test.takeLease',
  text: `MATCH (rules:IdentityRuleSet {name: 'current'}) SET rules.leaseHolder = 'srv_dead', rules.leaseUntil = $until`,
};

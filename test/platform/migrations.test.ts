import { readdirSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { connect } from '../../src/platform/neo4j/connect.ts';
import type { Query } from '../../src/platform/neo4j/database.ts';
import { applyMigrations } from '../../src/platform/neo4j/migrations.ts';
import { useDatabase, workerDatabase } from '../support/database.ts';

const database = useDatabase();
const ownFolder = new URL('../../src/platform/neo4j/migrations/', import.meta.url);
const ownFiles = readdirSync(ownFolder)
  .filter((name) => name.endsWith('.cypher'))
  .sort();
let folder: string;

const showConstraints: Query = {
  name: 'test.constraints',
  text: `SHOW CONSTRAINTS YIELD labelsOrTypes, properties, type WHERE type = 'UNIQUENESS'
    RETURN labelsOrTypes[0] + '.' + properties[0] AS name ORDER BY name`,
};
const showIndexes: Query = {
  name: 'test.indexes',
  text: `SHOW INDEXES YIELD labelsOrTypes, properties, state, owningConstraint WHERE owningConstraint IS NULL AND size(properties) > 0
    RETURN labelsOrTypes[0] + '(' + reduce(all = head(properties), next IN tail(properties) | all + ', ' + next) + ') ' + state AS name ORDER BY name`,
};
const listMigrations: Query = {
  name: 'test.migrations',
  text: 'MATCH (m:Migration) RETURN m.version AS version, m.file AS file, m.appliedAt AS appliedAt ORDER BY version',
};
const countMarks: Query = { name: 'test.marks', text: 'MATCH (mark:Mark) RETURN count(mark) AS count' };

async function names(query: Query): Promise<unknown[]> {
  return (await database.read(query)).map((row) => row.name);
}

async function write(file: string, text: string): Promise<void> {
  await writeFile(join(folder, file), text);
}

// The record of the real migrations is put aside, so that a folder of a test can begin at version 1.
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'customer-graph-migrations-'));
  await database.write({ name: 'test.aside', text: 'MATCH (m:Migration) REMOVE m:Migration SET m:Aside' });
});

afterEach(async () => {
  await rm(folder, { recursive: true });
  await database.write({ name: 'test.forget', text: 'MATCH (n) WHERE n:Migration OR n:Mark DETACH DELETE n' });
  await database.write({ name: 'test.back', text: 'MATCH (m:Aside) REMOVE m:Aside SET m:Migration' });
  await database.write({ name: 'test.drop', text: 'DROP INDEX mark_name IF EXISTS' });
});

describe('the migrations of the project', () => {
  test('make every constraint and index, once', async () => {
    expect(await applyMigrations(database)).toEqual(ownFiles);
    expect(await applyMigrations(database)).toEqual([]);
    expect(await names(showConstraints)).toEqual([
      'Category.path',
      'CoPurchaseCount.id',
      'Customer.id',
      'Device.deviceId',
      'Event.key',
      'Export.id',
      'HandTag.id',
      'Identifier.key',
      'IdentifierReissue.id',
      'IdentityRuleSet.name',
      'LifecycleState.id',
      'MatchKey.key',
      'MatchingState.id',
      'MergedCustomer.id',
      'Migration.version',
      'MigrationLock.name',
      'Order.key',
      'Product.sku',
      'Segment.id',
      'Segment.name',
      'SegmentFeed.id',
      'SegmentVersion.key',
      'SourceRecord.key',
      'Staff.code',
      'Store.code',
      'Tag.name',
    ]);
    expect(await names(showIndexes)).toEqual([
      'Category(name) ONLINE',
      'Customer(addressLine, city) ONLINE',
      'Customer(city) ONLINE',
      'Customer(createdAt) ONLINE',
      'Customer(displayName) ONLINE',
      'Customer(interestAt) ONLINE',
      'Customer(lastPurchaseAt) ONLINE',
      'Customer(lastSeenAt) ONLINE',
      'Customer(tagsEndAt) ONLINE',
      'Customer(totalSpentMinor) ONLINE',
      'DECIDED(id) ONLINE',
      'Event(invitedBy) ONLINE',
      'Event(name) ONLINE',
      'Event(occurredAt) ONLINE',
      'Event(reviewKey) ONLINE',
      'Event(shareId) ONLINE',
      'Export(startedAt) ONLINE',
      'MergedCustomer(mergeId) ONLINE',
      'Order(placedAt) ONLINE',
      'Order(promotion) ONLINE',
      'Order(staffCode, placedAt, isPurchase, netMinor) ONLINE',
      'Order(storeCode, placedAt, isPurchase, netMinor) ONLINE',
      'POSSIBLE_MATCH(scoreMillionths) ONLINE',
      'Product(brand) ONLINE',
      'Product(buyers) ONLINE',
      'SegmentChange(last) ONLINE',
      'SegmentChange(segmentId, last) ONLINE',
      'Store(city) ONLINE',
      'Store(performance) ONLINE',
    ]);
  });
});

test('servers that start at once on an empty database all find it ready', async () => {
  for (const kind of ['CONSTRAINT', 'INDEX']) {
    const all = await database.read<{ name: string }>({
      name: 'test.all',
      text: `SHOW ${kind} YIELD name, type WHERE type <> 'LOOKUP' RETURN name`,
    });
    for (const { name } of all) await database.write({ name: 'test.dropOne', text: `DROP ${kind} ${name} IF EXISTS` });
  }
  expect(await names(showConstraints)).toEqual([]);

  const servers = Array.from({ length: 4 }, () =>
    connect({ ...workerDatabase(), database: 'neo4j', queryTimeoutMs: 60_000 }),
  );
  const results = await Promise.allSettled(servers.map((server) => applyMigrations(server)));
  await Promise.all(servers.map((server) => server.close()));
  expect(results.map((result) => (result.status === 'rejected' ? result.reason : 'ready'))).toEqual(
    Array(4).fill('ready'),
  );
  const applied = results.flatMap((result) => (result.status === 'fulfilled' ? result.value : []));
  expect(applied.sort()).toEqual(ownFiles);
  expect(await names(showConstraints)).toHaveLength(26);
  expect(await names(showIndexes)).toHaveLength(29);
});

describe('running migrations', () => {
  test('schema and data, in the order of versions, each once', async () => {
    await write(
      'V001__marks.cypher',
      '// makes marks\nCREATE (:Mark {n: 1});\nCREATE (:Mark {n: 2});\nCREATE INDEX mark_name IF NOT EXISTS FOR (n:Mark) ON (n.name);\n',
    );
    expect(await applyMigrations(database, folder)).toEqual(['V001__marks.cypher']);
    await write('V002__more.cypher', 'MATCH (mark:Mark) WITH count(mark) AS n CREATE (:Mark {n: n});\n');
    expect(await applyMigrations(database, folder)).toEqual(['V002__more.cypher']);
    expect(await applyMigrations(database, folder)).toEqual([]);
    expect(await database.read(countMarks)).toEqual([{ count: 3 }]);
    expect(await names(showIndexes)).toContain('Mark(name) ONLINE');
    expect(await database.read(listMigrations)).toEqual([
      { version: 1, file: 'V001__marks.cypher', appliedAt: expect.any(Date) },
      { version: 2, file: 'V002__more.cypher', appliedAt: expect.any(Date) },
    ]);
  });

  test('several servers at once apply each once', async () => {
    await write(
      'V001__marks.cypher',
      'CREATE INDEX mark_name IF NOT EXISTS FOR (n:Mark) ON (n.name);\nCREATE (:Mark {n: 1});\n',
    );
    await write('V002__more.cypher', 'CREATE (:Mark {n: 2});\n');
    const results = await Promise.allSettled(Array.from({ length: 4 }, () => applyMigrations(database, folder)));
    const applied = results.flatMap((result) => (result.status === 'fulfilled' ? result.value : [result.reason]));
    expect(applied.sort()).toEqual(['V001__marks.cypher', 'V002__more.cypher']);
    expect(await database.read(countMarks)).toEqual([{ count: 2 }]);
    expect(await database.read(listMigrations)).toHaveLength(2);
  });

  test('a migration that fails leaves neither data nor a record, and can be run again', async () => {
    await write('V001__marks.cypher', 'CREATE (:Mark {n: 1});\nCREATE (:Mark {n: 1 / 0});\n');
    await expect(applyMigrations(database, folder)).rejects.toThrow('/ by zero');
    expect(await database.read(countMarks)).toEqual([{ count: 0 }]);
    expect(await database.read(listMigrations)).toEqual([]);
    await write('V001__marks.cypher', 'CREATE (:Mark {n: 1});\n');
    expect(await applyMigrations(database, folder)).toEqual(['V001__marks.cypher']);
  });

  test('an applied file that has changed is refused and nothing is applied', async () => {
    await write('V001__marks.cypher', 'CREATE (:Mark {n: 1});\n');
    await applyMigrations(database, folder);
    await write('V001__marks.cypher', 'CREATE (:Mark {n: 2});\n');
    await write('V002__more.cypher', 'CREATE (:Mark {n: 3});\n');
    await expect(applyMigrations(database, folder)).rejects.toMatchObject({
      code: 'MIGRATION_REFUSED',
      message: expect.stringContaining('V001__marks.cypher was applied to this graph with another content'),
    });
    expect(await database.read(countMarks)).toEqual([{ count: 1 }]);
    expect(await database.read(listMigrations)).toHaveLength(1);
  });

  test('other line ends are no change', async () => {
    await write('V001__marks.cypher', 'CREATE (:Mark {n: 1});\nCREATE (:Mark {n: 2});\n');
    await applyMigrations(database, folder);
    await write('V001__marks.cypher', 'CREATE (:Mark {n: 1});\r\nCREATE (:Mark {n: 2});\r\n');
    expect(await applyMigrations(database, folder)).toEqual([]);
  });

  test('a graph of a newer program is refused', async () => {
    await write('V001__marks.cypher', 'CREATE (:Mark {n: 1});\n');
    await write('V002__more.cypher', 'CREATE (:Mark {n: 2});\n');
    await applyMigrations(database, folder);
    await rm(join(folder, 'V002__more.cypher'));
    await expect(applyMigrations(database, folder)).rejects.toMatchObject({
      code: 'MIGRATION_REFUSED',
      details: { version: 2 },
    });
  });
});

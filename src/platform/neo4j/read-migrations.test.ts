import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parseMigration, readMigrations } from './read-migrations.ts';

test('statements end with a semicolon at the end of a line, and are told apart by what they change', () => {
  const text = `// first; with a semicolon
CREATE CONSTRAINT a IF NOT EXISTS FOR (n:A) REQUIRE n.id IS UNIQUE;
  // then
MATCH (n:A)
  SET n.text = 'a; b';
CREATE TEXT INDEX b IF NOT EXISTS FOR (n:A) ON (n.name);
DROP INDEX c IF EXISTS
`;
  const migration = parseMigration('V007__all_kinds.cypher', text);
  expect(migration.version).toBe(7);
  expect(migration.schemaStatements).toEqual([
    'CREATE CONSTRAINT a IF NOT EXISTS FOR (n:A) REQUIRE n.id IS UNIQUE',
    'CREATE TEXT INDEX b IF NOT EXISTS FOR (n:A) ON (n.name)',
    'DROP INDEX c IF EXISTS',
  ]);
  expect(migration.dataStatements).toEqual(["MATCH (n:A)\n  SET n.text = 'a; b'"]);
  expect(migration.checksum).toMatch(/^[0-9a-f]{64}$/);
  expect(parseMigration('V007__all_kinds.cypher', text.replaceAll('\n', '\r\n'))).toEqual(migration);
});

test('a schema statement that cannot be repeated is refused', () => {
  expect(() => parseMigration('V001__a.cypher', 'CREATE INDEX a FOR (n:A) ON (n.b);')).toThrow(
    'V001__a.cypher: needs IF NOT EXISTS or IF EXISTS: CREATE INDEX a FOR (n:A) ON (n.b)',
  );
});

test.each(['V1.cypher', 'v001__a.cypher', 'V001_a.cypher', 'V001__A.cypher'])(
  '%s is no name of a migration',
  (file) => {
    expect(() => parseMigration(file, '')).toThrow('a migration is called V001__what_it_does.cypher');
  },
);

test('versions come in order, and none twice', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'customer-graph-read-'));
  await writeFile(join(folder, 'V001__a.cypher'), '');
  await writeFile(join(folder, 'V002__b.cypher'), '');
  await writeFile(join(folder, 'notes.txt'), '');
  await writeFile(join(folder, 'V010__d.cypher'), '');
  const files = (await readMigrations(folder)).map(({ file }) => file);
  expect(files).toEqual(['V001__a.cypher', 'V002__b.cypher', 'V010__d.cypher']);
  await writeFile(join(folder, 'V002__c.cypher'), '');
  await expect(readMigrations(folder)).rejects.toThrow('V002__c.cypher: version 2 is taken');
  await rm(folder, { recursive: true });
});

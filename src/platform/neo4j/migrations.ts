import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { DomainError } from '../errors.ts';
import type { Database, Query, Transaction } from './database.ts';
import { type Migration, readMigrations } from './read-migrations.ts';

const ownFolder = fileURLToPath(new URL('./migrations/', import.meta.url));
// Building an index over a large graph takes its time.
const LONG = { timeoutMs: 1_800_000 };
const LOOK_AGAIN_MS = 20;
const ATTEMPTS = 10;
const MADE_BY_ANOTHER = new Set([
  'Neo.ClientError.Schema.EquivalentSchemaRuleAlreadyExists',
  'Neo.ClientError.Schema.IndexAlreadyExists',
  'Neo.ClientError.Schema.ConstraintAlreadyExists',
]);

const bookkeeping = [
  'CREATE CONSTRAINT migration_version IF NOT EXISTS FOR (node:Migration) REQUIRE node.version IS UNIQUE',
  'CREATE CONSTRAINT migration_lock_name IF NOT EXISTS FOR (node:MigrationLock) REQUIRE node.name IS UNIQUE',
];
const listApplied: Query = {
  name: 'migrations.applied',
  text: 'MATCH (migration:Migration) RETURN migration.version AS version, migration.checksum AS checksum ORDER BY version',
};
const takeLock: Query = {
  name: 'migrations.lock',
  text: "MERGE (lock:MigrationLock {name: 'migrations'}) SET lock.takenAt = datetime()",
};
const findApplied: Query = {
  name: 'migrations.find',
  text: 'MATCH (migration:Migration {version: $version}) RETURN migration.version AS version',
};
const record: Query = {
  name: 'migrations.record',
  text: 'CREATE (:Migration {version: $version, file: $file, checksum: $checksum, appliedAt: datetime()})',
};
const unfinishedIndexes: Query = {
  name: 'migrations.unfinishedIndexes',
  text: "SHOW INDEXES YIELD name, state WHERE state <> 'ONLINE' RETURN name, state ORDER BY name",
};

interface Applied {
  version: number;
  checksum: string;
}

/**
 * Brings the graph to the state this program expects and returns the files that were applied now. Several servers may do so
 * at once. Refuses (code MIGRATION_REFUSED) when an applied file has changed since, or the graph is of a newer program.
 */
export async function applyMigrations(database: Database, folder: string = ownFolder): Promise<string[]> {
  const migrations = await readMigrations(folder);
  const applied = await database.read<Applied>(listApplied);
  refuseWhenChanged(migrations, applied);
  const versions = new Set(applied.map(({ version }) => version));
  const missing = migrations.filter(({ version }) => !versions.has(version));
  if (missing.length === 0) return [];

  await runSchema(database, 'migrations.prepare', bookkeeping);
  const done: string[] = [];
  for (const migration of missing) {
    if (await applyOne(database, migration)) done.push(migration.file);
  }
  return done;
}

/** False when another server was faster. */
async function applyOne(database: Database, migration: Migration): Promise<boolean> {
  if (migration.schemaStatements.length > 0) {
    await runSchema(database, `migrations.${migration.file}`, migration.schemaStatements);
    await awaitIndexes(database);
  }
  return database.writeTransaction(
    `migrations.${migration.file}.data`,
    async (transaction) => {
      // The node is locked until the transaction ends, so that of two servers one waits here and then finds the work done.
      await transaction.run(takeLock);
      const { version, file, checksum } = migration;
      if ((await transaction.run(findApplied, { version })).length > 0) return false;
      await runAll(transaction, `migrations.${file}`, migration.dataStatements);
      await transaction.run(record, { version, file, checksum });
      return true;
    },
    LONG,
  );
}

// By looking now and then: `db.awaitIndexes` holds locks while it waits, and with those another server's constraint, which it
// waits for, is never finished.
async function awaitIndexes(database: Database): Promise<void> {
  const until = performance.now() + LONG.timeoutMs;
  for (;;) {
    const unfinished = await database.read<{ name: string; state: string }>(unfinishedIndexes);
    if (unfinished.length === 0) return;
    const failed = unfinished.find(({ state }) => state === 'FAILED');
    if (failed) throw new Error(`The index ${failed.name} could not be built.`);
    if (performance.now() > until) throw new Error(`The index ${unfinished[0]?.name} takes too long to build.`);
    await setTimeout(LOOK_AGAIN_MS);
  }
}

// IF NOT EXISTS looks before it locks, so of two servers one may still be told that the thing exists: then look again.
async function runSchema(database: Database, name: string, statements: readonly string[]): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      await database.writeTransaction(name, (transaction) => runAll(transaction, name, statements), LONG);
      return;
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : '';
      if (!MADE_BY_ANOTHER.has(code) || attempt === ATTEMPTS) throw error;
    }
  }
}

async function runAll(transaction: Transaction, name: string, statements: readonly string[]): Promise<void> {
  for (const text of statements) await transaction.run({ name, text });
}

function refuseWhenChanged(migrations: readonly Migration[], applied: readonly Applied[]): void {
  for (const { version, checksum } of applied) {
    const migration = migrations.find((candidate) => candidate.version === version);
    if (!migration) {
      throw new DomainError(
        'MIGRATION_REFUSED',
        `The graph has migration ${version}, which this program does not know: start the newer program it was made by`,
        { version },
      );
    }
    if (migration.checksum !== checksum) {
      throw new DomainError(
        'MIGRATION_REFUSED',
        `${migration.file} was applied to this graph with another content: restore the file and put the change into a new one`,
        { version, file: migration.file },
      );
    }
  }
}

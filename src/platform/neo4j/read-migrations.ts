import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** One file `V001__what_it_does.cypher`, its statements apart by what they change: Neo4j keeps the two in transactions of their own. */
export interface Migration {
  readonly version: number;
  readonly file: string;
  /** SHA-256 of the text, line ends normalised. */
  readonly checksum: string;
  readonly schemaStatements: readonly string[];
  readonly dataStatements: readonly string[];
}

const FILE_NAME = /^V(\d+)__[a-z0-9_]+\.cypher$/;
const SCHEMA_STATEMENT = /^(?:CREATE|DROP)\s+(?:\w+\s+)?(?:CONSTRAINT|INDEX)\b/i;
// A server may stop halfway and begin again, so a schema statement must bear being run twice.
const REPEATABLE = /\bIF\s+(?:NOT\s+)?EXISTS\b/i;

/** The migrations of a folder in the order of their versions. A number may be missing, as work goes on side by side; none comes twice. */
export async function readMigrations(folder: string): Promise<Migration[]> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.cypher')).sort();
  const migrations = await Promise.all(
    files.map(async (file) => parseMigration(file, await readFile(join(folder, file), 'utf8'))),
  );
  migrations.sort((one, other) => one.version - other.version);
  migrations.forEach((migration, index) => {
    if (migration.version === migrations[index - 1]?.version)
      throw new Error(`${migration.file}: version ${migration.version} is taken`);
  });
  return migrations;
}

/** One file's text as a migration. Statements end with `;` at the end of a line; lines that begin with `//` are comments. */
export function parseMigration(file: string, text: string): Migration {
  const version = FILE_NAME.exec(file)?.[1];
  if (!version) throw new Error(`${file}: a migration is called V001__what_it_does.cypher`);
  const normal = text.replace(/\r\n/g, '\n');
  const statements = normal
    .replace(/^\s*\/\/.*$/gm, '')
    .split(/;[ \t]*$/m)
    .map((statement) => statement.trim())
    .filter((statement) => statement !== '');
  const schemaStatements = statements.filter((statement) => SCHEMA_STATEMENT.test(statement));
  const single = schemaStatements.find((statement) => !REPEATABLE.test(statement));
  if (single) throw new Error(`${file}: needs IF NOT EXISTS or IF EXISTS: ${single}`);
  return {
    version: Number(version),
    file,
    checksum: createHash('sha256').update(normal).digest('hex'),
    schemaStatements,
    dataStatements: statements.filter((statement) => !SCHEMA_STATEMENT.test(statement)),
  };
}

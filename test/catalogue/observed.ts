import type { Database, Query } from '../../src/platform/neo4j/database.ts';

/** A statement of a test's fixture. */
export function fixture(text: string): Query {
  return { name: 'test.fixture', text };
}

/** What `work` gives, and the names of the statements that it sent. */
export async function observed<T>(
  database: Database,
  work: () => Promise<T>,
): Promise<{ result: T; statements: string[] }> {
  const statements: string[] = [];
  const stop = database.observe((query) => statements.push(query.name));
  try {
    return { result: await work(), statements };
  } finally {
    stop();
  }
}

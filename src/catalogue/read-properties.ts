import type { Row } from '../platform/neo4j/database.ts';

// Readers of one property of a node. A property of the wrong type is a fault of what wrote the graph: it is
// reported at once, by name, and never carried on as a wrong value.

function wrongType(row: Row, name: string, wanted: string): TypeError {
  const value = row[name];
  return new TypeError(`Property "${name}" should be ${wanted}, found ${value === null ? 'null' : typeof value}.`);
}

function isMissing(value: unknown): value is null | undefined {
  return value === null || value === undefined;
}

/** A text that is always there. */
export function readText(row: Row, name: string): string {
  const value = row[name];
  if (typeof value !== 'string') throw wrongType(row, name, 'a text');
  return value;
}

/** A text, or null when the property is missing. Also for dates without time, which arrive as 'YYYY-MM-DD'. */
export function readOptionalText(row: Row, name: string): string | null {
  return isMissing(row[name]) ? null : readText(row, name);
}

/** A text out of a closed list, or null when the property is missing. */
export function readOptionalChoice<T extends string>(row: Row, name: string, choices: readonly T[]): T | null {
  const value = readOptionalText(row, name);
  if (value === null) return null;
  const choice = choices.find((candidate) => candidate === value);
  if (choice === undefined) throw wrongType(row, name, `one of ${choices.join(', ')}`);
  return choice;
}

/** A text out of a closed list that is always there. */
export function readChoice<T extends string>(row: Row, name: string, choices: readonly T[]): T {
  const choice = readOptionalChoice(row, name, choices);
  if (choice === null) throw wrongType(row, name, `one of ${choices.join(', ')}`);
  return choice;
}

/** A whole number that is always there. */
export function readInteger(row: Row, name: string): number {
  const value = row[name];
  if (typeof value !== 'number' || !Number.isSafeInteger(value)) throw wrongType(row, name, 'a whole number');
  return value;
}

/** A whole number, or null when the property is missing. */
export function readOptionalInteger(row: Row, name: string): number | null {
  return isMissing(row[name]) ? null : readInteger(row, name);
}

/** An instant that is always there. */
export function readInstant(row: Row, name: string): Date {
  const value = row[name];
  if (!(value instanceof Date)) throw wrongType(row, name, 'an instant');
  return value;
}

/** An instant, or null when the property is missing. */
export function readOptionalInstant(row: Row, name: string): Date | null {
  return isMissing(row[name]) ? null : readInstant(row, name);
}

/** A flag; missing means false. */
export function readFlag(row: Row, name: string): boolean {
  const value = row[name];
  if (isMissing(value)) return false;
  if (typeof value !== 'boolean') throw wrongType(row, name, 'true or false');
  return value;
}

/** A list of texts; missing (a placeholder) means the empty list. */
export function readTexts(row: Row, name: string): string[] {
  const value = row[name];
  if (isMissing(value)) return [];
  if (!Array.isArray(value)) throw wrongType(row, name, 'a list of texts');
  return value.map((item) => {
    if (typeof item !== 'string') throw wrongType(row, name, 'a list of texts');
    return item;
  });
}

/** A JSON value that is kept as text; null when the property is missing. */
export function readJson(row: Row, name: string): unknown {
  const text = readOptionalText(row, name);
  return text === null ? null : JSON.parse(text);
}

/** A JSON object that is kept as text; missing means the empty object. */
export function readJsonObject(row: Row, name: string): Record<string, unknown> {
  const value = readJson(row, name) ?? {};
  if (typeof value !== 'object' || Array.isArray(value)) throw wrongType(row, name, 'a JSON object');
  return value as Record<string, unknown>;
}

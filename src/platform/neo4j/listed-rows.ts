/** How many rows of a statement are sent as lists of values: their names are in its text, and not sent with each row. */
export interface ListedRows<Name extends string> {
  /** The value of each name, in Cypher: `row[0]`. */
  readonly at: Readonly<Record<Name, string>>;
  /** A row as the list that is sent; what it does not have is null. */
  list(row: Readonly<Partial<Record<Name, unknown>>>): unknown[];
}

/** Rows that are called `variable` in the statement, with these values. Half the bytes of maps, and faster to read. */
export function listedRows<Name extends string>(variable: string, names: readonly Name[]): ListedRows<Name> {
  const entries = names.map((name, index) => [name, `${variable}[${index}]`] as const);
  return {
    at: Object.fromEntries(entries) as Record<Name, string>,
    list: (row) => names.map((name) => row[name] ?? null),
  };
}

/** An instant in Cypher of milliseconds since 1970, never null: in many rows a number is much cheaper to send than an instant. */
export const instantOf = (milliseconds: string): string => `datetime({epochMillis: ${milliseconds}})`;

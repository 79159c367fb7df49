import type { Database } from '../../../platform/neo4j/database.ts';
import type { FieldProperty } from '../../compiler/index.ts';

/** A value that the graph holds, and how many objects have it. */
export interface SeenValue {
  readonly value: string;
  readonly count: number;
}

/** Objects that are looked at for values: an answer while somebody types, however large the graph is. */
const LOOKED_AT = 20_000;

/** Values that begin with a text, the most frequent first; and whether all objects were looked at. */
export interface SeenValues {
  readonly values: readonly SeenValue[];
  readonly complete: boolean;
}

/** Values of a property that begin with a text, whatever its case, among the first objects of the graph. */
export function readValues(
  database: Database,
  field: FieldProperty,
  prefix: string,
  first: number,
): Promise<SeenValues> {
  return read(database, field, '', prefix, first);
}

/** Values of a property that begin with a text as it is written, by the property's index. */
export function seekValues(
  database: Database,
  field: FieldProperty,
  prefix: string,
  first: number,
): Promise<SeenValues> {
  return read(database, field, ` WHERE node.${field.property} STARTS WITH $prefix`, prefix, first);
}

async function read(
  database: Database,
  { label, property, list }: FieldProperty,
  where: string,
  prefix: string,
  first: number,
): Promise<SeenValues> {
  const value = list ? `UNWIND coalesce(node.${property}, []) AS value WITH value` : `WITH node.${property} AS value`;
  const text = `CALL () { MATCH (node:${label})${where} WITH node LIMIT $most RETURN collect(node) AS nodes }
CALL (nodes) {
  UNWIND nodes AS node
  ${value} WHERE value <> '' AND toLower(value) STARTS WITH toLower($prefix)
  WITH value, count(*) AS count ORDER BY count DESC, value LIMIT $first
  RETURN collect({value: value, count: count}) AS values
}
RETURN values, size(nodes) AS lookedAt`;
  const [row] = await database.read<{ values: SeenValue[]; lookedAt: number }>(
    { name: 'suggest.values', text },
    { prefix, first, most: LOOKED_AT },
  );
  return { values: row?.values ?? [], complete: (row?.lookedAt ?? 0) < LOOKED_AT };
}

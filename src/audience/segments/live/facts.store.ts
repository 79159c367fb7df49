import type { Row, Transaction } from '../../../platform/neo4j/database.ts';
import { patternOf } from '../../compiler/cypher/patterns.ts';
import { sameUnlessKept } from '../../compiler/cypher/property-of.ts';
import type { Facts } from '../../compiler/evaluate/holds.ts';
import type { HopName } from '../../compiler/model.ts';
import type { Reads } from './reads.ts';

/** A customer with what was asked for, and the segments that it is in. */
export interface TouchedCustomer {
  readonly id: string;
  /** Null for one that is no more, as it became part of another. */
  readonly facts: Facts | null;
  readonly inside: ReadonlySet<string>;
}

/** A row of what `printTouched` writes. */
export interface TouchedRow {
  readonly id: string;
  readonly facts: Row | null;
  readonly inside: readonly string[];
}

/** From `id` to `facts, inside` of a customer, living or not: what some conditions read of it, and the segments that it is in. */
export function printTouched(reads: Reads): string {
  return `CALL (id) {
  MATCH (n0:Customer {id: id})
  RETURN ${printFacts(reads, 'n0', { next: 1 })} AS facts,
    COLLECT { MATCH (n0)-[:MEMBER_OF]->(segment:Segment) RETURN segment.id } AS inside
  UNION ALL
  MATCH (gone:MergedCustomer {id: id})-[:MEMBER_OF]->(segment:Segment)
  RETURN null AS facts, collect(segment.id) AS inside
}`;
}

/** Reads customers with what some conditions read of them: one statement, whatever the conditions. */
export async function readTouched(
  transaction: Transaction,
  ids: readonly string[],
  reads: Reads,
): Promise<TouchedCustomer[]> {
  const text = `UNWIND $ids AS id\n${printTouched(reads)}\nRETURN id, facts, inside`;
  return touchedFrom(await transaction.run<Row & TouchedRow>({ name: 'live.touched', text }, { ids }));
}

/** The customers of rows; one that there never was has neither facts nor segments. */
export function touchedFrom(rows: readonly TouchedRow[]): TouchedCustomer[] {
  const found = rows.filter(({ facts, inside }) => facts !== null || inside.length > 0);
  return found.map(({ id, facts, inside }) => ({
    id,
    facts: facts as unknown as Facts | null,
    inside: new Set(inside),
  }));
}

/** A map in the shape of `Facts`. Names come from the plan, in an order of their own, so that the same reads make the same text. */
function printFacts(reads: Reads, variable: string, names: { next: number }): string {
  const properties = [...reads.properties].sort().map((name) => `\`${name}\`: ${printProperty(variable, name)}`);
  const steps = [...reads.steps].sort(([one], [other]) => (one < other ? -1 : 1));
  const printed = steps.map(([hop, step]) => `${hop}: ${printStep(reads, variable, hop, step, names)}`);
  return `{properties: {${properties.join(', ')}}, steps: {${printed.join(', ')}}}`;
}

function printProperty(variable: string, name: string): string {
  const same = sameUnlessKept[name];
  return same === undefined ? `${variable}.\`${name}\`` : `coalesce(${variable}.\`${name}\`, ${variable}.\`${same}\`)`;
}

function printStep(from: Reads, variable: string, hop: HopName, step: Reads, names: { next: number }): string {
  const [object, line] = [`n${names.next++}`, `r${names.next++}`];
  const isLine = step.scope === 'line';
  const [only, ...more] = patternOf(from.scope, hop).steps;
  if (!only || more.length > 0) throw new Error(`${from.scope}.${hop} is asked of the graph, see canJudge`);
  const { type, direction } = only;
  const related = `[${isLine ? line : ''}:${type}]`;
  const pattern =
    direction === 'right' ? `(${variable})-${related}->(${object})` : `(${variable})<-${related}-(${object})`;
  return `COLLECT { MATCH ${pattern} RETURN ${isLine ? printLine(step, line, object, names) : printFacts(step, object, names)} }`;
}

/** A line is the relationship; its product stands at the end of it. */
function printLine(line: Reads, variable: string, end: string, names: { next: number }): string {
  const own = printFacts({ ...line, steps: new Map() }, variable, names);
  const product = line.steps.get('product');
  if (!product) return own;
  return own.replace(/steps: \{\}\}$/, `steps: {product: [${printFacts(product, end, names)}]}}`);
}

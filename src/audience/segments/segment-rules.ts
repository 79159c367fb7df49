import type { Database } from '../../platform/neo4j/database.ts';
import { readStoredTags } from '../../profile/tags/definitions.store.ts';
import type { ReadTaxonomy } from '../../profile/tags/kept-taxonomy.ts';
import type { FiledTag } from '../../profile/tags/tag-definition.ts';
import { parseRule, printRule, type Rule, segmentReferences, unknownSegmentError } from '../rules/index.ts';
import type { SegmentRules } from '../selection/compile-selection.ts';
import { invalidRule, type SelectionInput } from '../selection/read-selection.ts';
import { addTags } from '../tags/add-tags.ts';
import { addFragments } from './fragments/add-fragments.ts';
import { createCatalogue, type ReadSegment, resolveReferences } from './segment-catalogue.ts';
import { toRuleSource } from './segment-problems.ts';
import type { SegmentRow } from './segment-row.ts';
import { readNamed, readNames } from './segments.store.ts';

/** Finds the rules behind `in segment "…"`, `matches "…"` and tags, in one statement each however deep they go, and in none where none is named. */
export function createSegmentRules(
  database: Database,
  timeZone: string,
  filedTags: readonly FiledTag[] = [],
  readTaxonomy: ReadTaxonomy = () => readStoredTags(database.read),
): SegmentRules {
  return {
    rulesFor: async (rule, source, scope = 'customer') => {
      const segments = await segmentsFor(rule, source ?? { rule: printRule(rule, { scope }) });
      const complete = await addFragments(database.read, { rule, scope, source }, segments, timeZone);
      return addTags(readTaxonomy, { rule, scope }, complete, { timeZone, filedTags });
    },
  };

  async function segmentsFor(rule: Rule, source: SelectionInput): Promise<ReadonlyMap<string, Rule>> {
    const references = segmentReferences(rule);
    if (references.length === 0) return new Map();
    const rows = await readNamed(database.read, references);
    const catalogue = createCatalogue(rows.map((row) => readSegment(row, timeZone)));
    const { resolved, unknown } = resolveReferences([rule], catalogue);
    if (unknown.length === 0) return resolved;
    const names = await readNames(database.read);
    const problems = unknown.map((name) => unknownSegmentError(name, names, toRuleSource(source)));
    throw invalidRule(problems, source.rule == null ? 'filter' : 'rule');
  }
}

/** A stored segment with its rule as a tree. */
export function readSegment(row: SegmentRow, timeZone: string): ReadSegment {
  return { id: row.id, name: row.name, rule: ruleOf(row, timeZone) };
}

/** The rule of a stored segment as a tree. */
export function ruleOf(row: Pick<SegmentRow, 'id' | 'rule'>, timeZone: string): Rule {
  const read = parseRule(row.rule, { timeZone });
  if (read.ok) return read.rule;
  throw new Error(`The rule stored for segment ${row.id} cannot be read: ${read.errors[0]?.message}`);
}

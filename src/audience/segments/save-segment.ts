import { DomainError } from '../../platform/errors.ts';
import type { Database, Transaction } from '../../platform/neo4j/database.ts';
import {
  mapRule,
  printRule,
  type Rule,
  ruleLimits,
  segmentCycleError,
  segmentReferences,
  unknownSegmentError,
} from '../rules/index.ts';
import { invalidRule, readSelection, type SelectionInput } from '../selection/read-selection.ts';
import {
  createCatalogue,
  expandedSize,
  findCycle,
  type ReadSegment,
  resolveReferences,
  type SegmentCatalogue,
} from './segment-catalogue.ts';
import { tooManyConditionsError, toRuleSource } from './segment-problems.ts';
import type { SegmentRow } from './segment-row.ts';
import { readSegment } from './segment-rules.ts';
import { lockAndReadAll, rewriteSegments, writeSegment } from './segments.store.ts';

const LONGEST_NAME = 200;
const LONGEST_DESCRIPTION = 5_000;

/** A segment to create, or to change when `id` is given. Exactly one of rule and filter. */
export interface SaveSegmentInput extends SelectionInput {
  readonly id?: string | null;
  readonly name: string;
  readonly description?: string | null;
}

interface SaveDependencies {
  readonly database: Database;
  readonly timeZone: string;
  readonly now: Date;
  /** For a segment that is created. */
  readonly newId: string;
}

/** Checks and stores a segment in one transaction in which no other segment changes; see SegmentsService.save. */
export async function saveSegment(deps: SaveDependencies, input: SaveSegmentInput): Promise<SegmentRow> {
  const name = checkName(input.name);
  const description = checkDescription(input.description);
  if ((input.rule == null) === (input.filter == null)) {
    throw new DomainError('BAD_USER_INPUT', 'Give exactly one of rule and filter.', { argument: 'rule' });
  }
  const rule = readSelection(input, 'customer', deps.timeZone);
  const work = async (transaction: Transaction) => {
    const rows = await lockAndReadAll(transaction);
    const before = checkTarget(rows, input.id ?? null, name);
    const saved: ReadSegment = { id: before?.id ?? deps.newId, name, rule };
    const others = rows.filter((row) => row.id !== saved.id).map((row) => readSegment(row, deps.timeZone));
    // whoever names it by its old name shall go on meaning it
    const renamed = before && before.name !== name ? renameIn(others, before.name, name) : [];
    const kept = others.map((other) => renamed.find((changed) => changed.id === other.id) ?? other);
    const catalogue = createCatalogue([...kept, saved]);
    const used = checkReferences(saved, catalogue, input);
    await rewriteSegments(
      transaction,
      renamed.map((other) => ({ id: other.id, rule: printRule(other.rule) })),
      deps.now,
    );
    return writeSegment(transaction, { id: saved.id, name, description, rule: printRule(rule), uses: used }, deps.now);
  };
  return deps.database.writeTransaction('segments.save', work).catch((error: unknown) => {
    // two that take the same free name at once: the constraint decides
    throw error instanceof DomainError && error.code === 'CONFLICT' ? nameTaken(name) : error;
  });
}

/** The segment to change, or null for a new one. */
function checkTarget(rows: readonly SegmentRow[], id: string | null, name: string): SegmentRow | null {
  const before = id === null ? null : (rows.find((row) => row.id === id) ?? null);
  if (id !== null && !before) throw new DomainError('NOT_FOUND', `There is no segment with the id ${id}.`, { id });
  if (rows.some((row) => row.id !== id && (row.name === name || row.id === name))) throw nameTaken(name);
  return before;
}

/** The ids of the segments that the rule names; refuses unknown ones, cycles, and rules that grow too large through them. */
function checkReferences(saved: ReadSegment, catalogue: SegmentCatalogue, input: SaveSegmentInput): string[] {
  const what = input.rule == null ? 'filter' : 'rule';
  const source = toRuleSource(input);
  const { unknown } = resolveReferences([saved.rule], catalogue);
  const names = catalogue.segments.map((segment) => segment.name);
  if (unknown.length > 0) {
    throw invalidRule(
      unknown.map((name) => unknownSegmentError(name, names, source)),
      what,
    );
  }
  const cycle = findCycle(saved, catalogue);
  if (cycle) {
    const cycleNames = cycle.map((segment) => segment.name);
    const entered = segmentReferences(saved.rule).find((reference) => catalogue.find(reference)?.id === cycle[1]?.id);
    const problem = segmentCycleError(entered ?? saved.name, cycleNames, source);
    throw invalidRule([problem], what, { reason: 'SEGMENT_CYCLE', cycle: cycleNames });
  }
  if (catalogue.segments.some((segment) => expandedSize(segment.rule, catalogue) > ruleLimits.conditions)) {
    throw invalidRule([tooManyConditionsError(saved.rule, source)], what);
  }
  return [...new Set(segmentReferences(saved.rule).map((reference) => catalogue.find(reference)?.id ?? ''))];
}

function renameIn(segments: readonly ReadSegment[], from: string, to: string): ReadSegment[] {
  return segments
    .filter((segment) => segmentReferences(segment.rule).includes(from))
    .map((segment) => ({ ...segment, rule: mapRule(segment.rule, (part) => rename(part, from, to)) }));
}

function rename(part: Rule, from: string, to: string): Rule {
  return part.kind === 'InSegment' && part.segment === from ? { ...part, segment: to } : part;
}

/** A name as rules can write it: one line, NFKC. */
function checkName(given: string): string {
  const name = given.normalize('NFKC').trim();
  if (name !== '' && name.length <= LONGEST_NAME && !/[\r\n\p{Surrogate}]/u.test(name)) return name;
  throw new DomainError('BAD_USER_INPUT', `name must be one line of 1 to ${LONGEST_NAME} characters.`, {
    argument: 'name',
  });
}

function checkDescription(given: string | null | undefined): string | null {
  const description = given?.trim() ?? '';
  if (description.length <= LONGEST_DESCRIPTION) return description === '' ? null : description;
  throw new DomainError('BAD_USER_INPUT', `description must have at most ${LONGEST_DESCRIPTION} characters.`, {
    argument: 'description',
  });
}

function nameTaken(name: string): DomainError {
  return new DomainError('CONFLICT', `There is already a segment named "${name}".`, {
    reason: 'SEGMENT_NAME_TAKEN',
    name,
  });
}

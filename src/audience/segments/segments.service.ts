import type { Clock } from '../../platform/clock.ts';
import { DomainError } from '../../platform/errors.ts';
import { newId } from '../../platform/ids.ts';
import type { Database } from '../../platform/neo4j/database.ts';
import type { CustomerRow } from '../../profile/customer360/customer-row.ts';
import { readStoredTags } from '../../profile/tags/definitions.store.ts';
import { printRule, type Rule, ruleToFilter } from '../rules/index.ts';
import type { CompileSelection } from '../selection/compile-selection.ts';
import type { Connection } from '../selection/connection.ts';
import { orderingOf } from '../selection/ordering.ts';
import { segmentsSortable } from '../selection/orderings.ts';
import { type ReadArguments, readPage } from '../selection/read-page.ts';
import type { AsOf, SelectionService } from '../selection/selection.service.ts';
import { addTags } from '../tags/add-tags.ts';
import { type ExplainInput, explainMembership, type MembershipExplanation } from './explain/explain-membership.ts';
import { explainSegment, type SegmentPlan } from './explain/explain-segment.ts';
import { addFragments } from './fragments/add-fragments.ts';
import type { Holdout } from './holdout.ts';
import { countMembers, findMemberships } from './membership.ts';
import { type PreviewInput, previewSegment, type SegmentPreview } from './preview.ts';
import { type MembersInput, readNamedRule } from './read-members.ts';
import { removeSegment } from './remove-segment.ts';
import { type SaveSegmentInput, saveSegment } from './save-segment.ts';
import { createCatalogue, resolveReferences } from './segment-catalogue.ts';
import { type SegmentRow, segmentFromNode } from './segment-row.ts';
import { readSegment, ruleOf } from './segment-rules.ts';
import { readAll, readByIds, readByName, readUsers } from './segments.store.ts';
import { type FieldValue, type FieldValuesInput, fieldValues } from './suggest/field-values.ts';
import { type RuleSuggestions, type SuggestInput, suggestRule } from './suggest/suggest-rule.ts';
import { archiveSegment } from './versions/archive-segment.ts';
import { type PublishInput, publishSegment } from './versions/publish-segment.ts';
import { type SegmentVersion, type VersionPage, versionsOf } from './versions/versions-of.ts';

/** A segment's size, and the instant it was counted for. */
export interface SegmentSize {
  readonly size: number;
  readonly computedAt: Date;
}

/** Customers that a rule selects, before they are read. */
export interface OpenedMembers {
  /** Canonical text. */
  readonly rule: string;
  /** The saved segment that was named. */
  readonly segmentId: string | null;
  readonly asOf: Date;
  /** Who of the named segment's members is to be left alone; they are among `customers`. */
  readonly holdout: Holdout | null;
  /** By id, with flat memory however many there are; the signal ends it in the graph too. */
  customers(signal?: AbortSignal): AsyncIterable<CustomerRow>;
}

/** Saved rules and those whom they select. Members are always computed when read, so they are never stale. */
export interface SegmentsService {
  /** Errors: BAD_USER_INPUT, INVALID_RULE, RULE_TOO_COSTLY. */
  preview(input: PreviewInput): Promise<SegmentPreview>;
  /** Errors: BAD_USER_INPUT, NOT_FOUND, CONFLICT (reason SEGMENT_NAME_TAKEN), INVALID_RULE, RULE_TOO_COSTLY; nothing is stored then. */
  save(input: SaveSegmentInput): Promise<SegmentRow>;
  /** Gives the id back. Errors: NOT_FOUND, CONFLICT (reason SEGMENT_IN_USE). */
  delete(id: string): Promise<string>;
  /**
   * Puts a version in force: by default the draft that waits; an older one comes back as a new version. In force already: no change.
   * Errors: NOT_FOUND (segment or version), CONFLICT (reason SEGMENT_NAME_TAKEN, SEGMENT_NOT_PUBLISHED), INVALID_RULE.
   */
  publish(input: PublishInput): Promise<SegmentRow>;
  /** Takes it out of force. Errors: NOT_FOUND, CONFLICT (reason SEGMENT_IN_USE, or SEGMENT_NOT_PUBLISHED for a draft). */
  archive(id: string): Promise<SegmentRow>;
  /** Of each segment its newest versions, newest first, each with what changed from the one before. */
  versionsOf(ids: readonly string[], page?: VersionPage): Promise<ReadonlyMap<string, readonly SegmentVersion[]>>;
  /** The segments whose rules or drafts name each of these, by name. */
  usersOf(ids: readonly string[]): Promise<ReadonlyMap<string, readonly SegmentRow[]>>;
  /** By id or by name, exactly one; null when there is none. */
  get(key: { readonly id?: string | null; readonly name?: string | null }): Promise<SegmentRow | null>;
  /** One result for every id, in that order. */
  byIds(ids: readonly string[]): Promise<(SegmentRow | null)[]>;
  /** By name. */
  list(page: ReadArguments): Promise<Connection<SegmentRow>>;
  /** The segment's rule as a CustomerFilter. */
  filterOf(segment: SegmentRow): unknown;
  /** The customers it holds, by id. */
  members(segment: SegmentRow, input?: AsOf & ReadArguments): Promise<Connection<CustomerRow>>;
  /** One statement for all, and one more when they name other segments; by segment id. */
  sizes(segments: readonly SegmentRow[], asOf?: Date): Promise<ReadonlyMap<string, SegmentSize>>;
  /** The published segments that each customer is in, by name. One statement to read the segments and one for all memberships. */
  segmentsOfCustomers(customerIds: readonly string[], asOf?: Date): Promise<ReadonlyMap<string, readonly SegmentRow[]>>;
  /**
   * Why a customer is, or is not, selected: every clause's verdict on this one customer, and what decided it.
   * Errors: BAD_USER_INPUT, INVALID_RULE, NOT_FOUND (customer or segment).
   */
  explain(input: ExplainInput): Promise<MembershipExplanation>;
  /** How a segment, filter or rule is run, step by step. Errors: BAD_USER_INPUT, INVALID_RULE, NOT_FOUND. */
  explainSegment(input: MembersInput): Promise<SegmentPlan>;
  /** What may stand at a place in the text of a rule. */
  suggest(input: SuggestInput): Promise<RuleSuggestions>;
  /** The values of a field that the graph holds, the most frequent first. Errors: BAD_USER_INPUT. */
  fieldValues(input: FieldValuesInput): Promise<readonly FieldValue[]>;
  /** All customers of a segment, filter or rule, ready to be streamed. Errors: BAD_USER_INPUT, INVALID_RULE, NOT_FOUND. */
  openMembers(input: MembersInput): Promise<OpenedMembers>;
}

/** What the segments service stands on. */
export interface SegmentsDependencies {
  readonly database: Database;
  readonly clock: Clock;
  readonly timeZone: string;
  readonly compile: CompileSelection;
  readonly selection: SelectionService;
  /** Living customers by id, following merges; null where there is none. */
  readonly customersById: (ids: readonly string[]) => Promise<(CustomerRow | null)[]>;
}

export function createSegmentsService(deps: SegmentsDependencies): SegmentsService {
  const { database, clock, timeZone, compile, selection } = deps;

  const get: SegmentsService['get'] = async ({ id, name }) => {
    if ((id == null) === (name == null)) {
      throw new DomainError('BAD_USER_INPUT', 'Give exactly one of id and name.', { argument: 'id' });
    }
    return id != null ? ((await readByIds(database.read, [id]))[0] ?? null) : readByName(database.read, name as string);
  };

  return {
    get,
    preview: (input) => previewSegment(deps, input),
    save: (input) => {
      const now = clock.now();
      const checkCost = (rule: Rule, rules: ReadonlyMap<string, Rule>) =>
        void compile.now(rule, { asOf: now, segments: rules });
      const tagSettings = compile.settings;
      return saveSegment({ database, timeZone, now, checkCost, newId: newId('seg'), tagSettings }, input);
    },
    delete: (id) => removeSegment(database, id, clock.now()),
    publish: (input) => publishSegment({ database, timeZone, now: clock.now() }, input),
    archive: (id) => archiveSegment({ database, timeZone, now: clock.now() }, id),
    versionsOf: (ids, page) => versionsOf(database, timeZone, ids, page),
    usersOf: (ids) => readUsers(database.read, ids),
    byIds: async (ids) => {
      const found = new Map((await readByIds(database.read, ids)).map((segment) => [segment.id, segment]));
      return ids.map((id) => found.get(id) ?? null);
    },
    list: (page) => readPage(database, allSegments, orderingOf(segmentsSortable, null), page, segmentFromNode),
    filterOf: (segment) => ruleToFilter(ruleOf(segment, timeZone)),
    members: async (segment, input = {}) =>
      selection.customersOf(ruleOf(segment, timeZone), { ...input, orderBy: null }),
    sizes: async (segments, asOf = clock.now()) => {
      const read = segments.map((segment) => readSegment(segment, timeZone));
      const rules = await compile.resolve({ kind: 'And', rules: read.map(({ rule }) => rule) });
      const sizes = await countMembers(deps, { segments: read, rules }, asOf);
      return new Map(read.map(({ id }) => [id, { size: sizes.get(id) ?? 0, computedAt: asOf }]));
    },
    segmentsOfCustomers: async (customerIds, asOf = clock.now()) => {
      const segments = (await readAll(database.read)).filter(({ status }) => status === 'PUBLISHED');
      const read = segments.map((segment) => readSegment(segment, timeZone));
      const { resolved } = resolveReferences(
        read.map(({ rule }) => rule),
        createCatalogue(read),
      );
      const everyRule = { rule: { kind: 'And', rules: read.map(({ rule }) => rule) }, scope: 'customer' } as const;
      const complete = await addFragments(database.read, everyRule, resolved, timeZone);
      const rules = await addTags(() => readStoredTags(database.read), everyRule, complete, compile.settings);
      const memberships = await findMemberships(deps, { segments: read, rules }, customerIds, asOf);
      return new Map(
        [...memberships].map(([id, inside]) => [id, segments.filter((segment) => inside.has(segment.id))]),
      );
    },
    explain: (input) => explainMembership(deps, input),
    explainSegment: (input) => explainSegment(deps, input),
    suggest: (input) => suggestRule(deps, input),
    fieldValues: (input) => fieldValues(deps, input),
    openMembers: async (input) => {
      const { rule, segmentId, holdout } = await readNamedRule(database, timeZone, input);
      const asOf = input.asOf ?? clock.now();
      const source = segmentId === null ? { filter: input.filter, rule: input.rule } : {};
      return {
        rule: printRule(rule),
        segmentId,
        asOf,
        holdout,
        customers: (signal) => selection.streamCustomersOf(rule, { ...source, asOf }, signal),
      };
    },
  };
}

const allSegments = {
  name: 'segments',
  select: ({ predicates, parameters }: { predicates: readonly string[]; parameters: Record<string, unknown> }) => ({
    text: `MATCH (node:Segment)${predicates.length > 0 ? `\nWHERE ${predicates.join(' AND ')}` : ''}`,
    parameters,
  }),
};

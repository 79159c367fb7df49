import { DomainError } from '../../platform/errors.ts';
import type { Database } from '../../platform/neo4j/database.ts';
import { readStoredTags } from '../../profile/tags/definitions.store.ts';
import { printRule, type Rule } from '../rules/index.ts';
import { readSelection, type SelectionInput } from '../selection/read-selection.ts';
import { addTags, type TagSettings } from '../tags/add-tags.ts';
import { addFragments } from './fragments/add-fragments.ts';
import { checkHoldout } from './holdout.ts';
import { createCatalogue, resolveReferences } from './segment-catalogue.ts';
import type { SegmentRow } from './segment-row.ts';
import { readSegment } from './segment-rules.ts';
import { lockAndReadAll, type Run } from './segments.store.ts';
import { enact, nameTaken } from './versions/enact.ts';

const LONGEST_NAME = 200;
const LONGEST_DESCRIPTION = 5_000;

/** A segment to create, or to change when `id` is given. Exactly one of rule and filter. */
export interface SaveSegmentInput extends SelectionInput {
  readonly id?: string | null;
  readonly name: string;
  readonly description?: string | null;
  /** PUBLISHED, which puts it in force at once, unless told. */
  readonly status?: 'DRAFT' | 'PUBLISHED' | null;
  readonly holdout?: { readonly percent: number; readonly seed?: string | null } | null;
  readonly author?: string | null;
  readonly note?: string | null;
}

/** What changes of segments stand on. */
export interface SaveDependencies {
  readonly database: Database;
  readonly timeZone: string;
  readonly now: Date;
  /** Refuses a rule that costs too much to be run. */
  readonly checkCost: (rule: Rule, segments: ReadonlyMap<string, Rule>) => void;
  readonly tagSettings: TagSettings;
  /** For a segment that is created. */
  readonly newId: string;
}

/** Checks and stores a segment in one transaction in which no other segment changes; see SegmentsService.save. */
export async function saveSegment(deps: SaveDependencies, input: SaveSegmentInput): Promise<SegmentRow> {
  const { database, timeZone, now, newId } = deps;
  const name = checkName(input.name);
  const description = checkText('description', input.description);
  const author = checkText('author', input.author);
  const note = checkText('note', input.note);
  if ((input.rule == null) === (input.filter == null)) {
    throw new DomainError('BAD_USER_INPUT', 'Give exactly one of rule and filter.', { argument: 'rule' });
  }
  const rule = readSelection(input, 'customer', timeZone);
  const id = input.id ?? newId;
  const content = { name, description, rule: printRule(rule), holdout: checkHoldout(input.holdout, id) };
  const stored = database.writeTransaction('segments.save', async (transaction) => {
    const segments = await lockAndReadAll(transaction);
    if (input.id != null && !segments.some(({ row }) => row.id === id)) throw unknownSegment(id);
    const status = input.status ?? 'PUBLISHED';
    const stamp = { now, author, note };
    const change = { id, content, rule, status, stamp, source: input, version: null, restores: null } as const;
    const saved = await enact(transaction, segments, change, timeZone);
    const catalogue = createCatalogue(segments.map(({ row }) => readSegment(row, timeZone)));
    const { resolved } = resolveReferences([rule], catalogue);
    const complete = { rule, scope: 'customer', source: input } as const;
    const run: Run = (query, parameters) => transaction.run(query, parameters);
    const named = await addFragments(run, complete, resolved, timeZone);
    deps.checkCost(rule, await addTags(() => readStoredTags(run), complete, named, deps.tagSettings));
    return saved;
  });
  return stored.catch((error: unknown) => {
    // two that take the same free name at once: the constraint decides
    const isTaken = error instanceof DomainError && error.code === 'CONFLICT' && error.details.reason === undefined;
    throw isTaken ? nameTaken(name) : error;
  });
}

/** The refusal of an id that no segment has. */
export function unknownSegment(id: string): DomainError {
  return new DomainError('NOT_FOUND', `There is no segment with the id ${id}.`, { id });
}

/** A name as rules can write it: one line, NFKC. */
export function checkName(given: string): string {
  const name = given.normalize('NFKC').trim();
  if (name !== '' && name.length <= LONGEST_NAME && !/[\r\n\p{Surrogate}]/u.test(name)) return name;
  throw new DomainError('BAD_USER_INPUT', `name must be one line of 1 to ${LONGEST_NAME} characters.`, {
    argument: 'name',
  });
}

/** Text that may be left out; nothing but space is as good as none. */
export function checkText(argument: string, given: string | null | undefined): string | null {
  const text = given?.trim() ?? '';
  if (text.length <= LONGEST_DESCRIPTION) return text === '' ? null : text;
  throw new DomainError('BAD_USER_INPUT', `${argument} must have at most ${LONGEST_DESCRIPTION} characters.`, {
    argument,
  });
}

import type { Clock } from '../../../platform/clock.ts';
import { DomainError } from '../../../platform/errors.ts';
import type { Database, Row, Transaction } from '../../../platform/neo4j/database.ts';
import { type CustomerRow, customerFromNode } from '../../../profile/customer360/customer-row.ts';
import type { CompileSelection } from '../../selection/compile-selection.ts';
import { sourceOf } from '../../selection/read-selection.ts';
import { type MembersInput, readMembersRule } from '../read-members.ts';
import {
  type ClauseVerdict,
  type Evidence,
  judge,
  keyOf,
  type Leaf,
  type LeafVerdict,
  leavesOf,
} from './clause-tree.ts';
import { type RelationQuestion, readRelations, readVerdicts } from './explain.store.ts';
import { evidenceOf, type ShownScope, walks } from './relation-evidence.ts';
import { readShown } from './shown.store.ts';
import { valueEvidence } from './value-evidence.ts';

/** Whose membership of what is to be explained: exactly one of segment, filter and rule. */
export interface ExplainInput extends MembersInput {
  /** The customer's id; one that was merged away stands for its survivor. */
  readonly customer: string;
}

/** Whether a customer is selected, and every clause's part in that. */
export interface MembershipExplanation {
  readonly member: boolean;
  readonly clause: ClauseVerdict;
}

export interface ExplainDependencies {
  readonly database: Database;
  readonly clock: Clock;
  readonly compile: CompileSelection;
  /** Living customers by id, following merges; null where there is none. */
  readonly customersById: (ids: readonly string[]) => Promise<(CustomerRow | null)[]>;
}

/** See SegmentsService.explain. */
export async function explainMembership(
  deps: ExplainDependencies,
  input: ExplainInput,
): Promise<MembershipExplanation> {
  const { database, clock, compile } = deps;
  const rule = await readMembersRule(database, compile.settings.timeZone, input);
  const segments = await compile.resolve(rule, input.segment == null ? sourceOf(input) : undefined);
  const asOf = input.asOf ?? clock.now();
  const [found] = await deps.customersById([input.customer]);
  if (!found) throw noCustomer(input.customer);
  const leaves = leavesOf(rule, segments);
  const verdicts = await judgeLeaves(deps, found.id, leaves, asOf);
  if (!verdicts) throw noCustomer(input.customer);
  const clause = judge(rule, segments, verdicts);
  return { member: clause.matched, clause };
}

/** All that is read of the customer is read in one transaction; null when the customer is not there any more. */
async function judgeLeaves(
  { database, compile }: ExplainDependencies,
  customerId: string,
  leaves: readonly Leaf[],
  asOf: Date,
): Promise<ReadonlyMap<string, LeafVerdict> | null> {
  const questions = leaves.map((leaf) => ({
    key: keyOf(leaf),
    select: compile.now(leaf, { asOf, restrictToIds: true }),
  }));
  const relations = leaves.flatMap((leaf) => questionOf(leaf, compile, asOf));
  return database.readTransaction('explain', async (transaction) => {
    const verdicts = await readVerdicts(transaction, customerId, questions);
    if (!verdicts) return null;
    const customer = customerFromNode(verdicts.customer);
    const related = await readRelationEvidence(transaction, customerId, relations, compile.settings.currency);
    const evidence = (leaf: Leaf) =>
      leaf.kind === 'Compare'
        ? [valueEvidence(leaf.path, customer, asOf, compile.settings)]
        : (related.get(keyOf(leaf)) ?? []);
    return new Map(
      leaves.map((leaf) => [
        keyOf(leaf),
        { matched: verdicts.matched.get(keyOf(leaf)) === true, evidence: evidence(leaf) },
      ]),
    );
  });
}

/** What was found of each relation clause, by its key. */
async function readRelationEvidence(
  transaction: Transaction,
  customerId: string,
  questions: readonly RelationQuestion[],
  currency: string,
): Promise<ReadonlyMap<string, Evidence[]>> {
  const found = await readRelations(transaction, customerId, questions);
  const shown = new Map<ShownScope, ReadonlyMap<string, Row>>();
  for (const scope of new Set(questions.map(({ relation }) => walks[relation].scope))) {
    const sameScope = questions.filter(({ relation }) => walks[relation].scope === scope);
    const keys = sameScope.flatMap(({ key }) => found.get(key)?.keys ?? []);
    shown.set(scope, await readShown(transaction, scope, keys));
  }
  return new Map(
    questions.map(({ key, relation }) => {
      const answer = found.get(key);
      const objects = shown.get(walks[relation].scope) ?? new Map();
      return [key, answer ? evidenceOf(relation, answer, objects, currency) : []];
    }),
  );
}

function questionOf(leaf: Leaf, compile: CompileSelection, asOf: Date): RelationQuestion[] {
  if (leaf.kind === 'Compare') return [];
  const relation = relationOf(leaf.relation);
  const { scope, key } = walks[relation];
  const where = leaf.where && compile.now(leaf.where, { scope, asOf, and: [`node.${key} IN keys`], optimise: false });
  return [{ key: keyOf(leaf), relation, where }];
}

function relationOf(name: string): keyof typeof walks {
  if (Object.hasOwn(walks, name)) return name as keyof typeof walks;
  throw new Error(`A customer has no ${name}.`);
}

function noCustomer(id: string): DomainError {
  return new DomainError('NOT_FOUND', `There is no customer with the id ${id}.`, { id });
}

import type { Clock } from '../../../platform/clock.ts';
import { DomainError } from '../../../platform/errors.ts';
import type { Database, Transaction } from '../../../platform/neo4j/database.ts';
import {
  filterToRule,
  fragmentError,
  fragmentKey,
  fragmentReferences,
  namesSegment,
  parametersOf,
  parseRule,
  printRule,
  type Rule,
  type RuleParameter,
  ruleToFilter,
  type Scope,
} from '../../rules/index.ts';
import { invalidRule } from '../../selection/read-selection.ts';
import { checkName, checkText } from '../save-segment.ts';
import { createCatalogue, resolveReferences } from '../segment-catalogue.ts';
import { toRuleSource } from '../segment-problems.ts';
import { readSegment, ruleOf } from '../segment-rules.ts';
import { lockAndReadAll, readAllWithDrafts, type StoredSegment } from '../segments.store.ts';
import {
  createFragmentCatalogue,
  type FragmentCatalogue,
  findFragmentCycle,
  fragmentProblems,
  fragmentsOf,
  ruleOfFragment,
  type ScopedText,
} from './fragment-catalogue.ts';
import { deleteFragment, type FragmentRow, readFragments, writeFragment } from './fragments.store.ts';

/** A fragment to create, or to say something else from now on. Exactly one of rule and filter. */
export interface SaveFragmentInput {
  readonly name: string;
  readonly scope: Scope;
  readonly description?: string | null;
  readonly rule?: string | null;
  /** Of the input type of the scope. */
  readonly filter?: unknown;
}

/** Who names a fragment. */
export interface FragmentUsers {
  readonly segments: readonly string[];
  readonly fragments: readonly string[];
}

/** A fragment with what follows from its rule. */
export interface Fragment extends FragmentRow {
  readonly filter: unknown;
  readonly parameters: readonly RuleParameter[];
}

/** Named parts of rules. A rule that names one means it as it stands. */
export interface FragmentsService {
  /** By name. */
  list(): Promise<readonly Fragment[]>;
  get(name: string): Promise<Fragment | null>;
  /** Errors: BAD_USER_INPUT, INVALID_RULE, CONFLICT (reason FRAGMENT_IN_USE: those that name it could not do so any more). */
  save(input: SaveFragmentInput): Promise<Fragment>;
  /** Gives the name back. Errors: NOT_FOUND, CONFLICT (reason FRAGMENT_IN_USE). */
  delete(name: string): Promise<string>;
  /** The names of segments, by their rules or drafts, and of fragments that name it, in order. */
  usersOf(name: string): Promise<FragmentUsers>;
}

/** What fragments stand on. */
export interface FragmentsDependencies {
  readonly database: Database;
  readonly clock: Clock;
  readonly timeZone: string;
}

/** Somebody whose rule may name fragments. */
interface User extends ScopedText {
  readonly name: string;
  readonly kind: keyof FragmentUsers;
}

export function createFragmentsService({ database, clock, timeZone }: FragmentsDependencies): FragmentsService {
  const read = (row: FragmentRow): Fragment => {
    const rule = ruleOfFragment(row, timeZone);
    return { ...row, filter: ruleToFilter(rule), parameters: parametersOf(rule, row.scope) };
  };
  const list = async () => (await readFragments(database.read)).map(read);

  function usersAmong(stored: readonly StoredSegment[], fragments: readonly FragmentRow[]): User[] {
    const rulesOf = ({ row, draft }: StoredSegment) => [row.rule, ...(draft ? [draft.rule] : [])];
    return [
      ...stored.flatMap((one) =>
        rulesOf(one).map((rule): User => {
          const { id, name } = one.row;
          return { kind: 'segments', name, scope: 'customer', rule: ruleOf({ id, rule }, timeZone) };
        }),
      ),
      ...fragments.map((row): User => {
        return { kind: 'fragments', name: row.name, scope: row.scope, rule: ruleOfFragment(row, timeZone) };
      }),
    ];
  }

  async function save(input: SaveFragmentInput): Promise<Fragment> {
    const { scope } = input;
    const name = checkName(input.name);
    const description = checkText('description', input.description);
    const rule = readRule(input, timeZone);
    return database.writeTransaction('fragments.save', async (transaction) => {
      const stored = await lockAndReadAll(transaction);
      const before = await readAllFragments(transaction);
      const others = before.filter((row) => row.name !== name);
      const catalogue = new Map([
        ...createFragmentCatalogue(others, timeZone),
        [fragmentKey({ scope, fragment: name }), rule] as const,
      ]);
      checkFragment({ rule, scope }, name, catalogue, input);
      const fits = usersAmong(stored, others).filter((user) => uses(user, name));
      checkStillFit(fits, name, catalogue, stored);
      return read(
        await writeFragment(transaction, { name, scope, description, rule: printRule(rule, { scope }) }, clock.now()),
      );
    });
  }

  function checkFragment(rule: ScopedText, name: string, catalogue: FragmentCatalogue, input: SaveFragmentInput): void {
    const source = toRuleSource(input);
    const what = input.rule == null ? 'filter' : 'rule';
    const known = [...catalogue.keys()].map((key) => key.slice(key.indexOf('\n') + 1));
    const cycle = findFragmentCycle({ scope: rule.scope, fragment: name }, catalogue);
    if (cycle) {
      const problem = fragmentError('FRAGMENT_CYCLE', cycle[1] ?? name, { fragments: cycle }, source);
      throw invalidRule([problem], what, { reason: 'FRAGMENT_CYCLE', cycle });
    }
    const problems = fragmentProblems(rule, fragmentsOf([rule], catalogue).found, { source, timeZone, known });
    if (problems.length > 0) throw invalidRule(problems, what);
  }

  /** Refuses a change after which a rule that names the fragment could not be read. */
  function checkStillFit(
    users: readonly User[],
    name: string,
    catalogue: FragmentCatalogue,
    stored: readonly StoredSegment[],
  ): void {
    const segments = createCatalogue(stored.map(({ row }) => readSegment(row, timeZone)));
    const broken = users.filter((user) => {
      const { resolved } =
        user.kind === 'segments' ? resolveReferences([user.rule], segments) : { resolved: new Map() };
      const rules = [user, ...[...resolved.values()].map((rule) => ({ rule, scope: 'customer' as const }))];
      const all = new Map([...resolved, ...fragmentsOf(rules, catalogue).found]);
      return fragmentProblems(user, all, { source: { text: '' }, timeZone, known: [] }).length > 0;
    });
    if (broken.length > 0) throw inUse(name, broken, 'could not be read any more');
  }

  return {
    list,
    get: async (name) => (await list()).find((fragment) => fragment.name === name) ?? null,
    save,
    delete: (name) =>
      database.writeTransaction('fragments.delete', async (transaction) => {
        const stored = await lockAndReadAll(transaction);
        const fragments = await readAllFragments(transaction);
        if (!fragments.some((row) => row.name === name))
          throw new DomainError('NOT_FOUND', `There is no fragment with the name "${name}".`, { name });
        const users = usersAmong(stored, fragments).filter((user) => uses(user, name));
        if (users.length > 0) throw inUse(name, users, 'must be changed or deleted first');
        await deleteFragment(transaction, name);
        return name;
      }),
    usersOf: async (name) => {
      const [stored, fragments] = await Promise.all([readAllWithDrafts(database.read), readFragments(database.read)]);
      const users = usersAmong(stored, fragments).filter((user) => uses(user, name));
      const named = (kind: User['kind']) => [
        ...new Set(users.filter((user) => user.kind === kind).map((user) => user.name)),
      ];
      return { segments: named('segments'), fragments: named('fragments') };
    },
  };
}

const readAllFragments = (transaction: Transaction) =>
  readFragments((query, parameters) => transaction.run(query, parameters));

const uses = ({ rule, scope }: ScopedText, name: string) =>
  fragmentReferences(rule, scope).some(({ fragment }) => fragment === name);

function readRule({ rule, filter, scope }: SaveFragmentInput, timeZone: string): Rule {
  if ((rule == null) === (filter == null))
    throw new DomainError('BAD_USER_INPUT', 'Give exactly one of rule and filter.', { argument: 'rule' });
  const read = rule != null ? parseRule(rule, { timeZone, scope }) : filterToRule(filter, scope, { timeZone });
  if (!read.ok) throw invalidRule(read.errors, rule != null ? 'rule' : 'filter');
  if (!namesSegment(read.rule)) return read.rule;
  throw new DomainError(
    'BAD_USER_INPUT',
    'A fragment cannot name a segment: name it in the rule that uses the fragment.',
    {
      argument: 'rule',
    },
  );
}

function inUse(name: string, users: readonly User[], what: string): DomainError {
  const usedBy = [...new Set(users.map((user) => user.name))];
  const message = `"${name}" is used: ${usedBy.map((one) => `"${one}"`).join(', ')} ${what}.`;
  return new DomainError('CONFLICT', message, { reason: 'FRAGMENT_IN_USE', usedBy });
}

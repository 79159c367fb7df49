import { periodOf, plainKey } from '../../intake/identity/owner-periods.ts';
import type { KindRules } from './describe-rules.ts';
import { type ExplainedDecision, type ExplainedFact, explainedDecision, explainedFact } from './explain-customer.ts';
import type { Link } from './find-path.ts';
import type { ExplainedIdentifier, FactRef } from './identity-evidence.ts';
import { factRefOf, namedIdentifier, nameFact, nameIdentifier } from './name-facts.ts';
import type { Between, CommonIdentifier } from './pair.store.ts';
import { type MatchReason, type PossibleMatchRow, refusalReasons } from './possible-match.ts';
import type { TieKind } from './tie-index.ts';

/** What can be said of two source records. */
export type PairVerdict =
  | 'ONE_CUSTOMER'
  | MatchReason
  | 'REISSUED'
  | 'SHARED_VALUE'
  | 'ONLY_WEAK_IDENTIFIERS'
  | 'NOT_DECIDED_YET'
  | 'NOTHING_IN_COMMON';

export interface ExplainedLink {
  readonly from: ExplainedFact;
  readonly by: TieKind;
  readonly identifier: ExplainedIdentifier | null;
  readonly decision: ExplainedDecision | null;
  readonly to: ExplainedFact;
}

/** Values of either side that the rules of a kind do not allow one customer to have together. */
export interface ValueConflict {
  readonly rule: KindRules;
  /** Null where the kind has none, or the rule counts over all scopes. */
  readonly scope: string | null;
  readonly oneValues: readonly string[];
  readonly otherValues: readonly string[];
}

export interface PairSide {
  readonly record: FactRef;
  readonly customerId: string | null;
}

/** Why two source records are one customer's, or are not. */
export interface PairExplanation {
  readonly verdict: PairVerdict;
  readonly text: string;
  readonly one: PairSide;
  readonly other: PairSide;
  readonly path: readonly ExplainedLink[];
  readonly decisions: readonly ExplainedDecision[];
  readonly possibleMatches: readonly PossibleMatchRow[];
  readonly conflicts: readonly ValueConflict[];
  readonly commonIdentifiers: readonly (CommonIdentifier & { readonly rule: KindRules | null })[];
  readonly reissued: readonly ReissuedIdentifier[];
}

/** An identifier that two customers had one after the other. */
export interface ReissuedIdentifier {
  readonly kind: string;
  readonly scope: string | null;
  readonly value: string;
  /** When it went to somebody else; null: it is that side's now. */
  readonly oneUntil: Date | null;
  readonly otherUntil: Date | null;
}

export interface PairSides {
  readonly one: PairSide;
  readonly other: PairSide;
}

const nothing = { path: [], decisions: [], possibleMatches: [], conflicts: [], commonIdentifiers: [], reissued: [] };

/** Explains two records of one customer by what leads from one to the other; `path` null: nothing in the graph does. */
export function explainTogether(
  sides: PairSides,
  path: readonly Link[] | null,
  identifiers: ReadonlyMap<string, ExplainedIdentifier>,
): PairExplanation {
  const links = (path ?? []).map((link) => ({
    from: explainedFact(link.from),
    by: link.by,
    identifier: link.key === null ? null : (identifiers.get(link.key) ?? null),
    decision: link.decision && explainedDecision(link.decision),
    to: explainedFact(link.to),
  }));
  const said = (path ?? []).map(({ by, key, decision, to }) => {
    const next = nameFact(factRefOf(to.node) as FactRef);
    if (by === 'REFERENCE') return `${next}, one of which refers to the other`;
    if (by === 'DECISION') return `${next}, which ${decision?.actor ?? 'somebody'} decided to be the same person's`;
    return `${next}, over ${nameIdentifier(key as string)}`;
  });
  const text =
    path === null
      ? 'Both belong to one customer, but nothing that was read of it leads from one to the other.'
      : path.length === 0
        ? 'It is one record.'
        : `One customer: from ${nameFact(sides.one.record)} to ${said.join('; then to ')}.`;
  return { verdict: 'ONE_CUSTOMER', text, ...sides, ...nothing, path: links };
}

/** Explains why two records belong to different customers. The reasons are tried in the order in which joining checks them. */
export function explainApart(
  sides: PairSides,
  between: Between,
  ruleOf: (kind: string) => KindRules | null,
): PairExplanation {
  const { decisions, matches } = between;
  const commonIdentifiers = between.common.map((common) => ({ ...common, rule: ruleOf(common.identifier.kind) }));
  const reissued = reissuedBetween(between);
  const verdict = verdictOf(between, reissued, ruleOf);
  const conflicts = conflictsOf(verdict, between, ruleOf);
  const explanation = {
    verdict,
    ...sides,
    path: [],
    decisions: decisions.map(explainedDecision),
    possibleMatches: matches,
    conflicts,
    commonIdentifiers,
    reissued,
  };
  return { ...explanation, text: describe(explanation) };
}

/** The first reason that holds, in the order in which joining checks them. */
function verdictOf(
  between: Between,
  reissued: readonly ReissuedIdentifier[],
  ruleOf: (kind: string) => KindRules | null,
): PairVerdict {
  const { decisions, matches } = between;
  if (decisions.length > 0) return 'KEPT_APART';
  const isRefused = (reason: PairVerdict) =>
    matches.some((match) => match.reason === reason) && isRefusedBy(reason, between, ruleOf);
  const refusal = refusalReasons.find(isRefused);
  if (refusal) return refusal;
  const common = between.common.map(({ identifier }) => identifier);
  const strong = common.filter(({ strength }) => strength === 'STRONG');
  if (strong.some(({ shared }) => !shared)) return 'NOT_DECIDED_YET';
  if (reissued.length > 0) return 'REISSUED';
  if (strong.length > 0) return 'SHARED_VALUE';
  if (matches.length > 0) return 'ALIKE';
  return common.length > 0 ? 'ONLY_WEAK_IDENTIFIERS' : 'NOTHING_IN_COMMON';
}

/** Identifiers that both have, each in a time of its own. */
function reissuedBetween({ oneKeys, otherKeys }: Between): ReissuedIdentifier[] {
  const others = new Map(otherKeys.map((key) => [plainKey(key), key]));
  return oneKeys.flatMap((key) => {
    const other = others.get(plainKey(key));
    if (other === undefined || other === key) return [];
    const { kind, scope, value } = namedIdentifier(key);
    return [{ kind, scope, value, oneUntil: periodOf(key).until ?? null, otherUntil: periodOf(other).until ?? null }];
  });
}

/** Whether the rules at hand still refuse so: what was refused under others is stitched anew. */
function isRefusedBy(reason: PairVerdict, between: Between, ruleOf: (kind: string) => KindRules | null): boolean {
  return reason === 'KEPT_APART' || conflictsOf(reason, between, ruleOf).length > 0;
}

function conflictsOf(
  verdict: PairVerdict,
  { matches, oneKeys, otherKeys }: Between,
  ruleOf: (kind: string) => KindRules | null,
): ValueConflict[] {
  if (verdict === 'EXCLUSIVE_CONFLICT') {
    const [one, other] = [valuesBy(oneKeys, true), valuesBy(otherKeys, true)];
    const found = [...one].flatMap(([name, { kind, scope, values }]) => {
      const rule = ruleOf(kind);
      const others = other.get(name)?.values;
      if (!rule?.exclusive || !others || new Set([...values, ...others]).size < 2) return [];
      return [{ rule, scope, oneValues: values, otherValues: others }];
    });
    // They may have a value in common, where an order or event of one side names several.
    const strict = found.filter(({ oneValues, otherValues }) => !oneValues.some((one) => otherValues.includes(one)));
    return strict.length > 0 ? strict : found;
  }
  if (verdict === 'TOO_MANY_VALUES') {
    const kinds = new Set(
      matches.flatMap(({ reason, identifier }) => (reason === verdict && identifier ? identifier.kind : [])),
    );
    const [one, other] = [valuesBy(oneKeys, false), valuesBy(otherKeys, false)];
    return [...kinds].flatMap((kind) => {
      const rule = ruleOf(kind);
      if (rule?.maxPerCustomer == null) return [];
      const [oneValues, otherValues] = [one.get(kind)?.values ?? [], other.get(kind)?.values ?? []];
      return [{ rule, scope: null, oneValues, otherValues }];
    });
  }
  return [];
}

interface Values {
  readonly kind: string;
  readonly scope: string | null;
  readonly values: string[];
}

/** Values by kind, or by kind and scope. */
function valuesBy(keys: readonly string[], scoped: boolean): Map<string, Values> {
  const found = new Map<string, Values>();
  for (const key of keys) {
    const { kind, scope, value } = namedIdentifier(key);
    const name = scoped ? `${kind} ${scope ?? ''}` : kind;
    const held = found.get(name) ?? { kind, scope: scoped ? scope : null, values: [] };
    held.values.push(value);
    found.set(name, held);
  }
  return found;
}

const word = (name: string) => name.toLowerCase().replace(/_/g, ' ');

function describe(explained: Omit<PairExplanation, 'text'>): string {
  const { verdict, decisions, possibleMatches, conflicts, commonIdentifiers, reissued } = explained;
  const common = commonIdentifiers.map(({ identifier }) => nameIdentifier(identifier.key));
  const via = [...new Set(possibleMatches.filter(({ reason }) => reason === verdict).map((match) => match.via))];
  const both = `Both have ${via.map(nameIdentifier).join(', ')}, but`;
  switch (verdict) {
    case 'KEPT_APART': {
      const [decision] = decisions;
      if (!decision) return `${both} it was decided that they are different people.`;
      const records = `${nameFact(decision.one)} and ${nameFact(decision.other)}`;
      const why = decision.reason === null ? '' : `: ${decision.reason}`;
      return `${decision.actor ?? 'Somebody'} decided on ${decision.at.toISOString()} that ${records} are different people${why}.`;
    }
    case 'EXCLUSIVE_CONFLICT':
      return `${both} ${conflicts
        .map(
          ({ rule, scope, oneValues, otherValues }) =>
            `a customer has one ${rule.kind}${scope === null ? '' : ` (${scope})`}, and these are ${oneValues.join(', ')} and ${otherValues.join(', ')}`,
        )
        .join('; ')}.`;
    case 'TOO_MANY_VALUES':
      return `${both} ${conflicts
        .map(
          ({ rule }) =>
            `a customer has at most ${rule.maxPerCustomer} ${rule.kind}${rule.window === null ? '' : ` within ${rule.window}`}, and together they would have more`,
        )
        .join('; ')}.`;
    case 'ALIKE': {
      const [match] = possibleMatches;
      const fields = match?.comparison.map(({ field, level }) => `${word(field)} ${word(level)}`) ?? [];
      return `No identifier joins their customers, but these are alike: ${fields.join(', ')}; score ${match?.score}.`;
    }
    case 'REISSUED':
      return `Both have ${reissued
        .map(({ kind, scope, value, oneUntil, otherUntil }) => {
          const named = `${kind} ${value}${scope === null ? '' : ` (${scope})`}`;
          const times = [oneUntil, otherUntil].map((until) =>
            until === null ? 'now' : `until ${until.toISOString()}`,
          );
          return `${named}, but one after the other: the first ${times[0]}, the second ${times[1]}`;
        })
        .join('; ')}.`;
    case 'SHARED_VALUE':
      return `What both have is shared by too many people to join anybody: ${common.join(', ')}.`;
    case 'ONLY_WEAK_IDENTIFIERS':
      return `Both were seen on ${common.join(', ')}, which joins nobody: it is weak.`;
    case 'NOT_DECIDED_YET':
      return `Both have ${common.join(', ')}, and nothing known keeps them apart: they came in under other rules.`;
    default:
      return 'No identifier and no reference is common to their customers.';
  }
}

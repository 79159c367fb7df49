import { at, sequence } from './build.ts';
import type { TextReport } from './errors.ts';
import type { Token } from './lexer.ts';
import { namesOf, resolveSteps } from './resolve-path.ts';
import { relationIn, scopeNouns } from './scopes.ts';
import type { RuleSyntax, SequenceSyntax } from './syntax.ts';
import type { Rule, Scope, SequenceStep, StepRelation } from './tree.ts';

/** The relations that can be steps of a sequence. */
export const stepRelations: readonly StepRelation[] = ['events', 'orders', 'purchases'];

/** A sequence with its names checked; `where` is asked for what stands in brackets. Null when something was reported. */
export function resolveSequence(
  { steps }: SequenceSyntax,
  scope: Scope,
  { report }: { readonly report: TextReport },
  where: (syntax: RuleSyntax, scope: Scope) => Rule | null,
): Rule | null {
  const path = steps[0]?.path.slice(0, -1) ?? [];
  const owner = resolveSteps(path, scope, report, steps[0]?.path.at(-1));
  if (owner === null) return null;
  const read = steps.map((step): SequenceStep | null => {
    const name = step.path.at(-1) as Token;
    const relation = stepRelations.find((one) => one === name.text);
    const entry = owner === 'customer' && relation ? relationIn(owner, relation) : undefined;
    if (relation === undefined || entry === undefined) {
      report.add(name, 'NOT_A_STEP', { name: name.text, owner: scopeNouns[owner] });
      return null;
    }
    const inner = step.where === null ? null : where(step.where, entry.toMany);
    if (step.where !== null && inner === null) return null;
    return { relation, where: inner, within: step.within, absent: step.absent };
  });
  const found = read.filter((step) => step !== null);
  return found.length < read.length ? null : at(namesOf(path), sequence(found));
}

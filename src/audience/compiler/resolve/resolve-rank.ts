import type { Rank, RankMeasure, Rule, Scope } from '../../rules/index.ts';
import { all, always, isAlways } from '../conditions.ts';
import { hopOf } from '../model.ts';
import type { Condition, RankedBy, RankSize } from '../plan.ts';
import { invalidRule, type ResolveContext } from './context.ts';
import { operandOf } from './operand.ts';
import { figureOf, hopOfRelation, isPurchase } from './resolve-relation.ts';

const ranked: readonly Scope[] = ['customer', 'order', 'product', 'store', 'staff'];

/** Being among those with the greatest or least figure: these are looked up once. */
export function resolveRank(
  rule: Rank,
  scope: Scope,
  context: ResolveContext,
  resolveRule: (rule: Rule, scope: Scope) => Condition,
): Condition {
  if (!ranked.includes(scope)) throw invalidRule(`${scope} is not ranked.`, {});
  const filter = rule.among === null ? always : resolveRule(rule.among, scope);
  const find = { kind: 'Find', scope, source: { kind: 'Everything' }, filter } as const;
  const by = figureBy(rule, scope, context, resolveRule);
  const source = { kind: 'Ranked', find, by, descending: rule.side === 'top', size: sizeOf(rule) } as const;
  return { kind: 'Found', find: { kind: 'Find', scope, source, filter: always } };
}

function figureBy(
  { by }: Rank,
  scope: Scope,
  context: ResolveContext,
  resolveRule: (rule: Rule, scope: Scope) => Condition,
): RankedBy {
  if (by.kind === 'Value') {
    const operand = operandOf(by.path, scope);
    if (!operand || operand.empty !== null || operand.type === 'texts' || operand.type === 'stage') {
      throw invalidRule(`${scope} cannot be ranked by ${by.path.join('.')}.`, { path: by.path });
    }
    return { kind: 'Value', of: { path: operand.path, property: operand.property, empty: null } };
  }
  const rolled = rolledFigure(by, scope);
  if (rolled !== null) return { kind: 'Value', of: { path: [], property: rolled, empty: null } };
  const hop = hopOfRelation(by, scope);
  const { to } = hopOf(scope, hop);
  const among = by.relation === 'purchases' ? isPurchase : always;
  const where = by.where === null ? always : resolveRule(by.where, to);
  if (by.measure === 'share') return { kind: 'ShareOf', hop, among, condition: where };
  const condition = all([among, where].filter((part) => !isAlways(part)));
  return { kind: 'Figure', hop, condition, figure: figureOf(by, to, by, context).figure };
}

/** The figure of all purchases that each customer carries. */
function rolledFigure({ relation, where, measure }: RankMeasure, scope: Scope): string | null {
  if (scope !== 'customer' || relation !== 'purchases' || where !== null) return null;
  return measure === 'count' ? 'purchaseCount' : measure === 'total' ? 'totalSpentMinor' : null;
}

/** `12.5` percent -> 125 parts of 1000. */
function sizeOf({ size, unit }: Rank): RankSize {
  if (!/^\d+(\.\d+)?$/.test(size)) throw invalidRule('A rank needs a number.', { size });
  if (unit === 'objects') return { kind: 'Objects', count: size };
  const [whole = '0', fraction = ''] = size.split('.');
  return { kind: 'Share', parts: String(BigInt(`${whole}${fraction}`)), whole: `100${'0'.repeat(fraction.length)}` };
}

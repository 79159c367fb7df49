import { and, boundFragment, fragmentKey, not, or, type Rule } from '../../rules/index.ts';

/**
 * The rule with what its fragments say of the customer in their places, so that each of their clauses is judged. Those that speak of
 * related objects stay: they are judged with the object.
 */
export function putFragmentsIn(rule: Rule, rules: ReadonlyMap<string, Rule>, timeZone: string): Rule {
  const inner = (part: Rule) => putFragmentsIn(part, rules, timeZone);
  switch (rule.kind) {
    case 'And':
      return and(rule.rules.map(inner));
    case 'Or':
      return or(rule.rules.map(inner));
    case 'Not':
      return not(inner(rule.rule));
    case 'Matches': {
      const saved = rules.get(fragmentKey({ scope: 'customer', fragment: rule.fragment }));
      const bound = saved && boundFragment(rule, saved, 'customer', timeZone);
      return bound?.ok ? inner(bound.rule) : rule;
    }
    default:
      return rule;
  }
}

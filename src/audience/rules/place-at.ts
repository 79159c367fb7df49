import { and, at, or } from './build.ts';
import type { Rule } from './tree.ts';
import { isPlaced } from './walk.ts';

/** What relations, joined by and or or, say of the object at the end of a path. */
export function placeAt(path: readonly string[], rule: Rule): Rule {
  if (path.length === 0) return rule;
  switch (rule.kind) {
    case 'And':
      return and(rule.rules.map((part) => placeAt(path, part)));
    case 'Or':
      return or(rule.rules.map((part) => placeAt(path, part)));
    default:
      if (isPlaced(rule)) return at(path, rule);
      throw new TypeError(`a path cannot lead to a rule of kind ${rule.kind}`);
  }
}

import { fieldAt, scopeAt } from './scopes.ts';
import type { Rule, Scope } from './tree.ts';
import { visitRule } from './walk.ts';

/** A tag as a rule names it: of the kind of object that the rule speaks of there. */
export interface TagReference {
  readonly scope: Scope;
  readonly tag: string;
}

/** The key of a tag's rule among the rules that are at hand; no segment and no fragment has such a key. */
export const tagKey = ({ scope, tag }: TagReference): string => `${scope}\n\n${tag}`;

const tagged: readonly Scope[] = ['customer', 'product', 'store', 'staff'];

/** The tags that a rule names, each once, in order of appearance; what is given to a fragment may be one. */
export function tagReferences(rule: Rule, scope: Scope = 'customer'): TagReference[] {
  const found = new Map<string, TagReference>();
  const add = (at: Scope, tags: readonly unknown[]) => {
    for (const tag of tags)
      if (typeof tag === 'string') found.set(tagKey({ scope: at, tag }), { scope: at, tag: tag.normalize('NFKC') });
  };
  const visit = (part: Rule, at: Scope) => {
    if (part.kind === 'Compare' && fieldAt(at, part.path)?.type === 'Tags')
      add(scopeAt(at, part.path.slice(0, -1)) ?? at, [part.value].flat());
    if (part.kind === 'Matches') for (const one of tagged) add(one, Object.values(part.values).flat());
  };
  visitRule(rule, visit, scope);
  return [...found.values()];
}

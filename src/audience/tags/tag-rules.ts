import type { FiledTag, TagDefinition, TagKind } from '../../profile/tags/tag-definition.ts';
import { parseRule, type Rule, type Scope } from '../rules/index.ts';

/** The scope in which a kind of object is spoken of. */
export const scopeOfKind = {
  CUSTOMER: 'customer',
  STORE: 'store',
  PRODUCT: 'product',
  STAFF: 'staff',
} as const satisfies Record<TagKind, Scope>;

/** The rule of a tag with the scope it speaks of; null for a tag that is given, not told. */
export function ruleOfTag(
  tag: Pick<TagDefinition | FiledTag, 'name' | 'appliesTo' | 'rule'>,
  timeZone: string,
): { readonly rule: Rule; readonly scope: Scope } | null {
  const [kind] = tag.appliesTo;
  if (tag.rule === null || kind === undefined) return null;
  const scope = scopeOfKind[kind];
  const read = parseRule(tag.rule, { timeZone, scope });
  if (read.ok) return { rule: read.rule, scope };
  throw new Error(`The rule of the tag ${tag.name} cannot be read: ${read.errors[0]?.message}`);
}

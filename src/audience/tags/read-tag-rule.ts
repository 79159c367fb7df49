import { DomainError } from '../../platform/errors.ts';
import type { FiledTag } from '../../profile/tags/tag-definition.ts';
import {
  conditionCount,
  fragmentReferences,
  namesSegment,
  parametersOf,
  parseRule,
  printRule,
  type Rule,
  ruleLimits,
  type Scope,
  tagReferences,
} from '../rules/index.ts';
import { invalidRule } from '../selection/read-selection.ts';
import { ruleOfTag, scopeOfKind } from './tag-rules.ts';

/** A tag that is to be declared, and the others. */
export interface TagToRead extends Pick<FiledTag, 'name' | 'appliesTo' | 'rule'> {
  readonly tags: readonly Pick<FiledTag, 'name' | 'appliesTo' | 'rule'>[];
}

/**
 * The canonical text of a tag's rule; null without one.
 * @throws DomainError BAD_USER_INPUT, INVALID_RULE (reason TAG_CYCLE for one that asks for its own tag)
 */
export function readTagRule({ name, appliesTo, rule: text, tags }: TagToRead, timeZone: string): string | null {
  if (text === null) return null;
  const [kind, ...more] = appliesTo;
  if (kind === undefined || more.length > 0)
    throw badRule(name, 'A tag with a rule applies to exactly one kind of object.');
  const scope = scopeOfKind[kind];
  const read = parseRule(text, { timeZone, scope });
  if (!read.ok) throw invalidRule(read.errors, 'rule');
  const { rule } = read;
  if (namesSegment(rule) || fragmentReferences(rule, scope).length > 0)
    throw badRule(name, 'The rule of a tag may name other tags, but no segment and no fragment.');
  if (parametersOf(rule, scope).length > 0) throw badRule(name, 'The rule of a tag has no parameters.');
  const others = new Map(tags.filter((tag) => tag.name !== name).map((tag) => [tag.name, tag]));
  const rules = (tag: string): Rule | null => {
    if (tag === name) return rule;
    const other = others.get(tag);
    const told = other ? ruleOfTag(other, timeZone) : null;
    return told?.rule ?? null;
  };
  if (sizeWith(rule, scope, rules, [name]) > ruleLimits.conditions)
    throw badRule(name, `With the tags that it names, the rule has more than ${ruleLimits.conditions} conditions.`);
  return printRule(rule, { scope });
}

/** How many conditions a rule has with the rules of the tags that it names put in. */
function sizeWith(rule: Rule, scope: Scope, ruleOf: (tag: string) => Rule | null, way: readonly string[]): number {
  let size = conditionCount(rule);
  for (const { tag, scope: at } of tagReferences(rule, scope)) {
    const named = ruleOf(tag);
    if (named === null) continue;
    if (way.includes(tag)) {
      const cycle = [...way, tag];
      throw new DomainError('INVALID_RULE', `The tag would ask for itself: ${cycle.join(' → ')}.`, {
        reason: 'TAG_CYCLE',
        cycle,
      });
    }
    size += sizeWith(named, at, ruleOf, [...way, tag]);
  }
  return size;
}

const badRule = (name: string, message: string) =>
  new DomainError('BAD_USER_INPUT', message, { argument: 'rule', name });

import { checkShape, type Locate, type RulesKind } from '../../platform/rules-file/check-shape.ts';
import { readRules, readRulesText } from '../../platform/rules-file/read-rules-file.ts';
import defaults from './default-tag-rules.json' with { type: 'json' };
import { rulesShape } from './rules-shape.ts';
import { type FiledTag, tagKinds } from './tag-definition.ts';

/** What a faulty tag rules file is called. */
export const tagRulesKind: RulesKind = { code: 'INVALID_TAG_RULES', name: 'tag rules' };

/**
 * The tags of the default rules with a file's laid over them, by name. Their rules are texts that the rule room reads.
 * @param value the parsed JSON of a rules file; `{}` gives the defaults
 * @throws DomainError INVALID_TAG_RULES that names every fault and its place
 */
export function buildTagRules(value: unknown, file: string, locate: Locate = () => null): readonly FiledTag[] {
  const own = checkShape(rulesShape, value, tagRulesKind, file, locate);
  const base = own.withoutDefaults ? {} : checkShape(rulesShape, defaults, tagRulesKind, 'the default rules').tags;
  return Object.entries({ ...base, ...own.tags })
    .flatMap(([name, tag]): FiledTag[] => {
      if (tag === null) return [];
      const inferred = own.adoptDefaults !== true && own.tags?.[name] === undefined;
      const { category = null, description = null, owner = null, rule = null } = tag;
      return [
        {
          ...{ name, category, description, owner, rule, inferred },
          appliesTo: tagKinds.filter((kind) => tag.appliesTo.includes(kind)),
        },
      ];
    })
    .sort((one, other) => (one.name < other.name ? -1 : 1));
}

/**
 * Reads the tag rules.
 * @param file path of a JSON rules file, or null for the default rules
 */
export function readTagRules(file: string | null): readonly FiledTag[] {
  return readRules(file, tagRulesKind, buildTagRules);
}

/** The same of the text of a file. */
export function parseTagRules(text: string, file: string): readonly FiledTag[] {
  return readRulesText(text, file, tagRulesKind, buildTagRules);
}

import { checkShape, type Locate, type RulesKind } from '../../../platform/rules-file/check-shape.ts';
import { type DeclaredRules, rulesShape } from './rules-shape.ts';

export type { Locate };

/** What the file is of. */
export const identityRulesKind: RulesKind = { code: 'INVALID_IDENTITY_RULES', name: 'identity rules' };

/**
 * Checks that a value has the form of a rules file.
 * @param file its name, for error messages
 * @throws DomainError INVALID_IDENTITY_RULES that names every fault, its place, and what would be allowed there
 */
export function checkRules(value: unknown, file: string, locate?: Locate): DeclaredRules {
  return checkShape(rulesShape, value, identityRulesKind, file, locate);
}

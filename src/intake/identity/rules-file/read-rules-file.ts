import { readRules, readRulesText } from '../../../platform/rules-file/read-rules-file.ts';
import { buildIdentityRules, type IdentityRules } from '../identity-rules.ts';
import { identityRulesKind } from './check-rules.ts';

/**
 * Reads the identity rules.
 * @param file path of a JSON rules file, or null for the default rules
 * @throws DomainError INVALID_IDENTITY_RULES that names the file, and line and column of every fault
 */
export function readIdentityRules(file: string | null): IdentityRules {
  return readRules(file, identityRulesKind, buildIdentityRules);
}

/** The same of the text of a file. */
export function parseIdentityRules(text: string, file: string): IdentityRules {
  return readRulesText(text, file, identityRulesKind, buildIdentityRules);
}

import { parseRules, readRulesFile } from '../../../platform/rules-file/read-rules-file.ts';
import { buildIdentityRules, type IdentityRules } from '../identity-rules.ts';
import { identityRulesKind } from './check-rules.ts';

/**
 * Reads the identity rules.
 * @param file path of a JSON rules file, or null for the default rules
 * @throws DomainError INVALID_IDENTITY_RULES that names the file, and line and column of every fault
 */
export function readIdentityRules(file: string | null): IdentityRules {
  if (file === null) return buildIdentityRules({}, 'the default rules');
  const { value, locate } = readRulesFile(file, identityRulesKind);
  return buildIdentityRules(value, file, locate);
}

/** The same of the text of a file. */
export function parseIdentityRules(text: string, file: string): IdentityRules {
  const { value, locate } = parseRules(text, file, identityRulesKind);
  return buildIdentityRules(value, file, locate);
}

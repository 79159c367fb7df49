import type { z } from 'zod';
import { DomainError } from '../../../platform/errors.ts';
import { type DeclaredRules, rulesShape } from './rules-shape.ts';

/** A place in a file; both count from 1. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** What is wrong with rules, and where. */
export interface RulesProblem {
  /** Keys and list positions from the top, e.g. ["kinds", "phone", "window"]. */
  readonly path: readonly string[];
  readonly message: string;
  /** Where it stands in the file; null when the rules did not come as text. */
  readonly place: Place | null;
}

/** Where the value at a path stands, or its key; of one that is missing, what should have it. */
export type Locate = (path: readonly string[], part: 'key' | 'value') => Place | null;

/** The error for rules that are not valid: every fault with its place. */
export function invalidRules(file: string, problems: readonly RulesProblem[]): DomainError {
  const said = problems.map(({ path, message, place }) => {
    const where = place === null ? '' : `line ${place.line}, column ${place.column}, `;
    return path.length === 0 && place !== null
      ? `${where}${message}`
      : `${where}at ${path.join('.') || 'the top'}: ${message}`;
  });
  return new DomainError('INVALID_IDENTITY_RULES', `The identity rules in ${file} are not valid: ${said.join('; ')}.`, {
    file,
    problems: problems.map(({ path, message, place }) => ({ path, message, line: place?.line, column: place?.column })),
  });
}

/**
 * Checks that a value has the form of a rules file.
 * @param file its name, for error messages
 * @throws DomainError INVALID_IDENTITY_RULES that names every fault, its place, and what would be allowed there
 */
export function checkRules(value: unknown, file: string, locate: Locate = () => null): DeclaredRules {
  const parsed = rulesShape.safeParse(value, { reportInput: true });
  if (parsed.success) return parsed.data;
  throw invalidRules(
    file,
    parsed.error.issues.flatMap((issue) => problemsOf(issue, locate)),
  );
}

function problemsOf(issue: z.core.$ZodIssue, locate: Locate): RulesProblem[] {
  const path = issue.path.map(String);
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => {
      const whole = [...path, key];
      return { path: whole, message: `unknown key; allowed is ${issue.message}`, place: locate(whole, 'key') };
    });
  if (issue.code === 'invalid_key')
    return [{ path, message: `allowed is ${issue.issues[0]?.message}`, place: locate(path, 'key') }];
  const found = issue.input === undefined ? 'missing' : `found ${shorten(JSON.stringify(issue.input))}`;
  return [{ path, message: `${found}; allowed is ${issue.message}`, place: locate(path, 'value') }];
}

const LONGEST = 60;
const shorten = (text: string) => (text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text);

import type { z } from 'zod';
import { DomainError } from '../errors.ts';

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

/** What a file of rules is of. */
export interface RulesKind {
  /** Code of the error, e.g. INVALID_IDENTITY_RULES. */
  readonly code: string;
  /** In a sentence, e.g. "identity rules". */
  readonly name: string;
}

/** The error for rules that are not valid: every fault with its place. */
export function invalidRules({ code, name }: RulesKind, file: string, problems: readonly RulesProblem[]): DomainError {
  const said = problems.map(({ path, message, place }) => {
    const where = place === null ? '' : `line ${place.line}, column ${place.column}, `;
    return path.length === 0 && place !== null
      ? `${where}${message}`
      : `${where}at ${path.join('.') || 'the top'}: ${message}`;
  });
  return new DomainError(code, `The ${name} in ${file} are not valid: ${said.join('; ')}.`, {
    file,
    problems: problems.map(({ path, message, place }) => ({ path, message, line: place?.line, column: place?.column })),
  });
}

/**
 * Checks that a value has the form of rules. What a fault of the shape says is what would be allowed; its place and what was
 * found are added.
 * @param file its name, for error messages
 * @throws DomainError of the kind's code, that names every fault
 */
export function checkShape<Shape extends z.ZodType>(
  shape: Shape,
  value: unknown,
  kind: RulesKind,
  file: string,
  locate: Locate = () => null,
): z.output<Shape> {
  const parsed = shape.safeParse(value, { reportInput: true });
  if (parsed.success) return parsed.data;
  throw invalidRules(
    kind,
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

import { readFileSync } from 'node:fs';
import { type DocumentNode, evaluate, parse, type ValueNode } from '@humanwhocodes/momoa';
import { messageOf } from '../errors.ts';
import { invalidRules, type Locate, type RulesKind, type RulesProblem } from './check-shape.ts';

/** The content of a rules file, and where in it everything stands. */
interface ParsedRules {
  readonly value: unknown;
  readonly locate: Locate;
}

/**
 * Makes rules of what their file says; `{}` gives the defaults.
 * @param file its name, for error messages
 */
export type BuildRules<Rules> = (value: unknown, file: string, locate?: Locate) => Rules;

/**
 * Reads rules.
 * @param file path of a JSON rules file, or null for the default rules
 * @throws DomainError of the kind's code, that names the file, and line and column of every fault
 */
export function readRules<Rules>(file: string | null, kind: RulesKind, build: BuildRules<Rules>): Rules {
  if (file === null) return build({}, 'the default rules');
  const { value, locate } = readRulesFile(file, kind);
  return build(value, file, locate);
}

/** The same of the text of a file. */
export function readRulesText<Rules>(text: string, file: string, kind: RulesKind, build: BuildRules<Rules>): Rules {
  const { value, locate } = parseRules(text, file, kind);
  return build(value, file, locate);
}

/**
 * Reads a JSON file of rules.
 * @throws DomainError of the kind's code, that names the file, and line and column of every fault
 */
function readRulesFile(file: string, kind: RulesKind): ParsedRules {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    throw invalidRules(kind, file, [{ path: [], message: `it cannot be read (${messageOf(error)})`, place: null }]);
  }
  return parseRules(text, file, kind);
}

/** The same of the text of a file. */
function parseRules(text: string, file: string, kind: RulesKind): ParsedRules {
  const { body } = parseJson(text.replace(/^\uFEFF/, ''), file, kind);
  const doubled = doubledKeys(body, []);
  if (doubled.length > 0) throw invalidRules(kind, file, doubled);
  return { value: evaluate(body), locate: locateIn(body) };
}

function parseJson(text: string, file: string, kind: RulesKind): DocumentNode {
  try {
    return parse(text, { mode: 'json' });
  } catch (error) {
    if (!(error instanceof Error && 'line' in error && 'column' in error)) throw error;
    const place = { line: Number(error.line), column: Number(error.column) };
    const message = `it is not JSON: ${error.message.replace(/\s*\(\d+:\d+\)$/, '').replace(/\.$/, '')}`;
    throw invalidRules(kind, file, [{ path: [], message, place }]);
  }
}
/** A key that stands twice in an object: one of the two would be lost without a word. */
function doubledKeys(node: ValueNode, path: readonly string[]): RulesProblem[] {
  if (node.type === 'Array')
    return node.elements.flatMap(({ value }, position) => doubledKeys(value, [...path, String(position)]));
  if (node.type !== 'Object') return [];
  const seen = new Set<string>();
  return node.members.flatMap(({ name, value }) => {
    const key = name.type === 'String' ? name.value : name.name;
    const below = [...path, key];
    const { line, column } = name.loc.start;
    const again = seen.has(key) ? [{ path: below, message: 'the key is there twice', place: { line, column } }] : [];
    seen.add(key);
    return [...again, ...doubledKeys(value, below)];
  });
}

function locateIn(top: ValueNode): Locate {
  return (path, part) => {
    let at: { loc: ValueNode['loc'] } = top;
    let value: ValueNode | undefined = top;
    for (const [depth, step] of path.entries()) {
      if (value?.type === 'Array') value = value.elements[Number(step)]?.value;
      else if (value?.type === 'Object') {
        const member = value.members.find(({ name }) => (name.type === 'String' ? name.value : name.name) === step);
        if (member && part === 'key' && depth === path.length - 1) at = member.name;
        value = member?.value;
        if (member && part === 'key' && depth === path.length - 1) break;
      } else value = undefined;
      if (!value) break;
      at = value;
    }
    const { line, column } = at.loc.start;
    return { line, column };
  };
}

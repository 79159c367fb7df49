import type { TextReport } from './errors.ts';
import type { Token } from './lexer.ts';
import {
  type Entry,
  entryOf,
  type FieldEntry,
  fieldsOf,
  isField,
  isRelation,
  isToOne,
  type RelationEntry,
  scopeNouns,
  type ToOneEntry,
} from './scopes.ts';
import type { Scope } from './tree.ts';
import { meantNames, ownersOf } from './unknown-names.ts';

/** path = name { "." name }: every name but the last leads to one other object, the last is a value of it. */
export function resolvePath(path: readonly Token[], scope: Scope, report: TextReport): FieldEntry | null {
  const found = resolveName(path, scope, report);
  if (found === null) return null;
  if (isField(found)) return found;
  reportNoField(path.at(-1) as Token, path, found, true, report);
  return null;
}

/** What the last name of a path is, in the scope that the names before it lead to; null when one was reported. */
export function resolveName(path: readonly Token[], scope: Scope, report: TextReport): Entry | null {
  const owner = resolveSteps(path.slice(0, -1), scope, report, path.at(-1));
  const last = path.at(-1);
  if (owner === null || last === undefined) return null;
  const entry = entryOf(owner, last.text);
  if (entry !== undefined) return entry;
  reportUnknownName(last, owner, namesOf(path.slice(0, -1)), report);
  return null;
}

/** The scope that to-one steps lead to; null when a name was reported. `next`: what follows them. */
export function resolveSteps(
  steps: readonly Token[],
  scope: Scope,
  report: TextReport,
  next: Token | undefined,
): Scope | null {
  let current = scope;
  for (const [index, name] of steps.entries()) {
    const before = steps.slice(0, index);
    const entry = entryOf(current, name.text);
    if (entry === undefined) {
      reportUnknownName(name, current, namesOf(before), report);
      return null;
    }
    if (isToOne(entry)) {
      current = entry.toOne;
      continue;
    }
    const upTo = [...before, name];
    if (isField(entry)) report.add(steps[index + 1] ?? next ?? name, 'NOT_AN_OBJECT', { path: spell(upTo) });
    else reportNoField(name, upTo, entry, false, report);
    return null;
  }
  return current;
}

/** Reports a name that the scope does not have, with what may be meant. */
export function reportUnknownName(name: Token, scope: Scope, prefix: readonly string[], report: TextReport): void {
  if (report.isFull()) return;
  const parameters = { name: name.text, owner: scopeNouns[scope], owners: ownersOf(name.text, scope) };
  report.add(name, 'UNKNOWN_NAME', parameters, meantNames(name.text, scope, prefix));
}

function reportNoField(
  name: Token,
  path: readonly Token[],
  entry: ToOneEntry | RelationEntry,
  isLast: boolean,
  report: TextReport,
): void {
  const owner = isRelation(entry) ? 'a relation' : scopeNouns[entry.toOne];
  const spelled = spell(path);
  report.add(name, 'NOT_A_FIELD', { path: spelled, owner }, meantFields(entry, spelled, isLast));
}

function meantFields(entry: ToOneEntry | RelationEntry, path: string, isLast: boolean): string[] {
  if (isRelation(entry)) return [isLast ? `${path} count` : `${path} where (…)`];
  const fields = Object.entries(fieldsOf(entry.toOne)).filter(([, field]) => isField(field));
  return fields.slice(0, 2).map(([name]) => `${path}.${name}`);
}

export const namesOf = (path: readonly Token[]): string[] => path.map((name) => name.text);
export const spell = (path: readonly Token[]): string => namesOf(path).join('.');

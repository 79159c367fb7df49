import { isMark, isWord } from '../cursor.ts';
import { createTextReport } from '../errors.ts';
import { readTokens, type Token } from '../lexer.ts';
import { entryOf, type FieldEntry, fieldAt, isRelation, isToOne } from '../scopes.ts';
import type { Scope } from '../tree.ts';

/** Where in a rule's text somebody is writing. */
export interface Place {
  /** The piece that a completion replaces: the word or text under the cursor, or nothing. */
  readonly from: number;
  readonly to: number;
  /** What of that piece stands before the cursor; of a text its content. */
  readonly typed: string;
  /** Whether a text in double quotes has been begun. */
  readonly quoted: boolean;
  /**
   * What is open before that piece: the conditions that enclosing brackets belong to, and the one that is being written. What
   * stands complete before them is left out: it has no say in what may follow.
   */
  readonly open: string;
  /** Brackets that `open` leaves open. */
  readonly brackets: number;
  /** What the condition speaks of. */
  readonly scope: Scope;
  /** The tokens of the condition that is being written, before the piece. */
  readonly tokens: readonly Token[];
}

/** Reads the place at a position (UTF-16 units) of a text that may be unfinished or faulty; null inside a comment. */
export function readPlace(text: string, position: number, scope: Scope): Place | null {
  const before = text.slice(0, position);
  if (isComment(before)) return null;
  const tokens = readTokens(before, createTextReport(before)).filter((token) => token.kind !== 'end');
  const last = tokens.at(-1);
  const piece = last !== undefined && last.end === position && isPiece(last, before) ? last : null;
  const from = piece?.start ?? position;
  const quoted = piece !== null && before[from] === '"';
  const done = piece === null ? tokens : tokens.slice(0, -1);
  const levels = readLevels(done, scope);
  const terms = levels.map(({ term }) => term);
  const first = (term: readonly Token[]) => term[0]?.start ?? from;
  const open = terms.map((term, index) => {
    const next = terms[index + 1];
    const end = next === undefined ? from : (term.at(-1)?.end ?? from);
    return before.slice(first(term), end);
  });
  return {
    from,
    to: quoted ? endOfQuoted(text, position) : endOfWord(text, position),
    typed: quoted ? (piece?.text ?? '') : before.slice(from),
    quoted,
    open: open.join(' '),
    brackets: levels.reduce((sum, { lists }) => sum + lists, levels.length - 1),
    scope: levels.at(-1)?.scope ?? scope,
    tokens: terms.at(-1) ?? [],
  };
}

/** The field that a value at the end of the tokens would be compared with: `city =`, `store.tags has any ("a",`. */
export function comparedField(tokens: readonly Token[], scope: Scope): { path: string[]; field: FieldEntry } | null {
  for (let at = tokens.length - 1; at >= 0; at--) {
    if (tokens[at]?.kind !== 'name') continue;
    const path = pathEndingAt(tokens, at);
    const field = fieldAt(scope, path);
    if (field !== undefined && at < tokens.length - 1) return { path, field };
  }
  return null;
}

/** The field that the tokens end with: an operator may follow. */
export function lastField(tokens: readonly Token[], scope: Scope): FieldEntry | undefined {
  return fieldAt(scope, pathEndingAt(tokens, tokens.length - 1));
}

/** What the nearest relation before the end of the tokens leads to: `where` and measures may follow. */
export function relatedScope(tokens: readonly Token[], scope: Scope): Scope | null {
  for (let at = tokens.length - 1; at >= 0; at--) {
    const related = scopeBehind(pathEndingAt(tokens, at), scope);
    if (related !== null) return related;
  }
  return null;
}

/** The object at the end of to-one steps; null when there is none. */
export function scopeOfSteps(steps: readonly string[], scope: Scope): Scope | null {
  let current = scope;
  for (const name of steps) {
    const step = entryOf(current, name);
    if (step === undefined || !isToOne(step)) return null;
    current = step.toOne;
  }
  return current;
}

/** The names before a dot that ends the tokens: `staff.store.`; empty when there is no such dot. */
export function pathBeforeDot(tokens: readonly Token[]): string[] {
  if (tokens.at(-1)?.text !== '.') return [];
  return pathEndingAt(tokens, tokens.length - 2);
}

/** An open bracket that holds conditions, or the whole; with what stands in it of the condition that is being written. */
interface Level {
  term: Token[];
  readonly scope: Scope;
  /** Brackets of lists that are open in the term. */
  lists: number;
}

/** What is open at the end, outermost first. */
function readLevels(tokens: readonly Token[], scope: Scope): Level[] {
  const outermost: Level = { term: [], scope, lists: 0 };
  const levels = [outermost];
  for (const token of tokens) {
    const level = levels.at(-1) ?? outermost;
    if (isWord(token, 'and', 'or')) level.term = [];
    else level.term.push(token);
    if (isMark(token, '(')) {
      const term = level.term.slice(0, -1);
      if (term.length > 0 && !isWord(term.at(-1) as Token, 'where', 'not')) level.lists += 1;
      else levels.push({ term: [], scope: scopeInBrackets(term, level.scope), lists: 0 });
    } else if (isMark(token, ')')) {
      if (level.lists > 0) level.lists -= 1;
      else if (levels.length > 1) {
        levels.pop();
        levels.at(-1)?.term.push(...level.term);
      }
    }
  }
  return levels;
}

/** `purchases where (` speaks of orders; other brackets of the same as what is around them. */
function scopeInBrackets(term: readonly Token[], scope: Scope): Scope {
  const last = term.at(-1);
  if (last === undefined || !isWord(last, 'where')) return scope;
  return scopeBehind(pathEndingAt(term, term.length - 2), scope) ?? scope;
}

/** What the relation at the end of a path leads to. */
function scopeBehind(path: readonly string[], scope: Scope): Scope | null {
  const owner = scopeOfSteps(path.slice(0, -1), scope);
  const relation = owner === null ? undefined : entryOf(owner, path.at(-1) ?? '');
  return relation !== undefined && isRelation(relation) ? relation.toMany : null;
}

function pathEndingAt(tokens: readonly Token[], end: number): string[] {
  const path: string[] = [];
  for (let at = end; at >= 0 && tokens[at]?.kind === 'name'; at -= 2) {
    path.unshift(tokens[at]?.text ?? '');
    if (tokens[at - 1]?.text !== '.') break;
  }
  return path;
}

/** A word or number that goes on at the cursor, or a text that is not closed there. */
function isPiece(token: Token, before: string): boolean {
  if (before[token.start] === '"') return token.kind === 'broken';
  return token.kind === 'name' || token.kind === 'number' || token.kind === 'date' || token.kind === 'broken';
}

function isComment(before: string): boolean {
  const line = before.slice(before.search(/[^\r\n]*$/));
  return /#/.test(line.replace(/"(?:\\.|[^"\\])*"?/g, ''));
}

function endOfWord(text: string, position: number): number {
  return position + (/^[\p{L}\p{M}\p{N}_]*/u.exec(text.slice(position))?.[0].length ?? 0);
}

function endOfQuoted(text: string, position: number): number {
  const rest = /^(?:\\.|[^"\\\r\n])*"/.exec(text.slice(position));
  return rest === null ? position : position + rest[0].length;
}

import { parseRule } from '../parse-rule.ts';
import type { Scope } from '../tree.ts';
import { type Candidate, type CompletionKind, nameCandidates, valueCandidates, wordCandidates } from './candidates.ts';
import {
  comparedField,
  lastField,
  type Place,
  pathBeforeDot,
  readPlace,
  relatedScope,
  scopeOfSteps,
} from './read-place.ts';

/** What may stand at a place in a rule. */
export interface Completion {
  readonly text: string;
  readonly kind: CompletionKind;
  /** Of a field: the type of its values. */
  readonly type: string | null;
  /** Of a name: who has it. */
  readonly owner: Scope | null;
}

/** Where completions go, and which there are. */
export interface Completions {
  /** The piece of text that a completion replaces. */
  readonly from: number;
  readonly to: number;
  readonly typed: string;
  readonly completions: readonly Completion[];
  /** The value that a text at this place would be compared with, or that it would name a saved segment or fragment. */
  readonly text: { readonly scope: Scope; readonly path: readonly string[] } | 'segment' | 'fragment' | null;
}

/**
 * What may stand at a position of rule text, whatever stands around it. Words come from the tables that the parser reads; whether
 * one fits is asked of the parser itself: it fits where the open conditions, the word and some ending together are a rule.
 */
export function completeRule(text: string, position: number, scope: Scope = 'customer'): Completions {
  const place = readPlace(text, position, scope);
  if (place === null) return { from: position, to: position, typed: '', completions: [], text: null };
  const { from, to, typed } = place;
  const fits = (candidate: Candidate) =>
    candidate.endings.some((ending) => isRule(place, `${candidate.text}${ending}`, scope));
  const found = place.quoted
    ? []
    : candidatesAt(place)
        .filter(({ text: word }) => startsLike(word, typed))
        .filter(fits);
  return { from, to, typed, completions: found.map(toCompletion), text: textAt(place, scope) };
}

function candidatesAt({ tokens, scope }: Place): Candidate[] {
  const steps = pathBeforeDot(tokens);
  if (steps.length > 0) {
    const owner = scopeOfSteps(steps, scope);
    return owner === null ? [] : nameCandidates(owner);
  }
  const compared = comparedField(tokens, scope)?.field;
  const related = relatedScope(tokens, scope);
  const [last = '', beforeLast = ''] = tokens
    .slice(-2)
    .reverse()
    .map(({ text }) => text.toLowerCase());
  return [
    ...(compared === undefined ? [] : valueCandidates(compared)),
    ...nameCandidates(scope),
    // a measured value is one of the related objects
    ...(related === null || related === scope ? [] : nameCandidates(related)),
    ...wordCandidates(scope, compared ?? lastField(tokens, scope), related).flatMap((word) =>
      goOn(word, last, beforeLast),
    ),
  ];
}

/** The rest of a spelling of several words, the first of which stand there already: `is not known` behind `is`. */
function goOn(candidate: Candidate, last: string, beforeLast: string): Candidate[] {
  const words = candidate.text.split(' ');
  const rest = (count: number) => ({ ...candidate, text: words.slice(count).join(' ') });
  if (words.length > 2 && words[0] === beforeLast && words[1] === last) return [rest(2), candidate];
  return words.length > 1 && words[0] === last ? [rest(1), candidate] : [candidate];
}

function textAt(place: Place, scope: Scope): Completions['text'] {
  const { tokens } = place;
  if (!['"x"', '"x")'].some((ending) => isRule(place, ending, scope))) return null;
  const [last, beforeLast] = tokens
    .slice(-2)
    .reverse()
    .map(({ text }) => text.toLowerCase());
  if (last === 'segment' && beforeLast === 'in') return 'segment';
  if (last === 'matches') return 'fragment';
  const compared = comparedField(tokens, place.scope);
  return compared === null ? null : { scope: place.scope, path: compared.path };
}

function isRule({ open, brackets }: Place, word: string, scope: Scope): boolean {
  const glue = open === '' || open.endsWith('.') ? '' : ' ';
  const text = `${open}${glue}${word}`;
  return [0, 1].some(
    (less) => brackets >= less && parseRule(`${text}${')'.repeat(brackets - less)}`, { timeZone: 'UTC', scope }).ok,
  );
}

function startsLike(word: string, typed: string): boolean {
  return word.toLowerCase().startsWith(typed.toLowerCase());
}

function toCompletion({ text, kind, type, owner }: Candidate): Completion {
  return { text, kind, type: type ?? null, owner: owner ?? null };
}

import { isInputObjectType } from 'graphql';
import { schema } from '../../../platform/schema.ts';
import { type Completion, type CompletionKind, completeRule, quote, type Scope } from '../../rules/index.ts';
import { readFragments } from '../fragments/fragments.store.ts';
import { readNames } from '../segments.store.ts';
import { type FieldValuesDependencies, fieldValues } from './field-values.ts';

/** A rule that is being written. */
export interface SuggestInput {
  readonly text: string;
  /** Where the cursor stands: characters (UTF-16 units) before it. Beyond the text means its end. */
  readonly position: number;
  readonly scope: Scope;
  /** At most so many values and segments; default 20. */
  readonly first?: number | null;
}

/** What may be put in place of a piece of the text. */
export interface RuleSuggestions {
  readonly from: number;
  readonly to: number;
  readonly items: readonly RuleSuggestion[];
}

/** One thing that may stand there. */
export interface RuleSuggestion {
  /** As it is put into the text. */
  readonly text: string;
  readonly kind: CompletionKind | 'SEGMENT' | 'FRAGMENT';
  readonly type: string | null;
  readonly description: string | null;
  readonly count: number | null;
}

/** What may stand at the cursor: names, operators, words and fixed values by the language; texts and segments from the graph. */
export async function suggestRule(deps: FieldValuesDependencies, input: SuggestInput): Promise<RuleSuggestions> {
  const position = Math.max(0, Math.min(input.position, input.text.length));
  const { from, to, typed, completions, text } = completeRule(input.text, position, input.scope);
  const first = input.first ?? 20;
  if (text === null) return { from, to, items: completions.map(toSuggestion) };
  const items =
    typeof text === 'object'
      ? await valuesLike(deps, text, typed, first)
      : named(text === 'segment' ? 'SEGMENT' : 'FRAGMENT', await namesOf(deps, text), typed, first);
  return { from, to, items: [...items, ...completions.map(toSuggestion)] };
}

async function valuesLike(
  deps: FieldValuesDependencies,
  field: { readonly scope: Scope; readonly path: readonly string[] },
  prefix: string,
  first: number,
): Promise<RuleSuggestion[]> {
  const values = await fieldValues(deps, { ...field, prefix, first });
  return values.map(({ value, count }) => ({
    text: quote(value),
    kind: 'VALUE',
    type: null,
    description: null,
    count,
  }));
}

async function namesOf({ database }: FieldValuesDependencies, what: 'segment' | 'fragment') {
  return what === 'segment' ? readNames(database.read) : (await readFragments(database.read)).map(({ name }) => name);
}

function named(kind: RuleSuggestion['kind'], names: readonly string[], typed: string, first: number) {
  return names
    .filter((name) => name.toLowerCase().startsWith(typed.toLowerCase()))
    .slice(0, first)
    .map((name): RuleSuggestion => ({ text: quote(name), kind, type: null, description: null, count: null }));
}

function toSuggestion({ text, kind, type, owner }: Completion): RuleSuggestion {
  return { text, kind, type, description: owner && descriptionOf(owner, text), count: null };
}

/** What the schema says of a name, which the language shares with the filter inputs. */
function descriptionOf(scope: Scope, name: string): string | null {
  const input = schema.getType(`${scope[0]?.toUpperCase()}${scope.slice(1)}Filter`);
  return (isInputObjectType(input) && input.getFields()[name]?.description) || null;
}

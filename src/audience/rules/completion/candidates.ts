import { unitWords } from '../durations.ts';
import { type FieldType, measureNames, operatorSpellings } from '../operators.ts';
import { type Entry, entryOf, type FieldEntry, fieldsOf, isField, isRelation, isToOne } from '../scopes.ts';
import type { Operator, Scope } from '../tree.ts';

/** What a completion is. */
export type CompletionKind = 'FIELD' | 'OBJECT' | 'RELATION' | 'OPERATOR' | 'MEASURE' | 'VALUE' | 'UNIT' | 'KEYWORD';

/** A word of the language that might stand somewhere, with ways in which a condition could go on behind it. */
export interface Candidate {
  readonly text: string;
  readonly kind: CompletionKind;
  /** Of a field: its type. */
  readonly type?: FieldType;
  /** Of a name: who has it. */
  readonly owner?: Scope;
  readonly endings: readonly string[];
}

const samples: Readonly<Record<FieldType, string>> = {
  String: '"x"',
  ID: '"x"',
  Tags: '"x"',
  Int: '1',
  Decimal: '1',
  Date: '2000-01-01',
  DateTime: '2000-01-01',
  Enum: 'X',
};

/** A value that the field could be compared with. */
export function sampleOf({ type, enumValues }: FieldEntry): string {
  return enumValues?.[0] ?? samples[type];
}

/** The names of a scope. */
export function nameCandidates(owner: Scope): Candidate[] {
  return Object.entries(fieldsOf(owner)).map(([name, entry]): Candidate => {
    if (isField(entry)) {
      // alone where a field may stand for a value, followed by a number where it is measured
      return { text: name, kind: 'FIELD', type: entry.type, owner, endings: [comparison(entry), '', ' >= 1'] };
    }
    if (isToOne(entry)) return { text: name, kind: 'OBJECT', owner, endings: endingsOfSteps(entry.toOne) };
    return { text: name, kind: 'RELATION', owner, endings: ['', ' >= 1'] };
  });
}

/** Operators, measures, units and the words between conditions. `field`: what a value would be compared with. */
export function wordCandidates(scope: Scope, field: FieldEntry | undefined, inner: Scope | null): Candidate[] {
  const values = [field ? sampleOf(field) : '1', '1', '1%', ...Object.values(samples)];
  const condition = conditionOf(scope);
  const keyword = (text: string, ...endings: string[]): Candidate => ({ text, kind: 'KEYWORD', endings });
  return [
    ...(Object.keys(operatorSpellings) as Operator[]).map((operator): Candidate => {
      const { text, operand } = operatorSpellings[operator];
      return { text, kind: 'OPERATOR', endings: endingsOf[operand](values) };
    }),
    ...measureNames.map(
      (text): Candidate => ({
        text,
        kind: 'MEASURE',
        endings: [' >= 1', ' >= 1%', ...measurable(inner).map((name) => ` ${name} >= 1`)],
      }),
    ),
    ...unitWords.map((text): Candidate => ({ text, kind: 'UNIT', endings: [''] })),
    keyword('and', ` ${condition}`),
    keyword('or', ` ${condition}`),
    keyword('not', ` ${condition}`),
    keyword(
      'no',
      ...Object.keys(fieldsOf(scope))
        .filter((name) => isRelationOf(scope, name))
        .map((name) => ` ${name}`),
    ),
    keyword('where', ...(inner === null ? [] : [` (${conditionOf(inner)})`])),
    keyword('in segment', ' "x"'),
    keyword('matches', ' "x"'),
    keyword('(', `${condition})`, '"x")', '1)', `${values[0]})`),
    keyword(')', ''),
  ];
}

/** The fixed words of a field, or that a text in double quotes is to follow. */
export function valueCandidates({ enumValues = [] }: FieldEntry): Candidate[] {
  return enumValues.map((text) => ({ text, kind: 'VALUE', endings: ['', ')'] }));
}

const endingsOf = {
  nothing: () => [''],
  duration: () => [' 1 day'],
  value: (values: readonly string[]) => [...new Set(values)].map((value) => ` ${value}`),
  list: (values: readonly string[]) => [...new Set(values)].map((value) => ` (${value})`),
} as const;

function comparison(entry: FieldEntry): string {
  const [operator = 'eq'] = entry.operators;
  const sample = sampleOf(entry);
  return ` ${operatorSpellings[operator].text} ${operatorSpellings[operator].operand === 'list' ? `(${sample})` : sample}`;
}

/** From an object on: to a value of it, or to several others. */
function endingsOfSteps(scope: Scope): string[] {
  const [name, entry] =
    Object.entries(fieldsOf(scope)).find((pair): pair is [string, FieldEntry] => isField(pair[1])) ?? [];
  return name && entry ? [`.${name}${comparison(entry)}`, `.${name}`] : [];
}

function conditionOf(scope: Scope): string {
  const [name = '', entry] =
    Object.entries(fieldsOf(scope)).find((pair): pair is [string, FieldEntry] => isField(pair[1])) ?? [];
  return entry ? `${name}${comparison(entry)}` : name;
}

function measurable(scope: Scope | null): string[] {
  const isNumber = (entry: Entry) =>
    isField(entry) && !entry.derived && (entry.type === 'Int' || entry.type === 'Decimal');
  return scope === null
    ? []
    : Object.entries(fieldsOf(scope)).flatMap(([name, entry]) => (isNumber(entry) ? [name] : []));
}

function isRelationOf(scope: Scope, name: string): boolean {
  const entry = entryOf(scope, name);
  return entry !== undefined && isRelation(entry);
}

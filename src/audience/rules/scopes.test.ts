import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { fieldOperators, measuredFields, operatorSpellings } from './operators.ts';
import { rankedScopes } from './resolve-rank.ts';
import {
  type Entry,
  entryOf,
  type FieldEntry,
  fieldAt,
  fieldsOf,
  isField,
  isRelation,
  isToOne,
  scopes,
} from './scopes.ts';
import type { MeasureName, Scope } from './tree.ts';

const schemaFolder = new URL('../../../schema/', import.meta.url);

const inputs: Readonly<Record<Scope, string>> = {
  customer: 'CustomerFilter',
  order: 'OrderFilter',
  line: 'LineFilter',
  product: 'ProductFilter',
  store: 'StoreFilter',
  staff: 'StaffFilter',
  event: 'EventFilter',
  identifier: 'IdentifierFilter',
  device: 'DeviceFilter',
};

type Fields = Readonly<Record<string, string>>;

/** Input and enum types of the schema: name -> field -> type (of enums: value -> ''). */
function readTypes(): Readonly<Record<string, Fields>> {
  const files = readdirSync(schemaFolder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.graphql'),
  );
  const text = files.map((file) => readFileSync(new URL(file, schemaFolder), 'utf8')).join('\n');
  const bare = text.replace(/"""[\s\S]*?"""|"(?:\\.|[^"\\\n])*"/g, '').replace(/#.*/g, '');
  const types = [...bare.matchAll(/\b(?:input|enum)\s+(\w+)[^{}]*\{([^}]*)\}/g)];
  return Object.fromEntries(
    types.map(([, name = '', body = '']) => [
      name,
      Object.fromEntries(
        [...body.matchAll(/(\w+)(?:\s*:\s*([\w[\]!]+))?/g)].map(([, field = '', type = '']) => [field, type]),
      ),
    ]),
  );
}

/** The input type that the catalogue expects of an entry, in the schema's words. */
function inputOf(entry: Entry): string {
  if (isToOne(entry)) return inputs[entry.toOne];
  if (isRelation(entry)) return conditions[entry.toMany] ?? '';
  return entry.type === 'Tags' ? 'TagFilter' : `${entry.enumName ?? entry.type}Filter`;
}

const conditions: Partial<Record<Scope, string>> = {
  order: 'OrdersCondition',
  line: 'LinesCondition',
  event: 'EventsCondition',
  identifier: 'IdentifiersCondition',
  device: 'DevicesCondition',
  customer: 'CustomersCondition',
  staff: 'StaffCondition',
};

/** What a rank may be by: a value, or a measure of a relation. */
function figuresOf(scope: Scope): string[] {
  const relations = Object.entries(fieldsOf(scope)).flatMap(([name, entry]) => (isRelation(entry) ? [name] : []));
  return ['value', ...relations].sort();
}

function measureInputOf(measure: MeasureName): string {
  if (measuredFields[measure] === 'numbers') return '[FigureCondition!]';
  if (measuredFields[measure] === 'all') return '[DistinctCondition!]';
  return measure === 'total' || measure === 'share' ? 'DecimalFilter' : 'IntFilter';
}

/** What beside the operators a field input offers: comparison with another field, and with parameters. */
function fieldInputOf({ type, derived, enumName }: FieldEntry): string[] {
  return (derived && enumName) || type === 'Tags' ? ['parameter'] : ['field', 'parameter'];
}

describe.runIf(existsSync(schemaFolder))('the catalogue of names', () => {
  const types = readTypes();

  it.each(Object.keys(inputs) as Scope[])('has the names of the filter input of %s, and no others', (scope) => {
    const { and, or, not, inSegment, matches, sequence, rank, ...fields } = types[inputs[scope]] ?? {};
    const ranked = inputs[scope].replace('Filter', 'Rank');
    expect(rank).toBe(rankedScopes.includes(scope) ? ranked : undefined);
    if (rank) expect(Object.keys(types[ranked.replace('Rank', 'Figure')] ?? {}).sort()).toEqual(figuresOf(scope));
    expect([and, or, not]).toEqual([`[${inputs[scope]}!]`, `[${inputs[scope]}!]`, inputs[scope]]);
    expect(sequence).toBe(scope === 'customer' ? '[SequenceStep!]' : undefined);
    expect(matches).toBe('FragmentMatch');
    expect(inSegment).toBe(scope === 'customer' ? 'ID' : undefined);
    const catalogue = Object.entries(fieldsOf(scope)).map(([name, entry]) => [name, inputOf(entry)]);
    expect(Object.fromEntries(catalogue)).toEqual(fields);
  });

  it('has the operators of each field input, and no others', () => {
    const fields = Object.values(scopes).flatMap((scope) => Object.values<Entry>(scope).filter(isField));
    for (const field of fields) {
      const spelled = [...new Set(field.operators.map((operator) => operatorSpellings[operator].filter))];
      const offered = [...spelled, ...fieldInputOf(field)].sort();
      const { field: withField, parameter, ...input } = types[inputOf(field)] ?? {};
      expect(offered, inputOf(field)).toEqual(Object.keys(types[inputOf(field)] ?? {}).sort());
      const comparing = Object.keys(input).filter((key) => (fieldOperators as readonly string[]).includes(key));
      const valued = Object.keys(input).filter((key) => key !== 'exists');
      expect(Object.keys(types[parameter ?? ''] ?? {}), inputOf(field)).toEqual(valued);
      if (withField) expect(Object.keys(types[withField] ?? {}), inputOf(field)).toEqual(comparing);
    }
  });

  it('has the values of each enum', () => {
    const fields = Object.values(scopes).flatMap((scope) => Object.values<Entry>(scope).filter(isField));
    const enums = fields.filter((field) => field.type === 'Enum');
    expect(enums).toHaveLength(5);
    for (const field of enums) expect(field.enumValues).toEqual(Object.keys(types[field.enumName ?? ''] ?? {}));
  });

  it('has the measures of each relation', () => {
    const relations = Object.values(scopes).flatMap((scope) => Object.values<Entry>(scope).filter(isRelation));
    expect(relations.length).toBeGreaterThan(6);
    for (const relation of relations) {
      const { where, ...measures } = types[inputOf(relation)] ?? {};
      expect(where).toBe(inputs[relation.toMany]);
      const expected = relation.measures.map((measure) => [measure, measureInputOf(measure)]);
      expect(measures).toEqual(Object.fromEntries(expected));
    }
  });
});

describe('looking names up', () => {
  it('does not find what every object inherits', () => {
    for (const name of ['constructor', 'toString', '__proto__', 'hasOwnProperty']) {
      expect(entryOf('customer', name)).toBeUndefined();
    }
  });

  it('follows to-one steps to a value', () => {
    expect(fieldAt('order', ['staff', 'manager', 'store', 'city'])?.type).toBe('String');
    expect(fieldAt('line', ['product', 'category'])?.multiValued).toBe(true);
    expect(fieldAt('order', ['store'])).toBeUndefined();
    expect(fieldAt('order', ['lines', 'quantity'])).toBeUndefined();
    expect(fieldAt('customer', ['store', 'city'])).toBeUndefined();
    expect(fieldAt('customer', [])).toBeUndefined();
  });
});

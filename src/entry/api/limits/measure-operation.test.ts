import { getOperationAST, parse } from 'graphql';
import { describe, expect, test } from 'vitest';
import { schema } from '../../../platform/schema.ts';
import { measureOperation } from './measure-operation.ts';

function measure(text: string, variables: Record<string, unknown> = {}) {
  const document = parse(text);
  const operation = getOperationAST(document);
  if (!operation) throw new Error('one operation expected');
  return measureOperation(schema, document, operation, variables);
}

describe('the size of an operation', () => {
  test('counts full pages within full pages', () => {
    const text = '{ customers(first: 20) { nodes { id orders(first: 5) { edges { node { id } } } } } }';
    expect(measure(text)).toEqual({ depth: 6, aliases: 0, objects: 20 * (1 + 5) });
  });

  test('takes page sizes from variables and their defaults, else 50', () => {
    const text = 'query ($n: Int, $m: Int = 7) { customers(first: $n) { nodes { orders(last: $m) { totalCount } } } }';
    expect(measure(text, { n: 3 }).objects).toBe(3 * (1 + 7));
    expect(measure(text, { n: 3, m: 2 }).objects).toBe(3 * (1 + 2));
    expect(measure(text).objects).toBe(50 * (1 + 7));
  });

  test('counts a fragment wherever it is used', () => {
    const text = `
      query { one: customer(id: "cus_1") { ...C } two: customer(id: "cus_2") { ...C ... on Customer { town: city } } }
      fragment C on Customer { name: displayName orders(first: 4) { nodes { id } } }`;
    expect(measure(text)).toEqual({ depth: 4, aliases: 5, objects: 8 });
  });

  test('measures fragments of fragments without walking every way through them', () => {
    const levels = Array.from({ length: 40 }, (_, n) => `fragment F${n} on Customer { ...F${n + 1} ...F${n + 1} }`);
    const text = `{ customer(id: "cus_1") { ...F0 } } ${levels.join(' ')} fragment F40 on Customer { a: id }`;
    expect(measure(text)).toEqual({ depth: 2, aliases: 2 ** 40, objects: 0 });
  });

  test('counts the ids of nodes, the sample of a preview and ten for a list without pages', () => {
    expect(measure('{ nodes(ids: ["a", "b", "c"]) { id } }').objects).toBe(3);
    expect(measure('{ previewSegment(sample: 100) { sample { identifiers { value } } } }').objects).toBe(
      100 * (1 + 10),
    );
    expect(measure('{ previewSegment { sample { id } } }').objects).toBe(10);
  });

  test('does not count introspection', () => {
    expect(measure('{ __schema { types { name fields { name } } } }')).toEqual({ depth: 1, aliases: 0, objects: 0 });
  });
});

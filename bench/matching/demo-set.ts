import { generateDemo } from '../../src/demo/index.ts';
import type { RecordInput } from '../../src/platform/generated/schema-types.ts';
import type { LabelledSet } from './labelled-set.ts';

/** The customer records of the demo retailer: Chinese names in characters and pinyin, mistyped and shared phones, masked numbers. */
export function readDemo(customers: number): LabelledSet {
  const { records, truth } = generateDemo({ customers, seed: 618, until: new Date('2026-06-30T00:00:00Z') });
  const people: RecordInput[] = [];
  for (const record of records) if ('customer' in record) people.push(record as RecordInput);
  const personOf = new Map<string, string>();
  for (const line of truth) if (line.kind === 'record') personOf.set(`${line.source}|${line.recordId}`, line.person);
  return {
    name: 'demo retailer',
    about: `${people.length} records of ${new Set(personOf.values()).size} people`,
    rules: {},
    records: people,
    personOf,
  };
}

import { beforeAll, describe, expect, it } from 'vitest';
import {
  fieldsOf,
  filterToRule,
  isField,
  isToOne,
  parseRule,
  printRule,
  ruleToFilter,
  type Scope,
} from '../../src/audience/rules/index.ts';
import { type RuleErrorCode, ruleMessages } from '../../src/audience/rules/messages.ts';
import { operatorSpellings, operatorsOfType, textOnlyOperators } from '../../src/audience/rules/operators.ts';
import { generateDemo } from '../../src/demo/index.ts';
import type { RecordInput } from '../../src/platform/generated/schema-types.ts';
import { useApp } from '../support/app.ts';
import { codes, readPage, tableUnder, withJson } from './read-page.ts';

const options = { timeZone: 'Asia/Shanghai' };
const page = readPage('rules.md');
const rules = page.blocks.filter(({ language }) => language === 'rule').map(({ text }) => text);
/** A filter is shown right after its rule. */
const pairs = withJson(page, 'rule').map(({ text, json }) => ({ rule: text, filter: json }));
/** The one rule that is shown to be refused. */
const refused = rules.filter((rule) => rule.startsWith('purchases where (product.category'));

const messagesOf = (rule: string) => {
  const result = parseRule(rule, options);
  return result.ok ? [] : result.errors;
};

describe('the rules that docs/rules.md shows', () => {
  const app = useApp({ now: '2026-11-22T12:00:00+08:00' });
  const preview = (variables: { rule?: string; filter?: unknown }) =>
    app.data<{ previewSegment: { count: number; rule: string; filter: unknown } }>(
      'query ($rule: String, $filter: CustomerFilter) { previewSegment(rule: $rule, filter: $filter) { count rule filter } }',
      variables,
    );
  const save = (name: string, rule: string) =>
    app.graphql('mutation ($input: SaveSegmentInput!) { saveSegment(input: $input) { id } }', {
      input: { name, rule },
    });

  beforeAll(async () => {
    const { records } = generateDemo({ customers: 60, seed: 1, until: app.clock.now() });
    const report = await app.ingest(...(records as Iterable<RecordInput>));
    expect(report.rejected).toBe(0);
    expect((await save('asked not to be called', 'tags has "do-not-call"')).errors).toBeUndefined();
    const mutation = page.blocks.find(({ text }) => text.startsWith('mutation SaveFragment'))?.text ?? '';
    expect(await app.data(mutation)).toEqual({
      saveFragment: {
        name: 'weak store',
        parameters: [{ name: 'tag', type: 'Tags', operand: 'VALUE' }],
        usedBySegments: [],
      },
    });
  });

  it('are many, some of them with their filters', () => {
    expect([rules.length > 15, pairs.length, refused.length]).toEqual([true, 7, 1]);
  });

  it.each(rules.filter((rule) => !refused.includes(rule)))(
    'are right, come back when printed, and run: %s',
    async (text) => {
      const parsed = parseRule(text, options);
      if (!parsed.ok) throw new Error(JSON.stringify(parsed.errors));
      expect(parseRule(printRule(parsed.rule), options)).toEqual(parsed);
      expect(filterToRule(ruleToFilter(parsed.rule), 'customer', options)).toEqual(parsed);

      const byRule = (await preview({ rule: text })).previewSegment;
      expect(byRule.rule).toBe(printRule(parsed.rule));
      expect((await preview({ filter: byRule.filter })).previewSegment).toEqual(byRule);
    },
  );

  it.each(pairs)('are shown with their filter: $rule', ({ rule, filter }) => {
    const parsed = parseRule(rule, options);
    expect(parsed.ok && ruleToFilter(parsed.rule)).toEqual(filter);
  });

  it('are refused where the page says so', () => {
    expect(messagesOf(refused[0] as string).map(({ code }) => code)).toEqual(['UNKNOWN_NAME']);
  });

  it('run as queries, of other objects and with parameters', async () => {
    const queries = page.blocks.filter(({ language }) => language === 'graphql').map(({ text }) => text);
    const open = queries.filter((query) => !/previewSegment|SaveFragment/.test(query));
    expect(open).toHaveLength(2);
    const [others, parameters] = await Promise.all(open.map((query) => app.data<Record<string, unknown>>(query)));
    const counted = { totalCount: expect.any(Number) };
    expect(others).toEqual({ stores: counted, staffMembers: counted, products: counted, orders: counted });
    expect(parameters).toEqual({ customers: counted });
    const missing = await app.graphql('{ customers(rule: "city = $city") { totalCount } }');
    expect(missing.errors?.[0]?.extensions).toMatchObject({
      code: 'INVALID_RULE',
      problems: [{ code: 'PARAMETER_MISSING', path: ['parameters', 'city'] }],
    });
  });

  it('name the fault as the page shows it', () => {
    const shown = page.blocks.find(({ language }) => language === 'text')?.text ?? '';
    const [problem] = messagesOf('purchases where (store.performanse = LOW)');
    expect(`${problem?.code}: ${problem?.message}\n${problem?.excerpt}`).toBe(shown);
  });

  it('include a segment that is not there and one that names itself', async () => {
    const codeOf = ({ errors }: Pick<Awaited<ReturnType<typeof save>>, 'errors'>) =>
      (errors?.[0]?.extensions?.problems as { code: string }[] | undefined)?.[0]?.code;
    const [, unknown = ''] =
      tableUnder(page, 'When something is wrong').find(([code]) => code?.includes('UNKNOWN_SEGMENT')) ?? [];
    expect(codeOf(await save('new', codes(unknown)[0] as string))).toBe('UNKNOWN_SEGMENT');
    expect(codeOf(await save('round', 'in segment "round"'))).toBe('SEGMENT_CYCLE');
    expect(codeOf(await save('new', 'matches "nobody saved this"'))).toBe('UNKNOWN_FRAGMENT');
    expect(codeOf(await save('new', 'purchases where (store matches "weak store")'))).toBe('FRAGMENT_VALUES');
    const round = await app.graphql(
      'mutation { saveFragment(input: { name: "round", rule: "matches \\"round\\"" }) { name } }',
    );
    expect(codeOf(round)).toBe('FRAGMENT_CYCLE');
  });
});

describe('the tables of docs/rules.md', () => {
  const errors = tableUnder(page, 'When something is wrong').map(([code = '', example = '']) => ({
    code: codes(code)[0] as RuleErrorCode,
    example: codes(example)[0],
    words: example,
  }));

  it('have every error code', () => {
    expect(errors.map(({ code }) => code).sort()).toEqual(Object.keys(ruleMessages).sort());
  });

  const elsewhere: RuleErrorCode[] = [
    ...(['UNKNOWN_SEGMENT', 'SEGMENT_CYCLE', 'PARAMETER_MISSING', 'UNKNOWN_PARAMETER'] as const),
    ...(['UNKNOWN_FRAGMENT', 'FRAGMENT_CYCLE', 'FRAGMENT_VALUES'] as const),
  ];
  const shown = errors.filter(({ code, example }) => example !== undefined && !elsewhere.includes(code));

  it.each(shown)('show a fault that gives $code', ({ code, example = '' }) => {
    const result = example.startsWith('{')
      ? filterToRule(JSON.parse(example), 'customer', options)
      : parseRule(example, options);
    expect(result.ok ? [] : result.errors.map((error) => error.code)).toEqual([code]);
  });

  it.each<[RuleErrorCode, string, string]>([
    ['RULE_TOO_LONG', '20,000', `city = "a"${' '.repeat(20_000)}`],
    ['RULE_TOO_DEEP', '50', `${'('.repeat(51)}city = "a"${')'.repeat(51)}`],
    ['TOO_MANY_CONDITIONS', '1,000', Array.from({ length: 1_001 }, () => 'city="a"').join(' or ')],
    ['LIST_TOO_LONG', '1,000', `city in (${Array.from({ length: 1_001 }, () => '"a"').join(', ')})`],
  ])('name the limit of %s: %s', (code, limit, rule) => {
    expect(errors.find((error) => error.code === code)?.words).toContain(limit);
    expect(messagesOf(rule).map((error) => error.code)).toEqual([code]);
  });

  it('have every name', () => {
    const scopes: readonly Scope[] = [
      'customer',
      'order',
      'line',
      'product',
      'store',
      'staff',
      'event',
      'identifier',
      'device',
    ];
    const rows = tableUnder(page, 'What can be asked').map(([, names = '']) => codes(names).sort());
    expect(rows).toEqual(scopes.map((scope) => Object.keys(fieldsOf(scope)).sort()));
    const kinds = tableUnder(page, 'What can be asked').map(([, names = '']) => ({
      one: codes(/one: ([^;]*)/.exec(names)?.[1] ?? '').sort(),
      several: codes(/several: ([^;]*)/.exec(names)?.[1] ?? '').sort(),
    }));
    const named = (scope: Scope, wanted: 'one' | 'several') =>
      Object.entries(fieldsOf(scope))
        .filter(([, entry]) => !isField(entry) && isToOne(entry) === (wanted === 'one'))
        .map(([name]) => name)
        .sort();
    expect(kinds).toEqual(scopes.map((scope) => ({ one: named(scope, 'one'), several: named(scope, 'several') })));
  });

  it('have every operator of every type', () => {
    const types = ['String', 'ID', 'Int', 'Decimal', 'Date', 'DateTime', 'Tags', 'Enum', 'EnumOrMissing'] as const;
    const expected = types.map((type) => {
      const more = type === 'EnumOrMissing' ? [] : (textOnlyOperators[type] ?? []);
      return [...operatorsOfType[type], ...more].map((operator) => operatorSpellings[operator].text).sort();
    });
    expect(tableUnder(page, 'Operators').map(([, , operators = '']) => codes(operators).sort())).toEqual(expected);
  });
});

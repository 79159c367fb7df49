import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { everyone } from './build.ts';
import { filterToRule } from './from-filter.ts';
import { ruleLimits } from './limits.ts';
import { parseRule } from './parse-rule.ts';
import { printRule } from './print.ts';
import { arbitraryRule } from './testing/arbitrary-rule.ts';
import { ruleToFilter } from './to-filter.ts';
import type { Scope } from './tree.ts';
import { mapRule } from './walk.ts';

const timeZone = 'Asia/Shanghai';
const scopes: Scope[] = ['customer', 'order', 'line', 'product', 'store', 'staff', 'event', 'identifier', 'device'];
const segments = ['loyal hikers', 'seg_01', '"quoted" \\ name'];

describe.each(scopes)('a rule of scope %s', (scope) => {
  const numRuns = scope === 'customer' ? 1_500 : 200;
  const rules = arbitraryRule({ scope, depth: 4, vocabulary: { segments } });

  it('comes back from text and from a filter', () => {
    fc.assert(
      fc.property(rules, (rule) => {
        const text = printRule(rule, { scope });
        expect(parseRule(text, { timeZone, scope })).toEqual({ ok: true, rule });
        expect(text).not.toContain('\n');
        const read = filterToRule(ruleToFilter(rule), scope, { timeZone });
        expect(read).toEqual({ ok: true, rule });
        expect(read.ok && printRule(read.rule, { scope })).toBe(text);
      }),
      { numRuns },
    );
  });

  it('comes back from several lines and from stored JSON, whatever the time zone', () => {
    fc.assert(
      fc.property(rules, (rule) => {
        const pretty = printRule(rule, { scope, pretty: true });
        expect(parseRule(pretty, { timeZone: 'UTC', scope })).toEqual({ ok: true, rule });
        const stored: unknown = JSON.parse(JSON.stringify(ruleToFilter(rule)));
        expect(filterToRule(stored, scope, { timeZone: 'UTC' })).toEqual({ ok: true, rule });
      }),
      { numRuns: 200 },
    );
  });

  it('stays itself under a transformation that changes nothing', () => {
    fc.assert(
      fc.property(rules, (rule) => {
        expect(mapRule(rule, (part) => part, scope)).toEqual(rule);
      }),
    );
  });
});

/** Words and signs of the language, and some that are not. */
const piece = fc.constantFrom(
  ...'and or not no in segment where count total quantity any all none has is known before after within months'.split(
    ' ',
  ),
  ...'contains starts with ( ) ) ( , . = != <= > " # \\ “ ” （ \n @ - 5 -1 1.5 2026-06-18 2026-02-30T 6months'.split(
    ' ',
  ),
  ...'city tags purchases orders lines store staff manager product category lifecycleStage LOYAL "a" "b\\" 上海'.split(
    ' ',
  ),
  'placedAt within 6 months',
  'tags has "hiker"',
  'purchases where (',
  'store.performance = LOW',
);

describe('any text', () => {
  const check = (text: string): void => {
    const result = parseRule(text, { timeZone });
    if (result.ok) {
      expect(parseRule(printRule(result.rule), { timeZone })).toEqual(result);
      expect(filterToRule(ruleToFilter(result.rule), 'customer', { timeZone })).toEqual(result);
      return;
    }
    expect(result.errors.length).toBeGreaterThan(0);
    expect(result.errors.length).toBeLessThanOrEqual(ruleLimits.errors);
    const lines = text.split(/\r\n|\n|\r/);
    for (const { line, column, length, excerpt, message } of result.errors) {
      expect(column).toBeGreaterThan(0);
      expect(column + length - 1).toBeLessThanOrEqual((lines[line - 1] ?? '').length + 1);
      expect(excerpt).toMatch(/\^$/);
      expect(message).not.toMatch(/undefined|NaN|\[object/);
    }
  };

  it('is a rule or has errors with a place, whatever it is', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 60 }), check), { numRuns: 1_000 });
  });

  it('is a rule or has errors with a place, made of our words', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 25 }), fc.constantFrom(' ', '', '\n'), (pieces, glue) =>
        check(pieces.join(glue)),
      ),
      { numRuns: 2_000 },
    );
  });

  it('is a rule or has errors with a place, when a right one is broken', () => {
    const broken = fc
      .tuple(arbitraryRule({ vocabulary: { segments } }), fc.nat(), fc.nat({ max: 5 }), piece)
      .map(([rule, at, cut, other]) => {
        const text = printRule(rule);
        const start = at % (text.length + 1);
        return `${text.slice(0, start)}${other}${text.slice(start + cut)}`;
      });
    fc.assert(fc.property(broken, check), { numRuns: 1_000 });
  });
});

describe('any JSON', () => {
  const operand = fc.oneof(
    fc.jsonValue({ maxDepth: 1 }),
    fc.constantFrom('P6M', '2026-06-18', '5', 'LOW', ['a'], {}, null),
  );
  const names =
    'and or not city tags totalSpent purchaseCount birthDate lastSeenAt gender inSegment orders purchases where count total lines store staff product eq in within exists has __proto__';
  const { filter } = fc.letrec((tie) => ({
    filter: fc.oneof(
      { depthSize: 'small' },
      operand,
      fc.dictionary(fc.constantFrom(...names.split(' ')), tie('filter'), { maxKeys: 3 }),
      fc.array(tie('filter'), { maxLength: 3 }),
    ),
  }));

  it.each(scopes)('is a rule of scope %s or has errors with a path', (scope) => {
    fc.assert(
      fc.property(filter, (json) => {
        const result = filterToRule(json, scope, { timeZone });
        if (!result.ok) {
          expect(result.errors.length).toBeGreaterThan(0);
          return;
        }
        expect(filterToRule(ruleToFilter(result.rule), scope, { timeZone })).toEqual(result);
        if (result.rule === everyone) return;
        expect(parseRule(printRule(result.rule, { scope }), { timeZone, scope })).toEqual(result);
      }),
      { numRuns: 300 },
    );
  });
});

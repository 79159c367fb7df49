import {
  type CompileContext,
  compileRule,
  defaultStatistics,
  type Statistics,
} from '../../src/audience/compiler/index.ts';
import { parseRule, type Rule, type Scope } from '../../src/audience/rules/index.ts';
import type { Database } from '../../src/platform/neo4j/database.ts';
import { context } from './fixture.ts';

/** The tree of a rule text; throws with all its errors. */
export function ruleOf(text: string, scope: Scope = 'customer'): Rule {
  const result = parseRule(text, { timeZone: context.timeZone, scope });
  if (!result.ok) throw new Error(result.errors.map((error) => error.message).join('\n'));
  return result.rule;
}

const scaled = (totals: Partial<Record<Scope, number>>): Statistics => ({
  ...defaultStatistics,
  totals: { ...defaultStatistics.totals, ...totals },
});

/** Ways to compile that make the compiler begin at different ends; rows must be the same in all of them. */
export const variants: Readonly<Record<string, Partial<CompileContext>>> = {
  plain: { optimise: false },
  guessed: {},
  'everything else is rare': { statistics: scaled({ customer: 10_000_000, order: 20_000_000, line: 20_000_000 }) },
  'first row only': { firstRows: 1 },
  'few customers': { statistics: scaled({ customer: 10, order: 9_000_000, line: 99_000_000, event: 9_000_000 }) },
  'few orders': {
    statistics: scaled({ customer: 1_000_000, order: 10, line: 10, event: 10, identifier: 10, device: 10 }),
  },
};

const keys: Partial<Record<Scope, string>> = {
  customer: 'id',
  order: 'number',
  store: 'code',
  staff: 'code',
  product: 'sku',
};

/** Keys of what a rule selects, sorted, compiled in one way. A row that comes twice stays twice. */
export async function select(database: Database, rule: Rule, options: Partial<CompileContext> = {}): Promise<string[]> {
  const { text, parameters } = compileRule(rule, { ...context, ...options });
  const key = keys[options.scope ?? 'customer'];
  const rows = await database.read<{ key: string }>(
    { name: 'test.select', text: `${text}\nRETURN node.${key} AS key` },
    parameters,
  );
  return rows.map((row) => row.key).sort();
}

/** What every variant selects, by variant. */
export async function selectAll(database: Database, rule: Rule, options: Partial<CompileContext> = {}) {
  const found: Record<string, string> = {};
  for (const [name, variant] of Object.entries(variants)) {
    found[name] = (await select(database, rule, { ...variant, ...options })).join(' ');
  }
  return found;
}

/** The same members for each variant, as `selectAll` gives them. */
export function inAllVariants(members: string) {
  return Object.fromEntries(Object.keys(variants).map((name) => [name, members]));
}

import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { compileRule, printPlan } from '../../src/audience/compiler/index.ts';
import { printRule } from '../../src/audience/rules/index.ts';
import { context as settings, createFixture } from '../compiler/fixture.ts';
import { ruleOf, selectAll } from '../compiler/select.ts';
import { useDatabase } from '../support/database.ts';
import { statistics } from './statistics.ts';

const folder = new URL('./segments/', import.meta.url);
const mayUpdate = process.env.UPDATE_GOLDEN === '1' && !process.env.CI;
const names = readdirSync(folder)
  .filter((file) => file.endsWith('.rule'))
  .map((file) => file.slice(0, -'.rule'.length));

const segments = new Map([['asked not to be called', ruleOf('tags has "do-not-call"')]]);
const context = { ...settings, segments, statistics };

const database = useDatabase();
beforeAll(() => createFixture(database));

/** Compares with the file; with UPDATE_GOLDEN=1, and never where CI is set, writes it instead. */
function expectGolden(file: string, content: string): void {
  const url = new URL(file, folder);
  if (mayUpdate) writeFileSync(url, content);
  expect(existsSync(url), `${file} is missing: run UPDATE_GOLDEN=1 npx vitest run test/golden`).toBe(true);
  expect(content).toBe(readFileSync(url, 'utf8'));
}

describe('golden files', () => {
  it.each(names)('%s', async (name) => {
    const rule = ruleOf(readFileSync(new URL(`${name}.rule`, folder), 'utf8'));
    const compiled = compileRule(rule, context);
    const parameters = JSON.stringify(compiled.parameters, null, 2);
    expectGolden(`${name}.plan`, printPlan(compiled.plan));
    expectGolden(`${name}.cypher`, `${compiled.text}\n\n// ${parameters.replaceAll('\n', '\n// ')}\n`);

    expect(compileRule(ruleOf(printRule(rule)), context)).toEqual(compiled);
    await database.read({ name: 'test.explain', text: `EXPLAIN ${compiled.text}\nRETURN node` }, compiled.parameters);
    const members = await selectAll(database, rule, { segments });
    expect(new Set(Object.values(members)).size).toBe(1);
    const golden = await selectAll(database, rule, { segments, statistics });
    expect(golden).toEqual(members);
  });

  it('are there for each rule and for nothing else', () => {
    const expected = names.flatMap((name) => [`${name}.cypher`, `${name}.plan`, `${name}.rule`]);
    expect(readdirSync(folder).sort()).toEqual(expected.sort());
  });
});

describe('what must not change, whatever the golden files say', () => {
  const textOf = (name: string) => readFileSync(new URL(`${name}.cypher`, folder), 'utf8');

  it('begins at the product, the promotion or the event where few objects have it', () => {
    expect(textOf('hikers-poles-low')).toMatch(/^MATCH \(product:Product\)/);
    expect(textOf('call-centre')).toMatch(/^MATCH \(product:Product\)/);
    expect(textOf('visited-store')).toMatch(/^MATCH \(event:Event\)/);
    expect(textOf('promotion-buyers')).toMatch(/^MATCH \(order:Order\)/);
  });

  it('leaves an indexed property of the customer to the database', () => {
    expect(textOf('recent-buyers')).toMatch(/^MATCH \(node:Customer\)\nWHERE \(?node\.lastPurchaseAt > /);
  });
});

import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { compileRule, printPlan } from '../../src/audience/compiler/index.ts';
import { fragmentKey, printRule } from '../../src/audience/rules/index.ts';
import { context as settings, createFixture } from '../compiler/fixture.ts';
import { ruleOf, selectAll } from '../compiler/select.ts';
import { useDatabase } from '../support/database.ts';
import { statistics } from './statistics.ts';

/** A folder for each kind of object that rules select. */
const folders = { segments: 'customer', orders: 'order', stores: 'store', staff: 'staff', products: 'product' } as const;
const mayUpdate = process.env.UPDATE_GOLDEN === '1' && !process.env.CI;
const cases = Object.entries(folders).flatMap(([folder, scope]) =>
  filesOf(folder)
    .filter((file) => file.endsWith('.rule'))
    .map((file) => ({ folder, scope, name: file.slice(0, -'.rule'.length) })),
);

function filesOf(folder: string): string[] {
  return readdirSync(new URL(`./${folder}/`, import.meta.url));
}

const segments = new Map([
  ['asked not to be called', ruleOf('tags has "do-not-call"')],
  [fragmentKey({ scope: 'store', fragment: 'sells badly' }), ruleOf('performance = LOW and tags has any $tags', 'store')],
]);
const context = { ...settings, segments, statistics };

const database = useDatabase();
beforeAll(() => createFixture(database));

/** Compares with the file; with UPDATE_GOLDEN=1, and never where CI is set, writes it instead. */
function expectGolden(file: string, content: string): void {
  const url = new URL(file, import.meta.url);
  if (mayUpdate) writeFileSync(url, content);
  expect(existsSync(url), `${file} is missing: run UPDATE_GOLDEN=1 npx vitest run test/golden`).toBe(true);
  expect(content).toBe(readFileSync(url, 'utf8'));
}

describe('golden files', () => {
  it.each(cases)('$folder: $name', async ({ folder, scope, name }) => {
    const path = `./${folder}/${name}`;
    const rule = ruleOf(readFileSync(new URL(`${path}.rule`, import.meta.url), 'utf8'), scope);
    const compiled = compileRule(rule, { ...context, scope });
    const parameters = JSON.stringify(compiled.parameters, null, 2);
    expectGolden(`${path}.tree`, `${JSON.stringify(rule, null, 2)}\n`);
    expectGolden(`${path}.plan`, printPlan(compiled.plan));
    expectGolden(`${path}.cypher`, `${compiled.text}\n\n// ${parameters.replaceAll('\n', '\n// ')}\n`);

    expect(compileRule(ruleOf(printRule(rule, { scope }), scope), { ...context, scope })).toEqual(compiled);
    await database.read({ name: 'test.explain', text: `EXPLAIN ${compiled.text}\nRETURN node` }, compiled.parameters);
    const members = await selectAll(database, rule, { segments, scope });
    expect(new Set(Object.values(members)).size).toBe(1);
    expectGolden(`${path}.rows`, `${members.plain}\n`);
    const golden = await selectAll(database, rule, { segments, scope, statistics });
    expect(golden).toEqual(members);
  });

  it('are there for each rule and for nothing else', () => {
    for (const folder of Object.keys(folders)) {
      const names = cases.filter((one) => one.folder === folder).map(({ name }) => name);
      const expected = names.flatMap((name) => ['cypher', 'plan', 'rows', 'rule', 'tree'].map((end) => `${name}.${end}`));
      expect(filesOf(folder).sort()).toEqual(expected.sort());
    }
  });
});

describe('what must not change, whatever the golden files say', () => {
  const textOf = (name: string) => readFileSync(new URL(`./segments/${name}.cypher`, import.meta.url), 'utf8');

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

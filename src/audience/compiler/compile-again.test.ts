import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parsed } from '../rules/testing/parsed.ts';
import { compileRule } from './compile.ts';
import { createCompiler } from './compile-again.ts';
import { defaultStatistics, type Statistics } from './statistics/statistics.ts';
import { instants, rules, settings } from './testing/rules-in-time.ts';

describe('createCompiler', () => {
  const context = { ...settings, phoneKinds: ['phone'], optimise: false };

  it('gives at every instant what compiling anew gives', () => {
    fc.assert(
      fc.property(rules, instants, fc.integer({ min: -86_400_000, max: 86_400_000 }), (rule, one, later) => {
        const compile = createCompiler();
        compile(rule, { ...context, asOf: one });
        const asked = { ...context, asOf: new Date(one.getTime() + later) };
        expect(compile(rule, asked)).toEqual(compileRule(rule, asked));
      }),
      { numRuns: 500 },
    );
  });

  it('takes the parameters of the caller from the call', () => {
    const compile = createCompiler();
    const rule = parsed('city = "Shanghai"');
    const at = (page: number) =>
      compile(rule, { ...context, asOf: new Date(0), and: ['node.id > $page'], parameters: { page } });
    expect(at(1).text).toBe(at(2).text);
    expect(at(1).parameters).toEqual({ page: 1, city: 'Shanghai' });
    expect(at(2).parameters).toEqual({ page: 2, city: 'Shanghai' });
  });

  it('chooses the start again when other statistics are known', () => {
    const compile = createCompiler();
    const rule = parsed('purchases where (store.performance = LOW and promotion = "x")');
    const rare = (name: string, value: string) => ({
      ...defaultStatistics,
      values: new Map([[name, { frequencies: new Map([[value, { objects: 1, links: 1 }]]), complete: true }]]),
    });
    const startWith = (statistics: Statistics) =>
      compile(rule, { ...context, optimise: true, asOf: new Date(0), statistics }).text.split('\n')[0];
    const [store, order] = [rare('store.performance', 'LOW'), rare('order.promotion', 'x')];
    expect([store, order, store].map(startWith)).toEqual([
      'MATCH (store:Store)',
      'MATCH (order:Order)',
      'MATCH (store:Store)',
    ]);
  });

  it('compiles a rule that names others each time', () => {
    const compile = createCompiler();
    const rule = parsed('in segment "hikers"');
    const of = (city: string) => {
      const segments = new Map([['hikers', parsed(`city = "${city}"`)]]);
      return compile(rule, { ...context, asOf: new Date(0), segments }).parameters;
    };
    expect(of('Shanghai')).toEqual({ city: 'Shanghai' });
    expect(of('Beijing')).toEqual({ city: 'Beijing' });
  });
});

import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { filterToRule, parseRule, printRule, ruleToFilter } from './index.ts';

const options = { timeZone: 'Asia/Shanghai' };
const readme = readFileSync(new URL('README.md', import.meta.url), 'utf8');
const blocks = [...readme.matchAll(/```(\w+)\n([\s\S]*?)\n```/g)].map(([, language = '', text = '']) => ({
  language,
  text,
}));
const rules = blocks.filter(({ language }) => language === 'rule');

/** The filter shown right after a rule. */
const pairs = blocks.flatMap(({ language, text }, index) => {
  const before = blocks[index - 1];
  return language === 'json' && before?.language === 'rule'
    ? [{ text: before.text, filter: JSON.parse(text) as unknown }]
    : [];
});

describe('the README', () => {
  it('shows rules and filters', () => {
    expect([rules.length, pairs.length]).toEqual([4, 2]);
  });

  it.each(rules)('shows a rule that is right: $text', ({ text }) => {
    const result = parseRule(text, options);
    if (!result.ok) throw new Error(JSON.stringify(result.errors));
    expect(parseRule(printRule(result.rule), options)).toEqual(result);
    expect(filterToRule(ruleToFilter(result.rule), 'customer', options)).toEqual(result);
  });

  it.each(pairs)('shows the filter of a rule: $text', ({ text, filter }) => {
    const result = parseRule(text, options);
    expect(result.ok && ruleToFilter(result.rule)).toEqual(filter);
  });

  it('shows the grammar that the parser quotes', () => {
    const folder = new URL('.', import.meta.url);
    const sources = readdirSync(folder).filter((file) => /^(parse|lexer).*(?<!\.test)\.ts$/.test(file));
    const code = sources.map((file) => readFileSync(new URL(file, folder), 'utf8')).join('\n');
    const grammar = blocks.find(({ language }) => language === 'ebnf')?.text ?? '';
    const productions = [...grammar.matchAll(/^(\w+) += (.*?)(?: +#.*)?$/gm)].map(
      ([, name, body]) => `${name} = ${body}`,
    );
    const quoted = productions.filter((production) => !production.startsWith('comment'));
    expect(quoted).toHaveLength(16);
    for (const production of quoted) expect(code).toContain(production);
  });
});

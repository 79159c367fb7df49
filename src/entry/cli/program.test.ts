import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { createProgram } from './program.ts';

/** What a line is answered with when it is not run: Commander's code, and all that was said. */
async function said(...words: string[]) {
  let text = '';
  const write = (more: string) => {
    text += more;
  };
  const code = await createProgram({ writeOut: write, writeErr: write })
    .parseAsync(words, { from: 'user' })
    .then(
      () => 'ran',
      (error: { code?: string }) => error.code,
    );
  return { code, text };
}

describe('customer-graph', () => {
  it('says its version', async () => {
    const { version } = JSON.parse(await readFile(new URL('../../../package.json', import.meta.url), 'utf8'));
    for (const word of ['--version', '-V'])
      expect(await said(word)).toEqual({ code: 'commander.version', text: `${version}\n` });
  });

  it('lists its commands when none is given', async () => {
    const { code, text } = await said();
    expect(code).toBe('commander.help');
    for (const name of ['serve', 'import', 'query', 'match', 'refresh', 'demo']) expect(text).toMatch(`\n  ${name} `);
  });

  it.each([
    [['imprt', 'facts.ndjson'], "unknown command 'imprt'\n(Did you mean import?)", ''],
    [['query', 'purchases', '--frmat', 'csv'], "unknown option '--frmat'\n(Did you mean --format?)", ' query'],
    [
      ['query', 'purchases', '--limit', 'many'],
      "option '--limit <number>' argument 'many' is invalid. It must be a whole number from 1 on.",
      ' query',
    ],
    [
      ['refresh', 'value', 'everything'],
      "command-argument value 'everything' is invalid for argument 'part'. Allowed choices are bands, value, recommendations, segments.",
      ' refresh',
    ],
    [
      ['demo', 'generate', '--until', 'soon'],
      "option '--until <date>' argument 'soon' is invalid. It must be a date such as 2026-06-30.",
      ' demo generate',
    ],
    [['query'], 'give either a rule or --segment with the name of a saved one.', ' query'],
    [['import'], "missing required argument 'file'", ' import'],
  ])('%j is refused with what could be meant and where to look', async (words, fault, command) => {
    const { text } = await said(...words);
    expect(text).toBe(`customer-graph: ${fault}\nWhat there is: customer-graph${command} --help\n`);
  });
});

import { readFileSync, writeFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { defaultCustomers, defaultSeed, generateDemo } from '../../src/demo/index.ts';
import { settings } from '../../src/platform/settings.ts';
import { useApp } from '../support/app.ts';
import { compactJson } from './compact-json.ts';

const file = new URL('../../README.md', import.meta.url);
const readme = readFileSync(file, 'utf8');
// UPDATE_README=1 writes the answers anew; never in CI.
const update = process.env.UPDATE_README === '1' && !process.env.CI;

interface Example {
  readonly title: string;
  readonly query: string;
  readonly answer: string;
}

const examples: Example[] = [
  ...readme.matchAll(/### ([^\n]+)\n(?:(?!###)[\s\S])*?```graphql\n([\s\S]*?)```\n\n```json\n([\s\S]*?)```/g),
].map(([, title = '', query = '', answer = '']) => ({ title, query, answer }));

describe('README', () => {
  const app = useApp({ now: '2026-11-22T12:00:00+08:00' });

  beforeAll(async () => {
    const { records } = generateDemo({ customers: defaultCustomers, seed: defaultSeed, until: app.clock.now() });
    async function* lines() {
      for (const record of records) yield `${JSON.stringify(record)}\n`;
    }
    const report = await app.application.ingest.importLines(lines());
    expect(report.rejected).toBe(0);
  });

  it('has five first queries', () => {
    expect(examples.map(({ title }) => title)).toHaveLength(5);
  });

  it.each(examples)('answers: $title', async ({ query, answer }) => {
    const data = await app.data(query);
    if (update) {
      const text = readFileSync(file, 'utf8');
      writeFileSync(
        file,
        text.replace(
          `${query}\`\`\`\n\n\`\`\`json\n${answer}`,
          () => `${query}\`\`\`\n\n\`\`\`json\n${compactJson(data)}\n`,
        ),
      );
      return;
    }
    expect(data).toEqual(JSON.parse(answer));
  });

  it('takes in the example file as it says', async () => {
    const ndjson = /```ndjson\n([\s\S]*?)```/.exec(readme)?.[1] as string;
    async function* chunks() {
      yield ndjson;
    }
    const report = await app.application.ingest.importLines(chunks());
    expect(report).toMatchObject({
      received: 6,
      created: 5,
      rejected: 1,
      customersCreated: 1,
      customersMerged: 0,
      warnings: [],
    });
    expect(report.errors).toMatchObject([{ index: 6, code: 'UNKNOWN_CURRENCY', path: ['order', 'currency'] }]);
    expect(readme).toContain(`\n  line 6: UNKNOWN_CURRENCY at order.currency: ${report.errors[0]?.message}\n`);
    const { customer } = await app.data<{ customer: unknown }>(
      '{ customer(identifier: { kind: "phone", value: "13912345678" }) { displayName purchaseCount totalSpent { amount } } }',
    );
    expect(customer).toEqual({ displayName: '王小明', purchaseCount: 1, totalSpent: { amount: '258.00' } });
  });

  it('lists every setting with its default', () => {
    const rows = settings.map(
      ({ name, default: value, meaning }) => `| \`${name}\` | ${value === '' ? '–' : `\`${value}\``} | ${meaning} |`,
    );
    const table = ['| setting | default | meaning |', '|---|---|---|', ...rows].join('\n');
    const section = /<!-- settings -->\n([\s\S]*?)<!-- \/settings -->/.exec(readme)?.[1] ?? '';
    if (update)
      writeFileSync(
        file,
        readFileSync(file, 'utf8').replace(
          /<!-- settings -->\n[\s\S]*?<!--/,
          () => `<!-- settings -->\n${table}\n<!--`,
        ),
      );
    else expect(section.trim()).toBe(table);
  });
});

import { beforeAll, describe, expect, it } from 'vitest';
import { defaultLifecycleRules } from '../../src/profile/lifecycle/lifecycle-rules.ts';
import { lifecycleStages } from '../../src/profile/lifecycle/stages.ts';
import { useApp } from '../support/app.ts';
import { readPage, tableUnder } from './read-page.ts';

const page = readPage('lifecycle.md');

describe('docs/lifecycle.md', () => {
  const app = useApp();
  beforeAll(async () => {
    await app.ingest({
      customer: {
        ...{ source: 'crm', recordId: '1', observedAt: '2026-06-01T00:00:00Z' },
        identifiers: [{ kind: 'phone', value: '13800138000' }],
      },
    });
  });

  it('names the stages', () => {
    expect(tableUnder(page, 'The stages').map(([stage]) => stage?.replaceAll('`', ''))).toEqual([...lifecycleStages]);
  });

  it('asks what can be asked', async () => {
    const [query] = page.blocks;
    const { customer } = await app.data<{ customer: { id: string } }>(
      '{ customer(identifier: { kind: "phone", value: "13800138000" }) { id } }',
    );
    const variables = { id: customer.id, from: '2026-05-01T00:00:00Z' };
    const answer = await app.data<{ lifecycleFunnel: { flows: object[] } }>(query?.text ?? '', variables);
    expect(answer).toMatchObject({
      customer: { lifecycleStage: 'WINDOW', lifecycleHistory: [{ stage: 'WINDOW', cause: 'IDENTIFIED' }] },
    });
    expect(answer.lifecycleFunnel.flows).toEqual([{ from: null, to: 'WINDOW', customers: 1 }]);
  });

  it('shows the rules as they are', () => {
    expect(JSON.parse(page.blocks[1]?.text ?? '')).toEqual(defaultLifecycleRules);
  });
});

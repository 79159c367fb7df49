import { beforeAll, describe, expect, it } from 'vitest';
import { reviewReadEvents } from '../../src/intake/records/read-review.ts';
import type { RecordInput } from '../../src/platform/generated/schema-types.ts';
import { consentEvents } from '../../src/profile/moments/consents.ts';
import { questionEvents } from '../../src/profile/moments/questions.ts';
import { useApp } from '../support/app.ts';
import { codes, readPage, tableUnder } from './read-page.ts';

const page = readPage('timeline.md');
const [timeline, record, moments] = page.blocks;

describe('docs/timeline.md', () => {
  const app = useApp();
  let id: string;
  beforeAll(async () => {
    expect(await app.ingest(JSON.parse(record?.text ?? '') as RecordInput)).toMatchObject({ created: 1, warnings: [] });
    const { customers } = await app.data<{ customers: { nodes: { id: string }[] } }>('{ customers { nodes { id } } }');
    id = customers.nodes[0]?.id as string;
  });

  it('asks what can be asked', async () => {
    const { customer } = await app.data<{ customer: { timeline: { nodes: { type: string }[] } } }>(
      timeline?.text ?? '',
      {
        id,
      },
    );
    expect(customer.timeline.nodes.map(({ type }) => type)).toEqual(['IDENTITY', 'EVENT', 'STAGE']);
    const shown = await app.data<{ customer: object }>(moments?.text ?? '', { id });
    expect(shown.customer).toMatchObject({
      consents: [{ purpose: 'marketing', channel: 'sms', status: 'GRANTED', expiresAt: '2027-06-17T16:00:00.000Z' }],
      reviews: [],
      serviceQuestions: [],
    });
  });

  it('names the events that are understood', () => {
    const names = tableUnder(page, 'Consent, reviews, questions').flatMap(([name]) => codes(name ?? ''));
    expect(names).toEqual([...Object.keys(consentEvents), 'review', ...reviewReadEvents, ...questionEvents]);
  });
});

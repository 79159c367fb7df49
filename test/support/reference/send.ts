import type { IngestReport } from '../../../src/platform/generated/schema-types.ts';
import type { Ask } from './read-portrait.ts';
import type { RecordJson } from './record-input.ts';

const ingestMutation = `mutation ($records: [RecordInput!]!) {
  ingest(records: $records) {
    received created updated unchanged rejected customersCreated customersMerged
    errors { index code message path } warnings { index code message path }
  }
}`;

/** Sends records through the `ingest` mutation. */
export async function sendRecords(ask: Ask, records: readonly RecordJson[]): Promise<IngestReport> {
  return (await ask<{ ingest: IngestReport }>(ingestMutation, { records })).ingest;
}

/** Sends records as the lines of a file to `POST /import` of the server at `url`. */
export async function sendLines(url: string, records: readonly RecordJson[]): Promise<IngestReport> {
  const response = await fetch(`${url}/import`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-ndjson' },
    body: records.map((record) => `${JSON.stringify(record)}\n`).join(''),
  });
  const answer = await response.text();
  if (!response.ok) throw new Error(`POST /import answered ${response.status}: ${answer}`);
  return JSON.parse(answer) as IngestReport;
}

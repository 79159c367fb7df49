import { describe, expect, test } from 'vitest';
import { isEmpty, loadDemo } from '../../src/entry/start/load-demo.ts';
import { serve } from '../../src/main.ts';
import { readConfig } from '../../src/platform/config.ts';
import { useApp } from '../support/app.ts';
import { wipe, workerDatabase } from '../support/database.ts';

const app = useApp({ now: '2026-07-01T00:00:00Z' });

/** Starts the program on this worker's graph, asks how many stores there are, and stops it again. */
async function storesAfterStart(empty: boolean): Promise<{ stores: number; said: string }> {
  const { uri, user, password } = workerDatabase();
  const config = readConfig({
    PORT: '0',
    NEO4J_URI: uri,
    NEO4J_USER: user,
    NEO4J_PASSWORD: password,
    LOG_LEVEL: 'silent',
  });
  const said: string[] = [];
  const server = await serve({ config, empty, say: (text) => said.push(text) });
  try {
    const headers = { 'content-type': 'application/json' };
    const body = '{"query":"{ stores { totalCount } }"}';
    const response = await fetch(`${server.address}/graphql`, { method: 'POST', headers, body });
    const { data } = (await response.json()) as { data: { stores: { totalCount: number } } };
    expect(said.join('\n')).toContain(`${server.address}/graphql`);
    return { stores: data.stores.totalCount, said: said.join('\n') };
  } finally {
    await server.stop();
  }
}

describe('starting', () => {
  test('with --empty leaves the graph empty', async () => {
    const { stores, said } = await storesAfterStart(true);
    expect(stores).toBe(0);
    expect(said).not.toContain('demo data');
  });

  test('does not mix the demo with what is there', async () => {
    await app.ingest({ store: { code: 'sh-01' } });
    const { stores, said } = await storesAfterStart(false);
    expect(stores).toBe(1);
    expect(said).not.toContain('demo data');
    await wipe(app.database);
  });

  test('has a demo that is taken in without a fault and shows what the first query asks', async () => {
    expect(await isEmpty(app.application)).toBe(true);
    const loaded = await loadDemo(app.application, 60);
    expect(await isEmpty(app.application)).toBe(false);
    const { customers } = await app.data<{ customers: { totalCount: number } }>('{ customers { totalCount } }');
    expect(customers.totalCount).toBe(loaded.customers);
    expect(loaded.customers).toBeGreaterThanOrEqual(60);
  });
});

import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { Readable } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { loadDemo, wantsDemo } from '../../src/entry/start/load-demo.ts';
import { serve } from '../../src/main.ts';
import { readConfig } from '../../src/platform/config.ts';
import type { Query } from '../../src/platform/neo4j/database.ts';
import { useApp } from '../support/app.ts';
import { wipe, workerDatabase } from '../support/database.ts';

const app = useApp({ now: '2026-07-01T00:00:00Z' });

const countNodes: Query = {
  name: 'test.countNodes',
  text: `MATCH (node) WHERE NOT node:Migration AND NOT node:MigrationLock AND NOT node:ChangeTrace
RETURN labels(node)[0] AS label, count(*) AS count, max(node.placedAt) AS last ORDER BY label`,
};

/** Starts the program on this worker's graph. */
function startOn(port: string, empty: boolean, say: (text: string) => void) {
  const { uri, user, password } = workerDatabase();
  const config = readConfig({
    PORT: port,
    NEO4J_URI: uri,
    NEO4J_USER: user,
    NEO4J_PASSWORD: password,
    LOG_LEVEL: 'silent',
  });
  return serve({ config, empty, say });
}

/** Starts the program, asks how many stores there are, and stops it again. */
async function storesAfterStart(empty: boolean): Promise<{ stores: number; said: string }> {
  const said: string[] = [];
  const server = await startOn('0', empty, (text) => said.push(text));
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
    expect(await wantsDemo(app.application)).toBe(true);
    const loaded = await loadDemo(app.application, 60);
    expect(await wantsDemo(app.application)).toBe(false);
    const { customers } = await app.data<{ customers: { totalCount: number } }>('{ customers { totalCount } }');
    expect(customers.totalCount).toBe(loaded.customers);
    expect(loaded.customers).toBeGreaterThanOrEqual(60);
  });

  test('goes on with a demo that was interrupted, also on another day, and has the same then', async () => {
    const whole = await app.database.read(countNodes);
    await wipe(app.database);
    const { ingest } = app.application;
    const importLines: typeof ingest.importLines = async (chunks) => {
      for await (const chunk of chunks) {
        const lines = String(chunk).split('\n').slice(0, 300);
        await ingest.importLines(Readable.from([lines.join('\n')]));
        break;
      }
      throw new Error('interrupted');
    };
    await expect(loadDemo({ ...app.application, ingest: { ...ingest, importLines } }, 60)).rejects.toThrow(
      'interrupted',
    );
    expect(await app.database.read(countNodes)).not.toEqual(whole);
    app.clock.advance('P1D');
    expect(await wantsDemo(app.application)).toBe(true);
    await loadDemo(app.application, 60);
    expect(await wantsDemo(app.application)).toBe(false);
    expect(await app.database.read(countNodes)).toEqual(whole);
  });

  test('says what to do when the port is taken', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    await once(taken, 'listening');
    const { port } = taken.address() as AddressInfo;
    await expect(startOn(String(port), true, () => undefined)).rejects.toThrow(
      `PORT: something listens at 127.0.0.1:${port} already. Stop that, or choose another port; 0 takes any free one.`,
    );
    taken.close();
  });
});

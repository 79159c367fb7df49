import { beforeAll, describe, expect, it } from 'vitest';
import { createApplication } from '../../src/application.ts';
import { createLiveService } from '../../src/audience/segments/live/live.service.ts';
import { createSegmentRules } from '../../src/audience/segments/segment-rules.ts';
import { createCompileSelection } from '../../src/audience/selection/compile-selection.ts';
import { readConfig } from '../../src/platform/config.ts';
import { createLogger } from '../../src/platform/log.ts';
import { defaultLifecycleRules } from '../../src/profile/lifecycle/lifecycle-rules.ts';
import { statementsOf } from '../selection/audience.ts';
import { useApp } from '../support/app.ts';
import { createLiveStory } from './live-story.ts';

// one history, told from top to bottom
const app = useApp({ now: '2026-03-01T00:00:00Z' });
const { live } = app.application;
const { person, order, ingest, save, news } = createLiveStory(app);

beforeAll(async () => {
  await ingest(...['Ann', 'Bo', 'C', 'D'].map((name) => person(name)));
  await save('buyers', 'purchases');
  await save('recent', 'purchases where (placedAt within 30 days)');
  await save('looked only', 'events where (name = "page_view") then no purchases within 2 days');
  await ingest(order('Ann', 'a1'), order('Bo', 'b1'));
});

describe('several servers', () => {
  it('follow the same facts and write each change once', async () => {
    const config = readConfig({ PORT: '0' });
    const log = createLogger({ logLevel: 'silent' });
    const other = createApplication({ config, database: app.database, clock: app.clock, log });
    await news();
    for (let round = 0; round < 3; round += 1) {
      const number = `many-${round}`;
      await Promise.all([
        ingest(order('C', number)),
        ...[live, other.live, live, other.live].map((server) => server.catchUp()),
      ]);
      await Promise.all([live.catchUp(), other.live.catchUp()]);
    }
    expect(await news()).toEqual(['C ENTERED buyers FACTS', 'C ENTERED recent FACTS']);
  });

  it('and one that fails on its way has done nothing, or all', async () => {
    await ingest(order('D', 'fails'));
    const failing = createApplication({
      config: readConfig({ PORT: '0' }),
      database: {
        ...app.database,
        writeTransaction: (name, work, options) =>
          app.database.writeTransaction(
            name,
            async (transaction) => {
              await work(transaction);
              throw new Error('the server stops before it commits');
            },
            options,
          ),
      },
      clock: app.clock,
      log: createLogger({ logLevel: 'silent' }),
    });
    await expect(failing.live.catchUp()).rejects.toThrow('the server stops');
    expect(await live.isBehind()).toBe(true);
    expect(await news()).toEqual(['D ENTERED buyers FACTS', 'D ENTERED recent FACTS']);
    expect(await live.isBehind()).toBe(false);
  });
});

describe('following one order', () => {
  it('takes few statements, however many segments it touches', async () => {
    await live.catchUp();
    app.clock.advance('PT1S');
    await ingest(order('D', 'counted'));
    const sent = await statementsOf(app.database, () => live.catchUp());
    // what did not happen is asked of the graph, all else is judged in memory
    const selected = 'live.selected';
    expect(sent.filter((name) => !name.startsWith('statistics.'))).toEqual([
      ...['live.lockAndRead', selected, 'live.write'],
    ]);
    expect((await news()).every((line) => line.startsWith('D '))).toBe(true);
  });
});

describe('segments that are new at once', () => {
  it('are filled a few in each transaction, each whole and once', async () => {
    await news();
    const config = readConfig({ PORT: '0' });
    const settings = { ...config, lifecycle: defaultLifecycleRules, phoneKinds: ['phone', 'tmall_phone'] };
    const compile = createCompileSelection(settings, createSegmentRules(app.database, config.timeZone));
    const portioned = createLiveService({ database: app.database, clock: app.clock, compile, portion: 3 });
    await portioned.catchUp();
    for (const number of [1, 2, 3, 4])
      await app.application.segments.save({ name: `new ${number}`, rule: 'purchases' });
    const sent = await statementsOf(app.database, () => portioned.catchUp());
    // each alone moves more than a portion
    const buyers = await app.application.selection.countCustomers({ rule: 'purchases' });
    expect(buyers).toBe(4);
    expect(sent.filter((name) => name === 'live.write')).toHaveLength(4);
    expect(await portioned.isBehind()).toBe(false);
    const expected = [1, 2, 3, 4].flatMap((number) =>
      ['Ann', 'Bo', 'C', 'D'].map((name) => `${name} ENTERED new ${number} PUBLISHED`),
    );
    expect((await news()).sort()).toEqual(expected.sort());
  });
});

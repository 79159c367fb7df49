import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Config, readConfig } from '../../src/platform/config.ts';
import { createLogger } from '../../src/platform/log.ts';
import type { Query } from '../../src/platform/neo4j/database.ts';
import { fetchJars } from '../../src/platform/neo4j/local/fetch-jars.ts';
import { programs } from '../../src/platform/neo4j/local/programs.ts';
import { openDatabase } from '../../src/platform/neo4j/open-database.ts';
import { workerDatabase } from '../support/database.ts';

const script = fileURLToPath(new URL('../support/hold-database.ts', import.meta.url));
const log = createLogger({ logLevel: 'silent' });
const listHeld: Query = { name: 'test.held', text: 'MATCH (held:Held) RETURN held.by AS by ORDER BY by' };

let dataDir: string;
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'customer-graph-local-'));
});
afterAll(() => rm(dataDir, { recursive: true, force: true }));

function configOf(environment: NodeJS.ProcessEnv = {}): Config {
  const { NEO4J_CACHE_DIR, JAVA_HOME } = process.env;
  return readConfig({ NEO4J_CACHE_DIR, JAVA_HOME, DATA_DIR: dataDir, NEO4J_HEAP: '400m', ...environment });
}

interface Holder {
  readonly process: ChildProcess;
  readonly uri: string;
  readonly started: boolean;
}

/** A process of its own that holds the graph of `dataDir`; resolves when it has it. */
async function hold(name: string): Promise<Holder> {
  const environment = { ...process.env, DATA_DIR: dataDir, NEO4J_HEAP: '400m', NEO4J_URI: '' };
  const child = spawn(process.execPath, ['--import', 'tsx', script, name], {
    env: environment,
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: true,
  });
  const [line] = (await Promise.race([once(child.stdout, 'data'), once(child, 'exit')])) as [unknown];
  return { process: child, ...(JSON.parse(String(line)) as { uri: string; started: boolean }) };
}

async function readServerPid(): Promise<number> {
  return (JSON.parse(await readFile(join(dataDir, 'neo4j.json'), 'utf8')) as { pid: number }).pid;
}

async function untilDead(pid: number): Promise<void> {
  const deadline = Date.now() + 60_000;
  for (;;) {
    try {
      process.kill(pid, 0);
    } catch {
      return;
    }
    if (Date.now() > deadline) throw new Error(`process ${pid} is still there`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

describe('the Neo4j of a data folder', () => {
  test('of three processes that start at once one starts it and the others join; killing that one ends it', {
    timeout: 240_000,
  }, async () => {
    const holders = await Promise.all(['one', 'two', 'three'].map(hold));
    expect(holders.filter(({ started }) => started)).toHaveLength(1);
    expect(new Set(holders.map(({ uri }) => uri)).size).toBe(1);

    const server = await readServerPid();
    for (const holder of holders) if (!holder.started) holder.process.kill('SIGKILL');
    expect(() => process.kill(server, 0)).not.toThrow();
    for (const holder of holders) holder.process.kill('SIGKILL');
    await untilDead(server);
  });

  test('after the kill it starts again with all that was written; Ctrl-C leaves it running until the work is done', {
    timeout: 240_000,
  }, async () => {
    const holder = await hold('four');
    expect(holder.started).toBe(true);
    const server = await readServerPid();
    // As a terminal does: the signal goes to the whole process group.
    process.kill(-(holder.process.pid as number), 'SIGINT');
    const [exitCode] = await once(holder.process, 'exit');
    expect(exitCode).toBe(0);
    await untilDead(server);
    expect(existsSync(join(dataDir, 'neo4j.json'))).toBe(false);
  });

  test('a state file left over is seen through; who comes second joins; what is secret is private', {
    timeout: 240_000,
  }, async () => {
    const leftOver = {
      uri: 'bolt://127.0.0.1:1',
      user: 'neo4j',
      password: 'x',
      pid: process.pid,
      startedAt: 'long ago',
    };
    await writeFile(join(dataDir, 'neo4j.json'), JSON.stringify(leftOver));
    const first = await openDatabase(configOf(), log);
    expect(first.started).toBe(true);
    const server = await readServerPid();
    try {
      expect((await first.database.read(listHeld)).map(({ by }) => by)).toEqual([
        'four',
        'four, interrupted',
        'one',
        'three',
        'two',
      ]);
      for (const file of ['neo4j.json', 'neo4j-password']) {
        expect((await stat(join(dataDir, file))).mode & 0o777).toBe(0o600);
      }

      const second = await openDatabase(configOf(), log);
      expect([second.started, second.uri]).toEqual([false, first.uri]);
      await second.close();
      expect(await first.database.read(listHeld)).toHaveLength(5);

      const wrong = configOf({ NEO4J_URI: first.uri, NEO4J_PASSWORD: 'guessed' });
      await expect(openDatabase(wrong, log)).rejects.toMatchObject({ code: 'CONFIG_ERROR' });
      const none = configOf({ NEO4J_URI: first.uri });
      await expect(openDatabase(none, log)).rejects.toMatchObject({ code: 'CONFIG_ERROR' });
    } finally {
      await first.close();
    }
    await untilDead(server);
    expect(existsSync(join(dataDir, 'neo4j.json'))).toBe(false);
  });
});

describe('NEO4J_URI', () => {
  test('is taken instead of a local Neo4j, and left running', async () => {
    const { uri, user, password } = workerDatabase();
    const config = configOf({ NEO4J_URI: uri, NEO4J_USER: user, NEO4J_PASSWORD: password });
    for (let time = 1; time <= 2; time++) {
      const opened = await openDatabase(config, log);
      expect([opened.started, opened.uri]).toEqual([false, uri]);
      expect(await opened.database.read({ name: 'test.one', text: 'RETURN 1 AS one' })).toEqual([{ one: 1 }]);
      await opened.close();
    }
  });

  test('where nothing answers is SERVICE_UNAVAILABLE', async () => {
    await expect(openDatabase(configOf({ NEO4J_URI: 'bolt://127.0.0.1:1' }), log)).rejects.toMatchObject({
      code: 'SERVICE_UNAVAILABLE',
      message: expect.stringContaining('bolt://127.0.0.1:1'),
    });
  });
});

describe('programs that are missing or too old', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'customer-graph-programs-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  async function putProgram(name: string, output: string): Promise<void> {
    await writeFile(join(folder, name), `#!/bin/sh\necho '${output}'\n`);
    await chmod(join(folder, name), 0o755);
  }

  /** What the holding program says when only `folder` is on the search path. */
  async function openThere(): Promise<string> {
    const child = spawn(process.execPath, ['--import', 'tsx', script], {
      env: { PATH: folder, DATA_DIR: join(folder, 'data'), NEO4J_CACHE_DIR: join(folder, 'cache') },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let said = '';
    child.stderr.on('data', (chunk) => {
      said += chunk;
    });
    const [exitCode] = await once(child, 'close');
    expect(exitCode).toBe(1);
    return said;
  }

  test('are named, with what to install and the ways to do without', async () => {
    const missing = await openThere();
    expect(missing).toContain('Java was not found (java). The local Neo4j needs a JDK (17 or later) and Maven.');
    expect(missing).toContain('sudo apt install openjdk-17-jdk-headless maven');
    expect(missing).toContain('docker compose up -d neo4j');
    expect(missing).toContain('NEO4J_URI=neo4j+s://');

    await putProgram('java', 'openjdk version "11.0.22" 2024-01-16');
    expect(await openThere()).toContain('Java 11 is too old (java).');
    await putProgram('java', 'java version "1.8.0_401"');
    expect(await openThere()).toContain('Java 8 is too old (java).');
    await putProgram('java', 'openjdk version "21" 2023-09-19');
    expect(await openThere()).toContain('Java is here without its compiler (javac)');
    await putProgram('javac', 'javac 21');
    expect(await openThere()).toContain('Maven was not found (mvn).');
    await putProgram('mvn', 'Apache Maven 3.3.9 (bb52d8502b132ec0a5a3f4c09453c07478323dc5)');
    expect(await openThere()).toContain('Maven 3.3 is too old.');
  });
});

test('two processes that fetch the jars at once end with one whole folder', { timeout: 240_000 }, async () => {
  const cache = await mkdtemp(join(tmpdir(), 'customer-graph-cache-'));
  const tools = programs(configOf().neo4j.javaHome);
  const classPaths = await Promise.all([fetchJars(tools, cache), fetchJars(tools, cache)]);
  expect(classPaths[0]).toBe(classPaths[1]);
  const folders = await readdir(cache);
  expect(folders).toEqual([expect.stringMatching(/^neo4j-5\.26\.30-[0-9a-f]{12}$/)]);
  expect(await readdir(join(cache, folders[0] as string, 'classes'))).toEqual(['Launcher.class']);
  expect(await readdir(join(cache, folders[0] as string, 'lib'))).toContain('neo4j-bolt-5.26.30.jar');
  await rm(cache, { recursive: true });
});

import { type ChildProcess, spawn } from 'node:child_process';
import { mkdir, open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { DomainError } from '../../errors.ts';
import { neo4jSettingsFile } from './fetch-jars.ts';

/** What a launch needs. */
export interface LaunchOptions {
  readonly java: string;
  readonly classPath: string;
  /** Folder of the store, made when missing. */
  readonly home: string;
  readonly password: string;
  readonly heap: string;
  readonly pageCache: string;
  /** 0: any free port. */
  readonly boltPort: number;
  /** Starts in half the time, at the price of slower long queries: for tests. */
  readonly shortLived: boolean;
}

/** A Neo4j that lives as long as this process, or until it is stopped. */
export interface LaunchedServer {
  readonly uri: string;
  readonly pid: number;
  /** Settles when the Java process has ended, for whatever reason. */
  readonly ended: Promise<void>;
  /** Ends it cleanly. */
  stop(): Promise<void>;
}

const START_TIMEOUT_MS = 180_000;
const STOP_TIMEOUT_MS = 30_000;

// What neo4j.conf of the distribution gives the JVM, as far as the embedded server uses it.
const JVM_OPTIONS = [
  '--add-opens=java.base/java.nio=ALL-UNNAMED',
  '--add-opens=java.base/java.io=ALL-UNNAMED',
  '--add-opens=java.base/sun.nio.ch=ALL-UNNAMED',
  '--add-opens=java.base/java.util.concurrent=ALL-UNNAMED',
  '-XX:+UseParallelGC',
  '-XX:-OmitStackTraceInFastThrow',
  '-XX:-UsePerfData',
  '-Dlog4j2.disable.jmx=true',
  '-Dio.netty.tryReflectionSetAccessible=true',
  '-Djava.awt.headless=true',
];

/** Starts Neo4j and waits until it answers; null when another process already serves this folder. */
export async function launch(options: LaunchOptions): Promise<LaunchedServer | null> {
  await mkdir(options.home, { recursive: true });
  const logFile = join(options.home, 'console.log');
  const log = await open(logFile, 'w', 0o600);
  // A process group of its own: Ctrl-C must reach Neo4j only after this process has finished its work.
  const child = spawn(options.java, javaArguments(options), { detached: true, stdio: ['pipe', 'pipe', log.fd] });
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
    child.once('error', () => resolve());
  });
  await log.close();
  child.stdin?.on('error', () => {});
  child.stdin?.write(`${options.password}\n`);

  const answer = await firstLine(child, ended);
  const port = /^ready (\d+)$/.exec(answer)?.[1];
  if (answer === 'locked') {
    await ended;
    return null;
  }
  if (!port || child.pid === undefined) {
    await stop(child, ended);
    const printed = await readFile(logFile, 'utf8').catch(() => '');
    throw new DomainError('SERVICE_UNAVAILABLE', `The local Neo4j did not start: ${reason(printed)} (see ${logFile})`);
  }
  letGo(child);
  return { uri: `bolt://127.0.0.1:${port}`, pid: child.pid, ended, stop: () => stop(child, ended) };
}

function javaArguments(options: LaunchOptions): string[] {
  return [
    `-Xmx${options.heap}`,
    ...JVM_OPTIONS,
    ...(options.shortLived ? ['-XX:TieredStopAtLevel=1'] : []),
    '-cp',
    options.classPath,
    'Launcher',
    options.home,
    neo4jSettingsFile,
    String(options.boltPort),
    options.pageCache,
  ];
}

// The last complete line may be followed by no other, so the stream is read only up to the first line break.
async function firstLine(child: ChildProcess, ended: Promise<void>): Promise<string> {
  const line = new Promise<string>((resolve) => {
    let text = '';
    child.stdout?.on('data', (chunk: Buffer) => {
      text += chunk.toString();
      if (text.includes('\n')) resolve(text.slice(0, text.indexOf('\n')).trim());
    });
    child.stdout?.once('end', () => resolve(text.trim()));
  });
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<string>((resolve) => {
    timer = setTimeout(resolve, START_TIMEOUT_MS, 'late');
  });
  const silent = ended.then(() => line);
  try {
    return await Promise.race([line, silent, late]);
  } finally {
    clearTimeout(timer);
  }
}

// A launched server must not keep this process alive; it ends when this one does, as its standard input closes then.
function letGo(child: ChildProcess): void {
  child.unref();
  for (const stream of [child.stdin, child.stdout])
    (stream as unknown as (Readable & { unref?(): void }) | null)?.unref?.();
}

async function stop(child: ChildProcess, ended: Promise<void>): Promise<void> {
  child.ref();
  child.stdin?.end();
  const timer = setTimeout(() => child.kill('SIGKILL'), STOP_TIMEOUT_MS);
  await ended;
  clearTimeout(timer);
}

function reason(printed: string): string {
  const causes = printed.split('\n').filter((line) => /(?:Exception|Error)\b.*:/.test(line) && !line.startsWith('\t'));
  return (causes.at(-1) ?? printed.trim().split('\n')[0] ?? '').replace(/^Caused by: /, '') || 'it printed nothing';
}

import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { workerDatabase } from '../support/database.ts';

const program = fileURLToPath(new URL('../../bin/customer-graph.mjs', import.meta.url));

/** How a command ended, and what it said. */
export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Starts `customer-graph` on this worker's graph. */
export function startCli(dataDir: string, ...words: string[]): { process: ChildProcess; ended: Promise<Ended> } {
  const { uri, user, password } = workerDatabase();
  const environment = { ...process.env, NEO4J_URI: uri, NEO4J_USER: user, NEO4J_PASSWORD: password, DATA_DIR: dataDir };
  const child = spawn(process.execPath, [program, ...words], { env: environment });
  let [out, err] = ['', ''];
  child.stdout.on('data', (chunk) => {
    out += chunk;
  });
  child.stderr.on('data', (chunk) => {
    err += chunk;
  });
  const ended = new Promise<Ended>((resolve) => child.on('close', (code) => resolve({ code, out, err })));
  return { process: child, ended };
}

/** Runs a command to its end. */
export const runCli = (dataDir: string, ...words: string[]): Promise<Ended> => startCli(dataDir, ...words).ended;

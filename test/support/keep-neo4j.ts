import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { readConfig } from '../../src/platform/config.ts';
import { joinOrStartLocalServer } from '../../src/platform/neo4j/local/local-server.ts';
import { readState } from '../../src/platform/neo4j/local/state-file.ts';
import { KEPT_FOLDER } from './kept-neo4j.ts';

// `npm run test:neo4j`: a Neo4j that stays between test runs, as starting one takes longer than most test files.
if (await readState(KEPT_FOLDER)) throw new Error('This checkout keeps a Neo4j for its tests already.');
await rm(KEPT_FOLDER, { recursive: true, force: true });
const { cacheDir, javaHome } = readConfig().neo4j;
const server = await joinOrStartLocalServer({
  dataDir: KEPT_FOLDER,
  cacheDir,
  javaHome,
  heap: '700m',
  pageCache: '64m',
  boltPort: 0,
  shortLived: true,
});
process.stdout.write('Neo4j for tests is ready: runs with one worker use it. Ctrl-C ends it.\n');
// Whoever waits for a signal has to keep the process alive meanwhile.
const alive = setInterval(() => {}, 60_000);
await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
clearInterval(alive);
await server.stop();

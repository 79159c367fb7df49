import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import envPaths from 'env-paths';
import { DomainError } from '../../errors.ts';
import { showFetchProgress } from './fetch-progress.ts';
import { MissingProgramError } from './missing-program-error.ts';
import { type Programs, requireBuildTools, runProgram } from './programs.ts';

const toolsFolder = fileURLToPath(new URL('../../../../tools/neo4j/', import.meta.url));
const pom = join(toolsFolder, 'pom.xml');
const launcher = join(toolsFolder, 'Launcher.java');

/** The settings file that the launcher reads. */
export const neo4jSettingsFile = join(toolsFolder, 'neo4j.conf');

/**
 * The Java class path of Neo4j and its launcher. Fetched from Maven Central the first time, into a folder of its own name for
 * each version; several processes may do so at once, as each fills a folder beside and only the finished one gets the name.
 */
export async function fetchJars(tools: Programs, cacheDir: string | null): Promise<string> {
  const [pomText, launcherText] = await Promise.all([readFile(pom, 'utf8'), readFile(launcher, 'utf8')]);
  const version = /<neo4j\.version>([^<]+)</.exec(pomText)?.[1] ?? 'unknown';
  const content = createHash('sha256').update(pomText).update(launcherText).digest('hex').slice(0, 12);
  const cache = cacheDir ?? envPaths('customer-graph', { suffix: '' }).cache;
  const folder = join(cache, `neo4j-${version}-${content}`);
  if (!existsSync(folder)) await fill(folder, cache, version, tools);
  return [join(folder, 'classes'), join(folder, 'lib', '*')].join(delimiter);
}

async function fill(folder: string, cache: string, version: string, tools: Programs): Promise<void> {
  await requireBuildTools(tools);
  await mkdir(cache, { recursive: true });
  const unfinished = await mkdtemp(join(cache, 'fetching-'));
  try {
    await copyDependencies(tools.maven, join(unfinished, 'lib'), version);
    await compile(tools.javac, unfinished);
    await rename(unfinished, folder).catch((error) => {
      if (!existsSync(folder)) throw error;
    });
  } finally {
    await rm(unfinished, { recursive: true, force: true });
  }
}

async function copyDependencies(maven: string, target: string, version: string): Promise<void> {
  const progress = showFetchProgress(`Fetching Neo4j ${version} from Maven Central (about 125 MB, once)`);
  const outcome = await runProgram(
    maven,
    ['-B', '-f', pom, 'dependency:copy-dependencies', `-DoutputDirectory=${target}`],
    progress.hear,
  );
  progress.end();
  if (outcome === null) throw new MissingProgramError('Maven was not found (mvn).');
  if (outcome.exitCode !== 0)
    throw new DomainError('FETCH_FAILED', `Maven could not fetch Neo4j:\n${fault(outcome.output)}`);
}

async function compile(javac: string, folder: string): Promise<void> {
  const given = ['-cp', join(folder, 'lib', '*'), '-d', join(folder, 'classes'), launcher];
  const outcome = await runProgram(javac, given);
  if (outcome === null) throw new MissingProgramError(`The Java compiler was not found (${javac}).`);
  if (outcome.exitCode !== 0)
    throw new DomainError('FETCH_FAILED', `The launcher does not compile:\n${outcome.output}`);
}

function fault(output: string): string {
  const errors = output.split('\n').filter((line) => line.includes('ERROR'));
  return (errors.length > 0 ? errors : output.split('\n')).slice(0, 5).join('\n');
}

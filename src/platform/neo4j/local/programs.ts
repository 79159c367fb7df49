import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { MissingProgramError } from './missing-program-error.ts';

/** The programs a local Neo4j is fetched and run with. */
export interface Programs {
  readonly java: string;
  readonly javac: string;
  readonly maven: string;
}

const LEAST_JAVA = 17;
const LEAST_MAVEN = [3, 6] as const;
const isWindows = process.platform === 'win32';

/** Names of the programs: those of `javaHome` if given, else those on the search path. */
export function programs(javaHome: string | null): Programs {
  const inHome = (name: string) => (javaHome ? join(javaHome, 'bin', name) : name);
  return { java: inHome('java'), javac: inHome('javac'), maven: isWindows ? 'mvn.cmd' : 'mvn' };
}

/** Throws MissingProgramError unless a Java of 17 or later can be run. */
export async function requireJava(java: string): Promise<void> {
  const shown = await outputOf(java, ['-version']);
  if (shown === null) throw new MissingProgramError(`Java was not found (${java}).`);
  const version = /version "(?:1\.)?(\d+)/.exec(shown)?.[1];
  if (!version || Number(version) < LEAST_JAVA) {
    throw new MissingProgramError(`Java ${version ?? 'of an unknown version'} is too old (${java}).`);
  }
}

/** Throws MissingProgramError unless the compiler and Maven 3.6 or later can be run; only needed until the jars are there. */
export async function requireBuildTools({ javac, maven }: Programs): Promise<void> {
  if ((await outputOf(javac, ['-version'])) === null) {
    throw new MissingProgramError(`Java is here without its compiler (${javac}): this is a JRE, not a JDK.`);
  }
  const shown = await outputOf(maven, ['--version']);
  if (shown === null) throw new MissingProgramError('Maven was not found (mvn).');
  const [, major, minor] = /Apache Maven (\d+)\.(\d+)/.exec(shown) ?? [];
  const [leastMajor, leastMinor] = LEAST_MAVEN;
  const isOld = Number(major) < leastMajor || (Number(major) === leastMajor && Number(minor) < leastMinor);
  if (major && isOld) throw new MissingProgramError(`Maven ${major}.${minor} is too old.`);
}

/** How a program ended. */
export interface Outcome {
  readonly exitCode: number | null;
  readonly output: string;
}

/** Runs a program to its end; null when there is no such program. `onOutput` hears all that it prints. */
export function runProgram(name: string, given: readonly string[], onOutput?: (text: string) => void) {
  return new Promise<Outcome | null>((resolve) => {
    const child = spawn(name, given, { stdio: ['ignore', 'pipe', 'pipe'], shell: isWindows });
    let output = '';
    const take = (chunk: Buffer) => {
      output += chunk.toString();
      onOutput?.(chunk.toString());
    };
    child.stdout.on('data', take);
    child.stderr.on('data', take);
    child.once('error', () => resolve(null));
    child.once('close', (exitCode) => resolve({ exitCode, output }));
  });
}

async function outputOf(name: string, given: readonly string[]): Promise<string | null> {
  const outcome = await runProgram(name, given);
  return outcome === null || outcome.exitCode !== 0 ? null : outcome.output;
}

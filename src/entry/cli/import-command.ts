import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { Command } from 'commander';
import type { Application } from '../../application.ts';
import { DomainError } from '../../platform/errors.ts';
import type { IngestReport, RecordError } from '../../platform/generated/schema-types.ts';
import { exitCodes } from './exit-codes.ts';
import { openProgress } from './import-progress.ts';
import { showProgress } from './progress-bar.ts';
import { openRejects, type RejectsFile } from './rejects-file.ts';
import { withApplication } from './with-application.ts';

interface ImportFlags {
  rejects?: string;
  resume: boolean;
}

const SHOWN = 10;

async function checkFiles(files: readonly string[]): Promise<void> {
  for (const file of files) {
    const found = await stat(file).catch(() => null);
    if (!found?.isFile()) throw new DomainError('FILE_NOT_FOUND', `there is no file ${file}; nothing was imported.`);
  }
}

/** The first of a list, a line each, and how many more there are. */
function firstOf(listed: readonly RecordError[], omitted: number): string[] {
  const lines = listed.slice(0, SHOWN).map(({ index, code, path, message }) => {
    const where = path.length === 0 ? 'the record' : path.join('.');
    return `  line ${index}: ${code} at ${where}: ${message}`;
  });
  const more = listed.length + omitted - lines.length;
  return more > 0 ? [...lines, `  and ${more} more.`] : lines;
}

function summarise(file: string, report: IngestReport, rejects: RejectsFile): string {
  const lines = [
    `${file}: ${report.received} records: ${report.created} created, ${report.updated} updated, ${report.unchanged} unchanged, ${report.rejected} rejected.`,
    `Customers: ${report.customersCreated} created, ${report.customersMerged} merged.`,
  ];
  const warnings = report.warnings.length + report.warningsOmitted;
  if (warnings > 0) lines.push(`${warnings} doubtful:`, ...firstOf(report.warnings, report.warningsOmitted));
  if (report.rejected > 0)
    lines.push(
      ...['Rejected:', ...firstOf(report.errors, report.errorsOmitted)],
      `These lines are in ${rejects.path}, all reasons in ${rejects.log}. Correct them and import that file.`,
    );
  return `${lines.join('\n')}\n`;
}

async function importFile(
  application: Application,
  file: string,
  flags: ImportFlags,
  signal: AbortSignal,
): Promise<IngestReport> {
  const { config, ingest } = application;
  const progress = await openProgress(config.dataDir, file, config.neo4j.uri ?? config.dataDir);
  const start = flags.resume ? progress.start : { line: 0, offset: 0 };
  if (start.line > 0) process.stderr.write(`${file}: going on after line ${start.line}.\n`);
  const rejects = await openRejects(flags.rejects ?? `${file}.rejects.ndjson`, start.line > 0);
  const display = showProgress(basename(file), progress.bytes, start.offset);
  try {
    const report = await ingest.importLines(createReadStream(file, { start: start.offset }), {
      start,
      signal,
      onRejected: (line, faults) => rejects.add(line, faults),
      async onProgress(committed, soFar) {
        await progress.save(committed);
        display.update(committed.offset, soFar.received, soFar.rejected);
      },
    });
    await progress.finish();
    display.stop();
    process.stdout.write(summarise(file, report, rejects));
    return report;
  } catch (error) {
    display.stop();
    process.stderr.write(`${file}: stopped. What was committed stays; the same command goes on where it stopped.\n`);
    throw error;
  } finally {
    await rejects.close();
  }
}

/** `customer-graph import FILE…`: NDJSON files, resumable. */
export function importCommand(): Command {
  return new Command('import')
    .description('take in NDJSON files; exits with 2 when lines were rejected')
    .argument('<file...>', 'import files, one RecordInput in JSON a line')
    .option('--rejects <file>', 'where rejected lines go (default: FILE.rejects.ndjson)')
    .option('--no-resume', 'start at the first line, also when an earlier import was interrupted')
    .action(async (files: string[], flags: ImportFlags) => {
      await checkFiles(files);
      await withApplication(async (application, signal) => {
        for (const file of files) {
          const report = await importFile(application, file, flags, signal);
          if (report.rejected > 0) process.exitCode = exitCodes.rejected;
        }
      });
    });
}

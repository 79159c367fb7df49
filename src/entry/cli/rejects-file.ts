import { type FileHandle, open, rm } from 'node:fs/promises';

interface RejectedLine {
  readonly number: number;
  readonly text: string | null;
}

/**
 * The lines of an import that were refused: `FILE.rejects.ndjson` holds them as they came, to be corrected and sent
 * again; `FILE.rejects.log` says of each why.
 */
export interface RejectsFile {
  readonly path: string;
  /** Where the reasons are. */
  readonly log: string;
  add(line: RejectedLine, faults: readonly { code: string; message: string; path: readonly string[] }[]): Promise<void>;
  close(): Promise<void>;
}

/** Opens the rejects of an import file; nothing is written until a line is refused. */
export async function openRejects(path: string, resumed: boolean): Promise<RejectsFile> {
  const log = path.replace(/(\.ndjson)?$/, '.log');
  if (!resumed) await Promise.all([rm(path, { force: true }), rm(log, { force: true })]);
  let files: { lines: FileHandle; reasons: FileHandle } | null = null;
  return {
    path,
    log,
    async add(line, faults) {
      files ??= { lines: await open(path, 'a'), reasons: await open(log, 'a') };
      if (line.text !== null) await files.lines.appendFile(`${line.text}\n`);
      for (const { code, message, path: field } of faults)
        await files.reasons.appendFile(
          `line ${line.number}: ${code} at ${field.join('.') || 'the record'}: ${message}\n`,
        );
    },
    async close() {
      await files?.lines.close();
      await files?.reasons.close();
    },
  };
}

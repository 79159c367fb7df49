/** Tells how far a download is. */
export interface FetchProgress {
  /** Takes what Maven prints. */
  hear(output: string): void;
  end(): void;
}

const LINES_APART_MS = 5_000;

/** On a terminal one line that is kept up to date; elsewhere a plain line at the start, the end and now and then. */
export function showFetchProgress(what: string, stream: NodeJS.WriteStream = process.stderr): FetchProgress {
  let files = 0;
  let rest = '';
  let spoken = Date.now();
  const startedAt = Date.now();
  stream.write(stream.isTTY ? `${what} …` : `${what} …\n`);

  return {
    hear(output) {
      const lines = (rest + output).split('\n');
      rest = lines.pop() ?? '';
      files += lines.filter((line) => /Downloaded from .*\.jar\b/.test(line)).length;
      if (stream.isTTY) stream.write(`\r\x1b[K${what}: ${files} files downloaded`);
      else if (Date.now() - spoken > LINES_APART_MS) {
        spoken = Date.now();
        stream.write(`${what}: ${files} files downloaded\n`);
      }
    },
    end() {
      const seconds = ((Date.now() - startedAt) / 1000).toFixed(1);
      stream.write(`${stream.isTTY ? '\r\x1b[K' : ''}${what}: done in ${seconds} s\n`);
    },
  };
}

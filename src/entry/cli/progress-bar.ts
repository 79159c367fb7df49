import { Presets, SingleBar } from 'cli-progress';

/** Shows how far an import is: a bar on a terminal, else a line every few seconds. */
export interface ProgressDisplay {
  update(bytes: number, records: number, rejected: number): void;
  stop(): void;
}

const SECONDS_BETWEEN_LINES = 5;

/** @param name of the file, @param total its bytes */
export function showProgress(name: string, total: number, start: number): ProgressDisplay {
  const began = Date.now();
  const rate = (records: number) => Math.round(records / Math.max(0.001, (Date.now() - began) / 1000));
  if (process.stderr.isTTY) {
    const format = `${name} [{bar}] {percentage}% | {records} records | {rate}/s | {rejected} rejected | {eta_formatted} left`;
    const bar = new SingleBar({ format, hideCursor: true, stream: process.stderr }, Presets.shades_classic);
    bar.start(total, start, { records: 0, rate: 0, rejected: 0 });
    return {
      update: (bytes, records, rejected) => bar.update(bytes, { records, rejected, rate: rate(records) }),
      stop: () => bar.stop(),
    };
  }
  let last = began;
  return {
    update(bytes, records, rejected) {
      if (Date.now() - last < SECONDS_BETWEEN_LINES * 1000) return;
      last = Date.now();
      const percentage = total === 0 ? 100 : Math.floor((100 * bytes) / total);
      process.stderr.write(`${name}: ${percentage}%, ${records} records, ${rate(records)}/s, ${rejected} rejected\n`);
    },
    stop: () => undefined,
  };
}

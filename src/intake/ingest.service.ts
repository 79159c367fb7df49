import { setImmediate } from 'node:timers/promises';
import type { Clock } from '../platform/clock.ts';
import { DomainError } from '../platform/errors.ts';
import type { IngestReport, RecordInput } from '../platform/generated/schema-types.ts';
import type { MoneySettings } from '../platform/money.ts';
import type { Database, Transaction } from '../platform/neo4j/database.ts';
import { schema } from '../platform/schema.ts';
import type { Derivation } from './changes/derivations.ts';
import type { IdentityRules } from './identity/identity-rules.ts';
import { createReadLinkKey } from './identity/linking/link-limits.ts';
import { createIdentifierNormaliser } from './identity/normalise-identifier.ts';
import { adoptRulesWhenEmpty, requireRules } from './identity/rules-in-force.store.ts';
import { keepRules } from './identity/rules-in-force.ts';
import { createReport, type ReportBuilder } from './ingest-report.ts';
import { createLanes } from './load/lanes.ts';
import { type BatchOutcome, loadBatch } from './load/load-batch.ts';
import { partFacts } from './load/part-facts.ts';
import { createRecordCheck, type Fault } from './records/check-record.ts';
import type { Fact } from './records/facts.ts';
import { createPrepare, type Prepared } from './records/prepare.ts';
import { type Line, MAX_LINE_BYTES, readLines, type StreamPosition } from './records/read-lines.ts';

const MOST_ATTEMPTS = 10;
const LINES_PER_TURN = 50;

/** Stores and staff whose sales a call may have changed. */
export interface TouchedSales {
  readonly storeCodes: readonly string[];
  readonly staffCodes: readonly string[];
}

export interface IngestDependencies {
  readonly database: Database;
  readonly clock: Clock;
  readonly money: MoneySettings;
  readonly rules: IdentityRules;
  /** Brings up to date what rooms further down derive from the facts; runs once per call, before it returns. */
  readonly afterIngest: (touched: TouchedSales) => Promise<void>;
  /** What rooms further down keep of customers, in the transaction that takes the facts in. */
  readonly derivations?: readonly Derivation[];
  /** Records per batch; 5,000 unless told. Those of a call are one transaction, those of a file up to two, side by side. */
  readonly batchSize?: number;
  /** From how many facts on a batch of a file is parted in two. */
  readonly partFrom?: number | undefined;
}

export interface ImportOptions {
  /** Where the chunks start, when a file is taken up from the middle. */
  readonly start?: StreamPosition;
  /** Told after every committed batch, in order: how far the stream is safely in the graph, and the report so far. */
  readonly onProgress?: (committed: StreamPosition, report: IngestReport) => void | Promise<void>;
  /** Told of every rejected line, before the batch that follows it is committed. */
  readonly onRejected?: (line: Line, faults: readonly Fault[]) => void | Promise<void>;
  readonly signal?: AbortSignal;
}

/** The one way in for facts: the mutation, the HTTP import and the command line all end here. */
export interface IngestService {
  /**
   * Takes in records; each stands alone: a bad one is reported and the others are kept.
   * @param records values of the shape of `RecordInput`; their positions, from 0, are the report's indexes
   */
  ingest(records: readonly unknown[]): Promise<IngestReport>;
  /**
   * Takes in NDJSON of any length with flat memory: no more is read than three batches ahead of what is committed.
   * @param chunks the bytes; line numbers, from 1, are the report's indexes
   */
  importLines(chunks: AsyncIterable<Uint8Array | string>, options?: ImportOptions): Promise<IngestReport>;
  /**
   * Takes in what is decided on in the same transaction: `work` locks, reads and then gives the record to `take`, or throws, and
   * nothing has happened. It may be run again. Records of persons only.
   */
  decide<T>(
    name: string,
    work: (transaction: Transaction, take: (record: RecordInput) => Promise<void>, now: Date) => Promise<T>,
  ): Promise<T>;
}

interface Batch {
  /** The facts, in groups that can be written side by side. */
  readonly parts: readonly (readonly Fact[])[];
  readonly rejected: { readonly line: Line; readonly faults: readonly Fault[] }[];
  readonly end: StreamPosition;
}

function parseLine(line: Line): { value: unknown } | { faults: readonly Fault[] } {
  if (line.text === null)
    return {
      faults: [{ code: 'LINE_TOO_LONG', message: `A line may have ${MAX_LINE_BYTES} bytes at most.`, path: [] }],
    };
  try {
    return { value: JSON.parse(line.number === 1 ? line.text.replace(/^\uFEFF/, '') : line.text) };
  } catch (error) {
    return {
      faults: [{ code: 'INVALID_JSON', message: `The line is not valid JSON: ${(error as Error).message}.`, path: [] }],
    };
  }
}

/** How many batches may be on their way behind the one that is waited for. */
const BATCHES_AHEAD = 1;

export function createIngestService(dependencies: IngestDependencies): IngestService {
  const { database, clock, rules, money, derivations = [], batchSize = 5000, partFrom } = dependencies;
  const identifiers = createIdentifierNormaliser(rules);
  const readKey = createReadLinkKey(rules);
  const kept = keepRules(rules);
  const prepare = createPrepare(createRecordCheck<RecordInput>(schema), { identifiers, money });

  // New facts are created without a lock. When another call creates one of them first, a constraint undoes the whole
  // transaction; run again, it finds that fact stored.
  async function write<T>(
    name: string,
    work: (transaction: Transaction, now: Date) => Promise<T>,
    attempt = 1,
  ): Promise<T> {
    const now = clock.now();
    try {
      return await database.writeTransaction(name, (transaction) => underRules(transaction, work, now), {
        timeoutMs: 0,
      });
    } catch (error) {
      if (!(error instanceof DomainError) || attempt === MOST_ATTEMPTS) throw error;
      const isEmptyGraph = error.code === 'IDENTITY_RULES_CHANGED' && (await adoptRulesWhenEmpty(database, kept, now));
      if (error.code !== 'CONFLICT' && !isEmptyGraph) throw error;
      return write(name, work, attempt + 1);
    }
  }

  async function underRules<T>(
    transaction: Transaction,
    work: (transaction: Transaction, now: Date) => Promise<T>,
    now: Date,
  ): Promise<T> {
    // Not waited for: its answer comes with that of the next statement.
    const required = requireRules(transaction, kept, now);
    required.catch(() => undefined);
    const outcome = await work(transaction, now);
    await required;
    return outcome;
  }

  const load = (facts: readonly Fact[]) =>
    write('intake.loadBatch', (transaction, now) => loadBatch(transaction, facts, readKey, derivations, now));

  /** The fact of a record that must be right. */
  function factOf(record: RecordInput): Fact {
    const prepared = prepare(record, 0);
    if ('fact' in prepared) return prepared.fact;
    throw new DomainError('BAD_USER_INPUT', prepared.faults.map(({ message }) => message).join(' '));
  }

  /** Notes what is wrong or doubtful, and gives the fact if it can be kept. */
  function take(prepared: Prepared, index: number, report: ReportBuilder): Fact | null {
    if ('faults' in prepared) {
      report.rejected(index, prepared.faults);
      return null;
    }
    report.doubtful(index, prepared.warnings);
    return prepared.fact;
  }

  /** Reads and prepares lines; yields them a batch at a time. */
  async function* prepareBatches(
    chunks: AsyncIterable<Uint8Array | string>,
    start: StreamPosition,
    report: ReportBuilder,
  ): AsyncGenerator<Batch> {
    let facts: Fact[] = [];
    let rejected: Batch['rejected'][number][] = [];
    let [end, lines] = [start, 0];
    const finish = (): Batch => ({ parts: partFacts(facts, partFrom), rejected, end });
    for await (const line of readLines(chunks, start)) {
      const parsed = parseLine(line);
      const prepared: Prepared = 'faults' in parsed ? parsed : prepare(parsed.value, line.number);
      report.received(1);
      const fact = take(prepared, line.number, report);
      if (fact) facts.push(fact);
      else if ('faults' in prepared) rejected.push({ line, faults: prepared.faults });
      end = { line: line.number, offset: line.endOffset };
      lines += 1;
      // Let answers of the database through: it would idle while we prepare what comes next.
      if (lines % LINES_PER_TURN === 0) await setImmediate();
      if (lines < batchSize) continue;
      yield finish();
      [facts, rejected, lines] = [[], [], 0];
    }
    if (lines > 0) yield finish();
  }

  return {
    async decide(name, work) {
      const touched = createTouched();
      try {
        return await write(name, (transaction, now) =>
          work(
            transaction,
            async (record) => {
              await loadBatch(transaction, [factOf(record)], readKey, derivations, now);
              touched.wrote = true;
            },
            now,
          ),
        );
      } finally {
        await settle(touched);
      }
    },

    async ingest(records) {
      const report = createReport();
      report.received(records.length);
      const touched = createTouched();
      try {
        for (let from = 0; from < records.length; from += batchSize) {
          const facts = records
            .slice(from, from + batchSize)
            .map((record, position) => take(prepare(record, from + position), from + position, report))
            .filter((fact) => fact !== null);
          if (facts.length > 0) note(await load(facts), report, touched);
        }
      } finally {
        await settle(touched);
      }
      return report.report();
    },

    async importLines(chunks, options = {}) {
      const report = createReport();
      const touched = createTouched();
      const batches = prepareBatches(chunks, options.start ?? { line: 0, offset: 0 }, report)[Symbol.asyncIterator]();
      const lanes = createLanes<BatchOutcome>();
      const started: {
        readonly end: StreamPosition;
        readonly outcomes: Promise<PromiseSettledResult<BatchOutcome>[]>;
      }[] = [];
      const noteWritten = (outcomes: readonly PromiseSettledResult<BatchOutcome>[]) => {
        for (const outcome of outcomes) if (outcome.status === 'fulfilled') note(outcome.value, report, touched);
      };
      const finishFirst = async () => {
        const first = started.shift();
        if (!first) return;
        const outcomes = await first.outcomes;
        noteWritten(outcomes);
        for (const outcome of outcomes) if (outcome.status === 'rejected') throw outcome.reason;
        await options.onProgress?.(first.end, report.report());
      };
      try {
        // While one batch is being written, the next follows where a lane is free, and another is read and prepared.
        let next = batches.next();
        for (let { value: batch, done } = await next; !done; { value: batch, done } = await next) {
          next = batches.next();
          next.catch(() => undefined);
          options.signal?.throwIfAborted();
          for (const { line, faults } of batch.rejected) await options.onRejected?.(line, faults);
          const parts = (batch as Batch).parts.filter((part) => part.length > 0);
          started.push({ end: batch.end, outcomes: lanes.start(parts.map((part) => () => load(part))) });
          const ahead = parts.length > 1 ? BATCHES_AHEAD : 0;
          while (started.length > ahead) await finishFirst();
        }
        while (started.length > 0) await finishFirst();
      } finally {
        // What was begun is waited for, also when something failed.
        for (const { outcomes } of started) noteWritten(await outcomes);
        await settle(touched);
      }
      return report.report();
    },
  };

  function note(outcome: BatchOutcome, report: ReportBuilder, touched: ReturnType<typeof createTouched>) {
    report.loaded(outcome);
    for (const code of outcome.storeCodes) touched.storeCodes.add(code);
    for (const code of outcome.staffCodes) touched.staffCodes.add(code);
    touched.wrote = true;
  }

  async function settle({ storeCodes, staffCodes, wrote }: ReturnType<typeof createTouched>) {
    if (wrote) await dependencies.afterIngest({ storeCodes: [...storeCodes], staffCodes: [...staffCodes] });
  }
}

function createTouched() {
  return { storeCodes: new Set<string>(), staffCodes: new Set<string>(), wrote: false };
}

/** The most records that one call of the mutation takes. */
export const MOST_RECORDS_PER_CALL = 10_000;

/** @throws DomainError TOO_MANY_RECORDS when a list is longer than one call takes */
export function checkCallSize(records: readonly unknown[]): void {
  if (records.length > MOST_RECORDS_PER_CALL)
    throw new DomainError(
      'TOO_MANY_RECORDS',
      `One call takes ${MOST_RECORDS_PER_CALL} records at most, found ${records.length}. Send several calls, or POST the file to /import.`,
    );
}

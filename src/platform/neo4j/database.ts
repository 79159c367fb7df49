/** A statement with a stable name, by which logs, traces and the database's own listings know it. */
export interface Query {
  readonly name: string;
  readonly text: string;
}

/** One result row, in plain JavaScript values. */
export type Row = Record<string, unknown>;

/** Values for a statement: integers, bigint, string, boolean, null, Date, arrays and plain objects of these. */
export type Parameters = Record<string, unknown>;

/** An open transaction. */
export interface Transaction {
  run<R = Row>(query: Query, parameters?: Parameters): Promise<R[]>;
  /**
   * A statement that unwinds `$rows`, sent in portions: the database works on one while the next is packed. Not for
   * statements whose effect on one row depends on rows that come later. No rows, no statement.
   */
  runRows<R = Row>(query: Query, rows: readonly unknown[], parameters?: Parameters): Promise<R[]>;
}

/** `signal` ends the transaction in the database too; `timeoutMs` 0 sets no limit. */
export interface RunOptions {
  timeoutMs?: number;
  signal?: AbortSignal;
}

/** One step of what the database does for a statement; the rows of its children go into it. */
export interface QueryOperator {
  readonly name: string;
  /** What it works on, as the database words it. */
  readonly details: string;
  readonly estimatedRows: number;
  /** Rows it gave and touches of the store it took; null when the statement was only planned. */
  readonly rows: number | null;
  readonly dbHits: number | null;
  readonly children: readonly QueryOperator[];
}

/** Hears of every statement sent, also of one that is sent again. */
export type StatementListener = (query: Query, parameters: Parameters) => void;

/**
 * The graph. Errors: DomainError with QUERY_TIMEOUT, SERVICE_UNAVAILABLE or CONFLICT (a constraint); an aborted call
 * throws the reason of its signal; anything else is a fault of the statement and comes as the driver throws it.
 */
export interface Database {
  /** One reading statement. */
  read<R = Row>(query: Query, parameters?: Parameters, options?: RunOptions): Promise<R[]>;
  /** One writing statement; it may be sent again after a transient failure. */
  write<R = Row>(query: Query, parameters?: Parameters, options?: RunOptions): Promise<R[]>;
  /** Several statements in one reading transaction. */
  readTransaction<T>(name: string, work: (transaction: Transaction) => Promise<T>, options?: RunOptions): Promise<T>;
  /** Several statements, all or none. Deadlocks and lost connections run `work` again, so it must be repeatable. */
  writeTransaction<T>(name: string, work: (transaction: Transaction) => Promise<T>, options?: RunOptions): Promise<T>;
  /** Rows as they are asked for: memory stays flat however many there are. Leaving the loop ends the transaction. */
  stream<R = Row>(query: Query, parameters?: Parameters, options?: RunOptions): AsyncIterable<R>;
  /** How the database would run a reading statement (`run` false), or ran it, its rows read and dropped. */
  plan(query: Query, parameters: Parameters, options: RunOptions & { readonly run: boolean }): Promise<QueryOperator>;
  /** How many writes of this process began or ended so far: while it stays, what it read before is what it wrote last. */
  writesSoFar(): number;
  /** Calls the listener for every statement sent; returns the way to stop that. */
  observe(listener: StatementListener): () => void;
  close(): Promise<void>;
}

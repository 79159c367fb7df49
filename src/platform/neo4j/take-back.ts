import type { Database, RunOptions, Transaction } from './database.ts';

class TakenBack<T> {
  readonly result: T;
  constructor(result: T) {
    this.result = result;
  }
}

/** Runs work that writes and takes all of it back: what it read after its own writes is the result, the graph is as it was. */
export async function takeBack<T>(
  database: Database,
  name: string,
  work: (transaction: Transaction) => Promise<T>,
  options?: RunOptions,
): Promise<T> {
  try {
    return await database.writeTransaction<never>(
      name,
      async (transaction) => {
        throw new TakenBack(await work(transaction));
      },
      options,
    );
  } catch (error) {
    if (error instanceof TakenBack) return error.result as T;
    throw error;
  }
}

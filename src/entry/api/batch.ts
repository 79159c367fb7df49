import DataLoader from 'dataloader';

/** Keys that one call of a service gets at most. */
const maxBatchSize = 1_000;

/** One value by its key, read together with the others asked for in the same tick. */
export interface Loader<Key, Value> {
  load(key: Key): Promise<Value>;
  /** Takes a value that was read elsewhere; one that is there already stays. */
  prime(key: Key, value: Value): unknown;
}

/**
 * Collects the keys asked for in one tick into one call, which gives one result for every key in that order.
 * An Error in place of a result is thrown to whoever asked for that key. `keyOf` tells equal keys when they are not plain text.
 */
export function batch<Key, Value>(
  load: (keys: readonly Key[]) => Promise<readonly (Value | Error)[]>,
  keyOf?: (key: Key) => string,
): Loader<Key, Value> {
  return new DataLoader<Key, Value, unknown>((keys) => load(keys), { maxBatchSize, cacheKeyFn: keyOf });
}

/** A batch for every different set of arguments: the same field asked with other arguments is another call. */
export interface ArgumentsLoader<Arguments, Value> {
  load(key: string, args: Arguments): Promise<Value>;
  prime(key: string, args: Arguments, value: Value): void;
}

/** Like `batch`, for calls that take arguments beside the keys. */
export function batchByArguments<Arguments, Value>(
  load: (keys: readonly string[], args: Arguments) => Promise<readonly Value[]>,
): ArgumentsLoader<Arguments, Value> {
  const loaders = new Map<string, Loader<string, Value>>();
  function loaderFor(args: Arguments): Loader<string, Value> {
    const signature = JSON.stringify(args);
    const loader = loaders.get(signature) ?? batch((keys: readonly string[]) => load(keys, args));
    loaders.set(signature, loader);
    return loader;
  }
  return {
    load: (key, args) => loaderFor(args).load(key),
    prime: (key, args, value) => void loaderFor(args).prime(key, value),
  };
}

import type { Dice } from '../support/reference/dice.ts';
import type { RecordJson } from '../support/reference/record-input.ts';

/** A way in which the same records may arrive: batches, one after the other. */
export interface Arrival {
  name: string;
  /** NDJSON lines as a file brings them, rather than records of the mutation. */
  asLines: boolean;
  batches: RecordJson[][];
}

/** The ways that every world is sent in. All of them must end in the same graph. */
export function arrivals(records: readonly RecordJson[], dice: Dice): Arrival[] {
  const shuffled = dice.shuffle(records);
  return [
    { name: 'all at once', asLines: false, batches: [[...records]] },
    { name: 'backwards, in small batches', asLines: false, batches: split([...records].reverse(), 3, 40, dice) },
    { name: 'shuffled as lines of a file', asLines: true, batches: [shuffled] },
    { name: 'twice over, torn into overlapping batches', asLines: false, batches: overlapping(records, dice) },
    {
      name: 'people before what they did',
      asLines: false,
      batches: byKind(records, ['customer', 'event', 'order', 'store', 'staff', 'product']),
    },
    {
      name: 'orders before all else',
      asLines: true,
      batches: byKind(records, ['order', 'event', 'product', 'staff', 'store', 'customer']),
    },
  ];
}

/** One by one: slow, so for small worlds. */
export function oneByOne(records: readonly RecordJson[], dice: Dice): Arrival {
  return { name: 'one by one, shuffled', asLines: false, batches: dice.shuffle(records).map((record) => [record]) };
}

/** The same way for some of its records: batches keep their order, empty ones are left out. */
export function only(way: Arrival, records: readonly RecordJson[]): Arrival {
  const kept = new Set(records);
  const batches = way.batches.map((batch) => batch.filter((record) => kept.has(record)));
  return { ...way, batches: batches.filter((batch) => batch.length > 0) };
}

function split(records: readonly RecordJson[], least: number, most: number, dice: Dice): RecordJson[][] {
  const batches: RecordJson[][] = [];
  for (let start = 0; start < records.length; start += batches.at(-1)?.length ?? 0) {
    batches.push(records.slice(start, start + dice.number(least, most)));
  }
  return batches;
}

/** Each batch begins with some records of the one before; all are sent again, in another order, and one batch holds doubles. */
function overlapping(records: readonly RecordJson[], dice: Dice): RecordJson[][] {
  const first = split(dice.shuffle(records), 20, 60, dice);
  const torn = first.map((batch, index) => [...(first[index - 1]?.slice(-10) ?? []), ...batch]);
  const again = dice.shuffle(records);
  return [...torn, again.slice(0, 50), [...again, ...again.slice(0, 20)]];
}

function byKind(records: readonly RecordJson[], kinds: readonly string[]): RecordJson[][] {
  return kinds.map((kind) => records.filter((record) => kind in record)).filter((batch) => batch.length > 0);
}

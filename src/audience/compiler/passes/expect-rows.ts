import { hopOf } from '../model.ts';
import type { Find, Source } from '../plan.ts';
import type { Statistics } from '../statistics/statistics.ts';
import { fractionOf } from './estimate.ts';

/** How many objects a find will give, by what is known of the graph. */
export function expectRows(find: Find, statistics: Statistics): number {
  return rowsOf(find.source, find, statistics) * fractionOf(find.filter, find.scope, statistics);
}

function rowsOf(source: Source, { scope }: Find, statistics: Statistics): number {
  const total = statistics.totals[scope];
  switch (source.kind) {
    case 'Everything':
    case 'Given':
      return total;
    case 'Either':
      return Math.min(
        total,
        source.finds.reduce((sum, branch) => sum + expectRows(branch, statistics), 0),
      );
    case 'Ranked': {
      const { find: among, size } = source;
      if (size.kind === 'Objects') return Math.min(expectRows(among, statistics), Number(size.count));
      return (expectRows(among, statistics) * Number(size.parts)) / Number(size.whole);
    }
    case 'From': {
      const { to, many } = hopOf(scope, source.hop);
      const found = expectRows(source.find, statistics);
      // each order has one customer; a store has as many orders as those that its own filter says come to it
      if (many) return Math.min(total, found);
      if (source.find.source.kind === 'Everything')
        return total * fractionOf(source.find.filter, to, statistics, 'links');
      return Math.min(total, (found * total) / Math.max(1, statistics.totals[to]));
    }
  }
}

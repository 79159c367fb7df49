import type { Big } from 'big.js';
import { countBack, millis } from './settings.ts';
import type { Band, Order, Staff, Store, World } from './world.ts';

/** Gives every store and member of staff its revenue of the last 90 days and its band among its peers: the same format. */
export function bandsOf(world: World): void {
  const { now, timeZone } = world.settings;
  const start = countBack(now, 'P90D', timeZone);
  const recent = [...world.orders.values()].filter(
    ({ isPurchase, placedAt }) => isPurchase && millis(placedAt) > start && millis(placedAt) <= millis(now),
  );
  for (const order of recent) addRevenue(order);
  band([...world.stores.values()], ({ format }) => format);
  band([...world.staff.values()], ({ store }) => (store === null ? 'works at no store' : store.format));
}

function addRevenue({ store, staff, net }: Order): void {
  if (store) store.revenue = store.revenue.plus(net);
  if (staff) staff.revenue = staff.revenue.plus(net);
}

function band<T extends Store | Staff>(all: readonly T[], formatOf: (one: T) => string | null): void {
  for (const one of all) {
    const peers = all.filter((other) => formatOf(other) === formatOf(one)).map(({ revenue }) => revenue);
    one.performance = bandAmong(one.revenue, peers);
  }
}

/** LOW when at most a quarter of the peers sell as little, HIGH when at most a quarter sell as much; a single one has no band. */
export function bandAmong(own: Big, peers: readonly Big[]): Band | null {
  if (peers.length < 2) return null;
  const quarter = Math.max(1, Math.floor(peers.length * 0.25));
  if (peers.filter((other) => other.lte(own)).length <= quarter) return 'LOW';
  if (peers.filter((other) => other.gte(own)).length <= quarter) return 'HIGH';
  return 'MEDIUM';
}

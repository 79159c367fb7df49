import { nodeId } from '../../platform/ids.ts';
import type { NeighbourKind, NeighbourStep, NeighbourTie, Walked } from './neighbours.store.ts';

/** A thing in the graph around a customer. */
export interface NeighbourNode {
  readonly id: string;
  readonly kind: NeighbourKind;
  readonly key: string;
  /** Null of customers, whose name is looked up when it is asked for. */
  readonly label: string | null;
  /** How many steps from the customer. */
  readonly distance: number;
}

/** What ties two things together, by their ids. */
export interface NeighbourEdge {
  readonly from: string;
  readonly to: string;
  readonly kind: NeighbourTie;
}

/** What is around a customer. */
export interface Neighbourhood {
  readonly nodes: readonly NeighbourNode[];
  readonly edges: readonly NeighbourEdge[];
  readonly truncated: boolean;
}

/** The steps from things of each kind, by their keys. */
export type StepsFrom = (
  keys: ReadonlyMap<Walked, ReadonlySet<string>>,
) => Promise<ReadonlyMap<Walked, readonly NeighbourStep[]>>;

const idOf = (kind: NeighbourKind, key: string): string =>
  kind === 'IDENTIFIER'
    ? `identifier:${key}`
    : nodeId(kind.toLowerCase() as Lowercase<Exclude<NeighbourKind, 'IDENTIFIER'>>, key);
const isWalked = (kind: NeighbourKind): kind is Walked => !['STORE', 'STAFF', 'PRODUCT'].includes(kind);

interface Growing {
  readonly nodes: Map<string, NeighbourNode>;
  readonly edges: Map<string, NeighbourEdge>;
  frontier: NeighbourNode[];
  truncated: boolean;
}

/**
 * The graphs around some customers, grown together a step at a time, so that the number of statements depends on the depth only.
 * The nearest things are kept; of those as near, the customers, then by kind and key.
 */
export async function walkNeighbours(
  ids: readonly string[],
  stepsFrom: StepsFrom,
  { depth, limit }: { readonly depth: number; readonly limit: number },
): Promise<Neighbourhood[]> {
  const growing = ids.map((id): Growing => {
    const root: NeighbourNode = { id, kind: 'CUSTOMER', key: id, label: null, distance: 0 };
    return { nodes: new Map([[id, root]]), edges: new Map(), frontier: [root], truncated: false };
  });
  for (let distance = 1; distance <= depth; distance++) {
    const keys = new Map<Walked, Set<string>>();
    for (const { kind, key } of growing.flatMap(({ frontier }) => frontier))
      if (isWalked(kind)) keys.set(kind, (keys.get(kind) ?? new Set()).add(key));
    if (keys.size === 0) break;
    const found = await stepsFrom(keys);
    const byThing = new Map<string, NeighbourStep[]>();
    for (const [kind, steps] of found)
      for (const step of steps) {
        const id = idOf(kind, step.from);
        byThing.set(id, [...(byThing.get(id) ?? []), step]);
      }
    for (const one of growing) grow(one, byThing, distance, limit);
  }
  return growing.map(({ nodes, edges, truncated }) => ({
    nodes: [...nodes.values()],
    edges: [...edges.values()],
    truncated,
  }));
}

function grow(one: Growing, byThing: ReadonlyMap<string, readonly NeighbourStep[]>, distance: number, limit: number) {
  const steps = one.frontier.flatMap(({ id }) => (byThing.get(id) ?? []).map((step) => ({ ...step, start: id })));
  const fresh = new Map<string, NeighbourNode>();
  for (const { kind, key, label } of steps) {
    const id = idOf(kind, key);
    if (!one.nodes.has(id)) fresh.set(id, { id, kind, key, label, distance });
  }
  const order = (node: NeighbourNode) => `${node.kind === 'CUSTOMER' ? 0 : 1}${node.kind} ${node.key}`;
  const sorted = [...fresh.values()].sort((left, right) => (order(left) < order(right) ? -1 : 1));
  const room = limit + 1 - one.nodes.size;
  one.truncated ||= sorted.length > room;
  one.frontier = sorted.slice(0, room);
  for (const node of one.frontier) one.nodes.set(node.id, node);
  for (const { kind, key, tie, back, start } of steps) {
    const there = idOf(kind, key);
    if (!one.nodes.has(there)) continue;
    const [from, to] = back ? [there, start] : [start, there];
    one.edges.set(`${from} ${tie} ${to}`, { from, to, kind: tie });
  }
}

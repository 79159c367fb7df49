/** Disjoint sets of strings, joined by size with path halving: near-constant time per operation. */
export interface UnionFind {
  /** The representative of the set that holds a member; an unseen member becomes a set of its own. */
  find(member: string): string;
  union(first: string, second: string): void;
  /** Every set, as its members in order of first appearance. */
  sets(): string[][];
}

export function createUnionFind(): UnionFind {
  const parent = new Map<string, string>();
  const size = new Map<string, number>();

  function find(member: string): string {
    let current = member;
    let above = parent.get(current);
    if (above === undefined) {
      parent.set(member, member);
      size.set(member, 1);
      return member;
    }
    while (above !== current) {
      const grandparent = parent.get(above) as string;
      parent.set(current, grandparent);
      current = grandparent;
      above = parent.get(current) as string;
    }
    return current;
  }

  return {
    find,
    union(first, second) {
      const one = find(first);
      const other = find(second);
      if (one === other) return;
      const [large, small] = (size.get(one) ?? 1) >= (size.get(other) ?? 1) ? [one, other] : [other, one];
      parent.set(small, large);
      size.set(large, (size.get(large) ?? 1) + (size.get(small) ?? 1));
    },
    sets() {
      const byRoot = new Map<string, string[]>();
      for (const member of parent.keys()) {
        const root = find(member);
        const members = byRoot.get(root);
        if (members) members.push(member);
        else byRoot.set(root, [member]);
      }
      return [...byRoot.values()];
    },
  };
}

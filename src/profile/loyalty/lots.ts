/** Points that came together, as far as they are still there. */
export interface Lot {
  readonly id: string;
  readonly at: Date;
  /** From then on they are void; null: never. */
  readonly expiresAt: Date | null;
  left: number;
}

/** Points taken out of a lot. */
export interface Piece {
  readonly lot: Lot;
  readonly points: number;
}

/** The points of one account, the soonest to expire first; of those that expire together the oldest first. */
export interface Lots {
  add(lot: Lot): void;
  /** How many points there are. */
  total(): number;
  /** Takes up to so many, those of the lot `first` before all others. */
  take(points: number, first?: string): readonly Piece[];
  /** Takes away the lots that are void at an instant, in the order in which they became so. */
  expire(at: Date): readonly Piece[];
  /** What is there, in the order in which it is used. */
  list(): readonly Lot[];
}

const NEVER = Number.POSITIVE_INFINITY;
const endOf = (lot: Lot) => lot.expiresAt?.getTime() ?? NEVER;

function isSooner(one: Lot, other: Lot): boolean {
  const [end, otherEnd] = [endOf(one), endOf(other)];
  if (end !== otherEnd) return end < otherEnd;
  const difference = one.at.getTime() - other.at.getTime();
  return difference === 0 ? one.id < other.id : difference < 0;
}

export function createLots(): Lots {
  let lots: Lot[] = [];

  function takeOf(lot: Lot, points: number): Piece {
    const taken = Math.min(lot.left, points);
    lot.left -= taken;
    return { lot, points: taken };
  }

  return {
    add(lot) {
      if (lot.left === 0) return;
      lots.splice(lots.findLastIndex((other) => !isSooner(lot, other)) + 1, 0, lot);
    },
    total: () => lots.reduce((sum, { left }) => sum + left, 0),
    take(points, first) {
      const pieces: Piece[] = [];
      let open = points;
      const own = lots.filter(({ id }) => id === first);
      for (const lot of [...own, ...lots]) {
        if (open === 0) break;
        const piece = takeOf(lot, open);
        open -= piece.points;
        if (piece.points > 0) pieces.push(piece);
      }
      lots = lots.filter(({ left }) => left > 0);
      return pieces;
    },
    expire(at) {
      const standing = lots.findIndex((lot) => endOf(lot) > at.getTime());
      const gone = lots.splice(0, standing < 0 ? lots.length : standing);
      return gone.map((lot) => takeOf(lot, lot.left));
    },
    list: () => lots,
  };
}

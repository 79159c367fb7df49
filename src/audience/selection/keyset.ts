import type { Parameters } from '../../platform/neo4j/database.ts';
import type { Position, SortValue } from './cursor.ts';
import type { Ordering, SortTerm } from './ordering.ts';

/** Keeps only what stands on one side of a place; `inclusive` keeps the place itself too. */
export interface Bound {
  readonly side: 'after' | 'before';
  readonly position: Position;
  readonly inclusive?: boolean;
}

/**
 * One stretch of a list that an index can give in order. A list sorted by a property that may be missing is two of them:
 * first the nodes that have it, then those that have not; no index holds both.
 */
export interface Stretch {
  readonly predicates: readonly string[];
  readonly parameters: Parameters;
  readonly orderBy: string;
}

/**
 * The stretches of a list between bounds, in list order (or from its end when `reversed`); stretches outside the bounds are left out.
 * Predicates and sort terms speak of `node`.
 */
export function stretchesOf(ordering: Ordering, bounds: readonly Bound[], reversed: boolean): Stretch[] {
  const [leading, ...rest] = ordering.terms;
  if (!leading) throw new Error('An ordering needs at least its key.');
  const present = [{ ...leading, nullable: false }, ...rest];
  const known = stretch([], present, bounds, reversed, (bound) =>
    bound.position[0] === null ? (bound.side === 'before' ? 'all' : 'none') : bound.position,
  );
  if (!leading.nullable) return known ? [known] : [];
  const missing = stretch([`${reference(leading)} IS NULL`], rest, bounds, reversed, (bound) =>
    bound.position[0] === null ? bound.position.slice(1) : bound.side === 'after' ? 'all' : 'none',
  );
  const inOrder = [known, missing].filter((part) => part !== null);
  return reversed ? inOrder.reverse() : inOrder;
}

/** The same for nodes that are found already: no index gives them in order, so they need not be cut into stretches. */
export function wholeOf(ordering: Ordering, bounds: readonly Bound[], reversed: boolean): Stretch {
  const { predicates, parameters } = within(ordering.terms, bounds, (bound) => bound.position);
  return { predicates, parameters, orderBy: orderBy(ordering.terms, reversed) };
}

/** The Cypher list of a node's sort values: what its cursor holds. */
export function positionOf(ordering: Ordering): string {
  return `[${ordering.terms.map((term) => (term.type === 'instant' ? `toString(${reference(term)})` : reference(term))).join(', ')}]`;
}

function stretch(
  membership: readonly string[],
  terms: readonly SortTerm[],
  bounds: readonly Bound[],
  reversed: boolean,
  place: (bound: Bound) => Position | 'all' | 'none',
): Stretch | null {
  if (bounds.some((bound) => place(bound) === 'none')) return null;
  const [first] = terms;
  // said aloud, because an index gives its order only to those who ask for nodes that are in it
  const present = first && !first.nullable ? [`${reference(first)} IS NOT NULL`] : [];
  const { predicates, parameters } = within(terms, bounds, place);
  return { predicates: [...membership, ...present, ...predicates], parameters, orderBy: orderBy(terms, reversed) };
}

/** The predicates that keep what is between bounds, with their parameters. */
function within(
  terms: readonly SortTerm[],
  bounds: readonly Bound[],
  place: (bound: Bound) => Position | 'all' | 'none',
): { predicates: string[]; parameters: Parameters } {
  const predicates: string[] = [];
  const parameters: Parameters = {};
  for (const [index, bound] of bounds.entries()) {
    const position = place(bound);
    if (typeof position === 'string') continue;
    const value = (at: number) => {
      parameters[`page${index}_${at}`] = position[at];
      const term = terms[at];
      return term?.type === 'instant' ? `datetime($page${index}_${at})` : `$page${index}_${at}`;
    };
    predicates.push(...beyond(terms, position, bound, value));
  }
  return { predicates, parameters };
}

function orderBy(terms: readonly SortTerm[], reversed: boolean): string {
  return terms.map((term) => sortBy(term, reversed)).join(', ');
}

/** Lexicographic comparison with a place: by the first term, and where equal by the next. The last term is the key. */
function beyond(terms: readonly SortTerm[], position: Position, bound: Bound, value: (at: number) => string): string[] {
  const last = terms.length - 1;
  const key = terms[last] as SortTerm;
  let text = `${reference(key)} ${operator(key, bound.side)}${bound.inclusive ? '=' : ''} ${value(last)}`;
  for (let at = last - 1; at >= 0; at -= 1) {
    const term = terms[at] as SortTerm;
    const held = position[at] ?? null;
    if (at === 0 && held !== null && !term.nullable) {
      // a range that an index can seek, then `<>`: an OR of ranges would be read as two seeks, and the order be lost
      const range = `${reference(term)} ${operator(term, bound.side)}= ${value(at)}`;
      return [range, `(${reference(term)} <> ${value(at)} OR ${text})`];
    }
    const equal = held === null ? `${reference(term)} IS NULL` : `${reference(term)} = ${value(at)}`;
    text = `(${strictly(term, held, bound.side, () => value(at))} OR (${equal} AND ${text}))`;
  }
  return [text];
}

function strictly(term: SortTerm, held: SortValue, side: Bound['side'], value: () => string): string {
  if (held === null) return side === 'after' ? 'false' : `${reference(term)} IS NOT NULL`;
  const compared = `${reference(term)} ${operator(term, side)} ${value()}`;
  return side === 'after' && term.nullable ? `(${compared} OR ${reference(term)} IS NULL)` : compared;
}

function operator(term: SortTerm, side: Bound['side']): '<' | '>' {
  return (term.direction === 'ASC') === (side === 'after') ? '>' : '<';
}

/** Cypher sorts missing values as the greatest: right for ASC, and turned round with it; DESC needs them put last first. */
function sortBy(term: SortTerm, reversed: boolean): string {
  const direction = (term.direction === 'ASC') === reversed ? 'DESC' : 'ASC';
  const sorted = `${reference(term)} ${direction}`;
  if (!term.nullable || term.direction === 'ASC') return sorted;
  return `${reference(term)} IS NULL ${reversed ? 'DESC' : 'ASC'}, ${sorted}`;
}

function reference(term: SortTerm): string {
  return `node.${term.property}`;
}

import { setImmediate } from 'node:timers/promises';

export interface Minimum {
  readonly at: readonly number[];
  readonly value: number;
  /** False when the steps ran out first. */
  readonly converged: boolean;
}

interface Vertex {
  readonly at: readonly number[];
  readonly value: number;
}

const MOST_STEPS = 2_000;
const FIRST_STEP = 0.5;

/**
 * The place where a function is least, by the simplex method of Nelder and Mead (The Computer Journal 7, 1965) with its usual
 * coefficients. Other work goes on between steps.
 */
export async function minimise(
  value: (at: readonly number[]) => number,
  start: readonly number[],
  tolerance = 1e-9,
): Promise<Minimum> {
  const vertex = (at: readonly number[]): Vertex => ({ at, value: value(at) });
  const simplex = [start, ...start.map((_, axis) => start.map((x, i) => (i === axis ? x + FIRST_STEP : x)))].map(
    vertex,
  );
  const order = () => simplex.sort((one, other) => one.value - other.value);
  for (let step = 0; step < MOST_STEPS; step++) {
    await setImmediate();
    order();
    const best = simplex[0] as Vertex;
    const worst = simplex.pop() as Vertex;
    if (
      worst.value - best.value <= tolerance * (1 + Math.abs(best.value)) &&
      spread(simplex, worst) <= Math.sqrt(tolerance)
    )
      return { ...best, converged: true };
    const centre = start.map(
      (_, axis) => simplex.reduce((sum, { at }) => sum + coordinate(at, axis), 0) / simplex.length,
    );
    const along = (factor: number) => vertex(centre.map((x, axis) => x + factor * (coordinate(worst.at, axis) - x)));
    const next = replacement(along, { best, worst, second: simplex.at(-1) as Vertex });
    if (next) simplex.push(next);
    else shrink(simplex, worst, best, vertex);
  }
  return { ...(order()[0] as Vertex), converged: false };
}

/** The vertex that takes the place of the worst one: reflected, expanded or contracted; null when none of them is better. */
function replacement(
  along: (factor: number) => Vertex,
  { best, worst, second }: Record<'best' | 'worst' | 'second', Vertex>,
): Vertex | null {
  const reflected = along(-1);
  if (reflected.value < best.value) {
    const expanded = along(-2);
    return expanded.value < reflected.value ? expanded : reflected;
  }
  if (reflected.value < second.value) return reflected;
  const contracted = reflected.value < worst.value ? along(-0.5) : along(0.5);
  return contracted.value < Math.min(reflected.value, worst.value) ? contracted : null;
}

function shrink(simplex: Vertex[], worst: Vertex, best: Vertex, vertex: (at: readonly number[]) => Vertex): void {
  simplex.push(worst);
  for (let index = 1; index < simplex.length; index++)
    simplex[index] = vertex((simplex[index] as Vertex).at.map((x, axis) => (x + coordinate(best.at, axis)) / 2));
}

function spread(simplex: readonly Vertex[], worst: Vertex): number {
  const best = simplex[0] as Vertex;
  return Math.max(...worst.at.map((x, axis) => Math.abs(x - coordinate(best.at, axis))));
}

function coordinate(at: readonly number[], axis: number): number {
  return at[axis] as number;
}

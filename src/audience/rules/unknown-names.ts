import { entryOf, fieldsOf, isField, isRelation, isToOne, scopeNouns } from './scopes.ts';
import { nearest } from './suggest.ts';
import type { Scope } from './tree.ts';

/** Steps from one object to another that a hint may take: purchases, lines, product. */
const furthest = 3;
const allScopes = Object.keys(scopeNouns) as readonly Scope[];

/** What could be meant by a name that a scope does not have: where else it is, and names like it. At most three. */
export function meantNames(name: string, scope: Scope, prefix: readonly string[] = []): string[] {
  const similar = nearest(name, Object.keys(fieldsOf(scope))).map((near) => [...prefix, near].join('.'));
  const elsewhere = prefix.length === 0 ? placesOf(name, scope) : [];
  const ofSegments =
    scope === 'customer' && nearest(name, ['inSegment', 'segment']).length > 0 ? ['in segment "…"'] : [];
  return [...ofSegments, ...elsewhere, ...similar].slice(0, 3);
}

/** Who has a name, in words, when it cannot be reached from a scope: `city` inside `identifiers where (…)`. */
export function ownersOf(name: string, scope: Scope): string[] {
  if (placesOf(name, scope).length > 0) return [];
  return allScopes
    .filter((other) => other !== scope && entryOf(other, name) !== undefined)
    .map((other) => scopeNouns[other]);
}

/** How to reach a name from a scope that does not have it itself, shortest ways first. */
function placesOf(name: string, scope: Scope): string[] {
  const found: { readonly text: string; readonly steps: number }[] = [];
  const search = (from: Scope, steps: number, write: (inner: string) => string): void => {
    const entry = entryOf(from, name);
    if (entry !== undefined && steps > 0) {
      const text = isField(entry) ? `${name} …` : isRelation(entry) ? `${name} where (…)` : `${name}.…`;
      found.push({ text: write(text), steps });
    }
    if (steps === furthest) return;
    for (const [step, next] of Object.entries(fieldsOf(from))) {
      // Purchases stand for all orders, and a manager has the same names as the staff.
      if (step === 'orders' || step === 'manager' || step === name) continue;
      if (isToOne(next)) search(next.toOne, steps + 1, (inner) => write(`${step}.${inner}`));
      if (isRelation(next)) search(next.toMany, steps + 1, (inner) => write(`${step} where (${inner})`));
    }
  };
  search(scope, 0, (inner) => inner);
  return found.sort((a, b) => a.steps - b.steps).map(({ text }) => text.replace(/ …$/, ''));
}

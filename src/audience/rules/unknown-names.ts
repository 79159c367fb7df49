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

/** Purchases stand for all orders, and lead to their lines as well. */
const roundabout: ReadonlySet<string> = new Set(['orders', 'purchasedLines']);

/** How to reach a name from a scope that does not have it itself, shortest ways first. */
function placesOf(name: string, scope: Scope): string[] {
  const found: { readonly text: string; readonly steps: number }[] = [];
  const search = (from: Scope, seen: readonly Scope[], behindOne: boolean, write: (inner: string) => string): void => {
    const steps = seen.length;
    const entry = entryOf(from, name);
    if (entry !== undefined && steps > 0) {
      const text = isField(entry) ? `${name} …` : isRelation(entry) ? `${name} where (…)` : `${name}.…`;
      found.push({ text: write(text), steps });
    }
    if (steps === furthest) return;
    for (const [step, next] of Object.entries(fieldsOf(from))) {
      if (roundabout.has(step) || step === name || isField(next)) continue;
      const to = isToOne(next) ? next.toOne : next.toMany;
      // what hangs on the one at the end of a dot would be somebody else's
      if (to === from || seen.includes(to) || (behindOne && isRelation(next))) continue;
      const around = (inner: string) => write(isToOne(next) ? `${step}.${inner}` : `${step} where (${inner})`);
      search(to, [...seen, from], isToOne(next), around);
    }
  };
  search(scope, [], false, (inner) => inner);
  return found.sort((a, b) => a.steps - b.steps).map(({ text }) => text.replace(/ …$/, ''));
}

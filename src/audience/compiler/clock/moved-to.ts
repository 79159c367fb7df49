import { subtractDuration } from '../../../platform/time.ts';
import type { Anniversary, Condition, PlanValue, Span } from '../plan.ts';
import { daysAhead } from './days-ahead.ts';

/** The value at another instant of asking. */
export function valueAt(value: PlanValue, asOf: Date): PlanValue {
  return value.ago ? { ...value, value: ago(value.ago, asOf) } : value;
}

/** Instants by the span that they lie before another. */
interface Before {
  readonly at: number;
  readonly bySpan: Map<string, string>;
}

// Many rules look back by the same spans, from now and from when they were last asked.
let kept: readonly Before[] = [];

/** The instant that lies so long before another, RFC 3339 in UTC. */
function ago({ duration, timeZone }: Span, asOf: Date): string {
  const { bySpan } = before(asOf.getTime());
  const span = `${duration} ${timeZone}`;
  const known = bySpan.get(span);
  if (known !== undefined) return known;
  const instant = subtractDuration(asOf, duration, timeZone).toISOString();
  bySpan.set(span, instant);
  return instant;
}

function before(at: number): Before {
  const known = kept.find((one) => one.at === at);
  if (known) return known;
  const made = { at, bySpan: new Map<string, string>() };
  kept = [made, ...kept.slice(0, 1)];
  return made;
}

/** Parts of plans that the clock does not move: they are not looked into again. */
const still = new WeakSet<object>();

/**
 * A plan, or a part of one, as it would have been resolved at another instant of asking: the clock moves bounds, never what is asked.
 * What does not move is given back as the same object, so a condition that reads no clock is itself at any instant.
 */
export function movedTo<T>(part: T, asOf: Date): T {
  if (typeof part !== 'object' || part === null || still.has(part)) return part;
  const moved = movedInside(movedItself(part, asOf), asOf);
  if (moved === part) still.add(part);
  return moved as T;
}

/** What of a part is reckoned from the instant of asking. */
function movedItself(part: object, asOf: Date): object {
  if ('ago' in part) return valueAt(part as PlanValue, asOf);
  switch ((part as Partial<Condition>).kind) {
    case 'TermHolds':
    case 'Elapsed':
      return { ...part, asOf: asOf.toISOString() };
    case 'Anniversary': {
      const { duration, timeZone } = (part as Anniversary).ahead;
      return { ...part, spans: daysAhead(asOf, duration, timeZone) };
    }
    default:
      return part;
  }
}

function movedInside(part: object, asOf: Date): object {
  if (Array.isArray(part)) {
    const moved = part.map((one: unknown) => movedTo(one, asOf));
    return moved.some((one, index) => one !== part[index]) ? moved : part;
  }
  let changed: Record<string, unknown> | null = null;
  for (const [name, value] of Object.entries(part)) {
    const moved: unknown = movedTo(value, asOf);
    if (moved === value) continue;
    changed ??= { ...part };
    changed[name] = moved;
  }
  return changed ?? part;
}

import { type Stage, signsOfInterest } from './figures.ts';

/** The facts of one customer, in milliseconds. */
export interface LifeFacts {
  /** When facts named a strong identifier. */
  readonly identified: readonly number[];
  readonly purchases: readonly number[];
  readonly events: readonly { readonly name: string; readonly at: number }[];
  /** When any fact was seen. */
  readonly seen: readonly number[];
}

/** A stage from an instant on. */
export interface Begun {
  readonly stage: Stage;
  readonly from: number;
  readonly cause: string;
}

const DAY = 86_400_000;

/** The stage at an instant, counted from nothing but the facts up to then; null before there was any. */
export function stageThen({ identified, purchases, events, seen }: LifeFacts, at: number): Stage | null {
  if (![...seen, ...identified].some((instant) => instant <= at)) return null;
  if (!identified.some((instant) => instant <= at)) return 'ANONYMOUS';
  const bought = purchases.filter((instant) => instant <= at);
  if (bought.length === 0) return 'WINDOW';
  const since = at - Math.max(...bought);
  if (since > 365 * DAY) return 'LAPSED';
  const signs = events.filter(
    (event) => signsOfInterest.includes(event.name) && event.at <= at && at - event.at <= 30 * DAY,
  );
  if (since > 60 * DAY && signs.length >= 5) return 'INDECISIVE';
  if (bought.length === 1) return 'FIRST_TIME';
  return bought.length < 5 ? 'REPEAT' : 'LOYAL';
}

/** Every change of stage up to an instant: all instants are tried at which one could be. */
export function stagesThrough(facts: LifeFacts, until: number): Begun[] {
  const { identified, purchases, events, seen } = facts;
  const instants = [...identified, ...purchases, ...events.map(({ at }) => at), ...seen];
  const tried = instants.flatMap((at) => [0, 30, 60, 365].flatMap((days) => [at + days * DAY, at + days * DAY + 1]));
  const begun: Begun[] = [];
  for (const from of [...new Set(tried)].sort((one, other) => one - other)) {
    const stage = from <= until ? stageThen(facts, from) : null;
    if (stage === null || begun.at(-1)?.stage === stage) continue;
    begun.push({ stage, from, cause: causeAt(facts, from, begun.length === 0) });
  }
  return begun;
}

function causeAt({ identified, purchases, events }: LifeFacts, at: number, isFirst: boolean): string {
  if (purchases.includes(at)) return 'ORDER';
  if (identified.length > 0 && Math.min(...identified) === at) return 'IDENTIFIED';
  if (events.some((event) => event.at === at && signsOfInterest.includes(event.name))) return 'EVENT';
  return isFirst ? 'ARRIVED' : 'TIME';
}

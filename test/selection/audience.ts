import { createSegmentRules } from '../../src/audience/segments/segment-rules.ts';
import { createSegmentsService, type SegmentsService } from '../../src/audience/segments/segments.service.ts';
import { createCompileSelection } from '../../src/audience/selection/compile-selection.ts';
import { createSelectionService, type SelectionService } from '../../src/audience/selection/selection.service.ts';
import { type FixedClock, fixedClock } from '../../src/platform/clock.ts';
import { DomainError } from '../../src/platform/errors.ts';
import type { Database } from '../../src/platform/neo4j/database.ts';
import { createCustomersStore } from '../../src/profile/customer360/customers.store.ts';
import { defaultLifecycleRules } from '../../src/profile/lifecycle/lifecycle-rules.ts';

/** The audience room on a graph, at noon in Shanghai on 2026-06-18. */
export interface Audience {
  readonly clock: FixedClock;
  readonly selection: SelectionService;
  readonly segments: SegmentsService;
}

export function createAudience(database: Database, ruleCostLimit = 1_000_000_000): Audience {
  const clock = fixedClock('2026-06-18T04:00:00Z');
  const settings = {
    timeZone: 'Asia/Shanghai',
    currency: 'CNY',
    lifecycle: defaultLifecycleRules,
    phoneKinds: ['phone'],
  };
  const { timeZone } = settings;
  const compile = createCompileSelection({ ...settings, ruleCostLimit }, createSegmentRules(database, timeZone));
  const selection = createSelectionService({
    database,
    clock,
    timeZone,
    compile,
    compareChanged: async () => undefined,
  });
  const customersById = createCustomersStore(database).byId;
  const segments = createSegmentsService({ database, clock, timeZone, compile, selection, customersById });
  return { clock, selection, segments };
}

/** The names of the statements that some work sent. */
export async function statementsOf(database: Database, work: () => Promise<unknown>): Promise<string[]> {
  const names: string[] = [];
  const stop = database.observe((query) => names.push(query.name));
  try {
    await work();
  } finally {
    stop();
  }
  return names;
}

/** The DomainError that some work ends with. */
export async function refusalOf(work: () => Promise<unknown>): Promise<DomainError> {
  const outcome = await work().then(
    () => 'success',
    (error: unknown) => error,
  );
  if (outcome instanceof DomainError) return outcome;
  throw new Error(`expected a DomainError, got ${outcome}`, { cause: outcome });
}

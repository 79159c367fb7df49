import type { Clock } from '../../platform/clock.ts';
import { DomainError } from '../../platform/errors.ts';
import type { Database } from '../../platform/neo4j/database.ts';
import { countFlows, type StageFlow } from './funnel.store.ts';
import { recountInterest } from './interest.store.ts';
import type { LifecycleRules } from './lifecycle-rules.ts';
import { readStageFacts } from './stage-facts.store.ts';
import { type StagePeriod, stageHistory } from './stage-history.ts';
import { type LifecycleStage, lifecycleStages } from './stages.ts';

/** How many customers are in which stage at two instants, and how they got from one to the other. */
export interface LifecycleFunnel {
  readonly from: Date;
  readonly to: Date;
  /** Every stage once, in the order in which customers usually pass them. */
  readonly stages: readonly { readonly stage: LifecycleStage; readonly before: number; readonly after: number }[];
  /** Those that somebody went, also from a stage to itself. */
  readonly flows: readonly StageFlow[];
}

/** Customers' lives with the brand. */
export interface LifecycleService {
  readonly rules: LifecycleRules;
  /** The stages of living customers up to an instant (default: now), oldest first; one list for every id, one statement. */
  historiesOf(ids: readonly string[], until?: Date): Promise<StagePeriod[][]>;
  /**
   * Stages at two instants, by the facts as they are known today; one statement over all customers.
   * @throws DomainError BAD_USER_INPUT when the second comes before the first
   */
  funnel(from: Date, to: Date): Promise<LifecycleFunnel>;
  /** Counts everybody's interest anew if other rules are in force than it was counted by; false when it was right already. */
  bringUpToDate(): Promise<boolean>;
}

export interface LifecycleDependencies {
  readonly database: Database;
  readonly clock: Clock;
  readonly rules: LifecycleRules;
}

export function createLifecycleService({ database, clock, rules }: LifecycleDependencies): LifecycleService {
  return {
    rules,
    async historiesOf(ids, until = clock.now()) {
      const facts = await readStageFacts(database, ids, rules.indecisive?.events ?? []);
      return facts.map((found) => (found === null ? [] : stageHistory(found, until, rules)));
    },
    async funnel(from, to) {
      if (to < from) throw new DomainError('BAD_USER_INPUT', '`to` must not come before `from`.', { argument: 'to' });
      const flows = await countFlows(database, from, to, rules);
      const sum = (isWanted: (flow: StageFlow) => boolean) =>
        flows.filter(isWanted).reduce((total, { customers }) => total + customers, 0);
      const stages = lifecycleStages.map((stage) => ({
        stage,
        before: sum((flow) => flow.from === stage),
        after: sum((flow) => flow.to === stage),
      }));
      return { from, to, stages, flows };
    },
    bringUpToDate: () => recountInterest(database, rules.indecisive, clock.now),
  };
}

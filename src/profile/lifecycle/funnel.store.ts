import type { Database, Query } from '../../platform/neo4j/database.ts';
import type { LifecycleRules } from './lifecycle-rules.ts';
import { printStage } from './print-stage.ts';
import { firstSign, pickFirstIdentifier } from './stage-facts.store.ts';
import type { LifecycleStage } from './stages.ts';

/** How many customers went from one stage to another; null: they were not there yet. */
export interface StageFlow {
  readonly from: LifecycleStage | null;
  readonly to: LifecycleStage | null;
  readonly customers: number;
}

type Side = 'from' | 'to';

// Signs of interest count only with a purchase behind them that is neither new nor long ago.
const interestAt = (side: Side) => `CALL (customer, ${side}Last) {
  WITH customer WHERE ${side}Last < $${side}Quiet AND ${side}Last >= $${side}Lapsed AND customer.lastSeenAt >= $${side}Since
  MATCH (customer)-[:PERFORMED]->(event)
  WHERE event.name IN $events AND event.occurredAt >= $${side}Since AND event.occurredAt <= $${side}
  WITH event.occurredAt AS at ORDER BY at DESC LIMIT $interests
  RETURN CASE WHEN count(*) = $interests THEN min(at) END AS ${side}Interest
}`;

const noInterest = (side: Side) => `WITH *, null AS ${side}Interest`;

// What was bought up to an instant is what is rolled up, but for those who bought since.
const boughtBy = (
  side: Side,
) => `CASE WHEN bought IS NULL THEN customer.purchaseCount ELSE bought.${side}Count END AS ${side}Count,
  CASE WHEN bought IS NULL THEN customer.lastPurchaseAt ELSE bought.${side}Last END AS ${side}Last`;

/** The stage at one of the instants, by the figures as they were then; null where there was no sign yet. */
function stageAt(side: Side, at: Date, rules: LifecycleRules) {
  const figures = {
    known: `(knownAt IS NOT NULL AND knownAt <= $${side})`,
    purchaseCount: `${side}Count`,
    lastPurchaseAt: `${side}Last`,
    interestAt: `${side}Interest`,
  };
  const { text, parameters } = printStage(figures, side, at, rules);
  return { text: `CASE WHEN arrivedAt > $${side} THEN null ELSE ${text} END`, parameters };
}

const DAY_MS = 86_400_000;
const daysBefore = (at: Date, days: number) => new Date(at.getTime() - days * DAY_MS);

/** How many customers were in which stage at one instant and at another, in one statement over all. */
export async function countFlows(
  database: Database,
  from: Date,
  to: Date,
  rules: LifecycleRules,
): Promise<StageFlow[]> {
  const { indecisive } = rules;
  const [before, after] = [stageAt('from', from, rules), stageAt('to', to, rules)];
  const parameters: Record<string, unknown> = { from, to, ...before.parameters, ...after.parameters };
  if (indecisive) {
    const { quietDays, withinDays, interests, events } = indecisive;
    Object.assign(parameters, { interests, events });
    for (const [side, at] of Object.entries({ from, to })) {
      parameters[`${side}Quiet`] = daysBefore(at, quietDays);
      parameters[`${side}Lapsed`] = daysBefore(at, rules.lapsedAfterDays);
      parameters[`${side}Since`] = daysBefore(at, withinDays);
    }
  }
  const interest = indecisive ? interestAt : noInterest;
  const query: Query = {
    name: 'lifecycle.funnel',
    text: `MATCH (customer:Customer)
WITH customer, COLLECT { ${pickFirstIdentifier} RETURN identifier.firstSeenAt }[0] AS knownAt
WITH customer, knownAt, CASE WHEN knownAt <= $from THEN knownAt ELSE coalesce(${firstSign}, knownAt, customer.createdAt) END AS sign
WITH customer, knownAt, CASE WHEN knownAt < sign THEN knownAt ELSE sign END AS arrivedAt
WHERE arrivedAt <= $to
CALL (customer) {
  WITH customer WHERE customer.lastPurchaseAt > $from
  MATCH (customer)-[:PLACED]->(order) WHERE order.isPurchase
  RETURN {fromCount: count(CASE WHEN order.placedAt <= $from THEN 1 END),
    fromLast: max(CASE WHEN order.placedAt <= $from THEN order.placedAt END),
    toCount: count(CASE WHEN order.placedAt <= $to THEN 1 END),
    toLast: max(CASE WHEN order.placedAt <= $to THEN order.placedAt END)} AS counted
}
WITH customer, knownAt, arrivedAt, CASE WHEN customer.lastPurchaseAt > $from THEN counted END AS bought
WITH customer, knownAt, arrivedAt, ${boughtBy('from')}, ${boughtBy('to')}
${interest('from')}
${interest('to')}
WITH ${before.text} AS fromStage, ${after.text} AS toStage
RETURN fromStage AS from, toStage AS to, count(*) AS customers
ORDER BY from, to`,
  };
  return database.read<StageFlow & Record<string, unknown>>(query, parameters);
}

import type { Database, Query } from '../../../platform/neo4j/database.ts';
import type { Scope } from '../../rules/index.ts';
import type { Frequency, Statistics, ValueFrequencies } from './statistics.ts';

/** A value of a property, or for one called `week of …` a week, and how often it occurs. */
interface FrequencyRow {
  readonly property: string;
  readonly value: string;
  readonly objects: number;
  readonly links: number;
}

/** One statement that counts values of a scope. */
interface Survey {
  readonly scope: Scope;
  readonly query: Query;
  /** Looks at a share of the objects only, so that it takes no longer in a large graph. */
  readonly sampled: boolean;
}

const SAMPLE = 20_000;
const MOST_VALUES = 20_000;

const countObjects: Query = {
  name: 'statistics.totals',
  text: `RETURN COUNT { (:Customer) } AS customer, COUNT { (:Order) } AS order, COUNT { ()-[:CONTAINS]->() } AS line,
  COUNT { (:Event) } AS event, COUNT { (:Identifier) } AS identifier, COUNT { (:Device) } AS device,
  COUNT { (:Product) } AS product, COUNT { (:Store) } AS store, COUNT { (:Staff) } AS staff`,
};

const countPairs = `UNWIND pairs AS pair
WITH pair[0] AS property, pair[1] AS value, count(*) AS objects, sum(links) AS links WHERE value IS NOT NULL
RETURN property, value, objects, links ORDER BY links DESC LIMIT ${MOST_VALUES}`;

const WEEK_OF = 'week of ';
const week = (property: string) => `['${WEEK_OF}${property}', toString(node.${property}.epochSeconds / 604800)]`;

const surveys: readonly Survey[] = [
  {
    scope: 'customer',
    sampled: true,
    query: {
      name: 'statistics.customers',
      text: `MATCH (node:Customer) WHERE rand() < $share
WITH 1 AS links, [['gender', node.gender], ['city', node.city], ['province', node.province], ['country', node.country],
  ['language', node.language], ['purchaseCount', toString(node.purchaseCount)], ${week('createdAt')}, ${week('lastSeenAt')},
  ${week('firstPurchaseAt')}, ${week('lastPurchaseAt')}] + [tag IN node.tags | ['tags', tag]] AS pairs
${countPairs}`,
    },
  },
  {
    scope: 'order',
    sampled: true,
    query: {
      name: 'statistics.orders',
      text: `MATCH (node:Order) WHERE rand() < $share
WITH 1 AS links, [['status', node.status], ['channel', node.channel], ['source', node.source], ${week('placedAt')}] AS pairs
${countPairs}`,
    },
  },
  {
    // rare promotions are what rules ask for, so these are counted in full; the index alone answers it
    scope: 'order',
    sampled: false,
    query: {
      name: 'statistics.promotions',
      text: `MATCH (node:Order) WHERE node.promotion IS NOT NULL
WITH node.promotion AS value, count(*) AS objects
RETURN 'promotion' AS property, value, objects, objects AS links ORDER BY objects DESC LIMIT ${MOST_VALUES}`,
    },
  },
  {
    scope: 'event',
    sampled: false,
    query: {
      name: 'statistics.eventNames',
      text: `MATCH (node:Event) WHERE node.name IS NOT NULL
WITH node.name AS value, count(*) AS objects
RETURN 'name' AS property, value, objects, objects AS links ORDER BY objects DESC LIMIT ${MOST_VALUES}`,
    },
  },
  {
    scope: 'event',
    sampled: true,
    query: {
      name: 'statistics.events',
      text: `MATCH (node:Event) WHERE rand() < $share
WITH 1 AS links, [['source', node.source], ['channel', node.channel], ${week('occurredAt')}] AS pairs
${countPairs}`,
    },
  },
  {
    scope: 'product',
    sampled: false,
    query: {
      name: 'statistics.products',
      text: `MATCH (node:Product)
WITH COUNT { (node)<-[:CONTAINS]-() } AS links, [['sku', node.sku], ['brand', node.brand]]
  + [level IN coalesce(node.category, []) | ['category', level]] + [tag IN coalesce(node.tags, []) | ['tags', tag]] AS pairs
${countPairs}`,
    },
  },
  {
    scope: 'store',
    sampled: false,
    query: {
      name: 'statistics.stores',
      text: `MATCH (node:Store)
WITH COUNT { (node)<-[:AT]-() } AS links, [['code', node.code], ['performance', node.performance], ['city', node.city],
  ['province', node.province], ['region', node.region], ['format', node.format]]
  + [tag IN coalesce(node.tags, []) | ['tags', tag]] AS pairs
${countPairs}`,
    },
  },
  {
    scope: 'staff',
    sampled: false,
    query: {
      name: 'statistics.staff',
      text: `MATCH (node:Staff)
WITH COUNT { (node)<-[:SOLD_BY]-() } AS links, [['code', node.code], ['performance', node.performance], ['title', node.title]]
  + [tag IN coalesce(node.tags, []) | ['tags', tag]] AS pairs
${countPairs}`,
    },
  },
];

/** Counts the graph's values, in a fixed number of short statements of their own, one after the other. */
export async function readStatistics(database: Database): Promise<Statistics> {
  const [totals] = await database.read<Statistics['totals']>(countObjects);
  if (!totals) throw new Error('statistics.totals gave no row');
  const values = new Map<string, ValueFrequencies>();
  const weeks = new Map<string, ReadonlyMap<number, number>>();
  for (const survey of surveys) {
    const share = survey.sampled ? Math.min(1, SAMPLE / Math.max(1, totals[survey.scope])) : 1;
    const rows = await database.read<FrequencyRow>(survey.query, survey.sampled ? { share } : {});
    collect(survey, rows, share, values, weeks);
  }
  return { totals, values, weeks };
}

function collect(
  { scope }: Survey,
  rows: readonly FrequencyRow[],
  share: number,
  values: Map<string, ValueFrequencies>,
  weeks: Map<string, ReadonlyMap<number, number>>,
): void {
  const byProperty = new Map<string, Map<string, Frequency>>();
  for (const { property, value, objects, links } of rows) {
    const frequencies = byProperty.get(property) ?? new Map<string, Frequency>();
    byProperty.set(property, frequencies.set(value, { objects: objects / share, links: links / share }));
  }
  const complete = share === 1 && rows.length < MOST_VALUES;
  for (const [property, frequencies] of byProperty) {
    if (!property.startsWith(WEEK_OF)) values.set(`${scope}.${property}`, { frequencies, complete });
    else {
      const counts = [...frequencies].map(([number, { objects }]) => [Number(number), objects] as const);
      weeks.set(`${scope}.${property.slice(WEEK_OF.length)}`, new Map(counts));
    }
  }
}

import type { Database, Query } from '../platform/neo4j/database.ts';

const begin: Query = {
  name: 'demo.begin',
  text: `MERGE (load:DemoLoad {id: 'current'})
ON CREATE SET load.until = $now
RETURN load.until AS until`,
};

const unfinished: Query = {
  name: 'demo.unfinished',
  text: "RETURN EXISTS { (:DemoLoad {id: 'current'}) } AS unfinished",
};

const finish: Query = { name: 'demo.finish', text: "MATCH (load:DemoLoad {id: 'current'}) DELETE load" };

/** Notes that the demo comes in; gives until when it goes, which is as before if an earlier load was interrupted. */
export async function beginDemo(database: Database, now: Date): Promise<Date> {
  const [row] = await database.write<{ until: Date }>(begin, { now });
  return row?.until ?? now;
}

/** Whether a load of the demo was begun and not finished. */
export async function isDemoUnfinished(database: Database): Promise<boolean> {
  return (await database.read<{ unfinished: boolean }>(unfinished))[0]?.unfinished ?? false;
}

/** Notes that the whole demo is in. */
export async function finishDemo(database: Database): Promise<void> {
  await database.write(finish);
}

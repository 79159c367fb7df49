import { execute } from 'graphql';
import type { Application } from '../../application.ts';
import { runWithSignal } from '../../platform/request-signal.ts';
import type { CustomerRow } from '../../profile/customer360/customer-row.ts';
import { createContext } from '../api/context.ts';
import { executableSchema } from '../api/executable-schema.ts';
import type { Columns } from './read-columns.ts';

/** A customer as the selection says. */
export type ShapedRow = Readonly<Record<string, unknown>>;

/** Customers through the schema, a portion at a time: what hangs on them is read for a portion together, then forgotten. */
export async function* shapeRows(
  application: Application,
  customers: AsyncIterable<CustomerRow>,
  columns: Columns,
  asOf: Date,
  signal: AbortSignal,
): AsyncGenerator<readonly ShapedRow[], void, void> {
  let portion: CustomerRow[] = [];
  for await (const customer of customers) {
    portion.push(customer);
    if (portion.length < columns.atOnce) continue;
    yield await shapePortion(application, portion, columns, asOf, signal);
    portion = [];
  }
  if (portion.length > 0) yield await shapePortion(application, portion, columns, asOf, signal);
}

async function shapePortion(
  application: Application,
  portion: readonly CustomerRow[],
  { document }: Columns,
  asOf: Date,
  signal: AbortSignal,
): Promise<readonly ShapedRow[]> {
  const contextValue = createContext(application, asOf);
  for (const customer of portion) contextValue.loaders.customer.prime(customer.id, customer);
  const variableValues = { ids: portion.map(({ id }) => id) };
  const { data, errors } = await runWithSignal(signal, async () =>
    execute({ schema: executableSchema, document, contextValue, variableValues }),
  );
  const [error] = errors ?? [];
  if (error) throw error.originalError ?? error;
  return data?.nodes as readonly ShapedRow[];
}

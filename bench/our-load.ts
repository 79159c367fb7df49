import type { Application } from '../src/application.ts';
import { recordLines, type Sizes } from './dataset.ts';
import { type Timing, time } from './measure.ts';

async function* chunks(lines: Iterable<string>): AsyncGenerator<string> {
  let chunk = '';
  for (const line of lines) {
    chunk += line;
    if (chunk.length < 1 << 18) continue;
    yield chunk;
    chunk = '';
  }
  yield chunk;
}

/** The same facts as an import: checked, normalised, versioned, stitched by phone, figures and golden records counted. */
export async function ourLoad({ ingest }: Application, sizes: Sizes): Promise<Record<'customers' | 'orders', Timing>> {
  const customers: string[] = [];
  const orderLines: string[] = [];
  for (const line of recordLines(sizes)) (line.startsWith('{"order"') ? orderLines : customers).push(line);
  const load = async (lines: string[]) => {
    const report = await ingest.importLines(chunks(lines));
    if (report.created !== lines.length)
      throw new Error(`Only ${report.created} of ${lines.length} records were created.`);
  };
  return {
    customers: await time(sizes.customers, () => load(customers)),
    orders: await time(sizes.orders, () => load(orderLines)),
  };
}

import { fitBgNbd, fitGammaGamma } from './fit.ts';
import type { BuyingHistory } from './history.ts';
import { buyerOf, historyOf } from './history-of.ts';
import { RFM_GROUPS, type RfmDimension, type RfmGroup, rfmBoundaries, rfmGroup, rfmScores } from './rfm.ts';
import type { ValueStore } from './value.store.ts';
import type { ValueModel } from './value-model.ts';

/** More histories than this make the parameters no better, only later. */
const MOST_HISTORIES = 20_000;

export interface FitOptions {
  readonly asOf: Date;
  readonly timeZone: string;
  /** Local date of `asOf`. */
  readonly today: string;
  readonly onProgress: (done: number, total: number) => void;
}

/** Reads all buyers once and makes a model of them; memory: 24 bytes a buyer. */
export async function fitModel(
  store: ValueStore,
  { asOf, timeZone, today, onProgress }: FitOptions,
): Promise<ValueModel> {
  const total = await store.countBuyers();
  const stride = Math.max(1, Math.ceil(total / MOST_HISTORIES));
  const columns = columnsOf(total);
  const histories: BuyingHistory[] = [];
  let buyers = 0;
  let returned = 0;
  for await (const purchases of store.daysOfAll({ asOf, timeZone })) {
    if (buyers === total) break;
    const buyer = buyerOf(purchases);
    for (const dimension of dimensions) columns[dimension][buyers] = buyer[dimension];
    if (purchases.days > 1) returned++;
    if (buyers % stride === 0) histories.push(historyOf(purchases, today));
    buyers++;
    if (buyers % REPORT_EVERY === 0) onProgress(buyers, total);
  }
  onProgress(buyers, total);
  for (const dimension of dimensions) columns[dimension] = columns[dimension].subarray(0, buyers);
  const { boundaries, groups } = group(columns);
  return {
    fittedAt: asOf.toISOString(),
    buyers,
    returned,
    buying: await fitBgNbd(histories),
    spending: await fitGammaGamma(histories),
    boundaries,
    groups,
  };
}

const REPORT_EVERY = 1_000;
const dimensions: readonly RfmDimension[] = ['recency', 'frequency', 'monetary'];

type Columns = Record<RfmDimension, Float64Array>;

function columnsOf(length: number): Columns {
  return {
    recency: new Float64Array(length),
    frequency: new Float64Array(length),
    monetary: new Float64Array(length),
  };
}

/** The boundaries, and how many buyers each group has. */
function group(columns: Columns): Pick<ValueModel, 'boundaries' | 'groups'> {
  const sorted = {
    recency: columns.recency.slice(),
    frequency: columns.frequency.slice(),
    monetary: columns.monetary.slice(),
  };
  const boundaries = rfmBoundaries(sorted);
  const groups = Object.fromEntries(RFM_GROUPS.map((name) => [name, 0])) as Record<RfmGroup, number>;
  for (let at = 0; at < columns.recency.length; at++) {
    const value = (dimension: RfmDimension) => columns[dimension][at] as number;
    const buyer = { recency: value('recency'), frequency: value('frequency'), monetary: value('monetary') };
    groups[rfmGroup(rfmScores(buyer, boundaries))] += 1;
  }
  const finite = (values: readonly number[]) => values.map((value) => (Number.isFinite(value) ? value : null));
  return {
    boundaries: {
      recency: finite(boundaries.recency),
      frequency: finite(boundaries.frequency),
      monetary: finite(boundaries.monetary),
    },
    groups,
  };
}

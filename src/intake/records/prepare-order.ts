import type { OrderLineInput, OrderRecord } from '../../platform/generated/schema-types.ts';
import { compositeKey } from '../../platform/ids.ts';
import { fromMinor, toReportingMinor } from '../../platform/money.ts';
import { contentHash } from './content-hash.ts';
import type { OrderFact, OrderLineFact } from './facts.ts';
import { amount, checkCurrency, instant, LARGEST_AMOUNT, type PrepareContext, plain } from './prepare-context.ts';
import { prepareReference } from './prepare-person.ts';

/** The statuses that make an order a purchase. */
const PURCHASE_STATUSES: readonly string[] = ['PAID', 'PARTIALLY_REFUNDED'];

// What another amount says already is left out of the graph; readers fall back on that.
const unlessSame = (amount: bigint, same: bigint) => (amount === same ? null : amount);

function prepareLine(
  given: OrderLineInput,
  position: number,
  currency: string,
  context: PrepareContext,
): OrderLineFact {
  const path = ['order', 'lines', String(position)];
  if (given.quantity < 0)
    context.fault('NEGATIVE_QUANTITY', `A quantity may not be negative, found ${given.quantity}.`, [
      ...path,
      'quantity',
    ]);
  const unitPriceMinor = amount(given.unitPrice, currency, [...path, 'unitPrice'], context) ?? 0n;
  const discountMinor =
    given.discount == null ? null : amount(given.discount, currency, [...path, 'discount'], context);
  const totalMinor = lineTotal({ quantity: given.quantity, unitPriceMinor, discountMinor });
  return {
    sku: given.sku,
    line: position + 1,
    quantity: given.quantity,
    unitPriceMinor,
    discountMinor,
    unitValueMinor: unlessSame(toReportingMinor(unitPriceMinor, currency, context.money), unitPriceMinor),
    valueMinor: unlessSame(toReportingMinor(totalMinor, currency, context.money), totalMinor),
  };
}

const lineTotal = (line: Pick<OrderLineFact, 'quantity' | 'unitPriceMinor' | 'discountMinor'>) =>
  BigInt(line.quantity) * line.unitPriceMinor - (line.discountMinor ?? 0n);

const sumOf = (lines: readonly OrderLineFact[]) => lines.reduce((sum, line) => sum + lineTotal(line), 0n);

/** Total and refund in minor units of the order's currency; says so when they do not add up. */
function prepareTotals(record: OrderRecord, lines: readonly OrderLineFact[], context: PrepareContext) {
  const { currency } = record;
  const computed = sumOf(lines);
  const stated = record.total == null ? null : amount(record.total, currency, ['order', 'total'], context);
  const totalMinor = stated ?? computed;
  if (stated !== null && stated !== computed && lines.length > 0) {
    const message = `The total ${fromMinor(stated, currency)} is not the sum of the lines, ${fromMinor(computed, currency)}. The stated total is kept.`;
    context.warn('TOTAL_MISMATCH', message, ['order', 'total']);
  }
  const path = ['order', 'lines'];
  if (totalMinor < 0n && lines.every((line) => line.quantity >= 0))
    context.fault('NEGATIVE_AMOUNT', 'The discounts are greater than the lines they belong to.', path);
  if (totalMinor > LARGEST_AMOUNT)
    context.fault('AMOUNT_TOO_LARGE', `No order may exceed ${fromMinor(LARGEST_AMOUNT, currency)}.`, path);
  const refundedMinor =
    record.refunded == null ? 0n : (amount(record.refunded, currency, ['order', 'refunded'], context) ?? 0n);
  if (refundedMinor > totalMinor)
    context.warn('REFUND_EXCEEDS_TOTAL', 'More was refunded than the order cost.', ['order', 'refunded']);
  return { totalMinor, refundedMinor };
}

/** An order with its money computed exactly: as stated, and in the reporting currency. */
export function prepareOrder(record: OrderRecord, context: PrepareContext): OrderFact {
  const placedAt = instant(record.placedAt);
  const known = checkCurrency(record.currency, ['order', 'currency'], context);
  const lines = known
    ? record.lines.map((line, position) => prepareLine(line, position, record.currency, context))
    : [];
  const { totalMinor, refundedMinor } = known
    ? prepareTotals(record, lines, context)
    : { totalMinor: 0n, refundedMinor: 0n };
  const inReporting = (minor: bigint) => (known ? toReportingMinor(minor, record.currency, context.money) : 0n);
  const netMinor = inReporting(totalMinor - refundedMinor);
  const status = record.status ?? 'PAID';
  return {
    type: 'order',
    index: context.index,
    key: compositeKey(record.source, record.number),
    version: record.updatedAt == null ? placedAt : instant(record.updatedAt),
    contentHash: contentHash(record),
    seenAt: placedAt,
    source: record.source,
    ...prepareReference(record.customer, ['order', 'customer'], context),
    store: record.store ?? null,
    staff: record.staff ?? null,
    lines,
    properties: {
      source: record.source,
      number: record.number,
      placedAt,
      status,
      isPurchase: PURCHASE_STATUSES.includes(status),
      channel: plain(record.channel),
      promotion: plain(record.promotion),
      currency: record.currency,
      totalMinor,
      refundedMinor: refundedMinor === 0n ? null : refundedMinor,
      valueMinor: unlessSame(inReporting(totalMinor), netMinor),
      netMinor,
      storeCode: record.store ?? null,
      staffCode: record.staff ?? null,
    },
  };
}

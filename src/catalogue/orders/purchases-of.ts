/** Where orders note who sold them. */
export type SellerKey = 'storeCode' | 'staffCode';

/**
 * The purchases that a seller made with $from < placedAt <= $to, as `sale`. Their index holds the net value as well: what only adds it up
 * reads no order.
 * @param code Cypher for the code of the store or member of staff
 */
export const purchasesOf = (key: SellerKey, code: string) => `MATCH (sale:Order)
  USING INDEX sale:Order(${key}, placedAt, isPurchase, netMinor)
  WHERE sale.${key} = ${code} AND sale.placedAt > $from AND sale.placedAt <= $to
    AND sale.isPurchase = true AND sale.netMinor IS NOT NULL`;

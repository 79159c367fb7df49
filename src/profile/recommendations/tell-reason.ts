import type { CoPurchaseKind } from './score-pairs.ts';

/** In words, why a product is shown; `name` is of the product that was bought, null where it is what many buy. */
export function tellReason(
  kind: CoPurchaseKind | 'POPULAR',
  { name, yours, customers }: { readonly name: string | null; readonly yours: boolean; readonly customers: number },
): string {
  const by = `by ${customers.toLocaleString('en-US')} customer${customers === 1 ? '' : 's'}`;
  if (kind === 'POPULAR') return `bought ${by}`;
  return `bought ${kind === 'NEXT' ? 'after' : 'with'} ${yours ? 'your ' : ''}${name} ${by}`;
}

// ISO 4217 (list one): currencies whose minor unit is not two digits.
const NO_DIGITS = 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF';
const THREE_DIGITS = 'BHD IQD JOD KWD LYD OMR TND';
const FOUR_DIGITS = 'CLF UYW';

const EXCEPTIONS = new Map<string, number>([
  ...NO_DIGITS.split(' ').map((code) => [code, 0] as const),
  ...THREE_DIGITS.split(' ').map((code) => [code, 3] as const),
  ...FOUR_DIGITS.split(' ').map((code) => [code, 4] as const),
]);

/** How many decimal digits the minor unit of a currency has: CNY 2, JPY 0, KWD 3. */
export function minorDigits(currency: string): number {
  return EXCEPTIONS.get(currency) ?? 2;
}

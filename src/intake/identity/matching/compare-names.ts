import { nameKey } from './blocking-keys.ts';
import { type ComparisonOf, comparisonLevels, type LevelOf } from './comparison-levels.ts';
import type { PersonName } from './read-name.ts';
import { isOneSlip, jaroWinkler } from './text-similarity.ts';

type NameLevel = LevelOf<'NAME'>;
type PartLevel = 'SAME' | 'CLOSE' | 'MISSING' | 'DIFFERENT';

const order = Object.keys(comparisonLevels.NAME) as NameLevel[];

/** How close two people's names are, by the closest two of them; null when one has none. */
export function compareNames(ones: readonly PersonName[], others: readonly PersonName[]): ComparisonOf<'NAME'> | null {
  let best: ComparisonOf<'NAME'> | null = null;
  for (const one of ones)
    for (const other of others) {
      const common = one.whole.filter((whole) => other.whole.includes(whole)).sort()[0];
      const level = common === undefined ? levelOfParts(one, other) : levelOfWhole(one, other);
      if (best !== null && order.indexOf(best.level) <= order.indexOf(level)) continue;
      const counted = common !== undefined && isWhole(one) && isWhole(other) ? nameKey(common) : null;
      best = { field: 'NAME', level, one: one.shown, other: other.shown, counted };
    }
  return best;
}

const isWhole = ({ parts }: PersonName) => parts === null || (parts.family !== '' && parts.given !== '');

function levelOfWhole(one: PersonName, other: PersonName): NameLevel {
  if (!isWhole(one) || !isWhole(other)) return 'ONE_PART_MISSING';
  return one.written !== null && other.written !== null && one.written !== other.written ? 'SAME_SOUND' : 'SAME';
}

function levelOfParts(one: PersonName, other: PersonName): NameLevel {
  if (one.parts === null || other.parts === null) return levelOfWords(one, other);
  const bothHan = one.written !== null && other.written !== null;
  const straight = levelOf(
    comparePart(one.parts.family, other.parts.family, bothHan),
    comparePart(one.parts.given, other.parts.given, bothHan),
  );
  if (bothHan) return straight;
  const crossed = levelOf(
    comparePart(one.parts.family, other.parts.given, false),
    comparePart(one.parts.given, other.parts.family, false),
  );
  return order.indexOf(crossed) < order.indexOf(straight) ? crossed : straight;
}

function levelOf(family: PartLevel, given: PartLevel): NameLevel {
  const agrees = (level: PartLevel) => level === 'SAME' || level === 'CLOSE';
  if (agrees(family) && agrees(given)) return 'CLOSE';
  if (agrees(family)) return given === 'MISSING' ? 'ONE_PART_MISSING' : 'FAMILY_NAME_ONLY';
  if (agrees(given)) return family === 'MISSING' ? 'ONE_PART_MISSING' : 'GIVEN_NAME_ONLY';
  return 'DIFFERENT';
}

// One Chinese character for another is another name (小雨, 小云), however near the letters are.
function comparePart(one: string, other: string, bothHan: boolean): PartLevel {
  if (one === '' || other === '') return 'MISSING';
  if (one === other) return 'SAME';
  return !bothHan && isSlip(one, other) ? 'CLOSE' : 'DIFFERENT';
}

/** A typing error, an initial, or a short form. */
function isSlip(one: string, other: string): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  if (long.startsWith(short) && (short.length === 1 || short.length >= 3)) return true;
  return short.length >= 4 ? isOneSlip(short, long) || jaroWinkler(short, long) >= 0.92 : false;
}

/** Of which one is written without a space, so that nobody can tell its parts: LINXIAOYU. */
function levelOfWords(one: PersonName, other: PersonName): NameLevel {
  const isNear = one.whole.some((left) =>
    other.whole.some((right) => Math.min(left.length, right.length) >= 6 && isOneSlip(left, right)),
  );
  if (isNear) return 'CLOSE';
  const words = ({ whole, parts }: PersonName) => (parts === null ? whole : [parts.family, parts.given]);
  const hasCommon = words(one).some((word) => word.length > 1 && words(other).includes(word));
  return hasCommon ? 'ONE_PART_MISSING' : 'DIFFERENT';
}

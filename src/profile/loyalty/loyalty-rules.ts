import { toMinor } from '../../platform/money.ts';
import {
  checkShape,
  invalidRules,
  type Locate,
  type RulesKind,
  type RulesProblem,
} from '../../platform/rules-file/check-shape.ts';
import { type BuildRules, readRules, readRulesText } from '../../platform/rules-file/read-rules-file.ts';
import defaults from './default-loyalty-rules.json' with { type: 'json' };
import { type DeclaredLoyaltyRules, loyaltyRulesShape, type Rounding } from './rules-shape.ts';

/** More points for some orders; what is not said of an order does not matter. */
export interface Bonus {
  readonly name: string;
  readonly multiplier: number;
  readonly channels?: readonly string[] | undefined;
  readonly promotions?: readonly string[] | undefined;
  readonly stores?: readonly string[] | undefined;
  /** Local dates, both included. */
  readonly from?: string | undefined;
  readonly until?: string | undefined;
}

/** A tier above the base one; amounts in minor units of the reporting currency. */
export interface TierLevel {
  readonly name: string;
  readonly enterAtMinor: number;
  readonly keepAtMinor: number;
}

/** The loyalty rules in force. */
export interface LoyaltyRules {
  readonly earn: {
    readonly pointsPerUnit: number;
    readonly mostPerOrder: number;
    readonly bonuses: readonly Bonus[];
  };
  readonly expiry: { readonly validFor: string | null; readonly until: Rounding; readonly returnedValidFor: string };
  readonly redeem: { readonly pointsPerUnit: number; readonly least: number };
  /** Levels from the lowest to the highest. */
  readonly tiers: { readonly base: string; readonly period: string; readonly levels: readonly TierLevel[] };
}

const kind: RulesKind = { code: 'INVALID_LOYALTY_RULES', name: 'loyalty rules' };

/**
 * Reads the loyalty rules.
 * @param file path of a JSON rules file, or null for the default rules
 * @param currency the reporting currency, in which amounts are
 * @throws DomainError INVALID_LOYALTY_RULES that names the file, and line and column of every fault
 */
export function readLoyaltyRules(file: string | null, currency: string): LoyaltyRules {
  return readRules(file, kind, buildIn(currency));
}

/** The same of the text of a file. */
export function parseLoyaltyRules(text: string, file: string, currency: string): LoyaltyRules {
  return readRulesText(text, file, kind, buildIn(currency));
}

/** The default rules with a file's laid over them, key by key; lists are replaced whole. */
const buildIn =
  (currency: string): BuildRules<LoyaltyRules> =>
  (value, file, locate = () => null) => {
    const base = checkShape(loyaltyRulesShape, defaults, kind, 'the default rules');
    const own = checkShape(loyaltyRulesShape, value, kind, file, locate);
    const tiers = { ...base.tiers, ...own.tiers };
    const levels = (tiers.levels ?? []).map(({ name, enterAt, keepAt }) => ({
      name,
      enterAtMinor: minorOf(enterAt, currency),
      keepAtMinor: minorOf(keepAt, currency),
    }));
    const problems = levelProblems(levels, tiers.base ?? '', locate);
    if (problems.length > 0) throw invalidRules(kind, file, problems);
    return {
      earn: { ...base.earn, ...own.earn } as LoyaltyRules['earn'],
      expiry: { ...base.expiry, ...own.expiry } as LoyaltyRules['expiry'],
      redeem: { ...base.redeem, ...own.redeem } as LoyaltyRules['redeem'],
      tiers: { ...tiers, levels } as LoyaltyRules['tiers'],
    };
  };

// Decimals that the currency does not have are of no use in a threshold.
const minorOf = (amount: string, currency: string) => {
  const [whole = '0', fraction = ''] = amount.split('.');
  for (let digits = fraction.length; digits >= 0; digits--) {
    const minor = toMinor(digits === 0 ? whole : `${whole}.${fraction.slice(0, digits)}`, currency);
    if (minor !== null) return Number(minor);
  }
  return 0;
};

type Levels = NonNullable<NonNullable<DeclaredLoyaltyRules['tiers']>['levels']>;

/** Tiers must climb, each kept by what it takes to enter it or less, each with a name of its own. */
function levelProblems(levels: readonly TierLevel[], base: string, locate: Locate): RulesProblem[] {
  const names = [base, ...levels.map(({ name }) => name)];
  const problem = (index: number, key: keyof Levels[number], message: string): RulesProblem => {
    const path = ['tiers', 'levels', String(index), key];
    return { path, message, place: locate(path, 'value') };
  };
  return levels.flatMap((level, index) => [
    ...(names.indexOf(level.name) <= index ? [problem(index, 'name', 'another tier has this name')] : []),
    ...(level.enterAtMinor <= (levels[index - 1]?.enterAtMinor ?? 0)
      ? [problem(index, 'enterAt', 'allowed is more than for the tier below')]
      : []),
    ...(level.keepAtMinor > level.enterAtMinor || level.keepAtMinor < (levels[index - 1]?.keepAtMinor ?? 0)
      ? [problem(index, 'keepAt', 'allowed is up to enterAt, and not less than for the tier below')]
      : []),
  ]);
}

import { checkShape, type Locate, type RulesKind } from '../../platform/rules-file/check-shape.ts';
import { readRules, readRulesText } from '../../platform/rules-file/read-rules-file.ts';
import defaults from './default-recommendation-rules.json' with { type: 'json' };
import { recommendationRulesShape } from './rules-shape.ts';

/** Which products are bought with which; days are of 24 hours. */
export interface PairRules {
  readonly historyDays: number;
  readonly togetherDays: number;
  readonly nextDays: number;
  /** Fewer customers than this show nothing. */
  readonly support: number;
  /** 0: popularity counts in full; 1: not at all, as in lift. */
  readonly damping: number;
  readonly shrinkage: number;
  /** So many products for each product. */
  readonly keep: number;
}

/** What becomes of that for one customer. */
export interface PersonRules {
  readonly halfLifeDays: number;
  /** Part of the buyers who bought again, from which a product is recommended to those who have it. */
  readonly repurchasedBy: number;
  readonly repurchaseAfterDays: number;
  readonly returnedDays: number;
}

/** The recommendation rules in force. */
export interface RecommendationRules {
  readonly pairs: PairRules;
  readonly person: PersonRules;
  /** Names of events. */
  readonly returnedEvents: readonly string[];
  readonly declinedEvents: readonly string[];
  readonly wantedEvents: readonly string[];
  readonly outOfSaleTags: readonly string[];
}

const kind: RulesKind = { code: 'INVALID_RECOMMENDATION_RULES', name: 'recommendation rules' };

/**
 * Reads the recommendation rules.
 * @param file path of a JSON rules file, or null for the default rules
 * @throws DomainError INVALID_RECOMMENDATION_RULES that names the file, and line and column of every fault
 */
export function readRecommendationRules(file: string | null): RecommendationRules {
  return readRules(file, kind, build);
}

/** The same of the text of a file. */
export function parseRecommendationRules(text: string, file: string): RecommendationRules {
  return readRulesText(text, file, kind, build);
}

/** The default rules with a file's laid over them, key by key; lists are replaced whole. */
function build(value: unknown, file: string, locate: Locate = () => null): RecommendationRules {
  const { $schema: _, ...own } = checkShape(recommendationRulesShape, value, kind, file, locate);
  const { $schema: __, ...base } = defaults;
  return {
    ...base,
    ...(own as Partial<RecommendationRules>),
    pairs: { ...base.pairs, ...(own.pairs as Partial<PairRules>) },
    person: { ...base.person, ...(own.person as Partial<PersonRules>) },
  };
}

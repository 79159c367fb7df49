import type { Config } from '../../platform/config.ts';
import { DomainError } from '../../platform/errors.ts';
import type { LifecycleRules } from '../../profile/lifecycle/lifecycle-rules.ts';
import type { FiledTag } from '../../profile/tags/tag-definition.ts';
import {
  type CompileContext,
  type CompiledRule,
  createCompiler,
  defaultStatistics,
  type Statistics,
} from '../compiler/index.ts';
import type { Rule, Scope } from '../rules/index.ts';
import type { SelectionInput } from './read-selection.ts';
import type { ListSource } from './statement.ts';

/** The settings that give rules their meaning. */
export interface AudienceSettings extends Pick<Config, 'timeZone' | 'currency'> {
  readonly lifecycle: LifecycleRules;
  /** The tags of the tag rules file. */
  readonly filedTags: readonly FiledTag[];
  /** Kinds of identifiers that are phone numbers. */
  readonly phoneKinds: readonly string[];
}

/** Finds the rules of the segments that a rule names, of those that these name, and so on, under the words they are named by. */
export interface SegmentRules {
  /**
   * One statement, or none when no segment is named; the same for fragments, and for tags.
   * @param source the rule or filter as it was written, so that an error can say where in it
   * @param scope what the rule speaks of; customers unless told
   * @throws DomainError INVALID_RULE when a segment or fragment does not exist
   */
  rulesFor(rule: Rule, source?: SelectionInput, scope?: Scope): Promise<ReadonlyMap<string, Rule>>;
}

/** What may differ from one compilation to the next. */
export interface CompileOptions extends Omit<CompileContext, 'timeZone' | 'currency' | 'lifecycle' | 'phoneKinds'> {
  /** Whatever it costs: for what nobody waits for, and for what is only to be shown. */
  readonly anyCost?: boolean;
}

/** Where and when a list is made; `source` is the rule or filter as it was written. */
export interface PrepareOptions {
  readonly scope?: CompileContext['scope'];
  readonly asOf: Date;
  readonly source?: SelectionInput;
  /** The rule only filters objects whose keys this variable holds, so it must not choose a start of its own. */
  readonly keysIn?: string;
}

/** Rules into Cypher, with the settings and segments that they need. */
export interface CompileSelection {
  readonly settings: AudienceSettings;
  /** Makes a list source's `select` for a rule: its segments are looked up once, each call compiles. */
  prepare(rule: Rule, options: PrepareOptions): Promise<ListSource['select']>;
  /** The segments that rules name, for `options.segments` of `now`. */
  readonly resolve: SegmentRules['rulesFor'];
  /** What is known of the graph: what compilations go by. */
  readonly statistics: () => Statistics;
  /** Compiles a rule whose segments are at hand. Throws DomainError RULE_TOO_COSTLY unless `anyCost`. */
  now(rule: Rule, options: CompileOptions): CompiledRule;
  /** Throws DomainError RULE_TOO_COSTLY for what shall not be run. */
  checkCost(compiled: Pick<CompiledRule, 'cost'>): void;
}

/**
 * `statistics`: the latest that are known of the graph; they decide where statements start and what is too costly, never what
 * statements select.
 */
export function createCompileSelection(
  settings: Omit<AudienceSettings, 'filedTags'> &
    Partial<Pick<AudienceSettings, 'filedTags'>> &
    Pick<Config, 'ruleCostLimit'>,
  segmentRules: SegmentRules,
  statistics: () => Statistics = () => defaultStatistics,
): CompileSelection {
  const { timeZone, currency, lifecycle, phoneKinds, ruleCostLimit, filedTags = [] } = settings;
  const checkCost = ({ cost }: Pick<CompiledRule, 'cost'>) => {
    if (cost > ruleCostLimit) throw tooCostly(cost, ruleCostLimit);
  };
  const compileAgain = createCompiler();
  const now = (rule: Rule, { anyCost = false, ...options }: CompileOptions) => {
    const compiled = compileAgain(rule, {
      ...{ timeZone, currency, lifecycle, phoneKinds },
      ...{ statistics: statistics(), ...options },
    });
    if (!anyCost) checkCost(compiled);
    return compiled;
  };
  return {
    settings: { timeZone, currency, lifecycle, phoneKinds, filedTags },
    now,
    checkCost,
    statistics,
    resolve: segmentRules.rulesFor,
    prepare: async (rule, { source, ...options }) => {
      const segments = await segmentRules.rulesFor(rule, source, options.scope);
      const restrictToIds = options.keysIn !== undefined;
      return ({ predicates, parameters }) =>
        now(rule, { ...options, restrictToIds, segments, and: predicates, parameters });
    },
  };
}

function tooCostly(cost: number, limit: number): DomainError {
  const [found, most] = [Math.round(cost), limit];
  const inWords = (number: number) => number.toLocaleString('en-US');
  const message = `The rule would cost about ${inWords(found)}, and RULE_COST_LIMIT is ${inWords(most)}: begin with what few have, such as a product, a promotion or a time, or leave out what compares everyone. explainSegment shows its steps.`;
  return new DomainError('RULE_TOO_COSTLY', message, { cost: found, limit: most });
}

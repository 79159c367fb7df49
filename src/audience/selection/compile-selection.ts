import type { Config } from '../../platform/config.ts';
import {
  type CompileContext,
  type CompiledRule,
  compileRule,
  defaultStatistics,
  type Statistics,
} from '../compiler/index.ts';
import type { Rule } from '../rules/index.ts';
import type { SelectionInput } from './read-selection.ts';
import type { ListSource } from './statement.ts';

/** The settings that give rules their meaning. */
export type AudienceSettings = Pick<Config, 'timeZone' | 'currency' | 'lapsedAfterDays'>;

/** Finds the rules of the segments that a rule names, of those that these name, and so on, under the words they are named by. */
export interface SegmentRules {
  /**
   * One statement, or none when no segment is named.
   * @param source the rule or filter as it was written, so that an error can say where in it
   * @throws DomainError INVALID_RULE when a segment does not exist
   */
  rulesFor(rule: Rule, source?: SelectionInput): Promise<ReadonlyMap<string, Rule>>;
}

/** What may differ from one compilation to the next. */
export type CompileOptions = Omit<CompileContext, keyof AudienceSettings>;

/** Where and when a list is made; `source` is the rule or filter as it was written. */
export interface PrepareOptions {
  readonly scope?: CompileContext['scope'];
  readonly asOf: Date;
  readonly source?: SelectionInput;
  /** False: the rule only filters what a predicate already picks, so it must not choose a start of its own. */
  readonly optimise?: boolean;
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
  /** Compiles a rule whose segments are at hand. */
  now(rule: Rule, options: CompileOptions): CompiledRule;
}

/** `statistics`: the latest that are known of the graph; they decide where statements start, never what they select. */
export function createCompileSelection(
  settings: AudienceSettings,
  segmentRules: SegmentRules,
  statistics: () => Statistics = () => defaultStatistics,
): CompileSelection {
  const { timeZone, currency, lapsedAfterDays } = settings;
  const now = (rule: Rule, options: CompileOptions) =>
    compileRule(rule, { timeZone, currency, lapsedAfterDays, statistics: statistics(), ...options });
  return {
    settings: { timeZone, currency, lapsedAfterDays },
    now,
    statistics,
    resolve: segmentRules.rulesFor,
    prepare: async (rule, { source, ...options }) => {
      const segments = await segmentRules.rulesFor(rule, source);
      return ({ predicates, parameters }) => now(rule, { ...options, segments, and: predicates, parameters });
    },
  };
}

/** The rule language: text <-> tree <-> filter. See README.md. */
export {
  and,
  at,
  compare,
  compareFields,
  compareParameter,
  everyone,
  inSegment,
  matches,
  not,
  or,
  relation,
} from './build.ts';
export type { CompletionKind } from './completion/candidates.ts';
export { type Completion, type Completions, completeRule } from './completion/complete.ts';
export { readDuration, spellDuration } from './durations.ts';
export type { FilterRuleError, RuleError, RuleResult, TextRuleError } from './errors.ts';
export {
  boundFragment,
  conditionsWithin,
  type FragmentReference,
  fragmentError,
  fragmentKey,
  fragmentReferences,
  isFragmentKey,
  namesSegment,
} from './fragments.ts';
export { filterToRule } from './from-filter.ts';
export { ruleLimits } from './limits.ts';
export type { TextLocation } from './locate.ts';
export type { RuleErrorCode } from './messages.ts';
export type { FieldType } from './operators.ts';
export { bindParameters, parametersOf, type RuleParameter } from './parameters.ts';
export { type ParseOptions, parseRule, type ReadOptions } from './parse-rule.ts';
export { type PrintOptions, printRule } from './print.ts';
export {
  type Entry,
  entryOf,
  type FieldEntry,
  type FieldName,
  fieldAt,
  fieldsOf,
  isField,
  isRelation,
  isToOne,
  type RelationEntry,
  type RelationIn,
  relationIn,
  scopeAt,
  scopeNouns,
  type ToOneEntry,
  type ToOneName,
} from './scopes.ts';
export { locateSegment, type RuleSource, segmentCycleError, unknownSegmentError } from './segments.ts';
export { quote } from './strings.ts';
export { type TagReference, tagKey, tagReferences } from './tags.ts';
export { type FilterJson, ruleToFilter } from './to-filter.ts';
export type {
  And,
  At,
  Compare,
  CompareFields,
  CompareParameter,
  CompareValue,
  Connective,
  FieldOperator,
  GivenValue,
  InSegment,
  Matches,
  Measure,
  MeasureName,
  MeasureOperator,
  Not,
  Operator,
  Or,
  Placed,
  Rank,
  RankMeasure,
  Relation,
  RelationName,
  Rule,
  Scope,
  Sequence,
  SequenceStep,
  StepRelation,
} from './tree.ts';
export {
  childrenOf,
  conditionCount,
  depthOf,
  isCondition,
  mapRule,
  scopedChildrenOf,
  scopeOfAt,
  scopeOfRelation,
  segmentReferences,
  visitRule,
} from './walk.ts';

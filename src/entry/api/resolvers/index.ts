import type { Resolvers } from '../generated/resolvers.ts';
import { CrossSell, CrossSellOffer } from './cross-sell.ts';
import { Customer } from './customer.ts';
import { CustomerEvent } from './customer-event.ts';
import { CustomerHabits } from './customer-habits.ts';
import { CustomerValue } from './customer-value.ts';
import { Device } from './device.ts';
import { Export } from './export.ts';
import { IdentityDecision } from './identity-decision.ts';
import { IdentityRules } from './identity-rules.ts';
import { PartingReason, PreviewedMerge, PreviewedSplit } from './identity-rules-preview.ts';
import { LifecyclePeriod } from './lifecycle-period.ts';
import { LedgerTransaction, LoyaltyAccount, PointsQuote, PointsRedemption, TierChange, TierStatus } from './loyalty.ts';
import { MergedCustomer } from './merged-customer.ts';
import { Mutation } from './mutation.ts';
import { Node } from './node.ts';
import { Order } from './order.ts';
import { OrderLine } from './order-line.ts';
import { PairSide } from './pair-side.ts';
import { HouseholdMember, NeighbourNode, Referral } from './people-around.ts';
import { PossibleMatchSide } from './possible-match-side.ts';
import { Product } from './product.ts';
import { Query } from './query.ts';
import { BoughtWith, Recommendation, RecommendationReason } from './recommendation.ts';
import { RuleFragment } from './rule-fragment.ts';
import { SalesMonth, SalesPeers, SalesReport } from './sales-report.ts';
import { Segment } from './segment.ts';
import { SegmentChange } from './segment-change.ts';
import { SegmentMembership } from './segment-membership.ts';
import { SegmentOverlapRegion } from './segment-overlap-region.ts';
import { PlanStep, SegmentPlan } from './segment-plan.ts';
import { SegmentTemplate } from './segment-template.ts';
import { SourceRecord } from './source-record.ts';
import { Staff } from './staff.ts';
import { Store } from './store.ts';
import { Subscription } from './subscription.ts';
import { TagDefinition } from './tag-definition.ts';
import { TagExplanation } from './tag-explanation.ts';
import { TimelineEntry } from './timeline-entry.ts';
import { ValueModel } from './value-model.ts';

/** Every resolver that is more than reading a property of its row. */
export const resolvers: Resolvers = {
  BoughtWith,
  Customer,
  CrossSell,
  CrossSellOffer,
  CustomerEvent,
  CustomerValue,
  Device,
  Export,
  HouseholdMember,
  IdentityDecision,
  IdentityRules,
  LedgerTransaction,
  LoyaltyAccount,
  LifecyclePeriod,
  MergedCustomer,
  Mutation,
  NeighbourNode,
  Node,
  Order,
  OrderLine,
  PairSide,
  PartingReason,
  PointsQuote,
  PointsRedemption,
  PossibleMatchSide,
  PreviewedMerge,
  PreviewedSplit,
  Product,
  Query,
  Referral,
  PlanStep,
  Recommendation,
  RecommendationReason,
  RuleFragment,
  SalesMonth,
  SalesPeers,
  SalesReport,
  Segment,
  SegmentPlan,
  SegmentTemplate,
  SegmentChange,
  SegmentMembership,
  SegmentOverlapRegion,
  SourceRecord,
  Staff,
  Store,
  CustomerHabits,
  TagDefinition,
  TagExplanation,
  TierChange,
  TierStatus,
  TimelineEntry,
  ValueModel,
  Subscription,
};

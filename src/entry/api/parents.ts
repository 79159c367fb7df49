import type { ExportRow } from '../../audience/exports/export-row.ts';
import type { PlannedStep, SegmentPlan } from '../../audience/segments/explain/explain-segment.ts';
import type { Membership } from '../../audience/segments/history/memberships.store.ts';
import type { SegmentRow } from '../../audience/segments/segment-row.ts';
import type { Connection, Edge, PageInfo } from '../../audience/selection/connection.ts';
import type { OrderRow } from '../../catalogue/orders/order-row.ts';
import type { ProductRow } from '../../catalogue/products/product-row.ts';
import type { StaffRow } from '../../catalogue/staff/staff-row.ts';
import type { StoreRow } from '../../catalogue/stores/store-row.ts';
import type { CustomerRow } from '../../profile/customer360/customer-row.ts';
import type { DeviceRow } from '../../profile/customer360/evidence-rows.ts';
import type { PossibleMatchRow } from '../../profile/identity/possible-match.ts';
import type { LedgerTransaction } from '../../profile/loyalty/ledger.ts';

// What stands behind each GraphQL type while a request runs; codegen.ts maps the types to these names.

export type {
  CrossSell as CrossSellParent,
  CrossSellOffer as CrossSellOfferParent,
} from '../../audience/cross-sell/cross-sell.service.ts';
export type { MembershipExplanation as MembershipExplanationParent } from '../../audience/segments/explain/explain-membership.ts';
export type { SegmentPlan as SegmentPlanParent } from '../../audience/segments/explain/explain-segment.ts';
export type { TagExplanation as TagExplanationParent } from '../../audience/segments/explain/explain-tag.ts';
export type { Fragment as RuleFragmentParent } from '../../audience/segments/fragments/fragments.service.ts';
export type {
  OverlapPair as SegmentOverlapPairParent,
  OverlapRegion as SegmentOverlapRegionParent,
} from '../../audience/segments/history/history.service.ts';
export type {
  CustomerMembership as CustomerMembershipParent,
  Membership as SegmentMembershipParent,
} from '../../audience/segments/history/memberships.store.ts';
export type { SegmentTimelineEntry as TimelineSegmentParent } from '../../audience/segments/history/timeline-entries.ts';
export type { SegmentChange as SegmentChangeParent } from '../../audience/segments/live/feed.store.ts';
export type { SegmentPreview as SegmentPreviewParent } from '../../audience/segments/preview.ts';
export type { RuleSuggestions as RuleSuggestionsParent } from '../../audience/segments/suggest/suggest-rule.ts';
export type { SegmentTemplate as SegmentTemplateParent } from '../../audience/segments/templates/templates.ts';
export type { SegmentVersion as SegmentVersionParent } from '../../audience/segments/versions/versions-of.ts';
export type { LineRow as OrderLineParent } from '../../catalogue/orders/line-row.ts';
export type { Decided as IdentityDecisionParent } from '../../intake/decisions/decide.ts';
export type {
  PartingReason as PartingReasonParent,
  PreviewedMerge as PreviewedMergeParent,
  PreviewedSplit as PreviewedSplitParent,
} from '../../intake/restitch/compare-owners.ts';
export type { RulesPreview as IdentityRulesPreviewParent } from '../../intake/restitch/preview-rules.ts';
export type {
  IdentifierRow as IdentifierParent,
  MergedCustomerRow as MergedCustomerParent,
  SourceRecordRow as SourceRecordParent,
} from '../../profile/customer360/evidence-rows.ts';
export type { Habits as CustomerHabitsParent } from '../../profile/habits/habits.ts';
export type { RulesInForce as IdentityRulesParent } from '../../profile/identity/describe-rules.ts';
export type {
  PairExplanation as PairExplanationParent,
  PairSide as PairSideParent,
} from '../../profile/identity/explain-pair.ts';
export type { IdentityExplanation as IdentityExplanationParent } from '../../profile/identity/identity.service.ts';
export type { IdentityEvent as IdentityEventParent } from '../../profile/identity/identity-history.ts';
export type { PossibleMatchSide as PossibleMatchSideParent } from '../../profile/identity/possible-match.ts';
export type { LifecycleFunnel as LifecycleFunnelParent } from '../../profile/lifecycle/lifecycle.service.ts';
export type { StagePeriod as LifecyclePeriodParent } from '../../profile/lifecycle/stage-history.ts';
export type { LoyaltyAccount as LoyaltyAccountParent } from '../../profile/loyalty/account.ts';
export type { LedgerTransaction as LedgerTransactionParent } from '../../profile/loyalty/ledger.ts';
export type { PointsQuote as PointsQuoteParent } from '../../profile/loyalty/loyalty.service.ts';
export type { LedgerPage as LedgerTransactionConnectionParent } from '../../profile/loyalty/page-ledger.ts';
export type { Redemption as PointsRedemptionParent } from '../../profile/loyalty/redemptions.service.ts';
export type { TierChange as TierChangeParent, TierStatus as TierStatusParent } from '../../profile/loyalty/tiers.ts';
export type { Consent as ConsentParent } from '../../profile/moments/consents.ts';
export type { CustomerEventRow as CustomerEventParent } from '../../profile/moments/customer-event.ts';
export type {
  GoldenHoursShown as Golden48HoursParent,
  Review as ReviewParent,
} from '../../profile/moments/moments.service.ts';
export type { ServiceQuestion as ServiceQuestionParent } from '../../profile/moments/questions.ts';
export type {
  HouseholdMember as HouseholdMemberParent,
  Referral as ReferralParent,
} from '../../profile/people/people-around.service.ts';
export type {
  Neighbourhood as NeighbourhoodParent,
  NeighbourNode as NeighbourNodeParent,
} from '../../profile/people/walk-neighbours.ts';
export type {
  Reason as RecommendationReasonParent,
  Recommended as RecommendationParent,
} from '../../profile/recommendations/recommend.ts';
export type { BoughtWith as BoughtWithParent } from '../../profile/recommendations/recommendations.service.ts';
export type {
  ReportedMonth as SalesMonthParent,
  SalesPeers as SalesPeersParent,
  SalesReport as SalesReportParent,
} from '../../profile/sales/sales.service.ts';
export type { HandTag as HandTagParent } from '../../profile/tags/hand-tags.store.ts';
export type { TagDefinition as TagDefinitionParent } from '../../profile/tags/tag-definition.ts';
export type { TagEntry as TimelineTagParent } from '../../profile/tags/tag-entries.ts';
export type { TagOrigin as TagOriginParent } from '../../profile/tags/tag-origins.ts';
export type {
  IdentityEntry as TimelineIdentityParent,
  StageEntry as TimelineStageParent,
} from '../../profile/timeline/derived-entries.ts';
export type { KnownEntry as TimelineEntryParent } from '../../profile/timeline/kinds.ts';
export type {
  PointsEntry as TimelinePointsParent,
  TierEntry as TimelineTierParent,
} from '../../profile/timeline/loyalty-entries.ts';
export type {
  EventEntry as TimelineEventParent,
  OrderEntry as TimelineOrderParent,
} from '../../profile/timeline/stored-entries.ts';
export type { TimelinePage as TimelinePageParent } from '../../profile/timeline/timeline.service.ts';
export type { CustomerValue as CustomerValueParent } from '../../profile/value/customer-value.ts';
export type { ValueModel as ValueModelParent } from '../../profile/value/value-model.ts';

export type CustomerParent = CustomerRow;
/** A step, and the plan that counts what it gives. */
export type PlanStepParent = PlannedStep & { readonly plan: SegmentPlan };
export type DeviceParent = DeviceRow;
export type OrderParent = OrderRow;
export type PossibleMatchParent = PossibleMatchRow;
export type ProductParent = ProductRow;
export type SegmentParent = SegmentRow;
export type StaffParent = StaffRow;
export type StoreParent = StoreRow;

export type ExportParent = ExportRow;

export type CustomerConnectionParent = Connection<CustomerRow>;
export type LedgerTransactionEdgeParent = Edge<LedgerTransaction>;
export type ExportConnectionParent = Connection<ExportRow>;
export type OrderConnectionParent = Connection<OrderRow>;
export type PossibleMatchConnectionParent = Connection<PossibleMatchRow>;
export type ProductConnectionParent = Connection<ProductRow>;
export type SegmentConnectionParent = Connection<SegmentRow>;
export type SegmentMembershipConnectionParent = Connection<Membership>;
export type StaffConnectionParent = Connection<StaffRow>;
export type StoreConnectionParent = Connection<StoreRow>;

export type CustomerEdgeParent = Edge<CustomerRow>;
export type ExportEdgeParent = Edge<ExportRow>;
export type OrderEdgeParent = Edge<OrderRow>;
export type PossibleMatchEdgeParent = Edge<PossibleMatchRow>;
export type ProductEdgeParent = Edge<ProductRow>;
export type SegmentEdgeParent = Edge<SegmentRow>;
export type SegmentMembershipEdgeParent = Edge<Membership>;
export type StaffEdgeParent = Edge<StaffRow>;
export type StoreEdgeParent = Edge<StoreRow>;

export type PageInfoParent = PageInfo;

/** An object found by its global id, with the type that it is of. */
export type NodeParent =
  | (CustomerRow & { readonly __typename: 'Customer' })
  | (DeviceRow & { readonly __typename: 'Device' })
  | (OrderRow & { readonly __typename: 'Order' })
  | (ProductRow & { readonly __typename: 'Product' })
  | (SegmentRow & { readonly __typename: 'Segment' })
  | (StaffRow & { readonly __typename: 'Staff' })
  | (StoreRow & { readonly __typename: 'Store' });

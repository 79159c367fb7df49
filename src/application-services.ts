import type { StatisticsService } from './audience/compiler/index.ts';
import type { CrossSellService } from './audience/cross-sell/cross-sell.service.ts';
import type { ExportsService } from './audience/exports/exports.service.ts';
import type { TagExplanation } from './audience/segments/explain/explain-tag.ts';
import type { FragmentsService } from './audience/segments/fragments/fragments.service.ts';
import type { HistoryService } from './audience/segments/history/history.service.ts';
import type { LiveService } from './audience/segments/live/live.service.ts';
import type { SegmentsService } from './audience/segments/segments.service.ts';
import type { TagDefinitionsService } from './audience/segments/tag-definitions/tag-definitions.service.ts';
import type { SelectionService } from './audience/selection/selection.service.ts';
import type { TaggedRow } from './audience/tags/rule-tags.ts';
import type { OrdersService } from './catalogue/orders/orders.service.ts';
import type { PerformanceService } from './catalogue/performance/performance.service.ts';
import type { ProductsService } from './catalogue/products/products.service.ts';
import type { StaffService } from './catalogue/staff/staff.service.ts';
import type { StoresService } from './catalogue/stores/stores.service.ts';
import type { IdentityDecisionsService } from './intake/identity-decisions.service.ts';
import type { IdentityRulesService } from './intake/identity-rules.service.ts';
import type { IngestService } from './intake/ingest.service.ts';
import type { MatchingService } from './intake/matching.service.ts';
import type { Clock } from './platform/clock.ts';
import type { Config } from './platform/config.ts';
import type { Logger } from './platform/log.ts';
import type { Database } from './platform/neo4j/database.ts';
import type { CustomersService } from './profile/customer360/customers.service.ts';
import type { Habits } from './profile/habits/habits.ts';
import type { IdentityService } from './profile/identity/identity.service.ts';
import type { LifecycleService } from './profile/lifecycle/lifecycle.service.ts';
import type { LoyaltyService } from './profile/loyalty/loyalty.service.ts';
import type { RedemptionsService } from './profile/loyalty/redemptions.service.ts';
import type { MomentsService } from './profile/moments/moments.service.ts';
import type { PeopleAroundService } from './profile/people/people-around.service.ts';
import type { DeclinesService } from './profile/recommendations/declines.service.ts';
import type { RecommendationsService } from './profile/recommendations/recommendations.service.ts';
import type { SalesService } from './profile/sales/sales.service.ts';
import type { HandTagsService } from './profile/tags/hand-tags.service.ts';
import type { TagKind } from './profile/tags/tag-definition.ts';
import type { TagOrigins } from './profile/tags/tag-origins.ts';
import type { TimelineService } from './profile/timeline/timeline.service.ts';
import type { ValueService } from './profile/value/value.service.ts';

/** What an application stands on. */
export interface ApplicationDependencies {
  readonly config: Config;
  readonly database: Database;
  readonly clock: Clock;
  readonly log: Logger;
}

/** Every service, ready to be called: what the API and the command line speak to. */
export interface Application extends ApplicationDependencies {
  readonly ingest: IngestService;
  readonly orders: OrdersService;
  readonly stores: StoresService;
  readonly staff: StaffService;
  readonly products: ProductsService;
  readonly performance: PerformanceService;
  readonly customers: CustomersService;
  readonly identity: IdentityService;
  readonly lifecycle: LifecycleService;
  readonly timeline: TimelineService;
  readonly moments: MomentsService;
  readonly sales: SalesService;
  readonly value: ValueService;
  readonly loyalty: LoyaltyService;
  readonly recommendations: RecommendationsService;
  readonly declines: DeclinesService;
  readonly people: PeopleAroundService;
  readonly redemptions: RedemptionsService;
  readonly decisions: IdentityDecisionsService;
  readonly matching: MatchingService;
  readonly identityRules: IdentityRulesService;
  readonly selection: SelectionService;
  readonly segments: SegmentsService;
  readonly crossSell: CrossSellService;
  readonly fragments: FragmentsService;
  readonly live: LiveService;
  readonly tagDefinitions: TagDefinitionsService;
  readonly handTags: HandTagsService;
  readonly tagOrigins: TagOrigins;
  /** Whether an object has a tag, and why. Errors: BAD_USER_INPUT, NOT_FOUND. */
  explainTag(object: string, tag: string): Promise<TagExplanation>;
  /** What customers do as a rule, one for every id, in that order; an Error for one that is not there. */
  habitsOf(ids: readonly string[]): Promise<(Habits | Error)[]>;
  /** All tags of objects of one kind at an instant, sorted, one list for each: stored ones and those whose rules hold. */
  tagsOf(kind: TagKind, rows: readonly TaggedRow[], asOf: Date, inferred?: boolean): Promise<string[][]>;
  readonly segmentHistory: HistoryService;
  readonly exports: ExportsService;
  readonly statistics: StatisticsService;
  /** Fails unless the graph answers within a second. */
  checkReady(): Promise<void>;
  /** Waits for what runs in the background; call it before the database is closed. */
  settle(): Promise<void>;
}

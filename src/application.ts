import { createStatisticsService, type StatisticsService } from './audience/compiler/index.ts';
import { type CrossSellService, createCrossSellService } from './audience/cross-sell/cross-sell.service.ts';
import { createExportsService, type ExportsService } from './audience/exports/exports.service.ts';
import { createExplainTag, type TagExplanation } from './audience/segments/explain/explain-tag.ts';
import { createFragmentsService, type FragmentsService } from './audience/segments/fragments/fragments.service.ts';
import { createHistoryService, type HistoryService } from './audience/segments/history/history.service.ts';
import { createLiveService, type LiveService } from './audience/segments/live/live.service.ts';
import { createSegmentRules } from './audience/segments/segment-rules.ts';
import { createSegmentsService, type SegmentsService } from './audience/segments/segments.service.ts';
import {
  createTagDefinitionsService,
  type TagDefinitionsService,
} from './audience/segments/tag-definitions/tag-definitions.service.ts';
import { createCompileSelection } from './audience/selection/compile-selection.ts';
import { createSelectionService, type SelectionService } from './audience/selection/selection.service.ts';
import { readTags, type TaggedRow } from './audience/tags/rule-tags.ts';
import { createOrdersService, type OrdersService } from './catalogue/orders/orders.service.ts';
import { createOrdersStore } from './catalogue/orders/orders.store.ts';
import { createPerformanceService, type PerformanceService } from './catalogue/performance/performance.service.ts';
import { createProductsService, type ProductsService } from './catalogue/products/products.service.ts';
import { createProductsStore } from './catalogue/products/products.store.ts';
import { createStaffService, type StaffService } from './catalogue/staff/staff.service.ts';
import { createStaffStore } from './catalogue/staff/staff.store.ts';
import { createStoresService, type StoresService } from './catalogue/stores/stores.service.ts';
import { createStoresStore } from './catalogue/stores/stores.store.ts';
import type { Derivation } from './intake/changes/derivations.ts';
import { createIdentifierNormaliser } from './intake/identity/normalise-identifier.ts';
import { readIdentityRules } from './intake/identity/rules-file/read-rules-file.ts';
import { createIdentityDecisionsService, type IdentityDecisionsService } from './intake/identity-decisions.service.ts';
import { createIdentityRulesService, type IdentityRulesService } from './intake/identity-rules.service.ts';
import { createIngestService, type IngestService } from './intake/ingest.service.ts';
import { createMatchingService, type MatchingService } from './intake/matching.service.ts';
import type { Clock } from './platform/clock.ts';
import type { Config } from './platform/config.ts';
import { messageOf } from './platform/errors.ts';
import type { Logger } from './platform/log.ts';
import type { Database, Query } from './platform/neo4j/database.ts';
import { heedSignal } from './platform/request-signal.ts';
import { type CustomersService, createCustomersService } from './profile/customer360/customers.service.ts';
import { createCustomersStore } from './profile/customer360/customers.store.ts';
import { createEvidenceStore } from './profile/customer360/evidence.store.ts';
import { readHabits } from './profile/habits/habits.store.ts';
import type { Habits } from './profile/habits/habits.ts';
import { createIdentityService, type IdentityService } from './profile/identity/identity.service.ts';
import { deriveInterest } from './profile/lifecycle/interest.store.ts';
import { createLifecycleService, type LifecycleService } from './profile/lifecycle/lifecycle.service.ts';
import { readLifecycleRules } from './profile/lifecycle/lifecycle-rules.ts';
import { createLoyaltyService, type LoyaltyService } from './profile/loyalty/loyalty.service.ts';
import { readLoyaltyRules } from './profile/loyalty/loyalty-rules.ts';
import { createRedemptionsService, type RedemptionsService } from './profile/loyalty/redemptions.service.ts';
import { createMomentsService, type MomentsService } from './profile/moments/moments.service.ts';
import { createPeopleAroundService, type PeopleAroundService } from './profile/people/people-around.service.ts';
import { createDeclinesService, type DeclinesService } from './profile/recommendations/declines.service.ts';
import { readRecommendationRules } from './profile/recommendations/recommendation-rules.ts';
import {
  createRecommendationsService,
  type RecommendationsService,
} from './profile/recommendations/recommendations.service.ts';
import { createSalesService, type SalesService } from './profile/sales/sales.service.ts';
import { createHandTagsService, type HandTagsService } from './profile/tags/hand-tags.service.ts';
import { keepTaxonomy } from './profile/tags/kept-taxonomy.ts';
import type { TagKind } from './profile/tags/tag-definition.ts';
import { tagEntries } from './profile/tags/tag-entries.ts';
import { createTagOrigins, type TagOrigins } from './profile/tags/tag-origins.ts';
import { readTagRules } from './profile/tags/tag-rules.ts';
import { identityEntries, stageEntries } from './profile/timeline/derived-entries.ts';
import { pointsEntries, tierEntries } from './profile/timeline/loyalty-entries.ts';
import { eventEntries, orderEntries } from './profile/timeline/stored-entries.ts';
import { createTimelineService, type TimelineService } from './profile/timeline/timeline.service.ts';
import { createValueService, type ValueService } from './profile/value/value.service.ts';

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

// Who asks for possible matches right after a change sees what it brought; after a large import they need not wait for all.
const MOST_WAIT_FOR_MATCHES_MS = 10_000;

const ping: Query = { name: 'application.ping', text: 'RETURN 1 AS ok' };

/** Wires the rooms, in the order in which data goes through them. */
export function createApplication(dependencies: ApplicationDependencies): Application {
  const { config, clock, log } = dependencies;
  const database = heedSignal(dependencies.database);
  const { timeZone } = config;

  const ruleFile = readIdentityRules(config.identityRules);
  const rules = { ...ruleFile, defaultCountry: config.defaultCountry ?? ruleFile.defaultCountry };
  const recommendationRules = readRecommendationRules(config.recommendationRules);
  const lifecycleRules = readLifecycleRules(config.lifecycleRules, config.lapsedAfterDays);
  const identifiers = createIdentifierNormaliser(rules);
  // Kept in the transaction of the fact, in this order.
  const derivations: readonly Derivation[] = [deriveInterest(lifecycleRules.indecisive)];
  const performance = createPerformanceService({ database, clock, timeZone, performance: config.performance });
  // counted for everyone, so no caller who goes away may end it
  const statistics = createStatisticsService({
    database: dependencies.database,
    clock,
    onError: (error) => log.debug({ err: error }, 'the graph could not be counted; older counts stay in use'),
  });
  // counted for everyone, so no caller who goes away may end it
  const recommendations = createRecommendationsService({
    database: dependencies.database,
    clock,
    rules: recommendationRules,
  });
  const factsChanged = () => {
    statistics.markStale();
    recommendations.markStale();
    matching.markStale();
  };
  // Whoever asks for possible matches waits for what changed, so both hear of each other.
  const decisions = createIdentityDecisionsService({
    database,
    clock,
    rules,
    derivations,
    afterDecision: factsChanged,
  });
  const matching = createMatchingService({
    database: dependencies.database,
    rules,
    decide: decisions.decideByRule,
    onError: (error) => log.warn(`Customers could not be compared; what is left stays marked: ${messageOf(error)}`),
  });
  const compareChanged = () => matching.catchUp(MOST_WAIT_FOR_MATCHES_MS);
  const ingest = createIngestService({
    database,
    clock,
    money: config,
    rules,
    derivations,
    afterIngest: async (touched) => {
      factsChanged();
      await performance.refreshPerformance(touched);
    },
  });

  const identityRules = createIdentityRulesService({
    database: dependencies.database,
    clock,
    log,
    rules,
    derivations,
    origin: config.identityRules,
    defaultCountry: config.defaultCountry,
    afterRestitch: factsChanged,
  });

  const customers = createCustomersService({
    customers: createCustomersStore(database),
    evidence: createEvidenceStore(database),
    normaliseIdentifier: (kind, value, scope) => identifiers.normalise({ kind, value, scope }).key,
    clock,
    lifecycle: lifecycleRules,
  });

  const identity = createIdentityService({ database, rules, compareChanged });
  const lifecycle = createLifecycleService({ database, clock, rules: lifecycleRules });

  // made of everyone, so no caller who goes away may end it
  const value = createValueService({
    database: dependencies.database,
    clock,
    timeZone,
    lapsedAfterDays: lifecycleRules.lapsedAfterDays,
  });

  const loyaltyRules = readLoyaltyRules(config.loyaltyRules, config.currency);
  const { currency } = config;
  const loyalty = createLoyaltyService({ database, clock, rules: loyaltyRules, currency, timeZone });
  const timeline = createTimelineService([
    orderEntries(database),
    eventEntries(database),
    stageEntries((ids) => lifecycle.historiesOf(ids)),
    identityEntries(identity.historiesOf),
    pointsEntries(loyalty.accountsOf),
    tierEntries(loyalty.accountsOf),
    tagEntries(database, customers.recordsOf),
  ]);

  const filedTags = readTagRules(config.tagRules);
  const taxonomy = keepTaxonomy(database, clock);
  const phoneKinds = [...rules.kinds].filter(([, { normaliser }]) => normaliser === 'phone').map(([kind]) => kind);
  const compile = createCompileSelection(
    { ...config, lifecycle: lifecycleRules, phoneKinds, filedTags },
    createSegmentRules(database, timeZone, filedTags, taxonomy),
    statistics.current,
  );
  const selection = createSelectionService({ database, clock, timeZone, compile, compareChanged });
  const segments = createSegmentsService({
    database,
    clock,
    timeZone,
    compile,
    selection,
    customersById: customers.customersById,
  });

  const tagOrigins = createTagOrigins(database, customers.recordsOf);
  // kept up for everyone, so no caller who goes away may end it
  const live = createLiveService({ database: dependencies.database, clock, compile });

  return {
    ...dependencies,
    ingest,
    orders: createOrdersService({ store: createOrdersStore(database) }),
    stores: createStoresService({ store: createStoresStore(database), clock, timeZone }),
    staff: createStaffService({ store: createStaffStore(database) }),
    products: createProductsService({ store: createProductsStore(database) }),
    performance,
    customers,
    identity,
    lifecycle,
    sales: createSalesService(database, lifecycleRules, timeZone),
    timeline,
    moments: createMomentsService({ database, rules: lifecycleRules, timeline }),
    value,
    loyalty,
    recommendations,
    declines: createDeclinesService({
      database,
      clock,
      ingest,
      rules: recommendationRules,
      keyOf: (identifier) => identifiers.normalise(identifier).key,
    }),
    people: createPeopleAroundService({
      database,
      phoneKinds,
    }),
    redemptions: createRedemptionsService({
      database,
      ingest,
      loyalty,
      keyOf: (identifier) => identifiers.normalise(identifier).key,
      least: loyaltyRules.redeem.least,
    }),
    decisions,
    matching,
    identityRules,
    selection,
    segments,
    crossSell: createCrossSellService({
      database,
      clock,
      timeZone,
      compile,
      recommendations,
      rules: recommendationRules,
    }),
    fragments: createFragmentsService({ database, clock, timeZone }),
    live,
    tagDefinitions: createTagDefinitionsService({ database, clock, settings: compile.settings }),
    handTags: createHandTagsService({ database, clock, ingest, filed: filedTags }),
    tagOrigins,
    explainTag: createExplainTag({
      ...{ database, clock, compile, origins: tagOrigins },
      ...{ customersById: customers.customersById, explain: segments.explain },
    }),
    habitsOf: async (ids) =>
      (await readHabits(database.read, ids, timeZone)).map((habits) => habits ?? new Error('The customer went away.')),
    tagsOf: async (...asked) => readTags(database.read, await taxonomy(), compile, ...asked),
    segmentHistory: createHistoryService({ database, clock, timeZone, live }),
    exports: createExportsService({ database, clock }),
    statistics,
    checkReady: async () => void (await database.read(ping, {}, { timeoutMs: 1_000 })),
    settle: async () => {
      await identityRules.stop();
      await Promise.all([statistics.idle(), value.idle(), recommendations.idle(), matching.stop()]);
    },
  };
}

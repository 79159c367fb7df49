import type { Application, ApplicationDependencies } from './application-services.ts';
import { createStatisticsService } from './audience/compiler/index.ts';
import { createCrossSellService } from './audience/cross-sell/cross-sell.service.ts';
import { createExportsService } from './audience/exports/exports.service.ts';
import { createExplainTag } from './audience/segments/explain/explain-tag.ts';
import { createFragmentsService } from './audience/segments/fragments/fragments.service.ts';
import { createHistoryService } from './audience/segments/history/history.service.ts';
import { segmentTimelineSources } from './audience/segments/history/timeline-entries.ts';
import { createLiveService } from './audience/segments/live/live.service.ts';
import { createSegmentRules } from './audience/segments/segment-rules.ts';
import { createSegmentsService } from './audience/segments/segments.service.ts';
import { createTagDefinitionsService } from './audience/segments/tag-definitions/tag-definitions.service.ts';
import { createCompileSelection } from './audience/selection/compile-selection.ts';
import { createSelectionService } from './audience/selection/selection.service.ts';
import { readTags } from './audience/tags/rule-tags.ts';
import { createOrdersService } from './catalogue/orders/orders.service.ts';
import { createOrdersStore } from './catalogue/orders/orders.store.ts';
import { createPerformanceService } from './catalogue/performance/performance.service.ts';
import { createProductsService } from './catalogue/products/products.service.ts';
import { createProductsStore } from './catalogue/products/products.store.ts';
import { createStaffService } from './catalogue/staff/staff.service.ts';
import { createStaffStore } from './catalogue/staff/staff.store.ts';
import { createStoresService } from './catalogue/stores/stores.service.ts';
import { createStoresStore } from './catalogue/stores/stores.store.ts';
import type { Derivation } from './intake/changes/derivations.ts';
import { createIdentifierNormaliser } from './intake/identity/normalise-identifier.ts';
import { readIdentityRules } from './intake/identity/rules-file/read-rules-file.ts';
import { createIdentityDecisionsService } from './intake/identity-decisions.service.ts';
import { createIdentityRulesService } from './intake/identity-rules.service.ts';
import { createIngestService } from './intake/ingest.service.ts';
import { createMatchingService } from './intake/matching.service.ts';
import { messageOf } from './platform/errors.ts';
import type { Query } from './platform/neo4j/database.ts';
import { heedSignal } from './platform/request-signal.ts';
import { createCustomersService } from './profile/customer360/customers.service.ts';
import { createCustomersStore } from './profile/customer360/customers.store.ts';
import { createEvidenceStore } from './profile/customer360/evidence.store.ts';
import { readHabits } from './profile/habits/habits.store.ts';
import { createIdentityService } from './profile/identity/identity.service.ts';
import { deriveInterest } from './profile/lifecycle/interest.store.ts';
import { createLifecycleService } from './profile/lifecycle/lifecycle.service.ts';
import { readLifecycleRules } from './profile/lifecycle/lifecycle-rules.ts';
import { createLoyaltyService } from './profile/loyalty/loyalty.service.ts';
import { readLoyaltyRules } from './profile/loyalty/loyalty-rules.ts';
import { createRedemptionsService } from './profile/loyalty/redemptions.service.ts';
import { createMomentsService } from './profile/moments/moments.service.ts';
import { createPeopleAroundService } from './profile/people/people-around.service.ts';
import { createDeclinesService } from './profile/recommendations/declines.service.ts';
import { readRecommendationRules } from './profile/recommendations/recommendation-rules.ts';
import { createRecommendationsService } from './profile/recommendations/recommendations.service.ts';
import { createSalesService } from './profile/sales/sales.service.ts';
import { createHandTagsService } from './profile/tags/hand-tags.service.ts';
import { keepTaxonomy } from './profile/tags/kept-taxonomy.ts';
import { tagEntries } from './profile/tags/tag-entries.ts';
import { createTagOrigins } from './profile/tags/tag-origins.ts';
import { readTagRules } from './profile/tags/tag-rules.ts';
import { identityEntries, stageEntries } from './profile/timeline/derived-entries.ts';
import { pointsEntries, tierEntries } from './profile/timeline/loyalty-entries.ts';
import { eventEntries, orderEntries } from './profile/timeline/stored-entries.ts';
import { createTimelineService } from './profile/timeline/timeline.service.ts';
import { createValueService } from './profile/value/value.service.ts';

export type { Application } from './application-services.ts';

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
  const timeline = createTimelineService([
    orderEntries(database),
    eventEntries(database),
    stageEntries((ids) => lifecycle.historiesOf(ids)),
    identityEntries(identity.historiesOf),
    pointsEntries(loyalty.accountsOf),
    tierEntries(loyalty.accountsOf),
    tagEntries(database, customers.recordsOf),
    ...segmentTimelineSources({ database, live, taxonomy, filedTags }),
  ]);

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

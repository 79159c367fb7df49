import type { CodegenConfig } from '@graphql-codegen/cli';

/** Every scalar travels as text; JSON may be anything. */
const scalars = {
  DateTime: 'string',
  Date: 'string',
  Duration: 'string',
  Decimal: 'string',
  JSON: 'unknown',
  ID: 'string',
};

const common = {
  enumsAsTypes: true,
  skipTypename: true,
  useTypeImports: true,
  inputMaybeValue: 'T | null | undefined',
};

const listed = ['Customer', 'Export', 'Order', 'PossibleMatch', 'Product', 'Segment', 'Staff', 'Store'];
const mapped = [
  ...listed.flatMap((name) => [name, `${name}Connection`, `${name}Edge`]),
  ...[
    'Device',
    'Identifier',
    'MembershipExplanation',
    'MergedCustomer',
    'Node',
    'OrderLine',
    'PageInfo',
    'PlanStep',
    'RuleFragment',
    'RuleSuggestions',
    'SegmentPlan',
    'CustomerMembership',
    'SegmentChange',
    'SegmentMembership',
    'SegmentMembershipConnection',
    'SegmentMembershipEdge',
    'SegmentOverlapPair',
    'SegmentOverlapRegion',
    'SegmentPreview',
    'SegmentVersion',
    'SegmentTemplate',
    'SourceRecord',
  ],
  ...['LifecycleFunnel', 'LifecyclePeriod'],
  ...['TimelinePage', 'TimelineEntry', 'TimelineEvent', 'TimelineIdentity', 'TimelineOrder', 'TimelineStage'],
  ...['TimelinePoints', 'TimelineTier'],
  ...['SalesMonth', 'SalesPeers', 'SalesReport'],
  ...['Consent', 'CustomerEvent', 'Golden48Hours', 'Review', 'ServiceQuestion'],
  ...['HouseholdMember', 'Neighbourhood', 'NeighbourNode', 'Referral'],
  ...['BoughtWith', 'Recommendation', 'RecommendationReason', 'CrossSell', 'CrossSellOffer'],
  ...['CustomerHabits', 'HandTag', 'TagDefinition', 'TagExplanation', 'TagOrigin', 'TimelineTag', 'TimelineSegment'],
  'CustomerValue',
  'ValueModel',
  ...[
    'LoyaltyAccount',
    'LedgerTransactionConnection',
    'LedgerTransactionEdge',
    'LedgerTransaction',
    'PointsQuote',
    'PointsRedemption',
    'TierChange',
    'TierStatus',
  ],
  ...[
    'IdentityDecision',
    'IdentityEvent',
    'IdentityExplanation',
    'IdentityRules',
    'IdentityRulesPreview',
    'PairExplanation',
    'PairSide',
    'PartingReason',
    'PossibleMatchSide',
    'PreviewedMerge',
    'PreviewedSplit',
  ],
];

/** Types come from schema/ alone. `npm run codegen` writes them, `npm run codegen:check` proves that they are fresh. */
const config: CodegenConfig = {
  schema: 'schema/**/*.graphql',
  generates: {
    // what everyone may use: records as they come in, answers as they go out
    'src/platform/generated/schema-types.ts': {
      plugins: ['typescript'],
      config: { ...common, scalars },
    },
    // what resolvers return: rows of the rooms, from which the schema's fields are taken
    'src/entry/api/generated/resolvers.ts': {
      plugins: ['typescript', 'typescript-resolvers'],
      config: {
        ...common,
        scalars: { ...scalars, DateTime: { input: 'string', output: 'Date | string' } },
        contextType: '../context.ts#GraphQLContext',
        mappers: Object.fromEntries(mapped.map((name) => [name, `../parents.ts#${name}Parent`])),
      },
    },
  },
};

export default config;

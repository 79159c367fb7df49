import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { CustomerParent, CustomerConnectionParent, CustomerEdgeParent, ExportParent, ExportConnectionParent, ExportEdgeParent, OrderParent, OrderConnectionParent, OrderEdgeParent, PossibleMatchParent, PossibleMatchConnectionParent, PossibleMatchEdgeParent, ProductParent, ProductConnectionParent, ProductEdgeParent, SegmentParent, SegmentConnectionParent, SegmentEdgeParent, StaffParent, StaffConnectionParent, StaffEdgeParent, StoreParent, StoreConnectionParent, StoreEdgeParent, DeviceParent, IdentifierParent, MembershipExplanationParent, MergedCustomerParent, NodeParent, OrderLineParent, PageInfoParent, PlanStepParent, RuleFragmentParent, RuleSuggestionsParent, SegmentPlanParent, CustomerMembershipParent, SegmentChangeParent, SegmentMembershipParent, SegmentMembershipConnectionParent, SegmentMembershipEdgeParent, SegmentOverlapPairParent, SegmentOverlapRegionParent, SegmentPreviewParent, SegmentVersionParent, SegmentTemplateParent, SourceRecordParent, LifecycleFunnelParent, LifecyclePeriodParent, TimelinePageParent, TimelineEntryParent, TimelineEventParent, TimelineIdentityParent, TimelineOrderParent, TimelineStageParent, TimelinePointsParent, TimelineTierParent, SalesMonthParent, SalesPeersParent, SalesReportParent, ConsentParent, CustomerEventParent, Golden48HoursParent, ReviewParent, ServiceQuestionParent, HouseholdMemberParent, NeighbourhoodParent, NeighbourNodeParent, ReferralParent, BoughtWithParent, RecommendationParent, RecommendationReasonParent, CrossSellParent, CrossSellOfferParent, CustomerHabitsParent, HandTagParent, TagDefinitionParent, TagExplanationParent, TagOriginParent, TimelineTagParent, TimelineSegmentParent, CustomerValueParent, ValueModelParent, LoyaltyAccountParent, LedgerTransactionConnectionParent, LedgerTransactionEdgeParent, LedgerTransactionParent, PointsQuoteParent, PointsRedemptionParent, TierChangeParent, TierStatusParent, IdentityDecisionParent, IdentityEventParent, IdentityExplanationParent, IdentityRulesParent, IdentityRulesPreviewParent, PairExplanationParent, PairSideParent, PartingReasonParent, PossibleMatchSideParent, PreviewedMergeParent, PreviewedSplitParent } from '../parents.ts';
import type { GraphQLContext } from '../context.ts';
export type Maybe<T> = T | null;
export type InputMaybe<T> = T | null | undefined;
export type Omit<T, K extends keyof T> = Pick<T, Exclude<keyof T, K>>;
export type RequireFields<T, K extends keyof T> = Omit<T, K> & { [P in K]-?: NonNullable<T[P]> };
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /** ISO 8601 calendar date without a time, e.g. "2026-06-18". Always a string. */
  Date: { input: string; output: string; }
  /** RFC 3339 instant, e.g. "2026-06-18T11:02:00+08:00". Accepted with any offset, returned in UTC ("2026-06-18T03:02:00.000Z"). Always a string. */
  DateTime: { input: string; output: Date | string; }
  /** Exact decimal as a string, e.g. "199.00". Never a float: a JSON number is refused. */
  Decimal: { input: string; output: string; }
  /** ISO 8601 duration, e.g. "P180D", "P6M" or "PT48H". Days, weeks, months and years are calendar units in the configured time zone. Always a string. */
  Duration: { input: string; output: string; }
  /** Any JSON value. */
  JSON: { input: unknown; output: unknown; }
};

/** A postal address. A missing field says nothing. */
export type AddressInput = {
  /** City. */
  city?: InputMaybe<Scalars['String']['input']>;
  /** Country, e.g. CN. */
  country?: InputMaybe<Scalars['String']['input']>;
  /** District. */
  district?: InputMaybe<Scalars['String']['input']>;
  /** Street, house, flat. */
  line?: InputMaybe<Scalars['String']['input']>;
  /** Postal code. */
  postalCode?: InputMaybe<Scalars['String']['input']>;
  /** Province or state. */
  province?: InputMaybe<Scalars['String']['input']>;
};

/** Compares an amount with parameters. Each operator takes the name of a parameter, e.g. `promotion` for what rule text writes as $promotion; the call gives its value. Operators given together are joined by AND; none: INVALID_RULE. */
export type AmountParameters = {
  /** Is this. */
  eq?: InputMaybe<Scalars['String']['input']>;
  /** More than this. */
  gt?: InputMaybe<Scalars['String']['input']>;
  /** This or more. */
  gte?: InputMaybe<Scalars['String']['input']>;
  /** Less than this. */
  lt?: InputMaybe<Scalars['String']['input']>;
  /** This or less. */
  lte?: InputMaybe<Scalars['String']['input']>;
  /** Is known, and is not this. */
  ne?: InputMaybe<Scalars['String']['input']>;
};

/** One value of the golden record and the source record it came from. */
export type AttributeOrigin = {
  /** Name of the value, e.g. `displayName`, `addressLine`, `city`, or `attributes.shoeSize` for a source's own attribute; `tags` once for every tag. */
  name: Scalars['String']['output'];
  /** When the source saw it so. */
  observedAt: Scalars['DateTime']['output'];
  /** First-, second- or third-party data. */
  provenance: Provenance;
  /** That system's id of the record. */
  recordId: Scalars['ID']['output'];
  /** System that stated it. */
  source: Scalars['String']['output'];
  /** The value on the golden record. */
  value: Scalars['JSON']['output'];
};

/** A product that is bought with another. */
export type BoughtWith = {
  /** How many customers bought both so. */
  customers: Scalars['Int']['output'];
  /** Together with it, or later. */
  kind: CoPurchaseKind;
  /** How many times as many that is as if the two had nothing to do with each other: customers × all buyers / (buyers of the one × buyers of the other). */
  lift: Scalars['Float']['output'];
  /** The product. */
  product: Product;
  /** In words: bought with Carbon pole pair by 214 customers. */
  reason: Scalars['String']['output'];
  /**
   * customers / buyers of the one × (all buyers / buyers of the other)^damping × customers / (customers + shrinkage): the conditional probability
   * against popularity (Deshpande and Karypis, ACM TOIS 22(1), 2004), less where few bought both.
   */
  score: Scalars['Float']['output'];
};

/** BG/NBD (Fader, Hardie and Lee, Marketing Science 24, 2005), time in weeks, by maximum likelihood over at most 20,000 buyers. */
export type BuyingParameters = {
  /** First parameter of how many leave after a purchase. */
  a: Scalars['Float']['output'];
  /** Scale of how often customers buy, in weeks. */
  alpha: Scalars['Float']['output'];
  /** Second parameter of how many leave after a purchase. */
  b: Scalars['Float']['output'];
  /** Shape of how often customers buy. */
  r: Scalars['Float']['output'];
};

/** How many customers one clause selects by itself. */
export type ClauseCount = {
  /** How many customers; 0 or more. */
  count: Scalars['Int']['output'];
  /** The clause as canonical text. */
  rule: Scalars['String']['output'];
};

/** One clause and its verdict on one customer. */
export type ClauseVerdict = {
  /** The parts of an and, or, not, or of a segment's rule; empty for a single condition. */
  clauses: Array<ClauseVerdict>;
  /** What decided it, each a JSON object with a `type`: `value` {field, value}; `measures` {relation, count, of, …}: how many matched, of how many (`considered`: of more than 10,000 only so many, the newest, were looked at); then up to ten objects that matched, newest first: `order`, `event`, `identifier`, `device`. Of a sequence a `step` {step, rule, reached} comes before those of each step. Empty for and, or, not. */
  evidence: Array<Scalars['JSON']['output']>;
  /** Does it hold? */
  matched: Scalars['Boolean']['output'];
  /** Of a single condition that keeps the customer out: how near it came. Objects are sought among the newest 500, for the first ten such conditions. */
  nearest: Array<NearMiss>;
  /** The clause as canonical text. */
  rule: Scalars['String']['output'];
};

/** A count of what is bought with what. */
export type CoPurchaseCount = {
  /** Customers who bought anything in the time that counts (`historyDays`). */
  buyers: Scalars['Int']['output'];
  /** Purchases up to then were counted. */
  computedAt: Scalars['DateTime']['output'];
  /** How many pairs are kept, of either kind. */
  pairs: Scalars['Int']['output'];
  /** How many products they bought. */
  products: Scalars['Int']['output'];
};

/** How one customer bought two products; the numbers of days are of the recommendation rules. */
export type CoPurchaseKind =
  /** The second later than the first, at most `nextDays`. */
  | 'NEXT'
  /** In one order, or at most `togetherDays` apart. */
  | 'TOGETHER';

/** An identifier that two customers have in common. */
export type CommonIdentifier = {
  /** How many customers have it now. */
  customers: Scalars['Int']['output'];
  /** The identifier. */
  identifier: ExplainedIdentifier;
  /** The rules of its kind; null for a kind that is not declared any more. */
  rule?: Maybe<IdentifierKindRules>;
};

/** What source records are compared by. */
export type ComparedField =
  /** The postal address. */
  | 'ADDRESS'
  /** The date of birth. */
  | 'BIRTH_DATE'
  /** E-mail addresses; the closest two count. */
  | 'EMAIL'
  /** The gender. */
  | 'GENDER'
  /** The names, in whatever order and script: pinyin for Chinese, traditional characters as simplified ones. */
  | 'NAME'
  /** Values of kinds of which a customer has only one (`exclusive`). */
  | 'OWN_NUMBER'
  /** Phone numbers, also such as identify nobody for a missing digit; the closest two count. */
  | 'PHONE';

/** How far two values agree; not every field has every level. */
export type ComparedLevel =
  /** One slip apart: a character too many, too few, another, or two swapped; in names also initials and short forms; in dates also day and month swapped; in addresses the same numbers in a line much alike. */
  | 'CLOSE'
  /** They do not agree. */
  | 'DIFFERENT'
  /** Family names agree, given names do not: perhaps a relative, so that address, phone and e-mail together weigh 2 bits at most. */
  | 'FAMILY_NAME_ONLY'
  /** Given names agree, family names do not. */
  | 'GIVEN_NAME_ONLY'
  /** One part of the name agrees; one of the two does not say the other. */
  | 'ONE_PART_MISSING'
  /** The same, but for how it is written. */
  | 'SAME'
  /** Another line, but the same postal code or district. */
  | 'SAME_AREA'
  /** The same city. */
  | 'SAME_CITY'
  /** The mailbox name is the same, the provider is not. */
  | 'SAME_MAILBOX_ELSEWHERE'
  /** Chinese names of other characters with the same pinyin. */
  | 'SAME_SOUND';

/** Whether a customer allows something, as last said. */
export type Consent = {
  /** By which channel, e.g. sms; null: by any. */
  channel?: Maybe<Scalars['String']['output']>;
  /** The event that said so. */
  event: CustomerEvent;
  /** When what was granted ends, or ended, by itself; null: it does not. */
  expiresAt?: Maybe<Scalars['DateTime']['output']>;
  /** What for, e.g. marketing. */
  purpose: Scalars['String']['output'];
  /** Since when. */
  since: Scalars['DateTime']['output'];
  /** How it stands. */
  status: ConsentStatus;
};

/** How a consent stands. */
export type ConsentStatus =
  /** Refused when asked. */
  | 'DENIED'
  /** Given for a time that is over. */
  | 'EXPIRED'
  /** Given. */
  | 'GRANTED'
  /** Taken back. */
  | 'WITHDRAWN';

/** What to offer the customers of a segment or rule. */
export type CrossSell = {
  /** The instant it is reckoned at. */
  asOf: Scalars['DateTime']['output'];
  /** When the buyers of all products were counted, with whom the segment is compared. Null: never yet, and there are no offers. */
  computedAt?: Maybe<Scalars['DateTime']['output']>;
  /** How many customers the segment or rule selects. */
  customers: Scalars['Int']['output'];
  /** Products that they buy, the highest score first; none that fewer of them bought than the recommendation rules ask for (`support`). */
  offers: Array<CrossSellOffer>;
};

/** A product for the customers of a segment or rule. */
export type CrossSellOffer = {
  /** How many of them bought it in the time that counts (`historyDays`). */
  buyers: Scalars['Int']['output'];
  /** Whom to offer it to: those of them who neither bought nor ordered nor declined it, by id. */
  customers: CustomerConnection;
  /** How many times as many that is as among all buyers: buyers × all buyers / (customers × buyers of the product among all). */
  lift: Scalars['Float']['output'];
  /** The product. */
  product: Product;
  /** In words: bought by 214 of these 1,204 customers, 2.3 times as many as among all. */
  reason: Scalars['String']['output'];
  /** As of a pair of products, with the segment in place of the first product; see BoughtWith.score. */
  score: Scalars['Float']['output'];
};


/** A product for the customers of a segment or rule. */
export type CrossSellOfferCustomersArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};

/** One person, put together from all the records that belong to them: the golden record and its figures. */
export type Customer = Node & {
  /** Where each value of the golden record came from, sorted by name. Of several stated values a first-party one wins over a second-party one, and that over a third-party one; among equals the most recently observed wins. An address is taken whole from one record. */
  attributes: Array<AttributeOrigin>;
  /** totalSpent / purchaseCount, rounded half up to the minor unit; null without a purchase. */
  averagePurchaseValue?: Maybe<Money>;
  /** Date of birth; null when not known. */
  birthDate?: Maybe<Scalars['Date']['output']>;
  /** City of residence, as the source spells it. City, province and country are of one address; null when it does not say. */
  city?: Maybe<Scalars['String']['output']>;
  /** What the customer allows, by purpose and channel, at the instant of the request: told by events named consent_granted, consent_denied and consent_withdrawn with the properties `purpose` and, where given, `channel` and `expiresAt`. Sorted by purpose and channel. */
  consents: Array<Consent>;
  /** Country of residence, as the source spells it, e.g. CN; null when not known. */
  country?: Maybe<Scalars['String']['output']>;
  /** When the customer was first known here. */
  createdAt: Scalars['DateTime']['output'];
  /** Devices the customer was seen on, by device id. */
  devices: Array<Device>;
  /** Name to show: as a source stated it, else composed of family and given name (林小雨, Xiaoyu Lin). Null when neither is known. */
  displayName?: Maybe<Scalars['String']['output']>;
  /** Family name; null when not known. */
  familyName?: Maybe<Scalars['String']['output']>;
  /** When the first purchase was placed; null without one. */
  firstPurchaseAt?: Maybe<Scalars['DateTime']['output']>;
  /** Gender, as a source stated it; null when none did. */
  gender?: Maybe<Gender>;
  /** Given name; null when not known. */
  givenName?: Maybe<Scalars['String']['output']>;
  /** The first 48 hours after the customer arrived: what happened, and what is missing. Null only where the customer was merged away meanwhile. */
  golden48Hours?: Maybe<Golden48Hours>;
  /** What the customer does as a rule, told from purchases, reviews and shares when asked. Rules can ask for the same by the same names. */
  habits: CustomerHabits;
  /**
   * Who seems to live with the customer: known customers at the same address, with the same phone, or on the same device, told from the facts as they
   * are now. It joins nobody. Places with more than 8 customers (an office, a till) tell nothing and are left out.
   */
  household: Household;
  /** `cus_…`, never derived from an identifier. Asking for it keeps working after a merge, but answers with the survivor, whose id this then is. */
  id: Scalars['ID']['output'];
  /** Every identifier that belongs to this customer, strong and weak, sorted by kind, scope and value. */
  identifiers: Array<Identifier>;
  /** What happened to who this customer is, newest first: merges (also into customers that were merged in later), splits, and what was decided of its records, also what was undone or taken back. */
  identityHistory: Array<IdentityEvent>;
  /** The default tags whose rules hold now, sorted: repurchase, price-sensitive, … They are among `tags` only where they were adopted (`TAG_RULES`, `saveTagDefinition`). */
  inferredTags: Array<Scalars['String']['output']>;
  /** Preferred language, as a source stated it, e.g. zh-CN; null when none did. */
  language?: Maybe<Scalars['String']['output']>;
  /** When the latest purchase was placed; null without one. */
  lastPurchaseAt?: Maybe<Scalars['DateTime']['output']>;
  /** The latest sign of life: when an order was placed, an event happened or a source record was observed. */
  lastSeenAt?: Maybe<Scalars['DateTime']['output']>;
  /**
   * The stages that the customer went through, oldest first, each other than the one before; the last one lasts. It follows from the
   * facts as they are known now: a late record, a refund, a merge or a split changes it as if all had been known from the beginning.
   */
  lifecycleHistory: Array<LifecyclePeriod>;
  /** Stage in the customer's life with the brand, at the instant of the request. */
  lifecycleStage: LifecycleStage;
  /**
   * The customer's points and tier over all channels, as their orders and points records make them at this moment. Null for one of whom nothing
   * but a device or cookie is known.
   */
  loyalty?: Maybe<LoyaltyAccount>;
  /** The customers that turned out to be this person, directly or through others, newest merge first. Their ids keep working. */
  mergedFrom: Array<MergedCustomer>;
  /**
   * The graph around the customer, for drawing: identifiers, devices, orders with their stores, staff and products, and the customers that these, an
   * address or a referral lead to. Every thing is there once.
   */
  neighbours: Neighbourhood;
  /** The customer's orders, whatever their status, newest first. */
  orders: OrderConnection;
  /** Who may be the same person as this customer and yet is somebody else: the likeliest first, then by identifier; `one` is this customer. */
  possibleMatches: Array<PossibleMatch>;
  /** Province or state of residence, as the source spells it; null when not known. */
  province?: Maybe<Scalars['String']['output']>;
  /** How many purchases, that is orders that count (see OrderStatus); 0 or more. */
  purchaseCount: Scalars['Int']['output'];
  /**
   * Products to offer, the best first: by what the customer bought and what goes with it as counted last, then what most customers buy. Without
   * what they have (unless most buyers buy it again and it is time), ordered, gave back or declined, and what is out of sale. Empty before the first count.
   */
  recommendations: Array<Recommendation>;
  /** Whom the customer brought: by a share that they opened, or by being named as who invited them. The earliest first. */
  referrals: Array<Referral>;
  /** Who brought the customer, the earliest first; usually one. */
  referredBy: Array<Referral>;
  /** What the customer thinks of products, newest first: events named review with the properties `rating` and `text`. 1,000 at most. */
  reviews: Array<Review>;
  /** The latest hundred stays in published segments, newest first: since when, why, and until when. */
  segmentHistory: Array<CustomerMembership>;
  /** The saved segments that hold this customer now, sorted by name. */
  segments: Array<Segment>;
  /** What the customer asked, newest first: events named service_question with the properties `ticket`, `topic` and `text`; service_answer with the same `ticket` answers. 1,000 at most. */
  serviceQuestions: Array<ServiceQuestion>;
  /** The evidence: what each source said of this person, the oldest observation first. */
  sourceRecords: Array<SourceRecord>;
  /** Where the stored tags come from, by tag, then by time; one that two records give is there twice. Rule tags are not stored. */
  tagOrigins: Array<TagOrigin>;
  /** All tags that hold now, sorted, each once: of all source records and given by hand, unless they have ended, and those whose rules hold. */
  tags: Array<Scalars['String']['output']>;
  /**
   * Everything that happened to and through the customer, in one stream, newest first. Of what happened at one instant the order is by
   * type. What lies ahead of the clock is in it, too. The number of statements is fixed, however long the timeline.
   */
  timeline: TimelinePage;
  /** Net value of all purchases in the reporting currency: what was paid and kept. 0 without a purchase. */
  totalSpent: Money;
  /** When anything on the golden record or its figures last changed. */
  updatedAt: Scalars['DateTime']['output'];
  /** What the customer is worth and is expected to buy. Null for one who never bought. */
  value?: Maybe<CustomerValue>;
};


/** One person, put together from all the records that belong to them: the golden record and its figures. */
export type CustomerNeighboursArgs = {
  depth?: InputMaybe<Scalars['Int']['input']>;
  limit?: InputMaybe<Scalars['Int']['input']>;
};


/** One person, put together from all the records that belong to them: the golden record and its figures. */
export type CustomerOrdersArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  asOf?: InputMaybe<Scalars['DateTime']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<OrderFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};


/** One person, put together from all the records that belong to them: the golden record and its figures. */
export type CustomerRecommendationsArgs = {
  categories?: InputMaybe<Array<Scalars['String']['input']>>;
  exclude?: InputMaybe<Array<Scalars['ID']['input']>>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** One person, put together from all the records that belong to them: the golden record and its figures. */
export type CustomerReferralsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** One person, put together from all the records that belong to them: the golden record and its figures. */
export type CustomerTimelineArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  types?: InputMaybe<Array<TimelineType>>;
};

/** A page of customers. */
export type CustomerConnection = {
  /** The customers of this page with their cursors. */
  edges: Array<CustomerEdge>;
  /** The customers of this page. */
  nodes: Array<Customer>;
  /** Where this page lies. */
  pageInfo: PageInfo;
  /** How many customers are selected over all pages. Counted only when asked for. */
  totalCount: Scalars['Int']['output'];
};

/** One customer in a page. */
export type CustomerEdge = {
  /** Opaque position of this customer in this list and order. */
  cursor: Scalars['String']['output'];
  /** The customer. */
  node: Customer;
};

/** Something that a customer did, as a source sent it. */
export type CustomerEvent = {
  /** Channel; null when not known. */
  channel?: Maybe<Scalars['String']['output']>;
  /** That system's id of it. */
  eventId: Scalars['ID']['output'];
  /** What happened, e.g. product_view. */
  name: Scalars['String']['output'];
  /** When. */
  occurredAt: Scalars['DateTime']['output'];
  /** What it was about; null when not known. */
  product?: Maybe<Product>;
  /** What else the source sent of it; null for nothing. */
  properties?: Maybe<Scalars['JSON']['output']>;
  /** System, e.g. wechat. */
  source: Scalars['String']['output'];
  /** Where it happened; null when not known. */
  store?: Maybe<Store>;
};

/** What customer objects are ranked by: exactly one of these, else INVALID_RULE. */
export type CustomerFigure = {
  /** A measure of these. */
  devices?: InputMaybe<DevicesFigure>;
  /** A measure of these. */
  events?: InputMaybe<EventsFigure>;
  /** A measure of these. */
  household?: InputMaybe<CustomersFigure>;
  /** A measure of these. */
  identifiers?: InputMaybe<IdentifiersFigure>;
  /** A measure of these. */
  orders?: InputMaybe<OrdersFigure>;
  /** A measure of these. */
  purchasedLines?: InputMaybe<LinesFigure>;
  /** A measure of these. */
  purchases?: InputMaybe<OrdersFigure>;
  /** A measure of these. */
  referrals?: InputMaybe<CustomersFigure>;
  /** A measure of these. */
  referredBy?: InputMaybe<CustomersFigure>;
  /** A number, date or instant of the object, by name, with dots over to-one steps, e.g. totalSpent. */
  value?: InputMaybe<Scalars['String']['input']>;
};

/** Which customers. Fields given together are joined by AND. A comparison with a missing value is false; `not` of it is true. An empty filter selects everyone. */
export type CustomerFilter = {
  /** All of these hold; an empty list asks nothing. */
  and?: InputMaybe<Array<CustomerFilter>>;
  /** Average net value of a purchase, in the reporting currency; missing without a purchase. */
  averagePurchaseValue?: InputMaybe<DecimalFilter>;
  /** Average rating of the reviews, as the sources rate; missing without any. */
  averageRating?: InputMaybe<DecimalFilter>;
  /** Date of birth; may be missing. */
  birthDate?: InputMaybe<DateFilter>;
  /** City of residence, as the source spells it; may be missing. */
  city?: InputMaybe<StringFilter>;
  /** Country of residence, as the source spells it, e.g. CN; may be missing. */
  country?: InputMaybe<StringFilter>;
  /** When the customer was first known here. */
  createdAt?: InputMaybe<DateTimeFilter>;
  /** Which devices the customer was seen on. */
  devices?: InputMaybe<DevicesCondition>;
  /** Percent of the value of all purchased lines that was bought at a discount; missing without lines. */
  discountShare?: InputMaybe<DecimalFilter>;
  /** Name to show; may be missing. */
  displayName?: InputMaybe<StringFilter>;
  /** What the customer did: visits, scans, page views, … */
  events?: InputMaybe<EventsCondition>;
  /** When the first purchase was placed; missing without one. */
  firstPurchaseAt?: InputMaybe<DateTimeFilter>;
  /** Gender, as a source stated it; may be missing. */
  gender?: InputMaybe<GenderFilter>;
  /** Who lives with the customer, as `Customer.household` tells it, without the customer: the others. */
  household?: InputMaybe<CustomersCondition>;
  /** The customer's id, `cus_…`; an id that was merged away selects nobody. */
  id?: InputMaybe<IdFilter>;
  /** Under which names the customer is known. */
  identifiers?: InputMaybe<IdentifiersCondition>;
  /** Member of a saved segment, by name or id (a name goes first). Unknown: INVALID_RULE. */
  inSegment?: InputMaybe<Scalars['ID']['input']>;
  /** Preferred language, e.g. zh-CN; may be missing. */
  language?: InputMaybe<StringFilter>;
  /** When the latest purchase was placed; missing without one. */
  lastPurchaseAt?: InputMaybe<DateTimeFilter>;
  /** The latest sign of life: an order, an event or a source record. */
  lastSeenAt?: InputMaybe<DateTimeFilter>;
  /** Stage in the customer's life with the brand, at asOf. */
  lifecycleStage?: InputMaybe<LifecycleStageFilter>;
  /** A saved fragment of this kind of object holds. Unknown, or values that do not fit: INVALID_RULE. */
  matches?: InputMaybe<FragmentMatch>;
  /** This does not hold; also true where the comparison fails because the value is missing. An empty filter: INVALID_RULE. */
  not?: InputMaybe<CustomerFilter>;
  /** At least one of these holds. An empty list, or an empty filter in it: INVALID_RULE. */
  or?: InputMaybe<Array<CustomerFilter>>;
  /** Every order, whatever its status. */
  orders?: InputMaybe<OrdersCondition>;
  /** Lowest category of products in more than half of at least three purchases; of two the more frequent; else missing. */
  preferredCategory?: InputMaybe<StringFilter>;
  /** Channel of more than half of at least three purchases; else missing. */
  preferredChannel?: InputMaybe<StringFilter>;
  /** Hour of the day, 0 to 23 in the configured time zone, of at least three purchases and a third of all; of two the one with more, then the earlier; else missing. */
  preferredHour?: InputMaybe<IntFilter>;
  /** Code of the store of more than half of at least three purchases; else missing. */
  preferredStore?: InputMaybe<StringFilter>;
  /** How sure it is that the customer waits for bargains, in percent: the lower bound of the 95 % interval (Wilson 1927) of the share of purchases in a promotion or with a discount. Missing without a purchase. */
  priceSensitivity?: InputMaybe<DecimalFilter>;
  /** Percent of the net value of all purchases that was bought in a promotion; missing without value. */
  promotionShare?: InputMaybe<DecimalFilter>;
  /** Province or state of residence, as the source spells it; may be missing. */
  province?: InputMaybe<StringFilter>;
  /** How many purchases; 0 without any, never missing. */
  purchaseCount?: InputMaybe<IntFilter>;
  /** The lines of all purchases together. */
  purchasedLines?: InputMaybe<LinesCondition>;
  /** Only the orders that count as purchases (see OrderStatus). */
  purchases?: InputMaybe<OrdersCondition>;
  /** Among those with the greatest or least figure of all. */
  rank?: InputMaybe<CustomerRank>;
  /** Whom the customer brought, as `Customer.referrals` tells it. */
  referrals?: InputMaybe<CustomersCondition>;
  /** Who brought the customer, as `Customer.referredBy` tells it. */
  referredBy?: InputMaybe<CustomersCondition>;
  /** Percent of the value of all paid orders that was refunded; missing without any. */
  returnRate?: InputMaybe<DecimalFilter>;
  /** How often others read the customer's reviews, or found them helpful: each of them once for a review. Never missing: 0 where nobody did. */
  reviewReads?: InputMaybe<IntFilter>;
  /** Percent of all purchases in the season of the year (from December, March, June, September on) that has most of those with purchases in two years or more; missing without such. */
  seasonShare?: InputMaybe<DecimalFilter>;
  /** Two steps or more, each later than the one before: events, orders or purchases. `[{events: {name: {eq: "page_view"}}}, {purchases: {}, within: "PT48H"}]`: viewed, and bought within 48 hours after. */
  sequence?: InputMaybe<Array<SequenceStep>>;
  /** How often others opened what the customer shared: each of them once for a share. Never missing: 0 where nobody did. */
  sharesOpened?: InputMaybe<IntFilter>;
  /** The customer's tags. */
  tags?: InputMaybe<TagFilter>;
  /** Net value of all purchases, in the reporting currency; 0 without any, never missing. */
  totalSpent?: InputMaybe<DecimalFilter>;
};

/** What a customer does as a rule. Shares are percent, 0 to 100; null where there is too little to tell. */
export type CustomerHabits = {
  /** Average of what events named `review` have as `rating`, as the sources rate. */
  averageRating?: Maybe<Scalars['Float']['output']>;
  /** Those of them that were made in a promotion, or with a discount on a line. */
  bargains: Scalars['Int']['output'];
  /** Value of the lines with a discount, of the value of all lines of purchases. */
  discountShare?: Maybe<Scalars['Float']['output']>;
  /** Lowest category of products in more than half of at least three purchases; of two the more frequent. */
  preferredCategory?: Maybe<Scalars['String']['output']>;
  /** Channel of more than half of at least three purchases. */
  preferredChannel?: Maybe<Scalars['String']['output']>;
  /** Hour of the day, 0 to 23 in the configured time zone, of at least three purchases and a third of all; of two the one with more, then the earlier. */
  preferredHour?: Maybe<Scalars['Int']['output']>;
  /** Store of more than half of at least three purchases. */
  preferredStore?: Maybe<Store>;
  /** How sure it is that the customer waits for bargains: the lower bound of the 95 % interval of bargains ÷ purchases, so that more purchases give more (E. B. Wilson, JASA 22, 1927): (p + z²/2n − z√(p(1−p)/n + z²/4n²)) ÷ (1 + z²/n), z = 1.959964. */
  priceSensitivity?: Maybe<Scalars['Float']['output']>;
  /** Net value of the purchases in a promotion, of the net value of all. */
  promotionShare?: Maybe<Scalars['Float']['output']>;
  /** Purchases. */
  purchases: Scalars['Int']['output'];
  /** Value that was refunded, of the value of all paid orders; of an order that is REFUNDED all of it. */
  returnRate?: Maybe<Scalars['Float']['output']>;
  /** How often others read the customer's reviews, or found them helpful: each of them once for a review, the customer never. */
  reviewReads: Scalars['Int']['output'];
  /** Purchases in one season of the year (from December, March, June, September on), of all: the season with most of those that saw purchases in two years or more. */
  seasonShare?: Maybe<Scalars['Float']['output']>;
  /** How often others opened what the customer shared: each of them once for a share, the customer never. */
  sharesOpened: Scalars['Int']['output'];
};

/** A customer's stay in a segment, from `enteredAt` up to and without `leftAt`. */
export type CustomerMembership = {
  /** When it was found to be in. */
  enteredAt: Scalars['DateTime']['output'];
  /** Why it came in. */
  enteredBy: SegmentChangeCause;
  /** Whether it is left alone. */
  heldOut: Scalars['Boolean']['output'];
  /** When it was found to be out; null while it is in. */
  leftAt?: Maybe<Scalars['DateTime']['output']>;
  /** Why it went; null while it is in. */
  leftBy?: Maybe<SegmentChangeCause>;
  /** The segment. */
  segment: Segment;
};

/** A sort key of `Query.customers`. */
export type CustomerOrderBy = {
  /** Which way; missing values come last either way. */
  direction?: OrderDirection;
  /** What to sort by. */
  field: CustomerOrderField;
};

/** What customers can be sorted by. Customers without the value come last. */
export type CustomerOrderField =
  /** Average net value of a purchase, in the reporting currency. */
  | 'AVERAGE_PURCHASE_VALUE'
  /** When the customer was first known. */
  | 'CREATED_AT'
  /** Name to show, by code point. */
  | 'DISPLAY_NAME'
  /** When the first purchase was placed. */
  | 'FIRST_PURCHASE_AT'
  /** When the latest purchase was placed. */
  | 'LAST_PURCHASE_AT'
  /** The latest sign of life. */
  | 'LAST_SEEN_AT'
  /** How many purchases. */
  | 'PURCHASE_COUNT'
  /** Net value of all purchases, in the reporting currency. */
  | 'TOTAL_SPENT'
  /** When the customer last changed. */
  | 'UPDATED_AT';

/** Among the customers with the greatest or least figure, e.g. `{top: 1000, by: {value: "totalSpent"}}`. Exactly one of top, bottom, topPercent and bottomPercent is given, else INVALID_RULE. Equal ones: the lesser key goes first. */
export type CustomerRank = {
  /** Only those that this selects are ranked; missing or empty: all. */
  among?: InputMaybe<CustomerFilter>;
  /** So many with the least figure, 1 or more. */
  bottom?: InputMaybe<Scalars['Int']['input']>;
  /** So many percent of those that have the figure, rounded up: over 0, up to 100. */
  bottomPercent?: InputMaybe<Scalars['Decimal']['input']>;
  /** What they are ranked by; those without it are left out. */
  by: CustomerFigure;
  /** How many is given at the call, as rule text writes `in top $most`: instead of the four above. */
  parameter?: InputMaybe<RankParameters>;
  /** So many with the greatest figure, 1 or more. */
  top?: InputMaybe<Scalars['Int']['input']>;
  /** So many percent of those that have the figure, rounded up: over 0, up to 100. */
  topPercent?: InputMaybe<Scalars['Decimal']['input']>;
};

/** What one system says of a person. The newest observedAt of a record wins; the state before is replaced as a whole, but for its identifiers: every one that was ever stated is kept. */
export type CustomerRecord = {
  /** Tags that the source gives the person for a time. One that another record gives for good stays; of several ends the last counts. */
  expiringTags?: InputMaybe<Array<ExpiringTagInput>>;
  /** Under which names the person is known there; may be empty: then nothing joins the record to others but references to it. */
  identifiers: Array<IdentifierInput>;
  /** When the source saw it so: the newer of two versions stands. */
  observedAt: Scalars['DateTime']['input'];
  /** What is said of the person; missing: nothing. */
  profile?: InputMaybe<ProfileInput>;
  /** Whose data it is: first-party values win over second-party ones, and those over third-party ones. */
  provenance?: InputMaybe<Provenance>;
  /** That system's id of the record: with source, how it is known again. Blank: EMPTY_KEY. */
  recordId: Scalars['ID']['input'];
  /** System, e.g. pos, tmall, wechat. */
  source: Scalars['String']['input'];
  /** Tags the source gives the person; the customer has those of all records. */
  tags?: InputMaybe<Array<Scalars['String']['input']>>;
};

/** Whose order or event it is: by identifiers, or by a source record already taken in or still to come. At least one of the two (for an event a device will do), else NO_CUSTOMER_REFERENCE. */
export type CustomerRef = {
  /** Under which names the person was known at that moment; they join whoever they belong to. */
  identifiers?: InputMaybe<Array<IdentifierInput>>;
  /** The person's record in a source system, by key. */
  record?: InputMaybe<SourceRecordRef>;
};

/**
 * What a customer is expected to do, by the purchases up to now and the model in force: right after any order, refund or merge.
 * Purchases of one day (time zone TIME_ZONE) count as one.
 */
export type CustomerValue = {
  /** The probability, 0 to 1, that the customer has not left for good (BG/NBD). 1 for who bought on one day only. Null when too few customers came back to tell. */
  aliveProbability?: Maybe<Scalars['Float']['output']>;
  /** The probability, 0 to 1, that the customer buys nothing for as long as makes a customer lapsed (LAPSED_AFTER_DAYS). Null when too few came back to tell. */
  churnRisk?: Maybe<Scalars['Float']['output']>;
  /** When half of the customers like this one, if they buy again at all, have bought again. Null when too few came back to tell. */
  expectedNextOrderAt?: Maybe<Scalars['DateTime']['output']>;
  /** On how many days to expect purchases in the time to come (BG/NBD). Null when too few came back to tell. */
  expectedOrders?: Maybe<Scalars['Float']['output']>;
  /** What those purchases are expected to be worth (gamma–gamma), in the reporting currency; over P1Y or more, the lifetime value. Null when too few came back to tell. */
  expectedSpend?: Maybe<Money>;
  /** The probability, 0 to 1, of at least one purchase in the time to come. Null when too few came back to tell. */
  purchaseProbability?: Maybe<Scalars['Float']['output']>;
  /** How the customer ranks among all buyers. Null before there is a model. */
  rfm?: Maybe<RfmScores>;
};


/**
 * What a customer is expected to do, by the purchases up to now and the model in force: right after any order, refund or merge.
 * Purchases of one day (time zone TIME_ZONE) count as one.
 */
export type CustomerValueExpectedOrdersArgs = {
  within?: InputMaybe<Scalars['Duration']['input']>;
};


/**
 * What a customer is expected to do, by the purchases up to now and the model in force: right after any order, refund or merge.
 * Purchases of one day (time zone TIME_ZONE) count as one.
 */
export type CustomerValueExpectedSpendArgs = {
  within?: InputMaybe<Scalars['Duration']['input']>;
};


/**
 * What a customer is expected to do, by the purchases up to now and the model in force: right after any order, refund or merge.
 * Purchases of one day (time zone TIME_ZONE) count as one.
 */
export type CustomerValuePurchaseProbabilityArgs = {
  within?: InputMaybe<Scalars['Duration']['input']>;
};

/** Take the customers that `where` selects (all, if missing), then compare how many they are, each once. All of `where` speaks of the same customer. `count: {eq: 0}` means none. */
export type CustomersCondition = {
  /** Averages of a value over these objects; missing where none has the value. */
  average?: InputMaybe<Array<FigureCondition>>;
  /** How many there are; missing: at least 1. */
  count?: InputMaybe<IntFilter>;
  /** How many different values these objects have. */
  distinct?: InputMaybe<Array<DistinctCondition>>;
  /** The greatest value of these objects; missing where none has the value. */
  maximum?: InputMaybe<Array<FigureCondition>>;
  /** The least value of these objects; missing where none has the value. */
  minimum?: InputMaybe<Array<FigureCondition>>;
  /** How many percent of all the relation's objects `where` selects, 0 to 100; missing where there are no objects at all. With it, `count` is not taken to be at least 1. */
  share?: InputMaybe<DecimalFilter>;
  /** Sums of a value of these objects, each compared; objects without the value are passed over, the sum of none is 0. */
  sum?: InputMaybe<Array<FigureCondition>>;
  /** Which customers; missing or empty: all. */
  where?: InputMaybe<CustomerFilter>;
};

/** A measure of related objects, without a bound. */
export type CustomersFigure = {
  /** What is measured: count, total (of orders), quantity (of lines), sum, average, minimum, maximum, distinct or share. */
  measure: Scalars['String']['input'];
  /** The value that is summed, averaged, …, by name; only for those measures. */
  of?: InputMaybe<Scalars['String']['input']>;
  /** Which of them; missing or empty: all. */
  where?: InputMaybe<CustomerFilter>;
};

/** Compares a calendar date. Operators given together are joined by AND; none, null or an empty list: INVALID_RULE. */
export type DateFilter = {
  /** Later than this, which is excluded. */
  after?: InputMaybe<Scalars['Date']['input']>;
  /** The day comes again, in a later year, from today (asOf in the configured time zone) to this much later, both included: a birthday. At most a year; whole days, weeks, months or years. Born on 29 February: 28 February in other years. */
  anniversaryWithin?: InputMaybe<Scalars['Duration']['input']>;
  /** Earlier than this, which is excluded. */
  before?: InputMaybe<Scalars['Date']['input']>;
  /** Is this. */
  eq?: InputMaybe<Scalars['Date']['input']>;
  /** true: a value is known. false: none is. */
  exists?: InputMaybe<Scalars['Boolean']['input']>;
  /** Compared with another field of the same object or of one that to-one steps lead to, instead of with a value. */
  field?: InputMaybe<DateWithField>;
  /** Compared with parameters instead, whose values the call gives. */
  parameter?: InputMaybe<DateParameters>;
};

/** Compares a date with parameters. Each operator takes the name of a parameter, e.g. `promotion` for what rule text writes as $promotion; the call gives its value. Operators given together are joined by AND; none: INVALID_RULE. */
export type DateParameters = {
  /** Later than this. */
  after?: InputMaybe<Scalars['String']['input']>;
  /** The day comes again within this duration. */
  anniversaryWithin?: InputMaybe<Scalars['String']['input']>;
  /** Earlier than this. */
  before?: InputMaybe<Scalars['String']['input']>;
  /** Is this. */
  eq?: InputMaybe<Scalars['String']['input']>;
};

/** Compares an instant. A calendar date stands for its first instant in the configured time zone; before and after exclude the instant itself. within: from asOf minus the duration (excluded) up to and including asOf. Operators given together are joined by AND; none, null or an empty list: INVALID_RULE. */
export type DateTimeFilter = {
  /** Later than this, which is excluded. */
  after?: InputMaybe<Scalars['DateTime']['input']>;
  /** The day comes again, in a later year, from today (asOf in the configured time zone) to this much later, both included: a birthday. At most a year; whole days, weeks, months or years. Born on 29 February: 28 February in other years. */
  anniversaryWithin?: InputMaybe<Scalars['Duration']['input']>;
  /** Earlier than this, which is excluded. */
  before?: InputMaybe<Scalars['DateTime']['input']>;
  /** true: a value is known. false: none is. */
  exists?: InputMaybe<Scalars['Boolean']['input']>;
  /** Compared with another field of the same object or of one that to-one steps lead to, instead of with a value. */
  field?: InputMaybe<InstantWithField>;
  /** Not within; also true where the value is missing. */
  notWithin?: InputMaybe<Scalars['Duration']['input']>;
  /** Compared with parameters instead, whose values the call gives. */
  parameter?: InputMaybe<InstantParameters>;
  /** Later than asOf less this duration (excluded), up to and including asOf. */
  within?: InputMaybe<Scalars['Duration']['input']>;
};

/** Compares a date with that of another field. Each operator takes the name of a field, with dots over to-one steps, e.g. store.city, read from the object that the innermost `where` (or the whole filter) speaks of; of another type: INVALID_RULE. False where either value is missing. Operators given together are joined by AND; none: INVALID_RULE. */
export type DateWithField = {
  /** Later than that. */
  after?: InputMaybe<Scalars['String']['input']>;
  /** Earlier than that. */
  before?: InputMaybe<Scalars['String']['input']>;
  /** Both are the same. */
  eq?: InputMaybe<Scalars['String']['input']>;
};

/** Compares an exact decimal; money is in the reporting currency. Operators given together are joined by AND; none, null or an empty list: INVALID_RULE. */
export type DecimalFilter = {
  /** Is this. */
  eq?: InputMaybe<Scalars['Decimal']['input']>;
  /** Compared with another field of the same object or of one that to-one steps lead to, instead of with a value. */
  field?: InputMaybe<SizeWithField>;
  /** More than this. */
  gt?: InputMaybe<Scalars['Decimal']['input']>;
  /** This or more. */
  gte?: InputMaybe<Scalars['Decimal']['input']>;
  /** Less than this. */
  lt?: InputMaybe<Scalars['Decimal']['input']>;
  /** This or less. */
  lte?: InputMaybe<Scalars['Decimal']['input']>;
  /** Is known, and is not this. */
  ne?: InputMaybe<Scalars['Decimal']['input']>;
  /** Compared with parameters instead, whose values the call gives. */
  parameter?: InputMaybe<AmountParameters>;
};

/** Who decides, and why: both are kept with the decision. */
export type DecisionInput = {
  /** A person or program, e.g. an e-mail address; not empty. */
  actor: Scalars['String']['input'];
  /** Why; not empty. */
  reason: Scalars['String']['input'];
};

/** A device that customers were seen on. */
export type Device = Node & {
  /** The device's own id, as the source gave it. */
  deviceId: Scalars['String']['output'];
  /** `device:` and the device's own id; opaque. */
  id: Scalars['ID']['output'];
  /** When an event last happened on it; null when none did. */
  lastSeenAt?: Maybe<Scalars['DateTime']['output']>;
  /** Model, e.g. iPhone 17, as the newest event that says so has it; null when none does. */
  model?: Maybe<Scalars['String']['output']>;
  /** Platform, e.g. ios, android, web, as the newest event that says so has it; null when none does. */
  platform?: Maybe<Scalars['String']['output']>;
};

/** Which devices. Fields given together are joined by AND. A comparison with a missing value is false; `not` of it is true. */
export type DeviceFilter = {
  /** All of these hold; an empty list asks nothing. */
  and?: InputMaybe<Array<DeviceFilter>>;
  /** Who was seen on it: with several, they share it. */
  customers?: InputMaybe<CustomersCondition>;
  /** A saved fragment of this kind of object holds. Unknown, or values that do not fit: INVALID_RULE. */
  matches?: InputMaybe<FragmentMatch>;
  /** Model, e.g. iPhone 17; may be missing. */
  model?: InputMaybe<StringFilter>;
  /** This does not hold; also true where the comparison fails because the value is missing. An empty filter: INVALID_RULE. */
  not?: InputMaybe<DeviceFilter>;
  /** At least one of these holds. An empty list, or an empty filter in it: INVALID_RULE. */
  or?: InputMaybe<Array<DeviceFilter>>;
  /** Platform, e.g. ios, android, web; may be missing. */
  platform?: InputMaybe<StringFilter>;
};

/** A device, as an event saw it. */
export type DeviceInput = {
  /** The device's own id. */
  deviceId: Scalars['String']['input'];
  /** Model, e.g. iPhone 17. */
  model?: InputMaybe<Scalars['String']['input']>;
  /** Platform, e.g. ios, android, web. */
  platform?: InputMaybe<Scalars['String']['input']>;
};

/** Take the devices that `where` selects (all, if missing), then compare how many they are. `count: {eq: 0}` means none. */
export type DevicesCondition = {
  /** Averages of a value over these objects; missing where none has the value. */
  average?: InputMaybe<Array<FigureCondition>>;
  /** How many there are; missing: at least 1. */
  count?: InputMaybe<IntFilter>;
  /** How many different values these objects have. */
  distinct?: InputMaybe<Array<DistinctCondition>>;
  /** The greatest value of these objects; missing where none has the value. */
  maximum?: InputMaybe<Array<FigureCondition>>;
  /** The least value of these objects; missing where none has the value. */
  minimum?: InputMaybe<Array<FigureCondition>>;
  /** How many percent of all the relation's objects `where` selects, 0 to 100; missing where there are no objects at all. With it, `count` is not taken to be at least 1. */
  share?: InputMaybe<DecimalFilter>;
  /** Sums of a value of these objects, each compared; objects without the value are passed over, the sum of none is 0. */
  sum?: InputMaybe<Array<FigureCondition>>;
  /** Which devices; missing or empty: all. */
  where?: InputMaybe<DeviceFilter>;
};

/** A measure of related objects, without a bound. */
export type DevicesFigure = {
  /** What is measured: count, total (of orders), quantity (of lines), sum, average, minimum, maximum, distinct or share. */
  measure: Scalars['String']['input'];
  /** The value that is summed, averaged, …, by name; only for those measures. */
  of?: InputMaybe<Scalars['String']['input']>;
  /** Which of them; missing or empty: all. */
  where?: InputMaybe<DeviceFilter>;
};

/** Compares how many different values the related objects have, e.g. `{of: "product.category", gte: 3}`. Operators given together are joined by AND; none: INVALID_RULE. */
export type DistinctCondition = {
  /** Is this. */
  eq?: InputMaybe<Scalars['Int']['input']>;
  /** More than this. */
  gt?: InputMaybe<Scalars['Int']['input']>;
  /** This or more. */
  gte?: InputMaybe<Scalars['Int']['input']>;
  /** Is one of these. */
  in?: InputMaybe<Array<Scalars['Int']['input']>>;
  /** Less than this. */
  lt?: InputMaybe<Scalars['Int']['input']>;
  /** This or less. */
  lte?: InputMaybe<Scalars['Int']['input']>;
  /** Is another. */
  ne?: InputMaybe<Scalars['Int']['input']>;
  /** Name of the value, with dots over to-one steps, e.g. store.city; a category path counts as one value. Tags: INVALID_RULE. */
  of: Scalars['String']['input'];
  /** Compared with parameters instead, whose values the call gives. */
  parameter?: InputMaybe<NumberParameters>;
};

/** Compares a value with that of another field. Each operator takes the name of a field, with dots over to-one steps, e.g. store.city, read from the object that the innermost `where` (or the whole filter) speaks of; of another type: INVALID_RULE. False where either value is missing. Operators given together are joined by AND; none: INVALID_RULE. */
export type EqualityWithField = {
  /** Both are the same. */
  eq?: InputMaybe<Scalars['String']['input']>;
  /** Both are known and differ. */
  ne?: InputMaybe<Scalars['String']['input']>;
};

/** Which events. Fields given together are joined by AND. A comparison with a missing value is false; `not` of it is true. */
export type EventFilter = {
  /** All of these hold; an empty list asks nothing. */
  and?: InputMaybe<Array<EventFilter>>;
  /** Channel, e.g. store, mini-program; may be missing. */
  channel?: InputMaybe<StringFilter>;
  /** Its customer satisfies this. Without a customer every condition is false, so `not` of one is true. */
  customer?: InputMaybe<CustomerFilter>;
  /** A saved fragment of this kind of object holds. Unknown, or values that do not fit: INVALID_RULE. */
  matches?: InputMaybe<FragmentMatch>;
  /** What happened, e.g. store_visit, page_view, scan_qr. */
  name?: InputMaybe<StringFilter>;
  /** This does not hold; also true where the comparison fails because the value is missing. An empty filter: INVALID_RULE. */
  not?: InputMaybe<EventFilter>;
  /** When it happened. */
  occurredAt?: InputMaybe<DateTimeFilter>;
  /** At least one of these holds. An empty list, or an empty filter in it: INVALID_RULE. */
  or?: InputMaybe<Array<EventFilter>>;
  /** Its product satisfies this. Without a product every condition is false, so `not` of one is true. */
  product?: InputMaybe<ProductFilter>;
  /** System that saw it, e.g. web. */
  source?: InputMaybe<StringFilter>;
  /** Its store satisfies this. Without a store every condition is false, so `not` of one is true. */
  store?: InputMaybe<StoreFilter>;
};

/** Something a person did: a page view, a scan, a visit, a follow, a review. Events never change: other content under the same key is reported as EVENT_CHANGED. */
export type EventRecord = {
  /** Channel, e.g. store, mini-program. */
  channel?: InputMaybe<Scalars['String']['input']>;
  /** Who did it; may be empty when there is a device. */
  customer: CustomerRef;
  /** The device it was done on; also a weak identifier of kind device_id. */
  device?: InputMaybe<DeviceInput>;
  /** That system's id of the event: with source, how it is known again. Blank: EMPTY_KEY. */
  eventId: Scalars['ID']['input'];
  /** What happened, e.g. store_visit, scan_qr, page_view. */
  name: Scalars['String']['input'];
  /** When it happened. */
  occurredAt: Scalars['DateTime']['input'];
  /** Whatever else the source knows: any JSON, kept as it is. Some of it is understood: `shareId` and `invitedBy` (who brought whom), `rating` of a review, `reviewId` of a review_read or review_helpful (whose review was read). */
  properties?: InputMaybe<Scalars['JSON']['input']>;
  /** Stock keeping unit of the product it was about. One that is not described yet: warning UNKNOWN_PRODUCT. */
  sku?: InputMaybe<Scalars['ID']['input']>;
  /** System that saw it, e.g. web, wechat. */
  source: Scalars['String']['input'];
  /** Code of the store it happened at. One that is not described yet: warning UNKNOWN_STORE. */
  store?: InputMaybe<Scalars['ID']['input']>;
};

/** Take the events that `where` selects (all, if missing), then compare how many they are. All of `where` speaks of the same event. `count: {eq: 0}` means none. */
export type EventsCondition = {
  /** Averages of a value over these objects; missing where none has the value. */
  average?: InputMaybe<Array<FigureCondition>>;
  /** How many there are; missing: at least 1. */
  count?: InputMaybe<IntFilter>;
  /** How many different values these objects have. */
  distinct?: InputMaybe<Array<DistinctCondition>>;
  /** The greatest value of these objects; missing where none has the value. */
  maximum?: InputMaybe<Array<FigureCondition>>;
  /** The least value of these objects; missing where none has the value. */
  minimum?: InputMaybe<Array<FigureCondition>>;
  /** How many percent of all the relation's objects `where` selects, 0 to 100; missing where there are no objects at all. With it, `count` is not taken to be at least 1. */
  share?: InputMaybe<DecimalFilter>;
  /** Sums of a value of these objects, each compared; objects without the value are passed over, the sum of none is 0. */
  sum?: InputMaybe<Array<FigureCondition>>;
  /** Which events; missing or empty: all. */
  where?: InputMaybe<EventFilter>;
};

/** A measure of related objects, without a bound. */
export type EventsFigure = {
  /** What is measured: count, total (of orders), quantity (of lines), sum, average, minimum, maximum, distinct or share. */
  measure: Scalars['String']['input'];
  /** The value that is summed, averaged, …, by name; only for those measures. */
  of?: InputMaybe<Scalars['String']['input']>;
  /** Which of them; missing or empty: all. */
  where?: InputMaybe<EventFilter>;
};

/** The first clause that by itself keeps a customer out: a single condition, an `or` of which nothing holds, or what stands below a `not` and holds. */
export type ExcludingClause = {
  /** Does it hold? True where the rule asks that it does not. */
  matched: Scalars['Boolean']['output'];
  /** What came nearest, least missed first; at most three. */
  nearest: Array<NearMiss>;
  /** Where it stands in the tree of clauses: from the whole inwards, each the place (from 0) among the `clauses` of the one before; empty for the whole. */
  path: Array<Scalars['Int']['output']>;
  /** The clause as canonical text. */
  rule: Scalars['String']['output'];
};

/** Points that expire at the same instant. */
export type ExpiringPoints = {
  /** From then on they are void. */
  at: Scalars['DateTime']['output'];
  /** How many. */
  points: Scalars['Int']['output'];
};

/** A tag that ends. */
export type ExpiringTagInput = {
  /** From this instant on it is gone, everywhere. */
  expiresAt: Scalars['DateTime']['input'];
  /** The tag. */
  tag: Scalars['String']['input'];
};

/** A record, order or event in an explanation. Orders and events that name the same are shown as one, the oldest. */
export type ExplainedFact = {
  /** When it was observed, placed or happened; null for a record that others refer to but that has not come yet. */
  at?: Maybe<Scalars['DateTime']['output']>;
  /** How many facts it stands for; 1 for a record. */
  count: Scalars['Int']['output'];
  /** That system's id of it: record id, order number or event id. */
  id: Scalars['ID']['output'];
  /** Its name in the graph of the explanation. */
  node: Scalars['ID']['output'];
  /** System, e.g. pos. */
  source: Scalars['String']['output'];
  /** What it is. */
  type: FactType;
};

/** An identifier in an explanation. */
export type ExplainedIdentifier = {
  /** Kind, e.g. phone. */
  kind: Scalars['String']['output'];
  /** Its name in the graph of the explanation. */
  node: Scalars['ID']['output'];
  /** App, shop or brand in which the value is unique; null for kinds that need none. */
  scope?: Maybe<Scalars['String']['output']>;
  /** Whether too many people have it: then it joins nobody. */
  shared: Scalars['Boolean']['output'];
  /** Whether it joins. */
  strength: IdentifierStrength;
  /** When it was issued to somebody else; null: it is its owner's now. */
  until?: Maybe<Scalars['DateTime']['output']>;
  /** Normalised value, e.g. +8613800138000. */
  value: Scalars['String']['output'];
};

/** One download of customers. */
export type Export = {
  /** Who took them: `token …` with the beginning of the token's SHA-256, `anyone` where no tokens are asked for, the user's name on the command line. */
  actor: Scalars['String']['output'];
  /** The instant it was reckoned at. */
  asOf: Scalars['DateTime']['output'];
  /** What was taken of each: a selection of fields of Customer. */
  columns: Scalars['String']['output'];
  /** What went wrong; null unless FAILED. */
  error?: Maybe<Scalars['String']['output']>;
  /** When it ended, however that was; null while it runs, and when it is lost. */
  finishedAt?: Maybe<Scalars['DateTime']['output']>;
  /** How they were written. */
  format: ExportFormat;
  /** `exp_…`, as in the header `x-export-id`. */
  id: Scalars['ID']['output'];
  /** How it ended. */
  outcome: ExportOutcome;
  /** Customers sent; of a running one about so many so far. */
  rows: Scalars['Int']['output'];
  /** The rule as canonical text. */
  rule: Scalars['String']['output'];
  /** The saved segment that was named; null for a rule or filter, and when it is gone. */
  segment?: Maybe<Segment>;
  /** When it began. */
  startedAt: Scalars['DateTime']['output'];
  /** The way out. */
  via: ExportWay;
  /** Members whom the segment's holdout leaves alone stayed behind; false for a segment without one. */
  withoutHoldout: Scalars['Boolean']['output'];
};

/** A page of exports. */
export type ExportConnection = {
  /** The exports of this page with their cursors. */
  edges: Array<ExportEdge>;
  /** The exports of this page. */
  nodes: Array<Export>;
  /** Where this page lies. */
  pageInfo: PageInfo;
  /** How many exports there are over all pages. Counted only when asked for. */
  totalCount: Scalars['Int']['output'];
};

/** One export in a page. */
export type ExportEdge = {
  /** Opaque position of this export in this list. */
  cursor: Scalars['String']['output'];
  /** The export. */
  node: Export;
};

/** How customers are written. */
export type ExportFormat =
  /** A table: CSV by RFC 4180. */
  | 'CSV'
  /** One JSON object a line. */
  | 'NDJSON';

/** How an export ended. */
export type ExportOutcome =
  /** The reader left, or stopped it. */
  | 'CANCELLED'
  /** All was sent. */
  | 'DONE'
  /** Something went wrong; what was sent is not all. */
  | 'FAILED'
  /** Nothing was heard of it for five minutes: its server ended. What was sent is not all. */
  | 'LOST'
  /** Rows are being sent. */
  | 'RUNNING';

/** The way out of the graph. */
export type ExportWay =
  /** `customer-graph query` */
  | 'CLI'
  /** `/export` */
  | 'HTTP';

/** A fact as its source names it. */
export type FactRef = {
  /** That system's id of it: record id, order number or event id. */
  id: Scalars['ID']['output'];
  /** System, e.g. pos. */
  source: Scalars['String']['output'];
  /** What it is. */
  type: FactType;
};

/** What a fact is. */
export type FactType =
  /** An event. */
  | 'EVENT'
  /** An order. */
  | 'ORDER'
  /** A source record of a customer. */
  | 'RECORD';

/** How far two source records agree in a field. */
export type FieldComparison = {
  /** The field. */
  field: ComparedField;
  /** How far they agree. */
  level: ComparedLevel;
  /** What the one says. */
  one: Scalars['String']['output'];
  /** What the other says. */
  other: Scalars['String']['output'];
  /** Bits: above 0 it speaks for one person, below 0 against. log2(m / u): how often this is found among records of one person, by how often among records of two; a frequent value weighs less. */
  weight: Scalars['Float']['output'];
};

/** A value that the graph holds. */
export type FieldValue = {
  /** How many objects have it; null for words that follow from other values, such as lifecycle stages. */
  count?: Maybe<Scalars['Int']['output']>;
  /** Is the count exact? Else it is of a sample. */
  exact: Scalars['Boolean']['output'];
  /** The value. */
  value: Scalars['String']['output'];
};

/** Compares a figure of one value of the related objects, e.g. `{of: "product.price", gte: "100"}`. Operators given together are joined by AND; none: INVALID_RULE. */
export type FigureCondition = {
  /** Is this. */
  eq?: InputMaybe<Scalars['Decimal']['input']>;
  /** More than this. */
  gt?: InputMaybe<Scalars['Decimal']['input']>;
  /** This or more. */
  gte?: InputMaybe<Scalars['Decimal']['input']>;
  /** Less than this. */
  lt?: InputMaybe<Scalars['Decimal']['input']>;
  /** This or less. */
  lte?: InputMaybe<Scalars['Decimal']['input']>;
  /** Is another. */
  ne?: InputMaybe<Scalars['Decimal']['input']>;
  /** Name of the value, with dots over to-one steps, e.g. total, product.price: a whole number or an amount (money is in the reporting currency). Another: INVALID_RULE. */
  of: Scalars['String']['input'];
  /** Compared with parameters instead, whose values the call gives. */
  parameter?: InputMaybe<AmountParameters>;
};

/** A saved fragment, with the values that it asks for. */
export type FragmentMatch = {
  /** Its name. */
  fragment: Scalars['String']['input'];
  /** A value for each of its parameters by name: texts, whole numbers, or lists of them; amounts as text, spans as ISO 8601. */
  with?: InputMaybe<Scalars['JSON']['input']>;
};

/** What is given for a parameter of a fragment. */
export type FragmentOperand =
  /** A span of time, ISO 8601. */
  | 'DURATION'
  /** A list of values. */
  | 'LIST'
  /** One value. */
  | 'VALUE';

/** A value that is given with a fragment. */
export type FragmentParameter = {
  /** Its name, without the $. */
  name: Scalars['String']['output'];
  /** What is given: one value, a list of them, or a span of time. */
  operand: FragmentOperand;
  /** Type of the value: String, ID, Int, Decimal, Date, DateTime, Tags or Enum. */
  type: Scalars['String']['output'];
};

/** Gender as a source stated it. */
export type Gender =
  /** Female. */
  | 'FEMALE'
  /** Male. */
  | 'MALE'
  /** Neither of the two. */
  | 'OTHER'
  /** The source says that it does not know. */
  | 'UNKNOWN';

/** Compares the gender. Operators given together are joined by AND; none, null or an empty list: INVALID_RULE. */
export type GenderFilter = {
  /** Is this. */
  eq?: InputMaybe<Gender>;
  /** true: a value is known. false: none is. */
  exists?: InputMaybe<Scalars['Boolean']['input']>;
  /** Compared with another field of the same object or of one that to-one steps lead to, instead of with a value. */
  field?: InputMaybe<EqualityWithField>;
  /** Is one of these. */
  in?: InputMaybe<Array<Gender>>;
  /** Is known, and is not this. */
  ne?: InputMaybe<Gender>;
  /** Is known, and is none of these. */
  notIn?: InputMaybe<Array<Gender>>;
  /** Compared with parameters instead, whose values the call gives. */
  parameter?: InputMaybe<TextParameters>;
};

/** The first 48 hours after a customer arrived. */
export type Golden48Hours = {
  /** The first sign of the customer. */
  arrivedAt: Scalars['DateTime']['output'];
  /** 48 hours later; this instant still counts. */
  endsAt: Scalars['DateTime']['output'];
  /** What happened in these hours, newest first; 250 entries at most. */
  happened: Array<TimelineEntry>;
  /** Whether that is past. */
  isOver: Scalars['Boolean']['output'];
  /** The steps that were not done in time, or not yet. */
  missing: Array<GoldenStep>;
  /** Every step once, in the order in which they are usually done. */
  steps: Array<GoldenStepDone>;
};

/** What should happen in a customer's first two days. */
export type GoldenStep =
  /** Consent was given to anything: an event named consent_granted. */
  | 'CONSENTED'
  /** There is a phone number or an e-mail address. */
  | 'CONTACTABLE'
  /** An account of the brand was followed: an event named follow. */
  | 'FOLLOWED'
  /** It is known who this is: a strong identifier. */
  | 'IDENTIFIED'
  /** A sign of interest; see LifecycleStage.INDECISIVE. */
  | 'INTERESTED'
  /** A purchase. */
  | 'PURCHASED'
  /** A message was sent or opened: an event named message_sent, message_open or message_opened. */
  | 'WELCOMED';

/** A step, and when it was first done. */
export type GoldenStepDone = {
  /** When it was first done; null: not yet. */
  doneAt?: Maybe<Scalars['DateTime']['output']>;
  /** Whether that was within the 48 hours. */
  inTime: Scalars['Boolean']['output'];
  /** The step. */
  step: GoldenStep;
};

/** A tag that somebody gave to an object. */
export type HandTag = {
  /** By whom. */
  actor: Scalars['String']['output'];
  /** When it was given. */
  at: Scalars['DateTime']['output'];
  /** From then on it is gone; null: it stays. */
  expiresAt?: Maybe<Scalars['DateTime']['output']>;
  /** Why. */
  reason: Scalars['String']['output'];
  /** When it was taken back; null: it was not. */
  removedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Why; null: it was not. */
  removedBecause?: Maybe<Scalars['String']['output']>;
  /** By whom; null: it was not. */
  removedBy?: Maybe<Scalars['String']['output']>;
  /** The tag. */
  tag: Scalars['String']['output'];
};

/** A share of a segment's members that is left alone, so that what is done with the others can be measured against them. */
export type Holdout = {
  /** How many of a hundred, more than 0 and less than 100. */
  percent: Scalars['Float']['output'];
  /** Decides who it is: by a hash of seed and customer id, the same for ever. */
  seed: Scalars['String']['output'];
};

/** The parts of a segment with a holdout. */
export type HoldoutGroup =
  /** Those who are left alone. */
  | 'CONTROL'
  /** Those with whom something is done. */
  | 'TREATED';

/** The members of a segment with a holdout. */
export type HoldoutGroups = {
  /** How many are left alone. */
  control: Scalars['Int']['output'];
  /** How many are not held out. */
  treated: Scalars['Int']['output'];
};

/** A share of a segment's members to leave alone. */
export type HoldoutInput = {
  /** How many of a hundred: more than 0, less than 100, two decimals at most; else BAD_USER_INPUT. */
  percent: Scalars['Float']['input'];
  /** The same seed holds out the same customers in every segment: up to 200 characters, default the segment's id. */
  seed?: InputMaybe<Scalars['String']['input']>;
};

/** Customers who seem to live together. */
export type Household = {
  /** The others, those with the most in common first. */
  members: Array<HouseholdMember>;
};

/** One who seems to live with the customer. */
export type HouseholdMember = {
  /** What they have in common. */
  because: Array<HouseholdTie>;
  /** The other customer. */
  customer: Customer;
};

/** What two customers of a household have in common. */
export type HouseholdTie = {
  /** What it is. */
  kind: HouseholdTieKind;
  /** The address line and city, the phone number, or the device's id. */
  value: Scalars['String']['output'];
};

/** What makes a household. */
export type HouseholdTieKind =
  /** The same address line in the same city, in both golden records. */
  | 'ADDRESS'
  /** The same device. */
  | 'DEVICE'
  /** The same phone number, in source records of both. */
  | 'PHONE';

/** Compares an id or a code, exactly. Operators given together are joined by AND; none, null or an empty list: INVALID_RULE. */
export type IdFilter = {
  /** Is this. */
  eq?: InputMaybe<Scalars['ID']['input']>;
  /** Compared with another field of the same object or of one that to-one steps lead to, instead of with a value. */
  field?: InputMaybe<EqualityWithField>;
  /** Is one of these. */
  in?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Is known, and is not this. */
  ne?: InputMaybe<Scalars['ID']['input']>;
  /** Is known, and is none of these. */
  notIn?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Compared with parameters instead, whose values the call gives. */
  parameter?: InputMaybe<TextParameters>;
};

/** A name under which a person is known somewhere: a phone number, an e-mail address, a WeChat id, a cookie. */
export type Identifier = {
  /** When a source first observed it. */
  firstSeenAt: Scalars['DateTime']['output'];
  /** Kind, e.g. phone, email, wechat_openid, cookie. */
  kind: Scalars['String']['output'];
  /** When a source last observed it. */
  lastSeenAt: Scalars['DateTime']['output'];
  /** Within which app, shop or brand the value is unique; null for kinds that need none. */
  scope?: Maybe<Scalars['String']['output']>;
  /** Seen with too many different people to tell who it is (a shop's own phone, a family's e-mail): it joins nobody. */
  shared: Scalars['Boolean']['output'];
  /** Sources that stated it, sorted. */
  sources: Array<Scalars['String']['output']>;
  /** When it was issued to somebody else, as `reissueIdentifier` told; null: it is this customer's now. */
  until?: Maybe<Scalars['DateTime']['output']>;
  /** Normalised value, e.g. +8613800138000. */
  value: Scalars['String']['output'];
};

/** Which identifiers. Fields given together are joined by AND. A comparison with a missing value is false; `not` of it is true. */
export type IdentifierFilter = {
  /** All of these hold; an empty list asks nothing. */
  and?: InputMaybe<Array<IdentifierFilter>>;
  /** Kind, e.g. phone, email, wechat_openid, cookie. */
  kind?: InputMaybe<StringFilter>;
  /** A saved fragment of this kind of object holds. Unknown, or values that do not fit: INVALID_RULE. */
  matches?: InputMaybe<FragmentMatch>;
  /** This does not hold; also true where the comparison fails because the value is missing. An empty filter: INVALID_RULE. */
  not?: InputMaybe<IdentifierFilter>;
  /** At least one of these holds. An empty list, or an empty filter in it: INVALID_RULE. */
  or?: InputMaybe<Array<IdentifierFilter>>;
  /** App, shop or brand in which the value is unique; missing for kinds that need none. */
  scope?: InputMaybe<StringFilter>;
};

/** An identifier to look for, or to take in. */
export type IdentifierInput = {
  /** Kind, e.g. phone, email, wechat_openid. One that the identity rules do not declare: UNKNOWN_IDENTIFIER_KIND. */
  kind: Scalars['String']['input'];
  /** App, shop or brand in which the value is unique; missing means the kind's default scope. Ignored for kinds that need none (phone, email, device_id, cookie). */
  scope?: InputMaybe<Scalars['String']['input']>;
  /** Value in any usual spelling; it is normalised. A value that cannot be one of its kind, or is junk, identifies nobody. */
  value: Scalars['String']['input'];
};

/** What holds for the identifiers of one kind. */
export type IdentifierKindRules = {
  /** Scope of a value that is sent without one; null: none. */
  defaultScope?: Maybe<Scalars['String']['output']>;
  /** Whether a customer has at most one value in a scope. */
  exclusive: Scalars['Boolean']['output'];
  /** Name of the kind, e.g. phone. */
  kind: Scalars['String']['output'];
  /** No join by this kind gives a customer more values than this; null: any number. */
  maxPerCustomer?: Maybe<Scalars['Int']['output']>;
  /** How values are brought to one spelling. */
  normaliser: Normaliser;
  /** Kinds of a lower number join first, so that those of a higher number give way when a limit is met. */
  priority: Scalars['Int']['output'];
  /** Whether the same value in two scopes is two identifiers; false: a scope that is sent is ignored. */
  scoped: Scalars['Boolean']['output'];
  /** A value that more people than this have joins nobody; null: any number may have it. */
  sharedAbove?: Maybe<Scalars['Int']['output']>;
  /** Whether it joins. */
  strength: IdentifierStrength;
  /** For maxPerCustomer only values count that were seen within so long of each other; null: all of them. */
  window?: Maybe<Scalars['Duration']['output']>;
};

/** Whether an identifier joins. */
export type IdentifierStrength =
  /** It joins records into one customer, unless a limit or its being shared forbids. */
  | 'STRONG'
  /** It only carries anonymous activity, and never joins known customers. */
  | 'WEAK';

/** Take the identifiers that `where` selects (all, if missing), then compare how many they are. `count: {eq: 0}` means none. */
export type IdentifiersCondition = {
  /** Averages of a value over these objects; missing where none has the value. */
  average?: InputMaybe<Array<FigureCondition>>;
  /** How many there are; missing: at least 1. */
  count?: InputMaybe<IntFilter>;
  /** How many different values these objects have. */
  distinct?: InputMaybe<Array<DistinctCondition>>;
  /** The greatest value of these objects; missing where none has the value. */
  maximum?: InputMaybe<Array<FigureCondition>>;
  /** The least value of these objects; missing where none has the value. */
  minimum?: InputMaybe<Array<FigureCondition>>;
  /** How many percent of all the relation's objects `where` selects, 0 to 100; missing where there are no objects at all. With it, `count` is not taken to be at least 1. */
  share?: InputMaybe<DecimalFilter>;
  /** Sums of a value of these objects, each compared; objects without the value are passed over, the sum of none is 0. */
  sum?: InputMaybe<Array<FigureCondition>>;
  /** Which identifiers; missing or empty: all. */
  where?: InputMaybe<IdentifierFilter>;
};

/** A measure of related objects, without a bound. */
export type IdentifiersFigure = {
  /** What is measured: count, total (of orders), quantity (of lines), sum, average, minimum, maximum, distinct or share. */
  measure: Scalars['String']['input'];
  /** The value that is summed, averaged, …, by name; only for those measures. */
  of?: InputMaybe<Scalars['String']['input']>;
  /** Which of them; missing or empty: all. */
  where?: InputMaybe<IdentifierFilter>;
};

/** What a decision came to. It holds against everything that is imported later, until it is taken back. */
export type IdentityDecision = {
  /** The customers that the records in question belong to now, oldest first. */
  customers: Array<Customer>;
  /** By this it can be taken back; null when a decision was taken back. */
  decisionId?: Maybe<Scalars['ID']['output']>;
};

/** An edge between two nodes of the graph, each by its name `node`. */
export type IdentityEdge = {
  /** Node it starts from. */
  from: Scalars['ID']['output'];
  /** What it means. */
  kind: IdentityEdgeKind;
  /** Node it leads to. */
  to: Scalars['ID']['output'];
};

/** What an edge of the graph means. */
export type IdentityEdgeKind =
  /** It was decided that two records are one person's. */
  | 'DECIDED_TOGETHER'
  /** An order or event names the strong identifier. */
  | 'NAMES'
  /** An order or event refers to the record. */
  | 'REFERS_TO'
  /** An order or event came on the device or cookie. */
  | 'SEEN_ON'
  /** A record stated the identifier, in any of its versions. */
  | 'STATES';

/** Something that happened to who a customer is. What a field is null or empty for, it does not say of. */
export type IdentityEvent = {
  /** Of a decision: who decided. */
  actor?: Maybe<Scalars['String']['output']>;
  /** The id that a merge or split happened to, where that was not this customer but one that was merged into it since. */
  asId?: Maybe<Scalars['ID']['output']>;
  /** When. */
  at: Scalars['DateTime']['output'];
  /** The fact that caused a merge. */
  because?: Maybe<FactRef>;
  /** Why: of a merge see `MergedCustomer.cause`; of a split LIMIT (a limit of the identity rules was met), DECISION (somebody decided so), FACTS_CHANGED (facts came that no longer tie it together), RULES_CHANGED (other identity rules came into force), REISSUED (an identifier changed hands). */
  cause?: Maybe<Scalars['String']['output']>;
  /** Of a merge that was undone, or a decision that was taken back or replaced by a newer one: when, and by whom. Null for what still stands. */
  ended?: Maybe<IdentityEventEnd>;
  /** Of an identifier that changed hands: the first instant of its new owner. */
  from?: Maybe<Scalars['DateTime']['output']>;
  /** Id of the merge, split or decision; null for CREATED. */
  id?: Maybe<Scalars['ID']['output']>;
  /** What happened. */
  kind: IdentityEventKind;
  /** Ids of the others: who was merged in, what was split off, whom it was split from, or whose the records are that were decided on. Ids of customers merged away since keep working. */
  otherIds: Array<Scalars['ID']['output']>;
  /** Of a decision: the records of others, sorted; empty when all are this customer's. */
  otherRecords: Array<FactRef>;
  /** Of a decision: why, in the words of who decided. */
  reason?: Maybe<Scalars['String']['output']>;
  /** Of a decision: this customer's records, sorted. */
  records: Array<FactRef>;
  /** The identifier that caused a merge, or changed hands; null when it was something else. */
  via?: Maybe<MergeIdentifier>;
};

/** How something that was decided or merged came to its end. */
export type IdentityEventEnd = {
  /** Who took it back; null where nobody did (anonymous activity that turned out to be of a shared device), or it was not said. */
  actor?: Maybe<Scalars['String']['output']>;
  /** When. */
  at: Scalars['DateTime']['output'];
  /** Why, in the words of who took it back; null where nothing was said. */
  reason?: Maybe<Scalars['String']['output']>;
};

/** What happened to who a customer is. */
export type IdentityEventKind =
  /** It was first known here. */
  | 'CREATED'
  /** It was decided that records of it and of another are different people's. */
  | 'KEPT_APART'
  /** It was decided that records are one person's. */
  | 'KEPT_TOGETHER'
  /** Another customer became part of it. */
  | 'MERGED'
  /** It was part of another customer, until that merge was undone. */
  | 'MERGED_AWAY'
  /** Somebody told that an identifier of it was issued to somebody else, or to it. */
  | 'REISSUED'
  /** It came off another customer. */
  | 'SPLIT_FROM'
  /** A part of it became another customer. */
  | 'SPLIT_OFF';

/** How a customer came together. */
export type IdentityExplanation = {
  /** The living customer that the id leads to. */
  customer: Customer;
  /** Whether the customer has more facts than the steps show. */
  cut: Scalars['Boolean']['output'];
  /** How many events the customer has. */
  eventCount: Scalars['Int']['output'];
  /** The facts of the steps with the identifiers that they name. */
  graph: IdentityGraph;
  /** The id that was asked for. */
  id: Scalars['ID']['output'];
  /** What became of the id: the merges that lead from it to the customer, in that order; empty for a living customer. */
  merged: Array<MergedCustomer>;
  /** How many orders the customer has. */
  orderCount: Scalars['Int']['output'];
  /** How many source records the customer has, those included that others refer to but that have not come yet. */
  recordCount: Scalars['Int']['output'];
  /** How each fact joined: the oldest first, then at every step the oldest of those that something ties to one before. At most 200. */
  steps: Array<IdentityStep>;
};

/** The evidence of a customer as a graph. Edges lead from fact to identifier, or from fact to record. */
export type IdentityGraph = {
  /** What leads from fact to identifier or record, in the order of the facts. */
  edges: Array<IdentityEdge>;
  /** The facts, in the order of the steps. */
  facts: Array<ExplainedFact>;
  /** The identifiers that they name, sorted. */
  identifiers: Array<ExplainedIdentifier>;
};

/** Two facts of one customer and what ties them. */
export type IdentityLink = {
  /** What ties the two. */
  by: IdentityTie;
  /** What was decided; null unless they are tied by that. */
  decision?: Maybe<StandingDecision>;
  /** The fact it leads from. */
  from: ExplainedFact;
  /** The identifier that both name; null unless they are tied by one. */
  identifier?: Maybe<ExplainedIdentifier>;
  /** The fact it leads to. */
  to: ExplainedFact;
};

/** The identity rules in force: the default ones with those of the file that IDENTITY_RULES names laid over them. */
export type IdentityRules = {
  /** Regular expressions of values that identify nobody; case does not matter. */
  blockedPatterns: Array<Scalars['String']['output']>;
  /** Values that identify nobody, in lower case; compared without regard to case. */
  blockedValues: Array<Scalars['String']['output']>;
  /** Country of phone numbers that do not say theirs, e.g. CN. */
  defaultCountry: Scalars['String']['output'];
  /** The kinds of identifiers, those that join first first: by priority, then by name. */
  kinds: Array<IdentifierKindRules>;
  /** What becomes of customers who are alike, by their score. */
  possibleMatches: MatchThresholds;
  /** How far the customers in the graph are stitched by them; null in a graph that never took in anything. */
  restitching?: Maybe<Restitching>;
};

/** What other identity rules would change. Anonymous activity moves with those whom it was handed to, and is not counted. */
export type IdentityRulesPreview = {
  /** Whether everything was looked through; false: more than a million facts would have other identifiers, and the numbers are of the first million. */
  complete: Scalars['Boolean']['output'];
  /** Customers that there are now. */
  customers: Scalars['Int']['output'];
  /** Some customers that would become one. */
  merges: Array<PreviewedMerge>;
  /** Customers that would become part of another. */
  merging: Scalars['Int']['output'];
  /** Records, orders and events that would have other identifiers. */
  restated: Scalars['Int']['output'];
  /** Some customers that would come apart. */
  splits: Array<PreviewedSplit>;
  /** Customers that would come apart. */
  splitting: Scalars['Int']['output'];
};

/** A fact, and what tied it to one that was there before. */
export type IdentityStep = {
  /** What it was tied by. */
  by: IdentityTie;
  /** What was decided; null unless it is tied by that. */
  decision?: Maybe<StandingDecision>;
  /** The fact that joined. */
  fact: ExplainedFact;
  /** The identifier that both name; null unless it is tied by one. */
  identifier?: Maybe<ExplainedIdentifier>;
  /** The fact it was tied to: of several the one that joined first. Null for FIRST and UNTIED. */
  to?: Maybe<ExplainedFact>;
};

/** What makes a fact part of a customer. Of several ties the first of these in the order REFERENCE, DECISION, STRONG_IDENTIFIER, WEAK_IDENTIFIER is told. */
export type IdentityTie =
  /** It was decided that two records are one person's. */
  | 'DECISION'
  /** Nothing: it is the oldest. */
  | 'FIRST'
  /** One of the two is an order or event that refers to the other, a source record. */
  | 'REFERENCE'
  /** Both name a strong identifier. */
  | 'STRONG_IDENTIFIER'
  /** Nothing in the graph ties it to the facts before, e.g. because it came in under other rules. */
  | 'UNTIED'
  /** Both came on a device or cookie, and one of them names nobody. */
  | 'WEAK_IDENTIFIER';

/** What was decided of two source records. */
export type IdentityVerdict =
  /** They are different people's, whatever identifiers say. */
  | 'APART'
  /** They are one person's, whatever limits say. */
  | 'TOGETHER';

/** What became of a batch. received = created + updated + unchanged + rejected. */
export type IngestReport = {
  /** How many were new. */
  created: Scalars['Int']['output'];
  /** How many customers came to be, those included that were merged in the same call. */
  customersCreated: Scalars['Int']['output'];
  /** How many customers turned out to be another one and were merged into it. */
  customersMerged: Scalars['Int']['output'];
  /** Why records were rejected, by index; at most 10,000 are listed. */
  errors: Array<RecordError>;
  /** How many more errors there were than are listed. */
  errorsOmitted: Scalars['Int']['output'];
  /** How many records came in; of a file, its lines that are not blank. */
  received: Scalars['Int']['output'];
  /** How many were refused, each with its reasons in errors. */
  rejected: Scalars['Int']['output'];
  /** How many said nothing new: sent before, or older than what is known. */
  unchanged: Scalars['Int']['output'];
  /** How many changed what is known: newer than the state they replace, or with an identifier that their record had not stated before. */
  updated: Scalars['Int']['output'];
  /** What was kept but is doubtful: an identifier value that cannot be normalised, an unknown store code, a total that does not add up. By index; at most 10,000 are listed. */
  warnings: Array<RecordError>;
  /** How many more warnings there were than are listed. */
  warningsOmitted: Scalars['Int']['output'];
};

/** Compares an instant with parameters. Each operator takes the name of a parameter, e.g. `promotion` for what rule text writes as $promotion; the call gives its value. Operators given together are joined by AND; none: INVALID_RULE. */
export type InstantParameters = {
  /** Later than this. */
  after?: InputMaybe<Scalars['String']['input']>;
  /** The day comes again within this duration. */
  anniversaryWithin?: InputMaybe<Scalars['String']['input']>;
  /** Earlier than this. */
  before?: InputMaybe<Scalars['String']['input']>;
  /** Not within this duration before asOf. */
  notWithin?: InputMaybe<Scalars['String']['input']>;
  /** Within this duration before asOf. */
  within?: InputMaybe<Scalars['String']['input']>;
};

/** Compares an instant with that of another field. Each operator takes the name of a field, with dots over to-one steps, e.g. store.city, read from the object that the innermost `where` (or the whole filter) speaks of; of another type: INVALID_RULE. False where either value is missing. Operators given together are joined by AND; none: INVALID_RULE. */
export type InstantWithField = {
  /** Later than that. */
  after?: InputMaybe<Scalars['String']['input']>;
  /** Earlier than that. */
  before?: InputMaybe<Scalars['String']['input']>;
};

/** Compares a whole number. Operators given together are joined by AND; none, null or an empty list: INVALID_RULE. */
export type IntFilter = {
  /** Is this. */
  eq?: InputMaybe<Scalars['Int']['input']>;
  /** Compared with another field of the same object or of one that to-one steps lead to, instead of with a value. */
  field?: InputMaybe<SizeWithField>;
  /** More than this. */
  gt?: InputMaybe<Scalars['Int']['input']>;
  /** This or more. */
  gte?: InputMaybe<Scalars['Int']['input']>;
  /** Is one of these. */
  in?: InputMaybe<Array<Scalars['Int']['input']>>;
  /** Less than this. */
  lt?: InputMaybe<Scalars['Int']['input']>;
  /** This or less. */
  lte?: InputMaybe<Scalars['Int']['input']>;
  /** Is known, and is not this. */
  ne?: InputMaybe<Scalars['Int']['input']>;
  /** Compared with parameters instead, whose values the call gives. */
  parameter?: InputMaybe<NumberParameters>;
};

/** The accounts that points move between. */
export type LedgerAccount =
  /** The other side of corrections. */
  | 'ADJUSTED'
  /** The customer's. */
  | 'CUSTOMER'
  /** Points that were taken and were not there come from it, and are paid back to it. */
  | 'DEBT'
  /** Expired points go to it. */
  | 'EXPIRED'
  /** Points that were earned come from it, and go back to it with refunds. */
  | 'ISSUED'
  /** Redeemed points go to it. */
  | 'REDEEMED';

/** One side of a movement. */
export type LedgerEntry = {
  /** The account. */
  account: LedgerAccount;
  /** What it gains; negative: loses. */
  points: Scalars['Int']['output'];
};

/** What moves points. */
export type LedgerKind =
  /** A correction. */
  | 'ADJUST'
  /** Points were redeemed. */
  | 'BURN'
  /** Points had to be taken that were not there: they are lent. */
  | 'DEBT'
  /** An order was paid, or a record gave points. */
  | 'EARN'
  /** Points were not used in time. */
  | 'EXPIRE'
  /** Something was paid back for an order; what it had earned goes first. */
  | 'REFUND'
  /** Lent points are paid back out of those that came. */
  | 'REPAY'
  /** A redemption was taken back. */
  | 'REVERSE';

/** One movement of points: two entries that sum to zero. */
export type LedgerTransaction = {
  /** When. */
  at: Scalars['DateTime']['output'];
  /** The customer's balance after it; never negative. */
  balance: Scalars['Int']['output'];
  /** The two entries: the customer's, and its opposite in an account of the programme. */
  entries: Array<LedgerEntry>;
  /** Of points that came: from when on they are void. Null: never, or none came. */
  expiresAt?: Maybe<Scalars['DateTime']['output']>;
  /** Made of what it comes from: the same movement always has the same. */
  id: Scalars['ID']['output'];
  /** What moved the points. */
  kind: LedgerKind;
  /** The order it comes from or belongs to, if it was taken in. */
  order?: Maybe<Order>;
  /** What the customer gained; negative: lost. */
  points: Scalars['Int']['output'];
  /** Why, as the points record says. */
  reason?: Maybe<Scalars['String']['output']>;
};

/** A page of movements. */
export type LedgerTransactionConnection = {
  /** The movements with their cursors. */
  edges: Array<LedgerTransactionEdge>;
  /** The movements. */
  nodes: Array<LedgerTransaction>;
  /** Where the page stands. */
  pageInfo: PageInfo;
  /** How many movements there are in all. */
  totalCount: Scalars['Int']['output'];
};

/** A movement and its cursor. */
export type LedgerTransactionEdge = {
  /** Its place in the list. */
  cursor: Scalars['String']['output'];
  /** The movement. */
  node: LedgerTransaction;
};

/** What brings a customer into a stage. */
export type LifecycleCause =
  /** The first sign of the customer. */
  | 'ARRIVED'
  /** A sign of interest. */
  | 'EVENT'
  /** A strong identifier: it is known who this is. */
  | 'IDENTIFIED'
  /** A purchase. */
  | 'ORDER'
  /** Nothing but time that went by. */
  | 'TIME';

/** How many customers went from one stage to another between two instants, whatever lay between. */
export type LifecycleFlow = {
  /** How many. */
  customers: Scalars['Int']['output'];
  /** The stage at the first instant; null for those of whom there was no sign yet. */
  from?: Maybe<LifecycleStage>;
  /** The stage at the second instant. */
  to: LifecycleStage;
};

/** How many customers are in which stage at two instants, and how they got from one to the other. */
export type LifecycleFunnel = {
  /** How many went from which stage to which, or stayed; ways that nobody went are left out. */
  flows: Array<LifecycleFlow>;
  /** The first instant. */
  from: Scalars['DateTime']['output'];
  /** Every stage once, in the order in which customers usually pass them. */
  stages: Array<LifecycleStageCount>;
  /** The second instant. */
  to: Scalars['DateTime']['output'];
};

/** A time that a customer spent in one stage. */
export type LifecyclePeriod = {
  /** What brought it. */
  cause: LifecycleCause;
  /** The order or event that brought it; null for another cause. */
  fact?: Maybe<FactRef>;
  /** When it began. */
  from: Scalars['DateTime']['output'];
  /** The strong identifier that made the customer known; null for another cause. */
  identifier?: Maybe<MergeIdentifier>;
  /** The stage. */
  stage: LifecycleStage;
  /** When the next one began; null: it lasts. */
  to?: Maybe<Scalars['DateTime']['output']>;
};

/** Stage in a customer's life with the brand, reckoned at one instant. Without purchases: ANONYMOUS or WINDOW; after a year without a purchase (LAPSED_AFTER_DAYS): LAPSED; otherwise INDECISIVE, or by the number of purchases. The numbers are those of LIFECYCLE_RULES. */
export type LifecycleStage =
  /** No strong identifier is known: a cookie or a device. */
  | 'ANONYMOUS'
  /** One purchase, not longer ago than LAPSED says, and not INDECISIVE. */
  | 'FIRST_TIME'
  /** Has bought, but nothing for 60 days, and shows interest again and again: 5 signs of it (views, carts, wishes, returns) within 30 days. Numbers and names of events are those of LIFECYCLE_RULES. */
  | 'INDECISIVE'
  /** Has bought, but not within the last LAPSED_AFTER_DAYS days of 24 hours, 365 by default. */
  | 'LAPSED'
  /** Five purchases or more, the last not longer ago than LAPSED says, and not INDECISIVE. */
  | 'LOYAL'
  /** Two to four purchases, the last not longer ago than LAPSED says, and not INDECISIVE. */
  | 'REPEAT'
  /** Known by a strong identifier, but has not bought yet. */
  | 'WINDOW';

/** How many customers are in a stage. */
export type LifecycleStageCount = {
  /** How many were in it at the second instant. */
  after: Scalars['Int']['output'];
  /** How many were in it at the first instant. */
  before: Scalars['Int']['output'];
  /** The stage. */
  stage: LifecycleStage;
};

/** Compares the lifecycle stage, which is never missing. Operators given together are joined by AND; none, null or an empty list: INVALID_RULE. */
export type LifecycleStageFilter = {
  /** Is this. */
  eq?: InputMaybe<LifecycleStage>;
  /** Is one of these. */
  in?: InputMaybe<Array<LifecycleStage>>;
  /** Is not this. */
  ne?: InputMaybe<LifecycleStage>;
  /** Is none of these. */
  notIn?: InputMaybe<Array<LifecycleStage>>;
  /** Compared with parameters instead, whose values the call gives. */
  parameter?: InputMaybe<TextParameters>;
};

/** Which lines of an order. Fields given together are joined by AND. A comparison with a missing value is false; `not` of it is true. */
export type LineFilter = {
  /** All of these hold; an empty list asks nothing. */
  and?: InputMaybe<Array<LineFilter>>;
  /** A saved fragment of this kind of object holds. Unknown, or values that do not fit: INVALID_RULE. */
  matches?: InputMaybe<FragmentMatch>;
  /** This does not hold; also true where the comparison fails because the value is missing. An empty filter: INVALID_RULE. */
  not?: InputMaybe<LineFilter>;
  /** At least one of these holds. An empty list, or an empty filter in it: INVALID_RULE. */
  or?: InputMaybe<Array<LineFilter>>;
  /** The order that it stands in satisfies this. */
  order?: InputMaybe<OrderFilter>;
  /** Its product satisfies this. */
  product?: InputMaybe<ProductFilter>;
  /** How many pieces of it. */
  quantity?: InputMaybe<IntFilter>;
  /** What it comes to: quantity × unit price − discount, in the reporting currency. */
  total?: InputMaybe<DecimalFilter>;
  /** Price of one, in the reporting currency. */
  unitPrice?: InputMaybe<DecimalFilter>;
};

/** Take the lines (of one order, or of all purchases of a customer) that `where` selects (all, if missing), then compare how many they are and how many pieces they hold. All of `where` speaks of the same line. `count: {eq: 0}` means none. */
export type LinesCondition = {
  /** Averages of a value over these objects; missing where none has the value. */
  average?: InputMaybe<Array<FigureCondition>>;
  /** How many lines there are; missing: at least 1. */
  count?: InputMaybe<IntFilter>;
  /** How many different values these objects have. */
  distinct?: InputMaybe<Array<DistinctCondition>>;
  /** The greatest value of these objects; missing where none has the value. */
  maximum?: InputMaybe<Array<FigureCondition>>;
  /** The least value of these objects; missing where none has the value. */
  minimum?: InputMaybe<Array<FigureCondition>>;
  /** How many pieces together; the sum of none is 0. */
  quantity?: InputMaybe<IntFilter>;
  /** How many percent of all the relation's objects `where` selects, 0 to 100; missing where there are no objects at all. With it, `count` is not taken to be at least 1. */
  share?: InputMaybe<DecimalFilter>;
  /** Sums of a value of these objects, each compared; objects without the value are passed over, the sum of none is 0. */
  sum?: InputMaybe<Array<FigureCondition>>;
  /** Which lines; missing or empty: all. */
  where?: InputMaybe<LineFilter>;
};

/** A measure of related objects, without a bound. */
export type LinesFigure = {
  /** What is measured: count, total (of orders), quantity (of lines), sum, average, minimum, maximum, distinct or share. */
  measure: Scalars['String']['input'];
  /** The value that is summed, averaged, …, by name; only for those measures. */
  of?: InputMaybe<Scalars['String']['input']>;
  /** Which of them; missing or empty: all. */
  where?: InputMaybe<LineFilter>;
};

/** A customer's points and tier. */
export type LoyaltyAccount = {
  /** Points that can be redeemed now; never negative. */
  balance: Scalars['Int']['output'];
  /** Points that were taken and were not there, e.g. given back with an order after they had been redeemed; the next points that come pay them back. */
  debt: Scalars['Int']['output'];
  /** What expires in the time to come if nothing is redeemed, the soonest first. */
  expiring: Array<ExpiringPoints>;
  /** Id of the account: that of the customer. */
  id: Scalars['ID']['output'];
  /** All that ever moved, the newest first. */
  ledger: LedgerTransactionConnection;
  /** The tier now. */
  tier: TierStatus;
  /** Changes of tier, and when one was kept for another period; the newest first. */
  tierHistory: Array<TierChange>;
  /** What the balance is worth. */
  worth: Money;
};


/** A customer's points and tier. */
export type LoyaltyAccountExpiringArgs = {
  within?: InputMaybe<Scalars['Duration']['input']>;
};


/** A customer's points and tier. */
export type LoyaltyAccountLedgerArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** Scores of possible matches, 0 to 1, from which on something is done. */
export type MatchThresholds = {
  /** From this score on a pair is joined without being asked about; null: never. */
  acceptAbove?: Maybe<Scalars['Float']['output']>;
  /** From this score on a pair is shown; null: never. */
  reviewAbove?: Maybe<Scalars['Float']['output']>;
};

/** Whether a customer is selected, and why. */
export type MembershipExplanation = {
  /** The instant it was judged at. */
  asOf: Scalars['DateTime']['output'];
  /** The whole rule, with its parts below it. */
  clause: ClauseVerdict;
  /** The first clause that by itself keeps the customer out, and what came nearest to it; null for a member. */
  excludedBy?: Maybe<ExcludingClause>;
  /** Is the customer selected? */
  member: Scalars['Boolean']['output'];
};

/** The identifier that two customers turned out to share. */
export type MergeIdentifier = {
  /** Kind, e.g. phone. */
  kind: Scalars['String']['output'];
  /** App, shop or brand in which the value is unique; null for kinds that need none. */
  scope?: Maybe<Scalars['String']['output']>;
  /** Normalised value, e.g. +8613800138000. */
  value: Scalars['String']['output'];
};

/** A customer that was found to be the same person as another and lives on in it. */
export type MergedCustomer = {
  /** The fact that made them one; null when it is not known. */
  because?: Maybe<FactRef>;
  /** Why: SHARED_IDENTIFIER (a fact named an identifier of each), SOURCE_RECORD (a fact referred to a source record of one of them), ANONYMOUS_ACTIVITY (handed to the one known customer on its devices), FACTS_MOVED (all its facts went to another customer), DECISION (somebody decided so), RULES_CHANGED (other identity rules came into force), REISSUED (an identifier changed hands, or it was taken back that it did). */
  cause: Scalars['String']['output'];
  /** The old id, `cus_…`; asking for it gives the survivor. */
  id: Scalars['ID']['output'];
  /** The customer it was merged into at that time, which may have been merged away itself since. */
  into: Scalars['ID']['output'];
  /** Id of the merge, `mrg_…`; customers merged at once have one each. Null for merges older than these ids. */
  mergeId?: Maybe<Scalars['ID']['output']>;
  /** When the two were merged. */
  mergedAt: Scalars['DateTime']['output'];
  /** The identifier that joined them; null when it was not an identifier. */
  via?: Maybe<MergeIdentifier>;
};

/** One condition that is not as asked for. */
export type MissedCondition = {
  /** What was found: the value, as in `evidence`; for measures {count, of, total}; null when nothing is known, or no single value decides. */
  found?: Maybe<Scalars['JSON']['output']>;
  /** In words. */
  message: Scalars['String']['output'];
  /** The condition as canonical text, with `not` before it where it holds and must not. */
  rule: Scalars['String']['output'];
};

/** An amount with its currency. */
export type Money = {
  /** Exact, with all minor digits of the currency, e.g. "199.00" CNY, "199" JPY; negative where more was refunded than paid. */
  amount: Scalars['Decimal']['output'];
  /** ISO 4217 code, e.g. CNY. */
  currency: Scalars['String']['output'];
};

/** An amount with its currency. */
export type MoneyInput = {
  /** Exact decimal, e.g. "399.00", 0 or more; not more decimals than the currency has, else AMOUNT_TOO_PRECISE. */
  amount: Scalars['Decimal']['input'];
  /** ISO 4217 code; a rate to the reporting currency must be configured, else UNKNOWN_CURRENCY. */
  currency: Scalars['String']['input'];
};

/** Writing. A mutation that has begun is finished, also when its caller goes away. */
export type Mutation = {
  /** Decides that the two customers of a possible match are one person: `keepTogether` of its facts, or of source records of the same customers. NOT_FOUND for one that is not there any more, BAD_USER_INPUT for one that was decided (KEPT_APART). */
  acceptPossibleMatch: IdentityDecision;
  /** Take a segment out of force. It keeps its versions and can be published again. Unknown: NOT_FOUND. A published segment uses it: CONFLICT with `usedBy`. A draft: CONFLICT with `reason` SEGMENT_NOT_PUBLISHED. */
  archiveSegment: Segment;
  /**
   * Notes that a customer does not want to be shown a product, or takes that back, as an event of source `api`; the facts of others who turn out
   * to be this customer bring theirs along, and take them away again. Nobody by that id or identifier, or no such product: NOT_FOUND.
   * One without a strong identifier of their own: CUSTOMER_NOT_KNOWN.
   */
  declineRecommendation: Customer;
  /** Delete a saved fragment; gives back its name. Unknown: NOT_FOUND. Named in a segment, a draft or another fragment: CONFLICT with `usedBy`. */
  deleteFragment: Scalars['String']['output'];
  /** Delete a saved segment; gives back its id. Unknown: NOT_FOUND. Used in another segment: CONFLICT with `usedBy`. */
  deleteSegment: Scalars['ID']['output'];
  /**
   * Take a declaration back; gives back the name. Objects keep the tags they have. Not saved by the API: NOT_FOUND. Named in a segment, a draft,
   * a fragment or the rule of another tag: CONFLICT with `usedBy`.
   */
  deleteTagDefinition: Scalars['String']['output'];
  /** Take in facts from a source system. Each record stands alone: a bad one is reported and the others are kept. Sending a record again changes nothing, and the order of records does not matter. What GraphQL itself cannot read (an unknown field or enum value, a number for a decimal) costs the whole request; `POST /import` reports it line by line. */
  ingest: IngestReport;
  /** Decides that two source records are never one person's, whatever identifiers they share: NOT_FOUND for a record that is not there, CANNOT_DECIDE for one that is known by devices and cookies only, as it goes with whoever is on these. */
  keepApart: IdentityDecision;
  /** Decides that two source records are one person's, whatever their identifiers say: NOT_FOUND for a record that is not there, CANNOT_DECIDE where both are known by devices and cookies only. */
  keepTogether: IdentityDecision;
  /** Decides that customers are one person: they become the oldest of them. NOT_FOUND for one that is not there, was merged away, or has no source record. */
  mergeCustomers: IdentityDecision;
  /** Put a version of a segment in force: the draft that waits, unless `version` says another; an older one comes back as a new version. In force already: nothing changes. Unknown segment or version: NOT_FOUND. Its name is taken by now, or it names a segment that is not published: CONFLICT. A named segment is gone: INVALID_RULE. */
  publishSegment: Segment;
  /**
   * Takes points from a customer, if they are there, else INSUFFICIENT_POINTS and nothing has changed. However many ask at once, no point is
   * taken twice. The same key again, of the same source and with the same arguments, gives the same answer and takes nothing; with others:
   * IDEMPOTENCY_KEY_REUSED. Nobody by that id or identifier: NOT_FOUND. One without a strong identifier of their own: CUSTOMER_NOT_KNOWN.
   */
  redeemPoints: PointsRedemption;
  /** Counts anew what is bought with what. A server does so by itself in the background; while it does, waits for that. */
  refreshRecommendations: CoPurchaseCount;
  /** Counts all buyers anew and makes a new model. A server does so by itself when it starts and every day; while one is being made, waits for that one. */
  refreshValueModel: ValueModel;
  /** Tells that an identifier is somebody else's from an instant on, e.g. a phone number that was issued again: what was seen before and what was seen since is not joined by it, whenever it is taken in. `customer(identifier:)` answers with the present owner. BAD_USER_INPUT for one that joins nobody, or an instant to come. */
  reissueIdentifier: IdentityDecision;
  /** Decides that the two customers of a possible match are different people, so that it is not shown again: `keepApart` of the same records. Errors as for acceptPossibleMatch. */
  rejectPossibleMatch: IdentityDecision;
  /**
   * Takes a redemption back: what it took comes back, with the time it had left. The same key again gives the same answer. A redemption that was
   * taken back under another key: ALREADY_REVERSED. No such redemption: NOT_FOUND.
   */
  reverseRedemption: PointsRedemption;
  /** Takes a decision back, all of it; what the identifiers say counts again, and the decision stays in `identityHistory`. NOT_FOUND when none of that id stands. */
  revokeDecision: IdentityDecision;
  /** Save a part of rules under a name, or let a saved one say something else: whoever names it means it as it stands. A faulty rule, or one that would contain itself: INVALID_RULE. Those that name it could not be read any more (other parameters, another scope): CONFLICT with `usedBy`. */
  saveFragment: RuleFragment;
  /** Save a rule under a name, or change a saved one; each change makes a version. It is in force at once unless `status` is DRAFT. A name that is taken, or a named segment that is not published: CONFLICT. A faulty rule, an unknown segment or a cycle of segments: INVALID_RULE. */
  saveSegment: Segment;
  /**
   * Declare a tag, or let a declared one say something else. A faulty rule, or one that asks for its own tag: INVALID_RULE. A rule with another
   * number of kinds than one, or that names a segment, a fragment or a parameter: BAD_USER_INPUT. Published segments that name the tag follow.
   */
  saveTagDefinition: TagDefinition;
  /** Decides that some records of a customer are another person's: these get a customer of their own, with their orders and figures. The given customer keeps its id and the rest. */
  splitCustomer: IdentityDecision;
  /**
   * Give an object a tag by hand. The same again changes nothing; another end replaces the one before. A tag that the taxonomy has for other
   * objects only: TAG_NOT_ALLOWED. A customer without a strong identifier of their own: CUSTOMER_NOT_KNOWN. No such object: NOT_FOUND. An end
   * that has passed, nobody or no reason: BAD_USER_INPUT.
   */
  tagObject: HandTag;
  /** Undoes a merge: the records that either side had are kept apart from now on, the old id lives again, and facts that came since go where their identifiers say. NOT_FOUND for a merge that is not there, CANNOT_UNDO where one side had no source record, or was known by devices and cookies only. */
  undoMerge: IdentityDecision;
  /** Take back a tag that was given by hand; what a source sent and what a rule says stays. Not given by hand: NOT_FOUND. */
  untagObject: HandTag;
};


/** Writing. A mutation that has begun is finished, also when its caller goes away. */
export type MutationAcceptPossibleMatchArgs = {
  by: DecisionInput;
  id: Scalars['ID']['input'];
};


/** Writing. A mutation that has begun is finished, also when its caller goes away. */
export type MutationArchiveSegmentArgs = {
  id: Scalars['ID']['input'];
};


/** Writing. A mutation that has begun is finished, also when its caller goes away. */
export type MutationDeclineRecommendationArgs = {
  customer?: InputMaybe<Scalars['ID']['input']>;
  identifier?: InputMaybe<IdentifierInput>;
  reason?: InputMaybe<Scalars['String']['input']>;
  sku: Scalars['ID']['input'];
  takeBack?: InputMaybe<Scalars['Boolean']['input']>;
};


/** Writing. A mutation that has begun is finished, also when its caller goes away. */
export type MutationDeleteFragmentArgs = {
  name: Scalars['String']['input'];
};


/** Writing. A mutation that has begun is finished, also when its caller goes away. */
export type MutationDeleteSegmentArgs = {
  id: Scalars['ID']['input'];
};


/** Writing. A mutation that has begun is finished, also when its caller goes away. */
export type MutationDeleteTagDefinitionArgs = {
  name: Scalars['String']['input'];
};


/** Writing. A mutation that has begun is finished, also when its caller goes away. */
export type MutationIngestArgs = {
  records: Array<RecordInput>;
};


/** Writing. A mutation that has begun is finished, also when its caller goes away. */
export type MutationKeepApartArgs = {
  by: DecisionInput;
  one: SourceRecordRef;
  other: SourceRecordRef;
};


/** Writing. A mutation that has begun is finished, also when its caller goes away. */
export type MutationKeepTogetherArgs = {
  by: DecisionInput;
  one: SourceRecordRef;
  other: SourceRecordRef;
};


/** Writing. A mutation that has begun is finished, also when its caller goes away. */
export type MutationMergeCustomersArgs = {
  by: DecisionInput;
  customers: Array<Scalars['ID']['input']>;
};


/** Writing. A mutation that has begun is finished, also when its caller goes away. */
export type MutationPublishSegmentArgs = {
  author?: InputMaybe<Scalars['String']['input']>;
  id: Scalars['ID']['input'];
  note?: InputMaybe<Scalars['String']['input']>;
  version?: InputMaybe<Scalars['Int']['input']>;
};


/** Writing. A mutation that has begun is finished, also when its caller goes away. */
export type MutationRedeemPointsArgs = {
  customer?: InputMaybe<Scalars['ID']['input']>;
  idempotencyKey: Scalars['ID']['input'];
  identifier?: InputMaybe<IdentifierInput>;
  order?: InputMaybe<OrderKeyInput>;
  points: Scalars['Int']['input'];
  reason?: InputMaybe<Scalars['String']['input']>;
  source: Scalars['String']['input'];
};


/** Writing. A mutation that has begun is finished, also when its caller goes away. */
export type MutationReissueIdentifierArgs = {
  by: DecisionInput;
  from: Scalars['DateTime']['input'];
  identifier: IdentifierInput;
};


/** Writing. A mutation that has begun is finished, also when its caller goes away. */
export type MutationRejectPossibleMatchArgs = {
  by: DecisionInput;
  id: Scalars['ID']['input'];
};


/** Writing. A mutation that has begun is finished, also when its caller goes away. */
export type MutationReverseRedemptionArgs = {
  idempotencyKey: Scalars['ID']['input'];
  reason?: InputMaybe<Scalars['String']['input']>;
  redemption: PointsKeyInput;
  source: Scalars['String']['input'];
};


/** Writing. A mutation that has begun is finished, also when its caller goes away. */
export type MutationRevokeDecisionArgs = {
  by?: InputMaybe<DecisionInput>;
  decisionId: Scalars['ID']['input'];
};


/** Writing. A mutation that has begun is finished, also when its caller goes away. */
export type MutationSaveFragmentArgs = {
  input: SaveFragmentInput;
};


/** Writing. A mutation that has begun is finished, also when its caller goes away. */
export type MutationSaveSegmentArgs = {
  input: SaveSegmentInput;
};


/** Writing. A mutation that has begun is finished, also when its caller goes away. */
export type MutationSaveTagDefinitionArgs = {
  input: SaveTagDefinitionInput;
};


/** Writing. A mutation that has begun is finished, also when its caller goes away. */
export type MutationSplitCustomerArgs = {
  by: DecisionInput;
  customer: Scalars['ID']['input'];
  records: Array<SourceRecordRef>;
};


/** Writing. A mutation that has begun is finished, also when its caller goes away. */
export type MutationTagObjectArgs = {
  by: DecisionInput;
  expiresAt?: InputMaybe<Scalars['DateTime']['input']>;
  object: Scalars['ID']['input'];
  tag: Scalars['String']['input'];
};


/** Writing. A mutation that has begun is finished, also when its caller goes away. */
export type MutationUndoMergeArgs = {
  by: DecisionInput;
  mergeId: Scalars['ID']['input'];
};


/** Writing. A mutation that has begun is finished, also when its caller goes away. */
export type MutationUntagObjectArgs = {
  by: DecisionInput;
  object: Scalars['ID']['input'];
  tag: Scalars['String']['input'];
};

/** How near a clause came to the verdict that the rule asks of it. */
export type NearMiss = {
  /** What it speaks of. */
  kind: NearMissKind;
  /** In words, e.g. `order pos 17: placedAt is 412 days ago, asked for: within 180 days`. */
  message: Scalars['String']['output'];
  /** What of `where` the object meets, each as canonical text; empty unless kind is OBJECT. */
  met: Array<Scalars['String']['output']>;
  /** What is missed; at least one. */
  missed: Array<MissedCondition>;
  /** The related object, as `evidence` shows it; null unless kind is OBJECT. */
  object?: Maybe<Scalars['JSON']['output']>;
};

/** What a near miss speaks of. */
export type NearMissKind =
  /** How many related objects there are, and what they sum to. */
  | 'MEASURE'
  /** One related object that meets part of a relation's `where`. */
  | 'OBJECT'
  /** A value of the customer. */
  | 'VALUE';

/** What ties two things together. */
export type NeighbourEdge = {
  /** Id of the one. */
  from: Scalars['ID']['output'];
  /** What it is. */
  kind: NeighbourTie;
  /** Id of the other. */
  to: Scalars['ID']['output'];
};

/** Kinds of things around a customer. */
export type NeighbourKind =
  /** A customer. */
  | 'CUSTOMER'
  /** A device. */
  | 'DEVICE'
  /** An identifier. */
  | 'IDENTIFIER'
  /** An order. */
  | 'ORDER'
  /** A product. */
  | 'PRODUCT'
  /** A member of staff. */
  | 'STAFF'
  /** A store. */
  | 'STORE';

/** One thing in the graph. */
export type NeighbourNode = {
  /** How many steps from the customer. */
  distance: Scalars['Int']['output'];
  /** Its global id, as `node(id:)` takes it; of an identifier `identifier:` and its key. */
  id: Scalars['ID']['output'];
  /** What it is. */
  kind: NeighbourKind;
  /** A name to show: of an order its number, of an identifier its kind and value; null when it has none. */
  label?: Maybe<Scalars['String']['output']>;
};

/** Ties between things; each from the first named to the second. */
export type NeighbourTie =
  /** An order at a store. */
  | 'AT'
  /** An order, and a product in it. */
  | 'CONTAINS'
  /** An identifier of a customer. */
  | 'IDENTIFIES'
  /** A customer's order. */
  | 'PLACED'
  /** A customer, and another whom that one brought. */
  | 'REFERRED'
  /** Two customers at one address. */
  | 'SAME_ADDRESS'
  /** An order, and who sold it. */
  | 'SOLD_BY'
  /** A customer on a device. */
  | 'USES';

/** What is around a customer. */
export type Neighbourhood = {
  /** What ties them together. */
  edges: Array<NeighbourEdge>;
  /** The things, the customer first, the nearest before those further away. */
  nodes: Array<NeighbourNode>;
  /** There is more within that depth than the limit let in. */
  truncated: Scalars['Boolean']['output'];
};

/** An object with an id of its own, which `Query.node` finds again whatever its type. */
export type Node = {
  /** Opaque and unique over all types. Keep it, do not build or take it apart. */
  id: Scalars['ID']['output'];
};

/** How values of an identifier kind are brought to one spelling. Full-width characters become plain ones first, and outer spaces go, except under NONE. */
export type Normaliser =
  /** Digits only. */
  | 'DIGITS'
  /** Lower case, without `mailto:`. */
  | 'EMAIL'
  /** As it was sent. */
  | 'NONE'
  /** E.164, e.g. +8613800138000. */
  | 'PHONE'
  /** Without outer spaces. */
  | 'TRIM'
  /** In upper case. */
  | 'UPPER';

/** Compares a whole number with parameters. Each operator takes the name of a parameter, e.g. `promotion` for what rule text writes as $promotion; the call gives its value. Operators given together are joined by AND; none: INVALID_RULE. */
export type NumberParameters = {
  /** Is this. */
  eq?: InputMaybe<Scalars['String']['input']>;
  /** More than this. */
  gt?: InputMaybe<Scalars['String']['input']>;
  /** This or more. */
  gte?: InputMaybe<Scalars['String']['input']>;
  /** Is one of this list. */
  in?: InputMaybe<Scalars['String']['input']>;
  /** Less than this. */
  lt?: InputMaybe<Scalars['String']['input']>;
  /** This or less. */
  lte?: InputMaybe<Scalars['String']['input']>;
  /** Is known, and is not this. */
  ne?: InputMaybe<Scalars['String']['input']>;
};

/** An order in any channel, whatever its status. */
export type Order = Node & {
  /** Channel, e.g. store, mini-program, tmall; null if the source does not say. */
  channel?: Maybe<Scalars['String']['output']>;
  /** Who placed it; null if the source gave no usable identifier. */
  customer?: Maybe<Customer>;
  /** `order:` and its key; opaque. */
  id: Scalars['ID']['output'];
  /** What was ordered, in the order of the lines. */
  lines: Array<OrderLine>;
  /** What was kept: total less refunds, in the currency of the order. Also given for orders that are no purchases. */
  net: Money;
  /** Order number in that system. */
  number: Scalars['ID']['output'];
  /** When it was placed. */
  placedAt: Scalars['DateTime']['output'];
  /** Promotion it was placed in, e.g. 618; null for none. */
  promotion?: Maybe<Scalars['String']['output']>;
  /** System that it was placed in. */
  source: Scalars['String']['output'];
  /** Member of staff who sold it; null if the source names none. */
  staff?: Maybe<Staff>;
  /** Status, as last stated by the source. */
  status: OrderStatus;
  /** Store it was placed at; null if the source names none, as for an online order. */
  store?: Maybe<Store>;
  /** What it came to, in the currency of the order, before refunds. */
  total: Money;
};

/** A page of orders. */
export type OrderConnection = {
  /** The orders of this page with their cursors. */
  edges: Array<OrderEdge>;
  /** The orders of this page. */
  nodes: Array<Order>;
  /** Where this page lies. */
  pageInfo: PageInfo;
  /** How many orders are selected over all pages. Counted only when asked for. */
  totalCount: Scalars['Int']['output'];
};

/** Which way a list is sorted. Missing values come last either way. */
export type OrderDirection =
  /** Smallest, oldest or A first. */
  | 'ASC'
  /** Largest, newest or Z first. */
  | 'DESC';

/** One order in a page. */
export type OrderEdge = {
  /** Opaque position of this order in this list and order. */
  cursor: Scalars['String']['output'];
  /** The order. */
  node: Order;
};

/** What order objects are ranked by: exactly one of these, else INVALID_RULE. */
export type OrderFigure = {
  /** A measure of these. */
  lines?: InputMaybe<LinesFigure>;
  /** A number, date or instant of the object, by name, with dots over to-one steps, e.g. customer.totalSpent. */
  value?: InputMaybe<Scalars['String']['input']>;
};

/** Which orders. Fields given together are joined by AND. A comparison with a missing value is false; `not` of it is true. */
export type OrderFilter = {
  /** All of these hold; an empty list asks nothing. */
  and?: InputMaybe<Array<OrderFilter>>;
  /** Channel, e.g. store, mini-program, tmall; may be missing. */
  channel?: InputMaybe<StringFilter>;
  /** Its customer satisfies this. Without a customer every condition is false, so `not` of one is true. */
  customer?: InputMaybe<CustomerFilter>;
  /** What was ordered: lines with their products. */
  lines?: InputMaybe<LinesCondition>;
  /** A saved fragment of this kind of object holds. Unknown, or values that do not fit: INVALID_RULE. */
  matches?: InputMaybe<FragmentMatch>;
  /** What was kept of it: total less refunds, in the reporting currency. */
  netTotal?: InputMaybe<DecimalFilter>;
  /** This does not hold; also true where the comparison fails because the value is missing. An empty filter: INVALID_RULE. */
  not?: InputMaybe<OrderFilter>;
  /** Order number in that system, exactly. */
  number?: InputMaybe<IdFilter>;
  /** At least one of these holds. An empty list, or an empty filter in it: INVALID_RULE. */
  or?: InputMaybe<Array<OrderFilter>>;
  /** When it was placed. */
  placedAt?: InputMaybe<DateTimeFilter>;
  /** Promotion it was placed in, e.g. 618; may be missing. */
  promotion?: InputMaybe<StringFilter>;
  /** Among those with the greatest or least figure of all. */
  rank?: InputMaybe<OrderRank>;
  /** System that it was placed in, e.g. pos, tmall. */
  source?: InputMaybe<StringFilter>;
  /** Its member of staff satisfies this. Without one every condition is false, so `not` of one is true. */
  staff?: InputMaybe<StaffFilter>;
  /** Status, as last stated by the source. */
  status?: InputMaybe<OrderStatusFilter>;
  /** Its store satisfies this. Without a store every condition is false, so `not` of one is true. */
  store?: InputMaybe<StoreFilter>;
  /** What it came to before refunds, in the reporting currency. */
  total?: InputMaybe<DecimalFilter>;
};

/** An order, by what it is known. */
export type OrderKeyInput = {
  /** That system's order number. */
  number: Scalars['ID']['input'];
  /** System that took it. */
  source: Scalars['String']['input'];
};

/** One product in an order. */
export type OrderLine = {
  /** Discount on the whole line, in the currency of the order; null if none was stated. */
  discount?: Maybe<Money>;
  /** The product. */
  product: Product;
  /** How many pieces; 0 or more. */
  quantity: Scalars['Int']['output'];
  /** Price of one, in the currency of the order. */
  unitPrice: Money;
};

/** One product in an order. */
export type OrderLineInput = {
  /** Discount on the whole line, not on one piece, in the currency of the order, 0 or more; missing: none. */
  discount?: InputMaybe<Scalars['Decimal']['input']>;
  /** How many pieces, 0 or more; else NEGATIVE_QUANTITY. */
  quantity: Scalars['Int']['input'];
  /** Stock keeping unit. One that is not described yet: warning UNKNOWN_PRODUCT. */
  sku: Scalars['ID']['input'];
  /** Price of one, in the currency of the order, 0 or more. */
  unitPrice: Scalars['Decimal']['input'];
};

/** Among the orders with the greatest or least figure, e.g. `{top: 10, by: {value: "total"}}`. Exactly one of top, bottom, topPercent and bottomPercent is given, else INVALID_RULE. Equal ones: the lesser key goes first. */
export type OrderRank = {
  /** Only those that this selects are ranked; missing or empty: all. */
  among?: InputMaybe<OrderFilter>;
  /** So many with the least figure, 1 or more. */
  bottom?: InputMaybe<Scalars['Int']['input']>;
  /** So many percent of those that have the figure, rounded up: over 0, up to 100. */
  bottomPercent?: InputMaybe<Scalars['Decimal']['input']>;
  /** What they are ranked by; those without it are left out. */
  by: OrderFigure;
  /** How many is given at the call, as rule text writes `in top $most`: instead of the four above. */
  parameter?: InputMaybe<RankParameters>;
  /** So many with the greatest figure, 1 or more. */
  top?: InputMaybe<Scalars['Int']['input']>;
  /** So many percent of those that have the figure, rounded up: over 0, up to 100. */
  topPercent?: InputMaybe<Scalars['Decimal']['input']>;
};

/** An order as a source system has it. The newest updatedAt wins; the state before is replaced as a whole, lines and customer included. */
export type OrderRecord = {
  /** Channel, e.g. store, mini-program, tmall. */
  channel?: InputMaybe<Scalars['String']['input']>;
  /** ISO 4217 code of every amount in this record; a rate to the reporting currency must be configured, else UNKNOWN_CURRENCY. */
  currency: Scalars['String']['input'];
  /** Who placed it. */
  customer: CustomerRef;
  /** What was ordered; may be empty. */
  lines: Array<OrderLineInput>;
  /** Order number in that system: with source, how it is known again. Blank: EMPTY_KEY. */
  number: Scalars['ID']['input'];
  /** When it was placed. */
  placedAt: Scalars['DateTime']['input'];
  /** Promotion it was placed in, e.g. 618. */
  promotion?: InputMaybe<Scalars['String']['input']>;
  /** How much of it was given back, 0 or more; missing: nothing. More than the total: warning REFUND_EXCEEDS_TOTAL. */
  refunded?: InputMaybe<Scalars['Decimal']['input']>;
  /** System that it was placed in, e.g. pos, tmall. */
  source: Scalars['String']['input'];
  /** Code of the member of staff who sold it. One who is not described yet: warning UNKNOWN_STAFF. */
  staff?: InputMaybe<Scalars['ID']['input']>;
  /** Status now; PAID and PARTIALLY_REFUNDED make it a purchase. */
  status?: InputMaybe<OrderStatus>;
  /** Code of the store it was placed at; missing for an online order. One that is not described yet: warning UNKNOWN_STORE. */
  store?: InputMaybe<Scalars['ID']['input']>;
  /** What it came to, before refunds; missing: the sum of quantity × unitPrice − discount over the lines. Another than that sum: warning TOTAL_MISMATCH, and the stated one is kept. */
  total?: InputMaybe<Scalars['Decimal']['input']>;
  /** When the source last changed it; missing means placedAt. At the same time one of two contents stands (SAME_TIME_OTHER_CONTENT). */
  updatedAt?: InputMaybe<Scalars['DateTime']['input']>;
};

/** A purchase is an order that counts: PAID or PARTIALLY_REFUNDED (with what was kept). The others are orders, but not purchases. */
export type OrderStatus =
  /** Called off: no purchase. */
  | 'CANCELLED'
  /** Paid: a purchase. */
  | 'PAID'
  /** Paid, and part of it given back: a purchase, with what was kept. */
  | 'PARTIALLY_REFUNDED'
  /** Placed, not paid yet. */
  | 'PENDING'
  /** Paid, and all of it given back: no purchase. */
  | 'REFUNDED';

/** Compares the status of an order, which is never missing. Operators given together are joined by AND; none, null or an empty list: INVALID_RULE. */
export type OrderStatusFilter = {
  /** Is this. */
  eq?: InputMaybe<OrderStatus>;
  /** Compared with another field of the same object or of one that to-one steps lead to, instead of with a value. */
  field?: InputMaybe<EqualityWithField>;
  /** Is one of these. */
  in?: InputMaybe<Array<OrderStatus>>;
  /** Is not this. */
  ne?: InputMaybe<OrderStatus>;
  /** Is none of these. */
  notIn?: InputMaybe<Array<OrderStatus>>;
  /** Compared with parameters instead, whose values the call gives. */
  parameter?: InputMaybe<TextParameters>;
};

/** Take the orders that `where` selects (all, if missing), then compare how many they are and what they sum to. All of `where` speaks of the same order. `count: {eq: 0}` means none. */
export type OrdersCondition = {
  /** Averages of a value over these objects; missing where none has the value. */
  average?: InputMaybe<Array<FigureCondition>>;
  /** How many there are; missing: at least 1. */
  count?: InputMaybe<IntFilter>;
  /** How many different values these objects have. */
  distinct?: InputMaybe<Array<DistinctCondition>>;
  /** The greatest value of these objects; missing where none has the value. */
  maximum?: InputMaybe<Array<FigureCondition>>;
  /** The least value of these objects; missing where none has the value. */
  minimum?: InputMaybe<Array<FigureCondition>>;
  /** How many percent of all the relation's objects `where` selects, 0 to 100; missing where there are no objects at all. With it, `count` is not taken to be at least 1. */
  share?: InputMaybe<DecimalFilter>;
  /** Sums of a value of these objects, each compared; objects without the value are passed over, the sum of none is 0. */
  sum?: InputMaybe<Array<FigureCondition>>;
  /** Their net value together, in the reporting currency; the sum of none is 0. */
  total?: InputMaybe<DecimalFilter>;
  /** Which orders; missing or empty: all. */
  where?: InputMaybe<OrderFilter>;
};

/** A measure of related objects, without a bound. */
export type OrdersFigure = {
  /** What is measured: count, total (of orders), quantity (of lines), sum, average, minimum, maximum, distinct or share. */
  measure: Scalars['String']['input'];
  /** The value that is summed, averaged, …, by name; only for those measures. */
  of?: InputMaybe<Scalars['String']['input']>;
  /** Which of them; missing or empty: all. */
  where?: InputMaybe<OrderFilter>;
};

/** Where a page lies in the whole list. */
export type PageInfo = {
  /** Cursor of the last edge of this page: give it as `after` for the next page. Null on an empty page. */
  endCursor?: Maybe<Scalars['String']['output']>;
  /** Is there more after this page? */
  hasNextPage: Scalars['Boolean']['output'];
  /** Is there more before this page? */
  hasPreviousPage: Scalars['Boolean']['output'];
  /** Cursor of the first edge of this page; null on an empty page. */
  startCursor?: Maybe<Scalars['String']['output']>;
};

/** Why two source records belong to one customer, or why they do not. */
export type PairExplanation = {
  /** The identifiers that both customers have, sorted; empty for ONE_CUSTOMER. At most 200. */
  commonIdentifiers: Array<CommonIdentifier>;
  /** The values that may not come together, with the rule that says so; empty unless EXCLUSIVE_CONFLICT or TOO_MANY_VALUES. */
  conflicts: Array<ValueConflict>;
  /** Decisions that keep records of the two customers apart, one between these two records first, then newest first; empty for ONE_CUSTOMER. At most 200. */
  decisions: Array<StandingDecision>;
  /** The first record and whose it is. */
  one: PairSide;
  /** The second record and whose it is. */
  other: PairSide;
  /** The shortest way from one record to the other over what ties them; empty unless ONE_CUSTOMER, where it is the same record, and where the customer has more facts (some thousands) than are looked through. */
  path: Array<IdentityLink>;
  /** The possible matches between the two customers; `one` is the first record's customer. At most 200. */
  possibleMatches: Array<PossibleMatch>;
  /** The identifiers that the customers had one after the other, because these changed hands; empty for ONE_CUSTOMER. */
  reissued: Array<ReissuedIdentifier>;
  /** The same in words, in English; for people, not for programs. */
  text: Scalars['String']['output'];
  /** What is the case. */
  verdict: PairVerdict;
};

/** A source record and whose it is. */
export type PairSide = {
  /** The customer it belongs to; null when it belongs to nobody. */
  customer?: Maybe<Customer>;
  /** The record. */
  record: FactRef;
};

/** What is the case with two source records. Where they belong to two customers, the first of these reasons that holds. */
export type PairVerdict =
  /** No identifier joins them, but they are much alike; `possibleMatches` says how much. */
  | 'ALIKE'
  /** Each customer has a value of which one may have only one; `conflicts` names both. */
  | 'EXCLUSIVE_CONFLICT'
  /** It was decided that they, or other records of their customers, are different people's; `decisions` says by whom. */
  | 'KEPT_APART'
  /** Their customers share no identifier. */
  | 'NOTHING_IN_COMMON'
  /** They share a strong identifier that nothing known keeps from joining, e.g. because they came in under other rules. */
  | 'NOT_DECIDED_YET'
  /** They belong to one customer; `path` says why. */
  | 'ONE_CUSTOMER'
  /** They only share a device or cookie; `commonIdentifiers` has it. */
  | 'ONLY_WEAK_IDENTIFIERS'
  /** What they share was issued again: they had it one after the other; `reissued` has it. */
  | 'REISSUED'
  /** What they share is shared by too many people; `commonIdentifiers` has it. */
  | 'SHARED_VALUE'
  /** Together the customers would have more values of a kind than one may have; `conflicts` names them. */
  | 'TOO_MANY_VALUES';

/** Why an identifier that two parts of a customer name would not hold them together. */
export type PartingReason = {
  /** The identifier. */
  identifier: MergeIdentifier;
  /** Why. */
  reason: PartingReasonKind;
};

/** Why an identifier would not hold two facts together that name it. */
export type PartingReasonKind =
  /** Each part has a value of which a customer has only one. */
  | 'EXCLUSIVE_CONFLICT'
  /** It was decided that they are different people's. */
  | 'KEPT_APART'
  /** It would join nobody: junk, weak, of a kind that is not declared, or spelled otherwise. */
  | 'NO_IDENTIFIER'
  /** Too many people have it. */
  | 'SHARED_VALUE'
  /** Together they would have more values of a kind than a customer may have. */
  | 'TOO_MANY_VALUES';

/** How well a store or a member of staff sells, compared with its peers: the stores of the same format, the staff of such stores. */
export type PerformanceBand =
  /** No more than a quarter of the peers (PERFORMANCE_SHARE), itself included, sell as much. */
  | 'HIGH'
  /** No more than a quarter of the peers (PERFORMANCE_SHARE), itself included, sell as little. */
  | 'LOW'
  /** In between, or level with peers on both sides of the border. */
  | 'MEDIUM';

/** Compares how well a store or a member of staff sells. Operators given together are joined by AND; none, null or an empty list: INVALID_RULE. */
export type PerformanceBandFilter = {
  /** Is this. */
  eq?: InputMaybe<PerformanceBand>;
  /** true: a value is known. false: none is. */
  exists?: InputMaybe<Scalars['Boolean']['input']>;
  /** Compared with another field of the same object or of one that to-one steps lead to, instead of with a value. */
  field?: InputMaybe<EqualityWithField>;
  /** Is one of these. */
  in?: InputMaybe<Array<PerformanceBand>>;
  /** Is known, and is not this. */
  ne?: InputMaybe<PerformanceBand>;
  /** Is known, and is none of these. */
  notIn?: InputMaybe<Array<PerformanceBand>>;
  /** Compared with parameters instead, whose values the call gives. */
  parameter?: InputMaybe<TextParameters>;
};

/** One find of a plan. */
export type PlanStep = {
  /** How many finds stand around it; 0 is the one that gives the customers. */
  depth: Scalars['Int']['output'];
  /** How many objects it should give, by what is known of the graph (counted now and then, of large graphs a sample). */
  expectedRows: Scalars['Float']['output'];
  /** How it comes to its objects. */
  kind: PlanStepKind;
  /** How many objects it gives, counted now; null for order lines, and for plans of more than 30 steps. */
  rows?: Maybe<Scalars['Int']['output']>;
  /** What it finds: `customer`, `order`, `line`, `product`, `store`, `staff`, `event`, `identifier` or `device`. */
  scope: Scalars['String']['output'];
  /** Is it a set that is looked up once, so that others can be asked whether they are in it? */
  set: Scalars['Boolean']['output'];
  /** The find with its filter, in the words of the plan. */
  text: Scalars['String']['output'];
};

/** How a step comes to its objects. */
export type PlanStepKind =
  /** From all objects of the scope, or by an index. */
  | 'START'
  /** From several steps, each object once. */
  | 'UNITE'
  /** Over a relationship from the objects of the step before. */
  | 'WALK';

/** A movement of points, by what it is known. */
export type PointsKeyInput = {
  /** That system's id of it. */
  entryId: Scalars['ID']['input'];
  /** System that made it. */
  source: Scalars['String']['input'];
};

/** What points are worth to a customer. */
export type PointsQuote = {
  /** Points that can be redeemed now. */
  balance: Scalars['Int']['output'];
  /** The customer. */
  customer: Customer;
  /** How many points are asked for. */
  points: Scalars['Int']['output'];
  /** They are there, and as many as a redemption takes at least. */
  redeemable: Scalars['Boolean']['output'];
  /** What they are worth. */
  worth: Money;
};

/**
 * A movement of points that a system made. What orders earn needs no records, and what expires neither: that follows from the orders and the
 * rules. Never changes: other content under the same key is reported as POINTS_CHANGED; send another movement that corrects it.
 */
export type PointsRecord = {
  /** Whose points. Missing in full: NO_CUSTOMER_REFERENCE. */
  customer: CustomerRef;
  /** That system's id of the movement: with source, how it is known again. Blank: EMPTY_KEY. */
  entryId: Scalars['ID']['input'];
  /** Of points that come: from when on they are void; by default the rules say. Of others: INVALID_POINTS. */
  expiresAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** What was done. */
  kind: PointsRecordKind;
  /** When it was done. */
  occurredAt: Scalars['DateTime']['input'];
  /** The order that it belongs to; it need not be taken in yet. */
  order?: InputMaybe<OrderKeyInput>;
  /** How many. EARN and BURN: more than 0. ADJUST: other than 0, negative takes away. REVERSE: left out. Else, or beyond 100,000,000: INVALID_POINTS. */
  points?: InputMaybe<Scalars['Int']['input']>;
  /** Why, in words. */
  reason?: InputMaybe<Scalars['String']['input']>;
  /** Of REVERSE, and only there: the redemption that is reversed; it need not be taken in yet. Else: INVALID_POINTS. */
  reverses?: InputMaybe<PointsKeyInput>;
  /** System that made it, e.g. pos, crm. */
  source: Scalars['String']['input'];
};

/** What a points record does. */
export type PointsRecordKind =
  /** A correction, or what an account starts with. */
  | 'ADJUST'
  /** Points that were redeemed. */
  | 'BURN'
  /** Points beyond those that orders earn, e.g. for a birthday. */
  | 'EARN'
  /** A redemption that is taken back: what it took comes back, with the time it had left. */
  | 'REVERSE';

/** Points that were taken from a customer through the API. */
export type PointsRedemption = {
  /** When. */
  at: Scalars['DateTime']['output'];
  /** The balance right after the redemption, or, of one that was just taken back, right after that. */
  balance: Scalars['Int']['output'];
  /** Whose points they were; moves along when customers are merged or come apart. */
  customer: Customer;
  /** Its name for the redemption. */
  idempotencyKey: Scalars['ID']['output'];
  /** How many. */
  points: Scalars['Int']['output'];
  /** When it was taken back; null: it stands. */
  reversedAt?: Maybe<Scalars['DateTime']['output']>;
  /** The source that redeemed. */
  source: Scalars['String']['output'];
  /** What they are worth by the rules in force. */
  worth: Money;
};

/** Two customers who share an identifier, or are much alike, and yet are not one. */
export type PossibleMatch = {
  /** How the two facts agree, field by field; what one of them says nothing of is left out. Empty unless ALIKE. */
  comparison: Array<FieldComparison>;
  /** Opaque id; the same whenever the same two facts are found again. */
  id: Scalars['ID']['output'];
  /** The identifier that they share; null for ALIKE. */
  identifier?: Maybe<MergeIdentifier>;
  /** One side; of `Customer.possibleMatches` that customer's own. */
  one: PossibleMatchSide;
  /** The other side. */
  other: PossibleMatchSide;
  /** Bits that stand against any two records before they are compared, log2(0.1 / number of source records), the number rounded down to a power of two, 1024 at least; null unless ALIKE. */
  priorWeight?: Maybe<Scalars['Float']['output']>;
  /** Why they are not one. */
  reason: PossibleMatchReason;
  /** How likely they are one person, 0 to 1; null unless ALIKE. By Fellegi and Sunter: o / (1 + o), where o is 2 to the power of `priorWeight` plus the weights of `comparison`. */
  score?: Maybe<Scalars['Float']['output']>;
};

/** A page of possible matches. */
export type PossibleMatchConnection = {
  /** The possible matches of this page with their cursors. */
  edges: Array<PossibleMatchEdge>;
  /** The possible matches of this page. */
  nodes: Array<PossibleMatch>;
  /** Where this page lies. */
  pageInfo: PageInfo;
  /** How many there are over all pages. Counted only when asked for. */
  totalCount: Scalars['Int']['output'];
};

/** One possible match in a page. */
export type PossibleMatchEdge = {
  /** Opaque position of this possible match in the list. */
  cursor: Scalars['String']['output'];
  /** The possible match. */
  node: PossibleMatch;
};

/** Why two customers who may be one person are not one. Of several reasons the first of these counts. */
export type PossibleMatchReason =
  /** They share no identifier that joins, but are much alike. */
  | 'ALIKE'
  /** Each has a value of which a customer has only one. */
  | 'EXCLUSIVE_CONFLICT'
  /** It was decided that they are different people. */
  | 'KEPT_APART'
  /** Together they would have more values of a kind than a customer may have. */
  | 'TOO_MANY_VALUES';

/** One side of a possible match. */
export type PossibleMatchSide = {
  /** The customer. */
  customer: Customer;
  /** A fact of that customer that names the shared identifier; for ALIKE the source record that is most alike to one of the other's. */
  fact: FactRef;
};

/** Customers that would become one. */
export type PreviewedMerge = {
  /** The customers, oldest first. */
  customers: Array<Customer>;
  /** The identifiers that would join them. */
  identifiers: Array<MergeIdentifier>;
};

/** A customer that would come apart. */
export type PreviewedSplit = {
  /** The customer. */
  customer: Customer;
  /** Into how many; facts that would be nobody's count as one. */
  parts: Scalars['Int']['output'];
  /** Why, by identifier. */
  reasons: Array<PartingReason>;
};

/** Something the brand sells. One that is known only from orders has a stock keeping unit and nothing else yet. */
export type Product = Node & {
  /** What is bought with it, by the last count; the highest score first. Empty before there is one, and when too few customers bought both. */
  boughtWith: Array<BoughtWith>;
  /** Brand; null when not known. */
  brand?: Maybe<Scalars['String']['output']>;
  /** Category path, the top level first, e.g. ["Outdoor", "Trekking", "Trekking poles"]; empty when unknown. */
  category: Array<Scalars['String']['output']>;
  /** `product:` and its stock keeping unit; opaque. */
  id: Scalars['ID']['output'];
  /** Name; null while it is known from orders only. */
  name?: Maybe<Scalars['String']['output']>;
  /** List price, in the currency it was stated in; null when not known. */
  price?: Maybe<Money>;
  /** Stock keeping unit. */
  sku: Scalars['ID']['output'];
  /** Where the stored tags come from; see Customer. */
  tagOrigins: Array<TagOrigin>;
  /** All tags that hold now, sorted: of its record, given by hand, and those whose rules hold. */
  tags: Array<Scalars['String']['output']>;
};


/** Something the brand sells. One that is known only from orders has a stock keeping unit and nothing else yet. */
export type ProductBoughtWithArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  kind?: InputMaybe<CoPurchaseKind>;
};

/** A page of products. */
export type ProductConnection = {
  /** The products of this page with their cursors. */
  edges: Array<ProductEdge>;
  /** The products of this page. */
  nodes: Array<Product>;
  /** Where this page lies. */
  pageInfo: PageInfo;
  /** How many products are selected over all pages. Counted only when asked for. */
  totalCount: Scalars['Int']['output'];
};

/** One product in a page. */
export type ProductEdge = {
  /** Opaque position of this product in this list and order. */
  cursor: Scalars['String']['output'];
  /** The product. */
  node: Product;
};

/** What product objects are ranked by: exactly one of these, else INVALID_RULE. */
export type ProductFigure = {
  /** A measure of these. */
  customers?: InputMaybe<CustomersFigure>;
  /** A measure of these. */
  events?: InputMaybe<EventsFigure>;
  /** A measure of these. */
  purchasedLines?: InputMaybe<LinesFigure>;
  /** A number, date or instant of the object, by name, with dots over to-one steps, e.g. price. */
  value?: InputMaybe<Scalars['String']['input']>;
};

/** Which products. category matches any level of the product's category path, by name. Fields given together are joined by AND. A comparison with a missing value is false; `not` of it is true. */
export type ProductFilter = {
  /** All of these hold; an empty list asks nothing. */
  and?: InputMaybe<Array<ProductFilter>>;
  /** Brand; may be missing. */
  brand?: InputMaybe<StringFilter>;
  /** Category: eq, in, contains and startsWith hold if any level of the path does; ne and notIn if the path is known and no level matches. */
  category?: InputMaybe<StringFilter>;
  /** Who bought it. */
  customers?: InputMaybe<CustomersCondition>;
  /** Events about it: page views, reviews, … */
  events?: InputMaybe<EventsCondition>;
  /** A saved fragment of this kind of object holds. Unknown, or values that do not fit: INVALID_RULE. */
  matches?: InputMaybe<FragmentMatch>;
  /** Name; missing while it is known from other records only. */
  name?: InputMaybe<StringFilter>;
  /** This does not hold; also true where the comparison fails because the value is missing. An empty filter: INVALID_RULE. */
  not?: InputMaybe<ProductFilter>;
  /** At least one of these holds. An empty list, or an empty filter in it: INVALID_RULE. */
  or?: InputMaybe<Array<ProductFilter>>;
  /** List price, in the reporting currency; may be missing. */
  price?: InputMaybe<DecimalFilter>;
  /** The lines of all purchases that hold it. */
  purchasedLines?: InputMaybe<LinesCondition>;
  /** Among those with the greatest or least figure of all. */
  rank?: InputMaybe<ProductRank>;
  /** Stock keeping unit, exactly. */
  sku?: InputMaybe<IdFilter>;
  /** Tags. */
  tags?: InputMaybe<TagFilter>;
};

/** Among the products with the greatest or least figure, e.g. `{top: 10, by: {customers: {measure: "count"}}}`. Exactly one of top, bottom, topPercent and bottomPercent is given, else INVALID_RULE. Equal ones: the lesser key goes first. */
export type ProductRank = {
  /** Only those that this selects are ranked; missing or empty: all. */
  among?: InputMaybe<ProductFilter>;
  /** So many with the least figure, 1 or more. */
  bottom?: InputMaybe<Scalars['Int']['input']>;
  /** So many percent of those that have the figure, rounded up: over 0, up to 100. */
  bottomPercent?: InputMaybe<Scalars['Decimal']['input']>;
  /** What they are ranked by; those without it are left out. */
  by: ProductFigure;
  /** How many is given at the call, as rule text writes `in top $most`: instead of the four above. */
  parameter?: InputMaybe<RankParameters>;
  /** So many with the greatest figure, 1 or more. */
  top?: InputMaybe<Scalars['Int']['input']>;
  /** So many percent of those that have the figure, rounded up: over 0, up to 100. */
  topPercent?: InputMaybe<Scalars['Decimal']['input']>;
};

/** A product. The newest updatedAt wins; the state before is replaced as a whole, so a field left out is known no more. */
export type ProductRecord = {
  /** Whatever else the source knows: a JSON object. */
  attributes?: InputMaybe<Scalars['JSON']['input']>;
  /** Brand. */
  brand?: InputMaybe<Scalars['String']['input']>;
  /** Category path, the top level first, e.g. ["Outdoor", "Trekking", "Trekking poles"]. */
  category?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Name to show. */
  name?: InputMaybe<Scalars['String']['input']>;
  /** List price, with its currency. */
  price?: InputMaybe<MoneyInput>;
  /** Stock keeping unit: how the record is known again. Blank: EMPTY_KEY. */
  sku: Scalars['ID']['input'];
  /** Tags; each counts once. */
  tags?: InputMaybe<Array<Scalars['String']['input']>>;
  /** When the source last changed it; missing: older than any that is given. At the same time one of two contents stands (SAME_TIME_OTHER_CONTENT). */
  updatedAt?: InputMaybe<Scalars['DateTime']['input']>;
};

/** What a source says of a person. A missing field says nothing. */
export type ProfileInput = {
  /** Where the person lives; taken whole, never mixed with that of another record. */
  address?: InputMaybe<AddressInput>;
  /** Whatever else the source knows: a JSON object, decided key by key; anything else says nothing. */
  attributes?: InputMaybe<Scalars['JSON']['input']>;
  /** Date of birth. */
  birthDate?: InputMaybe<Scalars['Date']['input']>;
  /** Name to show; missing everywhere: composed of the two below. */
  displayName?: InputMaybe<Scalars['String']['input']>;
  /** Family name. */
  familyName?: InputMaybe<Scalars['String']['input']>;
  /** Gender. UNKNOWN never wins over a known one. */
  gender?: InputMaybe<Gender>;
  /** Given name. */
  givenName?: InputMaybe<Scalars['String']['input']>;
  /** Preferred language, e.g. zh-CN. */
  language?: InputMaybe<Scalars['String']['input']>;
};

/** Whose data it is. */
export type Provenance =
  /** Collected by the brand itself. */
  | 'FIRST_PARTY'
  /** Another company's first-party data, shared by agreement. */
  | 'SECOND_PARTY'
  /** Bought or aggregated data. */
  | 'THIRD_PARTY';

/** Reading. Every list is a connection: ask for `first` (default 50, at most 250) and continue with `after: endCursor`. */
export type Query = {
  /** What is bought with what, as it was counted last. Null before the first count. */
  coPurchaseCount?: Maybe<CoPurchaseCount>;
  /** Segments joined as sets, counted and sampled; the answer's `rule` can be saved. Nothing in anyOf and allOf: BAD_USER_INPUT; an unknown segment: INVALID_RULE. */
  combineSegments: SegmentPreview;
  /**
   * What else the customers of a segment or rule buy, and which of them do not have it yet. Give exactly one of segment, filter and rule, else
   * BAD_USER_INPUT. An unknown segment: NOT_FOUND; a faulty rule: INVALID_RULE.
   */
  crossSell: CrossSell;
  /** One customer, by id (also the id of a customer that was merged away: its survivor is returned) or by any identifier. Exactly one of the two arguments is given, else BAD_USER_INPUT. Null if there is none. */
  customer?: Maybe<Customer>;
  /** All customers, or those that a filter or a rule selects. filter and rule exclude each other (BAD_USER_INPUT). */
  customers: CustomerConnection;
  /** How a customer came together: its evidence and identifiers as a small graph, and the steps by which each fact joined. Also for the id of a customer that was merged away, with what became of it. Null for an id that never was. */
  explainIdentity?: Maybe<IdentityExplanation>;
  /** Why a customer is, or is not, selected: each clause with its verdict and the graph paths that decided it. Give exactly one of segment, filter and rule, else BAD_USER_INPUT. An unknown customer or segment: NOT_FOUND; a faulty rule: INVALID_RULE. */
  explainMembership: MembershipExplanation;
  /** Why two source records belong to one customer, or why they do not. A record that is not there: NOT_FOUND, with `source` and `recordId`. */
  explainPair: PairExplanation;
  /** How a segment, filter or rule is run: the plan, its steps with expected and real numbers, the Cypher and what the database makes of it. Give exactly one of segment, filter and rule, else BAD_USER_INPUT. An unknown segment: NOT_FOUND; a faulty rule: INVALID_RULE. */
  explainSegment: SegmentPlan;
  /** Whether an object has a tag, and why: by whom it is stored, and what its rule finds. No such object: NOT_FOUND. */
  explainTag: TagExplanation;
  /** What left the graph, newest first: every download of customers through `/export` and `customer-graph query`. */
  exports: ExportConnection;
  /** The values of a field that the graph holds, the most frequent first: texts, ids of stores, staff and products, tags and fixed words. Empty for other types, and for what names one person or order. At most 20,000 objects are looked at. An unknown field: BAD_USER_INPUT. */
  fieldValues: Array<FieldValue>;
  /** One saved fragment; null if there is none. */
  fragment?: Maybe<RuleFragment>;
  /** The saved fragments, by name: parts of rules that other rules name with `matches "…"`. */
  fragments: Array<RuleFragment>;
  /** The identity rules in force: which identifiers there are, and what limits joining by them. */
  identityRules: IdentityRules;
  /** How many customers were in which stage at two instants, and how they got from one stage to another, by the facts as they are known today. */
  lifecycleFunnel: LifecycleFunnel;
  /** Any object by its id; null if there is none. The id of a customer that was merged away gives its survivor. */
  node?: Maybe<Node>;
  /** Several objects by id, in the order asked for, null where there is none. At most 250, else BAD_USER_INPUT. */
  nodes: Array<Maybe<Node>>;
  /** One order by its key; null if there is none. */
  order?: Maybe<Order>;
  /** All orders, or those that the filter selects, newest first by placedAt. */
  orders: OrderConnection;
  /** Pairs of customers who may be one person, each with its reason: first those who are alike, the likeliest first; then those who share an identifier and yet are not one, by identifier and by the facts that name it. What came in just before is compared first, for ten seconds at most; after a large import the rest follows in the background. */
  possibleMatches: PossibleMatchConnection;
  /** What other identity rules would change, computed by the very code that applies them; nothing is changed. Takes as long as applying them would. */
  previewIdentityRules: IdentityRulesPreview;
  /** What a segment would hold, without saving it. Give filter or rule, not both (BAD_USER_INPUT); neither means everyone. A faulty one: INVALID_RULE with `extensions.problems`. */
  previewSegment: SegmentPreview;
  /** One product by stock keeping unit; null if there is none. */
  product?: Maybe<Product>;
  /** All products, or those that the filter selects, by stock keeping unit. */
  products: ProductConnection;
  /** What points are worth, and whether a customer has them. Give exactly one of customer and identifier, else BAD_USER_INPUT. Nobody: null. */
  quotePoints?: Maybe<PointsQuote>;
  /** The count that this server makes just now; null when it makes none. */
  recommendationRefresh?: Maybe<RecommendationRefresh>;
  /** What may stand at a place in the text of a rule, for editors: names, operators, words and fixed values by the language, texts and segments from the graph. Never refuses a text, however unfinished; nothing fits, nothing is suggested. */
  ruleSuggestions: RuleSuggestions;
  /** One saved segment, by id or by name. Exactly one of the two is given, else BAD_USER_INPUT. Null if there is none. */
  segment?: Maybe<Segment>;
  /** The durable feed of who entered and left published segments: every change once, in order, however long the caller was away. Follow it by giving `cursor` back as `after`. */
  segmentChangeFeed: SegmentChangePage;
  /** How many customers some segments share. 2 to 8 ids, else BAD_USER_INPUT; unknown: NOT_FOUND; not published: CONFLICT. */
  segmentOverlap: SegmentOverlap;
  /** Rules to begin with, each ready to run with its defaults. */
  segmentTemplates: Array<SegmentTemplate>;
  /** The saved segments, by name. */
  segments: SegmentConnection;
  /** One member of staff by code; null if there is none. */
  staff?: Maybe<Staff>;
  /** All staff, or those that the filter selects, by code. */
  staffMembers: StaffConnection;
  /** One store by code; null if there is none. */
  store?: Maybe<Store>;
  /** All stores, or those that the filter selects. */
  stores: StoreConnection;
  /** One tag of the taxonomy; null for one that nobody declared, which objects may have all the same. */
  tagDefinition?: Maybe<TagDefinition>;
  /** The taxonomy, by name: the tags of the tag rules file and those that were saved. */
  tagDefinitions: Array<TagDefinition>;
  /** What all buyers together say of buying, by which each customer's value is told. Null before it was counted for the first time. */
  valueModel?: Maybe<ValueModel>;
  /** The count of all buyers that this server makes just now; null when it makes none. */
  valueRefresh?: Maybe<ValueRefresh>;
};


/** Reading. Every list is a connection: ask for `first` (default 50, at most 250) and continue with `after: endCursor`. */
export type QueryCombineSegmentsArgs = {
  allOf?: InputMaybe<Array<Scalars['ID']['input']>>;
  anyOf?: InputMaybe<Array<Scalars['ID']['input']>>;
  noneOf?: InputMaybe<Array<Scalars['ID']['input']>>;
  sample?: InputMaybe<Scalars['Int']['input']>;
};


/** Reading. Every list is a connection: ask for `first` (default 50, at most 250) and continue with `after: endCursor`. */
export type QueryCrossSellArgs = {
  asOf?: InputMaybe<Scalars['DateTime']['input']>;
  categories?: InputMaybe<Array<Scalars['String']['input']>>;
  filter?: InputMaybe<CustomerFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  parameters?: InputMaybe<Scalars['JSON']['input']>;
  rule?: InputMaybe<Scalars['String']['input']>;
  segment?: InputMaybe<Scalars['ID']['input']>;
};


/** Reading. Every list is a connection: ask for `first` (default 50, at most 250) and continue with `after: endCursor`. */
export type QueryCustomerArgs = {
  id?: InputMaybe<Scalars['ID']['input']>;
  identifier?: InputMaybe<IdentifierInput>;
};


/** Reading. Every list is a connection: ask for `first` (default 50, at most 250) and continue with `after: endCursor`. */
export type QueryCustomersArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  asOf?: InputMaybe<Scalars['DateTime']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<CustomerFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<CustomerOrderBy>>;
  parameters?: InputMaybe<Scalars['JSON']['input']>;
  rule?: InputMaybe<Scalars['String']['input']>;
};


/** Reading. Every list is a connection: ask for `first` (default 50, at most 250) and continue with `after: endCursor`. */
export type QueryExplainIdentityArgs = {
  customer: Scalars['ID']['input'];
};


/** Reading. Every list is a connection: ask for `first` (default 50, at most 250) and continue with `after: endCursor`. */
export type QueryExplainMembershipArgs = {
  asOf?: InputMaybe<Scalars['DateTime']['input']>;
  customer: Scalars['ID']['input'];
  filter?: InputMaybe<CustomerFilter>;
  parameters?: InputMaybe<Scalars['JSON']['input']>;
  rule?: InputMaybe<Scalars['String']['input']>;
  segment?: InputMaybe<Scalars['ID']['input']>;
};


/** Reading. Every list is a connection: ask for `first` (default 50, at most 250) and continue with `after: endCursor`. */
export type QueryExplainPairArgs = {
  one: SourceRecordRef;
  other: SourceRecordRef;
};


/** Reading. Every list is a connection: ask for `first` (default 50, at most 250) and continue with `after: endCursor`. */
export type QueryExplainSegmentArgs = {
  asOf?: InputMaybe<Scalars['DateTime']['input']>;
  filter?: InputMaybe<CustomerFilter>;
  parameters?: InputMaybe<Scalars['JSON']['input']>;
  rule?: InputMaybe<Scalars['String']['input']>;
  segment?: InputMaybe<Scalars['ID']['input']>;
};


/** Reading. Every list is a connection: ask for `first` (default 50, at most 250) and continue with `after: endCursor`. */
export type QueryExplainTagArgs = {
  object: Scalars['ID']['input'];
  tag: Scalars['String']['input'];
};


/** Reading. Every list is a connection: ask for `first` (default 50, at most 250) and continue with `after: endCursor`. */
export type QueryExportsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};


/** Reading. Every list is a connection: ask for `first` (default 50, at most 250) and continue with `after: endCursor`. */
export type QueryFieldValuesArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  path: Scalars['String']['input'];
  prefix?: InputMaybe<Scalars['String']['input']>;
  scope?: InputMaybe<RuleScope>;
};


/** Reading. Every list is a connection: ask for `first` (default 50, at most 250) and continue with `after: endCursor`. */
export type QueryFragmentArgs = {
  name: Scalars['String']['input'];
};


/** Reading. Every list is a connection: ask for `first` (default 50, at most 250) and continue with `after: endCursor`. */
export type QueryLifecycleFunnelArgs = {
  from: Scalars['DateTime']['input'];
  to?: InputMaybe<Scalars['DateTime']['input']>;
};


/** Reading. Every list is a connection: ask for `first` (default 50, at most 250) and continue with `after: endCursor`. */
export type QueryNodeArgs = {
  id: Scalars['ID']['input'];
};


/** Reading. Every list is a connection: ask for `first` (default 50, at most 250) and continue with `after: endCursor`. */
export type QueryNodesArgs = {
  ids: Array<Scalars['ID']['input']>;
};


/** Reading. Every list is a connection: ask for `first` (default 50, at most 250) and continue with `after: endCursor`. */
export type QueryOrderArgs = {
  number: Scalars['ID']['input'];
  source: Scalars['String']['input'];
};


/** Reading. Every list is a connection: ask for `first` (default 50, at most 250) and continue with `after: endCursor`. */
export type QueryOrdersArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  asOf?: InputMaybe<Scalars['DateTime']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<OrderFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  parameters?: InputMaybe<Scalars['JSON']['input']>;
  rule?: InputMaybe<Scalars['String']['input']>;
};


/** Reading. Every list is a connection: ask for `first` (default 50, at most 250) and continue with `after: endCursor`. */
export type QueryPossibleMatchesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  reason?: InputMaybe<PossibleMatchReason>;
};


/** Reading. Every list is a connection: ask for `first` (default 50, at most 250) and continue with `after: endCursor`. */
export type QueryPreviewIdentityRulesArgs = {
  rules: Scalars['JSON']['input'];
  sample?: InputMaybe<Scalars['Int']['input']>;
};


/** Reading. Every list is a connection: ask for `first` (default 50, at most 250) and continue with `after: endCursor`. */
export type QueryPreviewSegmentArgs = {
  asOf?: InputMaybe<Scalars['DateTime']['input']>;
  filter?: InputMaybe<CustomerFilter>;
  parameters?: InputMaybe<Scalars['JSON']['input']>;
  rule?: InputMaybe<Scalars['String']['input']>;
  sample?: InputMaybe<Scalars['Int']['input']>;
};


/** Reading. Every list is a connection: ask for `first` (default 50, at most 250) and continue with `after: endCursor`. */
export type QueryProductArgs = {
  sku: Scalars['ID']['input'];
};


/** Reading. Every list is a connection: ask for `first` (default 50, at most 250) and continue with `after: endCursor`. */
export type QueryProductsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  asOf?: InputMaybe<Scalars['DateTime']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<ProductFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  parameters?: InputMaybe<Scalars['JSON']['input']>;
  rule?: InputMaybe<Scalars['String']['input']>;
};


/** Reading. Every list is a connection: ask for `first` (default 50, at most 250) and continue with `after: endCursor`. */
export type QueryQuotePointsArgs = {
  customer?: InputMaybe<Scalars['ID']['input']>;
  identifier?: InputMaybe<IdentifierInput>;
  points?: InputMaybe<Scalars['Int']['input']>;
};


/** Reading. Every list is a connection: ask for `first` (default 50, at most 250) and continue with `after: endCursor`. */
export type QueryRuleSuggestionsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  position: Scalars['Int']['input'];
  scope?: InputMaybe<RuleScope>;
  text: Scalars['String']['input'];
};


/** Reading. Every list is a connection: ask for `first` (default 50, at most 250) and continue with `after: endCursor`. */
export type QuerySegmentArgs = {
  id?: InputMaybe<Scalars['ID']['input']>;
  name?: InputMaybe<Scalars['String']['input']>;
};


/** Reading. Every list is a connection: ask for `first` (default 50, at most 250) and continue with `after: endCursor`. */
export type QuerySegmentChangeFeedArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  segment?: InputMaybe<Scalars['ID']['input']>;
};


/** Reading. Every list is a connection: ask for `first` (default 50, at most 250) and continue with `after: endCursor`. */
export type QuerySegmentOverlapArgs = {
  segments: Array<Scalars['ID']['input']>;
};


/** Reading. Every list is a connection: ask for `first` (default 50, at most 250) and continue with `after: endCursor`. */
export type QuerySegmentsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};


/** Reading. Every list is a connection: ask for `first` (default 50, at most 250) and continue with `after: endCursor`. */
export type QueryStaffArgs = {
  code: Scalars['ID']['input'];
};


/** Reading. Every list is a connection: ask for `first` (default 50, at most 250) and continue with `after: endCursor`. */
export type QueryStaffMembersArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  asOf?: InputMaybe<Scalars['DateTime']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<StaffFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  parameters?: InputMaybe<Scalars['JSON']['input']>;
  rule?: InputMaybe<Scalars['String']['input']>;
};


/** Reading. Every list is a connection: ask for `first` (default 50, at most 250) and continue with `after: endCursor`. */
export type QueryStoreArgs = {
  code: Scalars['ID']['input'];
};


/** Reading. Every list is a connection: ask for `first` (default 50, at most 250) and continue with `after: endCursor`. */
export type QueryStoresArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  asOf?: InputMaybe<Scalars['DateTime']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<StoreFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<StoreOrderBy>>;
  parameters?: InputMaybe<Scalars['JSON']['input']>;
  rule?: InputMaybe<Scalars['String']['input']>;
};


/** Reading. Every list is a connection: ask for `first` (default 50, at most 250) and continue with `after: endCursor`. */
export type QueryTagDefinitionArgs = {
  name: Scalars['String']['input'];
};


/** Reading. Every list is a connection: ask for `first` (default 50, at most 250) and continue with `after: endCursor`. */
export type QueryTagDefinitionsArgs = {
  appliesTo?: InputMaybe<TagKind>;
  category?: InputMaybe<Scalars['String']['input']>;
};

/** One operator of the database's own plan. */
export type QueryOperator = {
  /** How often it touched the store; null if not run. */
  dbHits?: Maybe<Scalars['Float']['output']>;
  /** How many operators stand around it; 0 gives the result. */
  depth: Scalars['Int']['output'];
  /** What it works on, in Neo4j's words. */
  details: Scalars['String']['output'];
  /** How many rows Neo4j expects of it. */
  estimatedRows: Scalars['Float']['output'];
  /** Its name in Neo4j, e.g. `NodeIndexSeek`. */
  name: Scalars['String']['output'];
  /** How many rows it gave; null if not run. */
  rows?: Maybe<Scalars['Int']['output']>;
};

/** How many of a rank, as the name of a parameter without $, whose value the call gives: exactly one of these, else INVALID_RULE. */
export type RankParameters = {
  /** So many with the least figure: a whole number. */
  bottom?: InputMaybe<Scalars['String']['input']>;
  /** So many percent: an amount as text. */
  bottomPercent?: InputMaybe<Scalars['String']['input']>;
  /** So many with the greatest figure: a whole number. */
  top?: InputMaybe<Scalars['String']['input']>;
  /** So many percent: an amount as text. */
  topPercent?: InputMaybe<Scalars['String']['input']>;
};

/** A product for one customer. */
export type Recommendation = {
  /** By what the customer bought, or because many buy it. */
  basis: RecommendationBasis;
  /** The product. */
  product: Product;
  /** Up to three reasons, the one that weighs most first. */
  reasons: Array<RecommendationReason>;
  /** The sum, over what the customer bought, of the pairs' scores × 0.5^(age of the purchase / halfLifeDays). 0 where many buy it. */
  score: Scalars['Float']['output'];
};

/** What a recommendation stands on. */
export type RecommendationBasis =
  /** What the customer bought, and what others bought with it. */
  | 'CO_PURCHASE'
  /** What most customers bought: for newcomers, and where nothing else is left. */
  | 'POPULARITY';

/** Why a product is recommended. */
export type RecommendationReason = {
  /** How many customers bought both; or just bought it. */
  customers: Scalars['Int']['output'];
  /** Together with what the customer bought, or after it. Null: many bought it, whatever else they did. */
  kind?: Maybe<CoPurchaseKind>;
  /** What the customer bought. Null: as for kind. */
  product?: Maybe<Product>;
  /** In words: bought with your Carbon pole pair by 214 customers. */
  text: Scalars['String']['output'];
};

/** A count that runs. */
export type RecommendationRefresh = {
  /** How many customers were read. */
  done: Scalars['Int']['output'];
  /** When it began. */
  startedAt: Scalars['DateTime']['output'];
  /** Of how many. */
  total: Scalars['Int']['output'];
};

/** One fault of one record. */
export type RecordError = {
  /** Stable and machine-readable, e.g. INVALID_DATE; docs/ingest.md lists all with what to do. */
  code: Scalars['String']['output'];
  /** Position in the batch, from 0 (line number, from 1, for a file). */
  index: Scalars['Int']['output'];
  /** What is wrong, for people. */
  message: Scalars['String']['output'];
  /** The field at fault, e.g. ["order", "lines", "0", "quantity"]; empty when it is the record as a whole. */
  path: Array<Scalars['String']['output']>;
};

/** Exactly one field is set. A line of an import file (NDJSON) is one RecordInput in JSON. */
export type RecordInput =
  /** What a source says of a person. Key: source and recordId. */
  { customer: CustomerRecord; event?: never; order?: never; points?: never; product?: never; staff?: never; store?: never; }
  |  /** Something that happened. Key: source and eventId. */
  { customer?: never; event: EventRecord; order?: never; points?: never; product?: never; staff?: never; store?: never; }
  |  /** An order. Key: source and number. */
  { customer?: never; event?: never; order: OrderRecord; points?: never; product?: never; staff?: never; store?: never; }
  |  /** A movement of points. Key: source and entryId. */
  { customer?: never; event?: never; order?: never; points: PointsRecord; product?: never; staff?: never; store?: never; }
  |  /** A product. Key: sku. */
  { customer?: never; event?: never; order?: never; points?: never; product: ProductRecord; staff?: never; store?: never; }
  |  /** A member of staff. Key: code. */
  { customer?: never; event?: never; order?: never; points?: never; product?: never; staff: StaffRecord; store?: never; }
  |  /** A store. Key: code. */
  { customer?: never; event?: never; order?: never; points?: never; product?: never; staff?: never; store: StoreRecord; };

/** One customer brought another. */
export type Referral = {
  /** When it was first seen. */
  at: Scalars['DateTime']['output'];
  /** The other customer: of `referrals` who was brought, of `referredBy` who brought. */
  customer: Customer;
  /** How it is known. */
  via: ReferralVia;
};

/** How a referral is known. */
export type ReferralVia =
  /** An event that names an identifier of who invited. */
  | 'INVITATION'
  /** An event with the share's id in its properties. */
  | 'SHARE';

/** An identifier that two customers had one after the other. */
export type ReissuedIdentifier = {
  /** Kind, e.g. phone. */
  kind: Scalars['String']['output'];
  /** When it went from the first record's customer to somebody else; null: it is that customer's now. */
  oneUntil?: Maybe<Scalars['DateTime']['output']>;
  /** When it went from the second record's customer to somebody else; null: it is that customer's now. */
  otherUntil?: Maybe<Scalars['DateTime']['output']>;
  /** App, shop or brand in which the value is unique; null for kinds that need none. */
  scope?: Maybe<Scalars['String']['output']>;
  /** Normalised value, e.g. +8613800138000. */
  value: Scalars['String']['output'];
};

/** How far the customers in the graph are stitched by the rules in force there. Questions are answered and records taken in meanwhile. */
export type Restitching = {
  /** How many of them were; all when it is finished. */
  done: Scalars['Int']['output'];
  /** When it was finished; null: not yet. */
  finishedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Whether the rules in force in the graph are those of this server; if not, it takes in nothing until it is started with them. */
  inForce: Scalars['Boolean']['output'];
  /** Path of the file they came from; null: the default rules, or not known. */
  origin?: Maybe<Scalars['String']['output']>;
  /** Since when they are in force. */
  since: Scalars['DateTime']['output'];
  /** When that began. */
  startedAt: Scalars['DateTime']['output'];
  /** How many facts and customers are to be looked at. */
  total: Scalars['Int']['output'];
};

/** What a customer thinks of a product. */
export type Review = {
  /** When it was written. */
  at: Scalars['DateTime']['output'];
  /** The event that told of it, with product and channel. */
  event: CustomerEvent;
  /** As the source counts, mostly 1 to 5; null when it says none. */
  rating?: Maybe<Scalars['Float']['output']>;
  /** In the customer's words; null when there are none. */
  text?: Maybe<Scalars['String']['output']>;
};

/** Buyers of like scores. R: recency; V: the mean of frequency and money, where half rounds up. */
export type RfmGroup =
  /** R 3, V 1 or 2. */
  | 'ABOUT_TO_SLEEP'
  /** R 1 or 2, V 3 or 4. */
  | 'AT_RISK'
  /** R 1 or 2, V 5. */
  | 'CANNOT_LOSE'
  /** R 5, V 4 or 5. */
  | 'CHAMPIONS'
  /** R 1 or 2, V 1 or 2. */
  | 'HIBERNATING'
  /** R 3 or 4, V 4 or 5. */
  | 'LOYAL'
  /** R 3, V 3. */
  | 'NEEDS_ATTENTION'
  /** R 5, V 1. */
  | 'NEW'
  /** R 4 or 5, V 2 or 3. */
  | 'POTENTIAL_LOYAL'
  /** R 4, V 1. */
  | 'PROMISING';

/** A group and how many buyers it had. */
export type RfmGroupSize = {
  /** How many buyers. */
  count: Scalars['Int']['output'];
  /** The group. */
  group: RfmGroup;
};

/**
 * Scores of 1 to 5 for recency, frequency and money: 1 more for every fifth of the buyers who are below, when the model was made.
 * Equal values always score the same.
 */
export type RfmScores = {
  /** By the number of purchases; 5: the most. */
  frequency: Scalars['Int']['output'];
  /** The name of such scores. */
  group: RfmGroup;
  /** By their net value; 5: the most. */
  monetary: Scalars['Int']['output'];
  /** By the last purchase; 5: the most recent. */
  recency: Scalars['Int']['output'];
};

/** A part of rules under a name: what holds of one customer, order, store, … */
export type RuleFragment = {
  /** When it was first saved. */
  createdAt: Scalars['DateTime']['output'];
  /** What it is for; null if nobody said. */
  description?: Maybe<Scalars['String']['output']>;
  /** The same as the filter input of its scope. */
  filter: Scalars['JSON']['output'];
  /** Unique name. */
  name: Scalars['String']['output'];
  /** The values that must be given with it: `matches "…" with (name = …)`. */
  parameters: Array<FragmentParameter>;
  /** Canonical text; `$name` stands for a value that is given with it. */
  rule: Scalars['String']['output'];
  /** What it speaks of. */
  scope: RuleScope;
  /** When it was last saved. */
  updatedAt: Scalars['DateTime']['output'];
  /** The fragments that name it, by name. */
  usedByFragments: Array<Scalars['String']['output']>;
  /** The segments that name it, by their rules or drafts, by name. */
  usedBySegments: Array<Scalars['String']['output']>;
};

/** What a rule, or a part of it, speaks of. */
export type RuleScope =
  /** A customer. */
  | 'CUSTOMER'
  /** A device. */
  | 'DEVICE'
  /** An event. */
  | 'EVENT'
  /** An identifier. */
  | 'IDENTIFIER'
  /** A line of an order. */
  | 'LINE'
  /** An order. */
  | 'ORDER'
  /** A product. */
  | 'PRODUCT'
  /** A member of staff. */
  | 'STAFF'
  /** A store. */
  | 'STORE';

/** One thing that may stand at a place. */
export type RuleSuggestion = {
  /** Of a value: how many objects have it, perhaps of a sample or of a moment ago; else null. */
  count?: Maybe<Scalars['Int']['output']>;
  /** Of a name: what the schema says of it; else null. */
  description?: Maybe<Scalars['String']['output']>;
  /** What it is. */
  kind: RuleSuggestionKind;
  /** As it is put into the text, quotes included. */
  text: Scalars['String']['output'];
  /** Of a field: the type of its values, e.g. `String`, `Decimal`, `DateTime`; else null. */
  type?: Maybe<Scalars['String']['output']>;
};

/** What a suggestion is. */
export type RuleSuggestionKind =
  /** A value that is compared. */
  | 'FIELD'
  /** The name of a saved fragment. */
  | 'FRAGMENT'
  /** A word or bracket between conditions. */
  | 'KEYWORD'
  /** What is counted or summed. */
  | 'MEASURE'
  /** One other object, reached with a dot. */
  | 'OBJECT'
  /** What compares a field. */
  | 'OPERATOR'
  /** Several others, selected with `where (…)` and measured. */
  | 'RELATION'
  /** A saved segment. */
  | 'SEGMENT'
  /** A unit of time. */
  | 'UNIT'
  /** A value: a fixed word, or a text that the graph holds. */
  | 'VALUE';

/** What may be put in place of a piece of a rule's text. */
export type RuleSuggestions = {
  /** Where that piece begins: characters before it. */
  from: Scalars['Int']['output'];
  /** What may stand there: values and segments first, then as the language orders them. */
  items: Array<RuleSuggestion>;
  /** Where it ends; the same as `from` when nothing is replaced. */
  to: Scalars['Int']['output'];
};

/** What was sold in a month. */
export type SalesMonth = {
  /** How many customers bought. */
  customers: Scalars['Int']['output'];
  /** The first day of the month. */
  month: Scalars['Date']['output'];
  /** How many purchases. */
  purchases: Scalars['Int']['output'];
  /** Net value of the purchases, in the reporting currency. */
  revenue: Money;
};

/** The peers of a store or member of staff, itself left out: of each figure the median; of an even number the lower of the two in the middle. */
export type SalesPeers = {
  /** Median of the average purchase value over those who sold; null when none did. */
  averagePurchaseValue?: Maybe<Money>;
  /** How many they are. */
  count: Scalars['Int']['output'];
  /** Median of the number of customers. */
  customers: Scalars['Int']['output'];
  /** Median of the loyal share over those who had customers; null when none had. */
  loyalShare?: Maybe<Scalars['Float']['output']>;
  /** Median of the number of purchases. */
  purchases: Scalars['Int']['output'];
  /** 1 and how many of them have a higher revenue. */
  rank: Scalars['Int']['output'];
  /** Median of the repeat rate over those who had customers; null when none had. */
  repeatRate?: Maybe<Scalars['Float']['output']>;
  /** Median of the revenue. */
  revenue: Money;
};

/** What a store or member of staff sold in a span of time. */
export type SalesReport = {
  /** revenue / purchases, rounded half up to the minor unit; null without a purchase. */
  averagePurchaseValue?: Maybe<Money>;
  /** How many customers bought. */
  customers: Scalars['Int']['output'];
  /** The beginning of the span, itself left out. */
  from: Scalars['DateTime']['output'];
  /** Share of these customers, 0 to 1, who are LOYAL at the end of the span. Null without a customer. */
  loyalShare?: Maybe<Scalars['Float']['output']>;
  /** How the peers did in the same span; null for one without peers. */
  peers?: Maybe<SalesPeers>;
  /** How many purchases. */
  purchases: Scalars['Int']['output'];
  /** Share of these customers, 0 to 1, who have bought more than once, anywhere and at any time. Null without a customer. */
  repeatRate?: Maybe<Scalars['Float']['output']>;
  /** Net value of the purchases, in the reporting currency. */
  revenue: Money;
  /** How many of these customers are in which stage at the end of the span, by their figures as they are today; every stage once. */
  stages: Array<SalesStage>;
  /** The end of the span. */
  to: Scalars['DateTime']['output'];
  /** The twelve months up to the end of the span, oldest first, by the calendar of TIME_ZONE; the last one up to the end of the span. */
  trend: Array<SalesMonth>;
};

/** How many customers of a stage bought. */
export type SalesStage = {
  /** How many. */
  customers: Scalars['Int']['output'];
  /** The stage. */
  stage: LifecycleStage;
};

/** A fragment to save. Give rule or filter, exactly one of them (BAD_USER_INPUT). */
export type SaveFragmentInput = {
  /** What it is for, up to 5,000 characters; missing: none, also where there was one before. */
  description?: InputMaybe<Scalars['String']['input']>;
  /** The rule as the filter input of its scope, e.g. a StoreFilter. */
  filter?: InputMaybe<Scalars['JSON']['input']>;
  /** Unique name: one line of 1 to 200 characters, else BAD_USER_INPUT. A fragment of that name is changed. */
  name: Scalars['String']['input'];
  /** The rule as text. It may name other fragments, but no segment (BAD_USER_INPUT). */
  rule?: InputMaybe<Scalars['String']['input']>;
  /** What it speaks of. */
  scope?: InputMaybe<RuleScope>;
};

/** A segment to save. Give rule or filter, exactly one of them (BAD_USER_INPUT). */
export type SaveSegmentInput = {
  /** Who saves it, e.g. an e-mail address; kept with the version. Up to 5,000 characters. */
  author?: InputMaybe<Scalars['String']['input']>;
  /** What it is for, up to 5,000 characters; missing: none, also where there was one before. */
  description?: InputMaybe<Scalars['String']['input']>;
  /** The rule as an input object. */
  filter?: InputMaybe<CustomerFilter>;
  /** A share of its members to leave alone; missing: none, also where there was one before. */
  holdout?: InputMaybe<HoldoutInput>;
  /** The segment to change, `seg_…`; missing: a new one. Unknown: NOT_FOUND. */
  id?: InputMaybe<Scalars['ID']['input']>;
  /** Unique name: one line of 1 to 200 characters, else BAD_USER_INPUT; taken: CONFLICT. A new name is put into the rules that use the old one. */
  name: Scalars['String']['input'];
  /** Why; kept with the version. Up to 5,000 characters. */
  note?: InputMaybe<Scalars['String']['input']>;
  /** The rule as text. */
  rule?: InputMaybe<Scalars['String']['input']>;
  /** PUBLISHED puts it in force at once; DRAFT keeps it for later, beside what is in force. */
  status?: InputMaybe<SegmentSaveStatus>;
};

/** A tag to declare. */
export type SaveTagDefinitionInput = {
  /** What may have it; at least one, and exactly one where there is a rule. */
  appliesTo: Array<TagKind>;
  /** What it belongs with, e.g. attitude. */
  category?: InputMaybe<Scalars['String']['input']>;
  /** What it means, up to 5,000 characters. */
  description?: InputMaybe<Scalars['String']['input']>;
  /** Unique name: one line of 1 to 200 characters, else BAD_USER_INPUT. A declared tag of that name is changed. */
  name: Scalars['String']['input'];
  /** Who answers for it. */
  owner?: InputMaybe<Scalars['String']['input']>;
  /** Of a rule tag: the rule, over the one kind of object. It may name other tags, but no segment, fragment or parameter. */
  rule?: InputMaybe<Scalars['String']['input']>;
};

/** Compares a text with parameters. Each operator takes the name of a parameter, e.g. `promotion` for what rule text writes as $promotion; the call gives its value. Operators given together are joined by AND; none: INVALID_RULE. */
export type SearchParameters = {
  /** Contains this, whatever the case. */
  contains?: InputMaybe<Scalars['String']['input']>;
  /** Is this. */
  eq?: InputMaybe<Scalars['String']['input']>;
  /** Is one of this list. */
  in?: InputMaybe<Scalars['String']['input']>;
  /** Is known, and is not this. */
  ne?: InputMaybe<Scalars['String']['input']>;
  /** Is known, and is none of this list. */
  notIn?: InputMaybe<Scalars['String']['input']>;
  /** Starts with this, whatever the case. */
  startsWith?: InputMaybe<Scalars['String']['input']>;
};

/** A rule that is saved under a name. Its members are those that the rule selects now. What it shows is what is in force; of a segment that never was, the draft. */
export type Segment = Node & {
  /** When it was taken out of force; null if it was not. */
  archivedAt?: Maybe<Scalars['DateTime']['output']>;
  /** The instant that size and members are reckoned at: that of the request. */
  computedAt: Scalars['DateTime']['output'];
  /** The segments whose rules or drafts name it, by name. While there are any, it cannot be deleted. */
  dependents: Array<Segment>;
  /** What it is for; null if nobody said. */
  description?: Maybe<Scalars['String']['output']>;
  /** The draft that waits to be published; null without one. */
  draft?: Maybe<SegmentVersion>;
  /** The same rule as a CustomerFilter. */
  filter: Scalars['JSON']['output'];
  /** The share of members to leave alone; null without one. */
  holdout?: Maybe<Holdout>;
  /** How many members are left alone, and how many are not; null without a holdout. */
  holdoutGroups?: Maybe<HoldoutGroups>;
  /** `seg_…` */
  id: Scalars['ID']['output'];
  /** The customers it holds now, by id. */
  members: CustomerConnection;
  /** Who is or was in, as stored, by customer id: from the segment's publishing on. Errors: BAD_USER_INPUT, also for an instant in the future. */
  memberships: SegmentMembershipConnection;
  /** Unique name. */
  name: Scalars['String']['output'];
  /** Since when the version is in force; null for a draft. */
  publishedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Canonical text; parsing it gives the same rule again. */
  rule: Scalars['String']['output'];
  /** How many customers it holds at computedAt, counted when asked for. */
  size: Scalars['Int']['output'];
  /** How many it held over time, oldest first; 0 before it was published. More than 400 points: BAD_USER_INPUT. */
  sizeHistory: Array<SegmentSizePoint>;
  /** Is it in force? */
  status: SegmentStatus;
  /** Number of the version that is shown. */
  version: Scalars['Int']['output'];
  /** Its versions, newest first. */
  versions: Array<SegmentVersion>;
};


/** A rule that is saved under a name. Its members are those that the rule selects now. What it shows is what is in force; of a segment that never was, the draft. */
export type SegmentMembersArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};


/** A rule that is saved under a name. Its members are those that the rule selects now. What it shows is what is in force; of a segment that never was, the draft. */
export type SegmentMembershipsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  at?: InputMaybe<Scalars['DateTime']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  group?: InputMaybe<HoldoutGroup>;
};


/** A rule that is saved under a name. Its members are those that the rule selects now. What it shows is what is in force; of a segment that never was, the draft. */
export type SegmentSizeHistoryArgs = {
  every?: InputMaybe<Scalars['Duration']['input']>;
  from?: InputMaybe<Scalars['DateTime']['input']>;
  to?: InputMaybe<Scalars['DateTime']['input']>;
};


/** A rule that is saved under a name. Its members are those that the rule selects now. What it shows is what is in force; of a segment that never was, the draft. */
export type SegmentVersionsArgs = {
  before?: InputMaybe<Scalars['Int']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** Somebody entered or left a segment. */
export type SegmentChange = {
  /** When it was found: seconds after what caused it, as long as a server runs. */
  at: Scalars['DateTime']['output'];
  /** Why. */
  cause: SegmentChangeCause;
  /** Its place in the feed. */
  cursor: Scalars['String']['output'];
  /** The customer, or the one that it became part of; null if it is gone. */
  customer?: Maybe<Customer>;
  /** Id of the customer at that time. */
  customerId: Scalars['ID']['output'];
  /** Whether the customer is held out of what is done with the segment, by its holdout as it is now. */
  heldOut: Scalars['Boolean']['output'];
  /** Entered or left. */
  kind: SegmentChangeKind;
  /** The segment; null if it was deleted since. */
  segment?: Maybe<Segment>;
  /** Id of the segment. */
  segmentId: Scalars['ID']['output'];
};

/** Why somebody entered or left a segment. */
export type SegmentChangeCause =
  /** The segment was archived. */
  | 'ARCHIVED'
  /** A store, a seller or a product changed, or its performance band. */
  | 'CATALOGUE'
  /** The segment was deleted. */
  | 'DELETED'
  /** Facts about the customer, or about others to whom the rule leads from the customer, came in or changed. */
  | 'FACTS'
  /** The customer came together with another, or apart; one that is part of another now leaves. */
  | 'IDENTITY'
  /** The segment was published. */
  | 'PUBLISHED'
  /** The segment's rule changed, or that of one that it names. */
  | 'RULE'
  /** Time went by. */
  | 'TIME';

/** Which way somebody moved. */
export type SegmentChangeKind =
  /** In. */
  | 'ENTERED'
  /** Out. */
  | 'LEFT';

/** A portion of the feed. */
export type SegmentChangePage = {
  /** The changes, in order. */
  changes: Array<SegmentChange>;
  /** Give it as `after` to go on: behind the last change, or at the end of the feed when there is no more. */
  cursor: Scalars['String']['output'];
  /** There is more by now. */
  hasMore: Scalars['Boolean']['output'];
};

/** A clause that changed from one version to the next. */
export type SegmentClauseChange = {
  /** Its text after; null: it was removed. */
  after?: Maybe<Scalars['String']['output']>;
  /** Its text before; null: it was added. */
  before?: Maybe<Scalars['String']['output']>;
  /** What it stands in, from the outside: `or`, `not`, `purchases where`, …; empty at the top. */
  within: Array<Scalars['String']['output']>;
};

/** A page of segments. */
export type SegmentConnection = {
  /** The segments of this page with their cursors. */
  edges: Array<SegmentEdge>;
  /** The segments of this page. */
  nodes: Array<Segment>;
  /** Where this page lies. */
  pageInfo: PageInfo;
  /** How many segments there are over all pages. Counted only when asked for. */
  totalCount: Scalars['Int']['output'];
};

/** One segment in a page. */
export type SegmentEdge = {
  /** Opaque position of this segment in this list and order. */
  cursor: Scalars['String']['output'];
  /** The segment. */
  node: Segment;
};

/** A stay in a segment, from `enteredAt` up to and without `leftAt`. */
export type SegmentMembership = {
  /** The customer, or the one that it became part of. */
  customer?: Maybe<Customer>;
  /** Id of the customer at that time. */
  customerId: Scalars['ID']['output'];
  /** When it was found to be in. */
  enteredAt: Scalars['DateTime']['output'];
  /** Why it came in. */
  enteredBy: SegmentChangeCause;
  /** Whether it is left alone. */
  heldOut: Scalars['Boolean']['output'];
  /** When it was found to be out; null while it is in. */
  leftAt?: Maybe<Scalars['DateTime']['output']>;
  /** Why it went; null while it is in. */
  leftBy?: Maybe<SegmentChangeCause>;
};

/** A page of stays. */
export type SegmentMembershipConnection = {
  /** The stays of this page with their cursors. */
  edges: Array<SegmentMembershipEdge>;
  /** The stays of this page. */
  nodes: Array<SegmentMembership>;
  /** Where this page lies. */
  pageInfo: PageInfo;
  /** How many there are over all pages. Counted only when asked for. */
  totalCount: Scalars['Int']['output'];
};

/** One stay in a page. */
export type SegmentMembershipEdge = {
  /** Opaque position of this stay. */
  cursor: Scalars['String']['output'];
  /** The stay. */
  node: SegmentMembership;
};

/** How some segments share their members. */
export type SegmentOverlap = {
  /** Each two of them. */
  pairs: Array<SegmentOverlapPair>;
  /** For each combination that occurs, how many are in exactly these segments of those asked for. */
  regions: Array<SegmentOverlapRegion>;
};

/** Two segments side by side. */
export type SegmentOverlapPair = {
  /** How many are in both. */
  both: Scalars['Int']['output'];
  /** How many are in at least one; both / either is the Jaccard index. */
  either: Scalars['Int']['output'];
  /** One. */
  one: Segment;
  /** The other. */
  other: Segment;
};

/** Customers in exactly some of the segments. */
export type SegmentOverlapRegion = {
  /** How many they are. */
  count: Scalars['Int']['output'];
  /** The segments that they are in. */
  segments: Array<Segment>;
};

/** How a rule is run. Only `rows` of steps and `operators` run it; the rest costs the database nothing. */
export type SegmentPlan = {
  /** The instant it is reckoned at. */
  asOf: Scalars['DateTime']['output'];
  /** What counting the customers should cost, by what is known of the graph: about as much as reading so many entries of an index. Above RULE_COST_LIMIT the rule is refused with RULE_TOO_COSTLY wherever it would be run, also as `rows` or `operators` here. */
  cost: Scalars['Float']['output'];
  /** The statement that counts the customers. Values are parameters. */
  cypher: Scalars['String']['output'];
  /** The same rule as a CustomerFilter. */
  filter: Scalars['JSON']['output'];
  /** What the database does, operator by operator: the one that gives the result first, each followed by those that feed it. */
  operators: Array<QueryOperator>;
  /** The values of the statement: instants as RFC 3339 text, money in minor units of the reporting currency. */
  parameters: Scalars['JSON']['output'];
  /** The plan as an indented tree: what is found first stands deepest. */
  plan: Scalars['String']['output'];
  /** The rule as canonical text. */
  rule: Scalars['String']['output'];
  /** The finds of the plan in the order in which they are done; the last one gives the customers. */
  steps: Array<PlanStep>;
  /** The same rule as the tree that is compiled: objects with a `kind` (And, Or, Not, Compare, Relation, InSegment). */
  tree: Scalars['JSON']['output'];
};


/** How a rule is run. Only `rows` of steps and `operators` run it; the rest costs the database nothing. */
export type SegmentPlanOperatorsArgs = {
  run?: InputMaybe<Scalars['Boolean']['input']>;
};

/** What a rule would select. */
export type SegmentPreview = {
  /** The instant it was reckoned at. */
  asOf: Scalars['DateTime']['output'];
  /** Each part of the outermost `and` or `or` alone, so that an analyst sees which one cuts; the whole rule if it is neither; empty for everyone. */
  clauses: Array<ClauseCount>;
  /** How many customers; 0 or more. */
  count: Scalars['Int']['output'];
  /** How long it took on the server, in milliseconds. */
  elapsedMs: Scalars['Float']['output'];
  /** The same rule as a CustomerFilter. */
  filter: Scalars['JSON']['output'];
  /** The rule as canonical text. */
  rule: Scalars['String']['output'];
  /** The first of them by id, as many as `sample` says. */
  sample: Array<Customer>;
};

/** What a version holds beside its rule. */
export type SegmentProperty =
  /** What it is for. */
  | 'DESCRIPTION'
  /** The share to leave alone. */
  | 'HOLDOUT'
  /** The name. */
  | 'NAME';

/** A property that changed from one version to the next. */
export type SegmentPropertyChange = {
  /** What it is, as text; null: nothing. */
  after?: Maybe<Scalars['String']['output']>;
  /** What it was, as text; null: nothing. */
  before?: Maybe<Scalars['String']['output']>;
  /** Which one. */
  property: SegmentProperty;
};

/** What saving does. */
export type SegmentSaveStatus =
  /** Keeps a draft. */
  | 'DRAFT'
  /** Puts it in force. */
  | 'PUBLISHED';

/** How many a segment held at an instant. */
export type SegmentSizePoint = {
  /** The instant. */
  at: Scalars['DateTime']['output'];
  /** How many entered since the point before; at the first point, ever. */
  entered: Scalars['Int']['output'];
  /** How many left since the point before; at the first point, ever. */
  left: Scalars['Int']['output'];
  /** How many were in. */
  size: Scalars['Int']['output'];
};

/** Whether a segment is in force. */
export type SegmentStatus =
  /** It was; kept for its history. */
  | 'ARCHIVED'
  /** Never was. */
  | 'DRAFT'
  /** It is. */
  | 'PUBLISHED';

/** A rule to begin with. */
export type SegmentTemplate = {
  /** Whom it finds, and what for. */
  description: Scalars['String']['output'];
  /** Stable name, e.g. `win-back`. */
  id: Scalars['ID']['output'];
  /** Name for people. */
  name: Scalars['String']['output'];
  /** What can be set. */
  parameters: Array<SegmentTemplateParameter>;
  /** The rule with values put in, ready for `previewSegment` and `saveSegment`. */
  rule: Scalars['String']['output'];
  /** The rule with `{name}` where a parameter goes. */
  text: Scalars['String']['output'];
  /** The rule with `$name` where a parameter goes, for the argument `parameters` of queries: numbers of money as text, spans as ISO 8601. Null for one that counts days or months by a number. */
  withParameters?: Maybe<Scalars['String']['output']>;
};


/** A rule to begin with. */
export type SegmentTemplateRuleArgs = {
  values?: InputMaybe<Scalars['JSON']['input']>;
};

/** Something that a template leaves open. */
export type SegmentTemplateParameter = {
  /** Used where no value is given: a text, a list of texts or a number. */
  default: Scalars['JSON']['output'];
  /** What it says. */
  description: Scalars['String']['output'];
  /** Its name in the text. */
  name: Scalars['String']['output'];
  /** What values it takes. */
  type: SegmentTemplateParameterType;
};

/** What values a parameter of a template takes. */
export type SegmentTemplateParameterType =
  /** A number, 0 or more. */
  | 'NUMBER'
  /** A span of time, ISO 8601, e.g. `P7D` or `PT48H`. */
  | 'SPAN'
  /** A text. */
  | 'TEXT'
  /** A list of texts, at least one. */
  | 'TEXTS';

/** What a segment was saved as. A version never changes. */
export type SegmentVersion = {
  /** Who saved it, as they said; null if nobody said. */
  author?: Maybe<Scalars['String']['output']>;
  /** Which clauses of the rule are others than in the version before; empty for the first. */
  clauses: Array<SegmentClauseChange>;
  /** What it was for; null if nobody said. */
  description?: Maybe<Scalars['String']['output']>;
  /** The same rule as a CustomerFilter. */
  filter: Scalars['JSON']['output'];
  /** The share of members to leave alone; null without one. */
  holdout?: Maybe<Holdout>;
  /** Its name in this version. */
  name: Scalars['String']['output'];
  /** Why, as they said; null if nobody said. */
  note?: Maybe<Scalars['String']['output']>;
  /** Counts from 1 within the segment. */
  number: Scalars['Int']['output'];
  /** What of name, description and holdout is another than in the version before; empty for the first. */
  properties: Array<SegmentPropertyChange>;
  /** When it came into force; null for a draft that never did. */
  publishedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Who published it, as they said. */
  publishedBy?: Maybe<Scalars['String']['output']>;
  /** Number of the old version that it brought back; null if it did not. */
  restores?: Maybe<Scalars['Int']['output']>;
  /** Canonical text of its rule. */
  rule: Scalars['String']['output'];
  /** When it was saved. */
  savedAt: Scalars['DateTime']['output'];
};

/** One step of a sequence: exactly one of events, orders and purchases, else INVALID_RULE. An empty filter stands for any of them. */
export type SequenceStep = {
  /** An event that this selects. */
  events?: InputMaybe<EventFilter>;
  /** true: there is none, and the time of `within` has passed. Only of the last step. */
  none?: InputMaybe<Scalars['Boolean']['input']>;
  /** An order that this selects, whatever its status. */
  orders?: InputMaybe<OrderFilter>;
  /** The span is given at the call, as rule text writes `within $gap`: instead of `within`. */
  parameter?: InputMaybe<StepParameters>;
  /** A purchase that this selects. */
  purchases?: InputMaybe<OrderFilter>;
  /** At most so long after the step before; missing: any time after. Not of the first step. */
  within?: InputMaybe<Scalars['Duration']['input']>;
};

/** Something that a customer asked. */
export type ServiceQuestion = {
  /** When it was first answered; null: not yet. */
  answeredAt?: Maybe<Scalars['DateTime']['output']>;
  /** When. */
  askedAt: Scalars['DateTime']['output'];
  /** The event that told of it, with product and channel. */
  event: CustomerEvent;
  /** In the customer's words; null when there are none. */
  text?: Maybe<Scalars['String']['output']>;
  /** What about; null when not known. */
  topic?: Maybe<Scalars['String']['output']>;
};

/** Compares a number with that of another field. Each operator takes the name of a field, with dots over to-one steps, e.g. store.city, read from the object that the innermost `where` (or the whole filter) speaks of; of another type: INVALID_RULE. False where either value is missing. Operators given together are joined by AND; none: INVALID_RULE. */
export type SizeWithField = {
  /** Both are the same. */
  eq?: InputMaybe<Scalars['String']['input']>;
  /** More than that. */
  gt?: InputMaybe<Scalars['String']['input']>;
  /** That or more. */
  gte?: InputMaybe<Scalars['String']['input']>;
  /** Less than that. */
  lt?: InputMaybe<Scalars['String']['input']>;
  /** That or less. */
  lte?: InputMaybe<Scalars['String']['input']>;
  /** Both are known and differ. */
  ne?: InputMaybe<Scalars['String']['input']>;
};

/** What one system said of a person, and when: the evidence behind a customer. */
export type SourceRecord = {
  /** The identifiers that any of its versions stated, by kind, scope and value, also those that could not be used. */
  identifiers: Array<StatedIdentifier>;
  /** When the source saw it so: of the newest version that came. */
  observedAt: Scalars['DateTime']['output'];
  /** Whose data it is: first-, second- or third-party. */
  provenance: Provenance;
  /** When that version was taken in here. */
  receivedAt: Scalars['DateTime']['output'];
  /** That system's id of the record. */
  recordId: Scalars['ID']['output'];
  /** System, e.g. pos, tmall, wechat. */
  source: Scalars['String']['output'];
};

/** Key of a customer record. */
export type SourceRecordRef = {
  /** That system's id of the record. */
  recordId: Scalars['ID']['input'];
  /** System, e.g. pos. */
  source: Scalars['String']['input'];
};

/** Gamma–gamma (Fader and Hardie, 2013), by maximum likelihood over the same buyers; values in minor units of the reporting currency. */
export type SpendingParameters = {
  /** Shape of a customer's purchases around their own mean. */
  p: Scalars['Float']['output'];
  /** Shape of the means of customers. */
  q: Scalars['Float']['output'];
  /** Scale of the means of customers. */
  v: Scalars['Float']['output'];
};

/** A member of the sales staff. One that is known only from orders or other staff has a code and nothing else yet. */
export type Staff = Node & {
  /** The brand's own code, e.g. e-1042. */
  code: Scalars['ID']['output'];
  /** `staff:` and their code; opaque. */
  id: Scalars['ID']['output'];
  /** Whom they report to; null when not known. */
  manager?: Maybe<Staff>;
  /** Name; null while they are known from orders only. */
  name?: Maybe<Scalars['String']['output']>;
  /** How well they sell: revenue of the last 90 days (PERFORMANCE_WINDOW) against the staff of stores of the same format. Null for one without peers. */
  performance?: Maybe<PerformanceBand>;
  /** The member of staff as a picture: what they sold in a span of time, to whom, against their peers, and how it goes. Peers are the staff of stores of the same format. */
  report: SalesReport;
  /** Where they work; null when not known. */
  store?: Maybe<Store>;
  /** Where the stored tags come from; see Customer. */
  tagOrigins: Array<TagOrigin>;
  /** All tags that hold now, sorted: of its record, given by hand, and those whose rules hold. */
  tags: Array<Scalars['String']['output']>;
  /** Title, e.g. store manager; null when not known. */
  title?: Maybe<Scalars['String']['output']>;
};


/** A member of the sales staff. One that is known only from orders or other staff has a code and nothing else yet. */
export type StaffReportArgs = {
  asOf?: InputMaybe<Scalars['DateTime']['input']>;
  within?: InputMaybe<Scalars['Duration']['input']>;
};

/** Take the members of staff that `where` selects (all, if missing), then compare how many they are. `count: {eq: 0}` means none. */
export type StaffCondition = {
  /** Averages of a value over these objects; missing where none has the value. */
  average?: InputMaybe<Array<FigureCondition>>;
  /** How many there are; missing: at least 1. */
  count?: InputMaybe<IntFilter>;
  /** How many different values these objects have. */
  distinct?: InputMaybe<Array<DistinctCondition>>;
  /** The greatest value of these objects; missing where none has the value. */
  maximum?: InputMaybe<Array<FigureCondition>>;
  /** The least value of these objects; missing where none has the value. */
  minimum?: InputMaybe<Array<FigureCondition>>;
  /** How many percent of all the relation's objects `where` selects, 0 to 100; missing where there are no objects at all. With it, `count` is not taken to be at least 1. */
  share?: InputMaybe<DecimalFilter>;
  /** Sums of a value of these objects, each compared; objects without the value are passed over, the sum of none is 0. */
  sum?: InputMaybe<Array<FigureCondition>>;
  /** Which members of staff; missing or empty: all. */
  where?: InputMaybe<StaffFilter>;
};

/** A page of staff. */
export type StaffConnection = {
  /** The staff of this page with their cursors. */
  edges: Array<StaffEdge>;
  /** The staff of this page. */
  nodes: Array<Staff>;
  /** Where this page lies. */
  pageInfo: PageInfo;
  /** How many members of staff are selected over all pages. Counted only when asked for. */
  totalCount: Scalars['Int']['output'];
};

/** One member of staff in a page. */
export type StaffEdge = {
  /** Opaque position of this member of staff in this list and order. */
  cursor: Scalars['String']['output'];
  /** The member of staff. */
  node: Staff;
};

/** What staff objects are ranked by: exactly one of these, else INVALID_RULE. */
export type StaffFigure = {
  /** A measure of these. */
  customers?: InputMaybe<CustomersFigure>;
  /** A measure of these. */
  orders?: InputMaybe<OrdersFigure>;
  /** A measure of these. */
  purchases?: InputMaybe<OrdersFigure>;
  /** A measure of these. */
  reports?: InputMaybe<StaffsFigure>;
  /** A number, date or instant of the object, by name, with dots over to-one steps. None so far: use a measure. */
  value?: InputMaybe<Scalars['String']['input']>;
};

/** Which members of staff. Fields given together are joined by AND. A comparison with a missing value is false; `not` of it is true. */
export type StaffFilter = {
  /** All of these hold; an empty list asks nothing. */
  and?: InputMaybe<Array<StaffFilter>>;
  /** The code, e.g. e-1042, exactly. */
  code?: InputMaybe<IdFilter>;
  /** Who bought from them. */
  customers?: InputMaybe<CustomersCondition>;
  /** Their manager satisfies this. Without a manager every condition is false, so `not` of one is true. */
  manager?: InputMaybe<StaffFilter>;
  /** A saved fragment of this kind of object holds. Unknown, or values that do not fit: INVALID_RULE. */
  matches?: InputMaybe<FragmentMatch>;
  /** Name; missing while it is known from other records only. */
  name?: InputMaybe<StringFilter>;
  /** This does not hold; also true where the comparison fails because the value is missing. An empty filter: INVALID_RULE. */
  not?: InputMaybe<StaffFilter>;
  /** At least one of these holds. An empty list, or an empty filter in it: INVALID_RULE. */
  or?: InputMaybe<Array<StaffFilter>>;
  /** Every order they sold, whatever its status. */
  orders?: InputMaybe<OrdersCondition>;
  /** How well they sell, compared with the staff of stores of the same format; missing for one without peers. */
  performance?: InputMaybe<PerformanceBandFilter>;
  /** Only the orders they sold that count as purchases (see OrderStatus). */
  purchases?: InputMaybe<OrdersCondition>;
  /** Among those with the greatest or least figure of all. */
  rank?: InputMaybe<StaffRank>;
  /** Who reports to them. */
  reports?: InputMaybe<StaffCondition>;
  /** Their store satisfies this. Without a store every condition is false, so `not` of one is true. */
  store?: InputMaybe<StoreFilter>;
  /** Tags. */
  tags?: InputMaybe<TagFilter>;
  /** Title, e.g. store manager; may be missing. */
  title?: InputMaybe<StringFilter>;
};

/** Among the members of staff with the greatest or least figure, e.g. `{top: 5, by: {customers: {measure: "count"}}}`. Exactly one of top, bottom, topPercent and bottomPercent is given, else INVALID_RULE. Equal ones: the lesser key goes first. */
export type StaffRank = {
  /** Only those that this selects are ranked; missing or empty: all. */
  among?: InputMaybe<StaffFilter>;
  /** So many with the least figure, 1 or more. */
  bottom?: InputMaybe<Scalars['Int']['input']>;
  /** So many percent of those that have the figure, rounded up: over 0, up to 100. */
  bottomPercent?: InputMaybe<Scalars['Decimal']['input']>;
  /** What they are ranked by; those without it are left out. */
  by: StaffFigure;
  /** How many is given at the call, as rule text writes `in top $most`: instead of the four above. */
  parameter?: InputMaybe<RankParameters>;
  /** So many with the greatest figure, 1 or more. */
  top?: InputMaybe<Scalars['Int']['input']>;
  /** So many percent of those that have the figure, rounded up: over 0, up to 100. */
  topPercent?: InputMaybe<Scalars['Decimal']['input']>;
};

/** A member of the sales staff. The newest updatedAt wins; the state before is replaced as a whole, so a field left out is known no more. */
export type StaffRecord = {
  /** The brand's own code, e.g. e-1042: how the record is known again. Blank: EMPTY_KEY. */
  code: Scalars['ID']['input'];
  /** Day on which they were hired. */
  hiredOn?: InputMaybe<Scalars['Date']['input']>;
  /** Code of the member of staff they report to. One who is not described yet: warning UNKNOWN_STAFF. */
  manager?: InputMaybe<Scalars['ID']['input']>;
  /** Name to show. */
  name?: InputMaybe<Scalars['String']['input']>;
  /** Code of the store they work at. One that is not described yet: warning UNKNOWN_STORE. */
  store?: InputMaybe<Scalars['ID']['input']>;
  /** Tags; each counts once. */
  tags?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Title, e.g. store manager. */
  title?: InputMaybe<Scalars['String']['input']>;
  /** When the source last changed it; missing: older than any that is given. At the same time one of two contents stands (SAME_TIME_OTHER_CONTENT). */
  updatedAt?: InputMaybe<Scalars['DateTime']['input']>;
};

/** A measure of related objects, without a bound. */
export type StaffsFigure = {
  /** What is measured: count, total (of orders), quantity (of lines), sum, average, minimum, maximum, distinct or share. */
  measure: Scalars['String']['input'];
  /** The value that is summed, averaged, …, by name; only for those measures. */
  of?: InputMaybe<Scalars['String']['input']>;
  /** Which of them; missing or empty: all. */
  where?: InputMaybe<StaffFilter>;
};

/** What was decided of two source records, and not taken back. */
export type StandingDecision = {
  /** Who decided; null when not said. */
  actor?: Maybe<Scalars['String']['output']>;
  /** When. */
  at: Scalars['DateTime']['output'];
  /** Id of the decision: `revokeDecision` takes it back by this. */
  id: Scalars['ID']['output'];
  /** One record. */
  one: FactRef;
  /** The other record. */
  other: FactRef;
  /** Why, in the words of who decided; null when nothing was said. */
  reason?: Maybe<Scalars['String']['output']>;
  /** What was decided. */
  verdict: IdentityVerdict;
};

/** An identifier as a source record stated it, and what became of it. */
export type StatedIdentifier = {
  /** Kind as stated. */
  kind: Scalars['String']['output'];
  /** Normalised value; null if it identifies nobody. */
  normalised?: Maybe<Scalars['String']['output']>;
  /** Scope as stated, or the kind's default scope; null for kinds that need none. */
  scope?: Maybe<Scalars['String']['output']>;
  /** What became of it. */
  status: StatedIdentifierStatus;
  /** Value as stated, untouched. */
  value: Scalars['String']['output'];
};

/** What became of an identifier that a record stated. */
export type StatedIdentifierStatus =
  /** It became an identifier of the customer. */
  | 'ACCEPTED'
  /** The identity rules block the value ("unknown", 0000000): kept as evidence, links nobody. */
  | 'BLOCKED'
  /** No such value can exist (a phone that is no phone): kept as evidence, links nobody. */
  | 'DOUBTFUL'
  /** The identity rules no longer declare its kind: kept as evidence, links nobody. */
  | 'UNDECLARED';

/** The span of a step, as the name of a parameter without $, whose value the call gives. */
export type StepParameters = {
  /** At most so long after the step before: an ISO 8601 duration. */
  within: Scalars['String']['input'];
};

/** A shop of the brand. One that is known only from orders or staff has a code and nothing else yet. */
export type Store = Node & {
  /** City; null when not known. */
  city?: Maybe<Scalars['String']['output']>;
  /** The brand's own code, e.g. sh-01. */
  code: Scalars['ID']['output'];
  /** Format, e.g. flagship, outlet: stores of one format are compared with each other. Null when not known. */
  format?: Maybe<Scalars['String']['output']>;
  /** `store:` and its code; opaque. */
  id: Scalars['ID']['output'];
  /** Name; null while it is known from orders or staff only. */
  name?: Maybe<Scalars['String']['output']>;
  /** How well it sells: its revenue of the last 90 days (PERFORMANCE_WINDOW) against the stores of the same format. Null for one without peers. */
  performance?: Maybe<PerformanceBand>;
  /** Province or state; null when not known. */
  province?: Maybe<Scalars['String']['output']>;
  /** Sales region; null when not known. */
  region?: Maybe<Scalars['String']['output']>;
  /** The store as a picture: what it sold in a span of time, to whom, against its peers, and how it goes. Peers are the stores of the same format. */
  report: SalesReport;
  /** Net value of the purchases placed here in a span of time, in the reporting currency; 0 without any. */
  revenue: Money;
  /** Where the stored tags come from; see Customer. */
  tagOrigins: Array<TagOrigin>;
  /** All tags that hold now, sorted: of its record, given by hand, and those whose rules hold. */
  tags: Array<Scalars['String']['output']>;
};


/** A shop of the brand. One that is known only from orders or staff has a code and nothing else yet. */
export type StoreReportArgs = {
  asOf?: InputMaybe<Scalars['DateTime']['input']>;
  within?: InputMaybe<Scalars['Duration']['input']>;
};


/** A shop of the brand. One that is known only from orders or staff has a code and nothing else yet. */
export type StoreRevenueArgs = {
  asOf?: InputMaybe<Scalars['DateTime']['input']>;
  within?: InputMaybe<Scalars['Duration']['input']>;
};

/** A page of stores. */
export type StoreConnection = {
  /** The stores of this page with their cursors. */
  edges: Array<StoreEdge>;
  /** The stores of this page. */
  nodes: Array<Store>;
  /** Where this page lies. */
  pageInfo: PageInfo;
  /** How many stores are selected over all pages. Counted only when asked for. */
  totalCount: Scalars['Int']['output'];
};

/** One store in a page. */
export type StoreEdge = {
  /** Opaque position of this store in this list and order. */
  cursor: Scalars['String']['output'];
  /** The store. */
  node: Store;
};

/** What store objects are ranked by: exactly one of these, else INVALID_RULE. */
export type StoreFigure = {
  /** A measure of these. */
  customers?: InputMaybe<CustomersFigure>;
  /** A measure of these. */
  events?: InputMaybe<EventsFigure>;
  /** A measure of these. */
  orders?: InputMaybe<OrdersFigure>;
  /** A measure of these. */
  purchases?: InputMaybe<OrdersFigure>;
  /** A measure of these. */
  staffMembers?: InputMaybe<StaffsFigure>;
  /** A number, date or instant of the object, by name, with dots over to-one steps. None so far: use a measure. */
  value?: InputMaybe<Scalars['String']['input']>;
};

/** Which stores. Fields given together are joined by AND. A comparison with a missing value is false; `not` of it is true. */
export type StoreFilter = {
  /** All of these hold; an empty list asks nothing. */
  and?: InputMaybe<Array<StoreFilter>>;
  /** City; may be missing. */
  city?: InputMaybe<StringFilter>;
  /** The store's code, exactly. */
  code?: InputMaybe<IdFilter>;
  /** Who bought there. */
  customers?: InputMaybe<CustomersCondition>;
  /** What happened there: visits, scans, … */
  events?: InputMaybe<EventsCondition>;
  /** Format, e.g. flagship, outlet; may be missing. */
  format?: InputMaybe<StringFilter>;
  /** A saved fragment of this kind of object holds. Unknown, or values that do not fit: INVALID_RULE. */
  matches?: InputMaybe<FragmentMatch>;
  /** Name; missing while it is known from other records only. */
  name?: InputMaybe<StringFilter>;
  /** This does not hold; also true where the comparison fails because the value is missing. An empty filter: INVALID_RULE. */
  not?: InputMaybe<StoreFilter>;
  /** At least one of these holds. An empty list, or an empty filter in it: INVALID_RULE. */
  or?: InputMaybe<Array<StoreFilter>>;
  /** Every order placed there, whatever its status. */
  orders?: InputMaybe<OrdersCondition>;
  /** How well it sells, compared with the stores of its format; missing for one without peers. */
  performance?: InputMaybe<PerformanceBandFilter>;
  /** Province or state; may be missing. */
  province?: InputMaybe<StringFilter>;
  /** Only the orders placed there that count as purchases (see OrderStatus). */
  purchases?: InputMaybe<OrdersCondition>;
  /** Among those with the greatest or least figure of all. */
  rank?: InputMaybe<StoreRank>;
  /** Sales region; may be missing. */
  region?: InputMaybe<StringFilter>;
  /** Who works there. */
  staffMembers?: InputMaybe<StaffCondition>;
  /** Tags. */
  tags?: InputMaybe<TagFilter>;
};

/** A sort key of `Query.stores`. */
export type StoreOrderBy = {
  /** Which way. */
  direction?: OrderDirection;
  /** What to sort by. */
  field: StoreOrderField;
};

/** What stores can be sorted by. Stores without the value come last. */
export type StoreOrderField =
  /** The store's code. */
  | 'CODE'
  /** Name, by code point. */
  | 'NAME'
  /** Revenue of the last 90 days (PERFORMANCE_WINDOW), as last counted: by an import, and at least hourly. */
  | 'REVENUE';

/** Among the stores with the greatest or least figure, e.g. `{bottomPercent: "10", by: {purchases: {where: {placedAt: {within: "P90D"}}, measure: "total"}}}`. Exactly one of top, bottom, topPercent and bottomPercent is given, else INVALID_RULE. Equal ones: the lesser key goes first. */
export type StoreRank = {
  /** Only those that this selects are ranked; missing or empty: all. */
  among?: InputMaybe<StoreFilter>;
  /** So many with the least figure, 1 or more. */
  bottom?: InputMaybe<Scalars['Int']['input']>;
  /** So many percent of those that have the figure, rounded up: over 0, up to 100. */
  bottomPercent?: InputMaybe<Scalars['Decimal']['input']>;
  /** What they are ranked by; those without it are left out. */
  by: StoreFigure;
  /** How many is given at the call, as rule text writes `in top $most`: instead of the four above. */
  parameter?: InputMaybe<RankParameters>;
  /** So many with the greatest figure, 1 or more. */
  top?: InputMaybe<Scalars['Int']['input']>;
  /** So many percent of those that have the figure, rounded up: over 0, up to 100. */
  topPercent?: InputMaybe<Scalars['Decimal']['input']>;
};

/** A store. The newest updatedAt wins; the state before is replaced as a whole, so a field left out is known no more. */
export type StoreRecord = {
  /** City. */
  city?: InputMaybe<Scalars['String']['input']>;
  /** The brand's own code, e.g. sh-01: how the record is known again. Blank: EMPTY_KEY. */
  code: Scalars['ID']['input'];
  /** Country, e.g. CN. */
  country?: InputMaybe<Scalars['String']['input']>;
  /** Format, e.g. flagship, outlet: stores of one format are compared with each other. */
  format?: InputMaybe<Scalars['String']['input']>;
  /** Name to show. */
  name?: InputMaybe<Scalars['String']['input']>;
  /** Day on which it opened. */
  openedOn?: InputMaybe<Scalars['Date']['input']>;
  /** Province or state. */
  province?: InputMaybe<Scalars['String']['input']>;
  /** Sales region. */
  region?: InputMaybe<Scalars['String']['input']>;
  /** Tags; each counts once. */
  tags?: InputMaybe<Array<Scalars['String']['input']>>;
  /** When the source last changed it; missing: older than any that is given. At the same time one of two contents stands (SAME_TIME_OTHER_CONTENT). */
  updatedAt?: InputMaybe<Scalars['DateTime']['input']>;
};

/** Compares text after Unicode NFKC: exactly, except contains and startsWith, which ignore case. Operators given together are joined by AND; none, null or an empty list: INVALID_RULE. */
export type StringFilter = {
  /** Contains this, whatever the case. */
  contains?: InputMaybe<Scalars['String']['input']>;
  /** Is this. */
  eq?: InputMaybe<Scalars['String']['input']>;
  /** true: a value is known. false: none is. */
  exists?: InputMaybe<Scalars['Boolean']['input']>;
  /** Compared with another field of the same object or of one that to-one steps lead to, instead of with a value. */
  field?: InputMaybe<EqualityWithField>;
  /** Is one of these. */
  in?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Is known, and is not this. */
  ne?: InputMaybe<Scalars['String']['input']>;
  /** Is known, and is none of these. */
  notIn?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Compared with parameters instead, whose values the call gives. */
  parameter?: InputMaybe<SearchParameters>;
  /** Starts with this, whatever the case. */
  startsWith?: InputMaybe<Scalars['String']['input']>;
};

/** What the server tells by itself, by graphql-ws at /graphql. */
export type Subscription = {
  /** Who enters and leaves published segments, as it happens: from now on, or after a cursor, so that one who was away misses nothing and gets nothing twice. By graphql-ws at /graphql. A wrong cursor: INVALID_CURSOR. */
  segmentChanges: SegmentChange;
};


/** What the server tells by itself, by graphql-ws at /graphql. */
export type SubscriptionSegmentChangesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  segment?: InputMaybe<Scalars['ID']['input']>;
};

/** What happened to a tag. */
export type TagChange =
  /** Its time was over, or will be. */
  | 'ENDED'
  /** Its rule began to hold. */
  | 'GAINED'
  /** Somebody gave it. */
  | 'GIVEN'
  /** Its rule held already when its history began to be kept. */
  | 'HELD'
  /** A record brought it. */
  | 'IMPORTED'
  /** Its rule held no more. */
  | 'LOST'
  /** Somebody took it back. */
  | 'TAKEN_BACK';

/** A tag of the taxonomy. */
export type TagDefinition = {
  /** What may have it. */
  appliesTo: Array<TagKind>;
  /** What it belongs with, e.g. attitude; null if nobody said. */
  category?: Maybe<Scalars['String']['output']>;
  /** What it means; null if nobody said. */
  description?: Maybe<Scalars['String']['output']>;
  /** The same as the filter input of its kind; null without a rule. */
  filter?: Maybe<Scalars['JSON']['output']>;
  /** One of the defaults that nobody adopted: told in `Customer.inferredTags`, not in `tags`. Rules find it all the same. */
  inferred: Scalars['Boolean']['output'];
  /** Unique; objects have it under this name. */
  name: Scalars['String']['output'];
  /** Where the declaration comes from. */
  origin: TagDefinitionOrigin;
  /** Who answers for it; null if nobody said. */
  owner?: Maybe<Scalars['String']['output']>;
  /** Of a rule tag: what must hold of an object, as canonical text. Told at every question, never stored. Null for a tag that is given. */
  rule?: Maybe<Scalars['String']['output']>;
  /** When it was saved; null for one from the file. */
  updatedAt?: Maybe<Scalars['DateTime']['output']>;
};

/** Where a declaration comes from. */
export type TagDefinitionOrigin =
  /** The tag rules file. */
  | 'FILE'
  /** `saveTagDefinition`, which comes before the file. */
  | 'SAVED';

/** Whether an object has a tag, and why. */
export type TagExplanation = {
  /** The instant that is spoken of. */
  asOf: Scalars['DateTime']['output'];
  /** Of a customer: every clause of the rule with its verdict and what decided it, as in explainMembership. Else null. */
  clause?: Maybe<ClauseVerdict>;
  /** What the taxonomy says of it; null for a tag that nobody declared. */
  definition?: Maybe<TagDefinition>;
  /** Of a customer and a tag with a rule: the figures that inferred tags stand on, with the number of purchases. Else null. */
  habits?: Maybe<CustomerHabits>;
  /** Whether it has it: stored, or by its rule. */
  holds: Scalars['Boolean']['output'];
  /** By whom it is stored. */
  origins: Array<TagOrigin>;
  /** Whether its rule holds; null for a tag without a rule for such objects. */
  ruleHolds?: Maybe<Scalars['Boolean']['output']>;
  /** The tag. */
  tag: Scalars['String']['output'];
};

/** Looks at a set of tags, which is never missing: without tags it is empty. Operators given together are joined by AND; none, null or an empty list: INVALID_RULE. */
export type TagFilter = {
  /** Has this tag. */
  has?: InputMaybe<Scalars['String']['input']>;
  /** Has all of these tags. */
  hasAll?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Has at least one of these tags. */
  hasAny?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Has none of these tags; also true without any tag. */
  hasNone?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Compared with parameters instead, whose values the call gives. */
  parameter?: InputMaybe<TagParameters>;
};

/** Who says that an object has a tag. */
export type TagGiver =
  /** A person, by `tagObject`. */
  | 'HAND'
  /** A record of a source. */
  | 'IMPORT';

/** What can be tagged. */
export type TagKind =
  /** Customers. */
  | 'CUSTOMER'
  /** Products. */
  | 'PRODUCT'
  /** Sales staff. */
  | 'STAFF'
  /** Stores. */
  | 'STORE';

/** Where an object has a stored tag from. */
export type TagOrigin = {
  /** By hand: who. */
  actor?: Maybe<Scalars['String']['output']>;
  /** Who says so. */
  by: TagGiver;
  /** From then on it is gone; null: it stays. */
  expiresAt?: Maybe<Scalars['DateTime']['output']>;
  /** By hand: why. */
  reason?: Maybe<Scalars['String']['output']>;
  /** Of an import to a customer: that system's id of the record. */
  recordId?: Maybe<Scalars['ID']['output']>;
  /** When it was given by hand, or when the source saw it so; null for stores, products and staff, whose records say no time of their tags. */
  since?: Maybe<Scalars['DateTime']['output']>;
  /** Of an import to a customer: the system. */
  source?: Maybe<Scalars['String']['output']>;
  /** The tag. */
  tag: Scalars['String']['output'];
};

/** Compares tags with parameters. Each operator takes the name of a parameter, e.g. `promotion` for what rule text writes as $promotion; the call gives its value. Operators given together are joined by AND; none: INVALID_RULE. */
export type TagParameters = {
  /** Has this tag. */
  has?: InputMaybe<Scalars['String']['input']>;
  /** Has all of this list. */
  hasAll?: InputMaybe<Scalars['String']['input']>;
  /** Has at least one of this list. */
  hasAny?: InputMaybe<Scalars['String']['input']>;
  /** Has none of this list. */
  hasNone?: InputMaybe<Scalars['String']['input']>;
};

/** Compares a text, id or fixed word with parameters. Each operator takes the name of a parameter, e.g. `promotion` for what rule text writes as $promotion; the call gives its value. Operators given together are joined by AND; none: INVALID_RULE. */
export type TextParameters = {
  /** Is this. */
  eq?: InputMaybe<Scalars['String']['input']>;
  /** Is one of this list. */
  in?: InputMaybe<Scalars['String']['input']>;
  /** Is known, and is not this. */
  ne?: InputMaybe<Scalars['String']['input']>;
  /** Is known, and is none of this list. */
  notIn?: InputMaybe<Scalars['String']['input']>;
};

/** Why a tier changed or stayed. */
export type TierCause =
  /** Purchases within a period reached what it takes to enter. */
  | 'ENTERED'
  /** Its time was over, and the purchases of that period reached what it takes to stay. */
  | 'KEPT'
  /** Its time was over, and they did not: the highest tier follows that they keep. */
  | 'LOST';

/** A change of tier, or that one was kept for another period. */
export type TierChange = {
  /** When. */
  at: Scalars['DateTime']['output'];
  /** Why. */
  cause: TierCause;
  /** Net value of the purchases of the period before. */
  spent: Money;
  /** The tier from then on. */
  tier: Scalars['String']['output'];
  /** When it is decided again; null for the base tier. */
  validUntil?: Maybe<Scalars['DateTime']['output']>;
};

/** A customer's tier, by the net value of the purchases of a period (the rules' `tiers.period`). */
export type TierStatus = {
  /** What is missing to the next tier; null at the top. */
  missing?: Maybe<Money>;
  /** Name of the tier. */
  name: Scalars['String']['output'];
  /** The next tier up; null at the top. */
  nextTier?: Maybe<Scalars['String']['output']>;
  /** When it became this one; null for one who never had another. */
  since?: Maybe<Scalars['DateTime']['output']>;
  /** Net value of the purchases of the last period. */
  spent: Money;
  /** When it is decided whether it is kept; null for the base tier. */
  validUntil?: Maybe<Scalars['DateTime']['output']>;
};

/** One entry in a page. */
export type TimelineEdge = {
  /** Opaque position of this entry in this timeline. */
  cursor: Scalars['String']['output'];
  /** The entry. */
  node: TimelineEntry;
};

/** An entry of a customer's timeline. */
export type TimelineEntry = {
  /** When it was. */
  at: Scalars['DateTime']['output'];
  /** What it tells of. */
  type: TimelineType;
};

/** An event happened. */
export type TimelineEvent = TimelineEntry & {
  /** When it happened. */
  at: Scalars['DateTime']['output'];
  /** The event. */
  event: CustomerEvent;
  /** EVENT. */
  type: TimelineType;
};

/** Something happened to who the customer is: they were made, merged, split, or decided on. */
export type TimelineIdentity = TimelineEntry & {
  /** When it was done here. */
  at: Scalars['DateTime']['output'];
  /** What happened. */
  change: IdentityEvent;
  /** IDENTITY. */
  type: TimelineType;
};

/** An order was placed. */
export type TimelineOrder = TimelineEntry & {
  /** When it was placed. */
  at: Scalars['DateTime']['output'];
  /** The order as it stands now. */
  order: Order;
  /** ORDER. */
  type: TimelineType;
};

/** A page of a timeline. */
export type TimelinePage = {
  /** The entries of this page with their cursors. */
  edges: Array<TimelineEdge>;
  /** The entries of this page. */
  nodes: Array<TimelineEntry>;
  /** Where this page lies. `hasPreviousPage`: it was asked for with `after`. */
  pageInfo: PageInfo;
};

/** Points came, went, or expired. */
export type TimelinePoints = TimelineEntry & {
  /** When they moved. */
  at: Scalars['DateTime']['output'];
  /** The movement, with the balance after it. */
  points: LedgerTransaction;
  /** POINTS. */
  type: TimelineType;
};

/** The customer entered or left a published segment. */
export type TimelineSegment = TimelineEntry & {
  /** When it was found to be in, or out. */
  at: Scalars['DateTime']['output'];
  /** Id of the customer at that time, which became part of this one where it is another. */
  memberId: Scalars['ID']['output'];
  /** The segment as it is now. */
  segment: Segment;
  /** Why. */
  segmentCause: SegmentChangeCause;
  /** Which of both. */
  segmentChange: SegmentChangeKind;
  /** SEGMENT. */
  type: TimelineType;
};

/** A stage of the lifecycle began. */
export type TimelineStage = TimelineEntry & {
  /** When it began. */
  at: Scalars['DateTime']['output'];
  /** The stage before; null for the first one. */
  before?: Maybe<LifecycleStage>;
  /** The stage, and what brought it. */
  period: LifecyclePeriod;
  /** STAGE. */
  type: TimelineType;
};

/** A tag came, or went. */
export type TimelineTag = TimelineEntry & {
  /** By hand: who; else null. */
  actor?: Maybe<Scalars['String']['output']>;
  /** When; of an import, when the source first saw it so; of a rule, when it was found to hold, or to hold no more. */
  at: Scalars['DateTime']['output'];
  /** How it is given. RULE: this is told by the segment that keeps its history, with what else gives the tag. */
  by: TimelineTagGiver;
  /** Of a rule: id of the customer at that time, which became part of this one where it is another; else null. */
  holderId?: Maybe<Scalars['ID']['output']>;
  /** By hand: why; else null. */
  reason?: Maybe<Scalars['String']['output']>;
  /** Of an import: that system's id of the record; else null. */
  recordId?: Maybe<Scalars['ID']['output']>;
  /** Of a rule: why it began to hold, or did no more; else null. */
  ruleCause?: Maybe<SegmentChangeCause>;
  /** Of an import: the system; else null. */
  source?: Maybe<Scalars['String']['output']>;
  /** The tag. */
  tag: Scalars['String']['output'];
  /** What happened to it. */
  tagChange: TagChange;
  /** TAG. */
  type: TimelineType;
};

/** How a tag of a timeline is given. */
export type TimelineTagGiver =
  /** A person, by `tagObject`. */
  | 'HAND'
  /** A record of a source. */
  | 'IMPORT'
  /** Its rule held. */
  | 'RULE';

/** A tier was entered, kept for another period, or lost. */
export type TimelineTier = TimelineEntry & {
  /** When it was. */
  at: Scalars['DateTime']['output'];
  /** The tier from then on, and why. */
  tier: TierChange;
  /** TIER. */
  type: TimelineType;
};

/** What an entry of a timeline tells of. */
export type TimelineType =
  /** An event happened. */
  | 'EVENT'
  /** Something happened to who the customer is; see `Customer.identityHistory`. */
  | 'IDENTITY'
  /** An order was placed. */
  | 'ORDER'
  /** Points moved; see `LoyaltyAccount.ledger`. */
  | 'POINTS'
  /** The customer entered or left a published segment; see `Customer.segmentHistory`. Of a segment that was deleted nothing is kept. */
  | 'SEGMENT'
  /** A stage of the lifecycle began; see `Customer.lifecycleHistory`. */
  | 'STAGE'
  /** A tag came or went: a stored one; one that a rule tells where a published segment of the rule `tags has "…"` keeps when. */
  | 'TAG'
  /** A tier was entered, kept or lost; see `LoyaltyAccount.tierHistory`. */
  | 'TIER';

/** Values of two customers that the rules of a kind do not allow one customer to have together. */
export type ValueConflict = {
  /** What the first record's customer has, sorted. */
  oneValues: Array<Scalars['String']['output']>;
  /** What the second record's customer has, sorted. */
  otherValues: Array<Scalars['String']['output']>;
  /** The rule. */
  rule: IdentifierKindRules;
  /** Scope of the values; null where the kind has none, and where the rule counts over all scopes (TOO_MANY_VALUES). */
  scope?: Maybe<Scalars['String']['output']>;
};

/** What all buyers together say of buying. */
export type ValueModel = {
  /** How many customers bought. */
  buyers: Scalars['Int']['output'];
  /** When customers buy, and when they stop. Null when too few came back to tell. */
  buying?: Maybe<BuyingParameters>;
  /** When it was made: purchases up to then were counted. */
  fittedAt: Scalars['DateTime']['output'];
  /** How many buyers each group had, from the most valuable group. */
  groups: Array<RfmGroupSize>;
  /** How many of them bought on a second day. */
  returned: Scalars['Int']['output'];
  /** What they spend. Null when too few came back to tell, or their spending follows no such model. */
  spending?: Maybe<SpendingParameters>;
};

/** A count of all buyers that runs. */
export type ValueRefresh = {
  /** How many buyers were read. */
  done: Scalars['Int']['output'];
  /** When it began. */
  startedAt: Scalars['DateTime']['output'];
  /** Of how many. */
  total: Scalars['Int']['output'];
};



export type ResolverTypeWrapper<T> = Promise<T> | T;


export type ResolverWithResolve<TResult, TParent, TContext, TArgs> = {
  resolve: ResolverFn<TResult, TParent, TContext, TArgs>;
};
export type Resolver<TResult, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = ResolverFn<TResult, TParent, TContext, TArgs> | ResolverWithResolve<TResult, TParent, TContext, TArgs>;

export type ResolverFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => Promise<TResult> | TResult;

export type SubscriptionSubscribeFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => AsyncIterable<TResult> | Promise<AsyncIterable<TResult>>;

export type SubscriptionResolveFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

export interface SubscriptionSubscriberObject<TResult, TKey extends string, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<{ [key in TKey]: TResult }, TParent, TContext, TArgs>;
  resolve?: SubscriptionResolveFn<TResult, { [key in TKey]: TResult }, TContext, TArgs>;
}

export interface SubscriptionResolverObject<TResult, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<any, TParent, TContext, TArgs>;
  resolve: SubscriptionResolveFn<TResult, any, TContext, TArgs>;
}

export type SubscriptionObject<TResult, TKey extends string, TParent, TContext, TArgs> =
  | SubscriptionSubscriberObject<TResult, TKey, TParent, TContext, TArgs>
  | SubscriptionResolverObject<TResult, TParent, TContext, TArgs>;

export type SubscriptionResolver<TResult, TKey extends string, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> =
  | ((...args: any[]) => SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>)
  | SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>;

export type TypeResolveFn<TTypes, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (
  parent: TParent,
  context: TContext,
  info: GraphQLResolveInfo
) => Maybe<TTypes> | Promise<Maybe<TTypes>>;

export type IsTypeOfResolverFn<T = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (obj: T, context: TContext, info: GraphQLResolveInfo) => boolean | Promise<boolean>;

export type NextResolverFn<T> = () => Promise<T>;

export type DirectiveResolverFn<TResult = Record<PropertyKey, never>, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = (
  next: NextResolverFn<TResult>,
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;





/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  AddressInput: AddressInput;
  AmountParameters: AmountParameters;
  AttributeOrigin: ResolverTypeWrapper<AttributeOrigin>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  BoughtWith: ResolverTypeWrapper<BoughtWithParent>;
  BuyingParameters: ResolverTypeWrapper<BuyingParameters>;
  ClauseCount: ResolverTypeWrapper<ClauseCount>;
  ClauseVerdict: ResolverTypeWrapper<ClauseVerdict>;
  CoPurchaseCount: ResolverTypeWrapper<CoPurchaseCount>;
  CoPurchaseKind: CoPurchaseKind;
  CommonIdentifier: ResolverTypeWrapper<CommonIdentifier>;
  ComparedField: ComparedField;
  ComparedLevel: ComparedLevel;
  Consent: ResolverTypeWrapper<ConsentParent>;
  ConsentStatus: ConsentStatus;
  CrossSell: ResolverTypeWrapper<CrossSellParent>;
  CrossSellOffer: ResolverTypeWrapper<CrossSellOfferParent>;
  Customer: ResolverTypeWrapper<CustomerParent>;
  CustomerConnection: ResolverTypeWrapper<CustomerConnectionParent>;
  CustomerEdge: ResolverTypeWrapper<CustomerEdgeParent>;
  CustomerEvent: ResolverTypeWrapper<CustomerEventParent>;
  CustomerFigure: CustomerFigure;
  CustomerFilter: CustomerFilter;
  CustomerHabits: ResolverTypeWrapper<CustomerHabitsParent>;
  CustomerMembership: ResolverTypeWrapper<CustomerMembershipParent>;
  CustomerOrderBy: CustomerOrderBy;
  CustomerOrderField: CustomerOrderField;
  CustomerRank: CustomerRank;
  CustomerRecord: CustomerRecord;
  CustomerRef: CustomerRef;
  CustomerValue: ResolverTypeWrapper<CustomerValueParent>;
  CustomersCondition: CustomersCondition;
  CustomersFigure: CustomersFigure;
  Date: ResolverTypeWrapper<Scalars['Date']['output']>;
  DateFilter: DateFilter;
  DateParameters: DateParameters;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  DateTimeFilter: DateTimeFilter;
  DateWithField: DateWithField;
  Decimal: ResolverTypeWrapper<Scalars['Decimal']['output']>;
  DecimalFilter: DecimalFilter;
  DecisionInput: DecisionInput;
  Device: ResolverTypeWrapper<DeviceParent>;
  DeviceFilter: DeviceFilter;
  DeviceInput: DeviceInput;
  DevicesCondition: DevicesCondition;
  DevicesFigure: DevicesFigure;
  DistinctCondition: DistinctCondition;
  Duration: ResolverTypeWrapper<Scalars['Duration']['output']>;
  EqualityWithField: EqualityWithField;
  EventFilter: EventFilter;
  EventRecord: EventRecord;
  EventsCondition: EventsCondition;
  EventsFigure: EventsFigure;
  ExcludingClause: ResolverTypeWrapper<ExcludingClause>;
  ExpiringPoints: ResolverTypeWrapper<ExpiringPoints>;
  ExpiringTagInput: ExpiringTagInput;
  ExplainedFact: ResolverTypeWrapper<ExplainedFact>;
  ExplainedIdentifier: ResolverTypeWrapper<ExplainedIdentifier>;
  Export: ResolverTypeWrapper<ExportParent>;
  ExportConnection: ResolverTypeWrapper<ExportConnectionParent>;
  ExportEdge: ResolverTypeWrapper<ExportEdgeParent>;
  ExportFormat: ExportFormat;
  ExportOutcome: ExportOutcome;
  ExportWay: ExportWay;
  FactRef: ResolverTypeWrapper<FactRef>;
  FactType: FactType;
  FieldComparison: ResolverTypeWrapper<FieldComparison>;
  FieldValue: ResolverTypeWrapper<FieldValue>;
  FigureCondition: FigureCondition;
  Float: ResolverTypeWrapper<Scalars['Float']['output']>;
  FragmentMatch: FragmentMatch;
  FragmentOperand: FragmentOperand;
  FragmentParameter: ResolverTypeWrapper<FragmentParameter>;
  Gender: Gender;
  GenderFilter: GenderFilter;
  Golden48Hours: ResolverTypeWrapper<Golden48HoursParent>;
  GoldenStep: GoldenStep;
  GoldenStepDone: ResolverTypeWrapper<GoldenStepDone>;
  HandTag: ResolverTypeWrapper<HandTagParent>;
  Holdout: ResolverTypeWrapper<Holdout>;
  HoldoutGroup: HoldoutGroup;
  HoldoutGroups: ResolverTypeWrapper<HoldoutGroups>;
  HoldoutInput: HoldoutInput;
  Household: ResolverTypeWrapper<Omit<Household, 'members'> & { members: Array<ResolversTypes['HouseholdMember']> }>;
  HouseholdMember: ResolverTypeWrapper<HouseholdMemberParent>;
  HouseholdTie: ResolverTypeWrapper<HouseholdTie>;
  HouseholdTieKind: HouseholdTieKind;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  IDFilter: IdFilter;
  Identifier: ResolverTypeWrapper<IdentifierParent>;
  IdentifierFilter: IdentifierFilter;
  IdentifierInput: IdentifierInput;
  IdentifierKindRules: ResolverTypeWrapper<IdentifierKindRules>;
  IdentifierStrength: IdentifierStrength;
  IdentifiersCondition: IdentifiersCondition;
  IdentifiersFigure: IdentifiersFigure;
  IdentityDecision: ResolverTypeWrapper<IdentityDecisionParent>;
  IdentityEdge: ResolverTypeWrapper<IdentityEdge>;
  IdentityEdgeKind: IdentityEdgeKind;
  IdentityEvent: ResolverTypeWrapper<IdentityEventParent>;
  IdentityEventEnd: ResolverTypeWrapper<IdentityEventEnd>;
  IdentityEventKind: IdentityEventKind;
  IdentityExplanation: ResolverTypeWrapper<IdentityExplanationParent>;
  IdentityGraph: ResolverTypeWrapper<IdentityGraph>;
  IdentityLink: ResolverTypeWrapper<IdentityLink>;
  IdentityRules: ResolverTypeWrapper<IdentityRulesParent>;
  IdentityRulesPreview: ResolverTypeWrapper<IdentityRulesPreviewParent>;
  IdentityStep: ResolverTypeWrapper<IdentityStep>;
  IdentityTie: IdentityTie;
  IdentityVerdict: IdentityVerdict;
  IngestReport: ResolverTypeWrapper<IngestReport>;
  InstantParameters: InstantParameters;
  InstantWithField: InstantWithField;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  IntFilter: IntFilter;
  JSON: ResolverTypeWrapper<Scalars['JSON']['output']>;
  LedgerAccount: LedgerAccount;
  LedgerEntry: ResolverTypeWrapper<LedgerEntry>;
  LedgerKind: LedgerKind;
  LedgerTransaction: ResolverTypeWrapper<LedgerTransactionParent>;
  LedgerTransactionConnection: ResolverTypeWrapper<LedgerTransactionConnectionParent>;
  LedgerTransactionEdge: ResolverTypeWrapper<LedgerTransactionEdgeParent>;
  LifecycleCause: LifecycleCause;
  LifecycleFlow: ResolverTypeWrapper<LifecycleFlow>;
  LifecycleFunnel: ResolverTypeWrapper<LifecycleFunnelParent>;
  LifecyclePeriod: ResolverTypeWrapper<LifecyclePeriodParent>;
  LifecycleStage: LifecycleStage;
  LifecycleStageCount: ResolverTypeWrapper<LifecycleStageCount>;
  LifecycleStageFilter: LifecycleStageFilter;
  LineFilter: LineFilter;
  LinesCondition: LinesCondition;
  LinesFigure: LinesFigure;
  LoyaltyAccount: ResolverTypeWrapper<LoyaltyAccountParent>;
  MatchThresholds: ResolverTypeWrapper<MatchThresholds>;
  MembershipExplanation: ResolverTypeWrapper<MembershipExplanationParent>;
  MergeIdentifier: ResolverTypeWrapper<MergeIdentifier>;
  MergedCustomer: ResolverTypeWrapper<MergedCustomerParent>;
  MissedCondition: ResolverTypeWrapper<MissedCondition>;
  Money: ResolverTypeWrapper<Money>;
  MoneyInput: MoneyInput;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  NearMiss: ResolverTypeWrapper<NearMiss>;
  NearMissKind: NearMissKind;
  NeighbourEdge: ResolverTypeWrapper<NeighbourEdge>;
  NeighbourKind: NeighbourKind;
  NeighbourNode: ResolverTypeWrapper<NeighbourNodeParent>;
  NeighbourTie: NeighbourTie;
  Neighbourhood: ResolverTypeWrapper<NeighbourhoodParent>;
  Node: ResolverTypeWrapper<NodeParent>;
  Normaliser: Normaliser;
  NumberParameters: NumberParameters;
  Order: ResolverTypeWrapper<OrderParent>;
  OrderConnection: ResolverTypeWrapper<OrderConnectionParent>;
  OrderDirection: OrderDirection;
  OrderEdge: ResolverTypeWrapper<OrderEdgeParent>;
  OrderFigure: OrderFigure;
  OrderFilter: OrderFilter;
  OrderKeyInput: OrderKeyInput;
  OrderLine: ResolverTypeWrapper<OrderLineParent>;
  OrderLineInput: OrderLineInput;
  OrderRank: OrderRank;
  OrderRecord: OrderRecord;
  OrderStatus: OrderStatus;
  OrderStatusFilter: OrderStatusFilter;
  OrdersCondition: OrdersCondition;
  OrdersFigure: OrdersFigure;
  PageInfo: ResolverTypeWrapper<PageInfoParent>;
  PairExplanation: ResolverTypeWrapper<PairExplanationParent>;
  PairSide: ResolverTypeWrapper<PairSideParent>;
  PairVerdict: PairVerdict;
  PartingReason: ResolverTypeWrapper<PartingReasonParent>;
  PartingReasonKind: PartingReasonKind;
  PerformanceBand: PerformanceBand;
  PerformanceBandFilter: PerformanceBandFilter;
  PlanStep: ResolverTypeWrapper<PlanStepParent>;
  PlanStepKind: PlanStepKind;
  PointsKeyInput: PointsKeyInput;
  PointsQuote: ResolverTypeWrapper<PointsQuoteParent>;
  PointsRecord: PointsRecord;
  PointsRecordKind: PointsRecordKind;
  PointsRedemption: ResolverTypeWrapper<PointsRedemptionParent>;
  PossibleMatch: ResolverTypeWrapper<PossibleMatchParent>;
  PossibleMatchConnection: ResolverTypeWrapper<PossibleMatchConnectionParent>;
  PossibleMatchEdge: ResolverTypeWrapper<PossibleMatchEdgeParent>;
  PossibleMatchReason: PossibleMatchReason;
  PossibleMatchSide: ResolverTypeWrapper<PossibleMatchSideParent>;
  PreviewedMerge: ResolverTypeWrapper<PreviewedMergeParent>;
  PreviewedSplit: ResolverTypeWrapper<PreviewedSplitParent>;
  Product: ResolverTypeWrapper<ProductParent>;
  ProductConnection: ResolverTypeWrapper<ProductConnectionParent>;
  ProductEdge: ResolverTypeWrapper<ProductEdgeParent>;
  ProductFigure: ProductFigure;
  ProductFilter: ProductFilter;
  ProductRank: ProductRank;
  ProductRecord: ProductRecord;
  ProfileInput: ProfileInput;
  Provenance: Provenance;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  QueryOperator: ResolverTypeWrapper<QueryOperator>;
  RankParameters: RankParameters;
  Recommendation: ResolverTypeWrapper<RecommendationParent>;
  RecommendationBasis: RecommendationBasis;
  RecommendationReason: ResolverTypeWrapper<RecommendationReasonParent>;
  RecommendationRefresh: ResolverTypeWrapper<RecommendationRefresh>;
  RecordError: ResolverTypeWrapper<RecordError>;
  RecordInput: RecordInput;
  Referral: ResolverTypeWrapper<ReferralParent>;
  ReferralVia: ReferralVia;
  ReissuedIdentifier: ResolverTypeWrapper<ReissuedIdentifier>;
  Restitching: ResolverTypeWrapper<Restitching>;
  Review: ResolverTypeWrapper<ReviewParent>;
  RfmGroup: RfmGroup;
  RfmGroupSize: ResolverTypeWrapper<RfmGroupSize>;
  RfmScores: ResolverTypeWrapper<RfmScores>;
  RuleFragment: ResolverTypeWrapper<RuleFragmentParent>;
  RuleScope: RuleScope;
  RuleSuggestion: ResolverTypeWrapper<RuleSuggestion>;
  RuleSuggestionKind: RuleSuggestionKind;
  RuleSuggestions: ResolverTypeWrapper<RuleSuggestionsParent>;
  SalesMonth: ResolverTypeWrapper<SalesMonthParent>;
  SalesPeers: ResolverTypeWrapper<SalesPeersParent>;
  SalesReport: ResolverTypeWrapper<SalesReportParent>;
  SalesStage: ResolverTypeWrapper<SalesStage>;
  SaveFragmentInput: SaveFragmentInput;
  SaveSegmentInput: SaveSegmentInput;
  SaveTagDefinitionInput: SaveTagDefinitionInput;
  SearchParameters: SearchParameters;
  Segment: ResolverTypeWrapper<SegmentParent>;
  SegmentChange: ResolverTypeWrapper<SegmentChangeParent>;
  SegmentChangeCause: SegmentChangeCause;
  SegmentChangeKind: SegmentChangeKind;
  SegmentChangePage: ResolverTypeWrapper<Omit<SegmentChangePage, 'changes'> & { changes: Array<ResolversTypes['SegmentChange']> }>;
  SegmentClauseChange: ResolverTypeWrapper<SegmentClauseChange>;
  SegmentConnection: ResolverTypeWrapper<SegmentConnectionParent>;
  SegmentEdge: ResolverTypeWrapper<SegmentEdgeParent>;
  SegmentMembership: ResolverTypeWrapper<SegmentMembershipParent>;
  SegmentMembershipConnection: ResolverTypeWrapper<SegmentMembershipConnectionParent>;
  SegmentMembershipEdge: ResolverTypeWrapper<SegmentMembershipEdgeParent>;
  SegmentOverlap: ResolverTypeWrapper<Omit<SegmentOverlap, 'pairs' | 'regions'> & { pairs: Array<ResolversTypes['SegmentOverlapPair']>, regions: Array<ResolversTypes['SegmentOverlapRegion']> }>;
  SegmentOverlapPair: ResolverTypeWrapper<SegmentOverlapPairParent>;
  SegmentOverlapRegion: ResolverTypeWrapper<SegmentOverlapRegionParent>;
  SegmentPlan: ResolverTypeWrapper<SegmentPlanParent>;
  SegmentPreview: ResolverTypeWrapper<SegmentPreviewParent>;
  SegmentProperty: SegmentProperty;
  SegmentPropertyChange: ResolverTypeWrapper<SegmentPropertyChange>;
  SegmentSaveStatus: SegmentSaveStatus;
  SegmentSizePoint: ResolverTypeWrapper<SegmentSizePoint>;
  SegmentStatus: SegmentStatus;
  SegmentTemplate: ResolverTypeWrapper<SegmentTemplateParent>;
  SegmentTemplateParameter: ResolverTypeWrapper<SegmentTemplateParameter>;
  SegmentTemplateParameterType: SegmentTemplateParameterType;
  SegmentVersion: ResolverTypeWrapper<SegmentVersionParent>;
  SequenceStep: SequenceStep;
  ServiceQuestion: ResolverTypeWrapper<ServiceQuestionParent>;
  SizeWithField: SizeWithField;
  SourceRecord: ResolverTypeWrapper<SourceRecordParent>;
  SourceRecordRef: SourceRecordRef;
  SpendingParameters: ResolverTypeWrapper<SpendingParameters>;
  Staff: ResolverTypeWrapper<StaffParent>;
  StaffCondition: StaffCondition;
  StaffConnection: ResolverTypeWrapper<StaffConnectionParent>;
  StaffEdge: ResolverTypeWrapper<StaffEdgeParent>;
  StaffFigure: StaffFigure;
  StaffFilter: StaffFilter;
  StaffRank: StaffRank;
  StaffRecord: StaffRecord;
  StaffsFigure: StaffsFigure;
  StandingDecision: ResolverTypeWrapper<StandingDecision>;
  StatedIdentifier: ResolverTypeWrapper<StatedIdentifier>;
  StatedIdentifierStatus: StatedIdentifierStatus;
  StepParameters: StepParameters;
  Store: ResolverTypeWrapper<StoreParent>;
  StoreConnection: ResolverTypeWrapper<StoreConnectionParent>;
  StoreEdge: ResolverTypeWrapper<StoreEdgeParent>;
  StoreFigure: StoreFigure;
  StoreFilter: StoreFilter;
  StoreOrderBy: StoreOrderBy;
  StoreOrderField: StoreOrderField;
  StoreRank: StoreRank;
  StoreRecord: StoreRecord;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  StringFilter: StringFilter;
  Subscription: ResolverTypeWrapper<Record<PropertyKey, never>>;
  TagChange: TagChange;
  TagDefinition: ResolverTypeWrapper<TagDefinitionParent>;
  TagDefinitionOrigin: TagDefinitionOrigin;
  TagExplanation: ResolverTypeWrapper<TagExplanationParent>;
  TagFilter: TagFilter;
  TagGiver: TagGiver;
  TagKind: TagKind;
  TagOrigin: ResolverTypeWrapper<TagOriginParent>;
  TagParameters: TagParameters;
  TextParameters: TextParameters;
  TierCause: TierCause;
  TierChange: ResolverTypeWrapper<TierChangeParent>;
  TierStatus: ResolverTypeWrapper<TierStatusParent>;
  TimelineEdge: ResolverTypeWrapper<Omit<TimelineEdge, 'node'> & { node: ResolversTypes['TimelineEntry'] }>;
  TimelineEntry: ResolverTypeWrapper<TimelineEntryParent>;
  TimelineEvent: ResolverTypeWrapper<TimelineEventParent>;
  TimelineIdentity: ResolverTypeWrapper<TimelineIdentityParent>;
  TimelineOrder: ResolverTypeWrapper<TimelineOrderParent>;
  TimelinePage: ResolverTypeWrapper<TimelinePageParent>;
  TimelinePoints: ResolverTypeWrapper<TimelinePointsParent>;
  TimelineSegment: ResolverTypeWrapper<TimelineSegmentParent>;
  TimelineStage: ResolverTypeWrapper<TimelineStageParent>;
  TimelineTag: ResolverTypeWrapper<TimelineTagParent>;
  TimelineTagGiver: TimelineTagGiver;
  TimelineTier: ResolverTypeWrapper<TimelineTierParent>;
  TimelineType: TimelineType;
  ValueConflict: ResolverTypeWrapper<ValueConflict>;
  ValueModel: ResolverTypeWrapper<ValueModelParent>;
  ValueRefresh: ResolverTypeWrapper<ValueRefresh>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  AddressInput: AddressInput;
  AmountParameters: AmountParameters;
  AttributeOrigin: AttributeOrigin;
  Boolean: Scalars['Boolean']['output'];
  BoughtWith: BoughtWithParent;
  BuyingParameters: BuyingParameters;
  ClauseCount: ClauseCount;
  ClauseVerdict: ClauseVerdict;
  CoPurchaseCount: CoPurchaseCount;
  CommonIdentifier: CommonIdentifier;
  Consent: ConsentParent;
  CrossSell: CrossSellParent;
  CrossSellOffer: CrossSellOfferParent;
  Customer: CustomerParent;
  CustomerConnection: CustomerConnectionParent;
  CustomerEdge: CustomerEdgeParent;
  CustomerEvent: CustomerEventParent;
  CustomerFigure: CustomerFigure;
  CustomerFilter: CustomerFilter;
  CustomerHabits: CustomerHabitsParent;
  CustomerMembership: CustomerMembershipParent;
  CustomerOrderBy: CustomerOrderBy;
  CustomerRank: CustomerRank;
  CustomerRecord: CustomerRecord;
  CustomerRef: CustomerRef;
  CustomerValue: CustomerValueParent;
  CustomersCondition: CustomersCondition;
  CustomersFigure: CustomersFigure;
  Date: Scalars['Date']['output'];
  DateFilter: DateFilter;
  DateParameters: DateParameters;
  DateTime: Scalars['DateTime']['output'];
  DateTimeFilter: DateTimeFilter;
  DateWithField: DateWithField;
  Decimal: Scalars['Decimal']['output'];
  DecimalFilter: DecimalFilter;
  DecisionInput: DecisionInput;
  Device: DeviceParent;
  DeviceFilter: DeviceFilter;
  DeviceInput: DeviceInput;
  DevicesCondition: DevicesCondition;
  DevicesFigure: DevicesFigure;
  DistinctCondition: DistinctCondition;
  Duration: Scalars['Duration']['output'];
  EqualityWithField: EqualityWithField;
  EventFilter: EventFilter;
  EventRecord: EventRecord;
  EventsCondition: EventsCondition;
  EventsFigure: EventsFigure;
  ExcludingClause: ExcludingClause;
  ExpiringPoints: ExpiringPoints;
  ExpiringTagInput: ExpiringTagInput;
  ExplainedFact: ExplainedFact;
  ExplainedIdentifier: ExplainedIdentifier;
  Export: ExportParent;
  ExportConnection: ExportConnectionParent;
  ExportEdge: ExportEdgeParent;
  FactRef: FactRef;
  FieldComparison: FieldComparison;
  FieldValue: FieldValue;
  FigureCondition: FigureCondition;
  Float: Scalars['Float']['output'];
  FragmentMatch: FragmentMatch;
  FragmentParameter: FragmentParameter;
  GenderFilter: GenderFilter;
  Golden48Hours: Golden48HoursParent;
  GoldenStepDone: GoldenStepDone;
  HandTag: HandTagParent;
  Holdout: Holdout;
  HoldoutGroups: HoldoutGroups;
  HoldoutInput: HoldoutInput;
  Household: Omit<Household, 'members'> & { members: Array<ResolversParentTypes['HouseholdMember']> };
  HouseholdMember: HouseholdMemberParent;
  HouseholdTie: HouseholdTie;
  ID: Scalars['ID']['output'];
  IDFilter: IdFilter;
  Identifier: IdentifierParent;
  IdentifierFilter: IdentifierFilter;
  IdentifierInput: IdentifierInput;
  IdentifierKindRules: IdentifierKindRules;
  IdentifiersCondition: IdentifiersCondition;
  IdentifiersFigure: IdentifiersFigure;
  IdentityDecision: IdentityDecisionParent;
  IdentityEdge: IdentityEdge;
  IdentityEvent: IdentityEventParent;
  IdentityEventEnd: IdentityEventEnd;
  IdentityExplanation: IdentityExplanationParent;
  IdentityGraph: IdentityGraph;
  IdentityLink: IdentityLink;
  IdentityRules: IdentityRulesParent;
  IdentityRulesPreview: IdentityRulesPreviewParent;
  IdentityStep: IdentityStep;
  IngestReport: IngestReport;
  InstantParameters: InstantParameters;
  InstantWithField: InstantWithField;
  Int: Scalars['Int']['output'];
  IntFilter: IntFilter;
  JSON: Scalars['JSON']['output'];
  LedgerEntry: LedgerEntry;
  LedgerTransaction: LedgerTransactionParent;
  LedgerTransactionConnection: LedgerTransactionConnectionParent;
  LedgerTransactionEdge: LedgerTransactionEdgeParent;
  LifecycleFlow: LifecycleFlow;
  LifecycleFunnel: LifecycleFunnelParent;
  LifecyclePeriod: LifecyclePeriodParent;
  LifecycleStageCount: LifecycleStageCount;
  LifecycleStageFilter: LifecycleStageFilter;
  LineFilter: LineFilter;
  LinesCondition: LinesCondition;
  LinesFigure: LinesFigure;
  LoyaltyAccount: LoyaltyAccountParent;
  MatchThresholds: MatchThresholds;
  MembershipExplanation: MembershipExplanationParent;
  MergeIdentifier: MergeIdentifier;
  MergedCustomer: MergedCustomerParent;
  MissedCondition: MissedCondition;
  Money: Money;
  MoneyInput: MoneyInput;
  Mutation: Record<PropertyKey, never>;
  NearMiss: NearMiss;
  NeighbourEdge: NeighbourEdge;
  NeighbourNode: NeighbourNodeParent;
  Neighbourhood: NeighbourhoodParent;
  Node: NodeParent;
  NumberParameters: NumberParameters;
  Order: OrderParent;
  OrderConnection: OrderConnectionParent;
  OrderEdge: OrderEdgeParent;
  OrderFigure: OrderFigure;
  OrderFilter: OrderFilter;
  OrderKeyInput: OrderKeyInput;
  OrderLine: OrderLineParent;
  OrderLineInput: OrderLineInput;
  OrderRank: OrderRank;
  OrderRecord: OrderRecord;
  OrderStatusFilter: OrderStatusFilter;
  OrdersCondition: OrdersCondition;
  OrdersFigure: OrdersFigure;
  PageInfo: PageInfoParent;
  PairExplanation: PairExplanationParent;
  PairSide: PairSideParent;
  PartingReason: PartingReasonParent;
  PerformanceBandFilter: PerformanceBandFilter;
  PlanStep: PlanStepParent;
  PointsKeyInput: PointsKeyInput;
  PointsQuote: PointsQuoteParent;
  PointsRecord: PointsRecord;
  PointsRedemption: PointsRedemptionParent;
  PossibleMatch: PossibleMatchParent;
  PossibleMatchConnection: PossibleMatchConnectionParent;
  PossibleMatchEdge: PossibleMatchEdgeParent;
  PossibleMatchSide: PossibleMatchSideParent;
  PreviewedMerge: PreviewedMergeParent;
  PreviewedSplit: PreviewedSplitParent;
  Product: ProductParent;
  ProductConnection: ProductConnectionParent;
  ProductEdge: ProductEdgeParent;
  ProductFigure: ProductFigure;
  ProductFilter: ProductFilter;
  ProductRank: ProductRank;
  ProductRecord: ProductRecord;
  ProfileInput: ProfileInput;
  Query: Record<PropertyKey, never>;
  QueryOperator: QueryOperator;
  RankParameters: RankParameters;
  Recommendation: RecommendationParent;
  RecommendationReason: RecommendationReasonParent;
  RecommendationRefresh: RecommendationRefresh;
  RecordError: RecordError;
  RecordInput: RecordInput;
  Referral: ReferralParent;
  ReissuedIdentifier: ReissuedIdentifier;
  Restitching: Restitching;
  Review: ReviewParent;
  RfmGroupSize: RfmGroupSize;
  RfmScores: RfmScores;
  RuleFragment: RuleFragmentParent;
  RuleSuggestion: RuleSuggestion;
  RuleSuggestions: RuleSuggestionsParent;
  SalesMonth: SalesMonthParent;
  SalesPeers: SalesPeersParent;
  SalesReport: SalesReportParent;
  SalesStage: SalesStage;
  SaveFragmentInput: SaveFragmentInput;
  SaveSegmentInput: SaveSegmentInput;
  SaveTagDefinitionInput: SaveTagDefinitionInput;
  SearchParameters: SearchParameters;
  Segment: SegmentParent;
  SegmentChange: SegmentChangeParent;
  SegmentChangePage: Omit<SegmentChangePage, 'changes'> & { changes: Array<ResolversParentTypes['SegmentChange']> };
  SegmentClauseChange: SegmentClauseChange;
  SegmentConnection: SegmentConnectionParent;
  SegmentEdge: SegmentEdgeParent;
  SegmentMembership: SegmentMembershipParent;
  SegmentMembershipConnection: SegmentMembershipConnectionParent;
  SegmentMembershipEdge: SegmentMembershipEdgeParent;
  SegmentOverlap: Omit<SegmentOverlap, 'pairs' | 'regions'> & { pairs: Array<ResolversParentTypes['SegmentOverlapPair']>, regions: Array<ResolversParentTypes['SegmentOverlapRegion']> };
  SegmentOverlapPair: SegmentOverlapPairParent;
  SegmentOverlapRegion: SegmentOverlapRegionParent;
  SegmentPlan: SegmentPlanParent;
  SegmentPreview: SegmentPreviewParent;
  SegmentPropertyChange: SegmentPropertyChange;
  SegmentSizePoint: SegmentSizePoint;
  SegmentTemplate: SegmentTemplateParent;
  SegmentTemplateParameter: SegmentTemplateParameter;
  SegmentVersion: SegmentVersionParent;
  SequenceStep: SequenceStep;
  ServiceQuestion: ServiceQuestionParent;
  SizeWithField: SizeWithField;
  SourceRecord: SourceRecordParent;
  SourceRecordRef: SourceRecordRef;
  SpendingParameters: SpendingParameters;
  Staff: StaffParent;
  StaffCondition: StaffCondition;
  StaffConnection: StaffConnectionParent;
  StaffEdge: StaffEdgeParent;
  StaffFigure: StaffFigure;
  StaffFilter: StaffFilter;
  StaffRank: StaffRank;
  StaffRecord: StaffRecord;
  StaffsFigure: StaffsFigure;
  StandingDecision: StandingDecision;
  StatedIdentifier: StatedIdentifier;
  StepParameters: StepParameters;
  Store: StoreParent;
  StoreConnection: StoreConnectionParent;
  StoreEdge: StoreEdgeParent;
  StoreFigure: StoreFigure;
  StoreFilter: StoreFilter;
  StoreOrderBy: StoreOrderBy;
  StoreRank: StoreRank;
  StoreRecord: StoreRecord;
  String: Scalars['String']['output'];
  StringFilter: StringFilter;
  Subscription: Record<PropertyKey, never>;
  TagDefinition: TagDefinitionParent;
  TagExplanation: TagExplanationParent;
  TagFilter: TagFilter;
  TagOrigin: TagOriginParent;
  TagParameters: TagParameters;
  TextParameters: TextParameters;
  TierChange: TierChangeParent;
  TierStatus: TierStatusParent;
  TimelineEdge: Omit<TimelineEdge, 'node'> & { node: ResolversParentTypes['TimelineEntry'] };
  TimelineEntry: TimelineEntryParent;
  TimelineEvent: TimelineEventParent;
  TimelineIdentity: TimelineIdentityParent;
  TimelineOrder: TimelineOrderParent;
  TimelinePage: TimelinePageParent;
  TimelinePoints: TimelinePointsParent;
  TimelineSegment: TimelineSegmentParent;
  TimelineStage: TimelineStageParent;
  TimelineTag: TimelineTagParent;
  TimelineTier: TimelineTierParent;
  ValueConflict: ValueConflict;
  ValueModel: ValueModelParent;
  ValueRefresh: ValueRefresh;
};

export type AttributeOriginResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['AttributeOrigin'] = ResolversParentTypes['AttributeOrigin']> = {
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  observedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  provenance?: Resolver<ResolversTypes['Provenance'], ParentType, ContextType>;
  recordId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  source?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  value?: Resolver<ResolversTypes['JSON'], ParentType, ContextType>;
};

export type BoughtWithResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['BoughtWith'] = ResolversParentTypes['BoughtWith']> = {
  customers?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['CoPurchaseKind'], ParentType, ContextType>;
  lift?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  product?: Resolver<ResolversTypes['Product'], ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  score?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type BuyingParametersResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['BuyingParameters'] = ResolversParentTypes['BuyingParameters']> = {
  a?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  alpha?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  b?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  r?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type ClauseCountResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['ClauseCount'] = ResolversParentTypes['ClauseCount']> = {
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  rule?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ClauseVerdictResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['ClauseVerdict'] = ResolversParentTypes['ClauseVerdict']> = {
  clauses?: Resolver<Array<ResolversTypes['ClauseVerdict']>, ParentType, ContextType>;
  evidence?: Resolver<Array<ResolversTypes['JSON']>, ParentType, ContextType>;
  matched?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  nearest?: Resolver<Array<ResolversTypes['NearMiss']>, ParentType, ContextType>;
  rule?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type CoPurchaseCountResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['CoPurchaseCount'] = ResolversParentTypes['CoPurchaseCount']> = {
  buyers?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  computedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  pairs?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  products?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type CommonIdentifierResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['CommonIdentifier'] = ResolversParentTypes['CommonIdentifier']> = {
  customers?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  identifier?: Resolver<ResolversTypes['ExplainedIdentifier'], ParentType, ContextType>;
  rule?: Resolver<Maybe<ResolversTypes['IdentifierKindRules']>, ParentType, ContextType>;
};

export type ConsentResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['Consent'] = ResolversParentTypes['Consent']> = {
  channel?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  event?: Resolver<ResolversTypes['CustomerEvent'], ParentType, ContextType>;
  expiresAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  purpose?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  since?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['ConsentStatus'], ParentType, ContextType>;
};

export type CrossSellResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['CrossSell'] = ResolversParentTypes['CrossSell']> = {
  asOf?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  computedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  customers?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  offers?: Resolver<Array<ResolversTypes['CrossSellOffer']>, ParentType, ContextType>;
};

export type CrossSellOfferResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['CrossSellOffer'] = ResolversParentTypes['CrossSellOffer']> = {
  buyers?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  customers?: Resolver<ResolversTypes['CustomerConnection'], ParentType, ContextType, Partial<CrossSellOfferCustomersArgs>>;
  lift?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  product?: Resolver<ResolversTypes['Product'], ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  score?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type CustomerResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['Customer'] = ResolversParentTypes['Customer']> = {
  attributes?: Resolver<Array<ResolversTypes['AttributeOrigin']>, ParentType, ContextType>;
  averagePurchaseValue?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  birthDate?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  city?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  consents?: Resolver<Array<ResolversTypes['Consent']>, ParentType, ContextType>;
  country?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  devices?: Resolver<Array<ResolversTypes['Device']>, ParentType, ContextType>;
  displayName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  familyName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  firstPurchaseAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  gender?: Resolver<Maybe<ResolversTypes['Gender']>, ParentType, ContextType>;
  givenName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  golden48Hours?: Resolver<Maybe<ResolversTypes['Golden48Hours']>, ParentType, ContextType>;
  habits?: Resolver<ResolversTypes['CustomerHabits'], ParentType, ContextType>;
  household?: Resolver<ResolversTypes['Household'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  identifiers?: Resolver<Array<ResolversTypes['Identifier']>, ParentType, ContextType>;
  identityHistory?: Resolver<Array<ResolversTypes['IdentityEvent']>, ParentType, ContextType>;
  inferredTags?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  language?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  lastPurchaseAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  lastSeenAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  lifecycleHistory?: Resolver<Array<ResolversTypes['LifecyclePeriod']>, ParentType, ContextType>;
  lifecycleStage?: Resolver<ResolversTypes['LifecycleStage'], ParentType, ContextType>;
  loyalty?: Resolver<Maybe<ResolversTypes['LoyaltyAccount']>, ParentType, ContextType>;
  mergedFrom?: Resolver<Array<ResolversTypes['MergedCustomer']>, ParentType, ContextType>;
  neighbours?: Resolver<ResolversTypes['Neighbourhood'], ParentType, ContextType, RequireFields<CustomerNeighboursArgs, 'depth' | 'limit'>>;
  orders?: Resolver<ResolversTypes['OrderConnection'], ParentType, ContextType, Partial<CustomerOrdersArgs>>;
  possibleMatches?: Resolver<Array<ResolversTypes['PossibleMatch']>, ParentType, ContextType>;
  province?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  purchaseCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  recommendations?: Resolver<Array<ResolversTypes['Recommendation']>, ParentType, ContextType, RequireFields<CustomerRecommendationsArgs, 'first'>>;
  referrals?: Resolver<Array<ResolversTypes['Referral']>, ParentType, ContextType, RequireFields<CustomerReferralsArgs, 'first'>>;
  referredBy?: Resolver<Array<ResolversTypes['Referral']>, ParentType, ContextType>;
  reviews?: Resolver<Array<ResolversTypes['Review']>, ParentType, ContextType>;
  segmentHistory?: Resolver<Array<ResolversTypes['CustomerMembership']>, ParentType, ContextType>;
  segments?: Resolver<Array<ResolversTypes['Segment']>, ParentType, ContextType>;
  serviceQuestions?: Resolver<Array<ResolversTypes['ServiceQuestion']>, ParentType, ContextType>;
  sourceRecords?: Resolver<Array<ResolversTypes['SourceRecord']>, ParentType, ContextType>;
  tagOrigins?: Resolver<Array<ResolversTypes['TagOrigin']>, ParentType, ContextType>;
  tags?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  timeline?: Resolver<ResolversTypes['TimelinePage'], ParentType, ContextType, Partial<CustomerTimelineArgs>>;
  totalSpent?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  value?: Resolver<Maybe<ResolversTypes['CustomerValue']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CustomerConnectionResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['CustomerConnection'] = ResolversParentTypes['CustomerConnection']> = {
  edges?: Resolver<Array<ResolversTypes['CustomerEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Customer']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type CustomerEdgeResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['CustomerEdge'] = ResolversParentTypes['CustomerEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Customer'], ParentType, ContextType>;
};

export type CustomerEventResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['CustomerEvent'] = ResolversParentTypes['CustomerEvent']> = {
  channel?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  eventId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  occurredAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  product?: Resolver<Maybe<ResolversTypes['Product']>, ParentType, ContextType>;
  properties?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  source?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  store?: Resolver<Maybe<ResolversTypes['Store']>, ParentType, ContextType>;
};

export type CustomerHabitsResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['CustomerHabits'] = ResolversParentTypes['CustomerHabits']> = {
  averageRating?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  bargains?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  discountShare?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  preferredCategory?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  preferredChannel?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  preferredHour?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  preferredStore?: Resolver<Maybe<ResolversTypes['Store']>, ParentType, ContextType>;
  priceSensitivity?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  promotionShare?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  purchases?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  returnRate?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  reviewReads?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  seasonShare?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  sharesOpened?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type CustomerMembershipResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['CustomerMembership'] = ResolversParentTypes['CustomerMembership']> = {
  enteredAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  enteredBy?: Resolver<ResolversTypes['SegmentChangeCause'], ParentType, ContextType>;
  heldOut?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  leftAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  leftBy?: Resolver<Maybe<ResolversTypes['SegmentChangeCause']>, ParentType, ContextType>;
  segment?: Resolver<ResolversTypes['Segment'], ParentType, ContextType>;
};

export type CustomerValueResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['CustomerValue'] = ResolversParentTypes['CustomerValue']> = {
  aliveProbability?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  churnRisk?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  expectedNextOrderAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  expectedOrders?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType, RequireFields<CustomerValueExpectedOrdersArgs, 'within'>>;
  expectedSpend?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType, RequireFields<CustomerValueExpectedSpendArgs, 'within'>>;
  purchaseProbability?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType, RequireFields<CustomerValuePurchaseProbabilityArgs, 'within'>>;
  rfm?: Resolver<Maybe<ResolversTypes['RfmScores']>, ParentType, ContextType>;
};

export interface DateScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Date'], any> {
  name: 'Date';
}

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export interface DecimalScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Decimal'], any> {
  name: 'Decimal';
}

export type DeviceResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['Device'] = ResolversParentTypes['Device']> = {
  deviceId?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  lastSeenAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  model?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  platform?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export interface DurationScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Duration'], any> {
  name: 'Duration';
}

export type ExcludingClauseResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['ExcludingClause'] = ResolversParentTypes['ExcludingClause']> = {
  matched?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  nearest?: Resolver<Array<ResolversTypes['NearMiss']>, ParentType, ContextType>;
  path?: Resolver<Array<ResolversTypes['Int']>, ParentType, ContextType>;
  rule?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ExpiringPointsResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['ExpiringPoints'] = ResolversParentTypes['ExpiringPoints']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  points?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ExplainedFactResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['ExplainedFact'] = ResolversParentTypes['ExplainedFact']> = {
  at?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  source?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  type?: Resolver<ResolversTypes['FactType'], ParentType, ContextType>;
};

export type ExplainedIdentifierResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['ExplainedIdentifier'] = ResolversParentTypes['ExplainedIdentifier']> = {
  kind?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  scope?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  shared?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  strength?: Resolver<ResolversTypes['IdentifierStrength'], ParentType, ContextType>;
  until?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  value?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ExportResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['Export'] = ResolversParentTypes['Export']> = {
  actor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  asOf?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  columns?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  error?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  finishedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  format?: Resolver<ResolversTypes['ExportFormat'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  outcome?: Resolver<ResolversTypes['ExportOutcome'], ParentType, ContextType>;
  rows?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  rule?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  segment?: Resolver<Maybe<ResolversTypes['Segment']>, ParentType, ContextType>;
  startedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  via?: Resolver<ResolversTypes['ExportWay'], ParentType, ContextType>;
  withoutHoldout?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type ExportConnectionResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['ExportConnection'] = ResolversParentTypes['ExportConnection']> = {
  edges?: Resolver<Array<ResolversTypes['ExportEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Export']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ExportEdgeResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['ExportEdge'] = ResolversParentTypes['ExportEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Export'], ParentType, ContextType>;
};

export type FactRefResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['FactRef'] = ResolversParentTypes['FactRef']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  source?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  type?: Resolver<ResolversTypes['FactType'], ParentType, ContextType>;
};

export type FieldComparisonResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['FieldComparison'] = ResolversParentTypes['FieldComparison']> = {
  field?: Resolver<ResolversTypes['ComparedField'], ParentType, ContextType>;
  level?: Resolver<ResolversTypes['ComparedLevel'], ParentType, ContextType>;
  one?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  other?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  weight?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type FieldValueResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['FieldValue'] = ResolversParentTypes['FieldValue']> = {
  count?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  exact?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  value?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type FragmentParameterResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['FragmentParameter'] = ResolversParentTypes['FragmentParameter']> = {
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  operand?: Resolver<ResolversTypes['FragmentOperand'], ParentType, ContextType>;
  type?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type Golden48HoursResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['Golden48Hours'] = ResolversParentTypes['Golden48Hours']> = {
  arrivedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  endsAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  happened?: Resolver<Array<ResolversTypes['TimelineEntry']>, ParentType, ContextType>;
  isOver?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  missing?: Resolver<Array<ResolversTypes['GoldenStep']>, ParentType, ContextType>;
  steps?: Resolver<Array<ResolversTypes['GoldenStepDone']>, ParentType, ContextType>;
};

export type GoldenStepDoneResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['GoldenStepDone'] = ResolversParentTypes['GoldenStepDone']> = {
  doneAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  inTime?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  step?: Resolver<ResolversTypes['GoldenStep'], ParentType, ContextType>;
};

export type HandTagResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['HandTag'] = ResolversParentTypes['HandTag']> = {
  actor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  expiresAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  removedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  removedBecause?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  removedBy?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  tag?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type HoldoutResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['Holdout'] = ResolversParentTypes['Holdout']> = {
  percent?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  seed?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type HoldoutGroupsResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['HoldoutGroups'] = ResolversParentTypes['HoldoutGroups']> = {
  control?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  treated?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type HouseholdResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['Household'] = ResolversParentTypes['Household']> = {
  members?: Resolver<Array<ResolversTypes['HouseholdMember']>, ParentType, ContextType>;
};

export type HouseholdMemberResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['HouseholdMember'] = ResolversParentTypes['HouseholdMember']> = {
  because?: Resolver<Array<ResolversTypes['HouseholdTie']>, ParentType, ContextType>;
  customer?: Resolver<ResolversTypes['Customer'], ParentType, ContextType>;
};

export type HouseholdTieResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['HouseholdTie'] = ResolversParentTypes['HouseholdTie']> = {
  kind?: Resolver<ResolversTypes['HouseholdTieKind'], ParentType, ContextType>;
  value?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type IdentifierResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['Identifier'] = ResolversParentTypes['Identifier']> = {
  firstSeenAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  lastSeenAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  scope?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  shared?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  sources?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  until?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  value?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type IdentifierKindRulesResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['IdentifierKindRules'] = ResolversParentTypes['IdentifierKindRules']> = {
  defaultScope?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  exclusive?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  maxPerCustomer?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  normaliser?: Resolver<ResolversTypes['Normaliser'], ParentType, ContextType>;
  priority?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  scoped?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  sharedAbove?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  strength?: Resolver<ResolversTypes['IdentifierStrength'], ParentType, ContextType>;
  window?: Resolver<Maybe<ResolversTypes['Duration']>, ParentType, ContextType>;
};

export type IdentityDecisionResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['IdentityDecision'] = ResolversParentTypes['IdentityDecision']> = {
  customers?: Resolver<Array<ResolversTypes['Customer']>, ParentType, ContextType>;
  decisionId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
};

export type IdentityEdgeResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['IdentityEdge'] = ResolversParentTypes['IdentityEdge']> = {
  from?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['IdentityEdgeKind'], ParentType, ContextType>;
  to?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type IdentityEventResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['IdentityEvent'] = ResolversParentTypes['IdentityEvent']> = {
  actor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  asId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  because?: Resolver<Maybe<ResolversTypes['FactRef']>, ParentType, ContextType>;
  cause?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  ended?: Resolver<Maybe<ResolversTypes['IdentityEventEnd']>, ParentType, ContextType>;
  from?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  id?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['IdentityEventKind'], ParentType, ContextType>;
  otherIds?: Resolver<Array<ResolversTypes['ID']>, ParentType, ContextType>;
  otherRecords?: Resolver<Array<ResolversTypes['FactRef']>, ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  records?: Resolver<Array<ResolversTypes['FactRef']>, ParentType, ContextType>;
  via?: Resolver<Maybe<ResolversTypes['MergeIdentifier']>, ParentType, ContextType>;
};

export type IdentityEventEndResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['IdentityEventEnd'] = ResolversParentTypes['IdentityEventEnd']> = {
  actor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type IdentityExplanationResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['IdentityExplanation'] = ResolversParentTypes['IdentityExplanation']> = {
  customer?: Resolver<ResolversTypes['Customer'], ParentType, ContextType>;
  cut?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  eventCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  graph?: Resolver<ResolversTypes['IdentityGraph'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  merged?: Resolver<Array<ResolversTypes['MergedCustomer']>, ParentType, ContextType>;
  orderCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  recordCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  steps?: Resolver<Array<ResolversTypes['IdentityStep']>, ParentType, ContextType>;
};

export type IdentityGraphResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['IdentityGraph'] = ResolversParentTypes['IdentityGraph']> = {
  edges?: Resolver<Array<ResolversTypes['IdentityEdge']>, ParentType, ContextType>;
  facts?: Resolver<Array<ResolversTypes['ExplainedFact']>, ParentType, ContextType>;
  identifiers?: Resolver<Array<ResolversTypes['ExplainedIdentifier']>, ParentType, ContextType>;
};

export type IdentityLinkResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['IdentityLink'] = ResolversParentTypes['IdentityLink']> = {
  by?: Resolver<ResolversTypes['IdentityTie'], ParentType, ContextType>;
  decision?: Resolver<Maybe<ResolversTypes['StandingDecision']>, ParentType, ContextType>;
  from?: Resolver<ResolversTypes['ExplainedFact'], ParentType, ContextType>;
  identifier?: Resolver<Maybe<ResolversTypes['ExplainedIdentifier']>, ParentType, ContextType>;
  to?: Resolver<ResolversTypes['ExplainedFact'], ParentType, ContextType>;
};

export type IdentityRulesResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['IdentityRules'] = ResolversParentTypes['IdentityRules']> = {
  blockedPatterns?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  blockedValues?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  defaultCountry?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  kinds?: Resolver<Array<ResolversTypes['IdentifierKindRules']>, ParentType, ContextType>;
  possibleMatches?: Resolver<ResolversTypes['MatchThresholds'], ParentType, ContextType>;
  restitching?: Resolver<Maybe<ResolversTypes['Restitching']>, ParentType, ContextType>;
};

export type IdentityRulesPreviewResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['IdentityRulesPreview'] = ResolversParentTypes['IdentityRulesPreview']> = {
  complete?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  customers?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  merges?: Resolver<Array<ResolversTypes['PreviewedMerge']>, ParentType, ContextType>;
  merging?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  restated?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  splits?: Resolver<Array<ResolversTypes['PreviewedSplit']>, ParentType, ContextType>;
  splitting?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type IdentityStepResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['IdentityStep'] = ResolversParentTypes['IdentityStep']> = {
  by?: Resolver<ResolversTypes['IdentityTie'], ParentType, ContextType>;
  decision?: Resolver<Maybe<ResolversTypes['StandingDecision']>, ParentType, ContextType>;
  fact?: Resolver<ResolversTypes['ExplainedFact'], ParentType, ContextType>;
  identifier?: Resolver<Maybe<ResolversTypes['ExplainedIdentifier']>, ParentType, ContextType>;
  to?: Resolver<Maybe<ResolversTypes['ExplainedFact']>, ParentType, ContextType>;
};

export type IngestReportResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['IngestReport'] = ResolversParentTypes['IngestReport']> = {
  created?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  customersCreated?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  customersMerged?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  errors?: Resolver<Array<ResolversTypes['RecordError']>, ParentType, ContextType>;
  errorsOmitted?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  received?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  rejected?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  unchanged?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  updated?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  warnings?: Resolver<Array<ResolversTypes['RecordError']>, ParentType, ContextType>;
  warningsOmitted?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export interface JsonScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['JSON'], any> {
  name: 'JSON';
}

export type LedgerEntryResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['LedgerEntry'] = ResolversParentTypes['LedgerEntry']> = {
  account?: Resolver<ResolversTypes['LedgerAccount'], ParentType, ContextType>;
  points?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type LedgerTransactionResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['LedgerTransaction'] = ResolversParentTypes['LedgerTransaction']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  balance?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  entries?: Resolver<Array<ResolversTypes['LedgerEntry']>, ParentType, ContextType>;
  expiresAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['LedgerKind'], ParentType, ContextType>;
  order?: Resolver<Maybe<ResolversTypes['Order']>, ParentType, ContextType>;
  points?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type LedgerTransactionConnectionResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['LedgerTransactionConnection'] = ResolversParentTypes['LedgerTransactionConnection']> = {
  edges?: Resolver<Array<ResolversTypes['LedgerTransactionEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['LedgerTransaction']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type LedgerTransactionEdgeResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['LedgerTransactionEdge'] = ResolversParentTypes['LedgerTransactionEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['LedgerTransaction'], ParentType, ContextType>;
};

export type LifecycleFlowResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['LifecycleFlow'] = ResolversParentTypes['LifecycleFlow']> = {
  customers?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  from?: Resolver<Maybe<ResolversTypes['LifecycleStage']>, ParentType, ContextType>;
  to?: Resolver<ResolversTypes['LifecycleStage'], ParentType, ContextType>;
};

export type LifecycleFunnelResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['LifecycleFunnel'] = ResolversParentTypes['LifecycleFunnel']> = {
  flows?: Resolver<Array<ResolversTypes['LifecycleFlow']>, ParentType, ContextType>;
  from?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  stages?: Resolver<Array<ResolversTypes['LifecycleStageCount']>, ParentType, ContextType>;
  to?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type LifecyclePeriodResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['LifecyclePeriod'] = ResolversParentTypes['LifecyclePeriod']> = {
  cause?: Resolver<ResolversTypes['LifecycleCause'], ParentType, ContextType>;
  fact?: Resolver<Maybe<ResolversTypes['FactRef']>, ParentType, ContextType>;
  from?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  identifier?: Resolver<Maybe<ResolversTypes['MergeIdentifier']>, ParentType, ContextType>;
  stage?: Resolver<ResolversTypes['LifecycleStage'], ParentType, ContextType>;
  to?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type LifecycleStageCountResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['LifecycleStageCount'] = ResolversParentTypes['LifecycleStageCount']> = {
  after?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  before?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  stage?: Resolver<ResolversTypes['LifecycleStage'], ParentType, ContextType>;
};

export type LoyaltyAccountResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['LoyaltyAccount'] = ResolversParentTypes['LoyaltyAccount']> = {
  balance?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  debt?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  expiring?: Resolver<Array<ResolversTypes['ExpiringPoints']>, ParentType, ContextType, RequireFields<LoyaltyAccountExpiringArgs, 'within'>>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  ledger?: Resolver<ResolversTypes['LedgerTransactionConnection'], ParentType, ContextType, RequireFields<LoyaltyAccountLedgerArgs, 'first'>>;
  tier?: Resolver<ResolversTypes['TierStatus'], ParentType, ContextType>;
  tierHistory?: Resolver<Array<ResolversTypes['TierChange']>, ParentType, ContextType>;
  worth?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
};

export type MatchThresholdsResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['MatchThresholds'] = ResolversParentTypes['MatchThresholds']> = {
  acceptAbove?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  reviewAbove?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
};

export type MembershipExplanationResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['MembershipExplanation'] = ResolversParentTypes['MembershipExplanation']> = {
  asOf?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  clause?: Resolver<ResolversTypes['ClauseVerdict'], ParentType, ContextType>;
  excludedBy?: Resolver<Maybe<ResolversTypes['ExcludingClause']>, ParentType, ContextType>;
  member?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type MergeIdentifierResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['MergeIdentifier'] = ResolversParentTypes['MergeIdentifier']> = {
  kind?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  scope?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  value?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type MergedCustomerResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['MergedCustomer'] = ResolversParentTypes['MergedCustomer']> = {
  because?: Resolver<Maybe<ResolversTypes['FactRef']>, ParentType, ContextType>;
  cause?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  into?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  mergeId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  mergedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  via?: Resolver<Maybe<ResolversTypes['MergeIdentifier']>, ParentType, ContextType>;
};

export type MissedConditionResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['MissedCondition'] = ResolversParentTypes['MissedCondition']> = {
  found?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  rule?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type MoneyResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['Money'] = ResolversParentTypes['Money']> = {
  amount?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  currency?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type MutationResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  acceptPossibleMatch?: Resolver<ResolversTypes['IdentityDecision'], ParentType, ContextType, RequireFields<MutationAcceptPossibleMatchArgs, 'by' | 'id'>>;
  archiveSegment?: Resolver<ResolversTypes['Segment'], ParentType, ContextType, RequireFields<MutationArchiveSegmentArgs, 'id'>>;
  declineRecommendation?: Resolver<ResolversTypes['Customer'], ParentType, ContextType, RequireFields<MutationDeclineRecommendationArgs, 'sku' | 'takeBack'>>;
  deleteFragment?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<MutationDeleteFragmentArgs, 'name'>>;
  deleteSegment?: Resolver<ResolversTypes['ID'], ParentType, ContextType, RequireFields<MutationDeleteSegmentArgs, 'id'>>;
  deleteTagDefinition?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<MutationDeleteTagDefinitionArgs, 'name'>>;
  ingest?: Resolver<ResolversTypes['IngestReport'], ParentType, ContextType, RequireFields<MutationIngestArgs, 'records'>>;
  keepApart?: Resolver<ResolversTypes['IdentityDecision'], ParentType, ContextType, RequireFields<MutationKeepApartArgs, 'by' | 'one' | 'other'>>;
  keepTogether?: Resolver<ResolversTypes['IdentityDecision'], ParentType, ContextType, RequireFields<MutationKeepTogetherArgs, 'by' | 'one' | 'other'>>;
  mergeCustomers?: Resolver<ResolversTypes['IdentityDecision'], ParentType, ContextType, RequireFields<MutationMergeCustomersArgs, 'by' | 'customers'>>;
  publishSegment?: Resolver<ResolversTypes['Segment'], ParentType, ContextType, RequireFields<MutationPublishSegmentArgs, 'id'>>;
  redeemPoints?: Resolver<ResolversTypes['PointsRedemption'], ParentType, ContextType, RequireFields<MutationRedeemPointsArgs, 'idempotencyKey' | 'points' | 'source'>>;
  refreshRecommendations?: Resolver<ResolversTypes['CoPurchaseCount'], ParentType, ContextType>;
  refreshValueModel?: Resolver<ResolversTypes['ValueModel'], ParentType, ContextType>;
  reissueIdentifier?: Resolver<ResolversTypes['IdentityDecision'], ParentType, ContextType, RequireFields<MutationReissueIdentifierArgs, 'by' | 'from' | 'identifier'>>;
  rejectPossibleMatch?: Resolver<ResolversTypes['IdentityDecision'], ParentType, ContextType, RequireFields<MutationRejectPossibleMatchArgs, 'by' | 'id'>>;
  reverseRedemption?: Resolver<ResolversTypes['PointsRedemption'], ParentType, ContextType, RequireFields<MutationReverseRedemptionArgs, 'idempotencyKey' | 'redemption' | 'source'>>;
  revokeDecision?: Resolver<ResolversTypes['IdentityDecision'], ParentType, ContextType, RequireFields<MutationRevokeDecisionArgs, 'decisionId'>>;
  saveFragment?: Resolver<ResolversTypes['RuleFragment'], ParentType, ContextType, RequireFields<MutationSaveFragmentArgs, 'input'>>;
  saveSegment?: Resolver<ResolversTypes['Segment'], ParentType, ContextType, RequireFields<MutationSaveSegmentArgs, 'input'>>;
  saveTagDefinition?: Resolver<ResolversTypes['TagDefinition'], ParentType, ContextType, RequireFields<MutationSaveTagDefinitionArgs, 'input'>>;
  splitCustomer?: Resolver<ResolversTypes['IdentityDecision'], ParentType, ContextType, RequireFields<MutationSplitCustomerArgs, 'by' | 'customer' | 'records'>>;
  tagObject?: Resolver<ResolversTypes['HandTag'], ParentType, ContextType, RequireFields<MutationTagObjectArgs, 'by' | 'object' | 'tag'>>;
  undoMerge?: Resolver<ResolversTypes['IdentityDecision'], ParentType, ContextType, RequireFields<MutationUndoMergeArgs, 'by' | 'mergeId'>>;
  untagObject?: Resolver<ResolversTypes['HandTag'], ParentType, ContextType, RequireFields<MutationUntagObjectArgs, 'by' | 'object' | 'tag'>>;
};

export type NearMissResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['NearMiss'] = ResolversParentTypes['NearMiss']> = {
  kind?: Resolver<ResolversTypes['NearMissKind'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  met?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  missed?: Resolver<Array<ResolversTypes['MissedCondition']>, ParentType, ContextType>;
  object?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
};

export type NeighbourEdgeResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['NeighbourEdge'] = ResolversParentTypes['NeighbourEdge']> = {
  from?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['NeighbourTie'], ParentType, ContextType>;
  to?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type NeighbourNodeResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['NeighbourNode'] = ResolversParentTypes['NeighbourNode']> = {
  distance?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['NeighbourKind'], ParentType, ContextType>;
  label?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type NeighbourhoodResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['Neighbourhood'] = ResolversParentTypes['Neighbourhood']> = {
  edges?: Resolver<Array<ResolversTypes['NeighbourEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['NeighbourNode']>, ParentType, ContextType>;
  truncated?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type NodeResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['Node'] = ResolversParentTypes['Node']> = {
  __resolveType: TypeResolveFn<'Customer' | 'Device' | 'Order' | 'Product' | 'Segment' | 'Staff' | 'Store', ParentType, ContextType>;
};

export type OrderResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['Order'] = ResolversParentTypes['Order']> = {
  channel?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  customer?: Resolver<Maybe<ResolversTypes['Customer']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  lines?: Resolver<Array<ResolversTypes['OrderLine']>, ParentType, ContextType>;
  net?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  number?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  placedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  promotion?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  source?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  staff?: Resolver<Maybe<ResolversTypes['Staff']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['OrderStatus'], ParentType, ContextType>;
  store?: Resolver<Maybe<ResolversTypes['Store']>, ParentType, ContextType>;
  total?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type OrderConnectionResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['OrderConnection'] = ResolversParentTypes['OrderConnection']> = {
  edges?: Resolver<Array<ResolversTypes['OrderEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Order']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type OrderEdgeResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['OrderEdge'] = ResolversParentTypes['OrderEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Order'], ParentType, ContextType>;
};

export type OrderLineResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['OrderLine'] = ResolversParentTypes['OrderLine']> = {
  discount?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  product?: Resolver<ResolversTypes['Product'], ParentType, ContextType>;
  quantity?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  unitPrice?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
};

export type PageInfoResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type PairExplanationResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['PairExplanation'] = ResolversParentTypes['PairExplanation']> = {
  commonIdentifiers?: Resolver<Array<ResolversTypes['CommonIdentifier']>, ParentType, ContextType>;
  conflicts?: Resolver<Array<ResolversTypes['ValueConflict']>, ParentType, ContextType>;
  decisions?: Resolver<Array<ResolversTypes['StandingDecision']>, ParentType, ContextType>;
  one?: Resolver<ResolversTypes['PairSide'], ParentType, ContextType>;
  other?: Resolver<ResolversTypes['PairSide'], ParentType, ContextType>;
  path?: Resolver<Array<ResolversTypes['IdentityLink']>, ParentType, ContextType>;
  possibleMatches?: Resolver<Array<ResolversTypes['PossibleMatch']>, ParentType, ContextType>;
  reissued?: Resolver<Array<ResolversTypes['ReissuedIdentifier']>, ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  verdict?: Resolver<ResolversTypes['PairVerdict'], ParentType, ContextType>;
};

export type PairSideResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['PairSide'] = ResolversParentTypes['PairSide']> = {
  customer?: Resolver<Maybe<ResolversTypes['Customer']>, ParentType, ContextType>;
  record?: Resolver<ResolversTypes['FactRef'], ParentType, ContextType>;
};

export type PartingReasonResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['PartingReason'] = ResolversParentTypes['PartingReason']> = {
  identifier?: Resolver<ResolversTypes['MergeIdentifier'], ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['PartingReasonKind'], ParentType, ContextType>;
};

export type PlanStepResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['PlanStep'] = ResolversParentTypes['PlanStep']> = {
  depth?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  expectedRows?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['PlanStepKind'], ParentType, ContextType>;
  rows?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  scope?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  set?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type PointsQuoteResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['PointsQuote'] = ResolversParentTypes['PointsQuote']> = {
  balance?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  customer?: Resolver<ResolversTypes['Customer'], ParentType, ContextType>;
  points?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  redeemable?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  worth?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
};

export type PointsRedemptionResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['PointsRedemption'] = ResolversParentTypes['PointsRedemption']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  balance?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  customer?: Resolver<ResolversTypes['Customer'], ParentType, ContextType>;
  idempotencyKey?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  points?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  reversedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  source?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  worth?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
};

export type PossibleMatchResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['PossibleMatch'] = ResolversParentTypes['PossibleMatch']> = {
  comparison?: Resolver<Array<ResolversTypes['FieldComparison']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  identifier?: Resolver<Maybe<ResolversTypes['MergeIdentifier']>, ParentType, ContextType>;
  one?: Resolver<ResolversTypes['PossibleMatchSide'], ParentType, ContextType>;
  other?: Resolver<ResolversTypes['PossibleMatchSide'], ParentType, ContextType>;
  priorWeight?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['PossibleMatchReason'], ParentType, ContextType>;
  score?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
};

export type PossibleMatchConnectionResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['PossibleMatchConnection'] = ResolversParentTypes['PossibleMatchConnection']> = {
  edges?: Resolver<Array<ResolversTypes['PossibleMatchEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['PossibleMatch']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type PossibleMatchEdgeResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['PossibleMatchEdge'] = ResolversParentTypes['PossibleMatchEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['PossibleMatch'], ParentType, ContextType>;
};

export type PossibleMatchSideResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['PossibleMatchSide'] = ResolversParentTypes['PossibleMatchSide']> = {
  customer?: Resolver<ResolversTypes['Customer'], ParentType, ContextType>;
  fact?: Resolver<ResolversTypes['FactRef'], ParentType, ContextType>;
};

export type PreviewedMergeResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['PreviewedMerge'] = ResolversParentTypes['PreviewedMerge']> = {
  customers?: Resolver<Array<ResolversTypes['Customer']>, ParentType, ContextType>;
  identifiers?: Resolver<Array<ResolversTypes['MergeIdentifier']>, ParentType, ContextType>;
};

export type PreviewedSplitResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['PreviewedSplit'] = ResolversParentTypes['PreviewedSplit']> = {
  customer?: Resolver<ResolversTypes['Customer'], ParentType, ContextType>;
  parts?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  reasons?: Resolver<Array<ResolversTypes['PartingReason']>, ParentType, ContextType>;
};

export type ProductResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['Product'] = ResolversParentTypes['Product']> = {
  boughtWith?: Resolver<Array<ResolversTypes['BoughtWith']>, ParentType, ContextType, RequireFields<ProductBoughtWithArgs, 'first' | 'kind'>>;
  brand?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  category?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  price?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  sku?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  tagOrigins?: Resolver<Array<ResolversTypes['TagOrigin']>, ParentType, ContextType>;
  tags?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ProductConnectionResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['ProductConnection'] = ResolversParentTypes['ProductConnection']> = {
  edges?: Resolver<Array<ResolversTypes['ProductEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Product']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ProductEdgeResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['ProductEdge'] = ResolversParentTypes['ProductEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Product'], ParentType, ContextType>;
};

export type QueryResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  coPurchaseCount?: Resolver<Maybe<ResolversTypes['CoPurchaseCount']>, ParentType, ContextType>;
  combineSegments?: Resolver<ResolversTypes['SegmentPreview'], ParentType, ContextType, RequireFields<QueryCombineSegmentsArgs, 'sample'>>;
  crossSell?: Resolver<ResolversTypes['CrossSell'], ParentType, ContextType, RequireFields<QueryCrossSellArgs, 'first'>>;
  customer?: Resolver<Maybe<ResolversTypes['Customer']>, ParentType, ContextType, Partial<QueryCustomerArgs>>;
  customers?: Resolver<ResolversTypes['CustomerConnection'], ParentType, ContextType, Partial<QueryCustomersArgs>>;
  explainIdentity?: Resolver<Maybe<ResolversTypes['IdentityExplanation']>, ParentType, ContextType, RequireFields<QueryExplainIdentityArgs, 'customer'>>;
  explainMembership?: Resolver<ResolversTypes['MembershipExplanation'], ParentType, ContextType, RequireFields<QueryExplainMembershipArgs, 'customer'>>;
  explainPair?: Resolver<ResolversTypes['PairExplanation'], ParentType, ContextType, RequireFields<QueryExplainPairArgs, 'one' | 'other'>>;
  explainSegment?: Resolver<ResolversTypes['SegmentPlan'], ParentType, ContextType, Partial<QueryExplainSegmentArgs>>;
  explainTag?: Resolver<ResolversTypes['TagExplanation'], ParentType, ContextType, RequireFields<QueryExplainTagArgs, 'object' | 'tag'>>;
  exports?: Resolver<ResolversTypes['ExportConnection'], ParentType, ContextType, Partial<QueryExportsArgs>>;
  fieldValues?: Resolver<Array<ResolversTypes['FieldValue']>, ParentType, ContextType, RequireFields<QueryFieldValuesArgs, 'first' | 'path' | 'scope'>>;
  fragment?: Resolver<Maybe<ResolversTypes['RuleFragment']>, ParentType, ContextType, RequireFields<QueryFragmentArgs, 'name'>>;
  fragments?: Resolver<Array<ResolversTypes['RuleFragment']>, ParentType, ContextType>;
  identityRules?: Resolver<ResolversTypes['IdentityRules'], ParentType, ContextType>;
  lifecycleFunnel?: Resolver<ResolversTypes['LifecycleFunnel'], ParentType, ContextType, RequireFields<QueryLifecycleFunnelArgs, 'from'>>;
  node?: Resolver<Maybe<ResolversTypes['Node']>, ParentType, ContextType, RequireFields<QueryNodeArgs, 'id'>>;
  nodes?: Resolver<Array<Maybe<ResolversTypes['Node']>>, ParentType, ContextType, RequireFields<QueryNodesArgs, 'ids'>>;
  order?: Resolver<Maybe<ResolversTypes['Order']>, ParentType, ContextType, RequireFields<QueryOrderArgs, 'number' | 'source'>>;
  orders?: Resolver<ResolversTypes['OrderConnection'], ParentType, ContextType, Partial<QueryOrdersArgs>>;
  possibleMatches?: Resolver<ResolversTypes['PossibleMatchConnection'], ParentType, ContextType, Partial<QueryPossibleMatchesArgs>>;
  previewIdentityRules?: Resolver<ResolversTypes['IdentityRulesPreview'], ParentType, ContextType, RequireFields<QueryPreviewIdentityRulesArgs, 'rules' | 'sample'>>;
  previewSegment?: Resolver<ResolversTypes['SegmentPreview'], ParentType, ContextType, RequireFields<QueryPreviewSegmentArgs, 'sample'>>;
  product?: Resolver<Maybe<ResolversTypes['Product']>, ParentType, ContextType, RequireFields<QueryProductArgs, 'sku'>>;
  products?: Resolver<ResolversTypes['ProductConnection'], ParentType, ContextType, Partial<QueryProductsArgs>>;
  quotePoints?: Resolver<Maybe<ResolversTypes['PointsQuote']>, ParentType, ContextType, Partial<QueryQuotePointsArgs>>;
  recommendationRefresh?: Resolver<Maybe<ResolversTypes['RecommendationRefresh']>, ParentType, ContextType>;
  ruleSuggestions?: Resolver<ResolversTypes['RuleSuggestions'], ParentType, ContextType, RequireFields<QueryRuleSuggestionsArgs, 'first' | 'position' | 'scope' | 'text'>>;
  segment?: Resolver<Maybe<ResolversTypes['Segment']>, ParentType, ContextType, Partial<QuerySegmentArgs>>;
  segmentChangeFeed?: Resolver<ResolversTypes['SegmentChangePage'], ParentType, ContextType, RequireFields<QuerySegmentChangeFeedArgs, 'first'>>;
  segmentOverlap?: Resolver<ResolversTypes['SegmentOverlap'], ParentType, ContextType, RequireFields<QuerySegmentOverlapArgs, 'segments'>>;
  segmentTemplates?: Resolver<Array<ResolversTypes['SegmentTemplate']>, ParentType, ContextType>;
  segments?: Resolver<ResolversTypes['SegmentConnection'], ParentType, ContextType, Partial<QuerySegmentsArgs>>;
  staff?: Resolver<Maybe<ResolversTypes['Staff']>, ParentType, ContextType, RequireFields<QueryStaffArgs, 'code'>>;
  staffMembers?: Resolver<ResolversTypes['StaffConnection'], ParentType, ContextType, Partial<QueryStaffMembersArgs>>;
  store?: Resolver<Maybe<ResolversTypes['Store']>, ParentType, ContextType, RequireFields<QueryStoreArgs, 'code'>>;
  stores?: Resolver<ResolversTypes['StoreConnection'], ParentType, ContextType, Partial<QueryStoresArgs>>;
  tagDefinition?: Resolver<Maybe<ResolversTypes['TagDefinition']>, ParentType, ContextType, RequireFields<QueryTagDefinitionArgs, 'name'>>;
  tagDefinitions?: Resolver<Array<ResolversTypes['TagDefinition']>, ParentType, ContextType, Partial<QueryTagDefinitionsArgs>>;
  valueModel?: Resolver<Maybe<ResolversTypes['ValueModel']>, ParentType, ContextType>;
  valueRefresh?: Resolver<Maybe<ResolversTypes['ValueRefresh']>, ParentType, ContextType>;
};

export type QueryOperatorResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['QueryOperator'] = ResolversParentTypes['QueryOperator']> = {
  dbHits?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  depth?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  details?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  estimatedRows?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  rows?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type RecommendationResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['Recommendation'] = ResolversParentTypes['Recommendation']> = {
  basis?: Resolver<ResolversTypes['RecommendationBasis'], ParentType, ContextType>;
  product?: Resolver<ResolversTypes['Product'], ParentType, ContextType>;
  reasons?: Resolver<Array<ResolversTypes['RecommendationReason']>, ParentType, ContextType>;
  score?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type RecommendationReasonResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['RecommendationReason'] = ResolversParentTypes['RecommendationReason']> = {
  customers?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  kind?: Resolver<Maybe<ResolversTypes['CoPurchaseKind']>, ParentType, ContextType>;
  product?: Resolver<Maybe<ResolversTypes['Product']>, ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type RecommendationRefreshResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['RecommendationRefresh'] = ResolversParentTypes['RecommendationRefresh']> = {
  done?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  startedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  total?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type RecordErrorResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['RecordError'] = ResolversParentTypes['RecordError']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  index?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
};

export type ReferralResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['Referral'] = ResolversParentTypes['Referral']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  customer?: Resolver<ResolversTypes['Customer'], ParentType, ContextType>;
  via?: Resolver<ResolversTypes['ReferralVia'], ParentType, ContextType>;
};

export type ReissuedIdentifierResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['ReissuedIdentifier'] = ResolversParentTypes['ReissuedIdentifier']> = {
  kind?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  oneUntil?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  otherUntil?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  scope?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  value?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type RestitchingResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['Restitching'] = ResolversParentTypes['Restitching']> = {
  done?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  finishedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  inForce?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  origin?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  since?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  startedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  total?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ReviewResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['Review'] = ResolversParentTypes['Review']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  event?: Resolver<ResolversTypes['CustomerEvent'], ParentType, ContextType>;
  rating?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  text?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type RfmGroupSizeResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['RfmGroupSize'] = ResolversParentTypes['RfmGroupSize']> = {
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  group?: Resolver<ResolversTypes['RfmGroup'], ParentType, ContextType>;
};

export type RfmScoresResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['RfmScores'] = ResolversParentTypes['RfmScores']> = {
  frequency?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  group?: Resolver<ResolversTypes['RfmGroup'], ParentType, ContextType>;
  monetary?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  recency?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type RuleFragmentResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['RuleFragment'] = ResolversParentTypes['RuleFragment']> = {
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  filter?: Resolver<ResolversTypes['JSON'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  parameters?: Resolver<Array<ResolversTypes['FragmentParameter']>, ParentType, ContextType>;
  rule?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  scope?: Resolver<ResolversTypes['RuleScope'], ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  usedByFragments?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  usedBySegments?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
};

export type RuleSuggestionResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['RuleSuggestion'] = ResolversParentTypes['RuleSuggestion']> = {
  count?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['RuleSuggestionKind'], ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  type?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type RuleSuggestionsResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['RuleSuggestions'] = ResolversParentTypes['RuleSuggestions']> = {
  from?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  items?: Resolver<Array<ResolversTypes['RuleSuggestion']>, ParentType, ContextType>;
  to?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type SalesMonthResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['SalesMonth'] = ResolversParentTypes['SalesMonth']> = {
  customers?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  month?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  purchases?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  revenue?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
};

export type SalesPeersResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['SalesPeers'] = ResolversParentTypes['SalesPeers']> = {
  averagePurchaseValue?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  customers?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  loyalShare?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  purchases?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  rank?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  repeatRate?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  revenue?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
};

export type SalesReportResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['SalesReport'] = ResolversParentTypes['SalesReport']> = {
  averagePurchaseValue?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  customers?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  from?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  loyalShare?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  peers?: Resolver<Maybe<ResolversTypes['SalesPeers']>, ParentType, ContextType>;
  purchases?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  repeatRate?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  revenue?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  stages?: Resolver<Array<ResolversTypes['SalesStage']>, ParentType, ContextType>;
  to?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  trend?: Resolver<Array<ResolversTypes['SalesMonth']>, ParentType, ContextType>;
};

export type SalesStageResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['SalesStage'] = ResolversParentTypes['SalesStage']> = {
  customers?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  stage?: Resolver<ResolversTypes['LifecycleStage'], ParentType, ContextType>;
};

export type SegmentResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['Segment'] = ResolversParentTypes['Segment']> = {
  archivedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  computedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  dependents?: Resolver<Array<ResolversTypes['Segment']>, ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  draft?: Resolver<Maybe<ResolversTypes['SegmentVersion']>, ParentType, ContextType>;
  filter?: Resolver<ResolversTypes['JSON'], ParentType, ContextType>;
  holdout?: Resolver<Maybe<ResolversTypes['Holdout']>, ParentType, ContextType>;
  holdoutGroups?: Resolver<Maybe<ResolversTypes['HoldoutGroups']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  members?: Resolver<ResolversTypes['CustomerConnection'], ParentType, ContextType, Partial<SegmentMembersArgs>>;
  memberships?: Resolver<ResolversTypes['SegmentMembershipConnection'], ParentType, ContextType, Partial<SegmentMembershipsArgs>>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  publishedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  rule?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  size?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  sizeHistory?: Resolver<Array<ResolversTypes['SegmentSizePoint']>, ParentType, ContextType, RequireFields<SegmentSizeHistoryArgs, 'every'>>;
  status?: Resolver<ResolversTypes['SegmentStatus'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  versions?: Resolver<Array<ResolversTypes['SegmentVersion']>, ParentType, ContextType, RequireFields<SegmentVersionsArgs, 'first'>>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SegmentChangeResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['SegmentChange'] = ResolversParentTypes['SegmentChange']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  cause?: Resolver<ResolversTypes['SegmentChangeCause'], ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  customer?: Resolver<Maybe<ResolversTypes['Customer']>, ParentType, ContextType>;
  customerId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  heldOut?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['SegmentChangeKind'], ParentType, ContextType>;
  segment?: Resolver<Maybe<ResolversTypes['Segment']>, ParentType, ContextType>;
  segmentId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type SegmentChangePageResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['SegmentChangePage'] = ResolversParentTypes['SegmentChangePage']> = {
  changes?: Resolver<Array<ResolversTypes['SegmentChange']>, ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  hasMore?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type SegmentClauseChangeResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['SegmentClauseChange'] = ResolversParentTypes['SegmentClauseChange']> = {
  after?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  before?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  within?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
};

export type SegmentConnectionResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['SegmentConnection'] = ResolversParentTypes['SegmentConnection']> = {
  edges?: Resolver<Array<ResolversTypes['SegmentEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Segment']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type SegmentEdgeResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['SegmentEdge'] = ResolversParentTypes['SegmentEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Segment'], ParentType, ContextType>;
};

export type SegmentMembershipResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['SegmentMembership'] = ResolversParentTypes['SegmentMembership']> = {
  customer?: Resolver<Maybe<ResolversTypes['Customer']>, ParentType, ContextType>;
  customerId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  enteredAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  enteredBy?: Resolver<ResolversTypes['SegmentChangeCause'], ParentType, ContextType>;
  heldOut?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  leftAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  leftBy?: Resolver<Maybe<ResolversTypes['SegmentChangeCause']>, ParentType, ContextType>;
};

export type SegmentMembershipConnectionResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['SegmentMembershipConnection'] = ResolversParentTypes['SegmentMembershipConnection']> = {
  edges?: Resolver<Array<ResolversTypes['SegmentMembershipEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['SegmentMembership']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type SegmentMembershipEdgeResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['SegmentMembershipEdge'] = ResolversParentTypes['SegmentMembershipEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['SegmentMembership'], ParentType, ContextType>;
};

export type SegmentOverlapResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['SegmentOverlap'] = ResolversParentTypes['SegmentOverlap']> = {
  pairs?: Resolver<Array<ResolversTypes['SegmentOverlapPair']>, ParentType, ContextType>;
  regions?: Resolver<Array<ResolversTypes['SegmentOverlapRegion']>, ParentType, ContextType>;
};

export type SegmentOverlapPairResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['SegmentOverlapPair'] = ResolversParentTypes['SegmentOverlapPair']> = {
  both?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  either?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  one?: Resolver<ResolversTypes['Segment'], ParentType, ContextType>;
  other?: Resolver<ResolversTypes['Segment'], ParentType, ContextType>;
};

export type SegmentOverlapRegionResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['SegmentOverlapRegion'] = ResolversParentTypes['SegmentOverlapRegion']> = {
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  segments?: Resolver<Array<ResolversTypes['Segment']>, ParentType, ContextType>;
};

export type SegmentPlanResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['SegmentPlan'] = ResolversParentTypes['SegmentPlan']> = {
  asOf?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  cost?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  cypher?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  filter?: Resolver<ResolversTypes['JSON'], ParentType, ContextType>;
  operators?: Resolver<Array<ResolversTypes['QueryOperator']>, ParentType, ContextType, RequireFields<SegmentPlanOperatorsArgs, 'run'>>;
  parameters?: Resolver<ResolversTypes['JSON'], ParentType, ContextType>;
  plan?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  rule?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  steps?: Resolver<Array<ResolversTypes['PlanStep']>, ParentType, ContextType>;
  tree?: Resolver<ResolversTypes['JSON'], ParentType, ContextType>;
};

export type SegmentPreviewResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['SegmentPreview'] = ResolversParentTypes['SegmentPreview']> = {
  asOf?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  clauses?: Resolver<Array<ResolversTypes['ClauseCount']>, ParentType, ContextType>;
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  elapsedMs?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  filter?: Resolver<ResolversTypes['JSON'], ParentType, ContextType>;
  rule?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  sample?: Resolver<Array<ResolversTypes['Customer']>, ParentType, ContextType>;
};

export type SegmentPropertyChangeResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['SegmentPropertyChange'] = ResolversParentTypes['SegmentPropertyChange']> = {
  after?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  before?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  property?: Resolver<ResolversTypes['SegmentProperty'], ParentType, ContextType>;
};

export type SegmentSizePointResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['SegmentSizePoint'] = ResolversParentTypes['SegmentSizePoint']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  entered?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  left?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  size?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type SegmentTemplateResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['SegmentTemplate'] = ResolversParentTypes['SegmentTemplate']> = {
  description?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  parameters?: Resolver<Array<ResolversTypes['SegmentTemplateParameter']>, ParentType, ContextType>;
  rule?: Resolver<ResolversTypes['String'], ParentType, ContextType, Partial<SegmentTemplateRuleArgs>>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  withParameters?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type SegmentTemplateParameterResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['SegmentTemplateParameter'] = ResolversParentTypes['SegmentTemplateParameter']> = {
  default?: Resolver<ResolversTypes['JSON'], ParentType, ContextType>;
  description?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  type?: Resolver<ResolversTypes['SegmentTemplateParameterType'], ParentType, ContextType>;
};

export type SegmentVersionResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['SegmentVersion'] = ResolversParentTypes['SegmentVersion']> = {
  author?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  clauses?: Resolver<Array<ResolversTypes['SegmentClauseChange']>, ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  filter?: Resolver<ResolversTypes['JSON'], ParentType, ContextType>;
  holdout?: Resolver<Maybe<ResolversTypes['Holdout']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  note?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  number?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  properties?: Resolver<Array<ResolversTypes['SegmentPropertyChange']>, ParentType, ContextType>;
  publishedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  publishedBy?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  restores?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  rule?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  savedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type ServiceQuestionResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['ServiceQuestion'] = ResolversParentTypes['ServiceQuestion']> = {
  answeredAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  askedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  event?: Resolver<ResolversTypes['CustomerEvent'], ParentType, ContextType>;
  text?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  topic?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type SourceRecordResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['SourceRecord'] = ResolversParentTypes['SourceRecord']> = {
  identifiers?: Resolver<Array<ResolversTypes['StatedIdentifier']>, ParentType, ContextType>;
  observedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  provenance?: Resolver<ResolversTypes['Provenance'], ParentType, ContextType>;
  receivedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  recordId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  source?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type SpendingParametersResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['SpendingParameters'] = ResolversParentTypes['SpendingParameters']> = {
  p?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  q?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  v?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type StaffResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['Staff'] = ResolversParentTypes['Staff']> = {
  code?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  manager?: Resolver<Maybe<ResolversTypes['Staff']>, ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  performance?: Resolver<Maybe<ResolversTypes['PerformanceBand']>, ParentType, ContextType>;
  report?: Resolver<ResolversTypes['SalesReport'], ParentType, ContextType, RequireFields<StaffReportArgs, 'within'>>;
  store?: Resolver<Maybe<ResolversTypes['Store']>, ParentType, ContextType>;
  tagOrigins?: Resolver<Array<ResolversTypes['TagOrigin']>, ParentType, ContextType>;
  tags?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  title?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type StaffConnectionResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['StaffConnection'] = ResolversParentTypes['StaffConnection']> = {
  edges?: Resolver<Array<ResolversTypes['StaffEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Staff']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type StaffEdgeResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['StaffEdge'] = ResolversParentTypes['StaffEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Staff'], ParentType, ContextType>;
};

export type StandingDecisionResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['StandingDecision'] = ResolversParentTypes['StandingDecision']> = {
  actor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  one?: Resolver<ResolversTypes['FactRef'], ParentType, ContextType>;
  other?: Resolver<ResolversTypes['FactRef'], ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  verdict?: Resolver<ResolversTypes['IdentityVerdict'], ParentType, ContextType>;
};

export type StatedIdentifierResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['StatedIdentifier'] = ResolversParentTypes['StatedIdentifier']> = {
  kind?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  normalised?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  scope?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['StatedIdentifierStatus'], ParentType, ContextType>;
  value?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type StoreResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['Store'] = ResolversParentTypes['Store']> = {
  city?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  code?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  format?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  performance?: Resolver<Maybe<ResolversTypes['PerformanceBand']>, ParentType, ContextType>;
  province?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  region?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  report?: Resolver<ResolversTypes['SalesReport'], ParentType, ContextType, RequireFields<StoreReportArgs, 'within'>>;
  revenue?: Resolver<ResolversTypes['Money'], ParentType, ContextType, RequireFields<StoreRevenueArgs, 'within'>>;
  tagOrigins?: Resolver<Array<ResolversTypes['TagOrigin']>, ParentType, ContextType>;
  tags?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type StoreConnectionResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['StoreConnection'] = ResolversParentTypes['StoreConnection']> = {
  edges?: Resolver<Array<ResolversTypes['StoreEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Store']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type StoreEdgeResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['StoreEdge'] = ResolversParentTypes['StoreEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Store'], ParentType, ContextType>;
};

export type SubscriptionResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['Subscription'] = ResolversParentTypes['Subscription']> = {
  segmentChanges?: SubscriptionResolver<ResolversTypes['SegmentChange'], "segmentChanges", ParentType, ContextType, Partial<SubscriptionSegmentChangesArgs>>;
};

export type TagDefinitionResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['TagDefinition'] = ResolversParentTypes['TagDefinition']> = {
  appliesTo?: Resolver<Array<ResolversTypes['TagKind']>, ParentType, ContextType>;
  category?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  filter?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  inferred?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  origin?: Resolver<ResolversTypes['TagDefinitionOrigin'], ParentType, ContextType>;
  owner?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  rule?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  updatedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type TagExplanationResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['TagExplanation'] = ResolversParentTypes['TagExplanation']> = {
  asOf?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  clause?: Resolver<Maybe<ResolversTypes['ClauseVerdict']>, ParentType, ContextType>;
  definition?: Resolver<Maybe<ResolversTypes['TagDefinition']>, ParentType, ContextType>;
  habits?: Resolver<Maybe<ResolversTypes['CustomerHabits']>, ParentType, ContextType>;
  holds?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  origins?: Resolver<Array<ResolversTypes['TagOrigin']>, ParentType, ContextType>;
  ruleHolds?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  tag?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type TagOriginResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['TagOrigin'] = ResolversParentTypes['TagOrigin']> = {
  actor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  by?: Resolver<ResolversTypes['TagGiver'], ParentType, ContextType>;
  expiresAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  recordId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  since?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  source?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  tag?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type TierChangeResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['TierChange'] = ResolversParentTypes['TierChange']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  cause?: Resolver<ResolversTypes['TierCause'], ParentType, ContextType>;
  spent?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  tier?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  validUntil?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type TierStatusResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['TierStatus'] = ResolversParentTypes['TierStatus']> = {
  missing?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  nextTier?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  since?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  spent?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  validUntil?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type TimelineEdgeResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['TimelineEdge'] = ResolversParentTypes['TimelineEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['TimelineEntry'], ParentType, ContextType>;
};

export type TimelineEntryResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['TimelineEntry'] = ResolversParentTypes['TimelineEntry']> = {
  __resolveType: TypeResolveFn<'TimelineEvent' | 'TimelineIdentity' | 'TimelineOrder' | 'TimelinePoints' | 'TimelineSegment' | 'TimelineStage' | 'TimelineTag' | 'TimelineTier', ParentType, ContextType>;
};

export type TimelineEventResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['TimelineEvent'] = ResolversParentTypes['TimelineEvent']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  event?: Resolver<ResolversTypes['CustomerEvent'], ParentType, ContextType>;
  type?: Resolver<ResolversTypes['TimelineType'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type TimelineIdentityResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['TimelineIdentity'] = ResolversParentTypes['TimelineIdentity']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  change?: Resolver<ResolversTypes['IdentityEvent'], ParentType, ContextType>;
  type?: Resolver<ResolversTypes['TimelineType'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type TimelineOrderResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['TimelineOrder'] = ResolversParentTypes['TimelineOrder']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  order?: Resolver<ResolversTypes['Order'], ParentType, ContextType>;
  type?: Resolver<ResolversTypes['TimelineType'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type TimelinePageResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['TimelinePage'] = ResolversParentTypes['TimelinePage']> = {
  edges?: Resolver<Array<ResolversTypes['TimelineEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['TimelineEntry']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type TimelinePointsResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['TimelinePoints'] = ResolversParentTypes['TimelinePoints']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  points?: Resolver<ResolversTypes['LedgerTransaction'], ParentType, ContextType>;
  type?: Resolver<ResolversTypes['TimelineType'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type TimelineSegmentResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['TimelineSegment'] = ResolversParentTypes['TimelineSegment']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  memberId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  segment?: Resolver<ResolversTypes['Segment'], ParentType, ContextType>;
  segmentCause?: Resolver<ResolversTypes['SegmentChangeCause'], ParentType, ContextType>;
  segmentChange?: Resolver<ResolversTypes['SegmentChangeKind'], ParentType, ContextType>;
  type?: Resolver<ResolversTypes['TimelineType'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type TimelineStageResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['TimelineStage'] = ResolversParentTypes['TimelineStage']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  before?: Resolver<Maybe<ResolversTypes['LifecycleStage']>, ParentType, ContextType>;
  period?: Resolver<ResolversTypes['LifecyclePeriod'], ParentType, ContextType>;
  type?: Resolver<ResolversTypes['TimelineType'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type TimelineTagResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['TimelineTag'] = ResolversParentTypes['TimelineTag']> = {
  actor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  by?: Resolver<ResolversTypes['TimelineTagGiver'], ParentType, ContextType>;
  holderId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  recordId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  ruleCause?: Resolver<Maybe<ResolversTypes['SegmentChangeCause']>, ParentType, ContextType>;
  source?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  tag?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  tagChange?: Resolver<ResolversTypes['TagChange'], ParentType, ContextType>;
  type?: Resolver<ResolversTypes['TimelineType'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type TimelineTierResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['TimelineTier'] = ResolversParentTypes['TimelineTier']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  tier?: Resolver<ResolversTypes['TierChange'], ParentType, ContextType>;
  type?: Resolver<ResolversTypes['TimelineType'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ValueConflictResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['ValueConflict'] = ResolversParentTypes['ValueConflict']> = {
  oneValues?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  otherValues?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  rule?: Resolver<ResolversTypes['IdentifierKindRules'], ParentType, ContextType>;
  scope?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type ValueModelResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['ValueModel'] = ResolversParentTypes['ValueModel']> = {
  buyers?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  buying?: Resolver<Maybe<ResolversTypes['BuyingParameters']>, ParentType, ContextType>;
  fittedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  groups?: Resolver<Array<ResolversTypes['RfmGroupSize']>, ParentType, ContextType>;
  returned?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  spending?: Resolver<Maybe<ResolversTypes['SpendingParameters']>, ParentType, ContextType>;
};

export type ValueRefreshResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['ValueRefresh'] = ResolversParentTypes['ValueRefresh']> = {
  done?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  startedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  total?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type Resolvers<ContextType = GraphQLContext> = {
  AttributeOrigin?: AttributeOriginResolvers<ContextType>;
  BoughtWith?: BoughtWithResolvers<ContextType>;
  BuyingParameters?: BuyingParametersResolvers<ContextType>;
  ClauseCount?: ClauseCountResolvers<ContextType>;
  ClauseVerdict?: ClauseVerdictResolvers<ContextType>;
  CoPurchaseCount?: CoPurchaseCountResolvers<ContextType>;
  CommonIdentifier?: CommonIdentifierResolvers<ContextType>;
  Consent?: ConsentResolvers<ContextType>;
  CrossSell?: CrossSellResolvers<ContextType>;
  CrossSellOffer?: CrossSellOfferResolvers<ContextType>;
  Customer?: CustomerResolvers<ContextType>;
  CustomerConnection?: CustomerConnectionResolvers<ContextType>;
  CustomerEdge?: CustomerEdgeResolvers<ContextType>;
  CustomerEvent?: CustomerEventResolvers<ContextType>;
  CustomerHabits?: CustomerHabitsResolvers<ContextType>;
  CustomerMembership?: CustomerMembershipResolvers<ContextType>;
  CustomerValue?: CustomerValueResolvers<ContextType>;
  Date?: GraphQLScalarType;
  DateTime?: GraphQLScalarType;
  Decimal?: GraphQLScalarType;
  Device?: DeviceResolvers<ContextType>;
  Duration?: GraphQLScalarType;
  ExcludingClause?: ExcludingClauseResolvers<ContextType>;
  ExpiringPoints?: ExpiringPointsResolvers<ContextType>;
  ExplainedFact?: ExplainedFactResolvers<ContextType>;
  ExplainedIdentifier?: ExplainedIdentifierResolvers<ContextType>;
  Export?: ExportResolvers<ContextType>;
  ExportConnection?: ExportConnectionResolvers<ContextType>;
  ExportEdge?: ExportEdgeResolvers<ContextType>;
  FactRef?: FactRefResolvers<ContextType>;
  FieldComparison?: FieldComparisonResolvers<ContextType>;
  FieldValue?: FieldValueResolvers<ContextType>;
  FragmentParameter?: FragmentParameterResolvers<ContextType>;
  Golden48Hours?: Golden48HoursResolvers<ContextType>;
  GoldenStepDone?: GoldenStepDoneResolvers<ContextType>;
  HandTag?: HandTagResolvers<ContextType>;
  Holdout?: HoldoutResolvers<ContextType>;
  HoldoutGroups?: HoldoutGroupsResolvers<ContextType>;
  Household?: HouseholdResolvers<ContextType>;
  HouseholdMember?: HouseholdMemberResolvers<ContextType>;
  HouseholdTie?: HouseholdTieResolvers<ContextType>;
  Identifier?: IdentifierResolvers<ContextType>;
  IdentifierKindRules?: IdentifierKindRulesResolvers<ContextType>;
  IdentityDecision?: IdentityDecisionResolvers<ContextType>;
  IdentityEdge?: IdentityEdgeResolvers<ContextType>;
  IdentityEvent?: IdentityEventResolvers<ContextType>;
  IdentityEventEnd?: IdentityEventEndResolvers<ContextType>;
  IdentityExplanation?: IdentityExplanationResolvers<ContextType>;
  IdentityGraph?: IdentityGraphResolvers<ContextType>;
  IdentityLink?: IdentityLinkResolvers<ContextType>;
  IdentityRules?: IdentityRulesResolvers<ContextType>;
  IdentityRulesPreview?: IdentityRulesPreviewResolvers<ContextType>;
  IdentityStep?: IdentityStepResolvers<ContextType>;
  IngestReport?: IngestReportResolvers<ContextType>;
  JSON?: GraphQLScalarType;
  LedgerEntry?: LedgerEntryResolvers<ContextType>;
  LedgerTransaction?: LedgerTransactionResolvers<ContextType>;
  LedgerTransactionConnection?: LedgerTransactionConnectionResolvers<ContextType>;
  LedgerTransactionEdge?: LedgerTransactionEdgeResolvers<ContextType>;
  LifecycleFlow?: LifecycleFlowResolvers<ContextType>;
  LifecycleFunnel?: LifecycleFunnelResolvers<ContextType>;
  LifecyclePeriod?: LifecyclePeriodResolvers<ContextType>;
  LifecycleStageCount?: LifecycleStageCountResolvers<ContextType>;
  LoyaltyAccount?: LoyaltyAccountResolvers<ContextType>;
  MatchThresholds?: MatchThresholdsResolvers<ContextType>;
  MembershipExplanation?: MembershipExplanationResolvers<ContextType>;
  MergeIdentifier?: MergeIdentifierResolvers<ContextType>;
  MergedCustomer?: MergedCustomerResolvers<ContextType>;
  MissedCondition?: MissedConditionResolvers<ContextType>;
  Money?: MoneyResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  NearMiss?: NearMissResolvers<ContextType>;
  NeighbourEdge?: NeighbourEdgeResolvers<ContextType>;
  NeighbourNode?: NeighbourNodeResolvers<ContextType>;
  Neighbourhood?: NeighbourhoodResolvers<ContextType>;
  Node?: NodeResolvers<ContextType>;
  Order?: OrderResolvers<ContextType>;
  OrderConnection?: OrderConnectionResolvers<ContextType>;
  OrderEdge?: OrderEdgeResolvers<ContextType>;
  OrderLine?: OrderLineResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  PairExplanation?: PairExplanationResolvers<ContextType>;
  PairSide?: PairSideResolvers<ContextType>;
  PartingReason?: PartingReasonResolvers<ContextType>;
  PlanStep?: PlanStepResolvers<ContextType>;
  PointsQuote?: PointsQuoteResolvers<ContextType>;
  PointsRedemption?: PointsRedemptionResolvers<ContextType>;
  PossibleMatch?: PossibleMatchResolvers<ContextType>;
  PossibleMatchConnection?: PossibleMatchConnectionResolvers<ContextType>;
  PossibleMatchEdge?: PossibleMatchEdgeResolvers<ContextType>;
  PossibleMatchSide?: PossibleMatchSideResolvers<ContextType>;
  PreviewedMerge?: PreviewedMergeResolvers<ContextType>;
  PreviewedSplit?: PreviewedSplitResolvers<ContextType>;
  Product?: ProductResolvers<ContextType>;
  ProductConnection?: ProductConnectionResolvers<ContextType>;
  ProductEdge?: ProductEdgeResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  QueryOperator?: QueryOperatorResolvers<ContextType>;
  Recommendation?: RecommendationResolvers<ContextType>;
  RecommendationReason?: RecommendationReasonResolvers<ContextType>;
  RecommendationRefresh?: RecommendationRefreshResolvers<ContextType>;
  RecordError?: RecordErrorResolvers<ContextType>;
  Referral?: ReferralResolvers<ContextType>;
  ReissuedIdentifier?: ReissuedIdentifierResolvers<ContextType>;
  Restitching?: RestitchingResolvers<ContextType>;
  Review?: ReviewResolvers<ContextType>;
  RfmGroupSize?: RfmGroupSizeResolvers<ContextType>;
  RfmScores?: RfmScoresResolvers<ContextType>;
  RuleFragment?: RuleFragmentResolvers<ContextType>;
  RuleSuggestion?: RuleSuggestionResolvers<ContextType>;
  RuleSuggestions?: RuleSuggestionsResolvers<ContextType>;
  SalesMonth?: SalesMonthResolvers<ContextType>;
  SalesPeers?: SalesPeersResolvers<ContextType>;
  SalesReport?: SalesReportResolvers<ContextType>;
  SalesStage?: SalesStageResolvers<ContextType>;
  Segment?: SegmentResolvers<ContextType>;
  SegmentChange?: SegmentChangeResolvers<ContextType>;
  SegmentChangePage?: SegmentChangePageResolvers<ContextType>;
  SegmentClauseChange?: SegmentClauseChangeResolvers<ContextType>;
  SegmentConnection?: SegmentConnectionResolvers<ContextType>;
  SegmentEdge?: SegmentEdgeResolvers<ContextType>;
  SegmentMembership?: SegmentMembershipResolvers<ContextType>;
  SegmentMembershipConnection?: SegmentMembershipConnectionResolvers<ContextType>;
  SegmentMembershipEdge?: SegmentMembershipEdgeResolvers<ContextType>;
  SegmentOverlap?: SegmentOverlapResolvers<ContextType>;
  SegmentOverlapPair?: SegmentOverlapPairResolvers<ContextType>;
  SegmentOverlapRegion?: SegmentOverlapRegionResolvers<ContextType>;
  SegmentPlan?: SegmentPlanResolvers<ContextType>;
  SegmentPreview?: SegmentPreviewResolvers<ContextType>;
  SegmentPropertyChange?: SegmentPropertyChangeResolvers<ContextType>;
  SegmentSizePoint?: SegmentSizePointResolvers<ContextType>;
  SegmentTemplate?: SegmentTemplateResolvers<ContextType>;
  SegmentTemplateParameter?: SegmentTemplateParameterResolvers<ContextType>;
  SegmentVersion?: SegmentVersionResolvers<ContextType>;
  ServiceQuestion?: ServiceQuestionResolvers<ContextType>;
  SourceRecord?: SourceRecordResolvers<ContextType>;
  SpendingParameters?: SpendingParametersResolvers<ContextType>;
  Staff?: StaffResolvers<ContextType>;
  StaffConnection?: StaffConnectionResolvers<ContextType>;
  StaffEdge?: StaffEdgeResolvers<ContextType>;
  StandingDecision?: StandingDecisionResolvers<ContextType>;
  StatedIdentifier?: StatedIdentifierResolvers<ContextType>;
  Store?: StoreResolvers<ContextType>;
  StoreConnection?: StoreConnectionResolvers<ContextType>;
  StoreEdge?: StoreEdgeResolvers<ContextType>;
  Subscription?: SubscriptionResolvers<ContextType>;
  TagDefinition?: TagDefinitionResolvers<ContextType>;
  TagExplanation?: TagExplanationResolvers<ContextType>;
  TagOrigin?: TagOriginResolvers<ContextType>;
  TierChange?: TierChangeResolvers<ContextType>;
  TierStatus?: TierStatusResolvers<ContextType>;
  TimelineEdge?: TimelineEdgeResolvers<ContextType>;
  TimelineEntry?: TimelineEntryResolvers<ContextType>;
  TimelineEvent?: TimelineEventResolvers<ContextType>;
  TimelineIdentity?: TimelineIdentityResolvers<ContextType>;
  TimelineOrder?: TimelineOrderResolvers<ContextType>;
  TimelinePage?: TimelinePageResolvers<ContextType>;
  TimelinePoints?: TimelinePointsResolvers<ContextType>;
  TimelineSegment?: TimelineSegmentResolvers<ContextType>;
  TimelineStage?: TimelineStageResolvers<ContextType>;
  TimelineTag?: TimelineTagResolvers<ContextType>;
  TimelineTier?: TimelineTierResolvers<ContextType>;
  ValueConflict?: ValueConflictResolvers<ContextType>;
  ValueModel?: ValueModelResolvers<ContextType>;
  ValueRefresh?: ValueRefreshResolvers<ContextType>;
};


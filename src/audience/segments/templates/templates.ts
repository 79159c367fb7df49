/** Something that a template leaves open. */
export interface TemplateParameter {
  readonly name: string;
  /** TEXT is put in double quotes, TEXTS is a list of them, NUMBER stands as it is: 0 or more; SPAN is an ISO 8601 duration. */
  readonly type: 'TEXT' | 'TEXTS' | 'NUMBER' | 'SPAN';
  readonly description: string;
  readonly default: string | number | readonly string[];
}

/** A rule to begin with. `{name}` in its text stands for a parameter. */
export interface SegmentTemplate {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly text: string;
  readonly parameters: readonly TemplateParameter[];
}

type Default = TemplateParameter['default'];
const of =
  (type: TemplateParameter['type']) =>
  (name: string, value: Default, description: string): TemplateParameter => ({
    name,
    type,
    description,
    default: value,
  });
const text = of('TEXT');
const texts = of('TEXTS');
const number = of('NUMBER');
const span = of('SPAN');

/** Rules that marketers begin with; names of products, promotions and events are those of the demo. */
export const segmentTemplates: readonly SegmentTemplate[] = [
  {
    id: 'win-back',
    name: 'Win back',
    description:
      'Bought a product in a promotion at a store that sells badly, and has neither come nor bought since: for the call centre.',
    text: `purchases where (promotion = {promotion} and store.tags has {storeTag} and lines where (product.category = {category}))
and no events where (name = "store_visit" and occurredAt within {months} months)
and no orders where (placedAt within {months} months)`,
    parameters: [
      text('promotion', '618', 'The promotion they bought in.'),
      text('storeTag', 'sales-capability-low', 'Tag of the stores.'),
      text('category', 'Trekking poles', 'What they bought: a category at any level.'),
      number('months', 6, 'For how long they have been away.'),
    ],
  },
  {
    id: 'cross-sell',
    name: 'Cross-sell',
    description: 'Bought one thing and has not what goes with it.',
    text: `purchases where (lines where (product.category = {bought}))
and no purchases where (lines where (product.category in {offered}))`,
    parameters: [
      text('bought', 'Trekking poles', 'Category that they bought.'),
      texts('offered', ['Shell jackets', 'Hiking shoes'], 'Categories that they have not bought yet.'),
    ],
  },
  {
    id: 'golden-48-hours',
    name: 'Golden 48 hours',
    description: 'New, reachable and without a purchase: the hours in which a greeting works best.',
    text: `createdAt within {hours} hours and identifiers where (kind in {kinds}) and no purchases`,
    parameters: [
      number('hours', 48, 'How new they are.'),
      texts('kinds', ['phone', 'email', 'wechat_openid'], 'Identifiers through which they can be reached.'),
    ],
  },
  {
    id: 'golden-48-hours-gone',
    name: 'Golden 48 hours gone by',
    description: 'Looked, and did not buy within 48 hours after: time to ask what was missing.',
    text: 'events where (name = {event} and occurredAt within {since}) then no purchases within 48 hours',
    parameters: [
      text('event', 'page_view', 'Name of the event that says that they looked.'),
      span('since', 'P30D', 'How long ago they may have looked.'),
    ],
  },
  {
    id: 'birthday',
    name: 'Birthday',
    description: 'Has a birthday soon, and has bought something: a reason to say hello.',
    text: 'birthDate anniversary within next {window} and purchaseCount >= {count}',
    parameters: [span('window', 'P7D', 'How soon.'), number('count', 1, 'How often they bought, at least.')],
  },
  {
    id: 'lapsed-vip',
    name: 'Lapsed VIP',
    description: 'Spent much, and has not bought for long.',
    text: 'totalSpent >= {amount} and lastPurchaseAt is known and lastPurchaseAt not within {months} months',
    parameters: [
      number('amount', 5000, 'What they spent in all, in the reporting currency.'),
      number('months', 6, 'For how long they have not bought.'),
    ],
  },
  {
    id: 'high-spenders-without-review',
    name: 'High spenders who never reviewed',
    description: 'Spent much and never wrote a review: ask them for one.',
    text: 'totalSpent >= {amount} and no events where (name = {event})',
    parameters: [
      number('amount', 2000, 'What they spent in all, in the reporting currency.'),
      text('event', 'review', 'Name of the event that a review leaves.'),
    ],
  },
  {
    id: 'second-purchase',
    name: 'Second purchase',
    description: 'Bought once, not long ago: the second purchase makes them stay.',
    text: 'purchaseCount = 1 and lastPurchaseAt within {days} days',
    parameters: [number('days', 90, 'How long ago the purchase may be.')],
  },
  {
    id: 'slipping-away',
    name: 'Slipping away',
    description: 'Used to buy regularly and has stopped, but not for so long as to be lost.',
    text: 'purchases where (placedAt within {months} months) count >= {count} and no purchases where (placedAt within {quiet} months)',
    parameters: [
      number('months', 12, 'The time in which they bought regularly.'),
      number('count', 3, 'How often they bought in it.'),
      number('quiet', 3, 'For how long there has been nothing.'),
    ],
  },
  {
    id: 'looked-and-left',
    name: 'Looked and left',
    description: 'Looked at products of a category and bought none.',
    text: `events where (name = {event} and product.category = {category} and occurredAt within {days} days)
and no purchases where (lines where (product.category = {category}) and placedAt within {days} days)`,
    parameters: [
      text('event', 'product_view', 'What they did.'),
      text('category', 'Shell jackets', 'What they looked at.'),
      number('days', 14, 'How long ago it may be.'),
    ],
  },
  {
    id: 'abandoned-cart',
    name: 'Abandoned cart',
    description: 'Put something into a cart and placed no order.',
    text: 'events where (name = "add_to_cart" and occurredAt within {hours} hours) and no orders where (placedAt within {hours} hours)',
    parameters: [number('hours', 72, 'How long ago it may be.')],
  },
  {
    id: 'weak-store-buyers',
    name: 'Customers of weak stores',
    description: 'Bought at stores whose performance is low: worth a visit of the best seller nearby.',
    text: 'purchases where (store.performance = LOW and placedAt within {days} days) total >= {amount}',
    parameters: [
      number('days', 180, 'How long ago they bought.'),
      number('amount', 500, 'What they spent there, in the reporting currency.'),
    ],
  },
  {
    id: 'promotion-hunters',
    name: 'Promotion hunters',
    description: 'Buys in promotions only: sensitive to price.',
    text: 'purchases where (promotion is known) count >= {count} and no purchases where (promotion is not known)',
    parameters: [number('count', 2, 'How often they bought in promotions.')],
  },
  {
    id: 'online-and-store',
    name: 'Online and in stores',
    description: 'Buys in stores and elsewhere too: the customers an omni-channel brand is for.',
    text: 'purchases where (channel = {channel}) and purchases where (not channel = {channel})',
    parameters: [text('channel', 'store', 'Channel of purchases in stores.')],
  },
  {
    id: 'follower-without-purchase',
    name: 'Followers who never bought',
    description: 'Known on WeChat, seen of late, and without a purchase.',
    text: 'identifiers where (kind = {kind}) and lastSeenAt within {days} days and no purchases',
    parameters: [
      text('kind', 'wechat_openid', 'Kind of identifier that following leaves.'),
      number('days', 30, 'How long ago they were seen.'),
    ],
  },
  {
    id: 'sends-back',
    name: 'Sends much back',
    description: 'Orders that were refunded or cancelled: find out why before selling more.',
    text: 'orders where (status in (REFUNDED, CANCELLED) and placedAt within {days} days) count >= {count}',
    parameters: [
      number('days', 180, 'How long ago the orders were placed.'),
      number('count', 2, 'How many there were.'),
    ],
  },
];

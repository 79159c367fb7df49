import type { GraphQLResolveInfo } from 'graphql';
import { ruleOfSets } from '../../../audience/segments/combine-segments.ts';
import { segmentTemplates } from '../../../audience/segments/templates/templates.ts';
import { DomainError } from '../../../platform/errors.ts';
import { compositeKey } from '../../../platform/ids.ts';
import { readInstant, requireOne } from '../arguments.ts';
import { customerPartsOf, primeParts } from '../customer-parts.ts';
import type { QueryResolvers, RuleScope } from '../generated/resolvers.ts';
import { idsLimit } from '../limits/limits.ts';
import { asksFor } from '../selected-fields.ts';
import { findNode } from './node.ts';

/** Scopes are spelled as enum values outside. */
const scopeOf = (scope: RuleScope | null | undefined) => (scope ?? 'CUSTOMER').toLowerCase() as Lowercase<RuleScope>;
const asksTotal = (info: GraphQLResolveInfo) => asksFor(info, 'totalCount');

export const Query: QueryResolvers = {
  node: (_, { id }, { loaders }) => findNode(id, loaders),
  nodes: (_, { ids }, { loaders }) => {
    if (ids.length <= idsLimit) return Promise.all(ids.map((id) => findNode(id, loaders)));
    throw new DomainError('BAD_USER_INPUT', `ids may hold at most ${idsLimit} ids, not ${ids.length}.`, {
      argument: 'ids',
    });
  },

  customer: async (_, { id, identifier }, { application, loaders, now }, info) => {
    requireOne({ id, identifier });
    if (identifier) return application.customers.customerByIdentifier(identifier);
    const parts = customerPartsOf(info);
    if (!parts) return loaders.customer.load(id as string);
    const found = await loaders.customerWithParts.load(id as string, parts);
    if (found) primeParts(loaders, parts, found, now);
    return found?.customer ?? null;
  },
  customers: (_, args, { application, now }, info) =>
    application.selection.customers({ ...args, asOf: readInstant('asOf', args.asOf, now), withTotal: asksTotal(info) }),

  identityRules: (_, _args, { application }) => application.identity.rules(),
  previewIdentityRules: (_, { rules, sample }, { application }) =>
    application.identityRules.preview(rules, sample ?? 10),
  explainIdentity: (_, { customer }, { loaders }) => loaders.explainedIdentity.load(customer),
  explainPair: (_, pair, { loaders }) => loaders.explainedPair.load(pair),
  possibleMatches: (_, page, { application }, info) =>
    application.selection.possibleMatches({ ...page, withTotal: asksTotal(info) }),

  lifecycleFunnel: (_, { from, to }, { application, now }) =>
    application.lifecycle.funnel(readInstant('from', from, now), readInstant('to', to, now)),
  valueModel: (_, _args, { application }) => application.value.model(),
  valueRefresh: (_, _args, { application }) => application.value.refreshing(),

  coPurchaseCount: (_, _args, { application }) => application.recommendations.lastCount(),
  recommendationRefresh: (_, _args, { application }) => application.recommendations.refreshing(),

  quotePoints: async (_, { customer: id, identifier, points }, { application, loaders }) => {
    requireOne({ customer: id, identifier });
    const customer = identifier
      ? await application.customers.customerByIdentifier(identifier)
      : await loaders.customer.load(id as string);
    return customer && application.loyalty.quote(customer.id, points ?? null);
  },

  store: (_, { code }, { loaders }) => loaders.store.load(code),
  stores: (_, args, { application, now }, info) =>
    application.selection.stores({ ...args, asOf: readInstant('asOf', args.asOf, now), withTotal: asksTotal(info) }),
  staff: (_, { code }, { loaders }) => loaders.staff.load(code),
  staffMembers: (_, args, { application, now }, info) =>
    application.selection.staffMembers({
      ...args,
      asOf: readInstant('asOf', args.asOf, now),
      withTotal: asksTotal(info),
    }),
  product: (_, { sku }, { loaders }) => loaders.product.load(sku),
  products: (_, args, { application, now }, info) =>
    application.selection.products({ ...args, asOf: readInstant('asOf', args.asOf, now), withTotal: asksTotal(info) }),
  order: (_, { source, number }, { loaders }) => loaders.order.load(compositeKey(source, number)),
  orders: (_, args, { application, now }, info) =>
    application.selection.orders({ ...args, asOf: readInstant('asOf', args.asOf, now), withTotal: asksTotal(info) }),

  previewSegment: (_, args, { application, now }) =>
    application.segments.preview({ ...args, asOf: readInstant('asOf', args.asOf, now) }),
  segment: (_, { id, name }, { application }) => application.segments.get({ id, name }),
  segments: (_, page, { application }, info) => application.segments.list({ ...page, withTotal: asksTotal(info) }),
  exports: (_, page, { application }, info) => application.exports.list({ ...page, withTotal: asksTotal(info) }),
  tagDefinitions: async (_, filter, { application }) => [...(await application.tagDefinitions.list(filter))],
  explainTag: (_, { object, tag }, { application }) => application.explainTag(object, tag),
  tagDefinition: (_, { name }, { application }) => application.tagDefinitions.get(name),
  fragments: async (_, _args, { application }) => [...(await application.fragments.list())],
  fragment: (_, { name }, { application }) => application.fragments.get(name),
  segmentTemplates: () => [...segmentTemplates],
  ruleSuggestions: (_, { scope, ...args }, { application }) =>
    application.segments.suggest({ ...args, scope: scopeOf(scope) }),
  fieldValues: async (_, { scope, path, ...args }, { application }) => [
    ...(await application.segments.fieldValues({ ...args, scope: scopeOf(scope), path: path.split('.') })),
  ],
  explainSegment: (_, args, { application, now }) =>
    application.segments.explainSegment({ ...args, asOf: readInstant('asOf', args.asOf, now) }),
  segmentChangeFeed: async (_, input, { application }) => {
    const { changes, ...page } = await application.live.feed(input);
    return { changes: [...changes], ...page };
  },
  segmentOverlap: async (_, { segments }, { application }) => {
    const { regions, pairs } = await application.segmentHistory.overlap(segments);
    return { regions: [...regions], pairs: [...pairs] };
  },
  crossSell: (_, { first, ...args }, { application, now }) =>
    application.crossSell.crossSell({ ...args, first: first ?? 10, asOf: readInstant('asOf', args.asOf, now) }),
  combineSegments: (_, { sample, ...sets }, { application, now }) =>
    application.segments.preview({ rule: ruleOfSets(sets), sample, asOf: now }),
  explainMembership: (_, args, { application, now }) =>
    application.segments.explain({ ...args, asOf: readInstant('asOf', args.asOf, now) }),
};

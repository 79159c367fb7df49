import { checkCallSize } from '../../../intake/ingest.service.ts';
import { readInstant, requireOne } from '../arguments.ts';
import type { MutationResolvers, RuleScope } from '../generated/resolvers.ts';
import { livingCustomer } from '../living-customer.ts';

export const Mutation: MutationResolvers = {
  ingest: (_, { records }, { application }) => {
    checkCallSize(records);
    return application.ingest.ingest(records);
  },
  keepApart: (_, { one, other, by }, { application }) => application.decisions.keepApart(one, other, by),
  keepTogether: (_, { one, other, by }, { application }) => application.decisions.keepTogether(one, other, by),
  acceptPossibleMatch: (_, { id, by }, { application }) => application.decisions.acceptMatch(id, by),
  rejectPossibleMatch: (_, { id, by }, { application }) => application.decisions.rejectMatch(id, by),
  mergeCustomers: (_, { customers, by }, { application }) => application.decisions.merge(customers, by),
  splitCustomer: (_, { customer, records, by }, { application }) => application.decisions.split(customer, records, by),
  undoMerge: (_, { mergeId, by }, { application }) => application.decisions.undoMerge(mergeId, by),
  reissueIdentifier: (_, { identifier, from, by }, { application, now }) =>
    application.decisions.reissue({ identifier, from: readInstant('from', from, now) }, by),
  revokeDecision: (_, { decisionId, by }, { application }) => application.decisions.revoke(decisionId, by),
  refreshValueModel: (_, _args, { application }) => application.value.refresh(),
  refreshRecommendations: (_, _args, { application }) => application.recommendations.refresh(),
  declineRecommendation: async (_, request, { application, loaders }) => {
    const { customer, identifier } = request;
    requireOne({ customer, identifier });
    return livingCustomer(await application.declines.decline(request), loaders);
  },
  redeemPoints: (_, request, { application }) => {
    const { customer, identifier } = request;
    requireOne({ customer, identifier });
    return application.redemptions.redeem(request);
  },
  reverseRedemption: (_, request, { application }) => application.redemptions.reverse(request),
  saveTagDefinition: (_, { input }, { application }) => application.tagDefinitions.save(input),
  deleteTagDefinition: (_, { name }, { application }) => application.tagDefinitions.delete(name),
  tagObject: (_, { expiresAt, ...request }, { application, now }) =>
    application.handTags.give({
      ...request,
      expiresAt: expiresAt == null ? null : readInstant('expiresAt', expiresAt, now),
    }),
  untagObject: (_, request, { application }) => application.handTags.takeBack(request),
  saveSegment: (_, { input }, { application }) => application.segments.save(input),
  saveFragment: (_, { input }, { application }) => {
    const scope = (input.scope ?? 'CUSTOMER').toLowerCase() as Lowercase<RuleScope>;
    return application.fragments.save({ ...input, scope });
  },
  deleteFragment: (_, { name }, { application }) => application.fragments.delete(name),
  publishSegment: (_, { id, version, author, note }, { application }) =>
    application.segments.publish({ id, version, author, note }),
  archiveSegment: (_, { id }, { application }) => application.segments.archive(id),
  deleteSegment: (_, { id }, { application }) => application.segments.delete(id),
};

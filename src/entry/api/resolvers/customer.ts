import { readInstant } from '../arguments.ts';
import type { CustomerResolvers } from '../generated/resolvers.ts';
import { tagged } from '../loaders.ts';
import { moneyOf, optionalMoneyOf } from '../money-of.ts';

export const Customer: CustomerResolvers = {
  tags: async (row, _, { loaders }) => [
    ...(await loaders.tagsOfCustomer.load({ ...tagged(row.id, row), properties: row })),
  ],
  inferredTags: async (row, _, { loaders }) => [
    ...(await loaders.inferredTagsOfCustomer.load({ ...tagged(row.id, row), properties: row })),
  ],
  tagOrigins: async (row, _, { loaders }) => [...(await loaders.tagOriginsOfCustomer.load(row.id))],
  habits: (row, _, { loaders }) => loaders.habitsOfCustomer.load(row.id),
  lifecycleStage: (row, _, { application, now }) => application.customers.lifecycleStage(row, now),
  totalSpent: (row, _, { application }) => moneyOf(row.totalSpentMinor, application.config.currency),
  averagePurchaseValue: (row, _, { application }) =>
    optionalMoneyOf(row.averagePurchaseMinor, application.config.currency),
  identifiers: (row, _, { loaders }) => loaders.identifiersOfCustomer.load(row.id),
  devices: (row, _, { loaders }) => loaders.devicesOfCustomer.load(row.id),
  sourceRecords: (row, _, { loaders }) => loaders.recordsOfCustomer.load(row.id),
  attributes: (row, _, { loaders }) => loaders.attributesOfCustomer.load(row.id),
  mergedFrom: (row, _, { loaders }) => loaders.mergedFromOfCustomer.load(row.id),
  possibleMatches: (row, _, { loaders }) => loaders.possibleMatchesOfCustomer.load(row.id),
  identityHistory: (row, _, { loaders }) => loaders.historyOfCustomer.load(row.id),
  segments: async (row, _, { loaders }) => [...(await loaders.segmentsOfCustomer.load(row.id))],
  lifecycleHistory: (row, _, { loaders }) => loaders.lifecycleOfCustomer.load(row.id),
  timeline: (row, page, { loaders }) => loaders.timelineOfCustomer.load(row.id, page),
  consents: async (row, _, { loaders }) => [...(await loaders.consentsOfCustomer.load(row.id))],
  reviews: async (row, _, { loaders }) => [...(await loaders.reviewsOfCustomer.load(row.id))],
  serviceQuestions: async (row, _, { loaders }) => [...(await loaders.questionsOfCustomer.load(row.id))],
  golden48Hours: (row, _, { loaders }) => loaders.goldenHoursOfCustomer.load(row.id),
  value: (row, _, { loaders }) => loaders.valueOfCustomer.load(row.id),
  recommendations: (row, { first, categories, exclude }, { loaders }) =>
    loaders.recommendationsOfCustomer.load(row.id, { first: first ?? 10, categories, exclude }),
  household: async (row, _, { loaders }) => ({ members: await loaders.householdOfCustomer.load(row.id) }),
  referrals: (row, { first }, { loaders }) => loaders.referralsOfCustomer.load(row.id, first ?? 50),
  referredBy: (row, _, { loaders }) => loaders.referredByOfCustomer.load(row.id),
  neighbours: (row, { depth, limit }, { loaders }) =>
    loaders.neighboursOfCustomer.load(row.id, { depth: depth ?? 2, limit: limit ?? 100 }),
  loyalty: (row, _, { loaders }) => loaders.loyaltyOfCustomer.load(row.id),
  segmentHistory: async (row, _, { loaders }) => [...(await loaders.segmentHistoryOfCustomer.load(row.id))],
  orders: (row, args, { loaders, now }) =>
    loaders.ordersOfCustomer.load(row.id, { ...args, asOf: readInstant('asOf', args.asOf, now) }),
};

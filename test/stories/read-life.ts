import type { Ask } from '../support/reference/read-portrait.ts';
import type { IdentifierJson } from '../support/reference/record-input.ts';

interface Entry {
  readonly type: string;
  readonly at: string;
  readonly order?: { source: string; number: string };
  readonly event?: { source: string; name: string };
  readonly period?: { stage: string; cause: string };
  readonly change?: { kind: string };
  readonly points?: { kind: string; points: number; balance: number };
  readonly tier?: { tier: string; cause: string };
  readonly tag?: string;
  readonly tagChange?: string;
}

const query = `query ($identifier: IdentifierInput, $after: String) {
  customer(identifier: $identifier) {
    lifecycleHistory { stage from cause fact { source id } identifier { kind } }
    timeline(first: 4, after: $after) {
      nodes {
        type at
        ... on TimelineOrder { order { source number } }
        ... on TimelineEvent { event { source name } }
        ... on TimelineStage { period { stage cause } }
        ... on TimelineIdentity { change { kind } }
        ... on TimelinePoints { points { kind points balance } }
        ... on TimelineTier { tier { tier cause } }
        ... on TimelineTag { tag tagChange }
      }
      pageInfo { hasNextPage endCursor }
    }
  }
}`;

interface Answer {
  readonly customer: {
    readonly lifecycleHistory: {
      readonly stage: string;
      readonly from: string;
      readonly cause: string;
      readonly fact: { source: string; id: string } | null;
      readonly identifier: { kind: string } | null;
    }[];
    readonly timeline: {
      readonly nodes: Entry[];
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
    };
  };
}

const minute = (instant: string) => instant.slice(0, 16).replace('T', ' ');

function tell({ type, at, order, event, period, change, points, tier, tag, tagChange }: Entry): string {
  const what =
    (order && `${order.source} ${order.number}`) ??
    (event && `${event.source} ${event.name}`) ??
    (period && `${period.stage} by ${period.cause}`) ??
    (points && `${points.kind} ${points.points}, ${points.balance} now`) ??
    (tier && `${tier.tier} ${tier.cause}`) ??
    (tag && `${tag} ${tagChange}`) ??
    change?.kind;
  return `${minute(at)} ${type} ${what}`;
}

/** A customer's life in lines: the stages, oldest first, and the timeline, newest first, read in pages of four. */
export async function lifeOf(app: { data: Ask }, identifier: IdentifierJson) {
  const timeline: string[] = [];
  let answer: Answer['customer'];
  let after: string | null = null;
  do {
    answer = (await app.data<Answer>(query, { identifier, after })).customer;
    timeline.push(...answer.timeline.nodes.map(tell));
    after = answer.timeline.pageInfo.hasNextPage ? answer.timeline.pageInfo.endCursor : null;
  } while (after !== null);
  const stages = answer.lifecycleHistory.map(({ stage, from, cause, fact, identifier: known }) =>
    [minute(from), stage, cause, fact && `${fact.source} ${fact.id}`, known?.kind]
      .filter((part) => part != null)
      .join(' '),
  );
  return { stages, timeline };
}

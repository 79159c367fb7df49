import type { AuthSettings } from '../../platform/config.ts';

/** What the server says when it is ready: where it is and what to try first. */
export function welcome(address: string, auth: AuthSettings): string {
  const token = auth.kind === 'token' ? ` \\\n    -H 'authorization: Bearer <one of API_TOKENS>'` : '';
  return `
customer-graph is ready.

  GraphQL and GraphiQL   ${address}/graphql   (open it in a browser: a first query is waiting there)
  Import NDJSON          POST ${address}/import

Try:
  curl ${address}/graphql -H 'content-type: application/json'${token} \\
    -d '{"query":"{ previewSegment(rule: \\"tags has \\\\\\"hiker\\\\\\" and purchases count >= 2\\") { count clauses { rule count } sample { id displayName lifecycleStage } } }"}'

Take in your own facts, one JSON record a line:
  curl ${address}/import -H 'content-type: application/x-ndjson'${token} --data-binary @facts.ndjson

Ask from the command line:
  npx customer-graph query 'purchases where (store.performance = LOW) and no orders where (placedAt within 6 months)'

Stop with Ctrl+C.
`;
}

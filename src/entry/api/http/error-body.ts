/** The body of a refusal outside GraphQL, in the shape of a GraphQL response. */
export function errorBody(code: string, message: string, extensions: Record<string, unknown> = {}) {
  return { errors: [{ message, extensions: { code, ...extensions } }] };
}

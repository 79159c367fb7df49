/** What one operation may ask for. Generous for people, too little to bring the server down. */
export const limits = {
  /** Tokens of the document; long lists belong into variables. */
  tokens: 5_000,
  /** Fields below each other. */
  depth: 20,
  /** Fields under another name, counted where fragments are used. */
  aliases: 100,
  /** Objects that the answer could hold if every page were full. */
  objects: 250_000,
} as const;

/** Body of one HTTP request, in bytes. Imports are streamed and have no limit. */
export const bodyLimit = 20 * 1024 * 1024;

/** Ids that one `nodes` may ask for. */
export const idsLimit = 250;

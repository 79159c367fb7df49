import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { GraphQLSchema } from 'graphql';
import { buildASTSchema, concatAST, isScalarType, parse, Source } from 'graphql';
import { giveBehaviour } from './scalars.ts';

const folder = fileURLToPath(new URL('../../schema/', import.meta.url));

/** Reads every `*.graphql` file under schema/ and builds the public schema, scalars included, without resolvers. */
function readSchema(): GraphQLSchema {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.graphql'))
    .sort();
  const documents = files.map((name) => parse(new Source(readFileSync(join(folder, name), 'utf8'), `schema/${name}`)));
  const built = buildASTSchema(concatAST(documents));
  for (const type of Object.values(built.getTypeMap())) {
    if (isScalarType(type)) giveBehaviour(type);
  }
  return built;
}

/** The public schema, the one definition that files, the HTTP import and the mutations are checked against. */
export const schema: GraphQLSchema = readSchema();

import type { Application } from '../../application.ts';
import type { Loaders } from './loaders.ts';
import { createLoaders } from './loaders.ts';

/** What every resolver of one request shares. */
export interface GraphQLContext {
  readonly application: Application;
  /** One set for a request: what is asked together is read together. */
  readonly loaders: Loaders;
  /** The instant of the request: `asOf` where none is given. */
  readonly now: Date;
}

/** The context of one request. */
export function createContext(application: Application): GraphQLContext {
  const now = application.clock.now();
  return { application, loaders: createLoaders(application, now), now };
}

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

/** The context of one request; `now` other than the clock's is the instant that it speaks of. */
export function createContext(application: Application, now = application.clock.now()): GraphQLContext {
  return { application, loaders: createLoaders(application, now), now };
}

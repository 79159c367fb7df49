// Lets this process import the TypeScript sources as they are; there is no build step.
import { register } from 'tsx/esm/api';

// graphql checks less at every field then
process.env.NODE_ENV ??= 'production';
register();

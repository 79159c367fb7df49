export { defaultCustomers, defaultSeed, generateDemo } from './generate-demo.ts';
export { writeDemo } from './write-demo.ts';

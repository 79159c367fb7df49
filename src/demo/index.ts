export { beginDemo, finishDemo, isDemoUnfinished } from './demo-load.store.ts';
export { defaultCustomers, defaultSeed, generateDemo } from './generate-demo.ts';
export { writeDemo } from './write-demo.ts';

import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** `unit` needs nothing but Node; `database` starts one throw-away Neo4j for each of its two workers. */
export default defineConfig({
  // Vite would take graphql's ES module where Node, and so every library, takes the other one: two graphqls do not mix.
  resolve: { alias: [{ find: /^graphql$/, replacement: fileURLToPath(import.meta.resolve('graphql')) }] },
  test: {
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // One pool for both projects: between groups Vitest gives a worker number out twice, and each number has its own Neo4j.
    pool: 'forks',
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: { name: 'unit', include: ['src/**/*.test.ts', 'test/architecture/**/*.test.ts'] },
      },
      {
        extends: true,
        test: {
          name: 'database',
          include: ['test/**/*.test.ts'],
          exclude: ['test/architecture/**'],
          globalSetup: ['test/support/global-setup.ts'],
        },
      },
    ],
  },
});

import { defineConfig } from 'vitest/config';

const root = new URL('..', import.meta.url).pathname;
// The workers, and the sandboxes that tests start as processes, compile what they load only once.
process.env['NODE_COMPILE_CACHE'] ??= `${root}build/compiled`;

// Two projects: what every push runs, and the sweeps that take minutes. Laws of many samples belong to both.
const laws = ['case/laws', 'deadline', 'deadline-laws', 'disclosure'].map(
  (law) => `test/domain/${law}.test.ts`,
);
export default defineConfig({
  root,
  // Node and Vite choose different files of this package, and a schema of one is none for the other.
  resolve: { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] },
  test: {
    // Most files live for less time than a process of their own takes to load; `clean-process` keeps them apart.
    isolate: false,
    setupFiles: ['test/support/clean-process.ts'],
    globalSetup: [],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
    projects: [
      { extends: true, test: { name: 'suite', include: ['test/**/*.test.ts'] } },
      {
        extends: true,
        test: {
          name: 'long',
          include: ['test/**/*.long.ts', ...laws, 'test/store/sweepers.test.ts'],
          env: { BREADTH: 'WHOLE' },
          testTimeout: 900_000,
        },
      },
    ],
  },
});

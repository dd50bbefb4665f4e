import { defineConfig } from 'vitest/config';

/**
 * Tests of the pure rooms, which may share what they have loaded: nothing in them keeps anything. The labelled sets stand
 * apart: they are read by the real encoder.
 */
const pure = 'test/{answer,knowledge,office-hours,quality,search,sites}/**/!(labelled-sets).test.ts';

/**
 * Each in a process of its own: native code is loaded once in a process, and what only starts other processes needs nothing that is loaded.
 * They are begun first: some take long.
 */
const alone = [
  'test/app/{chaos,npm-start,start-and-stop}.test.ts',
  'test/encoder/**/*.test.ts',
  'test/index/notes-index.test.ts',
  'test/search/labelled-sets.test.ts',
];

export default defineConfig({
  test: {
    testTimeout: 30_000,
    hookTimeout: 60_000,
    maxWorkers: 3,
    expect: { poll: { timeout: 10_000 } },
    // They run in the order of their names.
    projects: [
      { extends: true, test: { name: 'alone', include: alone, globalSetup: ['test/global-setup.ts'] } },
      // All others: one load of the program and one browser for all that a worker runs.
      {
        extends: true,
        test: {
          name: 'program',
          include: ['test/**/*.test.ts'],
          exclude: [pure, ...alone],
          isolate: false,
          globalSetup: ['test/global-setup.ts'],
        },
      },
      { extends: true, test: { name: 'pure', include: [pure], isolate: false } },
    ],
  },
});

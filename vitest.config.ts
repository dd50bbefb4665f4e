import { defineConfig } from 'vitest/config';

/**
 * Tests of the pure rooms, which may share what they have loaded: nothing in them keeps anything. The labelled sets stand
 * apart: they are read by the real encoder.
 */
const pure = 'test/{answer,knowledge,office-hours,quality,search,sites}/**/!(labelled-sets).test.ts';

export default defineConfig({
  test: {
    testTimeout: 30_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
    // Two tests of whole programs (replicas, an outage of Slack at the start) run out of their time now and then on two busy cores.
    retry: process.env['CI'] === 'true' ? 1 : 0,
    projects: [
      { extends: true, test: { name: 'pure', include: [pure], isolate: false } },
      {
        extends: true,
        test: { name: 'edges', include: ['test/**/*.test.ts'], exclude: [pure], globalSetup: ['test/global-setup.ts'] },
      },
    ],
  },
});

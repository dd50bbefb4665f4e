import { defineConfig } from 'vitest/config';

/**
 * Tests of the pure rooms, which may share what they have loaded: nothing in them keeps anything. The labelled sets stand
 * apart: they are read by the real encoder.
 */
const pure = 'test/{answer,knowledge,office-hours,quality,search,sites}/**/!(labelled-sets).test.ts';

/** Tests of the local workspace, its page, and the bot in it: one load of Bolt and one browser for all that a worker runs. */
const workspace = 'test/{bot,slack,use-cases,workspace}/**/*.test.ts';

export default defineConfig({
  test: {
    testTimeout: 30_000,
    hookTimeout: 60_000,
    maxWorkers: 3,
    expect: { poll: { timeout: 10_000 } },
    projects: [
      { extends: true, test: { name: 'pure', include: [pure], isolate: false } },
      {
        extends: true,
        test: {
          name: 'workspace',
          include: [workspace],
          isolate: false,
          globalSetup: ['test/global-setup.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'edges',
          include: ['test/**/*.test.ts'],
          exclude: [pure, workspace],
          globalSetup: ['test/global-setup.ts'],
        },
      },
    ],
  },
});

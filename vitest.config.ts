import { existsSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin } from 'vitest/config';

const root = dirname(fileURLToPath(import.meta.url));

/**
 * Tests name `src/x.ts` and run `dist/x.js`, built from it before they begin: what ships, and loaded by Node alone in a third of the time.
 * The page is built as a whole, so that its files are read where they stand; so are all of them while vitest watches, which hears a change
 * of what it has read itself.
 */
function builtSources(): Plugin {
  let isWatching = false;
  return {
    name: 'built-sources',
    enforce: 'pre',
    configureVitest({ vitest }) {
      isWatching = vitest.config.watch;
    },
    resolveId(source, importer) {
      if (isWatching || importer === undefined || !/^\.+\/.*\.ts$/.test(source)) return null;
      const [folder, ...path] = relative(root, join(dirname(importer), source)).split(sep);
      const built = join(root, 'dist', ...path).replace(/\.ts$/, '.js');
      return folder === 'src' && existsSync(built) ? { id: built, external: true } : null;
    },
  };
}

/**
 * Tests of the pure rooms, which may share what they have loaded: nothing in them keeps anything. The labelled sets stand
 * apart: they are read by the real encoder.
 */
const pure = 'test/{answer,knowledge,office-hours,quality,search,sites}/**/!(labelled-sets).test.ts';

/**
 * Each in a process of its own: native code is loaded once in a process, what weighs memory wants none of others, and what only starts other
 * processes needs nothing that is loaded.
 * They are begun first: some take long.
 */
const alone = [
  'test/app/{chaos,npm-start,start-and-stop}.test.ts',
  'test/encoder/**/*.test.ts',
  'test/files/memory-of-notes.test.ts',
  'test/index/{lost-states,notes-index}.test.ts',
  'test/search/labelled-sets.test.ts',
];

export default defineConfig({
  plugins: [builtSources()],
  test: {
    testTimeout: 30_000,
    hookTimeout: 60_000,
    maxWorkers: 4,
    expect: { poll: { timeout: 10_000 } },
    server: { deps: { external: [/\/dist\//] } },
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
      { extends: true, test: { name: 'pure', include: [pure], isolate: false, globalSetup: ['test/global-setup.ts'] } },
    ],
  },
});

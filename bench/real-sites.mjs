// Are the addresses and anchors in test/fixtures/sites what the generators make? `node bench/real-sites.mjs` builds each small
// site with its generator, where it is installed, and looks for every expected link in what was built.
// From Debian: hugo, mkdocs with python3-pymdownx, python3-sphinx with python3-myst-parser, jekyll, pelican. Docusaurus, VitePress,
// VuePress, Astro, Hexo and GitHub's wiki and README are not built here: their anchors come from bench/real-anchors.mjs, which
// runs the libraries that they make them with, and their addresses from their documentation (Hexo's from running it).
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readBuiltPages } from '../dist/files/read-built-site.js';
import { findMissingTargets, readIds, splitLink } from '../dist/quality/check-built-site.js';

const fixtures = join(dirname(fileURLToPath(import.meta.url)), '..', 'test', 'fixtures', 'sites');

/** What a site needs to be built beside its notes, how it is built, and where the pages then lie. */
const generators = {
  hugo: {
    files: {
      'layouts/_default/single.html': '{{ .Content }}',
      'layouts/_default/list.html': '{{ .Content }}',
      'layouts/shortcodes/callout.html': '<div>{{ .Inner | markdownify }}</div>',
    },
    command: ['hugo', '--quiet', '--destination', 'built'],
    siteUrl: 'https://shed.example.org/',
  },
  jekyll: {
    files: {},
    command: ['jekyll', 'build', '--quiet', '--destination', 'built'],
    siteUrl: 'https://shed.example.org/tools/',
  },
  mkdocs: {
    files: {},
    command: ['mkdocs', 'build', '--quiet', '--site-dir', 'built'],
    siteUrl: 'https://shed.example.org/help/',
  },
  pelican: {
    files: {},
    command: ['pelican', '--quiet', '--settings', 'publishconf.py', '--output', 'built', 'content'],
    siteUrl: 'https://kitchen.example.org/house/',
  },
  sphinx: { files: {}, command: ['sphinx-build', '-q', 'docs', 'built'], siteUrl: 'https://shed.example.org/help/' },
};

for (const [name, { files, command, siteUrl }] of Object.entries(generators)) {
  const folder = join(mkdtempSync(join(tmpdir(), `${name}-`)), name);
  cpSync(join(fixtures, name), folder, { recursive: true });
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  try {
    execFileSync(command[0], command.slice(1), { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] });
  } catch (error) {
    console.log(`${name}: not built (${error.code ?? String(error.stderr).trim().split('\n').at(-1)})`);
    continue;
  }
  const { entries } = JSON.parse(readFileSync(join(fixtures, `${name}.json`), 'utf8'));
  const linked = entries.filter(({ url }) => url !== null);
  const pages = await readBuiltPages(
    join(folder, 'built'),
    linked.map(({ url }) => splitLink(url).page),
    siteUrl,
  );
  const built = new Map([...pages].map(([page, html]) => [page, html === null ? null : readIds(html)]));
  const missing = findMissingTargets(linked, built);
  for (const { entry, problem } of missing) console.log(`${name}: ${problem} ${entry.url}`);
  console.log(
    `${name}: ${linked.length - missing.length} of ${linked.length} links lead to their place in what it built`,
  );
}

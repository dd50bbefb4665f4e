// The anchors that the generators themselves give to headings: `node bench/real-anchors.mjs > test/fixtures/sites/anchors.json`.
// Needs hugo, ruby with kramdown and kramdown-parser-gfm, python3 with markdown, pymdownx and docutils (all from Debian:
// hugo pandoc ruby-kramdown-parser-gfm python3-markdown python3-pymdownx python3-docutils), and @mdit-vue/shared,
// github-slugger, hexo and hexo-renderer-marked from npm (in NODE_PATH). Each tool reads the headings as Markdown, but docutils, which is given their
// plain text: that is what Sphinx does with them.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const require = createRequire(join(process.env.NODE_PATH ?? process.cwd(), 'x.js'));

/** Headings as they are typed, with what they say. */
const headings = [
  ['How do I apply?', 'How do I apply?'],
  ['Who?', 'Who?'],
  ['Who?', 'Who?'],
  ['Who?', 'Who?'],
  ['Pay & tax: what now?', 'Pay & tax: what now?'],
  ["Why can't I apply?", "Why can't I apply?"],
  ['Why can’t I apply “here”?', 'Why can’t I apply “here”?'],
  ['Qué – ¿sí?', 'Qué – ¿sí?'],
  ['Wie groß ist die Straße?', 'Wie groß ist die Straße?'],
  ['Où êtes-vous, Œdipe ?', 'Où êtes-vous, Œdipe ?'],
  ['参加・申込', '参加・申込'],
  ['日本語 の 質問?', '日本語 の 質問?'],
  ['هل هو مجاني؟', 'هل هو مجاني؟'],
  ['2 days a week?', '2 days a week?'],
  ['1. Is it still on?', '1. Is it still on?'],
  ['A scientific / technical writer?', 'A scientific / technical writer?'],
  ['snake_case and `code_x()`?', 'snake_case and code_x()?'],
  ['This time - how -- or --- when?', 'This time - how -- or --- when?'],
  ['Is **bold** or *slanted* kept?', 'Is bold or slanted kept?'],
  ['Is [a link](https://example.org/a_b/) kept?', 'Is a link kept?'],
  ['C/C++: (which) #1?', 'C/C++: (which) #1?'],
  ['What is 50 % of €5?', 'What is 50 % of €5?'],
  ['Will it be v1.2.3?', 'Will it be v1.2.3?'],
];
const markdown = headings.map(([typed]) => `## ${typed}\n\nText.\n`).join('\n');
const folder = mkdtempSync(join(tmpdir(), 'anchors-'));

function idsOf(html) {
  return [...html.matchAll(/<h2[^>]*?\bid="?([^">\s]*)/g)].map(([, id]) =>
    id.replaceAll('&amp;', '&').replaceAll('&#39;', "'"),
  );
}

function run(tool, args, input) {
  return execFileSync(tool, args, { input, encoding: 'utf8', cwd: folder });
}

function ruby(options) {
  return idsOf(
    run(
      'ruby',
      [
        '-Eutf-8:utf-8',
        '-rkramdown',
        '-rkramdown-parser-gfm',
        '-e',
        `puts Kramdown::Document.new(STDIN.read, ${options}).to_html`,
      ],
      markdown,
    ),
  );
}

function python(slugify) {
  const code = `import sys, markdown\n${slugify}\nprint(markdown.markdown(sys.stdin.read(), extensions=['toc'], extension_configs={'toc': {'slugify': slugify}}))`;
  return idsOf(run(process.env.PYTHON ?? 'python3', ['-c', code], markdown));
}

function docutils() {
  const code = `import sys, json\nfrom docutils.nodes import make_id\nprint(json.dumps([make_id(h) for h in json.load(sys.stdin)]))`;
  return JSON.parse(
    run(process.env.PYTHON ?? 'python3', ['-c', code], JSON.stringify(headings.map(([, text]) => text))),
  );
}

function hugo() {
  mkdirSync(join(folder, 'content'), { recursive: true });
  mkdirSync(join(folder, 'layouts', '_default'), { recursive: true });
  writeFileSync(join(folder, 'hugo.toml'), 'baseURL = "https://example.org/"\n');
  writeFileSync(join(folder, 'config.toml'), 'baseURL = "https://example.org/"\n');
  writeFileSync(join(folder, 'content', 'a.md'), `---\ntitle: A\n---\n${markdown}`);
  writeFileSync(join(folder, 'layouts', '_default', 'single.html'), '{{ .Content }}');
  run('hugo', ['--quiet']);
  return idsOf(readFileSync(join(folder, 'public', 'a', 'index.html'), 'utf8'));
}

async function npm() {
  const { slugify } = await import(require.resolve('@mdit-vue/shared'));
  const { default: GithubSlugger } = await import(require.resolve('github-slugger'));
  const slugger = new GithubSlugger();
  const taken = new Set();
  const unique = (slug) => {
    let name = slug;
    for (let count = 1; taken.has(name); count += 1) name = `${slug}-${count}`;
    taken.add(name);
    return name;
  };
  return {
    vitepress: headings.map(([, text]) => unique(slugify(text))),
    github: headings.map(([, text]) => slugger.slug(text)),
  };
}

async function hexo() {
  const { default: Hexo } = await import(require.resolve('hexo'));
  const site = join(folder, 'hexo');
  mkdirSync(join(site, 'source'), { recursive: true });
  writeFileSync(join(site, 'package.json'), JSON.stringify({ hexo: {}, dependencies: { hexo: '*' } }));
  writeFileSync(join(site, '_config.yml'), 'source_dir: source\n');
  writeFileSync(join(site, 'source', 'a.md'), `---\ntitle: A\n---\n${markdown}`);
  const made = new Hexo(site, { silent: true });
  await made.init();
  await made.loadPlugin(require.resolve('hexo-renderer-marked'));
  await made.load();
  return idsOf(made.locals.get('pages').toArray()[0].content);
}

const found = {
  headings,
  /** Hugo before 0.144 makes the anchor of the heading as it is typed. */
  hugoTyped: hugo(),
  jekyll: ruby("input: 'GFM'"),
  kramdown: ruby("input: 'kramdown'"),
  mkdocs: python('from markdown.extensions.toc import slugify'),
  pymdown: python('import pymdownx.slugs\nslugify = pymdownx.slugs.slugify(case="lower")'),
  sphinx: docutils(),
  pandoc: idsOf(run('pandoc', ['-f', 'markdown', '-t', 'html'], markdown)),
  ...(await npm()),
  hexo: await hexo(),
};
process.stdout.write(`${JSON.stringify(found, null, 2)}\n`);

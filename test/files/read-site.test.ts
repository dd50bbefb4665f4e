// Sites as they lie on disk work as they are.
import { symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readKnowledge } from '../../src/files/knowledge-folder.ts';
import { readSites } from '../../src/files/read-site.ts';
import { temporaryFolder } from './temporary-folder.ts';

const note = '## Q?\n\nA.';
const now = (): number => Date.parse('2024-06-01');

async function addresses(folder: string, site = {}) {
  const { entries, faults } = await readKnowledge({ folder, site, now });
  expect(faults).toEqual([]);
  return Object.fromEntries(entries.map((entry) => [entry.note, entry.url]));
}

const hugo = {
  'hugo.yaml': 'baseURL: https://team.org/\npermalinks:\n  blog: /blog/:slug/\n  authors: /author/:slug/\n',
  'content/blog/2022/role/index.md': `---\nslug: the-role\ndate: 2022-03-22\n---\n${note}`,
  'content/blog/2022/notes/index.md': `---\ntitle: Notes\nslug: notes\n---\n## Q?\n\n[Role](blog/2022/role/index.md), [Role](../role/), [About](../../../about/team.md).`,
  'content/blog/_index.md': '---\nsections:\n  - text: "## Not read?"\n---\n',
  'content/blog/README.md': note,
  'content/blog/_templates/post/index.md': note,
  'content/blog/drafts/idea.md': note,
  'content/blog/2021/unfinished/index.md': `---\ndraft: true\n---\n${note}`,
  'content/collaborators/hidden.md': `---\n_build:\n  render: never\n---\n${note}`,
  'content/jobs/engineer.md': `+++\ntitle = "Engineer"\n# comment\n+++\n${note}`,
  'content/about/team.md': '',
  'README.md': note,
};
const hugoAddresses = {
  'blog/2022/role/index.md': 'https://team.org/blog/the-role/#q',
  'blog/2022/notes/index.md': 'https://team.org/blog/notes/#q',
  'jobs/engineer.md': 'https://team.org/jobs/engineer/#q',
};

function below(prefix: string, urls: Readonly<Record<string, string>>) {
  return Object.fromEntries(Object.entries(urls).map(([path, url]) => [`${prefix}${path}`, url]));
}

describe('a Hugo site', () => {
  it("works with its content folder, and makes addresses by the site's permalinks", async () => {
    expect(await addresses(join(await temporaryFolder(hugo), 'content'))).toEqual(hugoAddresses);
  });

  it('works with the whole site as the knowledge folder', async () => {
    expect(await addresses(await temporaryFolder(hugo))).toEqual(below('content/', hugoAddresses));
  });

  it('works with one section of it', async () => {
    const folder = join(await temporaryFolder(hugo), 'content', 'blog');
    const { entries } = await readKnowledge({ folder, now });
    expect(entries.map(({ url }) => url)).toEqual([
      'https://team.org/blog/notes/#q',
      'https://team.org/blog/the-role/#q',
    ]);
    expect(entries[0]?.answer).toBe(
      '[Role](https://team.org/blog/the-role/), [Role](https://team.org/blog/the-role/), [About](https://team.org/about/team/).',
    );
  });

  it.each([
    ['hugo.toml', 'baseURL = "https://team.org"\n[permalinks]\n  blog = "/blog/:slug/"\n'],
    ['config.toml', 'BaseURL = "https://team.org"\n[permalinks.page]\n  blog = "/blog/:slug/"\n'],
    ['config/_default/hugo.json', '{"baseURL": "https://team.org/", "permalinks": {"blog": "/blog/:slug/"}}'],
    ['config/_default/config.yml', 'baseURL: https://team.org/\npermalinks: {page: {blog: "/blog/:slug/"}}\n'],
  ])('is found by %s', async (file, text) => {
    const { 'hugo.yaml': _, ...content } = hugo;
    expect(await addresses(join(await temporaryFolder({ ...content, [file]: text }), 'content'))).toEqual(
      hugoAddresses,
    );
  });

  it('reads permalinks from a file of their own', async () => {
    const files = {
      'config/_default/hugo.toml': 'baseURL = "https://team.org/"',
      'config/_default/permalinks.toml': 'blog = "/b/:filename/"',
      'content/blog/a.md': note,
    };
    expect(await addresses(join(await temporaryFolder(files), 'content'))).toEqual({
      'blog/a.md': 'https://team.org/b/a/#q',
    });
  });

  it('knows the folders of languages', async () => {
    const config =
      'baseURL = "https://team.org/"\ndefaultContentLanguage = "en"\n[languages.en]\ncontentDir = "content/en"\n[languages.fr]\ncontentDir = "content/fr"\n';
    const folder = await temporaryFolder({
      'config.toml': config,
      'content/en/docs/faq.md': note,
      'content/fr/docs/faq.md': note,
    });
    expect(await addresses(join(folder, 'content', 'en'))).toEqual({ 'docs/faq.md': 'https://team.org/docs/faq/#q' });
    expect(await addresses(join(folder, 'content', 'fr'))).toEqual({
      'docs/faq.md': 'https://team.org/fr/docs/faq/#q',
    });
    expect(await addresses(join(folder, 'content'))).toEqual({
      'en/docs/faq.md': 'https://team.org/docs/faq/#q',
      'fr/docs/faq.md': 'https://team.org/fr/docs/faq/#q',
    });
  });

  it('reads a file for each language, and the folders that are mounted as content', async () => {
    const parted = await temporaryFolder({
      'config/_default/hugo.toml': 'baseURL = "https://team.org/"\n',
      'config/_default/languages.en.toml': 'contentDir = "content/en"\n',
      'config/_default/languages.pt-br.toml': 'contentDir = "content/pt-br"\n',
      'content/en/faq.md': note,
      'content/pt-br/faq.md': note,
    });
    expect(await addresses(parted)).toEqual({
      'content/en/faq.md': 'https://team.org/faq/#q',
      'content/pt-br/faq.md': 'https://team.org/pt-br/faq/#q',
    });
    const mounted = await temporaryFolder({
      'hugo.yaml':
        'baseURL: https://team.org\nlanguages: {en: {weight: 1}, fr: {weight: 2}}\nmodule: {mounts: [{source: content/en, target: content}, {source: ./texts/fr/, target: content/help, lang: fr}, {source: pictures, target: static}]}\n',
      'content/en/faq.md': note,
      'texts/fr/faq.md': note,
      'pictures/faq.md': note,
    });
    expect(await addresses(mounted)).toEqual({
      'content/en/faq.md': 'https://team.org/faq/#q',
      'texts/fr/faq.md': 'https://team.org/fr/help/faq/#q',
    });
  });

  it('takes its address from the production settings, and the main content folder before those of other languages', async () => {
    const folder = await temporaryFolder({
      'config/_default/hugo.yaml': 'contentDir: content/en/\n',
      'config/_default/languages.yaml': 'en: {weight: 1}\nja: {contentDir: content/ja}\n',
      'config/production/hugo.yaml': 'baseURL: https://team.org/\n',
      'content/en/a.md': note,
      'content/ja/a.md': note,
    });
    expect(await addresses(folder)).toEqual({
      'content/en/a.md': 'https://team.org/a/#q',
      'content/ja/a.md': 'https://team.org/ja/a/#q',
    });
    expect(await addresses(join(folder, 'content', 'ja'))).toEqual({ 'a.md': 'https://team.org/ja/a/#q' });
  });

  it.each([
    ['netlify.toml', '[build.environment]\nHUGO_VERSION = "0.125.3"\n', 'an-oneone-_jupyterhub_-with-git'],
    [
      '.github/workflows/deploy.yml',
      "jobs:\n  build:\n    steps:\n      - with:\n          hugo-version: '0.125.3'\n",
      'an-oneone-_jupyterhub_-with-git',
    ],
    ['netlify.toml', '[context.production.environment]\nHUGO_VERSION = "0.162.0"\n', 'an-one-jupyterhub-with-git'],
    ['netlify.toml', '[build]\n', 'an-one-jupyterhub-with-git'],
  ])('makes the anchors of its own version of Hugo (%s)', async (file, text, anchor) => {
    const heading = '## An [One](../one/) _JupyterHub_ with **`git`**?\n\nYes.';
    const folder = await temporaryFolder({
      'hugo.toml': 'baseURL = "https://a.org"',
      [file]: text,
      'content/a.md': heading,
    });
    expect(await addresses(join(folder, 'content'))).toEqual({ 'a.md': `https://a.org/a/#${anchor}` });
  });

  it('whose configuration is broken is named, and its notes are read', async () => {
    const folder = await temporaryFolder({ 'hugo.toml': 'baseURL = ', 'content/a.md': note });
    const { entries, faults } = await readKnowledge({ folder: join(folder, 'content'), now });
    expect(entries).toHaveLength(1);
    expect(faults).toMatchObject([
      { severity: 'warning', file: '../hugo.toml', problem: expect.stringContaining('configuration') },
    ]);
  });

  it('yields to what the environment says', async () => {
    const folder = join(await temporaryFolder(hugo), 'content');
    const site = { url: 'https://other.org/sub', anchors: 'kramdown', permalinks: { blog: '/x/:slug/' } } as const;
    expect((await addresses(folder, site))['blog/2022/role/index.md']).toBe('https://other.org/sub/x/the-role/#q');
    expect((await readSites(folder, { url: null })).places[0]?.site.url).toBe('https://team.org/');
  });
});

describe('a Jekyll site', () => {
  const files = {
    '_config.yml':
      'url: https://team.org\nbaseurl: /jobs\npermalink: pretty\ncollections:\n  faq: {output: true, permalink: "/faq/:name/"}\n  hidden: {output: false}\n',
    '_posts/2022-03-22-role.md': `---\n---\n## 2 days?\n\n[P]({% post_url 2022-03-23-more %}), [I]({{ site.baseurl }}/faq/)`,
    '_posts/2022-03-23-more.md': note,
    '_drafts/x.md': note,
    '_faq/pay.md': note,
    '_hidden/x.md': note,
    '_site/x.md': note,
    'help.md': `---\npermalink: /help/\n---\n${note}`,
  };

  it('works as it is', async () => {
    expect(await addresses(await temporaryFolder(files))).toEqual({
      '_faq/pay.md': 'https://team.org/jobs/faq/pay/#q',
      '_posts/2022-03-22-role.md': 'https://team.org/jobs/2022/03/22/role/#2-days',
      '_posts/2022-03-23-more.md': 'https://team.org/jobs/2022/03/23/more/#q',
      'help.md': 'https://team.org/jobs/help/#q',
    });
  });

  it('resolves what Liquid points to', async () => {
    const { entries } = await readKnowledge({ folder: await temporaryFolder(files), now });
    expect(entries.find(({ question }) => question === '2 days?')?.answer).toBe(
      '[P](https://team.org/jobs/2022/03/23/more/), [I](https://team.org/jobs/faq/)',
    );
  });

  it("makes kramdown's anchors where it reads plain kramdown", async () => {
    const folder = await temporaryFolder({
      '_config.yml': 'url: https://a.org\nkramdown:\n  input: kramdown\n',
      'a.md': '## 2 days?\n\nYes.',
    });
    expect(await addresses(folder)).toEqual({ 'a.md': 'https://a.org/a.html#days' });
  });
});

describe('a Jekyll site on GitHub Pages', () => {
  it('has its host in CNAME and its pages where "include" says', async () => {
    const files = {
      '_config.yml': 'url: ""\ninclude: [_pages]\n',
      CNAME: 'faq.team.org\n',
      '_pages/help.md': `---\npermalink: /help/\n---\n${note}`,
      'README.md': note,
      'CONTRIBUTING.md': note,
    };
    expect(await addresses(await temporaryFolder(files))).toEqual({ '_pages/help.md': 'https://faq.team.org/help/#q' });
  });
});

describe('a Jekyll site with its pages in a folder of their own', () => {
  it('leaves that folder out of addresses', async () => {
    const folder = await temporaryFolder({
      '_config.yml': 'url: https://team.org\nsource: ./site/\ncollections:\n  faqs: {output: false}\n',
      'site/_faqs/pay.md': note,
      'site/_posts/2022-03-22-open.md': note,
      'site/help.md': note,
    });
    expect(await addresses(folder)).toEqual({
      'site/_faqs/pay.md': null,
      'site/_posts/2022-03-22-open.md': 'https://team.org/2022/03/22/open.html#q',
      'site/help.md': 'https://team.org/help.html#q',
    });
  });

  it('has no address where its theme gives an example', async () => {
    const folder = await temporaryFolder({ '_config.yml': 'url: https://www.example.com\n', 'help.md': note });
    expect(await addresses(folder)).toEqual({ 'help.md': null });
  });
});

describe('a Docusaurus site', () => {
  const config = `// url: 'https://wrong.org'
import {themes} from 'prism-react-renderer';
const config = {
  title: 'T', url: 'https://team.org', baseUrl: '/help/',
  presets: [['classic', { docs: { sidebarPath: './sidebars.js', routeBasePath: 'guide' }, blog: { showReadingTime: true } }]],
};
export default config;`;

  it('works as it is', async () => {
    const folder = await temporaryFolder({
      'docusaurus.config.ts': config,
      'docs/user/01-faq.md': '## Two  words_x?\n\n[G](../glossary.md#a)',
      'docs/glossary.md': note,
    });
    expect(await addresses(join(folder, 'docs'))).toEqual({
      'glossary.md': 'https://team.org/help/guide/glossary#q',
      'user/01-faq.md': 'https://team.org/help/guide/user/faq#two--words_x',
    });
  });

  it('may choose its address', async () => {
    const folder = await temporaryFolder({
      'docusaurus.config.js':
        "module.exports = { url: process.env['HOST'] || 'https://team.org', baseUrl: mode === 'preview' ? '/' : '/handbook', title: name || short, tagline: 'https://example.net/a/long/one' };",
      'docs/faq.md': note,
    });
    expect(await addresses(folder)).toEqual({ 'docs/faq.md': 'https://team.org/handbook/docs/faq#q' });
  });

  it('is not run', async () => {
    const folder = await temporaryFolder({
      'docusaurus.config.js': 'process.exitCode = 7; module.exports = { url: process.env.URL };',
      'docs/a.md': note,
    });
    expect(await addresses(join(folder, 'docs'))).toEqual({ 'a.md': null });
    expect(process.exitCode).toBeUndefined();
  });
});

describe('a plain folder', () => {
  it('has addresses where SITE_URL is known', async () => {
    const folder = await temporaryFolder({ 'README.md': note, 'jobs/faq.markdown': note });
    expect(await addresses(folder)).toEqual({ 'README.md': null, 'jobs/faq.markdown': null });
    expect(await addresses(folder, { url: 'https://a.org' })).toEqual({
      'README.md': 'https://a.org/#q',
      'jobs/faq.markdown': 'https://a.org/jobs/faq/#q',
    });
  });
});

describe('a Hugo site in several languages', () => {
  const files = {
    'config/_default/hugo.toml':
      'baseURL = "https://team.org/"\ndefaultContentLanguage = "en"\n[permalinks]\nblog = "/blog/:slug/"\n',
    'config/_default/languages.toml': '[en]\nweight = 1\n[de]\nweight = 2\n',
    'config/_default/params.yaml': 'contact: desk@team.org\n',
    'content/apply/index.de.md': note,
    'content/apply/index.en.md': note,
    'content/faq.md': '## Q?\n\nWrite to {{< param contact >}}.',
    'content/faq.de.md': note,
    'content/faq.v2.md': note,
    'content/blog/a/index.de.md': `---\nslug: ein-a\n---\n${note}`,
  };
  const expected = {
    'content/apply/index.de.md': 'https://team.org/de/apply/#q',
    'content/apply/index.en.md': 'https://team.org/apply/#q',
    'content/faq.md': 'https://team.org/faq/#q',
    'content/faq.de.md': 'https://team.org/de/faq/#q',
    'content/faq.v2.md': 'https://team.org/faq.v2/#q',
    'content/blog/a/index.de.md': 'https://team.org/de/blog/ein-a/#q',
  };

  it('tells them by the names of files', async () => {
    expect(await addresses(await temporaryFolder(files))).toEqual(expected);
  });

  it('fills in its parameters', async () => {
    const { entries } = await readKnowledge({ folder: await temporaryFolder(files), now });
    expect(entries.find(({ note: path }) => path === 'content/faq.md')?.answer).toContain('desk@team.org');
  });
});

describe('a site is found', () => {
  const hugoToml = 'baseURL = "https://team.org/"';

  it('however deep the notes lie, by a link, and for one note', async () => {
    const folder = await temporaryFolder({ 'hugo.toml': hugoToml, 'content/en/events/2024/north/faq.md': note });
    const deep = join(folder, 'content/en/events/2024/north');
    const url = 'https://team.org/en/events/2024/north/faq/#q';
    expect(await addresses(deep)).toEqual({ 'faq.md': url });
    expect(await addresses(join(deep, 'faq.md'))).toEqual({ 'faq.md': url });
    await symlink(deep, join(folder, 'link'));
    expect(await addresses(join(folder, 'link'))).toEqual({ 'faq.md': url });
  });

  it('beside its content, from there and from above', async () => {
    const files = {
      'website/docusaurus.config.js':
        "module.exports = { url: 'https://team.org', baseUrl: '/', presets: [['classic', { docs: { path: '../docs' } }]] };",
      'docs/FAQ.mdx': `---\nid: questions\n---\n${note}`,
      'FAQ.md': note,
    };
    const folder = await temporaryFolder(files);
    expect(await addresses(join(folder, 'docs'))).toEqual({ 'FAQ.mdx': 'https://team.org/docs/questions#q' });
    expect(await addresses(folder)).toEqual({
      'FAQ.md': null,
      'docs/FAQ.mdx': 'https://team.org/docs/questions#q',
    });
  });

  it.each<[string, Readonly<Record<string, string>>, Readonly<Record<string, string>>]>([
    [
      'MkDocs',
      {
        'mkdocs.yml': 'site_url: https://team.org/help/\n',
        'docs/My Faq.md': '## Pay & tax?\n\nYes.',
        'docs/a/index.md': note,
      },
      { 'docs/My Faq.md': 'https://team.org/help/My%20Faq/#pay-tax', 'docs/a/index.md': 'https://team.org/help/a/#q' },
    ],
    [
      'VitePress',
      {
        'docs/.vitepress/config.mts':
          "export default { base: '/b/', cleanUrls: true, sitemap: { hostname: 'https://team.org' } }",
        'docs/a/faq.md': "## What's it?\n\nThat.",
      },
      { 'docs/a/faq.md': 'https://team.org/b/a/faq#what-s-it' },
    ],
    [
      'Sphinx',
      { 'docs/conf.py': 'html_baseurl = "https://team.org/en/"\n', 'docs/a/faq.md': "## Why can't I?\n\nSo." },
      { 'docs/a/faq.md': 'https://team.org/en/a/faq.html#why-can-t-i' },
    ],
    [
      'Astro with Starlight',
      { 'astro.config.mjs': "export default { site: 'https://team.org' }", 'src/content/docs/Help Me/faq.mdx': note },
      { 'src/content/docs/Help Me/faq.mdx': 'https://team.org/help-me/faq/#q' },
    ],
    [
      'VuePress in the folder src',
      {
        'src/.vuepress/config.ts': "export default { hostname: 'https://team.org' }",
        'src/guide/faq.md': '## Is A/B read?\n\nSo.',
        'src/deep/conf.py': 'html_baseurl = "https://other.org/"\n',
      },
      { 'src/guide/faq.md': 'https://team.org/guide/faq.html#is-a-b-read' },
    ],
    [
      'Astro with its source in another folder',
      {
        'astro.config.mjs': "export default { site: 'https://team.org', base: '/b/', srcDir: './web/src/' }",
        'web/src/pages/faq.md': note,
      },
      { 'web/src/pages/faq.md': 'https://team.org/b/faq/#q' },
    ],
  ])('of %s', async (_, files, expected) => {
    expect(await addresses(await temporaryFolder(files))).toEqual(expected);
  });
});

describe('questions that are data', () => {
  it('are read, with the address of the page that shows them', async () => {
    const folder = await temporaryFolder({
      '_config.yml': 'url: https://team.org\n',
      '_data/faq.yml':
        '- name: Money\n  questions:\n    - question: Is it paid?\n      answer: "Yes, see [here](/pay/)."\n    - question: Is it far?\n      answer: TBC\n',
      '_data/people.yml': '- name: Ada\n  text: Keeper\n',
      'help.html': '---\npermalink: /help/\n---\n{% for group in site.data.faq %}{{ group.name }}{% endfor %}',
    });
    const { entries } = await readKnowledge({ folder, now });
    expect(entries.map(({ question, answer, url }) => [question, answer, url])).toEqual([
      ['Is it paid?', 'Yes, see [here](https://team.org/pay/).', 'https://team.org/help/'],
    ]);
  });

  it('stand on the page that is called as they are, in their language', async () => {
    const list = (question: string): string => `- question: ${question}\n  answer: Yes.\n`;
    const folder = await temporaryFolder({
      'hugo.toml':
        'baseURL = "https://team.org/"\ndefaultContentLanguage = "en"\n[languages.en]\ncontentDir = "content/en"\n[languages.de]\ncontentDir = "content/de"\n',
      'content/en/faq.md': '---\ntitle: FAQ\nlayout: faq\n---\nAsk away.\n',
      'content/de/faq.md': '---\ntitle: FAQ\nlayout: faq\n---\n',
      'content/en/help.md': '---\ntitle: Help\n---\n## Where to look\n\nHere.\n',
      'data/faq/en/pay.yaml': list('Is it paid?'),
      'data/faq/de/pay.yaml': list('Wird es bezahlt?'),
      'data/help.yaml': list('Does it help?'),
    });
    const { entries } = await readKnowledge({ folder, now });
    expect(Object.fromEntries(entries.map(({ question, url }) => [question, url]))).toMatchObject({
      'Is it paid?': 'https://team.org/faq/',
      'Wird es bezahlt?': 'https://team.org/de/faq/',
      'Does it help?': null,
    });
  });

  it('are read in other languages, below other keys, with the list that an answer ends in', async () => {
    const folder = await temporaryFolder({
      'data/entries.yml':
        '- questionText: Is it light?\n  answerHTML: <p><b>Yes.</b></p>\n- question: {en: When is it?, de: Wann ist es?}\n  answer: {en: In May., de: Im Mai.}\n- question: {min: 1}\n  answer: 2\n',
      'data/faq.yml':
        'title: FAQ\naccordion:\n  - target: one\n    question: "C\'est payant ?"\n    response: "<p>Non.</p>"\n  - question: "Et loin ?"\n    réponse: Oui.\n',
      'data/help/questions.toml': '[[faq]]\nquestion = "Is it near?"\nanswer = """\nYes.\n"""\n',
      'data/preguntas.yml':
        '- pregunta: ¿Por dónde?\n  respuesta: "Por aquí:"\n  items:\n    - item: Carta.\n    - item: Correo.\n- pregunta: ¿Cuándo?\n  respuesta: En mayo.\n  items: [1, 2]\n',
      'data/questions.yml':
        '- question: What do I bring?\n  tags: [gear]\n  list:\n    - A hat.\n    - A rope.\n- question: Who helps?\n  answer:\n    - text: Ada.\n    - text: Bo.\n- question: Is it cold?\n  tags: [gear, weather]\n- question: Gear\n  list: [A hat., A rope.]\n',
    });
    const { entries } = await readKnowledge({ folder, now });
    expect(entries.map(({ question, answer }) => [question, answer])).toEqual([
      ['Is it light?', '**Yes.**'],
      ['When is it?', 'In May.'],
      ['Wann ist es?', 'Im Mai.'],
      ["C'est payant ?", 'Non.'],
      ['Et loin ?', 'Oui.'],
      ['Is it near?', 'Yes.'],
      ['¿Por dónde?', 'Por aquí:\n\n- Carta.\n- Correo.'],
      ['¿Cuándo?', 'En mayo.'],
      ['What do I bring?', '- A hat.\n- A rope.'],
      ['Who helps?', '- Ada.\n- Bo.'],
    ]);
  });

  it('are not the cards of a page that call on their reader', async () => {
    const folder = await temporaryFolder({
      'data/cards/one.yml': 'title: Would you like to row?\ndescription: Come to the pier.\n',
      'data/cards/pier.yml':
        'title: What is the pier?\ndescription: A way of planks into the lake, from which all of the boats leave in the morning.\n',
      'data/cards/two.yml': 'question: May I row?\nanswer: Yes.\n',
      'data/faq/one.yml': 'title: Is it wet?\ndescription: Yes, a bit.\n',
    });
    const { entries } = await readKnowledge({ folder, now });
    expect(entries.map(({ question }) => question)).toEqual(['What is the pier?', 'May I row?', 'Is it wet?']);
  });

  it('and includes are read inside the site only', async () => {
    const folder = await temporaryFolder({
      'secret.md': '## Is it secret?\n\nYes.',
      'site/mkdocs.yml': 'site_url: https://team.org/\n',
      'site/terms.md': 'The terms.',
      'site/docs/a.md': '## Which terms?\n\n--8<-- "terms.md"\n\n--8<-- "../secret.md"\n',
    });
    const { entries } = await readKnowledge({ folder: join(folder, 'site'), now });
    expect(entries.map(({ question, answer }) => [question, answer])).toEqual([['Which terms?', 'The terms.']]);
  });

  it('reads a site beside the first one where MkDocs has a configuration for it', async () => {
    const folder = await temporaryFolder({
      'mkdocs.yml': 'INHERIT: mkdocs.base.yml\n',
      'mkdocs.base.yml': 'site_url: https://team.org/\n',
      'mkdocs.blog.yml': 'docs_dir: "blog"\nsite_url: https://team.org/articles/\n',
      'mkdocs.next.yml': 'INHERIT: mkdocs.yml\nsite_url: https://next.team.org/\n',
      'docs/faq.md': note,
      'blog/posts/visa.md': note,
      'FAQ.md': note,
      'README.md': note,
    });
    expect(await addresses(folder)).toEqual({
      'docs/faq.md': 'https://team.org/faq/#q',
      'blog/posts/visa.md': 'https://team.org/articles/posts/visa/#q',
      'FAQ.md': null,
    });
  });

  it.each([
    ['the newest at the root', '', { 'docs/faq.md': 'next/faq', '2.0': 'faq', '1.0': '1.0/faq' }],
    ['the current one at the root', "lastVersion: 'current',", { 'docs/faq.md': 'faq' }],
    ['an older one at the root', "lastVersion: '1.0',", { 'docs/faq.md': 'next/faq', '2.0': '2.0/faq', '1.0': 'faq' }],
    [
      'paths of their own',
      "versions: { current: { label: 'Next', path: 'dev' }, '2.0': { path: '/' }, '1.0': { label: 'Old' } },",
      { 'docs/faq.md': 'dev/faq', '2.0': 'faq', '1.0': '1.0/faq' },
    ],
    ['no current one', 'includeCurrentVersion: false,', { 'docs/faq.md': 'faq', '2.0': 'faq', '1.0': '1.0/faq' }],
  ])('gives versions of Docusaurus their addresses: %s', async (_, options, expected) => {
    const folder = await temporaryFolder({
      'docusaurus.config.js': `module.exports = { url: 'https://team.org', baseUrl: '/', docs: { path: 'docs', ${options} } };`,
      'versions.json': '["2.0", "1.0"]',
      'docs/faq.md': note,
      'versioned_docs/version-2.0/faq.md': note,
      'versioned_docs/version-1.0/faq.md': note,
    });
    const urls = Object.entries(expected).map(([file, path]) => [
      file.includes('/') ? file : `versioned_docs/version-${file}/faq.md`,
      `https://team.org/docs/${path}#q`,
    ]);
    expect(await addresses(folder)).toEqual(Object.fromEntries(urls));
  });

  it('reads includes, snippets and data inside the folder only, and names what leaves it', async () => {
    const outside = await temporaryFolder({
      'secret.md': '## Secret?\n\nS.',
      'faq.yml': '- question: Secret?\n  answer: S.\n',
    });
    const folder = await temporaryFolder({
      'mkdocs.yml': 'site_url: https://team.org/\n',
      'docs/faq.md': `## Q?\n\nA.\n\n--8<-- "../../../${outside.split('/').at(-1)}/secret.md"\n\n--8<-- "link.md"\n\n--8<-- "https://a.org/x.md"\n\n--8<-- "part.md"`,
      'docs/part.md': 'Part.',
      'docs/data/own.yml': '- question: Ours?\n  answer: O.\n',
    });
    await symlink(join(outside, 'secret.md'), join(folder, 'docs', 'link.md'));
    await symlink(join(outside, 'faq.yml'), join(folder, 'docs', 'data', 'faq.yml'));
    const { entries, faults } = await readKnowledge({ folder, notes: ['!**/link.md'], now });
    expect(entries.map(({ question, answer }) => [question, answer])).toEqual([
      ['Q?', 'A.\n\nPart.'],
      ['Ours?', 'O.'],
    ]);
    expect(faults.map(({ file, problem }) => [file, /outside/.test(problem)])).toEqual([
      ['docs/faq.md', true],
      ['docs/faq.md', true],
      ['docs/faq.md', true],
      ['docs/data/faq.yml', true],
    ]);
  });
});

describe('a file CNAME', () => {
  const cname = { 'static/CNAME': 'help.team.org\n' };
  it.each<[string, Record<string, string>, Record<string, string | null>]>([
    [
      'gives a Hugo site its address where the configuration has none',
      { ...cname, 'hugo.yaml': 'baseURL: /\n', 'content/faq.md': note },
      { 'content/faq.md': 'https://help.team.org/faq/#q' },
    ],
    [
      'gives a MkDocs site its address from among its pages',
      { 'docs/CNAME': 'docs.team.org', 'mkdocs.yml': 'site_name: Team\n', 'docs/faq.md': note },
      { 'docs/faq.md': 'https://docs.team.org/faq/#q' },
    ],
    [
      'says nothing where the configuration names an address',
      { ...cname, 'hugo.toml': 'baseURL = "https://team.org/"\n', 'content/faq.md': note },
      { 'content/faq.md': 'https://team.org/faq/#q' },
    ],
    [
      'says nothing where it names no host',
      { CNAME: 'see the wiki\n', 'hugo.toml': 'title = "Team"\n', 'content/faq.md': note },
      { 'content/faq.md': null },
    ],
  ])('%s', async (_, files, expected) => {
    expect(await addresses(await temporaryFolder(files))).toEqual(expected);
  });
});

describe('a Hugo site all of whose languages have a folder', () => {
  it('writes the language once, and reads no page in a language that it is not built in', async () => {
    const folder = await temporaryFolder({
      'config.toml':
        'baseURL = "https://team.org/"\ndefaultContentLanguageInSubdir = true\n[languages.en]\nweight = 1\n[languages.de]\nweight = 2\n[languages.fr]\ndisabled = true\n',
      'content/faq.md': note,
      'content/page/help.en.md': note,
      'content/page/help.de.md': note,
      'content/page/help.fr.md': note,
    });
    expect(await addresses(folder)).toEqual({
      'content/faq.md': 'https://team.org/en/faq/#q',
      'content/page/help.en.md': 'https://team.org/en/page/help/#q',
      'content/page/help.de.md': 'https://team.org/de/page/help/#q',
    });
  });
});

describe('a Hugo site whose shortcodes show data', () => {
  const questions =
    'questions:\n  - question: "Is it far?"\n    answer: "Eight\n    miles, <b>\\"uphill\\"</b>.\n    "\n';

  it.each([
    ['{{< faq >}}', 'https://walks.org/help/'],
    ['{{< map >}}', null],
  ])('finds the page that calls %s', async (call, url) => {
    const folder = await temporaryFolder({
      'hugo.toml': 'baseURL = "https://walks.org/"\n',
      'data/asked/list.yaml': questions,
      'layouts/shortcodes/faq.html': '{{ partial "asked.html" . }}',
      'layouts/shortcodes/map.html': '<div></div>',
      'layouts/partials/asked.html': '{{ range .Site.Data.asked.list.questions }}{{ .question }}{{ end }}',
      'content/help.md': `---\ntitle: Help\n---\n${call}\n`,
      'content/about.md': 'Us.\n',
    });
    const { entries } = await readKnowledge({ folder, now });
    expect(entries.map((each) => [each.question, each.answer, each.url])).toEqual([
      ['Is it far?', 'Eight miles, **"uphill"**.', url],
    ]);
  });
});

describe('a Jekyll site whose pages are made of parts', () => {
  const questions = '- question: Is it far?\n  answer: Eight miles.\n- question: Is it dry?\n  answer: In summer.\n';

  it('finds the page whose layout includes what shows a data file', async () => {
    const folder = await temporaryFolder({
      '_config.yml': 'url: https://walks.org\n',
      '_data/faqs.yml': questions,
      '_includes/faq.html': '{% for each in site.data.faqs %}{{ each.question }}{% endfor %}',
      '_layouts/home.html': '<body>{% include faq.html %}</body>',
      'index.md': '---\nlayout: home\n---\n',
      'about.md': '---\nlayout: page\n---\n',
    });
    const { entries } = await readKnowledge({ folder, now });
    expect(entries.map(({ url }) => url)).toEqual(['https://walks.org/', 'https://walks.org/']);
  });

  it('fills in what its data files say', async () => {
    const folder = await temporaryFolder({
      '_config.yml': 'url: https://walks.org\n',
      '_data/places.yml': 'gate: the north gate\n',
      'faq.md':
        '---\ntitle: FAQ\n---\n## Where do we meet?\n\nAt {{ site.data.places.gate }}, or at {{ site.data.places.inn }}.',
    });
    const { entries } = await readKnowledge({ folder, now });
    expect(entries.map(({ answer }) => answer)).toEqual(['At the north gate, or at ….']);
  });

  it.each([
    ['url: walks.github.io\nbaseurl: /hills\n', 'https://walks.github.io/hills/faq.html#q'],
    ['url: https://walks.github.io/hills\nbaseurl: /hills\n', 'https://walks.github.io/hills/faq.html#q'],
  ])('takes its address as it is meant: %j', async (config, url) => {
    expect(await addresses(await temporaryFolder({ '_config.yml': config, 'faq.md': note }))).toEqual({
      'faq.md': url,
    });
  });

  it('takes no cards, no talks and no quiz for questions', async () => {
    const cards = '- title: Part one\n  description: The hills.\n- title: Part two\n  description: The river.\n';
    const folder = await temporaryFolder({
      '_config.yml': 'url: https://walks.org\n',
      '_data/parts.yml': `${cards}- title: Part three\n  description: The wood.\n- title: What is a stile?\n  description: The last part.\n`,
      '_data/talks.yml':
        '- title: Why do stiles rot?\n  speaker: ann\n  description: On wood.\n- title: Who built them?\n  description: On monks.\n  track: 2\n',
      '_data/quiz.yml': '- title: A stile is a gate.\n  answer: wrong\n- title: Is it?\n  answer: No, steps.\n',
    });
    const { entries } = await readKnowledge({ folder, now });
    expect(entries.map(({ question }) => question)).toEqual(['Is it?']);
  });
});

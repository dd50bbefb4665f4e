// Addresses by the rules of Hugo, Jekyll, Docusaurus and of plain folders.
import { describe, expect, it } from 'vitest';
import { parseHead } from '../../src/knowledge/front-matter/parse-head.ts';
import { type Site, toSite } from '../../src/sites/site.ts';
import { toAddress } from '../../src/sites/to-address.ts';

function address(note: string, frontMatter: string, settings: Partial<Site>): string | null {
  const { head } = parseHead(note, frontMatter === '' ? '' : `---\n${frontMatter}\n---\n`);
  return toAddress(head, toSite({ url: 'https://a.org', ...settings }));
}

describe('toAddress', () => {
  const blog = { generator: 'hugo', permalinks: { blog: '/blog/:slug/' } } as const;
  it.each<[string, string, Partial<Site>, string]>([
    ['blog/2022/why-upgrade/index.md', 'slug: why-upgrade-regularly', blog, 'blog/why-upgrade-regularly/'],
    ['blog/2022/why-upgrade/index.md', 'title: Why, and when?', blog, 'blog/why-and-when/'],
    ['blog/2022/post.md', 'slug: x', blog, 'blog/x/'],
    ['docs/My File.md', '', blog, 'docs/my-file/'],
    ['docs/faq.md', 'slug: questions', blog, 'docs/questions/'],
    ['docs/_index.md', '', blog, 'docs/'],
    ['_index.md', '', blog, ''],
    ['about.md', 'url: /who/we-are/', blog, 'who/we-are/'],
    ['about.md', 'permalink: who', blog, 'who'],
    ['blog/a.md', 'date: 2022-03-04', { permalinks: { blog: '/:year/:month/:day/:filename/' } }, '2022/03/04/a/'],
    ['blog/a.md', '', { permalinks: { blog: '/:year/:filename/' } }, 'blog/a/'],
    ['blog/sub/a/index.md', 'title: T', { permalinks: { blog: '/:sections/:contentbasename/' } }, 'blog/sub/a/'],
    ['blog/sub/a.md', 'title: T t', { permalinks: { blog: '/:section/:title' } }, 'blog/t-t'],
    ['blog/sub/a.md', '', { permalinks: { blog: '/x/:sections[1:]/:slugorfilename/' } }, 'x/sub/a/'],
    ['docs/faq/a.md', '', { permalinks: { docs: '/d/:filename/', 'docs/faq': '/f/:filename/' } }, 'f/a/'],
    ['a.md', 'slug: role', { permalinks: { '/': '/blog/:slug/' } }, 'blog/role/'],
    ['a.md', '', { htmlPages: true }, 'a.html'],
    ['role/index.md', '', { prefix: 'blog/', permalinks: { blog: '/b/:filename/' } }, 'b/role/'],
    ['content/docs/a.md', '', { generator: 'hugo', root: 'content/' }, 'docs/a/'],
    ['docs/a.md', '', { generator: 'hugo', base: 'fr/' }, 'fr/docs/a/'],
    ['docs/a.md', 'url: help', { generator: 'hugo', base: 'fr/' }, 'fr/help'],
    ['docs/a.de.md', 'url: hilfe', { generator: 'hugo', languages: { en: '', de: 'de/' } }, 'de/hilfe'],
    ['docs/a.de.md', 'url: /hilfe/', { generator: 'hugo', languages: { en: '', de: 'de/' } }, 'hilfe/'],
    ['_posts/2022-03-22-drop-in.md', '', { generator: 'jekyll' }, '2022/03/22/drop-in.html'],
    ['news/_posts/2022-03-22-drop-in.md', '', { generator: 'jekyll' }, 'news/2022/03/22/drop-in.html'],
    [
      'sets/_posts/2022-03-22-drop-in.md',
      '',
      { generator: 'jekyll', variables: { collections_dir: 'sets' } },
      '2022/03/22/drop-in.html',
    ],
    ['faq.md', 'permalink: /questions/index.html', { generator: 'jekyll' }, 'questions/'],
    [
      '_posts/2022-03-22-drop-in.md',
      'categories: [jobs]',
      { generator: 'jekyll', permalinks: { '': 'pretty' } },
      'jobs/2022/03/22/drop-in/',
    ],
    ['_posts/2022-03-22-drop-in.md', '', { generator: 'jekyll', permalinks: { '': '/blog/:title/' } }, 'blog/drop-in/'],
    ['_posts/2022-03-22-drop-in.md', 'permalink: /p/:year/:title', { generator: 'jekyll' }, 'p/2022/drop-in'],
    ['_posts/2022-03-22-Drop_in.md', '', { generator: 'jekyll' }, '2022/03/22/Drop_in.html'],
    [
      '_posts/2022-03-22-Drop_in.md',
      '',
      { generator: 'jekyll', permalinks: { '': '/n/:slug.html' } },
      'n/drop-in.html',
    ],
    ['_posts/2022-03-22-v1.2+a.md', 'slug: A b.c', { generator: 'jekyll', permalinks: { '': '/:title/' } }, 'A-b.c/'],
    ['_faq/Team/Pay_day.md', '', { generator: 'jekyll', permalinks: { _faq: '/f/:path/' } }, 'f/Team/Pay_day/'],
    ['_faq/Pay_day.md', '', { generator: 'jekyll', permalinks: { _faq: '/f/:name/' } }, 'f/pay-day/'],
    ['faq.md', '', { generator: 'jekyll', htmlPages: true }, 'faq.html'],
    ['faq.md', '', { generator: 'jekyll', permalinks: { '': 'pretty' } }, 'faq/'],
    ['help/index.md', '', { generator: 'jekyll' }, 'help/'],
    [
      '_pages/hilfe.md',
      'permalink: /help/\nlang: de',
      { generator: 'jekyll', variables: { languages: ['en', 'de'], default_lang: 'en' } },
      'de/help/',
    ],
    [
      'help.md',
      'lang: en',
      { generator: 'jekyll', variables: { languages: ['en', 'de'], default_lang: 'en' } },
      'help.html',
    ],
    ['faq.md', 'permalink: /questions/', { generator: 'jekyll' }, 'questions/'],
    ['_faq/pay.md', '', { generator: 'jekyll', permalinks: { _faq: '/faq/:name/' } }, 'faq/pay/'],
    [
      '_faqs/team/pay.md',
      '',
      { generator: 'jekyll', permalinks: { '': 'pretty', _faqs: '/:collection/:path' } },
      'faqs/team/pay',
    ],
    ['_faqs/pay.md', '', { generator: 'jekyll', htmlPages: true }, 'faqs/pay.html'],
    [
      'pages/faq.md',
      'title: How & why?',
      { generator: 'pelican', permalinks: { pages: 'p/:slug.html' } },
      'p/how-why.html',
    ],
    ['a/faq.md', 'title: Q', { generator: 'pelican', permalinks: { '': ':slugorfilename/' } }, 'faq/'],
    ['01-intro/02-faq.md', '', { generator: 'docusaurus', base: 'docs/' }, 'docs/intro/faq'],
    ['user/faq.md', 'id: questions', { generator: 'docusaurus', base: 'docs/' }, 'docs/user/questions'],
    ['user/faq.md', 'slug: /help', { generator: 'docusaurus', base: 'docs/' }, 'docs/help'],
    ['user/README.md', '', { generator: 'docusaurus', base: 'docs/' }, 'docs/user'],
    ['2022-03-22-news.md', '', { generator: 'docusaurus', base: 'blog/' }, 'blog/2022/03/22/news'],
    ['README.md', '', {}, ''],
    ['mentees/README.md', '', {}, 'mentees/'],
  ])('%s {%s}', (note, frontMatter, settings, expected) => {
    expect(address(note, frontMatter, settings)).toBe(`https://a.org/${expected}`);
  });

  it('knows no address of a page of Pelican whose title is in no Latin letters', () => {
    expect(address('faq.md', 'title: Вопросы', { generator: 'pelican' })).toBeNull();
    expect(address('faq.md', 'title: Вопросы\nslug: faq', { generator: 'pelican' })).toBe('https://a.org/faq.html');
  });

  it('keeps an absolute address, with a site or without', () => {
    expect(address('a.md', 'url: https://b.org/x/', {})).toBe('https://b.org/x/');
    expect(address('a.md', 'url: https://b.org/x/', { url: null })).toBe('https://b.org/x/');
    expect(address('a.md', 'slug: x', { url: null })).toBeNull();
  });

  it('keeps the path of a site below a host', () => {
    expect(address('a.md', '', { url: 'https://b.org/team/' })).toBe('https://b.org/team/a/');
    expect(address('a.md', 'url: /x/', { url: 'https://b.org/team/' })).toBe('https://b.org/team/x/');
  });

  it('keeps file names on GitHub', () => {
    expect(address('mentees/README.md', '', { url: 'https://github.com/o/r/blob/main/' })).toBe(
      'https://github.com/o/r/blob/main/mentees/README.md',
    );
  });

  it.each([
    ['https://github.com/a/b/blob/main/', 'docs/FAQ.md', 'https://github.com/a/b/blob/main/docs/FAQ.md'],
    ['https://gitlab.com/a/c/b/-/blob/main', 'docs/FAQ.md', 'https://gitlab.com/a/c/b/-/blob/main/docs/FAQ.md'],
    ['https://github.com/a/b/wiki', 'Who-May-Come.md', 'https://github.com/a/b/wiki/Who-May-Come'],
    ['https://github.com/a/b/wiki', 'Home.md', 'https://github.com/a/b/wiki/'],
    ['https://gitlab.com/a/b/-/wikis', 'FAQ.md', 'https://gitlab.com/a/b/-/wikis/FAQ'],
    ['https://a.github.io/b', 'FAQ.md', 'https://a.github.io/b/faq/'],
  ])('keeps names in a repository and its wiki: %s %s', (url, note, expected) => {
    expect(address(note, '', { url })).toBe(expected);
  });
});

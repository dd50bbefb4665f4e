// Links in answers as seen from anywhere.
import { describe, expect, it } from 'vitest';
import { LinkResolver } from '../../../src/knowledge/markup/resolve-link.ts';
import { type Site, toSite } from '../../../src/sites/site.ts';

const addresses = new Map([
  ['blog/2022/role/index.md', 'https://a.org/blog/the-role/'],
  ['blog/2022/notes/index.md', 'https://a.org/blog/notes/'],
  ['docs/user/faq.md', 'https://a.org/docs/user/faq/'],
  ['docs/glossary.md', 'https://a.org/docs/glossary/'],
  ['about/_index.md', 'https://a.org/about/'],
]);

function resolve(href: string, from: string, settings: Partial<Site> = {}): string | null {
  const site = toSite({
    generator: 'hugo',
    url: 'https://a.org/',
    permalinks: { blog: '/blog/:filename/' },
    ...settings,
  });
  return new LinkResolver(addresses, site, { contentPath: from, url: addresses.get(from) ?? null }).resolve(href);
}

describe('LinkResolver', () => {
  const post = 'blog/2022/notes/index.md';
  const page = 'docs/user/faq.md';
  it.each([
    ['https://b.org/x?y#z', post, 'https://b.org/x?y#z'],
    ['//b.org/x', post, 'https://b.org/x'],
    ['mailto:a@b.org', post, 'mailto:a@b.org'],
    ['#here', post, 'https://a.org/blog/notes/#here'],
    ['/apply?x=1', post, 'https://a.org/apply?x=1'],
    ['/blog/2022/role', post, 'https://a.org/blog/the-role/'],
    ['/about/', post, 'https://a.org/about/'],
    ['../role/index.md', post, 'https://a.org/blog/the-role/'],
    ['../role/', post, 'https://a.org/blog/the-role/'],
    ['blog/2022/role/index.md', post, 'https://a.org/blog/the-role/'],
    ['blog/2022/role/index.md#pay', page, 'https://a.org/blog/the-role/#pay'],
    ['blog/2021/gone/index.md', post, 'https://a.org/blog/gone/'],
    ['../../collaborators/one/', post, 'https://a.org/collaborators/one/'],
    ['picture.png', post, 'https://a.org/blog/notes/picture.png'],
    ['../glossary.md#abi', page, 'https://a.org/docs/glossary/#abi'],
    ['../maintainer/pkgs.md#dev', page, 'https://a.org/docs/maintainer/pkgs/#dev'],
    ['./other%20page.md', page, 'https://a.org/docs/user/other-page/'],
    ['javascript:alert(1)', post, null],
    ['data:text/html,x', post, null],
    ['https://', post, null],
    ['', post, null],
  ])('%s from %s', (href, from, expected) => {
    expect(resolve(href, from)).toBe(expected);
  });

  it('unlinks what leads nowhere without an address', () => {
    const resolver = new LinkResolver(new Map(), toSite(), { contentPath: 'a.md', url: null });
    expect(['#x', '/x', 'x.md', '../x/', 'https://b.org/'].map((href) => resolver.resolve(href))).toEqual([
      null,
      null,
      null,
      null,
      'https://b.org/',
    ]);
  });

  it('takes the root of a site below a host for its root', () => {
    expect(resolve('/apply/', post, { url: 'https://a.org/team/' })).toBe('https://a.org/team/apply/');
    expect(resolve('/team/apply/', post, { url: 'https://a.org/team/' })).toBe('https://a.org/team/apply/');
  });
});

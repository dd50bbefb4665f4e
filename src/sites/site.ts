// The published site that the notes belong to: how it makes addresses and anchors. Pure.

/** Whose rule makes the anchors of headings. */
export type AnchorStyle =
  | 'hugo'
  | 'github'
  | 'kramdown'
  | 'gfm'
  | 'mkdocs'
  | 'pymdown'
  | 'sphinx'
  | 'vitepress'
  | 'pandoc'
  | 'hexo'
  | 'eleventy'
  | 'markdown-it'
  /** Headings get none. */
  | 'none';

/** Whose rule turns a note's path into an address. */
export type GeneratorName =
  | 'hugo'
  | 'jekyll'
  | 'docusaurus'
  | 'mkdocs'
  | 'sphinx'
  | 'vitepress'
  | 'astro'
  | 'quarto'
  | 'mdbook'
  | 'hexo'
  | 'pelican'
  | 'eleventy'
  | 'plain';

/** What addresses and anchors depend on. Made by a generator's `parseSite`, or by hand with `toSite`. */
export interface Site {
  readonly generator: GeneratorName;
  /** Address of the site's root, with a `/` at its end, or null where none is known. */
  readonly url: string | null;
  readonly anchors: AnchorStyle;
  /** Folder of the site's content (`blog`, `docs/faq`; `''` is the root) to permalink pattern (`/blog/:slug/`). */
  readonly permalinks: Readonly<Record<string, string>>;
  /** Where the knowledge folder lies below the site's content: `''`, or `blog/` with a `/` at its end. */
  readonly prefix: string;
  /** Where the site's content lies below the knowledge folder: `''`, or `content/`. Notes outside are no content. */
  readonly root: string;
  /** First part of all addresses that is not in the paths: `''`, or `docs/` (Docusaurus), `fr/` (a language). */
  readonly base: string;
  /** True where pages end in `.html` rather than in a folder of their own. */
  readonly htmlPages: boolean;
  /** True where anchors are made from headings as they are typed, links and `_` included: kramdown, Hugo before 0.144. */
  readonly typedAnchors: boolean;
  /** Language of the content, as the site's configuration says it (`de`), or null. */
  readonly language: string | null;
  /** Languages by the suffix of a file's name (`faq.de.md`) to the first part of their addresses (`''` for the first). */
  readonly languages: Readonly<Record<string, string>>;
  /** Values of the site's configuration that its pages may show, nested. */
  readonly variables: Readonly<Record<string, unknown>>;
}

/** A site from its settings; what is left out: no address, Hugo's anchors, addresses from paths. */
export function toSite(settings: Partial<Site> = {}): Site {
  const url = settings.url ?? null;
  return {
    generator: 'plain',
    anchors: 'hugo',
    permalinks: {},
    prefix: '',
    root: '',
    base: '',
    htmlPages: false,
    typedAnchors: false,
    language: null,
    languages: {},
    variables: {},
    ...settings,
    url: url === null || url.endsWith('/') ? url : `${url}/`,
  };
}

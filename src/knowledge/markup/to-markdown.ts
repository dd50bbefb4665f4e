// Elements as the Markdown of an answer: formatting kept, links absolute, no HTML. Pure.
import type { Element, ElementContent } from 'hast';
import { defaultHandlers, type Handle, type State, toMdast } from 'hast-util-to-mdast';
import type { Emphasis, Link, PhrasingContent, Root, Text } from 'mdast';
import { gfmToMarkdown } from 'mdast-util-gfm';
import {
  type Options,
  type Handle as WriteHandle,
  toMarkdown as write,
  defaultHandlers as writers,
} from 'mdast-util-to-markdown';
import { visit } from 'unist-util-visit';

/** Makes a link's address absolute; null where it leads nowhere that is known. */
export type ResolveLink = (href: string) => string | null;

const drop: Handle = () => undefined;

/** Element names that say nothing in a chat. */
const silent = [
  'script',
  'style',
  'template',
  'svg',
  'iframe',
  'video',
  'audio',
  'object',
  'embed',
  'canvas',
  'input',
  'button',
  'textarea',
  'select',
  'noscript',
  'head',
  'colgroup',
  'source',
];

function toLink(state: State, node: Element, resolve: ResolveLink): Link | PhrasingContent[] | undefined {
  const { href } = node.properties;
  const children = state.all(node) as PhrasingContent[];
  const url = typeof href === 'string' ? resolve(href) : null;
  if (children.length === 0) return undefined;
  return url === null ? children : { type: 'link', url, children };
}

/** A file's name where words should stand, as editors put it there. */
const fileName = /^[^/]+\.(?:png|jpe?g|gif|svg|webp|bmp|tiff?)$/i;

function toImage(node: Element, parent: unknown, resolve: ResolveLink): Link | PhrasingContent | undefined {
  const alt = String(node.properties['alt'] ?? '').trim();
  const url = resolve(String(node.properties['src'] ?? ''));
  if (alt === '' || (url === null && fileName.test(alt))) return undefined;
  const isInLink = typeof parent === 'object' && parent !== null && 'tagName' in parent && parent.tagName === 'a';
  return url === null || isInLink
    ? { type: 'text', value: alt }
    : { type: 'link', url, children: [{ type: 'text', value: alt }] };
}

/** Words marked so, the spaces at their ends outside: Markdown has no sign for bold that begins or ends with one. */
function marked(type: 'strong' | 'emphasis' | 'delete'): Handle {
  return (state, node) => {
    const children = state.all(node) as PhrasingContent[];
    const [first, last] = [children[0], children.at(-1)];
    const before = first?.type === 'text' && /^\s/.test(first.value) ? ' ' : '';
    if (first?.type === 'text') first.value = first.value.trimStart();
    const after = last?.type === 'text' && /\s$/.test(last.value) ? ' ' : '';
    if (last?.type === 'text') last.value = last.value.trimEnd();
    const said = children.filter((child) => child.type !== 'text' || child.value !== '');
    const words: PhrasingContent[] = said.length === 0 ? [] : [{ type, children: said }];
    const space = (value: string): PhrasingContent[] => (value === '' ? [] : [{ type: 'text', value }]);
    return [...space(before), ...words, ...(words.length > 0 || before === '' ? space(after) : [])];
  };
}

const bold: Handle = (state, node) => ({
  type: 'paragraph',
  children: [{ type: 'strong', children: state.all(node) as PhrasingContent[] }],
});
const plain: Handle = (state, node) => state.all(node);
const ownHandlers: Readonly<Record<string, Handle>> = {
  ...Object.fromEntries(silent.map((name) => [name, drop])),
  input: (state, node, parent) =>
    node.properties['type'] === 'checkbox' ? defaultHandlers.input(state, node) : drop(state, node, parent),
  summary: bold,
  dt: bold,
  strong: marked('strong'),
  b: marked('strong'),
  em: marked('emphasis'),
  i: marked('emphasis'),
  del: marked('delete'),
  s: marked('delete'),
  u: plain,
  q: plain,
};

function toHandlers(resolve: ResolveLink): Record<string, Handle> {
  return {
    ...ownHandlers,
    a: (state, node) => toLink(state, node, resolve),
    img: (_, node, parent) => toImage(node, parent, resolve),
  };
}

function holdsDirections(node: ElementContent): boolean {
  if (node.type === 'text') return node.value.includes('{:') || node.value.startsWith('[!');
  return node.type === 'element' && node.children.some(holdsDirections);
}

/** Copies nodes without what only the site's generator reads: attribute lists on a line of their own, `[!NOTE]` above an alert. */
function withoutDirections(nodes: readonly ElementContent[]): ElementContent[] {
  if (!nodes.some(holdsDirections)) return [...nodes];
  const copy = structuredClone({ type: 'root' as const, children: [...nodes] });
  visit(copy, 'text', (node, index, parent) => {
    node.value = node.value.replace(/(^|\n)\{:[^{}\n]*\}[ \t]*(?=\n|$)/g, '$1');
    if (index === 0 && parent?.type === 'element' && parent.tagName === 'p') {
      node.value = node.value.replace(/^\[![A-Za-z-]+\][+-]?[ \t]*\n?/, '');
    }
  });
  return copy.children;
}

const word = /[\p{L}\p{N}]/u;

/** `_` inside a word would be read as a letter: there, and only there, emphasis is written with `*`. */
const emphasis: WriteHandle = (node: Emphasis, parent, state, info) => {
  const isInWord = word.test(info.before.slice(-1)) || word.test(info.after.charAt(0));
  const { emphasis: usual } = state.options;
  state.options.emphasis = isInWord ? '*' : '_';
  const written = writers.emphasis(node, parent, state, info);
  state.options.emphasis = usual ?? '_';
  return written;
};

/** `&` is escaped only where it would begin an entity. */
export const text: WriteHandle = (node: Text, _, state, info) =>
  state.safe(node.value, info).replace(/\\&(?!#?\w{1,32};)/g, '&');

/** A letter right beside bold that ends in a full stop is written as an entity: a space keeps it a letter. */
function spaceLetters(markdown: string): string {
  return markdown.replace(
    /([*_]{1,3})&#x([\dA-F]+);|&#x([\dA-F]+);([*_]{1,3})/g,
    (whole, before, after, left, behind) => {
      const letter = String.fromCodePoint(Number.parseInt(after ?? left ?? '', 16));
      if (!word.test(letter)) return whole;
      return after === undefined ? `${letter} ${behind}` : `${before} ${letter}`;
    },
  );
}

/** How Markdown is written here. */
export const writing: Options = {
  extensions: [gfmToMarkdown({ tablePipeAlign: false })],
  bullet: '-',
  emphasis: '_',
  rule: '-',
  fences: true,
  resourceLink: true,
  listItemIndent: 'one',
  handlers: {
    emphasis,
    text,
    break: (node, parent, state, info) => {
      const kept = writers.break(node, parent, state, info);
      return kept === '\\\n' ? '  \n' : kept;
    },
  },
};

/** A paragraph of words alone, none of which Markdown could read as a sign of its own. */
const bare = /^[\p{Lu}\p{Ll}\p{Lo}][\p{L}\p{M}\p{N}\s,;"'’“”?%()–—./]*$/u;
const address = /www\.|:\/\/|@/i;

/** Most answers are words and nothing else: they need no tree. Null for any other. */
function toBareText(nodes: readonly ElementContent[]): string | null {
  const texts: string[] = [];
  for (const node of nodes) {
    if (node.type === 'text' && node.value.trim() === '') continue;
    const [only, ...more] = node.type === 'element' && node.tagName === 'p' ? node.children : [];
    if (only?.type !== 'text' || more.length > 0 || !bare.test(only.value) || address.test(only.value)) return null;
    texts.push(only.value.replace(/\s+/g, ' ').trim());
  }
  return texts.join('\n\n');
}

/** Writes elements as Markdown. Soft line ends become spaces, hard breaks two spaces and a line end. */
export function toMarkdown(nodes: readonly ElementContent[], resolve: ResolveLink): string {
  const bareText = toBareText(nodes);
  if (bareText !== null) return bareText;
  const tree = toMdast(
    { type: 'root', children: withoutDirections(nodes) },
    // A comment is nothing to a reader; what Slack writes as `<!channel>` is one to HTML.
    { handlers: toHandlers(resolve), nodeHandlers: { comment: () => undefined }, document: true },
  ) as Root;
  return spaceLetters(write(tree, writing).trim());
}

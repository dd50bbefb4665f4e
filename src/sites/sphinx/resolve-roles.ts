// Roles of MyST in a tree of Markdown: what they say stays. Pure.
import type { Link, PhrasingContent, Root } from 'mdast';
import { visit } from 'unist-util-visit';

const code =
  /(?:^|:)(?:func|meth|class|mod|data|attr|exc|obj|const|type|var|macro|member|function|method|module|code|samp|kbd|file|command|program|option|envvar|literal|c|cpp|js|py|rst|regexp|term)$/;
const silent = /^(?:cite|cite:\w+|footcite|index|fa|fab|fas|octicon|material-\w+|bdg.*|raw)$/;
const role = /\{([a-zA-Z][\w:+-]*)\}$/;

/** `{func}`~a.b.c`` shows `c`. */
function shorten(target: string): string {
  return target.startsWith('~') ? (target.split('.').at(-1) ?? target) : target.replace(/^[.!~]+/, '');
}

function readable(target: string): string {
  return target
    .replace(/^\/?(?:[^/\s]*\/)*(?=[^/\s]+$)/, '')
    .replace(/\.(md|rst|ipynb)$/, '')
    .replace(/[-_]+/g, ' ')
    .trim();
}

/** What a role says: its own text, else its target as words; code stays code. */
function toContent(name: string, text: string): PhrasingContent | null {
  const found = /^([\s\S]*?)\s*<([^<>]*)>$/.exec(text);
  if (silent.test(name)) return null;
  if (found !== null && found[1] !== '') {
    const words = found[1] ?? '';
    const target = found[2] ?? '';
    const url = /^https?:/.test(target)
      ? target
      : name === 'doc'
        ? `${target.replace(/\.md$/, '')}.md`
        : name === 'ref'
          ? `#${target}`
          : null;
    return url === null
      ? { type: 'text', value: words }
      : { type: 'link', url, children: [{ type: 'text', value: words }] };
  }
  if (name === 'term' || /^(sub|sup|abbr|guilabel|menuselection|dfn|emphasis|strong|math|eq)$/.test(name))
    return { type: 'text', value: text };
  if (code.test(name)) return { type: 'inlineCode', value: shorten(text) };
  if (name === 'doc')
    return {
      type: 'link',
      url: `${text.replace(/\.md$/, '')}.md`,
      children: [{ type: 'text', value: readable(text) }],
    };
  return { type: 'text', value: /^(ref|numref|any|download|std:ref|std:doc)$/.test(name) ? readable(text) : text };
}

/** Links without text show where they lead. */
function fillLink(link: Link): void {
  if (link.children.length > 0 || /^[a-z]+:/i.test(link.url)) return;
  const target = link.url.includes('#') ? link.url.slice(link.url.indexOf('#') + 1) : link.url;
  const words = readable(target);
  if (words !== '') link.children = [{ type: 'text', value: words }];
}

/** Puts the words of roles in their place: ``{ref}`first steps <start>` `` and `[](#start)`. */
export function resolveRoles(root: Root): void {
  visit(root, 'inlineCode', (node, index, parent) => {
    const before = index === undefined ? undefined : parent?.children[index - 1];
    if (parent === undefined || index === undefined || before?.type !== 'text') return;
    const name = role.exec(before.value)?.[1];
    if (name === undefined) return;
    const content = toContent(name, node.value);
    before.value = before.value.replace(role, '');
    const position = node.position;
    parent.children.splice(index, 1, ...(content === null ? [] : [{ ...content, ...(position && { position }) }]));
  });
  visit(root, 'link', (node) => fillLink(node));
}

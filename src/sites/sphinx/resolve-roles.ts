// Roles of MyST in a tree of elements: what they say stays. Pure.
import type { Element, ElementContent, Root } from 'hast';
import { SKIP, visit } from 'unist-util-visit';

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

function toElement(tagName: string, text: string, href?: string): Element {
  const properties = href === undefined ? {} : { href };
  return { type: 'element', tagName, properties, children: [{ type: 'text', value: text }] };
}

/** What a role says: its own text, else its target as words; code stays code. */
function toContent(name: string, text: string): ElementContent | null {
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
    return url === null ? { type: 'text', value: words } : toElement('a', words, url);
  }
  if (name === 'term' || /^(sub|sup|abbr|guilabel|menuselection|dfn|emphasis|strong|math|eq)$/.test(name))
    return { type: 'text', value: text };
  if (code.test(name)) return toElement('code', shorten(text));
  if (name === 'doc') return toElement('a', readable(text), `${text.replace(/\.md$/, '')}.md`);
  return { type: 'text', value: /^(ref|numref|any|download|std:ref|std:doc)$/.test(name) ? readable(text) : text };
}

/** Links without text show where they lead. */
function fillLink(link: Element): void {
  const url = String(link.properties['href'] ?? '');
  if (link.children.length > 0 || /^[a-z]+:/i.test(url)) return;
  const target = url.includes('#') ? url.slice(url.indexOf('#') + 1) : url;
  const words = readable(target);
  if (words !== '') link.children = [{ type: 'text', value: words }];
}

/** Puts the words of roles in their place: ``{ref}`first steps <start>` `` and `[](#start)`. */
export function resolveRoles(root: Root): void {
  visit(root, 'element', (node, index, parent) => {
    if (node.tagName === 'a') fillLink(node);
    const before = index === undefined ? undefined : parent?.children[index - 1];
    const typed = node.tagName === 'code' ? node.children[0] : undefined;
    if (parent === undefined || index === undefined || before?.type !== 'text' || typed?.type !== 'text')
      return undefined;
    const name = role.exec(before.value)?.[1];
    if (name === undefined) return undefined;
    const content = toContent(name, typed.value);
    before.value = before.value.replace(role, '');
    const position = node.position;
    parent.children.splice(index, 1, ...(content === null ? [] : [{ ...content, ...(position && { position }) }]));
    return [SKIP, index + (content === null ? 0 : 1)];
  });
}

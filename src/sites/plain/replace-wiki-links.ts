// Links of wikis and of Obsidian (`[[Page]]`, `[[text|Page]]`) as links of Markdown. Pure.
import { replaceOutsideCode } from '../markup/find-code.ts';

const image = /\.(?:png|jpe?g|gif|svg|webp|pdf|mp4)$/i;

/** A page's name and not a text: an address, a file, a name with hyphens for its spaces. */
function isTarget(text: string): boolean {
  return /^https?:|#|\/|\.md$/i.test(text) || (/[-_]/.test(text) && !/\s/.test(text));
}

/** Obsidian writes the page first, GitHub's wiki the text: what looks like a page is one. */
function splitParts(inside: string): { readonly text: string; readonly target: string } {
  const [first = '', second] = inside.split('|').map((part) => part.trim());
  if (second === undefined) return { text: first.replace(/[#^]+/g, ' ').trim(), target: first };
  return isTarget(first) && !isTarget(second) ? { text: second, target: first } : { text: first, target: second };
}

function toLink(inside: string): string {
  const { text, target } = splitParts(inside);
  if (image.test(target)) return image.test(text) ? '' : text;
  const place = /^https?:/.test(target) ? target : target.replace(/\s+/g, '-').replace(/[()<>]/g, encodeURIComponent);
  return `[${text}](${place})`;
}

/** Rewrites wiki links outside code; `==marked==` loses its marks and an editor's `%%remark%%` goes. */
export function replaceWikiLinks(text: string): string {
  if (!/\[\[[^\]\n]+\]\]|==\S|%%/.test(text)) return text;
  return replaceOutsideCode(
    text,
    /!?\[\[([^[\]\n]{1,300})\]\](?!\()|%%[^%\n]{1,300}%%|==(\S(?:[^=\n]{0,300}\S)?)==/g,
    ([whole, inside, marked]) => {
      if (/^_?toc_?$/i.test(inside ?? '')) return whole;
      return marked ?? (inside === undefined ? '' : toLink(inside));
    },
  );
}

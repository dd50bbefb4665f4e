// Jekyll's Liquid taken out of a text: addresses keep their path, the rest goes. Pure.
import { findCode } from '../markup/find-code.ts';
import { parseTag } from '../markup/parse-tag.ts';

function lineEnds(text: string): string {
  return '\n'.repeat(text.split('\n').length - 1);
}

/** `{{ "/apply" | relative_url }}` says `/apply`; `{{ site.baseurl }}` and other variables say nothing. */
function toOutput(inside: string): string {
  return /^\s*(["'])(.*?)\1/s.exec(inside)?.[2] ?? '';
}

function toTag(inside: string): string {
  const { name, positional, named } = parseTag(inside);
  const target = positional[0] ?? '';
  if (name === 'link') return `/${target.replace(/^\//, '')}`;
  if (name === 'post_url') return `/_posts/${target}.md`;
  if (name === 'highlight') return `\`\`\`${target}`;
  if (name === 'endhighlight') return '```';
  return name === 'include' ? (named.get('caption') ?? '') : '';
}

/** Drops the inside of `{% comment %}` and of MDX's comments, keeping its lines. */
function dropComments(text: string): string {
  const isCode = toCodeTest(text);
  const comments = /\{%-?\s*comment\s*-?%\}[\s\S]*?\{%-?\s*endcomment\s*-?%\}|\{\/\*[\s\S]*?\*\/\}/g;
  return text.replace(comments, (whole, offset: number) => (isCode(offset) ? whole : lineEnds(whole)));
}

function toCodeTest(text: string): (offset: number) => boolean {
  const code = findCode(text);
  return (offset) => code.some((span) => span.start <= offset && offset < span.end);
}

/**
 * Takes Liquid out of a Markdown text. `{% link %}`, `{% post_url %}` and quoted addresses leave their path; other tags
 * and variables leave nothing, and their inside stays. Lines keep their numbers, code keeps its text (without `{% raw %}`).
 */
export function replaceLiquid(source: string): string {
  if (!/\{\{|\{%|\{\/\*/.test(source)) return source;
  const text = dropComments(source);
  const isCode = toCodeTest(text);
  return text.replace(
    /\{%-?([^{}]*?)-?%\}|\{\{-?(?![<%])([^{}]*?)-?\}\}/g,
    (whole: string, tag: string | undefined, output: string | undefined, offset: number) => {
      if (isCode(offset)) return /^\s*(end)?raw\s*$/.test(tag ?? '') ? '' : whole;
      return (tag === undefined ? toOutput(output ?? '') : toTag(tag)) + lineEnds(whole);
    },
  );
}

// Components that stand for a name, `<AppName />`, filled with the text of their template. Pure.
import { replaceOutsideCode } from '../markup/find-code.ts';
import { type MappedLine, rewrite } from '../markup/lines.ts';
import type { MarkupContext } from '../markup/markup-context.ts';

/** Folders, below the site's, in which such components lie. */
const folders = ['.vitepress/components', '.vitepress/theme/components', '.vuepress/components'];
/** Characters; what says more is a part of a page. */
const longestName = 80;

/** The text of a component's template; null where it is made of anything but plain elements. */
function toName(source: string): string | null {
  const template = /<template>([\s\S]*)<\/template>/.exec(source)?.[1] ?? '';
  if (/\{\{|<(?:slot|[A-Z])|\s(?:v-|:|@|#)/.test(template)) return null;
  const name = template
    .replace(/<[^>]*>/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  return name === '' || name.length > longestName ? null : name;
}

/** Puts names in place of the components without attributes that say them. */
export function fillNames(lines: readonly MappedLine[], { include }: MarkupContext): readonly MappedLine[] {
  const names = new Map<string, string | null>();
  const find = (component: string): string | null => {
    const known = names.get(component);
    if (known !== undefined) return known;
    const source = folders.map((folder) => include(`${component}.vue`, folder)).find((text) => text !== null);
    const name = toName(source ?? '');
    names.set(component, name);
    return name;
  };
  return rewrite(lines, (text) => {
    if (!/<[A-Z]\w*\s*\/>/.test(text)) return text;
    return replaceOutsideCode(text, /<([A-Z]\w*)\s*\/>/g, ([tag, component = '']) => {
      const name = find(component);
      return name === null ? tag : `<span data-component>${name}</span>`;
    });
  });
}

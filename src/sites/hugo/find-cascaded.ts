// Values that the page of a folder hands down to the pages below it (`cascade`). Pure.
import { findVariable, type MarkupContext } from '../markup/markup-context.ts';
import { parseSettings, toSettings } from '../settings.ts';

/** No page lies deeper below the folder that hands down. */
const mostLevels = 6;

/** What a front matter hands down: a map, or a list of maps. */
function readCascade(text: string): readonly unknown[] {
  const [, mark, head = ''] = /^(---|\+\+\+)\n([\s\S]*?)\n\1/.exec(text.replaceAll('\r\n', '\n')) ?? [];
  const { settings } = parseSettings(mark === '+++' ? 'head.toml' : 'head.yaml', head);
  const cascade = settings.get('cascade');
  return Array.isArray(cascade) ? cascade : [cascade];
}

/** The value that the nearest folder above hands down; null where none does. */
export function findCascaded({ include }: MarkupContext, name: string): string | null {
  for (let level = 0; level <= mostLevels; level += 1) {
    const text = include(`${'../'.repeat(level)}_index.md`, '');
    if (text === null || !/^cascade\b/m.test(text)) continue;
    for (const handed of readCascade(text)) {
      const values = toSettings(handed);
      const value = findVariable(values, name) ?? findVariable(values, `params.${name}`);
      if (value !== null) return value;
    }
  }
  return null;
}

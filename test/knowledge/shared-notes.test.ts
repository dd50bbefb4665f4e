// Real documents of other teams, where they lie beside the project: exactly their entries come out.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseNotes } from '../../src/knowledge/parse-notes.ts';
import { toPlainText } from '../../src/knowledge/to-plain-text.ts';
import { toSite } from '../../src/sites/site.ts';
import { findShared } from '../requirements.ts';

interface ExpectedSection {
  readonly question: string;
  readonly anchor: string | null;
  readonly nearest_anchor?: string;
  readonly aliases?: readonly string[];
  readonly level?: number;
  readonly empty?: boolean;
  readonly placeholder?: boolean;
  readonly first_words_of_answer: string;
}

const shared = findShared();
const notes = join(shared ?? '', 'notes');
const folders =
  shared === null ? [] : readdirSync(notes, { withFileTypes: true }).filter((entry) => entry.isDirectory());

/** Only letters and digits count: typographic signs differ between a page and its list. */
function bare(text: string): string {
  return text
    .replace(/[’‘‛]/g, "'")
    .replace(/[^\p{L}\p{N}']+/gu, ' ')
    .trim()
    .toLowerCase();
}

function read(folder: string) {
  const files = readdirSync(join(notes, folder));
  const file = files.find((name) => name.endsWith('.md')) ?? '';
  const text = readFileSync(join(notes, folder, file), 'utf8');
  const sections = JSON.parse(readFileSync(join(notes, folder, 'sections.json'), 'utf8')) as readonly ExpectedSection[];
  const site = toSite({ url: 'https://example.org/' });
  const knowledge = parseNotes([{ note: `docs/${file}`, text, phrasings: null }], site, Date.parse('2026-01-01'));
  return { knowledge, sections: sections.filter((section) => section.empty !== true && section.placeholder !== true) };
}

describe.runIf(shared !== null)('shared notes', () => {
  for (const { name } of folders) {
    describe(name, () => {
      const { knowledge, sections } = read(name);

      it('yields exactly the entries, in order', () => {
        expect(knowledge.entries.map(({ question }) => question)).toEqual(sections.map(({ question }) => question));
        expect(knowledge.faults).toEqual([]);
      });

      it('gives each its anchor', () => {
        const allowed = sections.map((section) => [
          section.anchor ?? section.nearest_anchor,
          ...(section.aliases ?? []),
        ]);
        for (const [index, entry] of knowledge.entries.entries()) expect(allowed[index]).toContain(entry.anchor);
      });

      it('begins each answer with its first words and holds nothing of the next entry', () => {
        for (const [index, entry] of knowledge.entries.entries()) {
          const text = bare(toPlainText(entry.answer));
          const [section, next] = [sections[index], sections[index + 1]];
          expect(text.startsWith(bare(section?.first_words_of_answer ?? '-'))).toBe(true);
          const isInside = (next?.level ?? 0) > (section?.level ?? 9);
          if (next !== undefined && !isInside) expect(text).not.toContain(bare(next.first_words_of_answer));
          const lines = toPlainText(entry.answer).split('\n').map(bare);
          if (next !== undefined && !isInside) expect(lines).not.toContain(bare(next.question));
        }
      });
    });
  }
});

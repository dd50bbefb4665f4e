// Real documents of other teams, where they lie beside the project: exactly their entries come out.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseNotes } from '../../src/knowledge/parse-notes.ts';
import { toPlainText } from '../../src/knowledge/to-plain-text.ts';
import { type Site, toSite } from '../../src/sites/site.ts';
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

/** Folders of documents with their lists of sections, wherever they lie beside the project. */
const folders =
  shared === null
    ? []
    : ['notes', 'notes-dev'].flatMap((room) =>
        readdirSync(join(shared, room), { withFileTypes: true })
          .filter((entry) => entry.isDirectory())
          .map(({ name }) => ({ name, path: join(shared, room, name) })),
      );

/** Whose anchors the list of a document holds, where it is not Hugo's. */
const sites: Readonly<Record<string, Partial<Site>>> = {
  'bssw-fellowship': { anchors: 'github' },
  'emory-bmi-gsoc': { anchors: 'github' },
  'epf-cohort-six': { anchors: 'github' },
  'freecodecamp-contribute': { anchors: 'github' },
  'opensats-grantee': { anchors: 'github' },
  paleohack: { generator: 'jekyll', anchors: 'gfm' },
  // Its list holds what kramdown makes of a link's address with plain Markdown: `github` and typed gives just that.
  'tts-join-faq': { generator: 'jekyll', anchors: 'github', typedAnchors: true },
};

/** Only letters and digits count: typographic signs differ between a page and its list. */
function bare(text: string): string {
  return text
    .replace(/[’‘‛]/g, "'")
    .replace(/[^\p{L}\p{N}']+/gu, ' ')
    .trim()
    .toLowerCase();
}

function read(name: string, folder: string) {
  const files = readdirSync(folder);
  const file = files.find((each) => /\.mdx?$/.test(each)) ?? '';
  const text = readFileSync(join(folder, file), 'utf8');
  const sections = JSON.parse(readFileSync(join(folder, 'sections.json'), 'utf8')) as readonly ExpectedSection[];
  const site = toSite({ url: 'https://example.org/', ...sites[name] });
  const knowledge = parseNotes([{ note: `docs/${file}`, text, phrasings: null }], site, Date.parse('2026-01-01'));
  return { knowledge, sections: sections.filter((section) => section.empty !== true && section.placeholder !== true) };
}

describe.runIf(shared !== null)('shared notes', () => {
  for (const { name, path } of folders) {
    describe(name, () => {
      const { knowledge, sections } = read(name, path);

      it('yields exactly the entries, in order', () => {
        expect(knowledge.entries.map(({ question }) => question)).toEqual(
          sections.map(({ question }) => question.replace(/\s+/g, ' ')),
        );
        expect(knowledge.faults.filter(({ severity }) => severity === 'error')).toEqual([]);
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
          const isInside =
            (next?.level ?? 0) > (section?.level ?? 9) ||
            next?.first_words_of_answer === section?.first_words_of_answer;
          if (next !== undefined && !isInside) expect(text).not.toContain(bare(next.first_words_of_answer));
          const lines = toPlainText(entry.answer).split('\n').map(bare);
          if (next !== undefined && !isInside) expect(lines).not.toContain(bare(next.question));
        }
      });
    });
  }
});
